/**
 * What a term of keeping is said of, in words that name no datum by themselves, and from when it is counted.
 * All three languages stand side by side: a term is looked for in one sentence, whatever its language.
 */

/** A thing that is kept, the categories it is made of, words it is found in and words it is not. */
export type SubjectRow = readonly [categories: readonly string[], pattern: RegExp, yes: string, no: string];

/** Things that are kept, by the noun that stands for them. */
export const keptThings: readonly SubjectRow[] = [
  [
    ['order_history'],
    /заказ|бронировани|поездк|покупк|тапсырыс|брон\p{L}*|сапар|\border|\bbooking|\bpurchase|\btrip|\bride/iu,
    'сведения об оплаченных заказах / тапсырыстар туралы деректер / order records',
    'данные аккаунта / аккаунт деректері / account data',
  ],
  [
    ['payment_history'],
    /плат[её]ж|оплат[аеыу]|чек(?!-)|сч[её]т(?!чик)|бухгалтерск|налогов|квитанц|накладн|төлем|бухгалтерлік|шот|\bpayment|\binvoice|\breceipt|\baccounting|\bbilling|\btax/iu,
    'бухгалтерские документы / төлем құжаттары / invoices',
    'счётчики посещений / келушілер саны / counters',
  ],
  [
    ['correspondence'],
    /переписк|обращени|хабарлама|хат алмасу|жазысу|өтініш|\bcorrespondence|\bmessages?\b|\bchats?\b|support tickets?|\benquir|\binquir/iu,
    'переписка с поддержкой / хат алмасу / chat logs',
    'адрес доставки / жеткізу мекенжайы / delivery address',
  ],
  [
    ['video'],
    /видео|бейне|\bvideo|\bCCTV|\bfootage/iu,
    'записи видеонаблюдения / бейнежазбалар / CCTV footage',
    'аудиозаписи / аудиожазба / call recordings',
  ],
  [
    ['voice_audio'],
    /аудио|запис\p{L}+ (?:телефонных )?(?:разговор|звонк)|қоңырау жазба|\bcall recording|\brecorded call|\baudio/iu,
    'записи телефонных разговоров / қоңырау жазбалары / call recordings',
    'видеозаписи / бейнежазба / video',
  ],
  [
    ['usage_history', 'ip_address'],
    /журнал\p{L}* (?:доступ|посещен|событи|сервер)|логи?(?![\p{L}])|\blogs?\b(?! in)|журналдар|логтар/iu,
    'журналы доступа / сервер логтары / server logs',
    'данные профиля / профиль деректері / to log in',
  ],
  [['cookies'], /cookie|куки/iu, 'файлы cookie / cookie файлдары / cookies', 'данные / деректер / data'],
  [
    ['employment'],
    /резюме|анкет\p{L}* соискател|түйіндеме|\bresumes\b|\brésum|\bCVs?\b|\bapplicant/iu,
    'резюме соискателей / түйіндемелер / CVs',
    'анкеты гостей / қонақ сауалнамасы / we resume work',
  ],
];

/** Words for data as a whole: a term said of them is that of every category. */
export const allData =
  /данн(?:ые|ых|ым)|сведени|информаци|(?<!\p{L})(?:они|их|её|его)(?!\p{L})|дерек|мәлімет|ақпарат|\bdata\b|\binformation\b|\bdetails\b|\b(?:it|they|them)\b/iu;

/** What takes a part of the data out of a rule: «all but invoices». */
export const allBut =
  /(?:кроме|за исключением|помимо|исключая|басқа(?:сы)?|\bexcept|\bother than|\bapart from|\bsave for)/iu;

/**
 * Counted from what ends the relation, and not from when the datum came: such a number is no term that runs
 * from the day a datum was given.
 */
export const countedFromEnd =
  /(?:после|с момента|со дня|с даты|по)\s+(?:\p{L}+\s+){0,3}?(?:удалени|закрыти|расторжени|прекращени|окончани|завершени|отзыв|увольнени|достижени|последн|истечени)|пока (?:не |вы |пользовател)|(?<!\p{L})если(?!\p{L})|(?<!\p{L})егер(?!\p{L})|\p{L}+(?:маса|месе|баса|бесе|паса|песе)(?:ңыз|ңіз)?(?!\p{L})|(?:жойылған|өшірілген|аяқталған|тоқтатылған|бұзылған|қайтарып алған|өшірген)\p{L}*\s*(?:соң|кейін|сәтте|күннен|кезден)|(?:after|of|following|from|upon|once|since|when)\s+(?:\p{L}+\s+){0,4}?(?:delet|clos|terminat|withdraw|end|expir|cancel|leav|complet|last|unsubscrib)|\bafter (?:that|this)\b|\bif\b|\bthereafter\b|\bafterwards\b/iu;
