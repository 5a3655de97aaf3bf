import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { newId } from '../src/base/index.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { built } from './built.ts';
import { machineRows, spread, today } from './machine.ts';
import { asked, openPeople, type People } from './people.ts';

const { GroupQueue, readForKey } = await built<typeof import('../src/system/index.ts')>('system/index');
const { pendingOf } = await built<typeof import('../src/system/entries.ts')>('system/entries');

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '7' },
    ms: { type: 'string', default: '1500' },
    out: { type: 'string', default: 'bench/results/hot-path.md' },
  },
});
const inFlight = 64;
const roundMs = Number(values.ms);

/** How often `work` is done a second, so many at a time, for one round. */
async function rateOf(work: (n: number) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  const until = startedAt + roundMs;
  let done = 0;
  let next = Math.floor(Math.random() * 1e6);
  const worker = async () => {
    while (performance.now() < until) {
      await work(next++);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return done / ((performance.now() - startedAt) / 1000);
}

/** Plain tables beside ours, asked by the same driver with prepared statements and as many connections. */
async function openPlain({ installation, ids }: People) {
  const pool = new pg.Pool({ connectionString: installation.databaseUrl, max: 16 });
  // Idle connections are told when the server stops, which is what we ask of it at the end.
  pool.on('error', () => undefined);
  await pool.query('create table plain (id uuid primary key, body jsonb not null)');
  await pool.query(
    'create table plain_log (id uuid primary key, subject uuid not null, body bytea not null)',
  );
  await pool.query('create index on plain_log (subject)');
  const body = JSON.stringify({
    full_name: 'Айгүл Сынақова',
    birth_date: '1985-05-15',
    email: 'p@x.example',
  });
  await pool.query('insert into plain select id, $2::jsonb from unnest($1::uuid[]) id', [ids, body]);
  const leaf = Buffer.alloc(420, 'x');
  return {
    read: (id: string) =>
      pool.query({ name: 'plain', text: 'select id, body from plain where id = $1', values: [id] }),
    insert: (subject: string) =>
      pool.query({
        name: 'plain-log',
        text: 'insert into plain_log (id, subject, body) values ($1, $2, $3)',
        values: [newId(Date.now(), nodeCrypto.random), subject, leaf],
      }),
    empty: () => pool.query('truncate plain_log'),
    end: () => pool.end(),
  };
}

const people = await openPeople(Number(values.people));
const plain = await openPlain(people);
const { world } = people.installation;
const some = (n: number) => people.ids[(n * 7919) % people.ids.length] as string;
const gated = async (n: number) => {
  const answer = await readForKey(world, people.key, { service: people.service, subject: some(n), ...asked });
  if (!answer.decision.allowed || answer.values['email'] === undefined)
    throw new Error(`not read: ${JSON.stringify(answer.decision)}`);
};

/** Entries of nobody, in the groups in which entries of reads go, with nothing gathered for them. */
const queue = new GroupQueue();
const place = [people, people.service.id] as const;
const entered = () =>
  new Promise<void>((resolve, reject) => {
    const entry = pendingOf(world, {
      service: people.service.id,
      ...{ kind: 'read', outcome: 'allowed', verb: 'read', actor: { role: 'key' }, channel: 'api', ...asked },
    });
    queue.join<Entering>({ place, member: { entry, resolve, reject }, run: enterAll });
  });
interface Entering {
  readonly entry: ReturnType<typeof pendingOf>;
  resolve(): void;
  reject(error: unknown): void;
}
async function enterAll(group: readonly Entering[]): Promise<void> {
  const ask = { service: people.service.id, subjects: [], keys: [] };
  const all = world.store.gather(ask, () => group.map(({ entry }) => entry));
  const failed = await all.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  for (const { resolve, reject } of group) failed ? reject(failed.error) : resolve();
}

const works = {
  plainRead: (n: number) => plain.read(some(n)),
  gatedRead: gated,
  plainInsert: (n: number) => plain.insert(some(n)),
  entry: entered,
} as const;
const rates = Object.fromEntries(Object.keys(works).map((name) => [name, [] as number[]])) as Record<
  keyof typeof works,
  number[]
>;
let rss = 0;
people.installation.start();
for (let round = -1; round < Number(values.rounds); round += 1) {
  for (const [name, work] of Object.entries(works)) {
    const rate = await rateOf(work);
    rss = Math.max(rss, process.memoryUsage.rss());
    if (round >= 0) rates[name as keyof typeof works].push(rate);
  }
  await plain.empty();
}
await plain.end();
await people.close();

const number = (n: number) => Math.round(n).toLocaleString('en');
const row = (what: string, all: readonly number[]) => {
  const { min, median, max } = spread(all);
  return `| ${what} | ${number(median)} | ${number(min)} | ${number(max)} |`;
};
const ratio = (a: readonly number[], b: readonly number[]) => {
  const { min, median, max } = spread(a.map((rate, n) => rate / (b[n] ?? Number.NaN)));
  return `${median.toFixed(3)} (${min.toFixed(3)} to ${max.toFixed(3)})`;
};
const text = `# The hot path

${inFlight} in flight, rounds of ${roundMs / 1000} s, one kind after the other in each;
${values.people} people of four values. A plain read fetches a row by its key, a plain insert writes one
of three columns with an index beside the key; both by prepared statements of the same driver over 16
connections. A gated read is decided, recorded and decrypted for an API key; nothing is merged or
remembered, each has an entry of its own on the disk before its answer. The sequencer runs all along.
All of it in one process, with PostgreSQL on the same machine.
Again: \`npm run build && npx tsx bench/hot-path.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| a second | median | least | greatest |
|---|---:|---:|---:|
${row('plain point read', rates.plainRead)}
${row('gated read', rates.gatedRead)}
${row('plain insert of a row', rates.plainInsert)}
${row('durable entry of the log', rates.entry)}

| ratio, round by round | |
|---|---|
| gated read ÷ plain read | ${ratio(rates.gatedRead, rates.plainRead)} |
| durable entry ÷ plain insert | ${ratio(rates.entry, rates.plainInsert)} |
| memory of the process | ${number(rss / 1e6)} MB |
`;
mkdirSync('bench/results', { recursive: true });
writeFileSync(values.out, text);
process.stdout.write(text);
