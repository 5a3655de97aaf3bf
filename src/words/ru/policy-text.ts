/** The text of a policy, made from what it says as data. */
export const policyText = {
  'notice.policy.title': 'Политика конфиденциальности: {{name}}',
  'notice.policy.title-bare': 'Политика конфиденциальности',
  'notice.policy.dated': 'Редакция от {{date}}',
  'notice.policy.section.general': 'Общее',
  'notice.policy.section.data': 'Какие данные мы собираем',
  'notice.policy.section.purposes': 'Зачем нужны данные',
  'notice.policy.section.grounds': 'Основания и согласие',
  'notice.policy.section.processing': 'Обработка и хранение',
  'notice.policy.section.transfer': 'Передача данных',
  'notice.policy.section.abroad': 'Трансграничная передача и публикация',
  'notice.policy.section.rights': 'Ваши права',
  'notice.policy.section.cookies': 'Файлы cookie',
  'notice.policy.section.marketing': 'Рассылки и реклама',
  'notice.policy.section.minors': 'Дети и подростки',
  'notice.policy.section.security': 'Защита данных',
  'notice.policy.section.content': 'Правила размещения материалов',
  'notice.policy.section.automation': 'Автоматизированные решения',
  'notice.policy.section.changes': 'Изменение политики',
  'notice.policy.section.contacts': 'Контакты',
  'notice.policy.operator': 'Оператор персональных данных: {{name}}.',
  'notice.policy.operator-unnamed': 'Оператор персональных данных в политике не назван.',
  'notice.policy.operator-bin': 'БИН (ИИН) оператора: {{number}}.',
  'notice.policy.operator-address': 'Адрес оператора: {{address}}.',
  'notice.policy.responsible': 'Ответственный за организацию обработки персональных данных: {{name}}.',
  'notice.policy.scope': 'Политика действует для следующих сервисов:',
  'notice.policy.law':
    'К политике применяется право Республики Казахстан, прежде всего Закон «О персональных данных и их защите».',
  'notice.policy.law-other': 'Названы также:',
  'notice.policy.data-mandatory': 'Обязательные данные, без которых нельзя зарегистрироваться:',
  'notice.policy.data-optional': 'Данные, которые вы сообщаете по желанию:',
  'notice.policy.data-automatic': 'Автоматически при посещении собираются:',
  'notice.policy.data-others': 'От других лиц и из других источников мы получаем:',
  'notice.policy.data-not': 'Мы не собираем:',
  'notice.policy.data-sources': 'Источники данных:',
  'notice.policy.data-only': 'Данных, которых нет в этом перечне, мы не собираем.',
  'notice.policy.purposes-base': 'Данные используются для следующих целей:',
  'notice.policy.purposes-own':
    'Только с отдельного согласия, которое можно не давать, данные используются для следующих целей:',
  'notice.policy.purposes-deidentified':
    'Только в обезличенном виде данные используются для следующих целей:',
  'notice.policy.purpose-data': '{{purpose}}: {{data}}',
  'notice.policy.purpose-all': '{{purpose}}: все названные данные',
  'notice.policy.grounds': 'Данные обрабатываются на следующих основаниях:',
  'notice.policy.consent-forms': 'Согласие вы даёте отдельным действием:',
  'notice.policy.consent-term': 'Срок согласия: {{term}}.',
  'notice.policy.withdrawal': 'Об отзыве согласия также:',
  'notice.policy.operations': 'С данными производятся следующие действия:',
  'notice.policy.places': 'Место хранения данных:',
  'notice.policy.terms': 'Сроки хранения данных:',
  'notice.policy.terms-end': 'По истечении срока данные уничтожаются, об этом составляется акт.',
  'notice.policy.term-months_one': '{{rule}}: {{count}} месяц',
  'notice.policy.term-months_few': '{{rule}}: {{count}} месяца',
  'notice.policy.term-months_many': '{{rule}}: {{count}} месяцев',
  'notice.policy.term-months_other': '{{rule}}: {{count}} месяца',
  'notice.policy.term-days_one': '{{rule}}: {{count}} день',
  'notice.policy.term-days_few': '{{rule}}: {{count}} дня',
  'notice.policy.term-days_many': '{{rule}}: {{count}} дней',
  'notice.policy.term-days_other': '{{rule}}: {{count}} дня',
  'notice.policy.term-of': '{{term}} ({{data}})',
  'notice.policy.transfers':
    'Данные передаются только тем, кто здесь назван, и только в названных здесь случаях:',
  'notice.policy.to': 'кому: {{who}}',
  'notice.policy.when': 'в каком случае: {{when}}',
  'notice.policy.consent-term-none': 'Согласие действует до достижения целей обработки.',
  'notice.policy.withdraw-onward':
    'Получателей данных мы извещаем об отзыве согласия: они останавливают обработку в тот же срок.',
  'notice.policy.blocking':
    'Данные блокируются по вашему обращению на время проверки: пока они заблокированы, их только хранят; блокирование снимают, когда причина отпала.',
  'notice.policy.restrictions': 'Передача ограничена:',
  'notice.policy.transfer-none': 'Третьим лицам данные не передаются.',
  'notice.policy.transfer-authority':
    'По запросу государственного органа данные передаются, только если запрос оформлен по закону.',
  'notice.policy.abroad-none': 'За пределы Республики Казахстан данные не передаются.',
  'notice.policy.abroad-silent':
    'За пределы Республики Казахстан данные передаются только с отдельного согласия.',
  'notice.policy.abroad': 'О передаче за пределы Республики Казахстан:',
  'notice.policy.published-none': 'В общедоступных источниках данные не публикуются.',
  'notice.policy.published-consent':
    'В общедоступных источниках данные публикуются только с отдельного согласия.',
  'notice.policy.rights': 'Вы вправе:',
  'notice.policy.rights-how': 'Обратиться можно так:',
  'notice.policy.rights-complain':
    'На действия оператора можно пожаловаться в уполномоченный орган или обратиться в суд.',
  'notice.policy.cookies-necessary': 'Необходимые файлы cookie:',
  'notice.policy.cookies-optional': 'Только после вашего выбора:',
  'notice.policy.cookies-also': 'О файлах cookie также:',
  'notice.policy.cookies-choice':
    'Файлы cookie, без которых можно обойтись, ставятся только с вашего согласия; выбор можно изменить в любое время.',
  'notice.policy.marketing': 'О рассылках и рекламе:',
  'notice.policy.minors': 'О возрасте:',
  'notice.policy.security': 'Меры защиты:',
  'notice.policy.permissions': 'С вашего разрешения сервис получает доступ:',
  'notice.policy.content': 'Размещать нельзя, а за размещённое может последовать:',
  'notice.policy.automation': 'О решениях, которые принимает программа:',
  'notice.policy.changes': 'Об изменениях:',
  'notice.policy.changes-kept':
    'У каждой редакции есть номер и дата; прежние редакции хранятся. Если новая редакция расширяет обработку, она действует для вас только с вашего согласия.',
  'notice.policy.contacts': 'Связаться с оператором:',
  'notice.policy.contact': '{{channel}}: {{value}}',
  'notice.policy.summary': 'Коротко',
  'notice.policy.withdraw_one':
    'Согласие можно отозвать в любое время. Обработка по нему прекращается в течение {{count}} рабочего дня. Отозвать согласие или удалить данные нельзя, если это противоречит законам или есть неисполненное обязательство.',
  'notice.policy.withdraw_few':
    'Согласие можно отозвать в любое время. Обработка по нему прекращается в течение {{count}} рабочих дней. Отозвать согласие или удалить данные нельзя, если это противоречит законам или есть неисполненное обязательство.',
  'notice.policy.withdraw_many':
    'Согласие можно отозвать в любое время. Обработка по нему прекращается в течение {{count}} рабочих дней. Отозвать согласие или удалить данные нельзя, если это противоречит законам или есть неисполненное обязательство.',
  'notice.policy.withdraw_other':
    'Согласие можно отозвать в любое время. Обработка по нему прекращается в течение {{count}} рабочих дней. Отозвать согласие или удалить данные нельзя, если это противоречит законам или есть неисполненное обязательство.',
  'notice.policy.transfer-told_one':
    'О передаче данных третьему лицу вас известят в течение {{count}} рабочего дня.',
  'notice.policy.transfer-told_few':
    'О передаче данных третьему лицу вас известят в течение {{count}} рабочих дней.',
  'notice.policy.transfer-told_many':
    'О передаче данных третьему лицу вас известят в течение {{count}} рабочих дней.',
  'notice.policy.transfer-told_other':
    'О передаче данных третьему лицу вас известят в течение {{count}} рабочих дней.',
  'notice.policy.rights-reply_one':
    'На обращение о ваших данных отвечают в течение {{count}} рабочего дня и бесплатно.',
  'notice.policy.rights-reply_few':
    'На обращение о ваших данных отвечают в течение {{count}} рабочих дней и бесплатно.',
  'notice.policy.rights-reply_many':
    'На обращение о ваших данных отвечают в течение {{count}} рабочих дней и бесплатно.',
  'notice.policy.rights-reply_other':
    'На обращение о ваших данных отвечают в течение {{count}} рабочих дней и бесплатно.',
  'notice.policy.rights-act_one':
    'По обращению данные изменяют, блокируют и уничтожают в течение {{count}} рабочего дня.',
  'notice.policy.rights-act_few':
    'По обращению данные изменяют, блокируют и уничтожают в течение {{count}} рабочих дней.',
  'notice.policy.rights-act_many':
    'По обращению данные изменяют, блокируют и уничтожают в течение {{count}} рабочих дней.',
  'notice.policy.rights-act_other':
    'По обращению данные изменяют, блокируют и уничтожают в течение {{count}} рабочих дней.',
  'notice.policy.breach_one':
    'О нарушении безопасности данных мы сообщаем уполномоченному органу в течение {{count}} рабочего дня.',
  'notice.policy.breach_few':
    'О нарушении безопасности данных мы сообщаем уполномоченному органу в течение {{count}} рабочих дней.',
  'notice.policy.breach_many':
    'О нарушении безопасности данных мы сообщаем уполномоченному органу в течение {{count}} рабочих дней.',
  'notice.policy.breach_other':
    'О нарушении безопасности данных мы сообщаем уполномоченному органу в течение {{count}} рабочих дней.',
} as const;
