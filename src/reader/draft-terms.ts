import type { Clause, RetentionRow } from '../policy/index.ts';
import { durationIn } from './duration.ts';
import { allBut, allData, countedFromEnd, keptThings } from './lexicon/index.ts';
import type { Mention, Reading } from './reading.ts';

/** A stretch of a clause that says one thing of keeping, with its place in the body. */
interface Saying {
  readonly start: number;
  readonly text: string;
}

/**
 * How long what is kept: a rule said of certain data is theirs, one said of data as a whole is that of all.
 *
 * A number counts for what it is said of. Where that is neither a known datum nor data as a whole, «guest
 * cards: 3 years», or where it runs from the end of the relation, «30 days after the account is closed», the
 * rule stands without its number: nobody else's data get a term that was not meant for them. Rows cite each
 * clause once; O(clauses + statements).
 */
export function retentionRowsOf(reading: Reading, body: string): readonly RetentionRow[] {
  if (reading.silent.some((silence) => silence.facet === 'retention'))
    return [{ rule: 'unspecified', cites: [], origin: 'assumed' }];
  const data = byClause([...reading.statements, ...reading.mentions].filter(isDatum));
  const clauses = new Map(reading.clauses.map((clause) => [clause.id, clause]));
  const rows = new Map<string, RetentionRow>();
  for (const [id, rules] of byClause(reading.statements.filter(({ facet }) => facet === 'retention'))) {
    const clause = clauses.get(id);
    if (!clause) continue;
    for (const row of rowsOf({ clause, rules, data: data.get(id) ?? [], body })) add(rows, row);
  }
  return [...rows.values()];
}

const isDatum = ({ facet }: Mention) => facet === 'data_categories';

function byClause<Said extends Mention>(all: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const found = new Map<string, Said[]>();
  for (const said of all) {
    const known = found.get(said.clause);
    if (known) known.push(said);
    else found.set(said.clause, [said]);
  }
  return found;
}

interface Said {
  readonly clause: Clause;
  readonly rules: readonly Mention[];
  readonly data: readonly Mention[];
  readonly body: string;
}

function rowsOf({ clause, rules, data, body }: Said): readonly RetentionRow[] {
  const sayings = sayingsOf(clause, body);
  const at = { cites: [clause.id], origin: 'text' as const };
  const found: RetentionRow[] = [];
  for (const { label, span } of rules) {
    if (label === 'fixed_term') continue;
    const saying = sayings.findLast(({ start }) => start <= span.start);
    const of = saying && subjectOf({ saying, data, term: span.start - saying.start });
    found.push({ rule: label, ...listed(of), ...at });
  }
  if (!rules.some(({ label }) => label === 'fixed_term')) return found;
  const numbered = sayings.flatMap((saying) => fixedTermOf(saying, data)).map((row) => ({ ...row, ...at }));
  return [...found, ...(numbered.length > 0 ? numbered : [{ rule: 'fixed_term', ...at }])];
}

/** The sentences of a clause and the parts between its semicolons. */
function sayingsOf({ span }: Clause, body: string): readonly Saying[] {
  const text = body.slice(span.start, span.end);
  const found: Saying[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/(?<=[^\p{Lu}\s\d]{2}|\d\))[.!?]\s+(?=[\p{Lu}«"“\d])|;|\n/gu)) {
    found.push({ start: span.start + from, text: text.slice(from, index) });
    from = index + 1;
  }
  return [...found, { start: span.start + from, text: text.slice(from) }].flatMap(partsOf);
}

/** «Orders are kept three years, calls 60 days»: of several terms between commas each is a saying. */
function partsOf(saying: Saying): readonly Saying[] {
  const parts: Saying[] = [];
  let from = 0;
  for (const { index } of saying.text.matchAll(/, (?!\p{L}+(?:ющ|вш|щ)\p{L}*[ ,])/gu)) {
    parts.push({ start: saying.start + from, text: saying.text.slice(from, index) });
    from = index + 2;
  }
  parts.push({ start: saying.start + from, text: saying.text.slice(from) });
  const timed = parts.filter(({ text }) => durationIn(text) !== undefined);
  return timed.length < 2 ? [saying] : joined(parts, saying);
}

/** Parts without a term of their own go with the one behind them: «photos, videos: a year». */
function joined(parts: readonly Saying[], { start, text }: Saying): readonly Saying[] {
  const found: Saying[] = [];
  let from = start;
  for (const part of parts) {
    if (durationIn(part.text) === undefined) continue;
    const end = part.start + part.text.length;
    found.push({ start: from, text: text.slice(from - start, end - start) });
    from = end + 2;
  }
  return from - start < text.length ? [...found, { start: from, text: text.slice(from - start) }] : found;
}

function fixedTermOf(saying: Saying, data: readonly Mention[]): readonly Pick<RetentionRow, 'rule'>[] {
  const term = durationIn(saying.text);
  if (!term) return [];
  const of = subjectOf({ saying, data, term: term.at });
  const counted = of !== 'unknown' && !countedFromEnd.test(saying.text);
  const { months, days } = term;
  const number = months === undefined ? { days } : { months };
  return [{ rule: 'fixed_term', ...(counted ? number : {}), ...listed(of) }];
}

/** Categories a rule is said of, `all` of the data, or `unknown`: something that no category stands for. */
type Subject = readonly string[] | 'all' | 'unknown';

const listed = (of: Subject | undefined): Pick<RetentionRow, 'categories'> =>
  of === undefined || typeof of === 'string' ? {} : { categories: of };

/** What stands before the term, else what stands behind it: «we delete after a year: recordings». */
function subjectOf(of: { saying: Saying; data: readonly Mention[]; term: number }): Subject {
  const { saying, data, term } = of;
  const but = saying.text.search(allBut);
  const end = but < 0 ? saying.text.length : but;
  const before = namedIn({ saying, data, from: 0, to: Math.min(term, end) });
  if (before !== 'unknown') return before;
  const words = saying.text.slice(0, Math.min(term, end)).replace(/^[\s\d.)(•–—-]+/u, '');
  const verbs = /^(?:\p{L}+\s+){0,3}$/u.test(words);
  if (verbs) return namedIn({ saying, data, from: Math.min(term, end), to: end });
  // «For a fixed term: 60 months (orders)».
  const bracket = saying.text.indexOf('(', term);
  const explained = bracket >= 0 && namedIn({ saying, data, from: bracket, to: end });
  return explained && explained !== 'all' ? explained : 'unknown';
}

interface Stretch {
  readonly saying: Saying;
  readonly data: readonly Mention[];
  readonly from: number;
  readonly to: number;
}

function namedIn({ saying, data, from, to }: Stretch): Subject {
  const words = saying.text.slice(from, to);
  const inside = data.filter(
    ({ span }) => span.start >= saying.start + from && span.end <= saying.start + to,
  );
  const named = new Set(inside.map(({ label }) => label));
  if (named.size === 0)
    for (const [categories, pattern] of keptThings)
      if (pattern.test(words)) for (const category of categories) named.add(category);
  if (named.size > 0) return [...named];
  return allData.test(words) ? 'all' : 'unknown';
}

/** The same rule said of the same data in another clause is the same row. */
function add(rows: Map<string, RetentionRow>, row: RetentionRow): void {
  const key = [row.rule, row.months, row.days, ...(row.categories ?? [])].join(' ');
  const known = rows.get(key);
  rows.set(key, known ? { ...known, cites: [...new Set([...known.cites, ...row.cites])] } : row);
}
