/** Sentences about the roles of staff: who may come where, and who works for the operator. */
export const staffRoles = {
  'error.role-not-admitted': 'Эта страница не входит в полномочия вашей роли.',
  'error.role-not-admitted.help': 'Сюда допущены роли: {{roles}}. Роли назначает администратор.',
} as const;
