import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/cli/installation.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { Attacker } from './attacker.ts';
import { carrier, register } from './handing.ts';
import { aigul, dauren, putInForce } from './liar.ts';

/** A decision of representatives, prepared by the officer and signed by an approver. */
async function decide(world: Attacker['world']): Promise<void> {
  const desk = `/console${world.base}/mandates`;
  const form = { act: 'propose', verb: 'read', purpose: 'support', category: 'email', untilOn: '2027-01-31' };
  const proposed = await (await world.officer()).post(desk, form);
  expect(proposed.status, proposed.body).toBe(303);
  const { visitor } = await world.staff('Дана Подписывающая', [`${world.service.key}:approver`]);
  const id = /name="id" value="([0-9a-f-]{36})"/.exec((await visitor.get(desk)).body)?.[1] ?? '';
  expect((await visitor.post(desk, { act: 'sign', id })).status).toBe(303);
}

describe('a restoration from before a disclosure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-handed-'));
  let attacker: Attacker;
  let database: FreshDatabase;
  let people: Awaited<ReturnType<Attacker['register']>>[];
  let card: string;
  const data = join(folder, 'data');

  beforeAll(async () => {
    attacker = await Attacker.open();
    const { world } = attacker;
    await putInForce(world);
    people = [await attacker.register(aigul), await attacker.register(dauren)];
    card = await register(world);
    const officer = await world.officer();
    const hand = async (id = '') => {
      const form = { recipient: card, purpose: 'order_delivery', category: carrier.category };
      const handed = await officer.post(`/console${world.base}/subjects/${id}/hand-on`, form);
      expect(handed.status, handed.body).toBe(200);
    };
    for (const { visitor } of people) {
      const agreed = await visitor.post(`${world.base}/me/recipients`, { box: `to.${card}.1`, agree: 'yes' });
      expect(agreed.status, agreed.body).toBe(303);
    }
    await hand(people[1]?.id);
    await decide(world);
    const [first, key] = [join(folder, 'first'), join(folder, 'secret', 'backup.key')];
    await makeBackup(world.installation, { folder: first, key });
    await hand(people[0]?.id);
    expect((await people[1]?.visitor.post(`${world.base}/me/recipients`, { stop: 'yes' }))?.status).toBe(303);
    const closed = await officer.post(`/console${world.base}/recipients/${card}`, { act: 'close' });
    expect(closed.status).toBe(303);
    const [{ mandate_id: id }] = (await attacker.sql.query('select mandate_id from mandate')).rows;
    const ended = await officer.post(`/console${world.base}/mandates`, { act: 'end', id });
    expect(ended.status).toBe(303);
    await world.installation.tick();
    const ledger = join(folder, 'ledger');
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
    database = await databaseOn(world.databaseUrl);
    const said: string[] = [];
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const code = await restore(first, { data, databaseUrl: database.url, key, ledger }, terminal);
    expect(code, said.join('\n')).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await attacker?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(query)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  it('records it again from its entry, with the notice still due', async () => {
    const again = `select * from disclosure where subject_id = '${people[0]?.id}'`;
    const [row = {}, ...more] = await rows(again);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{ recipient_id: card, recipient_version: 1, kind: 'delivery_services', purpose: 'order_delivery' },
      ...{ categories: ['full_name', 'phone'], package_sha256: null, notified_at: null },
    });
  });

  it('tells the recipient again to stop, and closes it again', async () => {
    const orders = await rows('select kind, recipient_id, packages from recipient_order');
    const held = await rows(`select disclosure_id from disclosure where subject_id = '${people[1]?.id}'`);
    expect(orders).toEqual([
      { kind: 'stop', recipient_id: card, packages: held.map(({ disclosure_id }) => disclosure_id) },
    ]);
    expect(await rows('select version, ended from recipient order by version')).toEqual([
      { version: 1, ended: false },
      { version: 2, ended: true },
    ]);
  });

  it('ends the decision of a representative again', async () => {
    const [row = {}, ...more] = await rows('select signed_at, ended_at from mandate');
    expect(more).toEqual([]);
    expect(row.signed_at).not.toBeNull();
    expect(row.ended_at).not.toBeNull();
  });

  it('keeps every pledge', async () => {
    const now = () => attacker.world.now;
    const installation = await openInstallation({ data, databaseUrl: database.url, now });
    const board = await installation.boards.prove(attacker.world.service);
    const broken = board.clauses.flatMap(({ pledges }) => pledges.filter(({ state }) => state === 'broken'));
    expect(broken.map(({ pledge }) => pledge.id)).toEqual([]);
    await installation.close();
  });
});
