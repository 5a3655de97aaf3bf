import type { Exemplar, Field, Fields } from './exemplar.ts';
import { isVisible } from './kinds.ts';
import type { Place } from './place.ts';
import { draftKey } from './place-draft.ts';
import type { RawText } from './values.ts';

/** Why a request must be refused. */
export type Fault =
  | 'param'
  | 'query'
  | 'field'
  | 'session'
  | 'method'
  | 'path'
  | 'type'
  | 'size'
  | 'syntax'
  | 'foreign'
  | 'afar'
  | 'length';

/** A name with its value, as sent. */
export type Pair = [name: string, value: RawOrText];

type RawOrText = string | RawText;

/** A request being made: a good one first, then spoiled. */
export interface Making {
  readonly exemplar: Exemplar;
  readonly place: Place;
  method: string;
  params: Record<string, string>;
  query: Pair[];
  /** What follows the query, as it is. */
  more: readonly string[];
  form: Pair[];
  /** The body of a call of the API. */
  call: unknown;
  session: string;
  headers: Record<string, string>;
  /** What is done to path and body once they are written. */
  path: (path: string) => string;
  payload: (payload: string) => string | Buffer;
  /** Faults that no look at the parts would find. */
  readonly faults: Set<Fault>;
  /** Whether it may be taken or refused. */
  either: boolean;
}

/** One way to spoil a request. */
export interface Spoil {
  readonly name: string;
  readonly apply: (making: Making) => void;
}

/** A request as sent, and why it must be refused; with no fault it must be taken, unless `either`. */
export interface Ask {
  readonly exemplar: Exemplar;
  readonly place: Place;
  readonly how: readonly Spoil[];
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
  readonly faults: ReadonlySet<Fault>;
  readonly either: boolean;
}

/** The longest address that is looked at, in characters. */
const longestUrl = 2048;

const formType = 'application/x-www-form-urlencoded';

function pairsOf(fields: Fields): Pair[] {
  return Object.entries(fields).map(([name, { value }]) => [name, value]);
}

/** The good request of an exemplar. */
export function goodOf(exemplar: Exemplar, place: Place): Making {
  const posts = exemplar.method === 'POST';
  const type = exemplar.call ? 'application/json' : formType;
  return {
    exemplar,
    place,
    method: exemplar.method,
    params: Object.fromEntries(
      Object.entries(exemplar.params).map(([name, kind]) => [name, goodId(exemplar, place, kind)]),
    ),
    query: pairsOf(exemplar.query?.(place) ?? {}).filter(([, value]) => value !== ''),
    more: [],
    form: pairsOf(exemplar.form?.(place) ?? {}),
    call: structuredClone(exemplar.call?.(place).good),
    session: 'right',
    headers: posts ? { 'content-type': type, 'sec-fetch-site': 'same-origin' } : {},
    path: (path) => path,
    payload: (payload) => payload,
    faults: new Set(),
    either: false,
  };
}

function goodId(exemplar: Exemplar, place: Place, kind: Exemplar['params'][string]): string {
  if (kind === 'service' && exemplar.at === 'draft') return draftKey;
  return place.ids[kind].good[0] ?? '';
}

/** What a server reads in a value. */
function readOf(value: RawOrText): string {
  return typeof value === 'string' ? value : (new URLSearchParams(`x=${value.raw}`).get('x') ?? '');
}

/** Adds to the faults of a request what a look at its parts shows. */
function judge(making: Making): void {
  const { exemplar, place, faults } = making;
  const note = (fault: Fault, verdict: boolean | undefined) => {
    if (verdict === false) faults.add(fault);
    if (verdict === undefined) making.either = true;
  };
  if (exemplar.who !== 'guest' && making.session !== 'right') faults.add('session');
  for (const [name, kind] of Object.entries(exemplar.params)) note('param', allowsId(making, name, kind));
  note('query', allowsPairs(exemplar.query?.(place) ?? {}, making.query, false));
  if (exemplar.form) {
    const other = exemplar.other?.(new Map(making.form.map(([name, value]) => [name, readOf(value)])));
    const strict = exemplar.strict === true;
    note('field', other ? undefined : allowsPairs(exemplar.form(place), making.form, strict));
  }
  if (exemplar.call) note('field', exemplar.call(place).allows(making.call));
}

