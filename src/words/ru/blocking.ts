/** Blocking of a person's data. */
export const blocking = {
  'page.block.title': 'Блокирование',
  'page.block.why':
    'Пока данные заблокированы, их можно только хранить и показывать самому субъекту; уничтожать их тоже нельзя. Закон даёт на блокирование и на его снятие один рабочий день.',
  'page.block.none': 'Данные субъекта не заблокированы.',
  'page.block.send': 'Заблокировать данные',
  'page.block.since': 'Данные заблокированы {{time}}.',
  'page.block.elsewhere': 'Заблокированы по другому обращению: там блокирование и снимают',
  'page.block.lift': 'Снять блокирование',
  'page.block.reason': 'Почему снимается',
  'page.block.reason.not-confirmed': 'Нарушение не подтвердилось',
  'page.block.reason.put-right': 'Нарушение устранено',
  'page.flash.blocked': 'Данные заблокированы.',
  'page.flash.unblocked': 'Блокирование снято.',
  'page.my-data.blocked': 'Ваши данные заблокированы',
  'page.my-data.blocked-why':
    'Их хранят и показывают только вам. Исправить или удалить их можно после снятия блокирования.',
  'problem.block-stands': 'Данные уже заблокированы.',
  'problem.block-stands.help': 'Второе блокирование не нужно.',
  'problem.block-lifted': 'Блокирования по этому обращению уже нет.',
  'problem.block-lifted.help': 'Откройте обращение заново: на нём видно, как сейчас.',
  'problem.lift-reason-missing': 'Укажите, почему блокирование снимается.',
  'problem.lift-reason-missing.help': 'Выберите одну из причин.',
  'error.block-beyond-role': 'Блокирует данные и снимает блокирование ответственное лицо.',
  'because.violation-not-confirmed': 'Нарушение не подтвердилось.',
  'because.violation-put-right': 'Нарушение устранено.',
};
