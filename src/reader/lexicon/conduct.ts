import type { Lexicon } from './row.ts';

/** What cookies and like technologies are for, and how they are controlled. */
export const cookies: Lexicon = {
  facet: 'cookies',
  scope: { in: ['cookies'], not: ['cookies_not'], headings: true },
  rows: {
    ru: [
      [
        'functionality',
        'работоспособност* / функциональност* .. / корректн*|нормальн* .. работ* / удобств* / удобн* .. работ*|использован* / пользовательск* опыт* / необходим* .. cookie / функциональные cookie / улучш* .. работ*|сайт*|функциональн* / работы сайта',
        'для удобства использования',
        'угодья',
        { in: ['cookies'], not: ['rights_not', 'cookies_not'] },
      ],
      [
        'authentication',
        'распозна* / аутентифик* / авторизац* / сохран* .. сеанс*|вход*|сесси*|авториз* / узнава* .. вас|пользовател*',
        'распознавать вас при входе',
        'знак качества',
      ],
      [
        'personalisation',
        'персонализ* / запомина*|запомн* .. настройк*|предпочт*|язык|информаци*|выбор* / сохран* настройк*|предпочт*|язык|выбор* / индивидуальн* настройк* / настраивать .. сайт* / предпочтени* / выбранн* город*|язык*',
        'запоминать настройки',
        'память',
      ],
      [
        'analytics',
        'анализ* / аналитик* / статистик* / понима* .. использ*|взаимодейст* / подсчет*|подсчитыва* .. посещ* / посещаемост* / поведени*',
        'анализировать поведение',
        'анальгин',
      ],
      [
        'advertising',
        'отображ*|показ* .. реклам* / релевантн* .. реклам* / таргет* / реклам* / рекламн* cookie',
        'показывать рекламу',
        'реклассификация',
        { not: ['rights', 'cookies_not'] },
      ],
      ['security', 'безопасност* / мошенничеств* / смягчени* рисков', 'для безопасности', 'опасный груз'],
      [
        'marketing_measurement',
        'эффективност* .. реклам*|маркетинг*|кампани*|сайт* / исследовани* рынка / конверси* / отслеживан* доход*',
        'измерять эффективность рекламы',
        'эффектный вид',
      ],
      [
        'browser_control',
        'настройк* .. браузер* / браузер* ... настройк*|отключ*|блокиров*|удал*|отказ* / отключ*|удал*|заблокиров* .. cookie / очист*',
        'отключить в настройках браузера',
        'новый браузер',
      ],
      [
        'consent_required',
        'согласи* .. использован* .. cookie|куки / баннер* / с .. согласи* ... cookie',
        'баннер согласия',
        'банный день',
        { in: ['cookies'], not: ['grounds', 'permissions', 'cookies_not'] },
      ],
      [
        'limits_on_refusal',
        'отключ*|отказ*|блокиров*|удал*|отклоня* ... ограничит*|повлия*|недоступн*|нарушен*|некорректн*|невозможн* / может .. ограничить|повлиять|нарушена / снова .. предлож*',
        'отключение может повлиять на работу',
        'отключение света',
      ],
      ['beacons', 'маяк* / маяки / пиксел* / beacon*', 'веб-маяки', 'маятник'],
      [
        'local_storage',
        'локальн* хранилищ* / localstorage / local+storage',
        'локальное хранилище',
        'локальный пирог',
      ],
      [
        'third_party_cookies',
        'сторонн* .. cookie|файл* / третьих лиц .. cookie / google .. устанавлива*|использу* .. cookie / cookie .. третьих|сторонн*',
        'сторонние cookie',
        'странные люди',
      ],
      [
        'not_used',
        'не использ* .. cookie|куки',
        'не использует cookie',
        'использует cookie',
        { in: ['cookies'], not: [] },
      ],
    ],
    kk: [
      ['functionality', 'жұмыс* .. қамтамасыз|дұрыс / ыңғайлы*', 'сайт жұмысын қамтамасыз ету', 'жұма'],
      ['authentication', 'кіру сеанс* / сеанс*|сессия* .. сақта*', 'кіру сеансын сақтау', 'кірпіш'],
      [
        'personalisation',
        'тіл* .. сақта*|сеанс / баптау* .. сақта* / интерфейс тіл* / тіл баптау*',
        'тілді сақтау',
        'тілек',
      ],
      [
        'analytics',
        'талдау* / статистика* / аналитика*',
        'талдау үшін',
        'талап',
        { in: ['cookies'], not: ['data'] },
      ],
      ['browser_control', 'браузер* .. баптау* / өшіруге+болады', 'браузер баптауларында', 'браузер атауы'],
      ['security', 'қауіпсіздік*', 'қауіпсіздік үшін', 'қауым'],
      ['limits_on_refusal', 'өшіру ... шекте* / шектеуі+мүмкін', 'өшіру жұмысты шектеуі мүмкін', 'шекара'],
      ['local_storage', 'жергілікті жад*', 'жергілікті жад', 'жергілікті жер'],
    ],
    en: [
      [
        'functionality',
        'function* .. properly|site|website / necessary+cookie / essential+cookie / work properly',
        'necessary cookies',
        'funny',
      ],
      [
        'authentication',
        'login+session / signed+in / authenticat* / recogni*',
        'to keep you signed in',
        'sign here',
      ],
      [
        'personalisation',
        'remember .. language|preference|setting / preference / interface+language',
        'remember your preferences',
        'member',
      ],
      ['analytics', 'analy* / statistic*', 'for analytics', 'annual', { in: ['cookies'], not: ['transfer'] }],
      ['advertising', 'advertis* / relevant ads', 'for advertising', 'advice'],
      [
        'browser_control',
        'browser .. settings / disable .. cookie / block .. cookie',
        'in browser settings',
        'new browser',
      ],
      [
        'limits_on_refusal',
        'may+limit / may not .. work|function / disabl* ... may',
        'disabling may limit the app',
        'speed limit',
      ],
      ['local_storage', 'local+storage', 'local storage', 'local shop'],
      ['beacons', 'beacon / pixel', 'web beacons', 'bacon'],
      ['third_party_cookies', 'third+party+cookie', 'third-party cookies', 'third floor'],
    ],
  },
};

