import { type Chance, chanceOf, scrambledZipf, uniform } from './choosers.ts';
import { at } from './records.ts';

/** What an operation does; `pur` and `usr`: with every record of that purpose or owner. */
export type OpKind =
  | 'insert'
  | 'read'
  | 'update'
  | 'delete'
  | 'read-meta-pur'
  | 'read-meta-usr'
  | 'read-meta-key'
  | 'update-meta-pur'
  | 'update-meta-usr'
  | 'update-meta-key'
  | 'update-data'
  | 'read-log'
  | 'verify-deletion';

/**
 * One operation. `k`: the record whose key, purpose or owner is meant; `field`: which of fields 1 to 8 is set
 * to the value it has in record `k`; `n`: how many lines of the log are read.
 */
export interface Op {
  readonly kind: OpKind;
  readonly k: number;
  readonly field?: number;
  readonly n?: number;
}

/** A workload: shares of its operations, and how their records are chosen. */
export interface Mix {
  readonly name: string;
  readonly shares: readonly (readonly [OpKind, number])[];
  readonly choose: (chance: Chance, count: number) => number;
}

/** The mixes measured; `paper`: as the paper has them, else as the repository does. */
export const mixes: readonly Mix[] = [
  {
    name: 'controller',
    shares: [
      ['insert', 0.25],
      ['delete', 0.25],
      ['update-meta-pur', 0.25],
      ['update-meta-usr', 0.25],
    ],
    choose: uniform,
  },
  {
    name: 'customer',
    shares: [
      ['read', 0.2],
      ['read-meta-pur', 0.1],
      ['read-meta-usr', 0.1],
      ['update', 0.2],
      ['update-meta-pur', 0.1],
      ['update-meta-usr', 0.1],
      ['delete', 0.2],
    ],
    choose: scrambledZipf,
  },
  {
    name: 'customer-paper',
    shares: [
      ['read-meta-usr', 0.2],
      ['read-meta-key', 0.2],
      ['update-data', 0.2],
      ['update-meta-key', 0.2],
      ['delete', 0.2],
    ],
    choose: scrambledZipf,
  },
  {
    name: 'processor',
    shares: [
      ['read', 0.2],
      ['read-meta-pur', 0.4],
      ['read-meta-usr', 0.4],
    ],
    choose: uniform,
  },
  {
    name: 'regulator',
    shares: [
      ['read-meta-usr', 0.46],
      ['read-log', 0.31],
      ['verify-deletion', 0.23],
    ],
    choose: scrambledZipf,
  },
];

const linesAtMost = 1000;

/** What decides which operations a run has. */
export interface Run {
  readonly records: number;
  readonly ops: number;
  readonly seed: number;
  /** True: nobody is set as the owner of a record. */
  readonly keepOwners?: boolean;
}

/** The operations of a run, the same for the same seed. */
export function opsOf(mix: Mix, of: Run): readonly Op[] {
  const chance = chanceOf(of.seed);
  let next = of.records;
  return Array.from({ length: of.ops }, () => {
    const kind = kindFor(mix, chance());
    const k = kind === 'insert' ? next++ : mix.choose(chance, of.records);
    if (kind.startsWith('update-meta')) return { kind, k, field: fieldFor(chance, of) };
    if (kind === 'read-log') return { kind, k, n: 1 + uniform(chance, linesAtMost) };
    // Deletion is verified of what was deleted: records whose time was over.
    return kind === 'verify-deletion' ? { kind, k: k - (k % 10) } : { kind, k };
  });
}

function fieldFor(chance: Chance, { keepOwners = false }: Run): number {
  const field = 1 + uniform(chance, 8);
  return keepOwners && field === at.usr ? at.usr + 1 : field;
}

function kindFor({ shares }: Mix, share: number): OpKind {
  let sum = 0;
  for (const [kind, part] of shares) {
    sum += part;
    if (share < sum) return kind;
  }
  return (shares.at(-1) as readonly [OpKind, number])[0];
}
