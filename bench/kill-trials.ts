import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ground, type Outcome, type Victim } from '../test/kill/trial.ts';
import { type Acknowledged, nothingYet } from '../test/kill/witness.ts';
import { machineRows, spread, today } from './machine.ts';

/** How many trials follow each other on one data folder before a new one is begun. */
const trialsPerFolder = 20;

/** What came of the trials on one data folder, as a line of the progress file. */
interface Folder {
  readonly seed: number;
  readonly outcomes: Outcome[];
  readonly acknowledged: Acknowledged;
  statuses: (readonly [string, number])[];
  readonly lost: string[];
}

/** What came of all of them. */
interface Total extends Omit<Folder, 'statuses' | 'seed'> {
  readonly statuses: Map<string, number>;
}

function totalOf(folders: readonly Folder[]): Total {
  const total = { acknowledged: nothingYet(), statuses: new Map<string, number>() };
  for (const { acknowledged, statuses } of folders) {
    for (const kind of Object.keys(acknowledged) as (keyof Acknowledged)[])
      total.acknowledged[kind] += acknowledged[kind];
    for (const [status, n] of statuses) total.statuses.set(status, (total.statuses.get(status) ?? 0) + n);
  }
  return {
    ...total,
    outcomes: folders.flatMap(({ outcomes }) => outcomes),
    lost: folders.flatMap(({ lost }) => lost),
  };
}

/** One of three kills the server; the others kill what it keeps its data in. */
const victims: readonly Victim[] = ['server', 'postgres', 'postgres'];

async function runFolder(seed: number, count: number): Promise<Folder> {
  const ground = new Ground(seed, seed % 2 === 1);
  const total: Folder = { seed, outcomes: [], acknowledged: nothingYet(), statuses: [], lost: [] };
  try {
    for (let at = 0; at < count; at++) {
      const victim = victims[at % victims.length] ?? 'server';
      const outcome = await ground.trial(victim);
      total.outcomes.push(outcome);
      const said = outcome.found.length === 0 ? 'nothing lost' : outcome.found.join('; ');
      console.log(
        `${seed}/${total.outcomes.length}  ${outcome.how}  back in ${Math.round(outcome.backMs)} ms  ${said}`,
      );
      total.lost.push(...outcome.found);
    }
  } catch (error) {
    total.lost.push(`a trial broke off: ${error instanceof Error ? error.message : error}`);
    console.log(total.lost.at(-1));
  } finally {
    total.lost.push(...(await ground.close()));
    Object.assign(total.acknowledged, ground.witness.acknowledged);
    total.statuses = [...ground.witness.statuses];
  }
  return total;
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
    'Load over HTTP, six at a time: registrations to the end, gated and refused reads, corrections,',
    'withdrawals, deletions, requests with their answers and blocks, data handed on, turns of the key',
    'epoch, and, on every second data folder, mailings over SMTP and refusals of them; `kill -9` at a',
    'random moment; then everything acknowledged is looked for. When a killed server is started anew its',
    'clock is days ahead in three of five cases, so that terms run out while it starts. Twenty trials',
    'follow each other on a data folder.',
    '',
    'What is checked and how: `test/kill/`. Again:',
    `\`npx tsx bench/kill-trials.ts --seed ${seed} --trials ${outcomes.length}\`.`,
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
 * Kills server and PostgreSQL in turn and writes down what came of it after each data folder; exit code 1
 * when anything was lost. With `--progress FILE` a run that was broken off goes on where it stopped.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      trials: { type: 'string', default: '1000' },
      seed: { type: 'string' },
      out: { type: 'string', default: 'bench/results/kill-trials.md' },
      progress: { type: 'string' },
    },
  });
  const { progress } = values;
  const done = progress && existsSync(progress) ? foldersIn(progress) : [];
  const seed = Number(values.seed ?? done[0]?.seed ?? Math.floor(Math.random() * 2 ** 31));
  const trials = Number(values.trials);
  console.log(`seed ${seed}`);
  const folders: Folder[] = [...done];
  for (let from = folders.length * trialsPerFolder; from < trials; from += trialsPerFolder) {
    const folder = await runFolder(seed + from / trialsPerFolder, Math.min(trialsPerFolder, trials - from));
    folders.push(folder);
    if (progress) appendFileSync(progress, `${JSON.stringify(folder)}\n`);
    write(values.out, folders, seed);
  }
  const total = totalOf(folders);
  write(values.out, folders, seed);
  console.log(JSON.stringify(total.acknowledged));
  console.log(total.lost.length === 0 ? 'nothing lost' : `lost: ${total.lost.length}, seed ${seed}`);
  process.exitCode = total.lost.length === 0 ? 0 : 1;
}

function write(path: string, folders: readonly Folder[], seed: number): void {
  mkdirSync('bench/results', { recursive: true });
  writeFileSync(path, report(totalOf(folders), seed));
}

/** What was done before a run was broken off. */
function foldersIn(path: string): readonly Folder[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Folder);
}

await main();
