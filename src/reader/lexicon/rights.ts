import type { Lexicon } from './row.ts';

/** What the person may demand. */
export const rights: Lexicon = {
  facet: 'rights',
  scope: { in: ['rights'], not: ['rights_not', 'content_rules'] },
  rows: {
    ru: [
      [
        'know_access',
        'знать о / получ*|запрос* .. информаци*|сведени*|доступ* / доступ .. своим|вашим|персональн* данн* / ознаком* .. данными',
        'получать информацию об обработке',
        'знать город',
      ],
      [
        'copy',
        'копи* .. данных|информации',
        'получить копию данных',
        'копия договора',
        { in: ['rights'], not: ['rights_not', 'data'] },
      ],
      [
        'export',
        'переносимост* / экспорт* .. данн* / машиночитаем*',
        'право на переносимость',
        'экспорт зерна',
      ],
      [
        'correct',
        'требова*|запрос*|потребова* .. уточнен*|исправл*|изменен*|дополнен* / измен*|исправ*|уточн*|обнов*|дополн*|редактир* .. данн*|информаци*|сведени* / уточнен*|исправлен*|изменени* .. данн*|информаци*',
        'требовать исправления данных',
        'изменение цены',
        { in: ['rights'], not: ['rights_not', 'content_rules', 'cookies'] },
      ],
      [
        'block_restrict',
        'блокирова* / ограничен* .. обработк* / блокировк*',
        'требовать блокирования',
        'блокнот',
        { in: ['rights'], not: ['security', 'content_rules'] },
      ],
      [
        'delete',
        'удален* / удалит*|удалять .. данн*|информаци*|аккаунт*|учетн*|профил* / уничтожени*|уничтожит* .. данн*|информаци* / или уничтожени* / либо удалит*',
        'требовать удаления данных',
        'отделение банка',
        { in: ['rights'], not: ['rights_not', 'security', 'cookies', 'content_rules'] },
      ],
      [
        'withdraw_consent',
        'отозва* .. согласи* / отзыв* .. согласи*',
        'отозвать согласие',
        'отзыв о товаре',
        { in: ['rights', 'ask_data', 'retention'], not: ['rights_not'] },
      ],
      [
        'stop_dissemination',
        'прекращ*|прекрат* .. распространен* / запрет* .. распространен*',
        'требовать прекращения распространения',
        'распространение газет',
      ],
      [
        'stop_processing',
        'прекращ*|прекрат* .. обработк*',
        'требовать прекращения обработки',
        'обработка дерева',
      ],
      ['object', 'возраж* .. обработк*|использован*', 'возражать против обработки', 'важно'],
      [
        'complain_authority',
        'обжалова*|жалоб* ... уполномоченн*|роскомнадзор|комитет|министерств* / обратиться .. в .. уполномоченн* орган / жалоб* .. орган*',
        'обжаловать в уполномоченный орган',
        'жалоба соседа',
      ],
      [
        'complain_court',
        'обжалова* ... суд|судебн* / в+суд / судебн* порядк*',
        'обжаловать в суд',
        'судно',
        { in: ['rights'], not: ['changes'] },
      ],
      [
        'compensation',
        'возмещен* .. вреда|ущерба|убытк* / компенсаци* .. вреда',
        'возмещение вреда',
        'возмещение НДС',
      ],
      [
        'human_review',
        'автоматизирован* ... возраж*|пересмотр*',
        'автоматизированное решение: право на пересмотр',
        'автомат',
      ],
      [
        'opt_out_mailing',
        'отказат* ... рассыл*|уведомлен*|реклам* / рассыл* ... отказ* / отписа*',
        'отказаться от рассылки',
        'рассыпать',
        { in: [], not: ['cookies'] },
      ],
      [
        'other_by_law',
        'иные|иных|другие права|прав .. предусмотрен*|установлен*|закон* / иных прав / иные права',
        'иные права по закону',
        'правый берег',
      ],
    ],
    kk: [
      [
        'know_access',
        'қолжетімділік .. сұра* / ақпарат .. алу|алуға / танысу .. / көре',
        'ақпарат алуға',
        'ақпараттық',
      ],
      [
        'correct',
        'түзет* / өзгерт*|толықтыр* .. дерек* / дерек* .. өзгерт* / өзгерте',
        'деректерді түзету',
        'түзу',
      ],
      ['delete', 'жоя / жою* / жойыл*', 'деректерді жою', 'жол'],
      ['block_restrict', 'бұғаттау* / шектеу*', 'бұғаттауды талап ету', 'бұғаз'],
      [
        'withdraw_consent',
        'келісім* .. кері .. / келісімді .. қайтар*',
        'келісімді кері қайтару',
        'келісілген',
      ],
      [
        'complain_authority',
        'уәкілетті орган* ... шағым* / шағым* ... орган*',
        'уәкілетті органға шағымдану',
        'шағын',
      ],
      ['complain_court', 'сотқа .. шағым* / сот* .. жүгін*', 'сотқа шағымдану', 'сотка', { in: ['rights'] }],
      ['compensation', 'залал*|зиян* .. өте*', 'залалды өтеу', 'зат'],
      ['opt_out_mailing', 'хабарлама*|тарату* .. бас тарт*', 'хабарламалардан бас тарту', 'бастау'],
    ],
    en: [
      [
        'know_access',
        'access to .. data|information / request access / review .. data',
        'access to your data',
        'accessory',
        { in: ['rights'], not: ['permissions', 'rights_not'] },
      ],
      ['copy', 'copy of .. data', 'a copy of your data', 'copyright'],
      ['export', 'portability / export .. data', 'data portability', 'portable'],
      ['correct', 'correct* / rectif* / edit / update .. data|information', 'correct your data', 'cold'],
      ['block_restrict', 'restrict .. processing', 'restrict processing', 'strict rule'],
      ['delete', 'delet* / erasure / erase', 'delete your data', 'delay'],
      ['withdraw_consent', 'withdraw* .. consent', 'withdraw your consent', 'withdraw cash'],
      ['object', 'object to', 'object to processing', 'objects of art'],
      ['complain_authority', 'complain* .. authority', 'complain to the authority', 'compliant'],
      ['opt_out_mailing', 'unsubscribe / opt+out', 'unsubscribe from mailings', 'option'],
      ['stop_processing', 'stop .. processing', 'stop processing', 'bus stop'],
    ],
  },
};

