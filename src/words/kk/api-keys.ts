import type { Translation } from '../translation.ts';

/** Sentences about the keys of programs. */
export const apiKeys: Translation = {
  'page.keys.state.active': 'Мерзімі аяқталатын уақыт: {{time}}',
  'page.keys.state.soon': 'Мерзімі жақында аяқталады: {{time}}',
  'page.keys.state.expired': 'Мерзімі аяқталды: {{time}}',
  'page.keys.state.revoked': 'Кері қайтарып алынды: {{time}}',
  'page.keys.used': 'Соңғы рет қолданылған күні',
  'page.keys.unused': 'қолданылмаған',
  'error.key-revoked': 'Бұл қол жеткізу кілті кері қайтарып алынған.',
  'error.key-revoked.help': 'Оператордың жауапты тұлғасынан жаңа кілт сұраңыз.',
  'error.key-expired': 'Бұл қол жеткізу кілтінің мерзімі аяқталған.',
  'error.key-expired.help': 'Оператордың жауапты тұлғасынан жаңа кілт сұраңыз.',
  'error.key-too-many': 'Бұл кілтпен қатарынан тым көп сұрау келді.',
  'error.key-too-many.help': 'Жауап тақырыбында көрсетілген уақыт өткен соң қайталаңыз.',
};
