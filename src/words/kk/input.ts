import type { Translation } from '../translation.ts';

/** Requests that are malformed before a use case sees them. */
export const input: Translation = {
  'error.method-refused': 'Бұл мекенжайға осылай жүгінуге болмайды.',
  'error.method-refused.help':
    'Бетті қайта ашыңыз. Бағдарламаларға: рұқсат етілген әдістер Allow тақырыбында.',
  'error.media-type': 'Деректер басқа түрде жіберілген.',
  'error.media-type.help': 'Нысанды өз бетінен жіберіңіз. Бағдарламаларға: API application/json қабылдайды.',
  'error.too-large': 'Бір жолы тым көп дерек жіберілді.',
  'error.too-large.help': 'Мәтінді қысқартып, қайта жіберіңіз: сұраудың шегі: {{kilobytes}} КБ.',
  'problem.call-type': 'Мән жоқ немесе оның түрі басқа.',
  'problem.call-format': 'Мән талап етілген нысанда жазылмаған.',
  'problem.call-too-large': 'Мән немесе тізбе рұқсат етілгеннен ұзын.',
  'problem.call-too-small': 'Мән немесе тізбе рұқсат етілгеннен қысқа.',
  'problem.call-extra': 'Сұрауда артық өрістер бар.',
  'problem.call-value': 'Мән жарамайды.',
  'problem.outcome-missing': 'Жүгіну бойынша шешім таңдалмаған.',
  'problem.outcome-missing.help': 'Белгілеңіз: орындалды немесе бас тартылды.',
};
