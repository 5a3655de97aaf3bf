import type { KnownWord, Match } from './matcher.ts';
import type { LabelRule, Rule, TopicRule } from './rules.ts';
import type { Sentence } from './token.ts';
import { maskOf, type TopicSet, topicBit } from './topic-set.ts';

/** A rule that matched: from its first word up to the word after its last. */
export type Hit = Match<Rule>;
/** A label rule that matched. */
export type LabelHit = Match<LabelRule>;

/** The topics a sentence sets itself: which, with where each was first set, and where denials stand. */
export interface OwnTopics {
  readonly set: TopicSet;
  readonly first: ReadonlyMap<TopicSet, number>;
  /** Each topic with every word at which it was set. */
  readonly places: readonly { readonly bit: TopicSet; readonly at: number }[];
  /** Words at which collecting is denied, at which an exception begins, at which data are said. */
  readonly denials: readonly number[];
  /** Words that deny only what follows them: «not your card». */
  readonly denialsAhead: readonly number[];
  readonly exceptions: readonly number[];
  /** Words at which giving is refused by a verb that stands last. */
  readonly refusals: readonly number[];
  readonly sayings: readonly { readonly from: number; readonly to: number }[];
}

/** Topics of headings: of the nearest that has any, and of those above it. */
export interface HeadingTopics {
  readonly near: TopicSet;
  readonly far: TopicSet;
}

/** Everything that tells what a sentence is about, nearest first. */
export interface Context {
  readonly own: OwnTopics;
  /** From earlier sentences of the clause. */
  readonly carried: TopicSet;
  /** From the lead-in the clause stands under. */
  readonly lead: TopicSet;
  readonly heading: HeadingTopics;
  /** Whether the clause is marked as an item: what it names stands under the heading in any case. */
  readonly item: boolean;
}

/** A lead-in of at most so many words is a label as a whole. */
const shortLeadIn = 6;

/** No topics. */
export const noTopics: OwnTopics = {
  set: 0,
  first: new Map(),
  places: [],
  denials: [],
  denialsAhead: [],
  exceptions: [],
  refusals: [],
  sayings: [],
};

const data = topicBit('data');
const purposes = topicBit('purposes');
const denied = topicBit('data_not');
const transfer = topicBit('transfer');
const besideRights = maskOf(['data', 'transfer', 'ask_data', 'marketing', 'security', 'consent_form']);
/** What an aim in a list of aims may be about: to answer requests, to settle disputes, to keep the law. */
const besidePurposes = maskOf([
  'ask_data',
  'claims',
  'security',
  'retention',
  'transfer',
  'grounds',
  'contacts',
  'changes',
]);
/** What a datum in a list of data may be of: ways to reach somebody, a request, a dispute. */
const besideData = maskOf(['contacts', 'ask_data', 'claims']);
/** What a recipient in a list of recipients may be told by: what the person may ask for. */
const besideRecipients = maskOf(['rights', 'ask_data']);
/** What a measure under the heading of measures may touch: rights of access, permissions, aims. */
const besideSecurity = maskOf(['rights', 'permissions', 'purposes', 'data', 'transfer']);
/** A topic set within so many words opens its sentence. */
const opening = 3;
const rights = topicBit('rights');
const security = topicBit('security');
const operatorMay = topicBit('operator_may');
/** Headings under which something else is never said in passing. */
const hard = maskOf(['security', 'content_rules', 'third_sites', 'definition']);

/** Topics that go on to the next sentences of the same clause. */
export const carriedTopics = maskOf([
  'cookies',
  'ask_data',
  'content_rules',
  'third_sites',
  'minors',
  'changes',
]);

/** Topics under which data are named in passing, so that a heading alone does not make them collected. */
const passing = maskOf(['transfer', 'rights', 'contacts', 'consent', 'security', 'ask_data']);

/**
 * A lead-in that ends on a purpose opens a list of purposes, one that ends on data a list of data. Where the
 * verb is last, «the following» before either tells which.
 */
export function listTopics(set: TopicSet, hits: readonly Hit[], sentence: Sentence): TopicSet {
  let ends = 0;
  let named = 0;
  for (const { row, to } of hits) {
    if (row.kind !== 'topic') continue;
    if (row.place === 'list') named |= row.bit;
    else if (to >= sentence.length) ends |= row.bit;
  }
  if (named & purposes && !(named & data)) return (set | purposes) & ~data;
  if (named & data && !(named & purposes)) return (set | data) & ~purposes;
  if (ends & purposes && !(ends & data)) return set & ~data;
  return ends & data && !(ends & purposes) ? set & ~purposes : set;
}

