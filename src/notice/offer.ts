/**
 * Wordings by which a message offers something, in Russian, Kazakh and English: beginnings of words, and
 * signs. Rows of a table, so that one more is one more row.
 */
const offers: readonly RegExp[] = [
  /(?<!\p{L})(?:скидк|акци[яиюей]|распродаж|промокод|купон|бонус|кешб[эе]к|кэшбэк|розыгрыш|выгодн)/iu,
  /(?<!\p{L})(?:спецпредложени|специальн\p{L}* предложени|успе(?:й|вай)те купить|только сегодня)/iu,
  /(?<!\p{L})(?:в подарок|подарочн|дарим|бесплатн\p{L}* (?:доставк|проб|процедур))/iu,
  /(?<!\p{L})(?:жеңілдік|жеңілдет|науқан|арзанда|сыйлыққа|тегін жеткізу|ұтыс)/iu,
  /(?<!\p{L})(?:discount|sale|special offer|promo ?code|coupon|cashback|free (?:delivery|trial)|giveaway)/iu,
  /[-−–—]\s?\d{1,2}\s?%|\d{1,2}\s?%\s?(?:off|скидк|жеңілдік)/iu,
];

/**
 * Whether a text offers something. A message about the service must not: whoever wants no offers gets it all
 * the same.
 *
 * Pure. In doubt yes: the author says it in other words, or sends it to those who agreed to offers.
 */
export function isOffer(text: string): boolean {
  return offers.some((wording) => wording.test(text));
}

/** Letters of one alphabet that look like those of the other, as telephones mix them, are taken for them. */
const stops = /^(?:[сcs][тt][оo][пp]|тоқта|тоқтату|токта|отписка|unsubscribe|отказ)$/u;

/**
 * Whether an SMS says that its sender wants no more: its first word is one of a few, however it is written.
 *
 * Pure.
 */
export function isStop(text: string): boolean {
  const [first = ''] =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}]+/u) ?? [];
  return stops.test(first);
}
