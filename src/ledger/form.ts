import type { Entry, EntryKind } from './entry.ts';

/** Says whether a value may stand in a field of an entry. */
type Check = (value: unknown) => boolean;

const kinds: Readonly<Record<EntryKind, true>> = {
  collection: true,
  consent: true,
  withdrawal: true,
  read: true,
  change: true,
  use: true,
  disclosure: true,
  refusal: true,
  request: true,
  answer: true,
  destruction: true,
  sweep: true,
  block: true,
  unblock: true,
  policy: true,
  approval: true,
  staff: true,
  session: true,
  key: true,
  message: true,
  order: true,
  letter: true,
  incident: true,
  agreement: true,
};

/** More digits than this in one word could be a phone (10) or an identification number (12). */
const digitsAtMost = 9;
/** Bounds that keep any entry below 64 KiB, the longest leaf a bundle can hold. */
const categoriesAtMost = 128;
const reasonsAtMost = 200;
const countsAtMost = 64;
const countAtMost = 999_999_999;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const key = /^[a-z][a-z0-9_-]{0,63}$/;
const sha256 = /^[0-9a-f]{64}$/;
const country = /^[A-Z]{2}$/;
/** Sixteen bytes in base64url: the last of 22 letters carries two bits. */
const tag = /^[A-Za-z0-9_-]{21}[AQgw]$/;
/** Thirty-two bytes in base64url: the last of 43 letters carries four bits. */
const digest = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * A step of a clause's path: a number, one or two small letters with a number, one capital, a Roman numeral.
 */
const step = String.raw`(?:[a-zа-яё]{0,2}\d{1,3}|[a-zа-яё]{1,2}|[A-ZА-ЯЁ]|[IVXivx]{1,5})(?:-\d{1,2})?`;
const clauseId = new RegExp(`^${step}(?:\\.${step}){0,7}$`);

/** `8`, `19-1`, `25(2)(1-1)`, `8(5)-(7)`. */
const place = String.raw`\d{1,3}(?:-\d{1,2})?(?:\(\d{1,2}(?:-\d{1,2})?\)){0,3}(?:-\(\d{1,2}\))?`;
/** `94-V Art. 8(1)`, `DC Art. 41(2), 43`, `R395 p. 24`: number of a law or one of our short names of acts. */
const act = String.raw`(?:\d{1,4}-[IVX]{1,6}|DC|CC|CPL|GDPR|R\d{2,4})`;
const article = new RegExp(`^${act} (?:Art|p)\\. ${place}(?:, ${place}){0,3}$`);

function fits(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function fewDigits(text: string): boolean {
  return (text.match(/\d/g)?.length ?? 0) <= digitsAtMost;
}

/** Whether `text` may stand as a key (role, verb, purpose, category, recipient, rule) in an entry. */
export function isEntryKey(text: unknown): text is string {
  return fits(text, key) && fewDigits(text);
}

/**
 * Whether `text` may stand as a reason in an entry: `rule`, `rule@clause:2.1` or `rule@article:94-V Art.
 * 8(1)`.
 */
export function isEntryReason(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  const match = /^([^@]+)(?:@(clause|article):(.+))?$/.exec(text);
  if (!match || !isEntryKey(match[1])) return false;
  const [, , sort, rest] = match;
  if (sort === undefined || rest === undefined) return true;
  return fewDigits(rest) && (sort === 'clause' ? clauseId : article).test(rest);
}

/** An instant that exists, exactly as `Date` prints it. */
function isInstant(value: unknown): boolean {
  if (!fits(value, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)) return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString() === value;
}

function isList(value: unknown, check: Check, atMost: number): boolean {
  // Array.from, because `every` would step over the holes of a sparse array.
  return Array.isArray(value) && value.length <= atMost && Array.from(value).every(check);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): boolean {
  if (!isPlain(value) || Object.keys(value).length > countsAtMost) return false;
  const isCount = (n: unknown) => Number.isInteger(n) && (n as number) >= 0 && (n as number) <= countAtMost;
  return Object.entries(value).every(([name, n]) => isEntryKey(name) && isCount(n) && !Object.is(n, -0));
}

function isActor(value: unknown): boolean {
  if (!isPlain(value) || !isEntryKey(value['role'])) return false;
  const named = value['tag'] === undefined || fits(value['tag'], tag);
  return named && Object.keys(value).every((name) => name === 'role' || name === 'tag');
}

const required = ['v', 'id', 'at', 'kind', 'outcome', 'actor'] as const satisfies readonly (keyof Entry)[];

/** What may stand in each field. There is no field for free text, so nobody can write any. */
const checks: Readonly<Record<keyof Entry, Check>> = {
  v: (value) => value === 1,
  id: (value) => fits(value, uuid),
  at: isInstant,
  kind: (value) => typeof value === 'string' && Object.hasOwn(kinds, value),
  verb: isEntryKey,
  outcome: (value) => value === 'done' || value === 'allowed' || value === 'refused',
  subject: (value) => fits(value, tag),
  actor: isActor,
  channel: isEntryKey,
  purpose: isEntryKey,
  categories: (value) => isList(value, isEntryKey, categoriesAtMost),
  policy: (value) => fits(value, sha256),
  because: (value) => isList(value, isEntryReason, reasonsAtMost),
  matter: (value) => fits(value, uuid) || isEntryKey(value),
  decision: (value) => fits(value, uuid),
  recipient: isEntryKey,
  country: (value) => fits(value, country),
  commitment: (value) => fits(value, digest),
  counts: isCounts,
};

/**
 * The first thing that keeps `value` from being an entry: the name of a field, `entry` or `unknown-field`.
 *
 * Never the value, nor the name of an unknown field: those could be somebody's data.
 * @returns undefined when `value` is an entry
 */
export function faultOf(value: unknown): string | undefined {
  if (!isPlain(value)) return 'entry';
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  if (names.some((name) => !Object.hasOwn(checks, name))) return 'unknown-field';
  const missing = required.find((name) => !names.includes(name));
  return missing ?? names.find((name) => !checks[name as keyof Entry](value[name]));
}

/** `faultOf` for the fields alone in which entries of one mould differ. */
export function faultOfVarying(
  entry: Pick<Entry, 'id' | 'at' | 'subject' | 'commitment'> & { readonly actorTag?: string },
): string | undefined {
  if (entry.actorTag !== undefined && !fits(entry.actorTag, tag)) return 'actor';
  if (!checks.id(entry.id)) return 'id';
  if (!checks.at(entry.at)) return 'at';
  if (entry.commitment !== undefined && !checks.commitment(entry.commitment)) return 'commitment';
  return entry.subject === undefined || checks.subject(entry.subject) ? undefined : 'subject';
}