/** Named analytics tools. */
export const tools: Lexicon = {
  facet: 'analytics_tools',
  scope: {},
  rows: {
    ru: [
      ['google_analytics', 'google analytics / гугл аналитик*', 'Google Analytics', 'Google Карты'],
      ['google_tag_manager', 'google tag manager / gtm', 'Google Tag Manager', 'Google'],
      ['yandex_metrica', 'яндекс метрик* / yandex metri* / яндексметрик*', 'Яндекс.Метрика', 'Яндекс.Еда'],
      ['firebase_analytics', 'firebase', 'Firebase Analytics', 'fire'],
      ['posthog', 'posthog', 'PostHog', 'post'],
      ['sentry', 'sentry', 'Sentry', 'sent'],
      ['vercel_analytics', 'vercel', 'Vercel Analytics', 'verse'],
      ['callgear', 'callgear', 'CallGear', 'call'],
      [
        'generic',
        'веб+аналитик* / счетчик* .. посещ*|статист* / компани* .. аналитик* / сервис* .. аналитик* / системы+аналитики',
        'сервисы веб-аналитики',
        'аналитическая записка',
      ],
    ],
  },
};

/** Advertising messages and the say in them. */
export const marketing: Lexicon = {
  facet: 'marketing',
  scope: { in: ['marketing'], not: ['cookies', 'content_rules', 'third_sites', 'transfer_not'] },
  rows: {
    ru: [
      [
        'sends_marketing',
        'рассыл* / реклам* .. материал*|информац*|сообщени*|характер* / специальн* предложени* / маркетингов* .. информац*|сообщени*|материал* / направл* .. предложени*',
        'рассылка рекламных материалов',
        'маркетинг как наука',
        {
          in: ['purposes', 'marketing', 'consent'],
          not: ['cookies', 'content_rules', 'third_sites', 'transfer_not'],
        },
      ],
      [
        'consent_required',
        'рассыл*|реклам*|маркетинг* ... с .. согласия / с .. согласия ... рассыл*|реклам*',
        'рассылка с согласия клиента',
        'реклама у метро',
      ],
      [
        'opt_out',
        'отказат* ... рассыл*|реклам*|уведомл* / рассыл* ... отказа* / отписа*',
        'отказаться от рассылки',
        'отказ в приёме',
        { in: ['marketing'], not: ['cookies'] },
      ],
      [
        'no_marketing',
        'не .. использу*|направля*|отправля* .. реклам*|маркетинг*|рассыл*',
        'не отправляем рекламу',
        'отправляем рекламу',
      ],
      [
        'channel_email',
        'рассыл*|реклам* ... электронн* почт* / рассыл*|реклам* ... email|имейл / рассыл*|реклам* ... e+mail',
        'рассылка по электронной почте',
        'почта России',
      ],
      ['channel_sms', 'рассыл*|реклам* ... смс|sms', 'рассылка по SMS', 'смс-код'],
      [
        'channel_messenger',
        'рассыл*|реклам* ... whatsapp|telegram|мессенджер*',
        'реклама в мессенджере',
        'мессенджер удобен',
      ],
      ['channel_push', 'рассыл*|реклам* ... push|пуш*', 'рекламные push', 'пушка'],
      [
        'ads_personalisation_optout',
        'отказат* .. персонал* реклам*',
        'отказаться от персонализированной рекламы',
        'персонал отказался',
        { in: [], not: [] },
      ],
    ],
    kk: [
      [
        'sends_marketing',
        'жарнамалық материал* / жарнама* .. хабар*|жолда*|жібер*',
        'жарнамалық материалдар',
        'жария',
        { in: ['purposes', 'marketing'] },
      ],
      ['opt_out', 'жарнама*|хабарлама* .. бас+тарт*', 'жарнамадан бас тарту', 'бастау'],
    ],
    en: [
      [
        'sends_marketing',
        'marketing+message|communication|email / newsletter / promotional',
        'marketing emails',
        'market',
      ],
      ['opt_out', 'unsubscribe / opt+out', 'you can unsubscribe', 'option'],
    ],
  },
};

