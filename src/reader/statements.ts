import type { Language, Span } from '../base/index.ts';
import type { Statement } from '../policy/index.ts';
import {
  type Context,
  carriedTopics,
  type HeadingTopics,
  type Hit,
  isDenied,
  isListed,
  isRefused,
  isWithheld,
  type Judgement,
  judge,
  type LabelHit,
  listTopics,
  noTopics,
  type OwnTopics,
  type Stand,
  topicHits,
  topicsOf,
} from './context.ts';
import { languageOfText } from './language.ts';
import { asAims, isItem, plainLead } from './lead-in.ts';
import { listKind } from './list-kind.ts';
import type { KnownWord, Match, Matcher } from './matcher.ts';
import { controllerIn } from './operator.ts';
import type { Mention } from './reading.ts';
import { type LabelRule, type Rule, rulesOf, type TopicRule } from './rules.ts';
import { deniedSpan, reach, spanOf, stretchStart } from './stretch.ts';
import type { ReadClause } from './structure.ts';
import { confidenceOf, fallbackRank, formRank, rankOf } from './sureness.ts';
import { type Sentence, sentencesOf } from './token.ts';
import { type TopicSet, topicBit } from './topic-set.ts';
import { valuesIn } from './values.ts';

/** One pattern that matched in a clause, and what came of it. */
export interface Trace {
  readonly clause: string;
  readonly facet: string;
  readonly rule: LabelRule;
  readonly span: Span;
  readonly verdict: Verdict;
}

/** What was made of a match: judged in its context, or passed over before it came to that. */
export type Verdict = Judgement | { readonly counts: false; readonly passed: Passed };

/**
 * Why a match was passed over: it stands in a heading; it is a single word outside of a list; another row
 * read the same stretch; it stands in a value, or before a number, and so in what is the operator's own;
 * what it names is said not to be so.
 */
export type Passed = 'heading' | 'unlisted' | 'taken' | 'value' | 'denied';

/** What a clause says of the topic: the words that set it. */
export interface TopicTrace {
  readonly clause: string;
  readonly rule: TopicRule;
  readonly span: Span;
}

/**
 * What reading needs: the text, its clauses, its language. `rules` is for the evaluation; `heard` and `seen`
 * are told every match of a label and of a topic, `mentioned` every datum named in passing.
 */
export interface Reader {
  readonly body: string;
  readonly language: Language;
  readonly rules?: (language: Language) => Matcher<Rule>;
  readonly heard?: (trace: Trace) => void;
  readonly seen?: (trace: TopicTrace) => void;
  readonly mentioned?: (mention: Mention) => void;
}

/** What was made out about one clause while reading: handed down to those under it. */
interface Scene {
  readonly clause: ReadClause;
  readonly heading: HeadingTopics;
  readonly lead: TopicSet;
  /** What the columns of a table are about, by the words of its head. */
  readonly columns: readonly TopicSet[];
}

/**
 * All statements of the clauses, in text order, at most one per clause, facet and label. O(n).
 *
 * A sentence is read in its context: its own words, the sentence before, the lead-in above, the heading.
 */
export function statementsOf(reader: Reader, clauses: readonly ReadClause[]): readonly Statement[] {
  const scenes = new Map<string, Scene>();
  const found: Found = new Map();
  const items = itemsBy(clauses);
  for (const clause of clauses) {
    const above = clause.parent === undefined ? undefined : scenes.get(clause.parent);
    scenes.set(clause.id, readClause({ reader, clause, above, items: items.get(clause.id) ?? [] }, found));
  }
  for (const { rank, ...said } of controllerIn(reader.body, clauses)) keep(found, said, { rank });
  return withoutFallbacks([...found.values()])
    .map(statementOf)
    .sort((a, b) => a.span.start - b.span.start || (a.facet < b.facet ? -1 : 1));
}

function itemsBy(clauses: readonly ReadClause[]): ReadonlyMap<string, readonly ReadClause[]> {
  const items = new Map<string, ReadClause[]>();
  for (const clause of clauses) {
    if (clause.parent === undefined || clause.kind !== 'clause') continue;
    const known = items.get(clause.parent);
    if (known) known.push(clause);
    else items.set(clause.parent, [clause]);
  }
  return items;
}

