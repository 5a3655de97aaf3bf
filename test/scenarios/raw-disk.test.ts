import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { base64Of, type Id } from '../../src/base/index.ts';
import { keysPath, openInstallation } from '../../src/cli/installation.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../../src/reader/index.ts';
import { openService, turnEpoch } from '../../src/system/index.ts';
import { speakerOf } from '../../src/words/index.ts';
import { draftsIn, rawFiles, wrappedIn } from '../raw-keys.ts';
import { TestWorld } from '../world.ts';
import { exampleText } from './liar.ts';

const folder = mkdtempSync(join(tmpdir(), 'kepil-disk-'));
const clock = { at: Date.parse('2026-11-20T10:00:00+05:00') };
let world: TestWorld;
let sql: pg.Client;

beforeAll(async () => {
  const faults: Error[] = [];
  const place = { data: folder, now: () => clock.at++, unlimited: true };
  const installation = await openInstallation({ ...place, onFault: (error) => faults.push(error) });
  const text = exampleText();
  const reading = readText(text, { name: 'policy.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(installation.world, { key: 'test', policy, text: bodyOf(text) });
  await installation.settle(service);
  const { databaseUrl } = installation;
  world = new TestWorld({
    ...{ installation, service, databaseUrl, folder, clock, faults },
    drop: async () => undefined,
  });
  sql = new pg.Client({ connectionString: databaseUrl });
  sql.on('error', () => undefined);
  await sql.connect();
}, 60_000);

afterAll(async () => {
  await sql?.end();
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ru = speakerOf('ru', 'Asia/Almaty');
const textOf = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

const ring = () => world.installation.world.keys.service(world.service.id);

it('no file of the disk holds a key of the destroyed that opens once their epoch has ended', async () => {
  const visitor = world.visitor();
  const started = await world.fill(visitor, {
    full_name: 'Айгүл Жақыпова',
    birth_date: '1985-05-15',
    email: 'aigul@example.kz',
    phone: '+77010001122',
    postal_address: 'Алматы, улица Придуманная, 12',
  });
  const draft = (/name="draft"[^>]*value="([0-9a-f-]{36})"/.exec(started.body)?.[1] ?? '') as Id;
  const waiting = await sql.query('select length(sealed) as n from draft where draft_id = $1', [draft]);
  const done = await visitor.post(`${world.base}/confirm`, { draft, code: await world.code() });
  expect(done.status, done.body).toBe(303);
  const { rows } = await sql.query(`select subject_id as id from subject where kind = 'user'`);
  const of = { service: world.service.id, subject: rows[0].id as Id, ring: ring() };
  const registration = { draft, length: Number(waiting.rows[0].n), ring: ring() };
  await sql.query('checkpoint');

  const gone = await visitor.post(`${world.base}/me/delete`, { confirm: 'yes' });
  expect(gone.status, gone.body).toBe(303);
  await world.installation.tick();
  const shown = async () => textOf((await visitor.get(gone.location ?? '')).body);
  const [row] = (await sql.query('select recoverable_until as at from destruction_act')).rows;
  expect(await shown()).toContain(
    `Остатки на диске До ${ru.time(Number(row.at))} их мог бы открыть лишь тот`,
  );
  expect(Number(row.at)).toBeGreaterThan(world.now + 29 * 86_400_000);

  // The thief with key file and disk: what the act says is so.
  const before = rawFiles(folder);
  expect(wrappedIn(before, of).open).toBeGreaterThan(0);
  expect(draftsIn(before, registration)).toBeGreaterThan(0);
  const secret = ring().epochKey(1).slice();
  const sealed = JSON.parse(readFileSync(keysPath({ data: folder }), 'utf8')).services[world.service.id];
  const [text] = Object.values<string>(sealed.epochs);

  const { ended } = await turnEpoch(world.installation.world, world.service.id);
  expect(ended).toBe(true);
  const after = rawFiles(folder);
  const left = wrappedIn(after, of);
  expect(left.found).toBeGreaterThan(0);
  expect(left.open).toBe(0);
  expect(draftsIn(after, registration)).toBe(0);
  for (const file of after) {
    expect(file.includes(Buffer.from(secret))).toBe(false);
    expect(file.includes(base64Of(secret))).toBe(false);
    expect(file.includes(String(text))).toBe(false);
  }
  const [over] = (await sql.query('select recoverable_until as at from destruction_act')).rows;
  expect(Number(over.at)).toBeLessThan(Number(row.at));
  expect(Number(over.at)).toBeLessThanOrEqual(world.now);
  expect(await shown()).toContain(`Остатки на диске С ${ru.time(Number(over.at))} их не откроет никто`);
}, 120_000);
