/** Requests of people without an account, and of whoever speaks for a child. */
export const claims = {
  'because.request-by-form': 'Обращение пришло через форму на сайте.',
  'page.claim.title': 'Обратиться без кабинета',
  'page.claim.lead': 'Если у вас нет учётной записи или вы не можете в неё войти.',
  'page.claim.sign-in': 'Есть учётная запись? В кабинете быстрее',
  'page.claim.why':
    'Сначала мы убедимся, что обращаетесь именно вы. До этого о данных ничего не сообщают и с ними ничего не делают.',
  'page.claim.child-title': 'Данные ребёнка',
  'page.claim.child-lead':
    'Для родителей и опекунов: если ребёнок пользуется сервисом или о нём здесь есть данные.',
  'page.claim.child-why':
    'Если запись найдётся, её данные защитят сразу. Есть ли она, мы скажем только после проверки документов.',
  'page.claim.child': 'О ребёнке',
  'page.claim.child-name': 'Имя ребёнка',
  'page.claim.child-address': 'Почта или телефон, которые он указал',
  'page.claim.child-address-hint': 'Целиком, как при регистрации',
  'page.claim.proof': 'Кем вы приходитесь ребёнку',
  'page.claim.proof-hint': 'И какой документ это подтверждает. Его попросят показать.',
  'page.claim.you': 'О вас',
  'page.claim.name': 'Ваше имя',
  'page.claim-taken.title': 'Обращение принято',
  'page.claim-taken.next': 'Запишите номер: по нему мы найдём обращение, если вы позвоните или напишете.',
  'page.claim-taken.back': 'На страницу сервиса',
  'page.request.child': 'Обращение о ребёнке',
  'page.request.child-account': 'Учётная запись',
  'page.request.child-found': 'Найдена',
  'page.request.child-unknown': 'По этому адресу никого нет',
  'page.request.destroy': 'Уничтожить данные ребёнка',
  'page.request.destroy-hint':
    'Сразу и навсегда: вернуть их будет нельзя. При отказе блокирование снимается.',
  'problem.destroy-unconfirmed': 'Подтвердите, что данные ребёнка нужно уничтожить.',
  'problem.destroy-unconfirmed.help': 'Отметьте это в форме или выберите отказ.',
  'notice.message.request-about.subject': 'Обращение о ваших данных: {{service}}',
  'notice.message.request-about.text':
    'Сервис «{{service}}» получил обращение № {{number}} о ваших данных от того, кто назвал себя законным представителем. До проверки данные заблокированы. Если это ошибка, сообщите в личном кабинете: {{link}}',
  'page.template.request-about': 'Обращение о данных человека',
} as const;