type Said = Omit<Statement, 'confidence'>;

/** A label found in a clause: its best quote, how good that is, and the patterns that say it. */
interface Finding {
  said: Said;
  rank: number;
  readonly patterns: string[];
}

type Found = Map<string, Finding>;

function statementOf({ said, rank, patterns }: Finding): Statement {
  return { ...said, confidence: confidenceOf({ facet: said.facet, rank, patterns: patterns.length }) };
}

function withoutFallbacks(all: readonly Finding[]): readonly Finding[] {
  const sure = new Set(all.filter(({ rank }) => rank > fallbackRank).map(({ said }) => said.facet));
  return all.filter(({ said, rank }) => rank > fallbackRank || !sure.has(said.facet));
}

interface Work {
  readonly reader: Reader;
  readonly clause: ReadClause;
  readonly above: Scene | undefined;
  /** The clauses right under it. */
  readonly items: readonly ReadClause[];
}

const noHeading: HeadingTopics = { near: 0, far: 0 };

function readClause(work: Work, found: Found): Scene {
  const { reader, clause, above } = work;
  const heading = above?.heading ?? noHeading;
  if (clause.cells.length > 0) return readRow(work, heading, found);
  const text = reader.body.slice(clause.content, clause.span.end);
  const matcher = (reader.rules ?? rulesOf)(languageOfText(text, reader.language));
  const item = isItem(clause, text);
  const lead = above && above.clause.kind === 'clause' ? above.lead : 0;
  const read = readText(work, { text, at: clause.content, matcher, heading, lead, item }, found);
  if (clause.kind === 'heading') {
    const of = { body: reader.body, matcher, lead: 0, heading: noHeading };
    const told = asAims(read.last.set, work.items, reader.body);
    const set = told === 0 ? listKind(work.items, of) : told;
    return { clause, heading: headingOf(set, heading), lead: 0, columns: [] };
  }
  const handed = handedDown(lead | read.last.set | read.carried, read.last);
  const listed = listTopics(handed, read.hits, read.sentence);
  // Where the verb stands last the order of the words does not tell what is listed.
  const plain = reader.language === 'kk' ? listed : plainLead(listed, read.last, heading);
  const told = asAims(plain, work.items, reader.body);
  const kind = listKind(work.items, { body: reader.body, matcher, lead: told, heading });
  return { clause, heading, lead: told | kind, columns: [] };
}

/** The head of a table says what its columns are about; each cell of a row is read under its column. */
function readRow(work: Work, heading: HeadingTopics, found: Found): Scene {
  const { reader, clause, above } = work;
  const head = above?.columns ?? [];
  const lead = above && above.clause.kind === 'clause' ? above.lead : 0;
  const columns = clause.cells.map((cell, index) => {
    const text = reader.body.slice(cell.start, cell.end);
    const matcher = (reader.rules ?? rulesOf)(languageOfText(text, reader.language));
    const own = head[index] ?? 0;
    // What a column says it holds outweighs the heading above the table.
    const under =
      own === 0
        ? { heading, lead }
        : { heading: { near: own | (heading.near & permissions), far: 0 }, lead: own };
    const at = { text, at: cell.start, matcher, ...under, item: true };
    if (head.length > 0) readText(work, at, found);
    return columnTopics(at);
  });
  return { clause, heading, lead, columns: head.length > 0 ? head : columns };
}

interface Piece {
  readonly text: string;
  readonly at: number;
  readonly matcher: Matcher<Rule>;
  readonly heading: HeadingTopics;
  readonly lead: TopicSet;
  readonly item: boolean;
}

function columnTopics({ text, at, matcher, heading }: Piece): TopicSet {
  return sentencesOf(text, at, matcher.look).reduce(
    (set, sentence) =>
      set |
      topicsOf(
        matcher.matches(sentence, () => 0),
        sentence,
        { place: 'heading', heading },
      ).set,
    0,
  );
}

interface Read {
  readonly last: OwnTopics;
  readonly carried: TopicSet;
  readonly hits: readonly Hit[];
  readonly sentence: Sentence;
}

