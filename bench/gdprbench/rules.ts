import { at } from './records.ts';

/**
 * What was set for every record of a purpose: field `i` to `value` as change number `n`; `when`: of those
 * alone that belonged to this owner at that moment.
 */
export interface Rule {
  readonly n: number;
  readonly i: number;
  readonly value: string;
  readonly when?: string;
}

/** The row of a purpose: how often it was changed, and what still counts of it, in order. */
export interface PurposeRow {
  readonly n: number;
  readonly rules: readonly Rule[];
}

/** A row that was never changed. */
export const untouched: PurposeRow = { n: 0, rules: [] };

/** Metadata of a record: fields 1 to 8, as written when change number `seen` of its purpose was the last. */
export interface Written {
  readonly f: readonly string[];
  readonly seen: number;
}

/** Metadata of a person's records: what holds for all of them, and what else holds for some, by category. */
export interface Metadata {
  readonly all: Written;
  readonly of: Readonly<Record<string, Written>>;
}

/** The row after one more change. What a later change for everybody outweighs is left out. */
export function changed(row: PurposeRow, set: Omit<Rule, 'n'>): PurposeRow {
  const n = row.n + 1;
  const owners = row.rules.some(({ when }) => when !== undefined);
  const lastMove = Math.max(0, ...row.rules.filter(({ i }) => i === at.usr).map((rule) => rule.n));
  const outweighed = (rule: Rule) => {
    if (rule.i !== set.i) return false;
    if (set.i === at.usr) return set.when === undefined && !owners;
    // Of one owner's records: only while nothing changed hands in between.
    return set.when === undefined || (rule.when === set.when && rule.n > lastMove);
  };
  return { n, rules: [...row.rules.filter((rule) => !outweighed(rule)), { n, ...set }] };
}

/** Fields 1 to 8 as they stand: as written, and everything that was set for the purpose since. */
export function resolved({ f, seen }: Written, { rules }: PurposeRow): readonly string[] {
  if (rules.length === 0) return f;
  const now = [...f];
  for (const { n, i, value, when } of rules) {
    if (n <= seen || (when !== undefined && now[at.usr - 1] !== when)) continue;
    now[i - 1] = value;
  }
  return now;
}

/** The metadata of a record in a category, as written. */
export function writtenOf(metadata: Metadata, category: string): Written {
  return Object.hasOwn(metadata.of, category) ? (metadata.of[category] as Written) : metadata.all;
}

/** Everything a row names as an owner. */
export function ownersIn({ rules }: PurposeRow): readonly string[] {
  const named = rules.flatMap(({ i, value, when }) => [...(i === at.usr ? [value] : []), when ?? '']);
  return [...new Set(named)].filter((owner) => owner !== '');
}

/**
 * Metadata written anew: every record of `held` at its present state, as of change number `seen`. What most
 * have in common is written once.
 */
export function rewritten(states: ReadonlyMap<string, readonly string[]>, seen: number): Metadata {
  const [first = []] = [...states.values()];
  const same = (f: readonly string[]) => f.every((value, n) => value === first[n]);
  const others = [...states].filter(([, f]) => !same(f));
  return { all: { f: first, seen }, of: Object.fromEntries(others.map(([key, f]) => [key, { f, seen }])) };
}
