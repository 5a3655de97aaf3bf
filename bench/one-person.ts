import { mkdirSync, writeFileSync } from 'node:fs';
import { type Id, newId } from '../src/base/index.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { openSubject } from '../src/system/subjects.ts';
import { type SegmentContent, type StoredValue, sealSegment } from '../src/vault/index.ts';
import { addPerson } from '../test/person.ts';
import { built } from './built.ts';
import { machineRows, spread, today } from './machine.ts';
import { openPeople } from './people.ts';

/** What is done for one person with many values: the copy of everything, the destruction of the account. */
const { destroyAccount, exportData, sweepDestroyed } =
  await built<typeof import('../src/system/index.ts')>('system/index');
const rounds = 15;
const sizes = [10, 1_000, 100_000] as const;

const people = await openPeople(100);
const { service, installation } = people;
const { world } = installation;

/** Somebody with so many values of ten categories, earlier ones included. */
async function addRich(count: number): Promise<Id> {
  const id = await addPerson(world, service.id, { email: 'somebody@bench.example' });
  await world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
    if (!subject) throw new Error('nobody');
    const entry = newId(world.now(), nodeCrypto.random);
    const from = { giver: 'subject', source: 'correction', status: 'stated' as const, entry };
    const content: Record<string, StoredValue[]> = { email: [], full_name: [] };
    for (let n = 0; n < count; n += 1) {
      content[n % 2 ? 'full_name' : 'email']?.push({ ...from, value: `somebody-${n}@bench.example`, at: n });
    }
    const address = {
      service: service.id,
      subject: id,
      access: 'limited',
      retention: 'ordinary',
      version: 2,
    };
    const { bytes } = sealSegment(address, content as SegmentContent, subject.keys, nodeCrypto);
    await tx.segments.put(service.id, id, { ...address, bytes });
  });
  return id;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const ms = (all: readonly number[]) => {
  const { min, median, max } = spread(all);
  return `${median.toFixed(2)} | ${min.toFixed(2)} | ${max.toFixed(2)}`;
};
const fail = (error: Error) => {
  throw error;
};
const warm = await addRich(100);
for (let n = 0; n < 40; n += 1) await exportData(world, { service, subject: warm });

const taken = new Map<string, number[]>();
const note = (what: string, took: number) => taken.set(what, [...(taken.get(what) ?? []), took]);
for (let round = -2; round < rounds; round += 1) {
  for (const size of sizes) {
    const subject = await addRich(size);
    if (size < 100_000) {
      const took = await timed(async () =>
        JSON.stringify((await exportData(world, { service, subject })).json),
      );
      if (round >= 0) note(`copy of ${size.toLocaleString('en')} values, as JSON`, took);
    }
    const destroyed = await timed(() => destroyAccount(world, { service, subject }));
    const swept = await timed(() => sweepDestroyed(world, fail));
    if (round < 0) continue;
    note(`destruction, ${size.toLocaleString('en')} values`, destroyed);
    note(`sweep, ${size.toLocaleString('en')} values`, swept);
  }
}
await people.close();

const text = `# One person

One at a time, nobody else asking, on the embedded PostgreSQL; ${rounds} rounds, the sizes in turn. A
destruction is done when the keys are gone and its entry and act are on the disk; the sweep removes the
rest. A copy is decided, recorded and on the disk before it is given.
Again: \`npm run build && npx tsx bench/one-person.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| what | median ms | least | greatest |
|---|---:|---:|---:|
${[...taken]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([what, all]) => `| ${what} | ${ms(all)} |`)
  .join('\n')}
`;
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/one-person.md', text);
process.stdout.write(text);
