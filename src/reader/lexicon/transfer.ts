import type { Lexicon } from './row.ts';

/** Who gets data. */
export const recipients: Lexicon = {
  facet: 'recipients',
  scope: { in: ['transfer'], not: ['rights', 'content_rules', 'third_sites', 'cookies'] },
  rows: {
    ru: [
      [
        'government',
        'государственн* .. орган* / правоохранительн* / уполномоченн* .. государствен* орган* / орган* дознания|следствия|власти / судам|судебным / госорган*',
        'государственным органам по запросу',
        'государственный язык',
      ],
      [
        'service_providers',
        'провайдер* услуг / поставщик* .. услуг / подрядчик* / сторонн* .. организаци*|поставщик* / исполнител* / обработчик*',
        'поставщикам услуг',
        'поставки товара',
        {
          in: ['transfer', 'security'],
          not: ['rights', 'content_rules', 'third_sites', 'cookies', 'retention'],
        },
      ],
      [
        'analytics_providers',
        'аналитическ* .. сервис*|компани* / компани* .. по+аналитике|аналитики / по аналитике / google .. аналитик* / google analytics / метрика / сервис* .. аналитик*',
        'компаниям по аналитике',
        'аналитика рынка',
      ],
      [
        'hosting_cloud',
        'хостинг* / облачн* .. сервис*|хранилищ*|провайдер*|инфраструктур* / дата центр*',
        'хостинг-провайдеру',
        'облачность',
      ],
      [
        'payment_providers',
        'платежн* .. провайдер*|систем*|сервис*|агент*|оператор* / банк|банкам|банки|банками / эквайр* / провайдер* платеж*',
        'платёжным системам',
        'платёжные данные',
        { in: ['transfer', 'data_not', 'data'], not: ['rights', 'content_rules', 'third_sites'] },
      ],
      [
        'messaging_providers',
        'sms|смс .. оператор*|провайдер*|шлюз*|рассыл* / sms|смс+сообщени* / инструмент* коммуникац* / сервис* рассыл* / push .. сервис* / почтов* .. сервис* / третьим ... отправк* sms|смс',
        'SMS-провайдерам',
        'SMS приходит ночью',
      ],
      [
        'ai_providers',
        'искусственн* интеллект* / openai / нейросет* / =ии+провайдер*|сервис*|поставщик* / сервис*|провайдер* .. машинного обучения',
        'сервисам искусственного интеллекта',
        'интеллектуальные права',
      ],
      [
        'lawyers_specialists',
        'юристам|юристами|адвокат*|врачам|специалистам|экспертам|аудитор*|консультантам|нотариус*',
        'передача адвокатам',
        'юридический адрес',
      ],
      [
        'affiliates',
        'аффилир* / дочерн* .. компани*|общества|организаци* / групп* компаний / холдинг*',
        'аффилированным лицам',
        'афиша',
        {
          in: ['transfer', 'security'],
          not: ['rights', 'content_rules', 'third_sites', 'cookies', 'definition'],
        },
      ],
      [
        'partners',
        'партнер|партнерам|партнеры|партнерами|партнеру|партнеров',
        'нашим партнёрам',
        'портной',
        {
          in: ['transfer', 'security'],
          not: ['rights', 'content_rules', 'third_sites', 'cookies', 'data_not'],
        },
      ],
      [
        'delivery_services',
        'служб*|компани*|курьер* .. доставк* / курьер* / почтов* оператор* / транспортн* компани*',
        'службам доставки',
        'адрес доставки',
      ],
      [
        'other_users',
        'другим пользовател* / другими пользовател* / иным пользовател* / иными пользовател* / арендодател* / продавц* / покупател* .. видят',
        'другим пользователям',
        'другой товар',
        { in: ['transfer'], not: ['rights', 'content_rules', 'third_sites', 'cookies', 'data'] },
      ],
      [
        'business_successor',
        'реорганизац* / правопреемник* / приобретател* / продаж* бизнеса / слияни*',
        'правопреемнику при реорганизации',
        'преемственность',
      ],
      [
        'subject_directed',
        '@user .. просят|просит|просите|указали|поручили .. направить|передать|переслать / по .. просьбе .. пользовател* переда*',
        'лицам, которым вы просите передать данные',
        'пользователь просит скидку',
      ],
      [
        'social_platforms',
        'социальн* сет* / facebook|instagram|telegram|whatsapp|vk / магазин* приложений',
        'социальным сетям',
        'социальные гарантии',
      ],
      [
        'map_providers',
        'картографическ* / google maps / яндекс карты / 2гис|2gis',
        'картографическому сервису',
        'карта',
      ],
      [
        'call_tracking',
        'коллтрекинг* / callgear / аналитик* звонк*',
        'сервису коллтрекинга',
        'звонок клиенту',
      ],
      [
        'public',
        'неограниченн* кругу / публикуются .. открыт* / видны всем',
        'неограниченному кругу лиц',
        'круглый стол',
        { in: ['transfer'], not: ['except', 'rights', 'content_rules', 'cookies'] },
      ],
    ],
    kk: [
      [
        'government',
        'мемлекеттік орган* / құқық қорғау орган* / сот*',
        'мемлекеттік органдарға',
        'мемлекеттік тіл',
      ],
      [
        'service_providers',
        'көмектесетін .. жеткізуші* / қызмет .. жеткізуші* / мердігер*',
        'қызмет жеткізушілерге',
        'қызмет түрі',
      ],
      ['analytics_providers', 'метрика* / аналитика* / google analytics', 'аналитика қызметіне', 'анализ'],
      ['hosting_cloud', 'хостинг* / бұлтты*', 'хостинг жеткізушілері', 'хат'],
      [
        'payment_providers',
        'төлем .. провайдер*|жүйе* / банк*',
        'төлем провайдері',
        'төлем тарихы',
        { in: ['transfer', 'data_not', 'data'], not: ['rights'] },
      ],
      [
        'messaging_providers',
        'push .. жеткізу / sms* / хабарлама* жеткізу',
        'push-хабарламаларды жеткізу қызметі',
        'хабар',
      ],
      [
        'ai_providers',
        'ии .. жеткізуші*|қызмет* / жасанды интеллект*',
        'ИИ жеткізушілері',
        'ион',
        { in: [], not: ['rights'] },
      ],
      ['partners', 'серіктес*', 'серіктестерге', 'серік'],
      [
        'delivery_services',
        'тауар* жеткізу / курьер*',
        'курьерлік қызметке',
        'жеткен',
        { in: ['transfer'], not: ['rights'] },
      ],
      ['affiliates', 'аффилир* / үлестес*', 'үлестес тұлғаларға', 'үлес'],
    ],
    en: [
      [
        'government',
        'government* / authorit* / law+enforcement / court',
        'government authorities',
        'governance',
      ],
      [
        'service_providers',
        'service+provider / providers .. help / contractor / processor',
        'our service providers',
        'service terms',
        { in: ['transfer'], not: ['rights', 'abroad', 'cookies'] },
      ],
      ['analytics_providers', 'metrica / analytics / google+analytics', 'analytics providers', 'annual'],
      ['hosting_cloud', 'hosting / cloud', 'hosting providers', 'loud'],
      [
        'payment_providers',
        'payment+provider|processor|system|gateway / bank',
        'payment providers',
        'payment history',
        { in: ['transfer', 'data_not', 'data'], not: ['rights'] },
      ],
      [
        'messaging_providers',
        'push .. delivery / sms / email delivery|provider',
        'push delivery service',
        'delivery address',
      ],
      [
        'ai_providers',
        'ai .. provider / artificial intelligence provider',
        'AI providers',
        'air',
        { in: [], not: ['rights'] },
      ],
      ['affiliates', 'affiliate*', 'our affiliates', 'affirm'],
      ['partners', 'partners', 'our partners', 'party'],
      ['delivery_services', 'courier / delivery+company|companies', 'courier companies', 'delivery address'],
      ['business_successor', 'merger / acquisition / successor', 'in a merger', 'merchant'],
    ],
  },
};

