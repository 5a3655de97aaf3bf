/** What is recorded of visits: terms, pages that show them. */
export const visits = {
  'because.visit-term-over':
    'Срок хранения посещений этого дня истёк: ключ дня уничтожен, открыть их больше нельзя.',
  'because.visit-term-changed': 'Ответственное лицо изменило срок хранения посещений.',
  'problem.visit-term-range': 'Срок хранения посещений — целое число дней от 1 до {{n}}.',
  'problem.visit-term-range.help': 'Запишите его цифрами или оставьте поле пустым.',
  'notice.act.count.visits': 'посещения',
} as const;
