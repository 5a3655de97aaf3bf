import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Id } from '../src/base/index.ts';
import { type Installation, openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import { openService, type ServiceRecord, turnEpoch } from '../src/system/index.ts';
import { openSegments, openSubject } from '../src/system/subjects.ts';
import { addPerson } from '../test/person.ts';
import { machineRows, spread, today } from './machine.ts';

const inFlight = 16;
/** Readers that go on while epochs turn. */
const readers = 4;
const turns = 5;

interface Ground {
  readonly installation: Installation;
  readonly service: ServiceRecord;
}

async function openGround(folder: string): Promise<Ground> {
  const installation = await openInstallation({ data: join(folder, 'data'), unlimited: true });
  const text = await readFile('examples/dala-kitap.txt', 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(installation.world, { key: 'bench', policy, text: bodyOf(text) });
  await installation.settle(service);
  return { installation, service };
}

async function fill({ installation, service }: Ground, count: number): Promise<readonly Id[]> {
  const ids: Id[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next++;
      ids.push(await addPerson(installation.world, service.id, { email: `p${n}@bench.example` }));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return ids;
}

/** One read: keys and segments of somebody, opened under a lock, as every use case opens them. */
async function readOne({ installation: { world }, service }: Ground, id: Id): Promise<void> {
  await world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: service.id, id, mode: 'share' });
    if (!subject || (await openSegments(tx, world, subject)).length === 0) throw new Error('not opened');
  });
}

/** Reads one after the other until told to stop. @returns how long each took, in milliseconds */
async function readOn(
  ground: Ground,
  ids: readonly Id[],
  stopped: () => boolean,
): Promise<readonly number[]> {
  const took: number[] = [];
  for (let n = 0; !stopped(); n++) {
    const from = performance.now();
    await readOne(ground, ids[(n * 7919) % ids.length] as Id);
    took.push(performance.now() - from);
  }
  return took;
}

async function readingWhile<T>(ground: Ground, ids: readonly Id[], work: () => Promise<T>) {
  let over = false;
  const going = Array.from({ length: readers }, (_, n) =>
    readOn(ground, [...ids.slice(n), ...ids.slice(0, n)], () => over),
  );
  const from = performance.now();
  const value = await work().finally(() => {
    over = true;
  });
  const seconds = (performance.now() - from) / 1000;
  return { value, seconds, reads: (await Promise.all(going)).flat() };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const { values } = parseArgs({ options: { people: { type: 'string', default: '20000' } } });
const people = Number(values.people);
const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
try {
  const ground = await openGround(folder);
  const ids = await fill(ground, people);
  await ground.installation.tick();
  const { world } = ground.installation;
  const alone: number[] = [];
  const beside: { seconds: number; reads: readonly number[] }[] = [];
  const still: number[] = [];
  for (let n = 0; n < turns; n++) {
    const from = performance.now();
    const turned = await turnEpoch(world, ground.service.id);
    if (!turned.ended || turned.rewrapped.keys !== people) throw new Error('not turned whole');
    alone.push((performance.now() - from) / 1000);
    still.push(...(await readingWhile(ground, ids, () => pause(1_000))).reads);
    const { value, ...took } = await readingWhile(ground, ids, () => turnEpoch(world, ground.service.id));
    if (value.rewrapped.keys !== people) throw new Error('not turned whole');
    beside.push(took);
  }
  await ground.installation.close();
  const perSecond = (seconds: readonly number[]) =>
    Math.round(people / spread(seconds).median).toLocaleString('en');
  const seconds = (all: readonly number[]) => {
    const { min, median, max } = spread(all);
    return `${median.toFixed(2)} s (${min.toFixed(2)} to ${max.toFixed(2)})`;
  };
  const during = beside.flatMap(({ reads }) => reads);
  const ms = (all: readonly number[], share: number) =>
    `${([...all].sort((a, b) => a - b)[Math.floor((all.length - 1) * share)] ?? 0).toFixed(1)} ms`;
  const rows = [
    ['a turn, nobody reading', seconds(alone)],
    ['keys wrapped anew a second', perSecond(alone)],
    [`a turn beside ${readers} readers`, seconds(beside.map((one) => one.seconds))],
    ['keys wrapped anew a second', perSecond(beside.map((one) => one.seconds))],
    ['a read, no turn: median, 99 %', `${ms(still, 0.5)}, ${ms(still, 0.99)}`],
    [
      'a read during a turn: median, 99 %, longest',
      `${ms(during, 0.5)}, ${ms(during, 0.99)}, ${ms(during, 1)}`,
    ],
  ];
  const text = `# The turn of a key epoch

${people.toLocaleString('en')} people with one segment each, on the embedded PostgreSQL.
A turn makes the new key, wraps every key of a person anew in transactions of 100, waits for older
transactions, vacuums, makes a checkpoint and destroys the key before. Median of ${turns}, least and
greatest beside it; a read opens keys and segments under a lock.
Again: \`npx tsx bench/epoch-turn.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| measured | |
|---|---|
${rows.map(([what, n]) => `| ${what} | ${n} |`).join('\n')}
`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/epoch-turn.md', text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
