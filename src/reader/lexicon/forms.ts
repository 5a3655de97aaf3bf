/** How names of operators and ways to reach them look: forms of text, not words of policies. */

const company =
  'ТОО|АО|ООО|JSC|PLC|ОАО|ЗАО|ПАО|НАО|ОДО|КХ|ПК|ГКП|РГП|КГУ|ГУ|ЖШС|АҚ|КММ|LLP|LLC|[Тт]оварищ\\p{L}+ с ограниченной ответственностью|[Оо]бществ\\p{L}+ с ограниченной ответственностью|ОБЩЕСТВ\\p{L}+ С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ|[Аа]кционерн\\p{L}+ обществ\\p{L}+|[Чч]астн\\p{L}+ компани\\p{L}+|(?:[Оо]бщественн|[Чч]астн|[Кк]орпоративн|[Бб]лаготворительн)\\p{L}+ (?:[Бб]лаготворительн\\p{L}+ )?(?:[Фф]онд|[Оо]бъединени|[Уу]чреждени)\\p{L}{0,3}|[Рр]еспубликанск\\p{L}+ государственн\\p{L}+ предприяти\\p{L}+[^«\\n]{0,60}|[Гг]осударственн\\p{L}+ (?:учреждени|предприяти)\\p{L}+|[Ll]imited [Ll]iability (?:[Pp]artnership|[Cc]ompany)|[Jj]oint [Ss]tock [Cc]ompany';
const quoted = '[«"“„][^»"”\\n]{1,80}[»"”](?:(?: \\p{L}{2,30}){1,4}[»"”])?';
const personal = '\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}.-]*){0,2}';
const venue =
  'сайты|сервисі|платформасы|қосымшасы|дүкені|стоматологиясы|клиникасы|орталығы|мектебі|командасы|жобасы|студиясы';

