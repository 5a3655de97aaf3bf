import { each } from './kepil-load.ts';
import type { Op, OpKind } from './mixes.ts';
import { type Answer, agrees, Oracle } from './oracle.ts';
import type { Side } from './side.ts';

/** What a timed run came to. */
export interface Timed {
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds an operation took, by what it does, sorted. */
  readonly took: ReadonlyMap<OpKind, readonly number[]>;
  /** Milliseconds of processor time an operation took, in this process and in PostgreSQL. */
  readonly cpu: { readonly here: number; readonly server: number };
  readonly deadlocks: number;
  readonly bytes: number;
  /** Answers that were shorter or longer than expected, of those whose length is known beforehand. */
  readonly wrong: number;
}

/** What a run of one operation after the other came to: every answer, and every record at its end. */
export interface Checked {
  readonly answers: number;
  readonly right: number;
  readonly records: number;
  readonly same: boolean;
}

const writes: readonly OpKind[] = ['insert', 'update', 'delete', 'update-data'];
const isWrite = ({ kind }: Op) => writes.includes(kind) || kind.startsWith('update-meta');

/**
 * Does the operations, some at a time. Where none of them writes, it is known beforehand how much is answered
 * to each, and that is compared as it comes; the answers themselves are compared in `checked`, since to
 * compare thousands of records takes as long as to read them.
 */
export async function timed(
  side: Side,
  run: {
    readonly ops: readonly Op[];
    readonly records: number;
    readonly connections: number;
    /** Processor time of the server so far, in milliseconds. */
    readonly serverCpu: () => number;
  },
): Promise<Timed> {
  const { ops } = run;
  const sizes = sizesOf(run);
  const took = new Map<OpKind, number[]>();
  let wrong = 0;
  const before = await side.deadlocks();
  const [here, server] = [process.cpuUsage(), run.serverCpu()];
  const from = performance.now();
  await each(
    ops.length,
    async (n) => {
      const op = ops[n] as Op;
      const began = performance.now();
      const answer = await side.apply(op);
      const list = took.get(op.kind) ?? [];
      list.push(performance.now() - began);
      took.set(op.kind, list);
      if (sizes && sizeOf(answer) !== sizes[n]) wrong += 1;
    },
    run.connections,
  );
  const seconds = (performance.now() - from) / 1000;
  const used = process.cpuUsage(here);
  const cpu = {
    here: (used.user + used.system) / 1000 / ops.length,
    server: (run.serverCpu() - server) / ops.length,
  };
  for (const list of took.values()) list.sort((a, b) => a - b);
  const deadlocks = (await side.deadlocks()) - before;
  const perSecond = ops.length / seconds;
  return { seconds, perSecond, took, cpu, deadlocks, bytes: await side.bytes(), wrong };
}

/** How much is answered to each operation; undefined where that depends on their order. */
function sizesOf(run: { readonly ops: readonly Op[]; readonly records: number }) {
  if (run.ops.some(isWrite)) return undefined;
  const oracle = new Oracle(run.records);
  return run.ops.map((op) => sizeOf(oracle.apply(op)));
}

const sizeOf = ({ rows, lines, gone }: Answer): number => rows?.length ?? lines ?? Number(gone ?? false);

/** Does the operations one after the other and compares every answer, then everything that is held. */
export async function checked(
  side: Side,
  run: { readonly ops: readonly Op[]; readonly records: number; readonly onWrong?: (op: Op) => void },
): Promise<Checked> {
  const oracle = new Oracle(run.records);
  let right = 0;
  for (const op of run.ops) {
    const answer: Answer = await side.apply(op);
    if (agrees(answer, oracle.apply(op))) right += 1;
    else run.onWrong?.(op);
  }
  const same = agrees(await side.all(), { rows: oracle.all() });
  return { answers: run.ops.length, right, records: oracle.size, same };
}
