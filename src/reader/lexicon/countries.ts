/**
 * Countries that policies name, by ISO 3166-1 alpha-2 and the beginnings of their names in Russian, Kazakh and
 * English. Abbreviations stand by themselves.
 */
const names: Readonly<Record<string, { readonly stems: string; readonly short?: string }>> = {
  KZ: { stems: 'казахстан|қазақстан|kazakhstan', short: 'РК|ҚР' },
  RU: { stems: 'росси[ийяею]|российск|ресей|russia', short: 'РФ' },
  US: { stems: 'соедин[её]нн[а-я]+ штат|америка құрама|united states', short: 'США|АҚШ|USA|U\\.S\\.' },
  DE: { stems: 'германи|germany' },
  IE: { stems: 'ирланди|ireland' },
  NL: { stems: 'нидерланд|голланди|netherlands' },
  FI: { stems: 'финлянди|finland' },
  FR: { stems: 'франци|france' },
  GB: { stems: 'великобритани|ұлыбритани|united kingdom', short: 'UK' },
  PL: { stems: 'польш|poland' },
  LT: { stems: 'литв[аеуы]|lithuania' },
  LV: { stems: 'латви|latvia' },
  EE: { stems: 'эстони|estonia' },
  CZ: { stems: 'чехи|czech' },
  CH: { stems: 'швейцари|switzerland' },
  SE: { stems: 'швеци|sweden' },
  TR: { stems: 'турци|түркия|turkey|türkiye' },
  CN: { stems: 'китай|китая|қытай|china' },
  HK: { stems: 'гонконг|hong kong' },
  SG: { stems: 'сингапур|singapore' },
  IN: { stems: 'индия|индии|үндістан|india' },
  JP: { stems: 'япони|жапония|japan' },
  KR: { stems: 'южн[а-я]+ коре|оңтүстік корея|south korea' },
  AE: { stems: 'объедин[её]нн\\p{L}+ арабск|біріккен араб|united arab', short: 'ОАЭ|БАӘ|UAE' },
  IL: { stems: 'израил|israel' },
  CA: { stems: 'канад|canada' },
  UZ: { stems: 'узбекистан|өзбекстан|uzbekistan' },
  KG: { stems: 'кыргызстан|киргизи|қырғызстан|kyrgyzstan' },
  BY: { stems: 'беларус|белорусси|belarus' },
  UA: { stems: 'украин|ukraine' },
  GE: { stems: 'грузи[ийяею]|georgia' },
  AM: { stems: 'армени|armenia' },
  AZ: { stems: 'азербайджан|әзербайжан|azerbaijan' },
};

/** Codes in the order of the groups of `anyCountry`: a name by its stem and one by its abbreviation each. */
const codes = Object.keys(names);
/** One form for all: compiling one for each country would cost more than reading a policy. */
const anyCountry = new RegExp(
  Object.values(names)
    .map(({ stems, short = '(?!)' }) => `(${stems})|(${short})`)
    .join('|'),
  'giu',
);
const letter = /\p{L}/u;

/** Words before a country that make it the country of a law or a body. */
const ofLaw =
  /(?:закон|прав[аоу]|кодекс|норматив|орган|суд|заң|law|legislation|authorit|court)[^.;\n]{0,40}$/iu;

/**
 * The countries a text names as places, with the first mention of each, in the order of the text: «the law of
 * Kazakhstan» names none. O(n).
 */
export function countriesIn(text: string): readonly { readonly code: string; readonly at: number }[] {
  const found = new Map<string, number>();
  for (const match of text.matchAll(anyCountry)) {
    const { index: at } = match;
    const group = match.findIndex((part, place) => place > 0 && part !== undefined) - 1;
    const code = codes[group >> 1] as string;
    const short = group % 2 === 1;
    const end = at + match[0].length;
    if (letter.test(text.slice(at - 1, at)) || (short && letter.test(text.slice(end, end + 1)))) continue;
    if (!found.has(code) && !ofLaw.test(text.slice(Math.max(0, at - 60), at))) found.set(code, at);
  }
  return [...found].map(([code, at]) => ({ code, at }));
}