/** Children and age. */
export const minors: Lexicon = {
  facet: 'minors',
  scope: { in: ['minors'], not: ['content_rules'] },
  rows: {
    ru: [
      [
        'adults_only',
        'достиг* .. 18 / старше 18 / от 18 / 18+лет / совершеннолетн* / не .. предназначен* .. несовершеннолетн*',
        'для лиц старше 18 лет',
        'цена 18 тенге',
      ],
      [
        'min_age',
        'достиг* .. 13|14|16 / старше 13|14|16 / младше|моложе 13|14|16 / 13|14|16+лет',
        'с 14 лет',
        '14 дней',
      ],
      [
        'guardian_consent',
        'согласи* .. родител*|опекун*|представител* / родител*|опекун*|представител* ... согласи*',
        'с согласия родителей',
        'представитель компании',
      ],
      [
        'guardian_request_deletion',
        'родител*|представител*|опекун* ... удал* / связаться ... удаления',
        'родитель может потребовать удалить данные',
        'родительский комитет',
      ],
      [
        'no_knowing_collection',
        'не .. собира* .. сознательно|намеренно|умышленно|осознанно / сознательно|намеренно|умышленно|осознанно не .. собира* / не собира* .. несовершеннолетн*|детей|детях',
        'намеренно не собираем данные детей',
        'намеренно дёшево',
      ],
      [
        'child_accounts',
        'аккаунт*|учетн*|профил* .. ребенка|детск* / детск* .. аккаунт*|профил*',
        'аккаунт ребёнка',
        'детский сад',
      ],
    ],
    kk: [
      ['adults_only', '18 жас* / кәмелетке толған*', '18 жасқа толған', '18 күн'],
      ['min_age', '13|14|16 жас*', '14 жасқа толған', '14 күн'],
      [
        'guardian_consent',
        'ата+ана* ... келісім* / өкіл* ... келісім*',
        'ата-ана келісім береді',
        'келісілген',
      ],
      ['guardian_request_deletion', 'ата+ана* ... жоя|жойыл*', 'ата-ана деректерді жоя алады', 'ата'],
      ['no_knowing_collection', 'бала* ... жинамай*', 'балалардың деректерін жинамаймыз', 'балама'],
      ['child_accounts', 'бала аккаунт* / бала* .. аккаунт*', 'бала аккаунты', 'балық'],
    ],
    en: [
      ['adults_only', '18+years / over 18 / under 18 / age+of+18', 'over 18', '18 items'],
      ['min_age', 'under 13|14|16 / age+of 13|14|16 / 13|14|16+years', 'under 13', '13 items'],
      ['guardian_consent', 'parent*|guardian ... consent*', 'a parent gives consent', 'apparent'],
      [
        'guardian_request_deletion',
        'parent*|guardian ... delet* / delet* .. request .. parent',
        'a parent can delete data',
        'apparent',
      ],
      ['no_knowing_collection', 'not knowingly collect', 'we do not knowingly collect', 'known'],
      ['child_accounts', 'child+account', 'a child account', 'chill'],
    ],
  },
};