function readText(work: Work, piece: Piece, found: Found): Read {
  const { clause } = work;
  const { matcher, heading, lead, item } = piece;
  const place = clause.kind === 'heading' ? 'heading' : 'text';
  let read: Read = { last: noTopics, carried: 0, hits: [], sentence: [] };
  const leadsIn = piece.text.trimEnd().endsWith(':');
  // Who wants to hear of every match, and a heading that names aims, leave nothing out.
  const heardWhole = work.reader.heard !== undefined || clause.kind === 'heading';
  for (const [sentence, last] of sentencesIn(piece)) {
    const stand: Stand = { place, heading, leadsIn: leadsIn && last };
    let own = noTopics;
    const hits = matcher.matches(sentence, (topics) => {
      own = topicsOf(topics, sentence, stand);
      if (heardWhole) return -1;
      return own.set | read.carried | lead | heading.near | heading.far;
    });
    if (work.reader.seen) tellTopics(work, topicHits(hits, sentence, stand), { own, sentence });
    const context: Context = { own, carried: read.carried, lead, heading, item };
    if (clause.id !== 'T') sayAll(work, { sentence, hits, context }, found);
    read = { last: own, carried: read.carried | (own.set & carriedTopics), hits, sentence };
  }
  return read;
}

/** A line longer than this is taken apart piece by piece, so that memory stays bounded. */
const longestPiece = 20_000;

/** The sentences of a piece, each with whether it is the last. */
function* sentencesIn({ text, at, matcher }: Piece): Generator<readonly [Sentence<KnownWord>, boolean]> {
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const sentences = sentencesOf(text.slice(from, to), at + from, matcher.look);
    for (const [number, sentence] of sentences.entries())
      yield [sentence, to === text.length && number === sentences.length - 1];
    from = to;
  }
}

/** Where a piece that begins at `from` ends: with the text, else between two words. */
function pieceEnd(text: string, from: number): number {
  if (text.length - from <= longestPiece) return text.length;
  const space = text.lastIndexOf(' ', from + longestPiece);
  return space > from ? space : from + longestPiece;
}

function tellTopics(
  { reader, clause }: Work,
  hits: readonly Match<TopicRule>[],
  { own, sentence }: { readonly own: OwnTopics; readonly sentence: Sentence },
): void {
  for (const hit of hits) {
    if (!(hit.row.bit & own.set)) continue;
    reader.seen?.({ clause: clause.id, rule: hit.row, span: spanOf(hit, sentence) });
  }
}

function headingOf(own: TopicSet, above: HeadingTopics): HeadingTopics {
  return own === 0 ? above : { near: own, far: above.near | above.far };
}

/** What a lead-in hands to its items; after «except» the list names the exceptions, not what is denied. */
function handedDown(set: TopicSet, last: OwnTopics): TopicSet {
  const at = last.first.get(topicBit('data_not'));
  const turned = at !== undefined && last.exceptions.some((place) => place > at);
  return turned ? set & ~topicBit('data_not') : set;
}

interface Scanned {
  readonly sentence: Sentence<KnownWord>;
  readonly hits: readonly Hit[];
  readonly context: Context;
}

function sayAll(work: Work, scanned: Scanned, found: Found): void {
  const { reader, clause } = work;
  const said = new Set<string>();
  const leads = reader.body.slice(clause.span.start, clause.span.end).trimEnd().endsWith(':');
  const values = valuesIn(reader.body, reach(scanned.sentence, reader.body), scanned.context);
  for (const hit of inTurn(scanned.hits)) {
    const stretch = `${hit.row.facet} ${stretchStart(scanned.sentence, hit)}`;
    const facet = sided(hit, scanned);
    const span =
      facet === 'data_not_collected'
        ? deniedSpan(hit, scanned.sentence, scanned.context.own.denials)
        : spanOf(hit, scanned.sentence);
    const passed = passedOver(work, { hit, scanned, facet, span, values, taken: said.has(stretch) });
    const verdict: Verdict = passed
      ? { counts: false, passed }
      : judge(hit, scanned.context, scanned.sentence);
    reader.heard?.({ clause: clause.id, facet, rule: hit.row, span, verdict });
    const { label, id } = hit.row;
    if (!verdict.counts) {
      if (inPassing(facet, verdict, leads)) reader.mentioned?.({ facet, label, clause: clause.id, span });
      continue;
    }
    said.add(stretch);
    keep(found, { facet, label, clause: clause.id, span }, { rank: rankOf(hit.row, verdict.source), id });
  }
  for (const value of values) {
    keep(found, { ...value, clause: clause.id }, { rank: formRank });
  }
}

