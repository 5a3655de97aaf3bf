import { align } from './alignment.ts';
import type { Finding } from './lint.ts';
import type { Policy } from './policy.ts';
import { rowsOf } from './said.ts';

/** A policy with what was found in it, under the name it goes by. */
export interface Judged {
  readonly name: string;
  readonly policy: Policy;
  readonly findings: readonly Finding[];
}

/** A label as `[facet, label]`. */
export type Said = readonly [facet: string, label: string];

/** One kind of objection and the policies it is made to, in their order. */
export interface Shared {
  readonly rule: string;
  readonly code: string;
  readonly names: readonly string[];
  /** What its sentence lists in any of them. */
  readonly labels: readonly Said[];
}

/** What several policies have in common and in what they differ. */
export interface Across {
  /** Objections, those made to most policies first, then in the order of the rules. */
  readonly shared: readonly Shared[];
  /** What every policy says. */
  readonly common: readonly Said[];
  /** What one policy alone says, by policy; those that say nothing of their own are left out. */
  readonly alone: readonly { readonly name: string; readonly labels: readonly Said[] }[];
  /**
   * Pairs made on one pattern, with the share of clauses that speak of the same things in the same order,
   * 0 … 1.
   */
  readonly alike: readonly { readonly names: readonly [string, string]; readonly share: number }[];
}

/** From this share of clauses on two policies count as made on one pattern. */
const onePattern = 0.5;

/**
 * Lays policies side by side: which objections they share, what all of them say, what one alone says, which
 * were made on one pattern. Needs two; of fewer there is nothing to say. O(policies² × clauses + findings).
 */
export function acrossOf(judged: readonly Judged[]): Across {
  if (judged.length < 2) return { shared: [], common: [], alone: [], alike: [] };
  const labels = judged.map(({ policy }) => labelsOf(policy));
  const count = (key: string) => labels.filter((own) => own.has(key)).length;
  const [first = new Map<string, Said>()] = labels;
  const own = judged.map(({ name }, at) => ({
    name,
    labels: [...(labels[at] ?? [])].flatMap(([key, said]) => (count(key) === 1 ? [said] : [])),
  }));
  return {
    shared: sharedOf(judged),
    common: [...first].flatMap(([key, said]) => (count(key) === judged.length ? [said] : [])),
    alone: own.filter((one) => one.labels.length > 0),
    alike: alikeOf(judged),
  };
}

const keyOf = ([facet, label]: Said) => `${facet}.${label}`;

function labelsOf(policy: Policy): ReadonlyMap<string, Said> {
  const said = rowsOf(policy).map(([facet, label]): Said => [facet, label]);
  return new Map(said.map((one) => [keyOf(one), one]));
}

function sharedOf(judged: readonly Judged[]): readonly Shared[] {
  const kinds = new Map<string, { readonly rule: string; readonly code: string }>();
  for (const { findings } of judged)
    for (const { rule, code, note } of findings)
      if (note === undefined) kinds.set(`${rule} ${code}`, { rule, code });
  const rows = [...kinds.values()].map(({ rule, code }): Shared => {
    const found = judged.flatMap(({ name, findings }) => {
      const own = findings.filter((finding) => finding.rule === rule && finding.code === code);
      return own.length > 0 ? [{ name, labels: own.flatMap((finding) => finding.labels ?? []) }] : [];
    });
    const labels = new Map(found.flatMap((one) => one.labels.map((said) => [keyOf(said), said] as const)));
    return { rule, code, names: found.map(({ name }) => name), labels: [...labels.values()] };
  });
  return rows
    .filter(({ names }) => names.length > 1)
    .sort((a, b) => b.names.length - a.names.length || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

/** Of what each clause of a policy speaks, in the order of the text. */
function courseOf(policy: Policy): readonly string[] {
  const facets = new Map<string, Set<string>>();
  for (const { clause, facet } of policy.statements)
    facets.set(clause, (facets.get(clause) ?? new Set()).add(facet));
  return policy.clauses.flatMap(({ id }) => {
    const own = facets.get(id);
    return own ? [[...own].sort().join(' ')] : [];
  });
}

function alikeOf(judged: readonly Judged[]): Across['alike'] {
  const courses = judged.map(({ policy }) => courseOf(policy));
  return judged.flatMap(({ name: first }, i) =>
    judged.slice(i + 1).flatMap(({ name: second }, k) => {
      const [one = [], other = []] = [courses[i], courses[i + 1 + k]];
      const pairs = align(one, other, (a, b) => (a === b ? 1 : 0)).filter(({ same }) => same);
      const share = (2 * pairs.length) / Math.max(1, one.length + other.length);
      return share >= onePattern ? [{ names: [first, second] as const, share }] : [];
    }),
  );
}