/** Under which conditions data are passed on. */
export const transferConditions: Lexicon = {
  facet: 'transfer_conditions',
  scope: { in: ['transfer'], not: ['rights', 'content_rules', 'cookies', 'third_sites'] },
  rows: {
    ru: [
      [
        'subject_consent',
        '@user .. выразил|выразили|дал|дали|предоставил .. согласи* / с .. согласия .. @user / согласи* на .. передач* / без .. согласия .. @user / при наличии согласия / явно .. согласи* / с+согласия',
        'клиент дал согласие на передачу',
        'без согласования сроков',
        { in: ['transfer', 'transfer_not'], not: ['content_rules', 'cookies', 'permissions', 'grounds'] },
      ],
      [
        'service_necessity',
        'передача .. необходима|нужна .. / необходим* для|в .. оказани*|предоставлени*|использовани*|исполнени*|рамках / для исполнени*|выполнени* .. заказ*|договор*|услуг* / для оказания .. услуг* / исполнени* договор*',
        'передача нужна для услуги',
        'передача завершена',
        { in: ['transfer'], not: ['rights', 'content_rules', 'cookies', 'third_sites', 'grounds'] },
      ],
      [
        'service_necessity',
        'передача .. необходима .. @service|услуги|услуг|договора|рамках / необходимых данных партнерам',
        'передача необходима для услуги',
        'передача завершена',
        { in: [] },
      ],
      [
        'law_required',
        'предусмотрен*|установлен*|рамках|требовани*|соответстви*|порядке|основани* ... @law',
        'в случаях, предусмотренных законом',
        'в законченном виде',
      ],
      [
        'government_request',
        'по .. запрос* ... орган* / орган* ... запрос* / мотивированн* запрос* / в+ответ+на .. запрос*',
        'по запросу органов',
        'по просьбе клиента',
      ],
      [
        'rights_protection',
        'защит* .. прав .. интерес*|компани*|оператор*|администрац* / защит* прав и / защит* .. законн* интерес*',
        'для защиты прав компании',
        'для защиты глаз',
      ],
      [
        'business_transfer',
        'реорганизац* / продаж* .. бизнес* / слияни*|поглощени* / смен* собственник*',
        'при реорганизации бизнеса',
        'при организации',
      ],
      [
        'depersonalised_only',
        'обезличен* ... переда* / после обезличивания / переда* ... обезличен* / только .. обезличен*',
        'передаются после обезличивания',
        'личные вещи',
      ],
      [
        'processor_contract',
        'договор* .. поручени*|конфиденциальност* / обязу* .. соблюд* конфиденциальност* / соглашени* .. конфиденциальност*|неразглашен*',
        'на основании договора поручения',
        'договор аренды',
      ],
      [
        'minimal_volume',
        'объем* .. необходим* / минимальн* .. объем*|необходим* / необходим* объем*',
        'в минимально необходимом объёме',
        'объёмный груз',
      ],
      [
        'user_made_public',
        'для общего доступа / сделал* .. общедоступн* / неограниченн* круг* ... доступ*',
        'для общего доступа',
        'общий счёт',
        { in: [] },
      ],
    ],
    kk: [
      [
        'subject_consent',
        'келісім* .. берген|білдірген / келісімімен',
        'келісім берген жағдайда',
        'келісілген',
      ],
      ['service_necessity', 'беру .. қажет / қызмет .. үшін+қажет', 'қызмет үшін қажет', 'қажетті'],
      [
        'law_required',
        'заң* .. талап|көзделген|белгіленген / заң* .. жағдай*',
        'заң талап еткен жағдайда',
        'заңгер',
        { in: ['transfer'], not: ['rights', 'retention'] },
      ],
      ['government_request', 'дәлелді сұра* / орган* .. сұра*', 'дәлелді сұрауы бойынша', 'сұрақ'],
      ['minimal_volume', 'қажетті көлем*', 'қажетті көлемде', 'көлемді'],
    ],
    en: [
      [
        'subject_consent',
        'with .. your consent / consent* to .. sharing|transfer / without your consent',
        'with your consent',
        'content',
      ],
      [
        'service_necessity',
        'necessary to .. provide|perform',
        'necessary to provide the service',
        'necessary time',
      ],
      [
        'law_required',
        'required|permitted+by+law / where .. law',
        'where required by law',
        'lawyer',
        { in: ['transfer'], not: ['rights', 'retention'] },
      ],
      [
        'government_request',
        'request .. authorit* / court+order',
        'at the request of authorities',
        'on request',
      ],
      ['rights_protection', 'protect .. our+rights', 'to protect our rights', 'protect data'],
      [
        'business_transfer',
        'merger|acquisition|sale .. business|company|assets',
        'sale of the business',
        'sale of goods',
      ],
      ['minimal_volume', 'extent necessary / minimum+necessary', 'only to the extent necessary', 'extended'],
    ],
  },
};

