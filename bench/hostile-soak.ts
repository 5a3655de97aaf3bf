import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineRows, today } from './machine.ts';

/** What is sent for each seed, and how the tests are told. */
const trials = [
  { what: 'spoiled requests to every route', file: 'hostile', env: 'KEPIL_REQUESTS' },
  { what: 'pairs of acts, at once and one after the other', file: 'races', env: 'KEPIL_PAIRS' },
  { what: 'card numbers in every text', file: 'cards', env: 'KEPIL_CARDS' },
  { what: 'requests that come too late', file: 'late', env: undefined },
  { what: 'good forms from three tabs', file: 'twice', env: undefined },
] as const;

interface Ran {
  readonly what: string;
  readonly seed: number;
  readonly seconds: number;
  readonly tests: number;
  readonly findings: readonly string[];
}

/** The parts of vitest's JSON report that are read. */
interface Report {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20261127,20270101,20270415' },
    requests: { type: 'string', default: '70000' },
    // Every pair for the first seed, so many for each other one: the pairs are the same, in another order.
    pairs: { type: 'string', default: '300' },
    'first-pairs': { type: 'string', default: '1000000' },
  },
});
const seeds = values.seeds.split(',').map(Number);
const amountsFor = (seed: number): Readonly<Record<string, string>> => ({
  KEPIL_REQUESTS: values.requests,
  KEPIL_PAIRS: seed === seeds[0] ? values['first-pairs'] : values.pairs,
  KEPIL_CARDS: 'all',
});

/** A failure without its stack, which names places of the machine. */
const withoutTrace = (message: string) => message.replaceAll(/^ {4}at .*\n?/gm, '').trimEnd();

function run(trial: (typeof trials)[number], seed: number): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-soak-'));
  const out = join(folder, 'report.json');
  const amount = trial.env && { [trial.env]: amountsFor(seed)[trial.env] };
  const began = performance.now();
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      `test/hostile/${trial.file}.test.ts`,
      '--reporter=json',
      `--outputFile=${out}`,
    ],
    { env: { ...process.env, ...amount, KEPIL_SEED: String(seed) }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const report = JSON.parse(readFileSync(out, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  const found = report.testResults.flatMap(({ assertionResults, message = '' }) => [
    ...assertionResults.flatMap(({ status: ended, fullName, failureMessages = [] }) =>
      ended === 'failed' ? [`${fullName}\n${failureMessages.map(withoutTrace).join('\n')}`] : [],
    ),
    ...(message === '' ? [] : [message]),
  ]);
  const findings = found.length === 0 && status !== 0 ? [`ended with ${status}`] : found;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${trial.what}, seed ${seed}: ${findings.length} findings, ${seconds} s`);
  for (const finding of findings) console.log(finding);
  return { what: trial.what, seed, seconds, tests: report.numTotalTests, findings };
}

function reportOf(rans: readonly Ran[]): string {
  const findings = rans.flatMap((ran) => ran.findings);
  return [
    '# Hostile input',
    '',
    'Requests spoiled by generation (types, sizes, encodings, other people’s ids, expired and replayed',
    'codes, missing consents, double submits): each must get a clear 4xx, store nothing and leave no fault',
    'of ours. Pairs of acts sent at once must end as one after the other would have. What is checked and',
    'how: `test/hostile/`.',
    'Again: `npm run build && npx tsx bench/hostile-soak.ts`, which is part of `npm run soak`.',
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    `| spoiled requests | ${seeds.length} × ${values.requests} |`,
    `| pairs of acts at most | ${values['first-pairs']} for the first seed, ${values.pairs} for each other |`,
    `| findings | ${findings.length} |`,
    '',
    '| what | seed | tests | seconds | findings |',
    '|---|---|---:|---:|---:|',
    ...rans.map(
      ({ what, seed, tests, seconds, findings: found }) =>
        `| ${what} | ${seed} | ${tests} | ${seconds} | ${found.length} |`,
    ),
    ...(findings.length > 0
      ? ['', '## Findings', '', ...findings.map((one) => `\`\`\`\n${one}\n\`\`\``)]
      : []),
    '',
  ].join('\n');
}

const rans = seeds.flatMap((seed) => trials.map((trial) => run(trial, seed)));
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/hostile-input.md', reportOf(rans));
process.exitCode = rans.some(({ findings }) => findings.length > 0) ? 1 : 0;
