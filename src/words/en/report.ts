/** The report of a reading, and the decisions people take on it. */
export const report = {
  'cli.read.report': 'write a report of the reading as one HTML page',
  'cli.read.review': 'take account of decisions saved on the report page',
  'error.review-faulty': 'The file of decisions “{{name}}” cannot be read.',
  'error.review-faulty.help': 'Save the decisions on the report page again.',
  'problem.review-again':
    'The words of clause {{clause}} have changed: the decision on “{{what}}” was not applied to them.',
  'problem.review-again.help': 'Look at the clause in the new report and decide again.',
  'problem.review-gone':
    'Clause {{clause}} is no longer in the text: the decision on “{{what}}” was not applied.',
  'page.report.title': 'What was read in “{{name}}”',
  'page.report.lead':
    'The text stands on the left, what the program understood of it on the right. Colour and links tie the words to the conclusion. It is a proposal, not a decision: check it.',
  'page.report.statements_one': '{{count}} statement was read.',
  'page.report.statements_other': '{{count}} statements were read.',
  'page.report.unread-count_one': '{{count}} clause was not understood.',
  'page.report.unread-count_other': '{{count}} clauses were not understood.',
  'page.report.against': 'Contradictions inside the text',
  'page.report.silent': 'The text says nothing on “{{facet}}”.',
  'page.report.unread': 'The program understood nothing in this clause. Read it yourself.',
  'page.report.sure': 'Sure: {{percent}}%',
  'page.report.likely': 'Likely: {{percent}}%',
  'page.report.doubtful': 'Doubtful: {{percent}}%',
  'page.report.verdict': 'Your decision',
  'page.report.open': 'Undecided',
  'page.report.accepted': 'Right',
  'page.report.rejected': 'Wrong',
  'page.report.desk': 'Your decisions',
  'page.report.desk-why':
    'Mark what is right and what is wrong, add what was missed and save the file of decisions: with --review the program takes account of them, in a new version of the text too.',
  'page.report.save': 'Save the decisions',
  'page.report.open-review': 'Open saved decisions',
  'page.report.add': 'Add what was missed',
  'page.report.add-what': 'What the clause says',
  'page.report.remove': 'Remove',
  'page.report.saved': 'The file of decisions is saved.',
  'page.report.opened': 'The decisions are open.',
  'page.report.other-text':
    'The decisions are open, but they are about another version of the text: they were not applied to clauses that changed.',
  'page.report.faulty': 'This is not a file of decisions.',
  'page.report.unknown': 'Choose a line of the list.',
};