/** What the operator says it will not do with others. */
export const transferRestrictions: Lexicon = {
  facet: 'transfer_restrictions',
  scope: { in: ['transfer_not'], not: ['rights', 'content_rules', 'cookies'] },
  rows: {
    ru: [
      [
        'no_sale',
        'не .. продае*|продаем|продает|продаются|продают',
        'мы не продаём данные',
        'мы продаём товары',
      ],
      [
        'no_ads_sharing',
        'не .. переда*|предоставл* ... реклам*',
        'не передаём рекламодателям',
        'реклама на сайте',
      ],
      [
        'no_marketing_sharing',
        'не .. переда*|предоставл* ... маркетинг*',
        'не передаём для маркетинга',
        'маркетинг услуг',
      ],
      [
        'no_transfer_default',
        'не .. переда*|раскрыва*|предоставл* .. третьим|данные|информацию|их',
        'не передаёт данные третьим лицам',
        'передаёт данные',
      ],
      [
        'no_publication',
        'не .. публику*|распростран* / без права размещени*',
        'не публикуем ваши данные',
        'публикуем отзывы',
      ],
    ],
    kk: [
      ['no_sale', 'сатпай*', 'деректерді сатпаймыз', 'сатамыз'],
      ['no_transfer_default', 'бермейміз|бермейді', 'үшінші тұлғаларға бермейміз', 'береміз'],
    ],
    en: [
      ['no_sale', 'not .. sell / never .. sell', 'we do not sell data', 'we sell goods'],
      [
        'no_transfer_default',
        'not .. share|disclose .. third',
        'we do not share with third parties',
        'we share it',
      ],
    ],
  },
};

