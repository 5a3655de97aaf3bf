import type { Op } from './mixes.ts';
import { at, type BenchRecord, fieldsFor, isBrief, keyFor, purposeOf, recordFor, userOf } from './records.ts';

/** What is answered to an operation; `ok` of what answers with nothing else. */
export interface Answer {
  readonly rows?: readonly BenchRecord[];
  /** Lines of the log that were answered, each proved where the side can prove. */
  readonly lines?: number;
  /** Whether nothing is left of what was to be gone. */
  readonly gone?: boolean;
}

/** The records as GDPRbench has them: a table in memory, one operation after the other. */
export class Oracle {
  readonly #rows = new Map<number, string[]>();
  readonly #byUser = new Map<string, Set<number>>();
  readonly #byPurpose = new Map<string, Set<number>>();

  /** The table after `records` were loaded and the brief ones expired. */
  constructor(records: number) {
    for (let k = 0; k < records; k++) if (!isBrief(k)) this.#insert(k);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Does an operation. @returns the answer to it */
  apply(op: Op): Answer {
    const { kind, k } = op;
    switch (kind) {
      case 'insert':
        this.#insert(k);
        return {};
      case 'delete':
        this.#delete(k);
        return {};
      case 'update':
        if (this.#rows.has(k)) for (const [n, value] of fieldsFor(k).entries()) this.#set(k, n, value);
        return {};
      case 'update-data':
        if (this.#rows.has(k)) this.#set(k, at.data, fieldsFor(k)[at.data] ?? '');
        return {};
      case 'update-meta-key':
        if (this.#rows.has(k)) this.#setMeta([k], op);
        return {};
      case 'update-meta-pur':
      case 'update-meta-usr':
        this.#setMeta([...this.#matching(op)], op);
        return {};
      case 'read':
      case 'read-meta-key':
        return { rows: this.#rowsOf(this.#rows.has(k) ? [k] : []) };
      case 'read-meta-pur':
      case 'read-meta-usr':
        return { rows: this.#rowsOf(this.#matching(op)) };
      case 'read-log':
        return { lines: op.n ?? 0 };
      case 'verify-deletion':
        return { gone: !this.#rows.has(k) };
    }
  }

  /** Every record. */
  all(): readonly BenchRecord[] {
    return this.#rowsOf(this.#rows.keys());
  }

  #matching({ kind, k }: Op): Iterable<number> {
    const byPurpose = kind.endsWith('pur');
    const name = byPurpose ? `purpose${purposeOf(k)}` : `user${userOf(k)}`;
    return (byPurpose ? this.#byPurpose : this.#byUser).get(name) ?? [];
  }

  #rowsOf(numbers: Iterable<number>): readonly BenchRecord[] {
    return [...numbers].map((k) => [keyFor(k), ...(this.#rows.get(k) as string[])]);
  }

  #setMeta(numbers: readonly number[], { k, field = 1 }: Op): void {
    const value = fieldsFor(k)[field] ?? '';
    for (const number of numbers) this.#set(number, field, value);
  }

  #set(k: number, field: number, value: string): void {
    const row = this.#rows.get(k) as string[];
    if (field === at.usr) move(this.#byUser, k, { from: row[field], to: value });
    row[field] = value;
  }

  #insert(k: number): void {
    const [, ...fields] = recordFor(k);
    this.#rows.set(k, fields);
    move(this.#byUser, k, { to: fields[at.usr] });
    move(this.#byPurpose, k, { to: fields[at.pur] });
  }

  #delete(k: number): void {
    const row = this.#rows.get(k);
    if (!row) return;
    this.#rows.delete(k);
    move(this.#byUser, k, { from: row[at.usr] });
    move(this.#byPurpose, k, { from: row[at.pur] });
  }
}

function move(
  index: Map<string, Set<number>>,
  k: number,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): void {
  if (from !== undefined) index.get(from)?.delete(k);
  if (to === undefined) return;
  const there = index.get(to);
  if (there) there.add(k);
  else index.set(to, new Set([k]));
}

/** Whether an answer is the one expected; rows in any order. */
export function agrees(answer: Answer, expected: Answer): boolean {
  if (answer.lines !== expected.lines || answer.gone !== expected.gone) return false;
  const { rows } = answer;
  if (!rows || !expected.rows) return rows === expected.rows;
  if (rows.length !== expected.rows.length) return false;
  const wanted = new Map(expected.rows.map((row) => [row[0], row]));
  return rows.every((row) => {
    const is = wanted.get(row[0]);
    wanted.delete(row[0]);
    return is !== undefined && row.length === is.length && row.every((value, n) => value === is[n]);
  });
}
