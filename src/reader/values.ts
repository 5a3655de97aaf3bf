import type { Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';
import type { Context } from './context.ts';
import {
  addressForms,
  headForm,
  messengerForm,
  postcodeForm,
  postForm,
  type Topic,
} from './lexicon/index.ts';
import { maskOf } from './topic-set.ts';

/** How a value is known by its form, and what it says where. */
interface Recogniser {
  readonly form: RegExp;
  readonly facet: string;
  readonly label: string;
  readonly in?: readonly Topic[];
  /** A sign without which the form is not tried. */
  readonly sign: RegExp;
}

/** The form of an e-mail address. */
export const emailForm = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** The form of a phone number: a plus or 8 and ten digits or more, with the usual signs between. */
export const phoneForm = /(?:\+\d{1,4}|\b8)[\d ()\u00a0-]{8,18}\d/g;
/** The form of a web address with or without a scheme. */
export const hostForm = new RegExp(
  '(?<![@\\p{L}\\p{N}.-])(?:https?:\\/\\/)?((?:[a-z0-9][a-z0-9-]{0,62}\\.)+' +
    '(?:kz|ru|com|app|org|net|io|me|shop|store|online|site|dev|pro|info|biz|example|қаз|рф))' +
    '(?![\\p{L}\\p{N}@-])',
  'giu',
);
const telephone =
  'тел(?:ефон\\p{L}{0,3})?|звоните|(?:контакт|колл)-центр\\p{L}{0,2}|call[ -]cent(?:er|re)|' +
  '(?:tele)?phone|tel|toll-free|call(?: us)?|ring(?: us)?|or on';
const between = '(?:(?:на|по|номер\\p{L}{0,2}|number|on|at|us|line)[.:]?\\s{1,2}){0,2}';
/** A number as it is written at home, the first group: behind a word that says it is a telephone. */
export const localPhoneForm = new RegExp(
  `(?<!\\p{L})(?:${telephone})[.:]?\\s{1,2}${between}` +
    '(\\(?\\d{3,5}\\)?[ -]\\d{3,4}[ -]?\\d{3,4}(?:[ -]\\d{2,4})?|\\d-\\d{3}-\\d{3}-\\d{4}|' +
    '\\d{4}(?=\\s*(?:[,;.()]|$|\\p{Ll}{0,3}\\s*\\()))(?![\\d-])',
  'giu',
);
const ownSite = /(?:сайт|website|веб-сайт|web)\s*:\s*\S+/giu;

const at = /@/;
const dial = /[+8][\d ()\u00a0-]{8}/;
const postcode = /\d[A-Z]{2}(?![\p{L}\d])|[A-Z]{2} \d{5}/u;
const digits = /\d{3}[) -]+\d|\d{4}/;
const chat = /t\.me|wa\.me|telegram|whatsapp|телеграм|viber/i;
const place = new RegExp(
  'адрес|мекенжай|address|ул\\.|улиц|просп|пр\\.|мкр|бульвар|\\d{6}|город|г\\.|қ\\.|қала|' +
    'street|avenue|\\bave|\\bst\\b|road',
  'i',
);
const title = new RegExp(
  'Руководитель|иректор|Председатель|Басшы|Director|CEO|Ответственн|' +
    'ауапты|фицер|fficer|esponsible|M(?:r|s|rs)\\b',
);
const post = new RegExp(
  'иректор|ачальник|уководител|енеджер|правляющ|аведующ|юрист|anager|fficer|irector|' +
    ', .{0,40}(?:lead|head)',
);
const named = /(?:сайт|website|web)\s*:/i;

const recognisers: readonly Recogniser[] = [
  { form: emailForm, sign: at, facet: 'contacts', label: 'email' },
  { form: emailForm, sign: at, facet: 'rights_procedure', label: 'email', in: ['ask_data'] },
  { form: phoneForm, sign: dial, facet: 'contacts', label: 'phone' },
  { form: phoneForm, sign: dial, facet: 'rights_procedure', label: 'phone', in: ['ask_data'] },
  { form: localPhoneForm, sign: digits, facet: 'contacts', label: 'phone' },
  { form: localPhoneForm, sign: digits, facet: 'rights_procedure', label: 'phone', in: ['ask_data'] },
  { form: messengerForm, sign: chat, facet: 'contacts', label: 'messenger' },
  { form: messengerForm, sign: chat, facet: 'rights_procedure', label: 'messenger', in: ['ask_data'] },
  ...addressForms.map(
    (form): Recogniser => ({ form, sign: place, facet: 'contacts', label: 'postal_address' }),
  ),
  { form: postcodeForm, sign: postcode, facet: 'contacts', label: 'postal_address' },
  { form: headForm, sign: title, facet: 'contacts', label: 'responsible_person' },
  { form: postForm, sign: post, facet: 'contacts', label: 'responsible_person' },
  { form: ownSite, sign: named, facet: 'contacts', label: 'website' },
];

/** The recognisers by their sign, in order: a sign is looked for once. */
const bySign: readonly (readonly [sign: RegExp, all: readonly Recogniser[]])[] = [
  ...new Set(recognisers.map(({ sign }) => sign)),
].map((sign) => [sign, recognisers.filter((one) => one.sign === sign)]);

/** Contact values in a stretch of the body, with what they say there. */
export function valuesIn(body: string, reach: Span, context: Context): readonly Value[] {
  const text = body.slice(reach.start, reach.end);
  const found: Value[] = [];
  for (const [sign, all] of bySign) {
    if (!sign.test(text)) continue;
    for (const { form, facet, label, in: topics } of all) {
      if (topics && !isAbout(topics, context)) continue;
      form.lastIndex = 0;
      const match = form.exec(text);
      form.lastIndex = 0;
      if (!match) continue;
      const whole = match[0];
      const value = match[1] ?? whole.trimStart();
      const start = reach.start + match.index + whole.lastIndexOf(value);
      found.push({ facet, label, span: { start, end: start + value.trimEnd().length } });
    }
  }
  return found;
}

/** What a value says and where. */
type Value = Omit<Statement, 'clause' | 'confidence'>;

/** Of requests speaks also what tells how to reach the operator under a heading on rights. */
function isAbout(topics: readonly Topic[], { own, carried, lead, heading }: Context): boolean {
  const said = own.set | carried | lead;
  if (said & maskOf(topics)) return true;
  return (heading.near & rights) !== 0 && (said & contacts) !== 0;
}

const rights = maskOf(['rights', 'ask_data']);
const contacts = maskOf(['contacts']);