/** Transfer over the border. */
export const crossBorder: Lexicon = {
  facet: 'cross_border',
  scope: { in: ['abroad'] },
  rows: {
    ru: [
      [
        'possible',
        'переда*|хран*|сервер*|обрабатыва* ... пределам*|зарубеж*|иностран* / зарубеж* .. компани* / вне территории / за+пределы|пределами / осуществля* трансграничн*',
        'серверы за пределами страны',
        'внутри страны',
        { in: ['abroad'] },
      ],
      [
        'with_consent',
        'трансграничн* ... согласи* / согласи* ... трансграничн* / пределы ... согласи*',
        'трансграничная передача с согласия',
        'согласие на обработку',
      ],
      [
        'adequate_protection',
        'адекватн* .. защит* / обеспечива* .. защит* персональных / надлежащ* .. уровень|защит*',
        'при адекватной защите',
        'адекватная цена',
      ],
      [
        'per_law',
        'стать* 16 / трансграничн* ... законодательств* / пределы ... соответстви* .. закон*',
        'по статье 16 закона',
        'статья 5',
      ],
      [
        'contractual_safeguards',
        'договорн* .. гаранти* / стандартн* договорн*',
        'договорные гарантии',
        'договор аренды',
      ],
      [
        'denied',
        'трансграничн* передач* .. не+осуществля* / не .. осуществляет трансграничн* / не переда* .. за+пределы',
        'трансграничная передача не осуществляется',
        'трансграничная передача',
      ],
    ],
    kk: [
      [
        'possible',
        'тыс .. жер*|сервер*|орналасқан / аумағынан+тыс / шетел*',
        'аумағынан тыс серверлер',
        'сыртқы көрініс',
      ],
      ['denied', 'трансшекара* .. жүзеге асырылмай*', 'трансшекаралық беру жүзеге асырылмайды', 'асыра'],
      ['per_law', 'трансшекара* ... заң*', 'трансшекаралық беру заңға сәйкес', 'заң'],
    ],
    en: [
      [
        'possible',
        'outside .. country|kazakhstan / located outside / abroad / international+transfers',
        'servers outside your country',
        'inside the country',
      ],
      ['contractual_safeguards', 'standard+contractual', 'standard contractual clauses', 'standard price'],
      [
        'adequate_protection',
        'adequate .. protection|level',
        'adequate level of protection',
        'adequate price',
      ],
    ],
  },
};

