/** Sentences for requests that are malformed before a use case sees them. */
export const input = {
  'error.method-refused': 'По этому адресу так обратиться нельзя.',
  'error.method-refused.help': 'Откройте страницу заново. Программам: допустимые методы — в заголовке Allow.',
  'error.media-type': 'Данные присланы не в том виде.',
  'error.media-type.help': 'Отправьте форму с её страницы. Программам: API принимает application/json.',
  'error.too-large': 'Прислано слишком много за один раз.',
  'error.too-large.help': 'Сократите текст и отправьте снова: здесь запрос — не больше {{kilobytes}} КБ.',
  'problem.call-type': 'Значения нет, или оно другого типа.',
  'problem.call-format': 'Значение записано не по форме.',
  'problem.call-too-large': 'Значение или перечень длиннее допустимого.',
  'problem.call-too-small': 'Значение или перечень короче допустимого.',
  'problem.call-extra': 'В запросе есть лишние поля.',
  'problem.call-value': 'Значение не подходит.',
  'problem.outcome-missing': 'Не выбрано решение по обращению.',
  'problem.outcome-missing.help': 'Отметьте: исполнено или отказано.',
} as const;
