import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import { openService } from '../src/system/index.ts';
import { addPerson } from '../test/person.ts';
import { machineRows, today } from './machine.ts';

/** What a person and an entry take on disk, table by table, once rows have been vacuumed. */
const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' } } });
const people = Number(values.people);
const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));

function bytesIn(path: string): number {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

interface Size {
  readonly name: string;
  readonly heap: number;
  readonly indexes: number;
  readonly rows: number;
}

try {
  const data = join(folder, 'data');
  const installation = await openInstallation({ data, unlimited: true });
  const { world } = installation;
  const text = await readFile('examples/dala-kitap.txt', 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(world, { key: 'bench', policy, text: bodyOf(text) });
  const client = new pg.Client({ connectionString: installation.databaseUrl });
  await client.connect();
  const sizes = async (): Promise<readonly Size[]> => {
    await client.query('vacuum analyze');
    const { rows } = await client.query<Size>(`
      select relname as name, pg_table_size(oid)::float8 as heap, pg_indexes_size(oid)::float8 as indexes,
        greatest(reltuples, 0)::float8 as rows
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
    return rows;
  };
  await installation.tick();
  const before = new Map((await sizes()).map((size) => [size.name, size]));
  const left = Array.from({ length: people }, (_, n) => n).values();
  const worker = async () => {
    for (const n of left)
      await addPerson(world, service.id, { email: `p${n}@bench.example`, phone: `+7701${1_000_000 + n}` });
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await installation.tick();
  const grown = (await sizes())
    .map(({ name, heap, indexes, rows }) => {
      const was = before.get(name);
      return {
        name,
        heap: heap - (was?.heap ?? 0),
        indexes: indexes - (was?.indexes ?? 0),
        rows: rows - (was?.rows ?? 0),
      };
    })
    .filter(({ heap, indexes }) => heap + indexes > 0)
    .sort((a, b) => b.heap + b.indexes - a.heap - a.indexes);
  const logFolder = bytesIn(join(data, 'log', 'bench'));
  const { rows: entries } = await client.query<{ n: number; bytes: number }>(
    'select count(*)::int as n, avg(length(leaf))::float8 as bytes from log_leaf',
  );
  await client.end();
  await installation.close();
  const many = (n: number) => Math.round(n).toLocaleString('en');
  const total = grown.reduce((sum, { heap, indexes }) => sum + heap + indexes, 0);
  const ledger = grown
    .filter(({ name }) => name.startsWith('log_'))
    .reduce((sum, one) => sum + one.heap + one.indexes, 0);
  const n = entries[0]?.n ?? 0;
  const tables = grown.map(
    ({ name, heap, indexes, rows }) =>
      `| ${name} | ${many(rows)} | ${many(heap / people)} | ${many(indexes / people)} |`,
  );
  const report = `# Bytes on disk

${many(people)} people with an e-mail address and a phone in one segment, on the embedded PostgreSQL,
after VACUUM; the log sequenced and laid out. Dead rows, write-ahead log and free space come on top.
Again: \`npx tsx bench/disk.ts\`.

| | |
|---|---|
| date | ${today()} |
${machineRows().join('\n')}

| measured | |
|---|---|
| entries in the log | ${many(n)} |
| bytes of an entry | ${many(entries[0]?.bytes ?? 0)} |
| a person in the database without the log | ${many((total - ledger) / people)} bytes |
| an entry in the database | ${many(ledger / Math.max(n, 1))} bytes |
| an entry in the folder of the public log | ${many(logFolder / Math.max(n, 1))} bytes |

| table | rows | bytes of rows, for each person | of indexes |
|---|---:|---:|---:|
${tables.join('\n')}
`;
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/disk.md', report);
  process.stdout.write(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
