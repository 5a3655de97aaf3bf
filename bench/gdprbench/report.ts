import { machineRows, spread, today } from '../machine.ts';
import type { Checked, Timed } from './measure.ts';

/** What one mix came to on both sides. */
export interface Outcome {
  readonly mix: string;
  readonly runs: Readonly<Record<'plain' | 'kepil', readonly Timed[]>>;
  readonly checks: Readonly<Record<'plain' | 'kepil', Checked>>;
}

const aims: Readonly<Record<string, number>> = {
  controller: 20,
  customer: 5,
  'customer-paper': 0.8,
  processor: 1,
  regulator: 0.9,
};

const dataBytes = 100;

const number = (n: number, digits = 0) =>
  n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const rate = (runs: readonly Timed[]) => {
  const { min, median, max } = spread(runs.map(({ perSecond }) => perSecond));
  return `${number(median)} (${number(min)} to ${number(max)})`;
};

/** The results in Markdown. */
export function reportOf(
  outcomes: readonly Outcome[],
  of: {
    readonly records: number;
    readonly ops: number;
    readonly connections: number;
    readonly rounds: number;
    readonly loaded: { readonly plain: number; readonly kepil: number };
  },
): string {
  const { records, ops, connections, rounds, loaded } = of;
  return [
    '# GDPRbench',
    '',
    `${number(records)} records of 10,000 people, ${number(ops)} operations a run, ${connections} at a time,`,
    'both sides on one embedded PostgreSQL in the same run, in turn, each run on a fresh copy of what was',
    'loaded. Plain: a table with indexes on purpose and owner, prepared statements. Kepil: its own use',
    'cases in process, with encryption, consent, gate and entry. What each operation is mapped to:',
    'docs/gdprbench.md.',
    `Median of ${rounds}, least and greatest beside it. Again: \`npx tsx bench/gdprbench/run.ts\`.`,
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    `| loaded in | plain ${loaded.plain.toFixed(1)} s, Kepil ${loaded.kepil.toFixed(1)} s |`,
    '',
    '| operations a second | plain | Kepil | ratio | aim | deadlocks, plain and Kepil |',
    '|---|---:|---:|---:|---:|---:|',
    ...outcomes.map(rowOf),
    '',
    'Answers compared with an oracle, field by field: one operation after the other, then all records.',
    'Where a mix only reads, the number of records or lines of every answer of the timed runs as well;',
    'lines of the log are proved in every run.',
    '',
    '| right answers | plain | Kepil |',
    '|---|---:|---:|',
    ...outcomes.map(({ mix, checks, runs }) => {
      const cells = (['plain', 'kepil'] as const).map((side) => rightOf(checks[side], runs[side]));
      return `| ${mix} | ${cells.join(' | ')} |`;
    }),
    '',
    'Processor time an operation took, in the process of client and system and in PostgreSQL: what is left',
    'when the machine has other work as well.',
    '',
    '| milliseconds of processor an operation | plain | Kepil |',
    '|---|---:|---:|',
    ...outcomes.map(({ mix, runs }) => `| ${mix} | ${cpuOf(runs.plain)} | ${cpuOf(runs.kepil)} |`),
    '',
    'Bytes of tables and indexes after a run, over the bytes of personal data (100 a record).',
    '',
    '| size over data | plain | Kepil |',
    '|---|---:|---:|',
    ...outcomes.map(
      ({ mix, runs }) => `| ${mix} | ${sizeOf(runs.plain, records)} | ${sizeOf(runs.kepil, records)} |`,
    ),
    '',
    '| milliseconds, median and 95 % | plain | Kepil |',
    '|---|---:|---:|',
    ...outcomes.flatMap(latenciesOf),
    '',
  ].join('\n');
}

function rowOf({ mix, runs }: Outcome): string {
  const median = (side: 'plain' | 'kepil') => spread(runs[side].map(({ perSecond }) => perSecond)).median;
  const ratio = median('kepil') / median('plain');
  const clashes = (side: 'plain' | 'kepil') => runs[side].reduce((sum, run) => sum + run.deadlocks, 0);
  const cells = [rate(runs.plain), rate(runs.kepil), number(ratio, 2), number(aims[mix] ?? 1, 1)];
  return `| ${mix} | ${cells.join(' | ')} | ${clashes('plain')}, ${clashes('kepil')} |`;
}

function rightOf({ answers, right, same }: Checked, runs: readonly Timed[]): string {
  const wrong = runs.reduce((sum, run) => sum + run.wrong, 0);
  const share = number((100 * right) / answers, right === answers ? 0 : 2);
  const then = wrong > 0 ? `, ${wrong} wrong in timed runs` : '';
  return `${share} % of ${number(answers)}, ${same ? 'all records' : 'not all records'}${then}`;
}

function cpuOf(runs: readonly Timed[]): string {
  const median = (of: 'here' | 'server') => spread(runs.map(({ cpu }) => cpu[of])).median;
  return `${number(median('here'), 2)} + ${number(median('server'), 2)}`;
}

function sizeOf(runs: readonly Timed[], records: number): string {
  return number(spread(runs.map(({ bytes }) => bytes / (records * 0.9 * dataBytes))).median, 1);
}

function latenciesOf({ mix, runs }: Outcome): readonly string[] {
  const kinds = [...new Set(runs.plain.flatMap(({ took }) => [...took.keys()]))];
  return kinds.map((kind) => {
    const cells = (['plain', 'kepil'] as const).map((side) => {
      const all = runs[side].flatMap(({ took }) => took.get(kind) ?? []).sort((a, b) => a - b);
      const at = (share: number) => all[Math.floor((all.length - 1) * share)] ?? Number.NaN;
      return `${number(at(0.5), 2)}, ${number(at(0.95), 2)}`;
    });
    return `| ${mix}: ${kind} | ${cells.join(' | ')} |`;
  });
}