/** How requests on data are made and answered. */
export const procedure: Lexicon = {
  facet: 'rights_procedure',
  scope: { in: ['rights', 'ask_data'], not: ['content_rules', 'cookies'] },
  rows: {
    ru: [
      [
        'email',
        'по|на|через .. электронн* почт*|адрес* ... / письм* .. электронн*',
        'направьте запрос на электронную почту',
        'почтовый индекс',
        { in: ['ask_data'] },
      ],
      ['phone', 'по .. телефон*', 'обратиться по телефону', 'телефонный справочник', { in: ['ask_data'] }],
      [
        'form',
        'форм* обратной связи / через .. форму / форму на сайте',
        'через форму обратной связи',
        'форма собственности',
        { in: ['rights', 'ask_data'] },
      ],
      [
        'account_settings',
        'в .. личном кабинете / личный кабинет / настройках .. аккаунта|профиля|приложени* / функци* редактирован*',
        'в личном кабинете',
        'кабинет врача',
        { in: ['rights', 'ask_data'] },
      ],
      [
        'written_application',
        'письменн* .. заявлени*|запрос*|обращени*|форм* / в письменном виде|форме / заявлени* .. почт*',
        'письменное заявление',
        'письменный стол',
        { in: ['ask_data', 'rights'], not: ['changes'] },
      ],
      [
        'messenger',
        'whatsapp|telegram|мессенджер*',
        'запрос через Telegram',
        'телеграмма',
        { in: ['ask_data'] },
      ],
      [
        'support_service',
        'служб* поддержки / в поддержку / техподдержк*',
        'обратиться в службу поддержки',
        'поддержка цен',
        { in: ['ask_data', 'rights'] },
      ],
      [
        'response_deadline',
        'в .. течение .. # .. дней|часов / срок* .. # .. дней / # .. рабочих|календарных .. дней',
        'ответ в течение 15 дней',
        'день недели',
        { in: ['ask_data', 'rights'], not: ['changes'] },
      ],
      [
        'documents_required',
        'подтвержден* .. документ* / документ* .. подтвержда*|удостоверя* / подтвержд* личност*',
        'подтверждённый документами',
        'документ принят',
        { in: ['rights', 'ask_data'] },
      ],
    ],
    kk: [
      ['email', 'пошта* .. жаз*|хабарлас*', 'поштаға жазыңыз', 'пошташы', { in: ['ask_data'] }],
      ['support_service', 'қолдау қызмет*', 'қолдау қызметіне', 'қолмен', { in: ['ask_data', 'rights'] }],
      ['account_settings', 'жеке кабинет*', 'жеке кабинетте', 'жеке', { in: ['rights', 'ask_data'] }],
      ['response_deadline', '# .. жұмыс|күнтізбелік күн*', '15 жұмыс күні', 'жұмыс', { in: ['ask_data'] }],
    ],
    en: [
      [
        'account_settings',
        'account|app+settings / in+your+account',
        'in account settings',
        'open an account',
        { in: ['rights', 'ask_data'] },
      ],
      ['support_service', 'support+team|service', 'contact our support team', 'supported'],
      ['response_deadline', 'within # .. days', 'within 30 days', 'daily'],
      ['form', 'contact+form / web+form', 'via the contact form', 'format'],
    ],
  },
};