/** The topics the hits of one sentence set. A label counts near its start, with a colon or dash behind it. */
export function topicsOf(hits: readonly Hit[], sentence: Sentence<KnownWord>, at: Stand): OwnTopics {
  return gathered(topicHits(hits, sentence, at));
}

/** The hits that set the topics of a sentence. */
export function topicHits(
  hits: readonly Hit[],
  sentence: Sentence<KnownWord>,
  at: Stand,
): readonly Match<TopicRule>[] {
  const set = hits.filter((hit): hit is Match<TopicRule> => hit.row.kind === 'topic');
  if (set.length === 0) return set;
  const counted = set.filter((hit) => stands(hit, sentence, at));
  if (counted.length > 0 || at.place === 'text') return counted;
  return set.filter(({ row }) => row.place === 'alone');
}

/** Where a sentence stands: in a heading or not, and under which headings. */
export interface Stand {
  readonly place: 'heading' | 'text';
  readonly heading: HeadingTopics;
  /** Whether it ends on a colon: what it is about stands below. */
  readonly leadsIn?: boolean;
}

function gathered(hits: readonly Match<TopicRule>[]): OwnTopics {
  if (hits.length === 0) return noTopics;
  const first = new Map<TopicSet, number>();
  const places: { bit: TopicSet; at: number }[] = [];
  const marks = newMarks();
  let set = 0;
  for (const hit of hits) {
    const { row, from } = hit;
    mark(hit, marks);
    if (row.bit === rights && hits.some((one) => one.row.bit === operatorMay && belongs(one, hit))) continue;
    set |= row.bit;
    places.push({ bit: row.bit, at: from });
    if (!first.has(row.bit)) first.set(row.bit, row.place === 'label' ? 0 : from);
  }
  return { set, first, places, ...marks };
}

type Marks = Pick<OwnTopics, 'denials' | 'denialsAhead' | 'exceptions' | 'refusals' | 'sayings'>;
type MarksMade = { readonly [Key in keyof Marks]: Marks[Key][number][] };

const newMarks = (): MarksMade => ({
  denials: [],
  denialsAhead: [],
  exceptions: [],
  refusals: [],
  sayings: [],
});

/** Notes where a hit denies, takes out of a rule or says that data are collected. */
function mark({ row, from, to }: Match<TopicRule>, marks: MarksMade): void {
  if (row.topic === 'data_not') marks.denials.push(from);
  else if (row.topic === 'data_not_ahead') marks.denialsAhead.push(from);
  else if (row.topic === 'except') marks.exceptions.push(from);
  else if (row.topic === 'transfer_not' && row.verbLast) marks.refusals.push(from);
  else if (row.topic === 'data' && row.place === 'text') marks.sayings.push({ from, to });
}

/**
 * Whether what may be done is said of the operator: of two subjects before one verb the nearer one counts, in
 * Kazakh, whose verb is last, the first; «we reserve the right to» is said of us alone.
 */
function belongs(operator: Match<TopicRule>, person: Match<TopicRule>): boolean {
  if (operator.row.verbLast) return operator.from <= person.from;
  return operator.from < person.to && operator.to > person.from;
}

function stands({ row, from, to }: Match<TopicRule>, sentence: Sentence, stand: Stand): boolean {
  const { place, heading, leadsIn } = stand;
  if (row.place === 'any') return true;
  if (row.place === 'list') return leadsIn === true;
  if (row.place !== 'label') return row.place === place;
  if (from > 4 || contradicts(row.bit, heading.near)) return false;
  const behind = sentence.slice(to, to + 6);
  return behind.some((token) => token.pause === 2) || (leadsIn === true && sentence.length <= shortLeadIn);
}

/** A label of data is none under «Purposes», a label of purposes none under «Data». */
function contradicts(bit: TopicSet, heading: TopicSet): boolean {
  if (heading & bit) return false;
  return (bit === purposes && (heading & data) !== 0) || (bit === data && (heading & purposes) !== 0);
}

/** Where a rule found its topic: the nearer, the surer. */
export type Source = 'lead' | 'own' | 'carried' | 'heading' | 'above' | 'free';

/** Whether a hit counts in its context: where its topic came from, or which topics keep it silent. */
export type Judgement =
  | { readonly counts: true; readonly source: Source }
  | { readonly counts: false; readonly missing: TopicSet; readonly silencedBy: TopicSet };