/** How data are guarded. */
export const security: Lexicon = {
  facet: 'security',
  scope: { not: ['content_rules', 'operations', 'rights'] },
  rows: {
    ru: [
      [
        'legal',
        'правовые .. меры / правовые организационные',
        'правовые и технические меры',
        'правовая помощь',
      ],
      [
        'organisational',
        'организационн* ... мер* / мер* ... организационн* / внутренн* процедур* / процедур* .. безопасност*',
        'организационные меры',
        'организация доставки',
      ],
      [
        'technical',
        'техническ* ... мер*|средств* / мер* ... техническ* / современн* технологи* / техническими+средствами',
        'технические меры',
        'технический отдел',
      ],
      [
        'tls_https',
        'протокол* .. https / https протокол* / tls / ssl / по+https / шифр* .. https',
        'протокол HTTPS',
        'http',
      ],
      [
        'encryption',
        'шифрован* / зашифров* .. данн*|канал*|соединен* / криптограф* .. защит*|шифр*',
        'применяем шифрование',
        'шифр заказа',
      ],
      [
        'password_protection',
        'парол* ... зашифров*|хеш*|хэш*|шифр* / хешир*|хэшир* / шифрован* ~ паролей|пароля / способами пароли / защит* паролем',
        'пароли хранятся в хешированном виде',
        'забыли пароль',
      ],
      [
        'access_control',
        '=ограничение|=ограничиваем|=ограничен|=ограничения ~ доступ|доступа / доступ ~ =ограничен / доступ .. имеют .. только|уполномочен*|сотрудник* / доступ .. только .. уполномочен*|сотрудник* / разграничен* доступ* / только .. на+основании .. решени* .. уполномоч*',
        'доступ имеют только сотрудники',
        'доступ к сайту',
        { not: ['content_rules', 'permissions', 'rights'] },
      ],
      ['two_factor', 'двухфактор* / двухэтап*', 'двухфакторная аутентификация', 'фактор риска'],
      ['backups', 'резервн* копи*', 'резервное копирование', 'резервный фонд'],
      [
        'audit_monitoring',
        'антивирус* / аудит* безопасност* / мониторинг* .. безопасност*|систем* / журналирован* / регулярн* .. проверк* .. безопасност*',
        'аудит безопасности',
        'аудиокнига',
        { not: ['content_rules'] },
      ],
      [
        'data_centres',
        'центр* .. обработки данных / дата+центр*',
        'в центрах обработки данных',
        'центр города',
      ],
      [
        'incident_notice',
        'утечк* ... уведом* / уведом* ... утеч*|инцидент*',
        'уведомим об утечке',
        'утечка газа',
      ],
      [
        'staff_confidentiality',
        'сотрудник*|работник* ... неразглашен*|конфиденциальност* / обязательств* о неразглашен*',
        'сотрудник дал обязательство о неразглашении',
        'сотрудник месяца',
      ],
      [
        'dpo_appointed',
        'назнач* .. ответственн* / лицо ответственное за',
        'назначено ответственное лицо',
        'назначение препарата',
      ],
      ['token_protection', 'токен* ... защит*|защищ*|хран*', 'токены защищены', 'токарь'],
      [
        'certified_infrastructure',
        'сертифицирован* .. сервер*|центр*|инфраструктур* / iso 27001',
        'сертифицированные серверы',
        'сертификат подарка',
      ],
      [
        'no_absolute_guarantee',
        'не .. гарантир* .. абсолютн*|полн*|безопасн* / ни+один метод ... безопасн* / абсолютн* .. безопасност*',
        'не гарантируем абсолютную безопасность',
        'гарантийный талон',
        { not: ['content_rules'] },
      ],
      [
        'user_duties',
        '@user .. обязу*|обязан* .. разглаша*|хранить|сохранять .. / обязуетесь не разглашать / не разглашать ... логин*|парол* / рекоменду* .. антивирус*|парол* / сохранность .. парол*',
        'клиент обязан хранить пароль',
        'обязан платить',
        { not: ['content_rules'] },
      ],
    ],
    kk: [
      [
        'organisational',
        'ұйымдық* / ұйымдастыру* .. шара* / ұйымдастырушылық',
        'ұйымдық шаралар',
        'ұйқы',
        { in: ['security'] },
      ],
      [
        'technical',
        'техникалық .. шара* / ұйымдық техникалық / техникалық+шифрлау',
        'техникалық шаралар',
        'техника',
      ],
      ['legal', 'құқықтық .. шара*', 'құқықтық шаралар', 'құқық'],
      ['tls_https', 'https+арқылы / шифрлау* https / tls / ssl / https+хаттама*', 'HTTPS арқылы', 'http'],
      ['encryption', 'шифрлау* / шифрланған', 'шифрлау', 'шикі'],
      ['password_protection', 'құпиясөз* ... хэш*|шифр*', 'құпиясөздер хэш түрінде', 'құпия'],
      ['access_control', 'қолжетімділік .. шектел*', 'қолжетімділік шектелген', 'қолмен'],
      [
        'no_absolute_guarantee',
        'толық .. қауіпсіз емес / кепілдік бермей*',
        'толық қауіпсіз емес',
        'толық нұсқа',
      ],
    ],
    en: [
      [
        'organisational',
        'organi*ational ... measures / organizational|organisational',
        'organisational measures',
        'organise a party',
      ],
      ['technical', 'technical ... measures', 'technical measures', 'technician'],
      ['tls_https', 'over|using|via|encryption .. https / tls / ssl', 'over HTTPS', 'http'],
      ['encryption', 'encryption', 'using encryption', 'crypt'],
      ['password_protection', 'password ... hash*|encrypt*', 'passwords are hashed', 'lost password'],
      [
        'access_control',
        'access .. restricted|limited / restrict* access',
        'access is restricted',
        'access the site',
      ],
      [
        'no_absolute_guarantee',
        'no+method ... secure / no ... completely|absolutely secure / not guarantee',
        'no method is completely secure',
        'secure site',
      ],
      ['backups', 'backup', 'regular backups', 'back door'],
      ['two_factor', 'two+factor', 'two-factor login', 'two cats'],
      ['incident_notice', 'breach ... notify / notify ... breach', 'notify you of a breach', 'breathe'],
    ],
  },
};

