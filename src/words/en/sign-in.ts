import type { Translation } from '../translation.ts';

/** Sentences about signing in, sessions and what one signs in with. */
export const signIn: Translation = {
  'page.ended.staff-idle':
    'The session has ended: nothing was done for 30 minutes. Sign in again to return to where you were.',
  'page.ended.staff-over': 'The session has ended: 12 hours have passed since you signed in. Sign in again.',
  'page.ended.staff-gone': 'This session has ended. Sign in again to return to where you were.',
  'page.ended.subject-idle': 'The session has ended: nothing was done for seven days. Sign in again.',
  'page.ended.subject-over': 'The session has ended: 30 days have passed since you signed in. Sign in again.',
  'page.ended.subject-gone': 'This session has ended. Sign in again to return to where you were.',
};
