import type { Translation } from '../translation.ts';

/** What is recorded of visits: terms, pages that show them. */
export const visits: Translation = {
  'because.visit-term-over':
    "The term of that day's visits is over: the key of the day is destroyed and nothing of it opens any more.",
  'because.visit-term-changed': 'The officer changed how long visits are kept.',
  'problem.visit-term-range': 'Visits are kept a whole number of days from 1 to {{n}}.',
  'problem.visit-term-range.help': 'Write it in digits or leave the field empty.',
  'notice.act.count.visits': 'visits',
};