function allowsId(making: Making, name: string, kind: Exemplar['params'][string]): boolean | undefined {
  const { exemplar, place } = making;
  const value = making.params[name] ?? '';
  if (value === goodId(exemplar, place, kind) || place.ids[kind].good.includes(value)) return true;
  // The API reads ids in either case, as it documents.
  return exemplar.url.startsWith('/api/') &&
    place.ids[kind].good.includes(value.toLowerCase()) &&
    kind !== 'service'
    ? undefined
    : false;
}

function allowsPairs(fields: Fields, pairs: readonly Pair[], strict: boolean): boolean | undefined {
  const sent = new Map<string, RawOrText[]>();
  for (const [name, value] of pairs) sent.set(name, [...(sent.get(name) ?? []), value]);
  const verdicts = Object.entries(fields).map(([name, field]) =>
    allowsValues(field, (sent.get(name) ?? []).map(readOf)),
  );
  if (strict && [...sent.keys()].some((name) => !Object.hasOwn(fields, name))) return false;
  return verdicts.includes(false) ? false : verdicts.includes(undefined) ? undefined : true;
}

function allowsValues(field: Field, values: readonly string[]): boolean | undefined {
  if (values.length === 0) return field.must !== true;
  // One value where several may stand, given twice, says nothing new.
  if (values.length > 1 && !field.many) return false;
  const verdicts = values.map((value) => {
    const allowed = field.kind.allows(value);
    return allowed === false && !field.must && !isVisible(value) ? undefined : allowed;
  });
  if (verdicts.includes(false)) return false;
  return new Set(values).size < values.length || verdicts.includes(undefined) ? undefined : true;
}

function pathOf({ exemplar, params }: Making): string {
  const encoded = (value: string) => encodeURIComponent(value.toWellFormed());
  return exemplar.url
    .replaceAll(/:(\w+)/g, (_, name: string) => encoded(params[name] ?? ''))
    .replace('*', () => (params['*'] ?? '').split('/').map(encoded).join('/'));
}

function encode(pairs: readonly Pair[]): string {
  const text = (value: RawOrText) =>
    typeof value === 'string' ? new URLSearchParams({ x: value }).toString().slice(2) : value.raw;
  return pairs.map(([name, value]) => `${text(name)}=${text(value)}`).join('&');
}

/** Writes a request down: the good one of an exemplar, spoiled in these ways. */
export function write(exemplar: Exemplar, place: Place, how: readonly Spoil[]): Ask {
  const making = goodOf(exemplar, place);
  for (const spoil of how) spoil.apply(making);
  judge(making);
  const query = [encode(making.query), ...making.more].filter((part) => part !== '').join('&');
  const names = [...new URLSearchParams(query).keys()];
  // A parameter that nobody asked for, twice, may be refused too, whatever else is wrong.
  if (new Set(names).size < names.length) {
    if (making.faults.size > 0) making.faults.add('query');
    else making.either = true;
  }
  const path = making.path(pathOf(making));
  const text = exemplar.call ? JSON.stringify(making.call) : encode(making.form);
  const sends = making.method !== 'GET' && making.method !== 'HEAD' && exemplar.method === 'POST';
  const payload = sends ? making.payload(text ?? '') : undefined;
  const url = query === '' ? path : `${path}?${query}`;
  if (payload && Buffer.byteLength(payload) > exemplar.bears) making.faults.add('size');
  if (url.length > longestUrl) making.faults.add('length');
  return {
    exemplar,
    place,
    how,
    method: making.method,
    url,
    headers: merged(headersOf(making), making.headers),
    payload,
    faults: making.faults,
    either: making.either,
  };
}

function headersOf({ exemplar, place, session }: Making): Readonly<Record<string, string>> {
  if (exemplar.who === 'guest') return {};
  const { right, wrong } = place.sessions[exemplar.who];
  return session === 'right' ? right : (wrong[session] ?? {});
}

/** Headers of both; cookies of both in one. */
function merged(
  some: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const cookies = [some.cookie, more.cookie].filter((cookie) => cookie !== undefined);
  return { ...some, ...more, ...(cookies.length > 0 && { cookie: cookies.join('; ') }) };
}