/** Judges a label hit in its context. */
export function judge(hit: LabelHit, context: Context, sentence: Sentence): Judgement {
  const { within, unless, beside } = hit.row;
  const source = within === 0 ? 'free' : sourceOf(hit, context);
  if (source === undefined) return { counts: false, missing: within, silencedBy: 0 };
  if (beside !== 0 && !(everything(context) & beside))
    return { counts: false, missing: beside, silencedBy: 0 };
  const heard = heardOf(hit, inItem(hit, { context, source, sentence }), source);
  if (heard & unless) return { counts: false, missing: 0, silencedBy: heard & unless };
  return { counts: true, source };
}

/** So many strong pauses make a sentence a list. */
const pausesOfList = 3;

/** Whether a list runs on in the sentence: «to deliver; to answer; to keep accounts; …». */
function runsOn(sentence: Sentence): boolean {
  return sentence.filter(({ pause }, at) => at > 0 && pause === 2).length >= pausesOfList;
}

/**
 * The context of one item of a list that runs on in a sentence, «to deliver the order; to settle a dispute»,
 * or of what stands before the colon under a lead-in, «delivery: address, telephone»: under a heading or
 * lead-in of its kind each is about what it says itself, whatever the others are.
 */
function inItem(
  { from }: LabelHit,
  { context, source, sentence }: { context: Context; source: Source; sentence: Sentence },
): Context {
  const explained = source === 'lead' && sentence.some(({ pause }, at) => at > from && pause === 2);
  if ((source !== 'heading' && source !== 'lead') || !(explained || runsOn(sentence))) return context;
  const { start, end } = stretchOf(sentence, from);
  const own = context.own.places.filter(({ at }) => at >= start && at < end);
  return { ...context, own: { ...context.own, set: own.reduce((set, { bit }) => set | bit, 0) } };
}

/** The topics that may silence a hit; a purpose does so only to what stands behind it. */
function heardOf(hit: LabelHit, context: Context, source: Source): TopicSet {
  const { own, carried, lead, heading } = context;
  const before = (own.first.get(purposes) ?? Number.POSITIVE_INFINITY) <= hit.from;
  const said = (before ? own.set : own.set & ~purposes) | carried | lead;
  const near = said & ~unheard(hit, context);
  if (source !== 'own' && source !== 'lead') return near | heading.near;
  return heading.near & hit.row.within ? near : near | (heading.near & hard);
}

/**
 * Topics that do not silence a hit though they stand beside it: «contacts: phone, e-mail» in a list of data
 * are the person's, and what a sentence lists that begins with «you may» are rights, whatever else each
 * touches.
 */
function unheard({ row }: LabelHit, { own, lead, heading, item }: Context): TopicSet {
  const listed = (row.within & data & (lead | (item ? heading.near : 0))) !== 0;
  const begun = own.first.get(rights) ?? Number.POSITIVE_INFINITY;
  const guarded = row.facet === 'security' && (heading.near & security) !== 0;
  const aim = (row.within & purposes & (lead | (item ? heading.near : 0))) !== 0;
  const taker = row.facet === 'recipients' && (transfer & (lead | (item ? heading.near : 0))) !== 0;
  return (
    (listed ? besideData & ~(lead | heading.near) : 0) |
    (row.within & data & heading.near && !(heading.near & rights) ? rights : 0) |
    (taker ? besideRecipients : 0) |
    (guarded ? besideSecurity : 0) |
    (aim ? besidePurposes : 0) |
    (row.within & rights && begun <= opening ? besideRights : 0)
  );
}

function everything({ own, carried, lead, heading }: Context): TopicSet {
  return own.set | carried | lead | heading.near | heading.far;
}

function sourceOf(hit: LabelHit, context: Context): Source | undefined {
  const { within } = hit.row;
  if (context.lead & within) return 'lead';
  if (context.own.set & within && ownSets(hit, context)) return 'own';
  if (context.carried & within) return 'carried';
  const wanted = headingCounts(context) ? within : within & ~data;
  if (context.heading.near & wanted) return 'heading';
  return context.heading.far & wanted ? 'above' : undefined;
}

function ownSets({ row, from }: LabelHit, { own }: Context): boolean {
  const others = own.set & row.within & ~purposes;
  if (others !== 0 || !row.scope.after) return true;
  return from >= (own.first.get(purposes) ?? Number.POSITIVE_INFINITY);
}

