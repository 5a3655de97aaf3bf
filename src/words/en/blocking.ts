import type { Translation } from '../translation.ts';

/** Blocking of a person's data. */
export const blocking: Translation = {
  'page.block.title': 'Blocking',
  'page.block.why':
    'While data are blocked they may only be stored, and shown to the subject; they may not be destroyed either. The law gives one working day to block, and one to lift a block.',
  'page.block.none': 'The data of the subject are not blocked.',
  'page.block.send': 'Block the data',
  'page.block.since': 'The data were blocked {{time}}.',
  'page.block.elsewhere': 'Blocked in the matter of another request: the block is lifted there',
  'page.block.lift': 'Lift the block',
  'page.block.reason': 'Why it is lifted',
  'page.block.reason.not-confirmed': 'The violation was not confirmed',
  'page.block.reason.put-right': 'The violation was put right',
  'page.flash.blocked': 'The data are blocked.',
  'page.flash.unblocked': 'The block is lifted.',
  'page.my-data.blocked': 'Your data are blocked',
  'page.my-data.blocked-why':
    'They are stored and shown to you alone. They can be corrected or deleted once the block is lifted.',
  'problem.block-stands': 'The data are blocked already.',
  'problem.block-stands.help': 'A second block is not needed.',
  'problem.block-lifted': 'There is no block in the matter of this request any more.',
  'problem.block-lifted.help': 'Open the request anew: it shows how things stand.',
  'problem.lift-reason-missing': 'Say why the block is lifted.',
  'problem.lift-reason-missing.help': 'Choose one of the reasons.',
  'error.block-beyond-role': 'Data are blocked, and blocks lifted, by the responsible person.',
  'because.violation-not-confirmed': 'The violation was not confirmed.',
  'because.violation-put-right': 'The violation was put right.',
};
