import type { Span } from '../../src/base/index.ts';
import type { Reading } from '../../src/reader/index.ts';
import type { GoldText } from './gold.ts';

/** What was counted: labels found, false, missed; of those found with a place, how many were cited right. */
export interface Count {
  found: number;
  wrong: number;
  missed: number;
  cited: number;
  citable: number;
}

/** A label the reader got wrong in a text. */
export interface Slip {
  readonly text: string;
  readonly kind: 'missed' | 'false' | 'citation';
  readonly facet: string;
  readonly label: string;
  readonly quote: string;
}

/** Counts by facet and by text, with every slip. */
export interface Score {
  readonly facets: Map<string, Count>;
  readonly texts: Map<string, Count>;
  readonly slips: Slip[];
}

/** The silence labels: they are scored on presence only. */
const silent = new Set([
  'retention.unspecified',
  'storage_location.unspecified',
  'cross_border.unspecified',
  'minors.none',
  'change_notice.unspecified',
  'contacts.none',
  'governing_law.unspecified',
]);

/** A quote over this length proves nothing: a whole page would overlap everything. */
const longestQuote = 400;

/** Scores readings against gold by the rules of the annotation guide; `silence` says whether it counts. */
export function scoreOf(pairs: readonly { gold: GoldText; reading: Reading }[], silence: boolean): Score {
  const score: Score = { facets: new Map(), texts: new Map(), slips: [] };
  for (const { gold, reading } of pairs) scoreText(gold, answerOf(reading, silence), score);
  return score;
}

/** The labels a reading states with their places. */
function answerOf(reading: Reading, silence: boolean): ReadonlyMap<string, readonly Span[]> {
  const answer = new Map<string, Span[]>();
  // Provisions are no facet of the guide: nobody annotated them.
  const annotated = reading.statements.filter(({ facet }) => facet !== 'provisions');
  for (const { facet, label, span } of annotated) put(answer, `${facet}.${label}`, span);
  if (silence) for (const { facet, label } of reading.silent) answer.set(`${facet}.${label}`, []);
  return answer;
}

function put(map: Map<string, Span[]>, key: string, span: Span): void {
  const list = map.get(key);
  if (list) list.push(span);
  else map.set(key, [span]);
}

function scoreText(gold: GoldText, answer: ReadonlyMap<string, readonly Span[]>, score: Score): void {
  const wanted = wantedOf(gold);
  for (const [key, { doubtful, spans }] of wanted) {
    if (doubtful) continue;
    const said = answer.get(key);
    if (!said) note(score, gold, { key, kind: 'missed', at: spans[0] });
    else {
      count(score, { gold, key }, (one) => one.found++);
      if (spans.length > 0 && !silent.has(key)) cite(score, gold, { key, said, spans });
    }
  }
  for (const [key, spans] of answer)
    if (!wanted.has(key)) note(score, gold, { key, kind: 'false', at: spans[0] });
}

function wantedOf(gold: GoldText): ReadonlyMap<string, { doubtful: boolean; spans: readonly Span[] }> {
  const wanted = new Map<string, { doubtful: boolean; spans: readonly Span[] }>();
  for (const { facet, label, doubtful, spans } of gold.labels) {
    const known = wanted.get(`${facet}.${label}`);
    wanted.set(`${facet}.${label}`, {
      doubtful: doubtful && (known?.doubtful ?? true),
      spans: [...(known?.spans ?? []), ...spans],
    });
  }
  return wanted;
}

function cite(
  score: Score,
  gold: GoldText,
  at: { key: string; said: readonly Span[]; spans: readonly Span[] },
): void {
  count(score, { gold, key: at.key }, (one) => one.citable++);
  const right = at.said.some(
    (a) => a.end - a.start <= longestQuote && at.spans.some((b) => a.start < b.end && b.start < a.end),
  );
  if (right) count(score, { gold, key: at.key }, (one) => one.cited++);
  else slip(score, gold, { key: at.key, kind: 'citation', at: at.said[0] });
}

function note(
  score: Score,
  gold: GoldText,
  at: { key: string; kind: 'missed' | 'false'; at: Span | undefined },
): void {
  count(score, { gold, key: at.key }, (one) => (at.kind === 'missed' ? one.missed++ : one.wrong++));
  slip(score, gold, at);
}

function slip(
  score: Score,
  gold: GoldText,
  at: { key: string; kind: Slip['kind']; at: Span | undefined },
): void {
  const [facet = '', label = ''] = at.key.split('.');
  const quote = at.at ? gold.body.slice(at.at.start, at.at.end) : '';
  score.slips.push({ text: gold.name, kind: at.kind, facet, label, quote });
}

function count(score: Score, at: { gold: GoldText; key: string }, change: (one: Count) => void): void {
  const { gold, key } = at;
  const facet = key.split('.')[0] ?? '';
  for (const [map, name] of [
    [score.facets, facet],
    [score.texts, gold.name],
  ] as const) {
    const one = map.get(name) ?? { found: 0, wrong: 0, missed: 0, cited: 0, citable: 0 };
    change(one);
    map.set(name, one);
  }
}

/** The sum of `counts`. */
export function sumOf(counts: Iterable<Count>): Count {
  const sum = { found: 0, wrong: 0, missed: 0, cited: 0, citable: 0 };
  for (const one of counts) {
    sum.found += one.found;
    sum.wrong += one.wrong;
    sum.missed += one.missed;
    sum.cited += one.cited;
    sum.citable += one.citable;
  }
  return sum;
}

/** Precision, recall, F1 and the share of right citations; undefined where there is nothing to divide by. */
export function ratesOf({ found, wrong, missed, cited, citable }: Count): {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
  readonly citation: number | undefined;
} {
  const ratio = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);
  return {
    precision: ratio(found, found + wrong),
    recall: ratio(found, found + missed),
    f1: ratio(2 * found, 2 * found + wrong + missed),
    citation: ratio(cited, citable),
  };
}

/** The mean of F1 over the facets in which anything is wanted or said. */
export function macroOf(score: Score): number {
  const live = [...score.facets.values()].map((one) => ratesOf(one).f1 ?? 0);
  return live.reduce((sum, one) => sum + one, 0) / Math.max(1, live.length);
}
