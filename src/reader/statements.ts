import type { Language, Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';
import {
  type Context,
  carriedTopics,
  fallbackSureness,
  type Hit,
  isNegated,
  listTopics,
  type OwnTopics,
  sureness,
  topicsOf,
} from './context.ts';
import type { Topic } from './lexicon/index.ts';
import { rulesOf } from './rules.ts';
import type { ReadClause } from './structure.ts';
import { type Sentence, sentencesOf } from './token.ts';
import { controllerIn, valuesIn } from './values.ts';

/** What was made out about one clause while reading: handed down to those under it. */
interface Scene {
  readonly clause: ReadClause;
  /** For a heading its own topics and, when it has none, those above; for a clause the nearest heading's. */
  readonly heading: ReadonlySet<Topic>;
  readonly lead: ReadonlySet<Topic>;
}

/**
 * All statements of the clauses, in text order, at most one per clause, facet and label. O(n).
 *
 * A sentence is read in its context: its own words, the sentence before, the lead-in above, the heading.
 */
export function statementsOf(
  body: string,
  clauses: readonly ReadClause[],
  language: Language,
): readonly Statement[] {
  const memory = new Map<string, string>();
  const scenes = new Map<string, Scene>();
  const found = new Map<string, Statement>();
  for (const clause of clauses) {
    const above = clause.parent === undefined ? undefined : scenes.get(clause.parent);
    const sentences = sentencesOf(body.slice(clause.content, clause.span.end), clause.content, memory);
    const scene = readClause({ clause, sentences, above, body, language }, found);
    scenes.set(clause.id, scene);
  }
  for (const statement of controllerIn(body, clauses)) keep(found, statement);
  return [...withoutFallbacks([...found.values()])].sort(
    (a, b) => a.span.start - b.span.start || (a.facet < b.facet ? -1 : 1),
  );
}

function withoutFallbacks(statements: readonly Statement[]): readonly Statement[] {
  const sure = new Set(statements.filter((s) => s.confidence > fallbackSureness).map((s) => s.facet));
  return statements.filter((s) => s.confidence > fallbackSureness || !sure.has(s.facet));
}

interface Work {
  readonly clause: ReadClause;
  readonly sentences: readonly Sentence[];
  readonly above: Scene | undefined;
  readonly body: string;
  readonly language: Language;
}

function readClause(work: Work, found: Map<string, Statement>): Scene {
  const { clause, above } = work;
  const isHeading = clause.kind === 'heading';
  const heading = above?.heading ?? new Set<Topic>();
  const lead = above && above.clause.kind === 'clause' ? above.lead : new Set<Topic>();
  const handed = new Set<Topic>(lead);
  let carried: ReadonlySet<Topic> = new Set();
  let last: OwnTopics = { first: new Map(), exceptions: [] };
  let end: { hits: readonly Hit[]; sentence: Sentence } = { hits: [], sentence: [] };
  for (const sentence of work.sentences) {
    const hits = rulesOf(work.language).matches(sentence);
    end = { hits, sentence };
    last = topicsOf(hits, sentence, isHeading ? 'heading' : 'text');
    const item = clause.content > clause.span.start && !/^\d+\./.test(clause.number);
    const context: Context = { own: last, carried, lead, heading, item };
    if (clause.id !== 'T') sayAll(work, { sentence, hits, context }, found);
    carried = new Set([...carried, ...[...last.first.keys()].filter((topic) => carriedTopics.has(topic))]);
  }
  for (const topic of [...last.first.keys(), ...carried]) handed.add(topic);
  if (!isHeading) return { clause, heading, lead: listTopics(leadOf(handed, last), end.hits, end.sentence) };
  return { clause, heading: new Set([...last.first.keys(), ...heading]), lead: new Set() };
}

/** What a lead-in hands to its items; after «кроме» the list names the exceptions, not what is denied. */
function leadOf(topics: ReadonlySet<Topic>, last: OwnTopics): ReadonlySet<Topic> {
  const at = last.first.get('data_not');
  const out = new Set(topics);
  if (at !== undefined && last.exceptions.some((place) => place > at)) out.delete('data_not');
  return out;
}

interface Scanned {
  readonly sentence: Sentence;
  readonly hits: readonly Hit[];
  readonly context: Context;
}

function sayAll(work: Work, scanned: Scanned, found: Map<string, Statement>): void {
  const { clause } = work;
  for (const hit of scanned.hits) {
    if (hit.row.kind !== 'label' || (clause.kind === 'heading' && !hit.row.scope.headings)) continue;
    const confidence = sureness(hit, scanned.context);
    if (confidence === 0) continue;
    const facet = sided(hit.row.facet, hit, scanned.context);
    const span = facet === 'data_not_collected' ? deniedSpan(hit, scanned) : spanOf(hit, scanned.sentence);
    keep(found, { facet, label: hit.row.label, clause: clause.id, span, confidence });
  }
  for (const value of valuesIn(work.body, reach(scanned.sentence), scanned.context)) {
    keep(found, { ...value, clause: clause.id });
  }
}

function sided(facet: string, hit: Hit, context: Context): string {
  return facet === 'data_categories' && isNegated(hit, context) ? 'data_not_collected' : facet;
}

function spanOf(hit: Hit, sentence: Sentence): Span {
  const start = sentence[hit.from]?.start ?? 0;
  return { start, end: sentence[hit.to - 1]?.end ?? start };
}

/** A denied datum is quoted with the words that deny it, when they are near. */
function deniedSpan(hit: Hit, { sentence, context }: Scanned): Span {
  const said = spanOf(hit, sentence);
  const { first } = context.own;
  const denied = sentence[first.get('data_not') ?? first.get('data_not_back') ?? hit.from];
  const next = sentence[(first.get('data_not') ?? hit.from) + 1] ?? denied;
  const start = Math.min(said.start, denied?.start ?? said.start);
  const end = Math.max(said.end, next?.end ?? said.end);
  return end - start <= longestQuote ? { start, end } : said;
}

const longestQuote = 120;

function reach(sentence: Sentence): Span {
  return { start: sentence[0]?.start ?? 0, end: sentence.at(-1)?.end ?? 0 };
}

function keep(found: Map<string, Statement>, statement: Statement): void {
  const key = `${statement.clause}|${statement.facet}|${statement.label}`;
  const known = found.get(key);
  if (!known || known.confidence < statement.confidence) found.set(key, statement);
}