/** Where data lie. */
export const storage: Lexicon = {
  facet: 'storage_location',
  scope: {},
  rows: {
    ru: [
      [
        'kz',
        'хран*|размещ*|находя*|сервер*|баз* .. на территории республики|казахстана|рк / сервер* .. в казахстане|рк',
        'хранятся на территории Казахстана',
        'законы Казахстана',
        { not: ['data_not', 'abroad'] },
      ],
      [
        'abroad',
        'хран*|размещ*|находя*|сервер*|баз* ... территории российской|рф|евросоюза|сша|германии / сервер* .. россии|сша|европ*|германии|нидерланд*',
        'серверы в Германии',
        'поездка в Европу',
        { not: ['data_not'] },
      ],
      [
        'abroad_possible',
        'сервер* .. вне|иностранн*|пределам*|пределы / зарубежн* сервер*',
        'серверы за пределами страны',
        'серверы компании',
      ],
      [
        'own_servers',
        'сервер* компании|оператора|администрации / наш* сервер* / собственн* сервер*',
        'на серверах компании',
        'сервер недоступен',
        { not: ['data_not', 'transfer_not'] },
      ],
      [
        'provider_servers',
        'сервер* ... поставщик*|провайдер*|хостинг* / хран* .. облак*|облачн*|хостинг*',
        'на серверах провайдера',
        'сервер недоступен',
        { not: ['data_not'] },
      ],
      ['data_centre', 'центр* .. обработки данных / дата+центр* / цод', 'в дата-центрах', 'центр города'],
      [
        'per_law',
        'хран* .. месте|территории .. соответстви* .. закон*',
        'хранится на территории в соответствии с законом',
        'хранится дома',
      ],
    ],
    kk: [
      [
        'abroad_possible',
        'тыс .. сервер* / тыс+жерде ... сервер* / шетел* сервер*',
        'елден тыс серверлер',
        'сервер',
      ],
      ['kz', 'қазақстан* .. аумағында ... сақтал*', 'Қазақстан аумағында сақталады', 'Қазақстан заңы'],
      ['own_servers', 'компания* сервер* / оператордың сервер*', 'компания серверлерінде', 'сервер'],
    ],
    en: [
      ['abroad_possible', 'servers ... outside', 'servers outside your country', 'servers at home'],
      ['own_servers', 'our+servers', 'on our servers', 'servers of partners', { not: ['data_not'] }],
      ['provider_servers', 'servers .. provider / cloud+storage', 'on cloud storage', 'clouds'],
      [
        'kz',
        'stored .. in+kazakhstan / servers .. in+kazakhstan',
        'stored in Kazakhstan',
        'laws of Kazakhstan',
      ],
    ],
  },
};

