/** What may not be said where: numbers and codes of payment cards. */
export const moderation = {
  'because.card-data-masked': 'Номера и коды банковских карт в тексте скрыты.',
  'problem.field-card-data':
    'В значении есть номер или код банковской карты, а такие данные здесь не хранятся.',
  'problem.field-card-data.help': 'Уберите его: для этого поля он не нужен.',
  'page.flash.request-filed-masked':
    'Обращение принято. Ответ — не позднее {{date}}. Номера и коды банковских карт в тексте скрыты: они не хранятся.',
  'page.flash.answered-masked':
    'Ответ отправлен субъекту. Номера и коды банковских карт в тексте скрыты: они не хранятся.',
  'error.file-name-card-data':
    'В имени файла есть номер или код банковской карты: Kepil таких данных не хранит.',
  'error.file-name-card-data.help': 'Переименуйте файл и повторите команду.',
  'error.file-card-data':
    'В строке {{line}} файла «{{name}}» есть номер или код банковской карты: Kepil таких данных не хранит.',
  'error.file-card-data.help': 'Уберите его из документа: политика публикуется целиком.',
} as const;
