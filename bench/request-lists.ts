import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newId } from '../src/base/index.ts';
import { openInstallation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import type { RequestAsk } from '../src/store/index.ts';
import { machineRows, today } from './machine.ts';

/** How long lists, counts and searches of the rights desk take with 100,000 requests, 10,000 of them open. */
const total = 100_000;
const rounds = 41;

const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
const installation = await openInstallation({ data: join(folder, 'data') });
const { store } = installation.world;
const service = newId(Date.now(), nodeCrypto.random);
const client = new pg.Client({ connectionString: installation.databaseUrl });
await client.connect();
await client.query(
  `insert into request (service_id, subject_id, request_id, kind, state, channel, identity, received_at,
     entered_at, due_on, closed_at, sealed)
   select $1, gen_random_uuid(), gen_random_uuid(), (array['copy','correct','object','delete'])[1 + n % 4],
     case when n % 100 = 0 then 'waiting' when n % 10 = 0 then 'open'
          when n % 3 = 0 then 'refused' else 'done' end,
     (array['cabinet','letter','phone'])[1 + n % 3], 'signed-in', 1767225600000 + n * 250000::bigint,
     1767225600000 + n * 250000::bigint, date '2026-01-05' + (n / 345),
     case when n % 10 = 0 then null else 1 end,
     '\\x00' from generate_series(1, $2::int) n`,
  [service, total],
);
await client.query('vacuum analyze request');

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - began);
  }
  return median(times);
}
const list = (ask: RequestAsk) => store.transaction((tx) => tx.requests.list(service, ask));
const middle = async (ask: RequestAsk) => (await list({ ...ask, limit: 5_000 })).at(-1)?.id ?? '';

const open: RequestAsk = { state: 'open', limit: 50 };
const all: RequestAsk = { state: 'all', limit: 50 };
const [deepOpen, deepAll] = [await middle(open), await middle(all)];
const one = (await list({ state: 'all', limit: 1 }))[0];
if (!one) throw new Error('no requests');
const day = { from: one.receivedAt - 43_200_000, to: one.receivedAt + 43_200_000 };
const works: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['open, first page', () => list(open)],
  ['open, after 5,000', () => list({ ...open, after: deepOpen })],
  ['all, first page', () => list(all)],
  ['all, after 5,000', () => list({ ...all, after: deepAll })],
  [
    'late, of one kind, by letter',
    () => list({ ...open, dueBefore: '2026-06-01', kind: 'copy', channel: 'letter' }),
  ],
  ['counts', () => store.transaction((tx) => tx.requests.count(service, '2026-06-01'))],
  [
    'by number',
    () => store.transaction((tx) => tx.requests.byEnding(service, { ...day, ending: one.id.slice(-5) })),
  ],
];
const rows: string[] = [];
for (const [name, work] of works) rows.push(`| ${name} | ${(await timed(work)).toFixed(2)} |`);
await client.end();
await installation.close();
rmSync(folder, { recursive: true });

const text = [
  '# Lists of requests',
  '',
  `${total.toLocaleString('en')} requests of one service, a tenth open; medians of ${rounds - 1} rounds.`,
  'Again: `npm run build && npx tsx bench/request-lists.ts`.',
  '',
  ...['| | |', '|---|---|', `| date | ${today()} |`, ...machineRows(), ''],
  '| what | ms |',
  '|---|---:|',
  ...rows,
  '',
].join('\n');
writeFileSync(join(import.meta.dirname, 'results', 'request-lists.md'), text);
process.stdout.write(text);