/** Withdrawal of consent. */
export const withdrawal: Lexicon = {
  facet: 'withdrawal',
  scope: { in: ['rights', 'rights_not', 'ask_data', 'retention', 'consent'] },
  rows: {
    ru: [
      [
        'any_time',
        'отозва*|отзыв* ... в любо* время|момент* / в любо* время|момент .. отозва*',
        'отозвать в любое время',
        'отзыв о товаре',
      ],
      [
        'by_email',
        'отозва*|отзыв* ... электронн* почт*|email|письм*',
        'отозвать по электронной почте',
        'отзыв о почте',
      ],
      ['by_written', 'отозва*|отзыв* ... письменн*', 'отозвать письменным заявлением', 'отзыв о письме'],
      [
        'service_may_stop',
        'отзыв*|отозва* ... прекращен*|невозможн*|ограничен* .. услуг*|сервис*|оказани*|доступ*|использован*',
        'отзыв влечёт прекращение услуг',
        'отзыв об услугах',
      ],
      [
        'obligations_block',
        'неисполнен*|исполненн* .. обязательств* / обязательств* ... отозва* / отозва* ... обязательств*',
        'при неисполненном обязательстве',
        'обязательный платёж',
      ],
      [
        'legal_exceptions',
        'отозва*|отзыв* ... кроме|исключени* .. случа* .. предусмотрен*|закон*',
        'отозвать, кроме случаев, предусмотренных законом',
        'кроме выходных',
      ],
      [
        'prior_processing_valid',
        'отзыв* ... не влияет / до отзыва ... законн*',
        'отзыв не влияет на прежнюю обработку',
        'влияние погоды',
      ],
      [
        'processing_may_continue',
        'отзыв* ... вправе продолж*',
        'после отзыва оператор вправе продолжить',
        'продолжение следует',
      ],
    ],
    kk: [
      [
        'any_time',
        'келісім* ... кез келген уақыт* .. кері / кез+келген+уақытта ... келісім*',
        'келісімді кез келген уақытта кері қайтару',
        'кез келген',
      ],
    ],
    en: [
      ['any_time', 'withdraw* ... at+any+time', 'withdraw consent at any time', 'any time soon'],
      [
        'prior_processing_valid',
        'withdraw* ... not affect',
        'withdrawal does not affect earlier processing',
        'affection',
      ],
    ],
  },
};
