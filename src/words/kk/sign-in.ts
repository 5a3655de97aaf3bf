import type { Translation } from '../translation.ts';

/** Sentences about signing in, sessions and what one signs in with. */
export const signIn: Translation = {
  'page.ended.staff-idle':
    'Сеанс аяқталды: 30 минут бойы ешбір әрекет болмады. Қайта кіріңіз, сонда болған жеріңізге ораласыз.',
  'page.ended.staff-over': 'Сеанс аяқталды: кіргеннен бері 12 сағат өтті. Қайта кіріңіз.',
  'page.ended.staff-gone': 'Бұл сеанс аяқталды. Қайта кіріңіз, сонда болған жеріңізге ораласыз.',
  'page.ended.subject-idle': 'Сеанс аяқталды: жеті күн бойы ешбір әрекет болмады. Қайта кіріңіз.',
  'page.ended.subject-over': 'Сеанс аяқталды: кіргеннен бері 30 күн өтті. Қайта кіріңіз.',
  'page.ended.subject-gone': 'Бұл сеанс аяқталды. Қайта кіріңіз, сонда болған жеріңізге ораласыз.',
};
