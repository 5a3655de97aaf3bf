/** A draft brought up to a new reading: what was kept by hand. */
export const merge = {
  'error.draft-not-mergeable':
    'The file “{{name}}” does not say what the program had proposed, so edits by hand cannot be told apart in it.',
  'error.draft-not-mergeable.help': 'Write the draft under another name: -o OTHER.kepil.yaml.',
  'problem.merge-kept': 'Kept as edited by hand: {{row}}.',
  'problem.merge-both': 'Changed both by hand and in the new text: {{row}}. The edit by hand was kept.',
  'problem.merge-both.help': 'Compare the row with the new text and decide which is right.',
  'problem.merge-left-out': 'Left out, since it was taken out by hand: {{row}}.',
  'problem.merge-unfounded':
    'The clause that the row cited is not in the new text: {{row}}. The row now counts as added by the officer.',
  'problem.merge-unfounded.help': 'Cite another clause or take the row out.',
};
