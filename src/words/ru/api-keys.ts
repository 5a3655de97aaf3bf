/** Sentences about the keys of programs. */
export const apiKeys = {
  'page.keys.state.active': 'Действует до {{time}}',
  'page.keys.state.soon': 'Скоро истекает: {{time}}',
  'page.keys.state.expired': 'Срок истёк {{time}}',
  'page.keys.state.revoked': 'Отозван {{time}}',
  'page.keys.used': 'Последнее обращение',
  'page.keys.unused': 'не было',
  'error.key-revoked': 'Этот ключ доступа отозван.',
  'error.key-revoked.help': 'Попросите ответственное лицо оператора выдать новый ключ.',
  'error.key-expired': 'Срок этого ключа доступа истёк.',
  'error.key-expired.help': 'Попросите ответственное лицо оператора выдать новый ключ.',
  'error.key-too-many': 'С этим ключом пришло слишком много запросов подряд.',
  'error.key-too-many.help': 'Подождите, сколько указано в заголовке Retry-After, и повторите.',
} as const;