/** How long data are kept and what comes then. */
export const retention: Lexicon = {
  facet: 'retention',
  scope: { in: ['retention'], not: ['cookies', 'content_rules'] },
  rows: {
    ru: [
      [
        'purpose_achieved',
        'цел* обработки .. / достижени* .. цел* / требуют цели / необходим* для .. достижени*|целей / определя* целями / пока .. необходим* / по достижении',
        'до достижения целей',
        'цель сбора',
        { in: ['retention'], not: ['cookies', 'content_rules', 'rights', 'transfer'] },
      ],
      [
        'until_account_deletion',
        'до удалени* .. аккаунт*|учетн*|профил* / пока .. аккаунт*|учетн* / на .. срок .. действи* .. договор*|аккаунт* / удалени* .. завершен* .. данные / после удаления .. аккаунт*|учетн* / в+течение+всего срока .. использовани*',
        'до удаления аккаунта',
        'создание аккаунта',
      ],
      [
        'until_withdrawal',
        'до .. отзыва .. согласия / при отзыве согласия / до момента отзыва',
        'до отзыва согласия',
        'отзыв о товаре',
        { in: ['retention'], not: ['cookies'] },
      ],
      [
        'legal_term',
        'срок* .. установлен* .. закон*|законодательств* / срок .. законодательств* / целях .. требовани* .. закон*|законодательств* / течение ... соответстви* .. закон*|законодательств*|требовани* / требовани* законодательств* по хранени* / срок* ... законодательств* / хранение .. требуется .. законодательств*|закон*',
        'в сроки, установленные законом',
        'закон принят',
      ],
      [
        'fixed_term',
        '# лет|года|год|месяцев|месяца|дней|дня|суток / # .. календарных|рабочих дней',
        'хранятся 5 лет',
        'пять статей',
        {
          in: ['retention'],
          not: ['cookies', 'content_rules', 'minors', 'rights', 'ask_data', 'contacts', 'changes'],
        },
      ],
      ['unlimited', 'бессрочн* / неограниченн* срок*', 'хранятся бессрочно', 'срочно'],
      [
        'deleted_after',
        'подлеж* .. уничтожени*|удалени* / после .. удал*|уничтож* / удаля*|уничтожа* .. после|достижени*|истечени* / истечени* ... удал*|уничтож* / все данные удал* / достижении ... уничтож*|удал*',
        'подлежат уничтожению',
        'подлежит оплате',
        { in: ['retention'], not: ['cookies', 'content_rules', 'minors'] },
      ],
      [
        'depersonalised_after',
        'обезличива* .. после|истечени* / уничтож*|удал* .. либо|или обезличив* / подлежат .. обезличив*',
        'удаляются либо обезличиваются',
        'обезличенная статистика',
        { in: ['retention'], not: ['cookies', 'operations', 'transfer'] },
      ],
    ],
    kk: [
      [
        'purpose_achieved',
        'мақсат* .. қажет / мақсат* .. жеткен*',
        'мақсаттар үшін қажет болғанша',
        'мақсат',
      ],
      [
        'until_account_deletion',
        'аккаунт .. белсенді / аккаунт* .. жойылғанға',
        'аккаунт белсенді болғанша',
        'аккаунт ашу',
      ],
      ['until_withdrawal', 'келісім* .. кері .. дейін', 'келісімді кері қайтарып алғанға дейін', 'келісім'],
      [
        'legal_term',
        'заң* .. белгіленген мерзім* / заң .. сақтау .. талап',
        'заңда белгіленген мерзімде',
        'заңгер',
      ],
      [
        'fixed_term',
        '# жыл|ай|күн',
        '5 жыл бойы',
        'жыл сайын',
        { in: ['retention'], not: ['minors', 'contacts', 'changes', 'rights', 'content_rules', 'ask_data'] },
      ],
      [
        'deleted_after',
        'жойылғаннан кейін ... жойыл* / кейін .. жойыл*|жоямыз',
        'аккаунт жойылғаннан кейін деректер жойылады',
        'жоюды сұрау',
      ],
      ['depersonalised_after', 'иесіздендір*', 'иесіздендіріледі', 'иесі'],
    ],
    en: [
      [
        'purpose_achieved',
        'necessary for .. purpose* / as+long+as .. necessary / as long as .. need',
        'as long as necessary for the purposes',
        'the purpose',
      ],
      [
        'until_account_deletion',
        'account+is .. active / while .. account / until .. delete .. account',
        'while your account is active',
        'open an account',
      ],
      ['until_withdrawal', 'until .. withdraw', 'until you withdraw consent', 'withdraw money'],
      [
        'legal_term',
        'period .. required+by+law / required+by+law / retention .. required',
        'for the period required by law',
        'a long period',
        { in: ['retention'], not: ['transfer', 'cookies'] },
      ],
      [
        'fixed_term',
        '# year|month|day',
        'for 5 years',
        'every year',
        { in: ['retention'], not: ['minors', 'contacts', 'changes', 'cookies', 'rights'] },
      ],
      [
        'deleted_after',
        'after ... deleted / deleted after|when|once / deleted+or+anonymi*',
        'after that data are deleted',
        'deleted scene',
        { in: ['retention'], not: ['rights'] },
      ],
      [
        'depersonalised_after',
        'deleted .. anonymi* / anonymi* after',
        'deleted or anonymised',
        'anonymous post',
      ],
    ],
  },
};
