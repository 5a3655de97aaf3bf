import type { Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';
import type { Context } from './context.ts';
import type { Topic } from './lexicon/index.ts';
import type { ReadClause } from './structure.ts';

/** How a value is known by its form, and what it says where. */
interface Recogniser {
  readonly form: RegExp;
  readonly facet: string;
  readonly label: string;
  readonly in?: readonly Topic[];
}

/** The form of an e-mail address. */
export const emailForm = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** The form of a phone number: a plus or 8 and ten digits or more, with the usual signs between. */
export const phoneForm = /(?:\+\d{1,4}|\b8)[\d ()\u00a0-]{8,18}\d/g;
/** The form of a web address with or without a scheme. */
export const hostForm = new RegExp(
  '(?<![@\\p{L}\\p{N}.-])(?:https?:\\/\\/)?((?:[a-z0-9][a-z0-9-]{0,62}\\.)+' +
    '(?:kz|ru|com|app|org|net|io|me|shop|store|online|site|dev|pro|info|biz|қаз|рф))(?![\\p{L}\\p{N}@-])',
  'giu',
);
const addressForm = new RegExp(
  '(?:(?:юр|факт)[а-яё]*\\s)?(?:адрес[а-я]*|мекенжайы):\\s*(?!https?:|www\\.|[^\\s@]+@)[^\\n;]{8,120}|' +
    '(?:^|\\s)(?:г\\.|город)\\s?\\p{Lu}[\\p{L}-]+,\\s?(?:ул|пр|мкр|б-р)[^\\n;]{3,80}',
  'iu',
);
const messengerForm =
  /(?:t\.me|wa\.me)\/[\w+]+|(?:telegram|whatsapp|телеграм)[^\n@+\d]{0,20}(?:@\w{4,}|\+\d[\d ()-]{8,16}\d)/giu;
const ownSite = /(?:сайт|website|веб-сайт)\s*:\s*\S+/giu;

const headForm =
  /(?:Руководитель|Директор|Генеральный директор|Басшысы?)\s*:?\s*\p{Lu}\p{L}+\s+\p{Lu}[\p{L}.]*/gu;

const recognisers: readonly Recogniser[] = [
  { form: emailForm, facet: 'contacts', label: 'email' },
  { form: emailForm, facet: 'rights_procedure', label: 'email', in: ['ask_data'] },
  { form: phoneForm, facet: 'contacts', label: 'phone' },
  { form: phoneForm, facet: 'rights_procedure', label: 'phone', in: ['ask_data'] },
  { form: messengerForm, facet: 'contacts', label: 'messenger' },
  { form: messengerForm, facet: 'rights_procedure', label: 'messenger', in: ['ask_data'] },
  { form: addressForm, facet: 'contacts', label: 'postal_address' },
  { form: headForm, facet: 'contacts', label: 'responsible_person' },
  { form: ownSite, facet: 'contacts', label: 'website' },
];

/** Contact values in a stretch of the body, with what they say there. */
export function valuesIn(body: string, reach: Span, context: Context): readonly Omit<Statement, 'clause'>[] {
  const text = body.slice(reach.start, reach.end);
  return recognisers.flatMap(({ form, facet, label, in: topics }) => {
    if (topics && !topics.some((topic) => isAbout(topic, context))) return [];
    form.lastIndex = 0;
    const match = form.exec(text);
    form.lastIndex = 0;
    if (!match) return [];
    const start = reach.start + match.index + (match[0].length - match[0].trimStart().length);
    return [{ facet, label, span: { start, end: start + match[0].trim().length }, confidence: 0.95 }];
  });
}

function isAbout(topic: Topic, context: Context): boolean {
  return context.own.first.has(topic) || context.carried.has(topic) || context.lead.has(topic);
}

const company =
  'ТОО|АО|ООО|ОАО|ЗАО|ПАО|НАО|ОДО|КХ|ЖШС|АҚ|LLP|LLC|[Тт]овариществ\\p{L}+ с ограниченной ответственностью|' +
  '[Оо]бществ\\p{L}+ с ограниченной ответственностью|[Аа]кционерн\\p{L}+ обществ\\p{L}+';
const quoted = '[«"“„][^»"”\\n]{1,80}[»"”]';
const personal = '\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}.-]*){0,2}';
const companyForms: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])(?:${company})\\s*(${quoted})`, 'gu'),
  new RegExp(`(${quoted})\\s*(?:ЖШС|АҚ|ТОО)(?![\\p{L}])`, 'gu'),
  new RegExp(
    `(?<![\\p{L}])(?:${company})\\s+(\\p{Lu}[\\p{L}\\p{N}&.-]*(?: \\p{Lu}[\\p{L}\\p{N}&.-]*){0,4})`,
    'gu',
  ),
  /((?:\p{Lu}[\p{L}\p{N}&-]* ){1,5})(?:LLP|LLC|Ltd|Inc|GmbH|JSC)(?![\p{L}])/gu,
];
const traderForms: readonly RegExp[] = [
  /(?<![\p{L}])(?:ИП|ЖК)\s+([«"“][^»"”\n]{1,60}[»"”]|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]*){0,2})/gu,
  new RegExp(`[Ии]ндивидуальн\\p{L}+ предпринимател\\p{L}+\\s+(${quoted}|${personal})`, 'gu'),
  /([«"“][^»"”\n]{1,60}[»"”])\s+ЖК(?![\p{L}])/gu,
];
const brandForm = new RegExp(
  '(?:администраци\\p{L}|владел\\p{L}+|команд\\p{L})\\s+(?:сайта|сервиса|платформы|' +
    'приложения|интернет-магазина)\\s+' +
    `(${quoted}|[\\p{L}\\p{N}.-]{3,60})`,
  'giu',
);
const roleForm = new RegExp(
  '(?:компания|оператор|администрация|мы|company)\\s[^.\\n]{0,80}' +
    '(?:контрол[её]р|оператор\\p{L}*|controller)\\s?(?:персональных\\s)?(?:данных|data)?',
  'iu',
);

/** Who the operator is said to be: a firm, a trader, a brand, or a mere role. The name is the first group. */
export interface Named {
  readonly kind: 'legal_entity' | 'sole_proprietor' | 'brand_only' | 'unnamed';
  readonly name?: string;
  readonly span: Span;
}

/** The first name of operator in the body, firms before traders before brands; O(n). */
export function operatorIn(body: string): Named | undefined {
  const firm = firstOf(companyForms, body);
  if (firm) return { kind: 'legal_entity', ...firm };
  const trader = firstOf(traderForms, body);
  if (trader) return { kind: 'sole_proprietor', ...trader };
  const brand = firstOf([brandForm], body);
  if (brand) return { kind: 'brand_only', ...brand };
  const role = roleForm.exec(body);
  return role
    ? { kind: 'unnamed', span: { start: role.index, end: role.index + role[0].length } }
    : undefined;
}

function firstOf(forms: readonly RegExp[], body: string): { name: string; span: Span } | undefined {
  for (const form of forms) {
    form.lastIndex = 0;
    const match = form.exec(body);
    form.lastIndex = 0;
    if (!match) continue;
    const start = match.index;
    return { name: bare(String(match[1])), span: { start, end: start + match[0].length } };
  }
  return undefined;
}

function bare(name: string): string {
  return name
    .trim()
    .replace(/^[«"“„]|[»"”]$/gu, '')
    .trim();
}

/** The statement on the operator, in the clause where the name stands (each clause that repeats it too). */
export function controllerIn(body: string, clauses: readonly ReadClause[]): readonly Statement[] {
  const named = operatorIn(body);
  if (!named) return [];
  const words = body.slice(named.span.start, named.span.end);
  const found: Statement[] = [];
  for (const clause of clauses) {
    const at = body.slice(clause.span.start, clause.span.end).indexOf(words);
    if (at < 0) continue;
    const span = { start: clause.span.start + at, end: clause.span.start + at + words.length };
    const confidence = clause.kind === 'clause' ? 0.95 : 0.7;
    found.push({ facet: 'controller', label: named.kind, clause: clause.id, span, confidence });
  }
  return found;
}