/** Automated decisions and artificial intelligence. */
export const automation: Lexicon = {
  facet: 'automation',
  scope: { not: ['cookies'] },
  rows: {
    ru: [
      [
        'automated_processing',
        'осуществля*|производ*|использу* .. автоматизирован* .. обработк*|решени* / профилировани* / автоматизирован* принят* решен*',
        'осуществляется автоматизированная обработка',
        'автоматическая мойка',
        { not: ['rights_not', 'cookies'] },
      ],
      [
        'ai_processing',
        'искусственн* интеллект* / машинн* обучени* / ai+анализ*|функци*|модел* / нейросет* / =ии+сервис*|технологи*|модел*',
        'с помощью искусственного интеллекта',
        'интеллектуальная игра',
      ],
      [
        'no_solely_automated',
        'не ... решени* ... исключительно .. автоматизирован*',
        'не принимаем решений исключительно на автоматизированной основе',
        'принимаем решения',
      ],
      [
        'human_review',
        'автоматизирован* ... пересмотр* .. человек* / пересмотр* .. решени* .. человек*',
        'пересмотр автоматизированного решения человеком',
        'человек дождя',
      ],
    ],
    kk: [
      [
        'automated_processing',
        'автоматты .. баға*|өңде* / автоматтандырыл* .. өңде*',
        'автоматты өңделеді',
        'автомат',
      ],
      [
        'ai_processing',
        'жасанды интеллект* / ии .. қызмет*|жеткізуші*',
        'жасанды интеллект көмегімен',
        'жасыл',
      ],
    ],
    en: [
      [
        'automated_processing',
        'automat* .. decision|processing|profiling / scored automatically / automatically .. scored|assessed',
        'automated decisions',
        'automobile',
      ],
      [
        'ai_processing',
        'artificial+intelligence / ai .. provider|technolog*',
        'artificial intelligence',
        'artist',
      ],
      [
        'no_solely_automated',
        'not ... decision ... solely .. automated',
        'no decisions: we do not make a decision solely by automated means',
        'automated',
      ],
    ],
  },
};
