import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Checked, checked, type Timed, timed } from './measure.ts';
import { type Mix, mixes, opsOf } from './mixes.ts';
import { type Outcome, reportOf } from './report.ts';
import { Stage } from './stage.ts';

const sides = ['plain', 'kepil'] as const;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    ops: { type: 'string', default: '10000' },
    checked: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    workload: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    'keep-owners': { type: 'boolean', default: false },
    out: { type: 'string', default: 'bench/results/gdprbench.md' },
  },
});
const [records, ops, connections] = [values.records, values.ops, values.connections].map(Number) as [
  number,
  number,
  number,
];
const seed = Number(values.seed);
const keepOwners = values['keep-owners'];
const named = values.workload ?? mixes.map(({ name }) => name);
const chosen = mixes.filter(({ name }) => named.includes(name));
if (chosen.length < new Set(named).size)
  throw new Error(`workloads: ${mixes.map(({ name }) => name).join(', ')}`);

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Both sides in turn, the first to go another one each round. */
async function measure(stage: Stage, mix: Mix): Promise<Outcome> {
  const runs = { plain: [] as Timed[], kepil: [] as Timed[] };
  const checks = {} as Record<(typeof sides)[number], Checked>;
  for (const side of sides) {
    const few = opsOf(mix, { records, ops: Number(values.checked), seed, keepOwners });
    const onWrong = (op: object) => say(`${mix.name}, ${side}: not as expected: ${JSON.stringify(op)}`);
    checks[side] = await stage.with(side, (open) => checked(open, { ops: few, records, onWrong }));
    say(`${mix.name}, ${side}: ${JSON.stringify(checks[side])}`);
  }
  for (let round = 0; round < Number(values.rounds); round++) {
    const list = opsOf(mix, { records, ops, seed: seed + round, keepOwners });
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const run = await stage.with(side, (open) =>
        timed(open, { ops: list, records, connections, serverCpu: stage.serverCpu }),
      );
      runs[side].push(run);
      const { perSecond, cpu, deadlocks } = run;
      const took = `${cpu.here.toFixed(2)} + ${cpu.server.toFixed(2)} ms of processor each`;
      say(`${mix.name}, ${side}: ${perSecond.toFixed(0)} a second, ${took}, ${deadlocks} deadlocks`);
    }
  }
  return { mix: mix.name, runs, checks };
}

const folder = mkdtempSync(join(tmpdir(), 'kepil-gdprbench-'));
const stage = await Stage.open(folder, connections);
// Whoever stops the run leaves no server and no folder behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage.close().finally(() => process.exit(130)));
try {
  const loaded = await stage.load(records);
  say(`loaded: plain ${loaded.plain.toFixed(1)} s, Kepil ${loaded.kepil.toFixed(1)} s`);
  const outcomes: Outcome[] = [];
  for (const mix of chosen) outcomes.push(await measure(stage, mix));
  const text = reportOf(outcomes, { records, ops, connections, loaded, rounds: Number(values.rounds) });
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(values.out, text);
  process.stdout.write(text);
} finally {
  await stage.close();
}
