import { describe, expect, it } from 'vitest';
import { catalogues } from '../index.ts';

const ru: Readonly<Record<string, string>> = catalogues.ru;
/** Languages are called as they call themselves. */
const ownNames = /^language\./;
const kk: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(catalogues.kk).filter(([key]) => !ownNames.test(key)),
);

const words = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, ' ').match(/\p{L}+/gu) ?? [];

/** The keys whose sentence has something in it that it should not have. */
function faulty(fault: (text: string, key: string) => unknown): readonly string[] {
  return Object.entries(kk)
    .filter(([key, text]) => fault(text, key))
    .map(([key, text]) => `${key}: ${text}`);
}

describe('a Kazakh sentence', () => {
  it('glues no suffix to a parameter; an ordinal is none: {{n}}-бап, {{n}}-тармақ, {{n}}-жол', () => {
    expect(faulty((text) => /\}\}(?!-(?:ба[бп]|тарма[қғ]|жол))[-\p{L}\p{N}’']/u.test(text))).toEqual([]);
    expect(faulty((text) => /\p{L}\{\{|\}\}»[-\p{L}]/u.test(text))).toEqual([]);
  });

  it('keeps the noun singular after a numeral; numbers from–to are names', () => {
    const counted = (text: string) => text.replaceAll(/\{\{\w+\}\}–\{\{\w+\}\}/g, '');
    expect(faulty((text) => /\}\} \p{L}+(?:[лдт][ае]р)(?!\p{L})/u.test(counted(text)))).toEqual([]);
  });

  it('has no letter from another alphabet inside a word', () => {
    expect(
      faulty((text) => words(text).some((word) => /\p{sc=Cyrl}/u.test(word) && /\p{sc=Latn}/u.test(word))),
    ).toEqual([]);
    expect(faulty((text) => /[^\p{ASCII}а-яёәғқңөұүһі«»–—№·…→]/iu.test(text))).toEqual([]);
  });

  it('takes Latin words only from the names that have no other spelling', () => {
    const latin = Object.values(kk).flatMap((text) =>
      words(text.replaceAll(commands, ' ')).filter((word) => /^\p{sc=Latn}+$/u.test(word)),
    );
    expect([...new Set(latin)].filter((word) => !latinNames.has(word)).sort()).toEqual([
      'KL',
      'LD',
      'README',
      'SARIF',
    ]);
  });

  it('is quoted «so» and does not shout', () => {
    expect(faulty((text) => /["“”„!]| {2}|^ | $/.test(text))).toEqual([]);
  });

  it('has nothing Russian left in it', () => {
    expect(faulty((text) => russianWords.test(text))).toEqual([]);
    expect(faulty((text) => russianEndings.test(text))).toEqual([]);
    const same = Object.keys(kk).filter((key) => kk[key] === ru[key] && /\p{sc=Cyrl}/u.test(kk[key] ?? ''));
    expect([...new Set(same.map((key) => kk[key] as string))].filter((text) => !shared.has(text))).toEqual(
      [],
    );
  });

  it('calls a thing by its one name', () => {
    for (const [other, name] of oneName)
      expect({ name, faulty: faulty((text) => other.test(text)) }).toEqual({ name, faulty: [] });
  });
});

/** What is written for a machine inside of a sentence: commands, options, keys of a file, addresses. */
const commands =
  /--?[a-z-]+|kepil [a-z-]+|[\w.+-]+@[\w.-]+|[a-z]+:\/\/\S*|\b[a-z]+(?:[._][a-z]+)+\b|\/[a-z/]+/g;

const latinNames = new Set(
  [
    'PNG JPEG WebP',
    'Authorization Bearer CallGear COPPA Cookie Ctrl C Ed Firebase Google Analytics Tag Manager GDPR IP JSON',
    // what a text of a mailing has in the place of a link
    'link',
    'KEPIL DATABASE URL KZ Kepil PostHog PostgreSQL SHA SMS Sentry TLS UTF V Vercel XX XXX YAML cookie push',
    // headers of HTTP and what a proxy is told by
    'Forwarded For Host Origin Proto X HTTP HTTPS Caddy nginx PEM localhost',
    // what the address of a database is made of
    'host sslmode sslrootcert full',
    // what a policy file, a command line and the log call their parts
    'API Aegis Allow Authenticator application check clauses consent data diff dpv fides json email en export format html kepil kk md name pdf phone policy purposes prove read ru run summary text verify tlog tiles backup keys render restore witness',
    // where a root key lives, and what a key server is told by
    'HashiCorp Vault OpenBao transit environment file update move ROOT KEY NEW TRANSIT TOKEN MOUNT FILE NODE EXTRA CA CERTS aes gcm',
    // kinds of documents and codes
    'CSV DOCX HTML JWE Markdown PDF QR RSA TOTP Word http https',
  ]
    .join(' ')
    .split(' '),
);

const russianWords =
  /(?<!\p{L})(?:и|в|во|на|для|или|это|что|из|без|его|как|мы|вы|вас|вам|нет|уже|ещё|при|чтобы|если|только)(?!\p{L})/iu;
const russianEndings = /\p{L}(?:ться|тся|ого|его|ому|ыми|ими|ских|ская|ский|ность|ении|ание|ения)(?!\p{L})/iu;

/** Words and names that are the same in both languages. */
const shared = new Set([
  '{{n}} КБ',
  '12 цифр',
  'Акт',
  'Журнал',
  'Кепіл',
  'Маркетинг',
  'Модератор',
  'Оператор',
  'Оператор: {{label}}',
  'Сервис',
  'Сервис: {{service}}',
  'Субъект',
  'Телефон',
  'Яндекс Метрика',
  'галерея',
  'камера',
  'логин',
  'мессенджер',
  'микрофон',
  'порнография',
  'сайт',
  'телефон',
  'чат-бот',
  'журнал',
  'порт',
  'файл',
]);

/** Another name of a thing → the one it goes by here (GLOSSARY.md). */
const oneName: readonly (readonly [RegExp, string])[] = [
  [/жеке дерек|жеке мәлімет|дербес мәлімет/iu, 'дербес деректер'],
  [/аккаунт|тіркелгі/iu, 'есептік жазба'],
  [/құпия сөз|пароль/iu, 'құпиясөз'],
  [/блокта/iu, 'бұғаттау'],
  [/үшінші тарап/iu, 'үшінші тұлға'],
  [/өтінім|сұраныс/iu, 'өтініш'],
  [/хэш/iu, 'хеш'],
  [/идентификатор/iu, 'сәйкестендіргіш'],
  [/жауапты адам/iu, 'жауапты тұлға'],
  [/анонимде|тұлғасыздандыр|беймәлімдендір/iu, 'иесіздендіру'],
  [/адрес/iu, 'мекенжай'],
  [/(?<!\p{L})(?:үлгісі|форма(?!т))/iu, 'нысан'],
  [/міндеттемелер тақтасы/iu, 'уәделер тақтасы'],
  [/пішім/iu, 'формат'],
  [/(?<!\p{L})команда/iu, 'пәрмен'],
  [/қолжетімділік кілт/iu, 'қол жеткізу кілті'],
  [/хабарламалар тілі/iu, 'хабарлар тілі'],
];