/** Whether a match that is no statement names a datum, or a purpose in a heading that leads in. */
function inPassing(facet: string, verdict: Exclude<Verdict, { readonly counts: true }>, leads: boolean) {
  const passed = 'passed' in verdict ? verdict.passed : undefined;
  if (facet === 'purposes') return passed === 'heading' && leads;
  return facet === 'data_categories' && (passed === undefined || passed === 'unlisted');
}

interface Considered {
  readonly hit: LabelHit;
  readonly scanned: Scanned;
  readonly facet: string;
  readonly span: Span;
  /** Addresses, numbers and names that stand in the sentence. */
  readonly values: readonly { readonly span: Span }[];
  /** Whether a row has read this stretch of the sentence before. */
  readonly taken: boolean;
}

function passedOver({ reader, clause, above }: Work, considered: Considered): Passed | undefined {
  const { hit, scanned, facet, span, values, taken } = considered;
  const { headings, listed } = hit.row.scope;
  if (clause.kind === 'heading' && !headings && !namesRight(hit, above)) return 'heading';
  if (listed && taken) return 'taken';
  if (listed && !isListed(hit, scanned.context, scanned.sentence)) return 'unlisted';
  if (isRefused(hit, scanned.context, scanned.sentence)) return 'denied';
  if (facet === 'data_not_collected' && isWithheld(hit, scanned.context)) return 'denied';
  if (facet !== 'data_categories') return undefined;
  const within = values.some((value) => value.span.start <= span.start && span.end <= value.span.end);
  return within || isValue(reader.body, span) ? 'value' : undefined;
}

/** Whether a heading under that of the rights names one: «Your rights», and below it «Erasure». */
function namesRight({ row }: LabelHit, above: Scene | undefined): boolean {
  return row.facet === 'rights' && above !== undefined && (above.heading.near & rights) !== 0;
}

const rights = topicBit('rights');
const permissions = topicBit('permissions');

const numberBehind = /^[\s:/№()–—-]{0,5}(?:\p{L}{1,12}[)\s:№]{1,3}){0,3}\d{10,12}(?!\d)/u;

/** Whether a number stands behind its name: «БИН 123456789012» is the operator's own, not collected. */
function isValue(body: string, { end }: Span): boolean {
  return numberBehind.test(body.slice(end, end + 48));
}

/** The label hits, those of single listed words last. */
function inTurn(hits: readonly Hit[]): readonly LabelHit[] {
  const labels: LabelHit[] = [];
  const listed: LabelHit[] = [];
  for (const hit of hits) if (isLabel(hit)) (hit.row.scope.listed ? listed : labels).push(hit);
  return listed.length === 0 ? labels : labels.concat(listed);
}

function isLabel(hit: Hit): hit is LabelHit {
  return hit.row.kind === 'label';
}

function sided(hit: LabelHit, { context, sentence }: Scanned): string {
  if (hit.row.facet !== 'data_categories') return hit.row.facet;
  return isDenied(hit, context, sentence) ? 'data_not_collected' : 'data_categories';
}

function keep(found: Found, said: Said, by: { readonly rank: number; readonly id?: string }): void {
  const key = `${said.clause}|${said.facet}|${said.label}`;
  const known = found.get(key);
  if (!known) {
    found.set(key, { said, rank: by.rank, patterns: by.id === undefined ? [] : [by.id] });
    return;
  }
  if (by.id !== undefined && !known.patterns.includes(by.id)) known.patterns.push(by.id);
  if (known.rank >= by.rank) return;
  known.said = said;
  known.rank = by.rank;
}