/** A firm by its legal form; the name is the first group. */
export const firmForms: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])(?:${company})\\s*(${quoted})`, 'gu'),
  new RegExp(
    `(${quoted})\\s*(?:ЖШС|ЖШҚ|АҚ|КеАҚ|ТОО|АО|КММ|МКК|МКҚК|РМК|РМҚК|ШЖҚ|ҚҚ|ҚБ|(?:(?:[Кк]оммерциялық емес )?[Аа]кционерлік қоғамы|[Жж]еке компаниясы|[Ққ]оғамдық бірлестігі|[Рр]еспубликалық мемлекеттік кәсіпорны|[Жж]ауапкершілігі шектеулі серіктестігі|(?:[Кк]оммуналдық )?мемлекеттік (?:мекемесі|кәсіпорны)|[Ққ]оғамдық қоры|[Жж]еке мекемесі)\\p{L}*)(?![\\p{L}])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:${company})[ \\u00a0]+(\\p{Lu}[\\p{L}\\p{N}&.-]*(?: \\p{Lu}[\\p{L}\\p{N}&.-]*){0,4})`,
    'gu',
  ),
  /((?:\p{Lu}[\p{L}\p{N}&-]*,? ){1,5})(?:LLP|LLC|Ltd|Limited|Inc|GmbH|JSC|Corp|PLC|plc|CIC|B\.V|S\.A|Corporation|Foundation|Trust|Charity)(?![\p{L}])\.?/gu,
];

/** A trader or a person as operator; the name is the first group. */
export const traderForms: readonly RegExp[] = [
  /(?<![\p{L}])(?:ИП|ЖК)\s+([«"“][^»"”\n]{1,60}[»"”]|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]*){0,2})/gu,
  new RegExp(`[Ии]ндивидуальн\\p{L}+ предпринимател\\p{L}+\\s+(${quoted}|${personal})`, 'gu'),
  new RegExp(`(?:[Сс]амозанят\\p{L}+|[Фф]изическ\\p{L}+ лиц\\p{L}+)\\s+(${personal})`, 'gu'),
  new RegExp(`[Жж]еке кәсіпкер\\s+(${quoted}|${personal})`, 'gu'),
  new RegExp(
    `(?<![\\p{L}])(?:[Ii]ndividual [Ee]ntrepreneur|[Ss]ole (?:[Pp]roprietor|[Tt]rader)|IE)\\s+(${quoted}|${personal})`,
    'gu',
  ),
  /([«"“][^»"”\n]{1,60}[»"”])\s+ЖК(?![\p{L}])/gu,
];

/** A brand, a site or an application in place of a person; the name is the first group. */
export const brandForms: readonly RegExp[] = [
  new RegExp(
    `(?:администраци\\p{L}|владел\\p{L}+|команд\\p{L}|разработчик\\p{L}*|создател\\p{L}+)\\s+(?:веб-)?(?:сайта|сервиса|платформы|приложения|проекта|портала|интернет-магазина|бота)\\s+(${quoted}|[\\p{L}\\p{N}.-]{3,60})`,
    'giu',
  ),
  new RegExp(
    `(?:the )?(?:team|operators?|owners?|developers?) (?:of|behind) (${quoted}|\\p{Lu}[\\p{L}\\p{N}.-]{2,60})`,
    'gu',
  ),
  new RegExp(`(${quoted})\\s+(?:${venue})`, 'gu'),
  new RegExp(
    `(?:интернет-магазин|сервис|платформа|компания|клиника|школа|центр|студия|магазин|проект)\\s+(${quoted})`,
    'giu',
  ),
  /(\p{Lu}[\p{L}\p{N}.-]{2,40})\s+\(["“«]\p{Lu}[^)\n]{1,60}(?:we|us|our|мы|біз)["”»]/gu,
];

/** Only a role: «the Company is the controller of the data». */
export const roleForms: readonly RegExp[] = [
  /(?:компания|оператор|администрация|мы|company|we)\s[^.\n]{0,80}(?:контрол[её]р|оператор\p{L}*|controller)\s?(?:персональных\s)?(?:данных|data)?/giu,
];

/** Words before a name that make it a recipient's, not the operator's. */
export const recipientBefore =
  /(?:банк|курьер|провайдер|хостинг|передаё?м|получател|партн[её]р|сервис[ау]?м? рассыл|через|by our|provider)[^.\n]{0,40}$/iu;

const street =
  '(?:ул|улица|пр|просп|проспект|пр-т|пр-кт|мкр|микрорайон|мкр-н|б-р|бульвар|пер|шоссе|наб|пл|к-сі|көшесі|даңғылы|шағын)';

/** Postal addresses. */
export const addressForms: readonly RegExp[] = [
  /(?:(?:юр|факт|почт)[а-яё]*\.?\s)?(?:адрес[а-я]*|мекенжай[ыі]?(?:мыз)?|address):(?!\s*(?:https?:|www\.|[^\s@]+@))[^\n;|]{8,120}/giu,
  new RegExp(`(?:^|[\\s,])(?:г\\.|город|қ\\.)\\s?\\p{Lu}[\\p{L}-]+,\\s?${street}[^\\n;|]{3,80}`, 'giu'),
  new RegExp(`(?<![\\p{L}]|[\\d,.] |\\d )\\p{Lu}[\\p{L}-]{2,},\\s${street}\\.?\\s[^\\n;|]{2,60}\\d`, 'gu'),
  new RegExp(`\\d{6},?\\s[^\\n;|]{0,40}${street}\\.?\\s[^\\n;|]{3,60}`, 'giu'),
  /\p{Lu}[\p{L}-]+ (?:қ\.|қаласы),? [^\n;|]{3,60}(?:көшесі|даңғылы|к-сі|шағын ауданы|бульвары)[^\n;|]{0,20}\d/gu,
  /\d{1,4}[a-zа-я]?,? \p{Lu}[\p{L}'. -]{1,40} (?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Square)\b[^\n;|]{0,60}/gu,
  /\p{Lu}[\p{L}-]+ city, [^\n;|]{3,60}(?:street|avenue|ave|st)\b[^\n;|]{0,20}/gu,
];

/** An address that ends on a code of the United States or the United Kingdom. */
export const postcodeForm =
  /(?:\d{1,5}|P\.?O\.? Box)[^\n;|]{4,80}\b(?:[A-Z]{2} \d{5}(?:-\d{4})?|[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2})(?![\p{L}\p{N}])/gu;

const person = '\\p{Lu}\\p{L}+\\s+\\p{Lu}[\\p{L}.]*';
const office =
  'Руководитель|Директор|Генеральный директор|Исполнительный директор|Председатель правления|Басшысы?|Директоры|Director|CEO|Ответственн\\p{L}+ (?:лицо|за[^:\\n]{3,60})|[Жж]ауапты (?:тұлға|адам|қызметкер)|[Оо]фицер|(?:[Pp]rotection|[Pp]rivacy) [Oo]fficer|[Rr]esponsible (?:person|employee)';

/** The person who answers, named or titled. */
export const headForm = new RegExp(
  `(?:${office})\\s*(?:[:—–,-]|is)?\\s*(?:(?:Mr|Ms|Mrs|Dr)\\.?\\s+)?${person}|(?<!\\p{L})(?:Mr|Ms|Mrs)\\.?\\s+${person}`,
  'gu',
);

const post =
  '(?:(?:генеральн|исполнительн|управляющ|коммерческ|техническ|финансов)\\p{L}+ )?(?:директор|начальник|руководител|менеджер|управляющ|заведующ|юрист)\\p{L}{0,3}';

/** Who answers by their post: «answerable for the data is the head of the office», or a name and a post. */
export const postForm = new RegExp(
  `(?:[Оо]тветственн\\p{L}+|отвеча\\p{L}+)[^.\\n]{0,90}?[—–:-] ?(?:\\p{L}+ ){0,2}${post}|${person},? [—–-]? ?${post}|` +
    `${person}, (?:our |the )?(?:[\\p{L}]+ ){0,3}(?:(?<!Tag )[Mm]anager|[Oo]fficer|[Dd]irector|[Ll]ead|[Hh]ead)(?!\\p{L})`,
  'gu',
);

/** An account or a number in a messenger. */
export const messengerForm =
  /@\w{4,}[ \t]{1,2}(?:telegram|whatsapp|viber)|(?:t\.me|wa\.me)\/[\w+]+|(?:telegram|whatsapp|телеграм|viber)[^\n@+\d,;]{0,20}(?:@(?!username)\w{4,}|\+\d[\d ()-]{8,16}\d)/giu;
