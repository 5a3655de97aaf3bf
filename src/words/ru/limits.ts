/** Sentences of limits: how often something may be tried, and how much may come at once. */
export const limits = {
  'error.try-later_one': 'Слишком много попыток. Следующую можно сделать через {{count}} минуту.',
  'error.try-later_few': 'Слишком много попыток. Следующую можно сделать через {{count}} минуты.',
  'error.try-later_many': 'Слишком много попыток. Следующую можно сделать через {{count}} минут.',
  'error.try-later_other': 'Слишком много попыток. Следующую можно сделать через {{count}} мин.',
  'error.try-later.help':
    'До этого времени попытки не засчитываются. Если пробовали не вы, ничего делать не нужно.',
  'error.url-too-long': 'Адрес запроса слишком длинный.',
  'error.url-too-long.help': 'Откройте страницу по ссылке с сайта.',
  'error.forwarding-contradicts':
    'Заголовки Forwarded и X-Forwarded-For называют разных посетителей, поэтому запрос не выполнен.',
  'error.forwarding-contradicts.help':
    'Оператору: прокси должен сам писать один из этих заголовков и убирать другой из запроса посетителя.',
  'error.bad-proxy':
    'Прокси «{{value}}» не годится: нужен адрес или сеть, например 10.0.0.5 или 10.0.0.0/24.',
} as const;
