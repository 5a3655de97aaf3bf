import type { Translation } from '../translation.ts';

/** Sentences about the roles of staff: who may come where, and who works for the operator. */
export const staffRoles: Translation = {
  'error.role-not-admitted': 'This page is beyond the rights of your role.',
  'error.role-not-admitted.help': 'Roles admitted here: {{roles}}. The administrator gives roles.',
};
