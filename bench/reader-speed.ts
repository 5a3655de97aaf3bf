import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftPolicy, readText } from '../src/reader/index.ts';
import { machineRows, spread, today } from './machine.ts';

/**
 * Measures how fast the reader is and what memory it takes, and writes `bench/results/reader.md`.
 *
 * In process: every text in turn, `rounds` times over, after as many rounds of warming up; the median of each
 * text. By the command: processes of their own, the built command line.
 */
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const vectors = join(import.meta.dirname, '..', 'test', 'vectors', 'reader');
const seeds = join('..', 'shared', 'seeds');
const rounds = 40;
const sizes = [0.5, 1, 2, 5];

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly times: number[];
}

function textsIn(folder: string): readonly Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8'), times: [] }));
}

function timeOf(text: string): number {
  const startedAt = performance.now();
  draftPolicy(readText(text, { name: 'text', hash }), text);
  return performance.now() - startedAt;
}

/** Milliseconds per 10,000 characters of each sample: medians of interleaved runs. */
function perSample(samples: readonly Sample[]): readonly number[] {
  for (let round = 0; round < 2 * rounds; round++)
    for (const { text, times } of samples) {
      const ms = timeOf(text);
      if (round >= rounds) times.push(ms);
    }
  return samples.map(({ text, times }) => (spread(times).median / text.length) * 10_000);
}

/** A text of nearly `megabytes` in UTF-8, made of the blind texts over and over. */
function longText(samples: readonly Sample[], megabytes: number): string {
  const parts: string[] = [];
  for (let bytes = 0, at = 0; bytes < megabytes * 1024 * 1024 - 32_768; at++) {
    const part = samples[at % samples.length]?.text ?? '';
    parts.push(part);
    bytes += Buffer.byteLength(part) + 2;
  }
  return parts.join('\n\n');
}

interface Ran {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs the built command on its own and reads off the most memory it held. */
function command(files: readonly string[]): Ran {
  const watch = [
    "process.on('exit', () => console.error('PEAK', process.resourceUsage().maxRSS));",
    `process.argv.splice(1, 0, 'kepil');`,
    `await import(${JSON.stringify(join(process.cwd(), 'bin', 'kepil.js'))});`,
  ].join('\n');
  const startedAt = performance.now();
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', watch, 'read', ...files], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (done.status !== 0) throw new Error(`kepil read: ${done.status} ${done.stderr.slice(0, 400)}`);
  return { seconds, megabytes: Number(/PEAK (\d+)/.exec(done.stderr)?.[1]) / 1024 };
}

function commandRow(name: string, runs: readonly Ran[]): string {
  const seconds = spread(runs.map((run) => run.seconds));
  const memory = spread(runs.map((run) => run.megabytes));
  const [least, middle, most] = [seconds.min, seconds.median, seconds.max].map((one) => one.toFixed(2));
  return `| ${name} | ${middle} (${least} to ${most}) | ${memory.max.toFixed(0)} |`;
}

/** Long texts by the command, written to a folder that goes away. */
function longRows(samples: readonly Sample[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-reader-'));
  try {
    return sizes.map((megabytes) => {
      const file = join(folder, `${megabytes}.txt`);
      const text = longText(samples, megabytes);
      writeFileSync(file, text);
      const times = [timeOf(text), timeOf(text), timeOf(text)];
      const ms = (spread(times).median / text.length) * 10_000;
      const run = command([file]);
      const cells = [`${megabytes} MB`, ms.toFixed(2), run.seconds.toFixed(2), run.megabytes.toFixed(0)];
      return `| ${cells.join(' | ')} |`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function main(): void {
  const blind = readdirSync(vectors)
    .filter((name) => name.startsWith('blind-'))
    .flatMap((name) => textsIn(join(vectors, name)));
  const own = textsIn(seeds);
  const speeds = perSample([...own, ...blind]);
  const files = own.map(({ name }) => join(seeds, name));
  const rows = (name: string, all: readonly number[]) => {
    const { min, median, max } = spread(all);
    return `| ${name} | ${all.length} | ${median.toFixed(2)} | ${min.toFixed(2)} | ${max.toFixed(2)} |`;
  };
  const cold =
    files.length === 0
      ? ['| the seeds are not here | | |']
      : [
          commandRow(
            'each seed alone',
            [...files, ...files].map((file) => command([file])),
          ),
          commandRow(
            'five seeds at once',
            Array.from({ length: 7 }, () => command(files)),
          ),
        ];
  const text = [
    '# The reader: speed and memory',
    '',
    'Reading and making the draft, in process, after warming up; medians of interleaved runs. By the',
    'command: processes of their own, from start to end, the most memory one held. Again:',
    '`npx tsx bench/reader-speed.ts`.',
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    '',
    '| ms per 10,000 characters | texts | median | least | greatest |',
    '|---|---|---|---|---|',
    ...(own.length > 0 ? [rows('seeds', speeds.slice(0, own.length))] : []),
    rows('blind sets', speeds.slice(own.length)),
    '',
    '| `kepil read`, cold | seconds, median (least to greatest) | MB at most |',
    '|---|---|---|',
    ...cold,
    '',
    '| long texts | ms per 10,000 characters | by the command, seconds | MB |',
    '|---|---|---|---|',
    ...longRows(blind),
    '',
  ].join('\n');
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/reader.md', text);
  console.log(text);
}

main();
