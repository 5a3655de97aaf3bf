import { canonicalJson, type Hash, hexOf, type Json, type Problem, utf8 } from '../base/index.ts';
import type { Clause, Policy, Row } from './policy.ts';

/**
 * What a reader proposed, row by row: the row's place (`data email`) and a digest of it. A file that carries
 * this shows later what was written by hand, without the text it was read from.
 */
export type Proposed = Readonly<Record<string, string>>;

/** Sections of rows with the key by which a row is the same row in another reading. */
const sections = {
  services: (row: Policy['services'][number]) => `${row.kind} ${row.host ?? ''}`,
  hosts: (row: Policy['hosts'][number]) => `${row.country} ${row.name}`,
  data: (row: Policy['data'][number]) => row.category,
  dataNotCollected: (row: Policy['dataNotCollected'][number]) => row.category,
  purposes: (row: Policy['purposes'][number]) => row.purpose,
  grounds: (row: Policy['grounds'][number]) => row.ground,
  recipients: (row: Policy['recipients'][number]) =>
    [row.recipient, row.name ?? '', row.country ?? ''].join(' '),
  retention: (row: Policy['retention'][number]) => `${row.rule} ${(row.categories ?? []).join(' ')}`,
  contacts: (row: Policy['contacts'][number]) => `${row.channel} ${row.value}`,
  labels: (row: Policy['labels'][number]) => `${row.facet}.${row.label}`,
} as const;

type Section = keyof typeof sections;
type AnyRow = Row & Readonly<Record<string, unknown>>;

const rowsOf = (policy: Policy, section: Section) => policy[section] as unknown as readonly AnyRow[];
const keyOf = (section: Section, row: AnyRow) =>
  `${section} ${(sections[section] as unknown as (row: AnyRow) => string)(row)}`.trimEnd();

/** Digest of a row without its cites: where it stands in the text may move, what it says may not. */
function digestOf(row: object, hash: Hash): string {
  const { cites: _, ...own } = row as AnyRow;
  return hexOf(hash(utf8(canonicalJson(own as unknown as Json)))).slice(0, 16);
}

/** Notes what a draft proposes, to be kept with it. O(rows). */
export function proposedBy(draft: Policy, hash: Hash): Proposed {
  const noted: Record<string, string> = { operator: digestOf(draft.operator, hash) };
  for (const section of Object.keys(sections) as Section[]) {
    for (const row of rowsOf(draft, section)) noted[keyOf(section, row)] = digestOf(row, hash);
  }
  return noted;
}

/** A file that people worked on, and what the reader had proposed before they did. */
export interface Edited {
  readonly policy: Policy;
  readonly proposed: Proposed;
}

/**
 * Brings what people changed in a draft into the draft of a newer reading, row by row.
 *
 * Rows as they were proposed follow the new reading. Rows changed or added by hand stay as they are, citing
 * what the new reading cites for them, else the clauses with the same words; rows taken out by hand stay out.
 * `notes` say where hand and reading part: `merge-kept`, `merge-both` (the reading changed the row too),
 * `merge-left-out`, `merge-unfounded` (no clause it cited is left, so it counts as the officer's).
 *
 * @source three-way merge: old reading (`proposed`), hand (`policy`), new reading (`draft`)
 */
export function mergeDraft(
  edited: Edited,
  draft: Policy,
  hash: Hash,
): { readonly policy: Policy; readonly notes: readonly Problem[] } {
  const merge = new Merge(edited, draft, hash);
  const merged = Object.fromEntries(
    (Object.keys(sections) as Section[]).map((section) => [section, merge.section(section)]),
  );
  const operator = merge.operator();
  return { policy: { ...draft, ...merged, operator } as Policy, notes: merge.notes };
}

class Merge {
  readonly notes: Problem[] = [];
  readonly #edited: Edited;
  readonly #draft: Policy;
  readonly #hash: Hash;
  readonly #same: ReadonlyMap<string, string>;

  constructor(edited: Edited, draft: Policy, hash: Hash) {
    this.#edited = edited;
    this.#draft = draft;
    this.#hash = hash;
    this.#same = sameClauses(edited.policy.clauses, draft.clauses);
  }

  section(section: Section): readonly AnyRow[] {
    const { policy, proposed } = this.#edited;
    const mine = new Map(rowsOf(policy, section).map((row) => [keyOf(section, row), row]));
    const merged: AnyRow[] = [];
    const taken = new Set<string>();
    for (const row of rowsOf(this.#draft, section)) {
      const key = keyOf(section, row);
      taken.add(key);
      const own = mine.get(key);
      if (own) merged.push(this.#choose(key, own, row));
      else if (proposed[key] === undefined) merged.push(row);
      else this.#note('merge-left-out', key);
    }
    for (const [key, row] of mine) {
      if (taken.has(key) || this.#untouched(key, row)) continue;
      this.#note('merge-kept', key);
      merged.push(this.#lead(row, key));
    }
    return merged;
  }

  operator(): Policy['operator'] {
    const own = this.#edited.policy.operator as unknown as AnyRow;
    return this.#choose(
      'operator',
      own,
      this.#draft.operator as unknown as AnyRow,
    ) as unknown as Policy['operator'];
  }

  #choose(key: string, own: AnyRow, read: AnyRow): AnyRow {
    if (this.#untouched(key, own) || digestOf(own, this.#hash) === digestOf(read, this.#hash)) return read;
    const before = this.#edited.proposed[key];
    const both = before === undefined || digestOf(read, this.#hash) !== before;
    this.#note(both ? 'merge-both' : 'merge-kept', key);
    return { ...own, cites: read.cites, origin: read.origin };
  }

  #untouched(key: string, row: AnyRow): boolean {
    return this.#edited.proposed[key] === digestOf(row, this.#hash);
  }

  /** The row with its cites led to the clauses of the new text. */
  #lead(row: AnyRow, key: string): AnyRow {
    const cites = row.cites.flatMap((cite) => this.#same.get(cite) ?? []);
    if (cites.length > 0 || row.origin !== 'text') return { ...row, cites };
    this.#note('merge-unfounded', key);
    return { ...row, cites, origin: 'officer' };
  }

  #note(code: string, row: string): void {
    const severity = code === 'merge-both' || code === 'merge-unfounded' ? 'warning' : 'info';
    this.notes.push({ code, severity, params: { row } });
  }
}

/**
 * Which clause of a new text is which of an old one: by its words and number, where they stand once in both.
 * O(n).
 */
function sameClauses(before: readonly Clause[], after: readonly Clause[]): ReadonlyMap<string, string> {
  const old = uniqueOf(before);
  const led = new Map<string, string>();
  for (const [sha256, id] of uniqueOf(after)) {
    const was = old.get(sha256);
    if (was !== undefined && id !== undefined) led.set(was, id);
  }
  return led;
}

/** Ids of clauses by the hash of their text; undefined where several have the same. */
function uniqueOf(clauses: readonly Clause[]): ReadonlyMap<string, string | undefined> {
  const seen = new Map<string, string | undefined>();
  for (const { id, sha256 } of clauses) seen.set(sha256, seen.has(sha256) ? undefined : id);
  return seen;
}