/** Whether a hit stands in a list of its kind: under a lead-in, an item under a heading, behind a colon. */
export function isListed({ row, from }: LabelHit, context: Context, sentence: Sentence): boolean {
  const colon = sentence.findIndex((token, at) => at > 0 && token.pause === 2);
  // Under a lead-in to purposes what stands behind the colon explains: «delivery: address, orders before».
  const explains = colon >= 0 && from >= colon && (row.within & purposes) !== 0;
  if (context.lead & row.within) return !explains;
  const headed = (context.heading.near & row.within) !== 0;
  if (headed && (context.item || runsOn(sentence))) return true;
  if (colon < 0 || from < colon) return false;
  return [...context.own.first].some(([bit, at]) => (bit & row.within) !== 0 && at < colon);
}

function headingCounts(context: Context): boolean {
  return context.item || !(context.own.set & passing);
}

/**
 * On which side of a denial a datum stands: collected, or said not to be.
 *
 * A denial before the datum reaches it unless an exception or a new saying stands between; one behind it
 * reaches it within the same stretch of the sentence, unless the stretch has said before that it is
 * collected.
 */
export function isDenied({ from }: LabelHit, context: Context, sentence: Sentence): boolean {
  const { denials, denialsAhead, exceptions, sayings, set } = context.own;
  const stretch = stretchOf(sentence, from);
  if (denialsAhead.some((at) => at < from && at >= from - 4 && at >= stretch.start)) return true;
  const before = denials.filter((at) => at <= from).at(-1);
  const positive = sayings.filter((said) => !denials.some((at) => at >= said.from && at < said.to));
  if (before !== undefined) {
    const turned = exceptions.some((at) => at > before && at < from);
    const anew = positive.some(
      (said) => said.from > before + 1 && said.from <= from && said.from >= stretch.start,
    );
    return !turned && !(anew && before < stretch.start);
  }
  const behind = denials.some((at) => at > from && at < stretch.end);
  if (behind)
    return !positive.some((said) => said.from <= from && said.from >= stretch.start && said.to <= from);
  if (exceptions.length > 0 && exceptions.some((at) => at < from)) return false;
  return (context.lead & denied) !== 0 || ((context.heading.near & denied) !== 0 && !(set & data));
}

/**
 * Whether what a hit names is said not to be so by a verb behind it in the same stretch: a recipient to whom
 * nothing is given, a place where nothing is kept, a function of a device that is not asked for.
 */
export function isRefused(hit: LabelHit, context: Context, sentence: Sentence<KnownWord>): boolean {
  const { own } = context;
  if (hit.row.affirms && sentence[hit.to - 1]?.of.denied && deniable.has(hit.row.facet)) return true;
  if (hit.row.facet === 'device_permissions') return isDenied(hit, context, sentence);
  const behind = hit.row.facet === 'recipients' ? own.refusals : own.denials;
  if (!refusable.has(hit.row.facet) || behind.length === 0 || own.exceptions.length > 0) return false;
  const { end } = stretchOf(sentence, hit.from);
  const at = behind.find((place) => place > hit.from && place < end);
  if (at === undefined) return false;
  const given = (place: { bit: TopicSet; at: number }) =>
    place.bit === transfer && place.at > hit.from && place.at < at;
  return hit.row.facet !== 'recipients' || !own.places.some(given);
}

/** Whether a datum is only left out of what is handed on: «to the supplier: the code, without the name». */
export function isWithheld({ from }: LabelHit, { own, lead, heading }: Context): boolean {
  const handed = own.set | lead | heading.near;
  if (!(handed & transfer) || heading.near & data) return false;
  return own.denials.length === 0 && own.denialsAhead.some((at) => at < from);
}

const refusable = new Set(['recipients', 'storage_location']);
/** Facets in which a denied verb states nothing. */
const deniable = new Set([
  'purposes',
  'marketing',
  'automation',
  'legal_bases',
  'cross_border',
  'operations',
]);

const turns = new Set(['но', 'а', 'однако', 'but', 'however', 'while', 'ал', 'бірақ', 'алайда', 'дегенмен']);
const finite = /(?:мыз|міз|йды|йді|ады|еді)$/u;

/** The stretch of the sentence that word `at` stands in: between strong pauses and «but». */
function stretchOf(sentence: Sentence, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > 0 && !opens(sentence, start)) start--;
  let end = at + 1;
  while (end < sentence.length && !opens(sentence, end)) end++;
  return { start, end };
}

function opens(sentence: Sentence, at: number): boolean {
  const token = sentence[at];
  if (token === undefined || token.pause === 2) return true;
  if (token.pause === 0) return false;
  return turns.has(token.of.word) || finite.test(sentence[at - 1]?.of.word ?? '');
}
