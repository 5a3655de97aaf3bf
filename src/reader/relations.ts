import { type Clause, type DataGroup, purposes as purposeTable } from '../policy/index.ts';
import type { Mention, Reading } from './reading.ts';

/** The statements of a reading by their clause, and the clauses by their ids. */
export class Ties {
  readonly #clauses: ReadonlyMap<string, Clause>;
  readonly #said = new Map<string, Mention[]>();
  readonly #body: string;
  readonly #data = new Map<string, Mention[]>();

  constructor({ clauses, statements, mentions }: Reading, body: string) {
    this.#clauses = new Map(clauses.map((clause) => [clause.id, clause]));
    this.#body = body;
    const ahead = mentions.filter(({ facet }) => facet === 'purposes');
    for (const said of [...statements, ...ahead]) {
      const known = this.#said.get(said.clause);
      if (known) known.push(said);
      else this.#said.set(said.clause, [said]);
    }
    for (const named of [...statements, ...mentions].filter(({ facet }) => facet === 'data_categories'))
      this.#data.set(named.clause, [...(this.#data.get(named.clause) ?? []), named]);
  }

  /** The labels of a facet that a clause says. */
  saidIn(clause: string, facet: string): readonly Mention[] {
    return (this.#said.get(clause) ?? []).filter((said) => said.facet === facet);
  }

  /** The clause that leads into this one; a heading does where it ends on a colon. */
  leadOf(clause: string): Clause | undefined {
    const parent = this.#clauses.get(this.#clauses.get(clause)?.parent ?? '');
    if (!parent) return undefined;
    return parent.kind === 'clause' || this.wordsOf(parent).trimEnd().endsWith(':') ? parent : undefined;
  }

  /** The words of a clause. */
  wordsOf({ span }: Clause): string {
    return this.#body.slice(span.start, span.end);
  }

  textOf(clause: string): string {
    const found = this.#clauses.get(clause);
    return found ? this.wordsOf(found) : '';
  }

  /** Where a clause ends in the body. */
  endOf(clause: string): number {
    return this.#clauses.get(clause)?.span.end ?? this.#body.length;
  }

  /** The labels of a facet that stand in one sentence with a statement, else those of the lead-in. */
  beside(statement: Mention, facet: string): readonly string[] {
    const own = this.saidIn(statement.clause, facet);
    const near = own.filter(({ span }) => this.#oneSentence(statement, span.start));
    const lead = own.length === 0 ? this.leadOf(statement.clause) : undefined;
    return (lead ? this.saidIn(lead.id, facet) : near).map(({ label }) => label);
  }

  /** The data that are named in one sentence with a statement, collected or in passing. */
  dataBeside(statement: Mention): readonly string[] {
    const near = (this.#data.get(statement.clause) ?? []).filter(({ span }) =>
      this.#oneSentence(statement, span.start),
    );
    return [...new Set(near.map(({ label }) => label))];
  }

  /** Whether another label of its facet stands in one sentence with a statement. */
  standsAlone(statement: Mention): boolean {
    return this.saidIn(statement.clause, statement.facet).every(
      ({ label, span }) => label === statement.label || !this.#oneSentence(statement, span.start),
    );
  }

  #oneSentence({ span }: Mention, other: number): boolean {
    const [from, to] = span.start < other ? [span.end, other] : [other, span.start];
    return !/[.!?;\n]\s/u.test(this.#body.slice(from, to));
  }
}

/** Which declared purposes a text ties each category to: beside it in its sentence, or in its lead-in. */
export function purposesByCategory(reading: Reading, ties: Ties): ReadonlyMap<string, ReadonlySet<string>> {
  const tied = new Map<string, Set<string>>();
  const tie = (category: string, purpose: string) =>
    tied.set(category, (tied.get(category) ?? new Set<string>()).add(purpose));
  for (const named of dataMention(reading))
    for (const purpose of ties.beside(named, 'purposes')) tie(named.label, purpose);
  for (const statement of reading.statements) {
    // «The telephone is needed: to sign in; to deliver»: the purposes stand under the datum.
    if (statement.facet === 'purposes' && ties.saidIn(statement.clause, 'data_categories').length === 0)
      for (const category of ties.beside(statement, 'data_categories')) tie(category, statement.label);
  }
  return tied;
}

/** Every place where a datum is named, as collected or in passing. */
function dataMention({ statements, mentions }: Reading): readonly Mention[] {
  return [...statements, ...mentions].filter(({ facet }) => facet === 'data_categories');
}

const groups: Readonly<Record<string, DataGroup>> = {
  provided_by_user: 'given',
  automatic: 'automatic',
  third_parties: 'third-party',
  public_sources: 'public-source',
};

/** How each category comes to the operator, where every clause that names it says one and the same. */
export function groupByCategory(reading: Reading, ties: Ties): ReadonlyMap<string, DataGroup> {
  const said = new Map<string, Set<DataGroup | undefined>>();
  for (const statement of reading.statements) {
    if (statement.facet !== 'data_categories') continue;
    const sources = new Set(ties.beside(statement, 'data_sources').map((label) => groups[label]));
    const only = sources.size === 1 ? [...sources][0] : undefined;
    said.set(statement.label, (said.get(statement.label) ?? new Set()).add(only));
  }
  return new Map(
    [...said].flatMap(([category, found]) => {
      const [only] = found;
      return found.size === 1 && only !== undefined ? [[category, only] as const] : [];
    }),
  );
}

/** Whether using data for it needs nothing but the consent given at registration. */
export const isBase = (purpose: string) => purposeTable[purpose]?.basis === 'base';
