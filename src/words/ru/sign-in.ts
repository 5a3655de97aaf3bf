/** Sentences about signing in, sessions and what one signs in with. */
export const signIn = {
  'page.ended.staff-idle':
    'Сеанс завершён: 30 минут без действий. Войдите снова, и вы вернётесь туда, где были.',
  'page.ended.staff-over': 'Сеанс завершён: прошло 12 часов после входа. Войдите снова.',
  'page.ended.staff-gone': 'Этот сеанс завершён. Войдите снова, и вы вернётесь туда, где были.',
  'page.ended.subject-idle': 'Сеанс завершён: семь дней без действий. Войдите снова.',
  'page.ended.subject-over': 'Сеанс завершён: прошло 30 дней после входа. Войдите снова.',
  'page.ended.subject-gone': 'Этот сеанс завершён. Войдите снова, и вы вернётесь туда, где были.',
} as const;
