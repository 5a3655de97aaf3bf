import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '../src/base/index.ts';
import { type Installation, openInstallation } from '../src/cli/installation.ts';
import { makeBackup } from '../src/cli/make-backup.ts';
import { restore } from '../src/cli/restore.ts';
import { openTerminal } from '../src/cli/terminal.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import { destroyAccount } from '../src/system/destroy.ts';
import { record } from '../src/system/entries.ts';
import { openService, type ServiceRecord } from '../src/system/index.ts';
import { addSubject } from '../src/system/new-subject.ts';
import { writeValues } from '../src/system/subjects.ts';
import { machineRows, today } from './machine.ts';

const valuesEach = 20;
const inFlight = 16;

interface Ground {
  readonly installation: Installation;
  readonly service: ServiceRecord;
  readonly data: string;
}

async function openGround(folder: string): Promise<Ground> {
  const data = join(folder, 'data');
  const installation = await openInstallation({ data, unlimited: true });
  const text = await readFile('examples/dala-kitap.txt', 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(installation.world, { key: 'bench', policy, text: bodyOf(text) });
  await installation.settle(service);
  return { installation, service, data };
}

/** Somebody with twenty values and an entry each, written as a registration writes them. */
async function addPerson({ installation: { world }, service }: Ground, n: number): Promise<string> {
  return world.store.transaction(async (tx) => {
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const { hash } = (await tx.policies.heads(service.id))[0] ?? { hash: '' };
    const row = { service: service.id, id, kind: 'user' as const, version: 1, policyHash: hash };
    const subject = await addSubject(tx, world, { ...row, language: 'ru', createdAt: now });
    const entry = await record(tx, world, {
      service: service.id,
      kind: 'collection',
      outcome: 'done',
      actor: { role: 'subject' },
      subject: { id, keys: subject.keys },
    });
    const stored = { giver: 'subject', source: 'registration', at: now, status: 'stated' as const, entry };
    const value = (k: number) => (k === 0 ? `p${n}@bench.example` : `${n}-${k}-`.padEnd(24, 'к'));
    const writings = Array.from({ length: valuesEach }, (_, k) => ({
      category: k === 0 ? 'email' : `value_${k}`,
      access: 'limited',
      retention: 'ordinary' as const,
      value: { ...stored, value: value(k) },
    }));
    await writeValues(tx, world, { subject, segments: [], writings });
    return id;
  });
}

async function each(count: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const from = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - from) / 1000 };
}

const { values } = parseArgs({
  options: { people: { type: 'string', default: '20000' }, destroyed: { type: 'string', default: '100' } },
});
const [people, destroyed] = [Number(values.people), Number(values.destroyed)];
const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
try {
  const ground = await openGround(folder);
  const ids: string[] = [];
  await each(people, async (n) => {
    ids.push(await addPerson(ground, n));
  });
  await ground.installation.tick();
  const key = join(folder, 'secret', 'key');
  const copies = join(folder, 'copies');
  const made = await timed(() => makeBackup(ground.installation, { folder: copies, key }));
  const rss = process.memoryUsage().rss / 2 ** 20;
  await each(destroyed, async (n) => {
    await destroyAccount(ground.installation.world, { service: ground.service, subject: ids[n] as never });
  });
  await ground.installation.tick();
  const ledger = join(folder, 'ledger');
  cpSync(join(ground.data, 'log'), ledger, { recursive: true });
  await ground.installation.close();
  const said: string[] = [];
  const stream = { write: (line: string) => said.push(line) > 0 };
  const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
  const again = { data: join(folder, 'again'), key, ledger };
  const back = await timed(() => restore(copies, again, terminal));
  if (back.value !== 0) throw new Error(said.join('\n'));
  const told = said.find((line) => line.startsWith('bench:')) ?? '';
  if (!told.includes(`destroyed again ${destroyed},`)) throw new Error(told);
  const size = (file: string) => statSync(file).size;
  const kib = (bytes: number) => `${Math.round(bytes / 1024).toLocaleString('en')} KiB`;
  const rows = [
    ['backup of a running installation', `${made.seconds.toFixed(1)} s`],
    ['archive of keys', kib(size(made.value.newest.file))],
    ['archive of data', kib(size(made.value.sealed.file))],
    ['bytes a person, both', `${Math.round((made.value.newest.bytes + made.value.sealed.bytes) / people)}`],
    ['memory of the process after it', `${Math.round(rss)} MiB`],
    [`restoration, ${destroyed} destructions done anew`, `${back.seconds.toFixed(1)} s`],
  ];
  const text = `# Backup

${people.toLocaleString('en')} people with ${valuesEach} values in one segment and one entry each, on the
embedded PostgreSQL. The restoration reads both archives through, verifies the log, fills an
empty store, takes up the log and does anew what was destroyed after the backup.
Again: \`npx tsx bench/backup.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| measured | |
|---|---|
${rows.map(([what, n]) => `| ${what} | ${n} |`).join('\n')}
`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/backup.md', text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
