import { isSilence } from './facets.ts';
import type { Policy, Row } from './policy.ts';

/**
 * Every row of the policy as a label of a facet: what its cites say, whether or not a statement stands for
 * it.
 */
export function rowsOf(
  policy: Policy,
): readonly (readonly [facet: string, label: string, row: Pick<Row, 'cites'>])[] {
  return [
    ['controller', policy.operator.kind, policy.operator],
    ...policy.services.map((row) => ['services', row.kind, row] as const),
    ...policy.hosts.map((row) => ['storage_location', row.country === 'KZ' ? 'kz' : 'abroad', row] as const),
    ...policy.data.map((row) => ['data_categories', row.category, row] as const),
    ...policy.dataNotCollected.map((row) => ['data_not_collected', row.category, row] as const),
    ...policy.purposes.map((row) => ['purposes', row.purpose, row] as const),
    ...policy.grounds.map((row) => ['legal_bases', row.ground, row] as const),
    ...policy.recipients.map((row) => ['recipients', row.recipient, row] as const),
    ...policy.retention.map((row) => ['retention', row.rule, row] as const),
    ...policy.contacts.map((row) => ['contacts', row.channel, row] as const),
    ...policy.labels.map((row) => [row.facet, row.label, row] as const),
  ];
}

/** Stands among clauses for what a row says that cites none, such as one the officer added. */
export const uncited = '';

/** What a policy says, asked by label. Silence (`isSilence`) is not said. */
export interface Said {
  /** Whether a row or a statement says one of the labels of the facet; with no labels, anything of it. */
  has(facet: string, ...labels: readonly string[]): boolean;
  /** The clauses that do, each once; the empty one stands for a row that cites none (`uncited`). */
  clauses(facet: string, ...labels: readonly string[]): readonly string[];
  /** The words of a clause, where the operator's text is at hand. */
  words(clause: string): string | undefined;
}

/**
 * Gathers what the rows and statements of a policy say; with the text also its words. O(rows + statements).
 */
export function saidOf(policy: Policy, text?: string): Said {
  const facets = new Map<string, Map<string, Set<string>>>();
  const note = (facet: string, label: string, clauses: readonly string[]) => {
    if (isSilence(label)) return;
    const labels = facets.get(facet) ?? new Map<string, Set<string>>();
    facets.set(facet, labels);
    const known = labels.get(label) ?? new Set<string>();
    labels.set(label, known);
    for (const clause of clauses.length > 0 ? clauses : [uncited]) known.add(clause);
  };
  for (const [facet, label, row] of rowsOf(policy)) note(facet, label, row.cites);
  for (const { facet, label, clause } of policy.statements) note(facet, label, [clause]);
  const found = (facet: string, labels: readonly string[]) =>
    [...(facets.get(facet) ?? [])].filter(([label]) => labels.length === 0 || labels.includes(label));
  const spans = new Map(text === undefined ? [] : policy.clauses.map(({ id, span }) => [id, span]));
  return {
    words(clause) {
      const span = spans.get(clause);
      return span && text?.slice(span.start, span.end);
    },
    has: (facet, ...labels) => found(facet, labels).length > 0,
    clauses: (facet, ...labels) => [...new Set(found(facet, labels).flatMap(([, ids]) => [...ids]))],
  };
}
