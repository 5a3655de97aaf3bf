import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ground, type Outcome, type Victim } from '../test/kill/trial.ts';
import { type Acknowledged, nothingYet } from '../test/kill/witness.ts';
import { machineRows, spread, today } from './machine.ts';

/** How many trials follow each other on one data folder before a new one is begun. */
const trialsPerFolder = 10;

interface Total {
  readonly outcomes: Outcome[];
  readonly acknowledged: Acknowledged;
  readonly statuses: Map<string, number>;
  readonly lost: string[];
}

function add(total: Total, ground: Ground): void {
  const { acknowledged, statuses } = ground.witness;
  for (const kind of Object.keys(acknowledged) as (keyof Acknowledged)[])
    total.acknowledged[kind] += acknowledged[kind];
  for (const [status, n] of statuses) total.statuses.set(status, (total.statuses.get(status) ?? 0) + n);
}

async function runFolder(seed: number, count: number, total: Total): Promise<void> {
  const ground = new Ground(seed);
  try {
    for (let at = 0; at < count; at++) {
      const victim: Victim = at % 2 === 0 ? 'server' : 'postgres';
      const outcome = await ground.trial(victim);
      total.outcomes.push(outcome);
      const said = outcome.found.length === 0 ? 'nothing lost' : outcome.found.join('; ');
      console.log(
        `${total.outcomes.length}  ${outcome.how}  back in ${Math.round(outcome.backMs)} ms  ${said}`,
      );
      total.lost.push(...outcome.found);
    }
  } catch (error) {
    total.lost.push(`a trial broke off: ${error instanceof Error ? error.message : error}`);
    console.log(total.lost.at(-1));
  } finally {
    add(total, ground);
    total.lost.push(...(await ground.close()));
  }
}

function timesOf(outcomes: readonly Outcome[], victim: Victim): string {
  const times = spread(outcomes.filter((one) => one.victim === victim).map(({ backMs }) => backMs));
  return `${Math.round(times.median)} | ${Math.round(times.max)}`;
}

function report(total: Total, seed: number): string {
  const { outcomes, acknowledged, lost } = total;
  const hows = new Map<string, number>();
  for (const { how } of outcomes) hows.set(how, (hows.get(how) ?? 0) + 1);
  const rows = (all: Iterable<readonly [string, number]>) =>
    [...all].map(([name, n]) => `| ${name} | ${n} |`);
  return [
    '# Kill trials',
    '',
    'Load over HTTP (registrations to the end, gated reads, refused reads, corrections, withdrawals,',
    'deletions, six at a time); `kill -9` at a random moment; then everything acknowledged is looked',
    'for.',
    `What is checked and how: \`test/kill/\`. Again: \`npm run soak -- --seed ${seed}\`.`,
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    `| seed | ${seed} |`,
    `| trials | ${outcomes.length} |`,
    `| lost or half done | ${lost.length} |`,
    '',
    '| killed | times |',
    '|---|---|',
    ...rows([...hows].sort()),
    '',
    '| acknowledged | times |',
    '|---|---|',
    ...rows(Object.entries(acknowledged)),
    '',
    '| answered | times |',
    '|---|---|',
    ...rows([...total.statuses].sort()),
    '',
    'Back after the kill, in milliseconds: the server from its new start to the first page;',
    'PostgreSQL from the kill to the next answer out of the database, the server running on and',
    'answering 503 meanwhile.',
    '',
    '| killed | median | max |',
    '|---|---|---|',
    `| server | ${timesOf(outcomes, 'server')} |`,
    `| PostgreSQL | ${timesOf(outcomes, 'postgres')} |`,
    ...(lost.length > 0 ? ['', '## Found', '', ...lost.map((line) => `- ${line}`)] : []),
    '',
  ].join('\n');
}

/**
 * Kills server and PostgreSQL in turn and writes down what came of it; exit code 1 when anything was lost.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      trials: { type: 'string', default: '50' },
      seed: { type: 'string' },
      out: { type: 'string', default: 'bench/results/kill-trials.md' },
    },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const trials = Number(values.trials);
  console.log(`seed ${seed}`);
  const total: Total = { outcomes: [], acknowledged: nothingYet(), statuses: new Map(), lost: [] };
  for (let done = 0; done < trials; done += trialsPerFolder) {
    await runFolder(seed + done / trialsPerFolder, Math.min(trialsPerFolder, trials - done), total);
  }
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(values.out, report(total, seed));
  console.log(JSON.stringify(total.acknowledged));
  console.log(total.lost.length === 0 ? 'nothing lost' : `lost: ${total.lost.length}, seed ${seed}`);
  process.exitCode = total.lost.length === 0 ? 0 : 1;
}

await main();
