import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { built } from './built.ts';
import { machineRows, today } from './machine.ts';
import { asked, openPeople } from './people.ts';

/** What a person takes on the disk: 20 values, 20 entries, whatever goes with them. */
const { readForKey } = await built<typeof import('../src/system/index.ts')>('system/index');
const count = 300;
const reads = 19;
const extra = Array.from({ length: 16 }, (_, n) => [`extra_${n}`, `значение ${n}`] as const);

async function tableSizes(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  await client.query('vacuum full');
  const { rows } = await client.query<{ name: string; bytes: number }>(
    `select relname as name, pg_total_relation_size(oid)::int as bytes from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

function folderSize(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
}

async function measure(size: number) {
  const people = await openPeople(size, Object.fromEntries(extra));
  const { installation, key, service } = people;
  for (let n = 0; n < reads; n += 1) {
    const all = people.ids.map((subject) =>
      readForKey(installation.world, key, { service, subject, ...asked }),
    );
    if ((await Promise.all(all)).some(({ decision }) => !decision.allowed)) throw new Error('refused');
  }
  await installation.tick();
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  const tables = await tableSizes(client);
  await client.end();
  const files = folderSize(join(installation.data, 'log'));
  await people.close();
  return new Map([...tables, ['files of the public log', files]]);
}

const [few, many] = [await measure(50), await measure(50 + count)];
const each = [...many]
  .map(([name, bytes]) => [name, (bytes - (few.get(name) ?? 0)) / count] as const)
  .filter(([, bytes]) => bytes >= 1)
  .sort(([, a], [, b]) => b - a);
const sum = each.reduce((total, [, bytes]) => total + bytes, 0);
const row = ([what, bytes]: readonly [string, number]) =>
  `| ${what} | ${Math.round(bytes).toLocaleString('en')} |`;
const text = `# A person on the disk

20 values in one segment, a consent, and ${reads + 1} entries: of the collection and of ${reads} reads. What
${count} people more take, tables with their indexes, packed by \`vacuum full\`.
Again: \`npm run build && npx tsx bench/person-bytes.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| where | bytes a person |
|---|---:|
${[...each, ['all of it', sum] as const].map(row).join('\n')}
`;
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/person-bytes.md', text);
process.stdout.write(text);
