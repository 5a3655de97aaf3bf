/** What did not open where it stands. */
export const seals = {
  'because.seal-broken': 'Зашифрованное не открылось на своём месте: его подменили, изменили или обрезали.',
  'because.seal-mended': 'То, что не открывалось, снова открывается.',
  'notice.act.count.seals': 'отметки о том, что не открылось',
  'page.today.broken': 'Не открывается',
  'page.ledger.broken': 'Не открывается',
  'page.ledger.broken.lead':
    'Эти ключи и данные на своём месте не открылись: в базе их подменили, изменили или обрезали. Ими не пользуются. Верните их из резервной копии; как только они откроются, строка исчезнет.',
  'page.ledger.broken.keys': 'Ключи субъекта',
  'page.ledger.broken.data': 'Часть данных субъекта',
} as const;
