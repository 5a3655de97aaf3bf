import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeCrypto } from '../src/keys/index.ts';
import {
  decodeBundle,
  entryBundlePath,
  inclusionProof,
  type LogReport,
  leafHash,
  parseCheckpoint,
  parseNote,
  proofTiles,
  tileKey,
  tilePath,
  tileWidth,
  verifyInclusion,
} from '../src/ledger/index.ts';
import { buildLongLog, type LongLog } from '../test/long-log.ts';
import { machineRows, spread, today } from './machine.ts';

const paths = 2_000;

interface Run {
  readonly seconds: number;
  /** Seconds that processors worked for it, which other work on the machine does not lengthen by much. */
  readonly worked: number;
  /** Highest resident set, in MB. */
  readonly memory: number;
}

/** One `kepil verify` as anybody would run it, from the start of the process to its end. */
async function runOnce(log: LongLog, cores: number): Promise<Run> {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    ['bin/kepil.js', 'verify', log.folder, '--key', log.verifierKey, '--cores', String(cores), '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let used = { memory: 0, worked: 0 };
  const watch = setInterval(() => {
    used = usedBy(child.pid) ?? used;
  }, 20);
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - from) / 1000;
  const report = JSON.parse(out) as LogReport;
  if (code !== 0 || !report.ok || report.size !== log.size || report.signature !== 'good')
    throw new Error(`not verified: ${out.slice(0, 500)}`);
  return { seconds, ...used };
}

/** What a process has used up to now, as Linux tells it; undefined when it has just ended. */
function usedBy(pid: number | undefined): Omit<Run, 'seconds'> | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const memory = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024;
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const worked = (Number(ticks[11]) + Number(ticks[12])) / 100;
    return memory > 0 ? { memory, worked } : undefined;
  } catch {
    return undefined;
  }
}

/** Makes and checks paths of entries all over the log. @returns microseconds of each */
function proveSome(log: LongLog): { made: number[]; checked: number[] } {
  const root = parseCheckpoint(parseNote(log.note)?.text ?? '')?.root;
  if (!root) throw new Error('no head');
  const made: number[] = [];
  const checked: number[] = [];
  for (let n = 0; n < paths; n++) {
    const index = (n * 7_919_317) % log.size;
    const tiles = new Map(
      proofTiles(index, log.size).map((ref) => {
        const width = Math.min(
          tileWidth,
          Math.floor(log.size / tileWidth ** ref.level) - ref.index * tileWidth,
        );
        return [tileKey(ref), new Uint8Array(readFileSync(join(log.folder, tilePath(ref, width))))] as const;
      }),
    );
    const bundle = Math.floor(index / tileWidth);
    const width = Math.min(tileWidth, log.size - bundle * tileWidth);
    const leaves = decodeBundle(readFileSync(join(log.folder, entryBundlePath(bundle, width))));
    const leaf = leaves?.[index % tileWidth];
    if (!leaf) throw new Error('no leaf');
    const from = performance.now();
    const path = inclusionProof({ index, size: log.size }, tiles, nodeCrypto.hash);
    const between = performance.now();
    const claim = { index, size: log.size, leafHash: leafHash(nodeCrypto.hash, leaf), path, root };
    if (!verifyInclusion(claim, nodeCrypto.hash)) throw new Error('a path does not hold');
    made.push((between - from) * 1000);
    checked.push((performance.now() - between) * 1000);
  }
  return { made: made.slice(paths / 4), checked: checked.slice(paths / 4) };
}

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '1200000' }, rounds: { type: 'string', default: '5' } },
});
const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
try {
  const log = buildLongLog(folder, Number(values.entries));
  const small = buildLongLog(join(folder, 'small'), Math.ceil(log.size / 8));
  const one: Run[] = [];
  const two: Run[] = [];
  await runOnce(log, 2); // Brings the files into the cache of the system.
  for (let round = 0; round < Number(values.rounds); round++) {
    one.push(await runOnce(log, 1));
    two.push(await runOnce(log, 2));
  }
  const eighth = await runOnce(small, 2);
  const { made, checked } = proveSome(log);
  const many = (n: number) => Math.round(n).toLocaleString('en');
  const rate = (runs: readonly Run[]) => {
    const { min, median, max } = spread(runs.map(({ seconds }) => log.size / seconds));
    const bytes = `${many((median * log.bytes) / log.size / 1e6)} MB/s`;
    return `${many(median)} entries a second (${many(min)} to ${many(max)}), ${bytes}`;
  };
  const worked = (runs: readonly Run[]) => {
    const { min, median, max } = spread(runs.map((run) => log.size / run.worked));
    return `${many(median)} (${many(min)} to ${many(max)})`;
  };
  const peak = (runs: readonly Run[]) => `${many(spread(runs.map(({ memory }) => memory)).max)} MB`;
  const us = (all: readonly number[]) => {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
    return `${at(0.5)} µs (99 %: ${at(0.99)} µs)`;
  };
  const gain = spread(one.map(({ seconds }, n) => seconds / (two[n]?.seconds ?? seconds))).median;
  const rows = [
    ['one processor', rate(one)],
    ['two processors', rate(two)],
    ['two against one, pair by pair', `${gain.toFixed(2)}×`],
    ['entries for each second a processor worked, one', worked(one)],
    ['entries for each second a processor worked, two', worked(two)],
    ['highest memory, one processor', peak(one)],
    ['highest memory, two processors', peak(two)],
    [`highest memory, two processors, a log of ${many(small.size)}`, peak([eighth])],
    ['one inclusion path checked, with the entry', us(checked)],
    ['one inclusion path made from tiles in memory', us(made)],
  ];
  const text = `# Checking a whole log

\`kepil verify\` on a log of ${many(log.size)} entries (${many(log.bytes / log.size)} bytes each),
from the start of the process to its end: every entry read, its form checked, hashed, every tile compared, the
root and the signature. ${values.rounds} rounds, one processor and two in turns; median, least and greatest
beside it. The files lie in the cache of the system. Other work on the machine lengthens the rounds; what a
processor did for the check it lengthens less, so that is given too.
Again: \`npm run build && npx tsx bench/verify.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| measured | |
|---|---|
${rows.map(([what, n]) => `| ${what} | ${n} |`).join('\n')}
`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/verify.md', text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
