import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/cli/installation.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { dataOf, openSegments, openSubject } from '../../src/system/subjects.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { Attacker } from './attacker.ts';

const aigul = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};
const berik = { ...aigul, full_name: 'Берік Ахметұлы', email: 'berik@example.kz', phone: '+77010005566' };

describe('a restoration from before a destruction by term', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-backup-terms-'));
  const key = join(folder, 'secret', 'backup.key');
  const kept = join(folder, 'kept');
  const ledger = join(folder, 'ledger');
  const data = join(folder, 'data');
  let attacker: Attacker;
  let database: FreshDatabase;
  let ids: { readonly one: string; readonly two: string };
  const said: string[] = [];

  beforeAll(async () => {
    attacker = await Attacker.open('test', {
      revise: (policy) => ({
        ...policy,
        retention: [
          {
            ...{ rule: 'fixed_term', months: 1, categories: ['postal_address', 'full_name'] },
            ...{ cites: ['8.2'], origin: 'text' as const },
          },
        ],
      }),
    });
    const { world } = attacker;
    const one = await attacker.register(aigul);
    const two = await attacker.register(berik);
    ids = { one: one.id, two: two.id };
    world.wait({ days: 20 });
    await renew('Айгүл Серікқызы');
    await makeBackup(world.installation, { folder: kept, key });
    await order(two.id);
    world.wait({ days: 15 });
    await world.installation.tick();
    await orderDeletion();
    await world.checkPledges();
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
    database = await databaseOn(world.databaseUrl);
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const options = { data, databaseUrl: database.url, key, ledger, olderKeys: true };
    expect(await restore(kept, options, terminal), said.join('\n')).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await attacker?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (address: string) => {
    const { world } = attacker;
    const visitor = world.visitor();
    const asked = await visitor.post(`${world.base}/sign-in`, { address });
    const ticket = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
    const done = await visitor.post(`${world.base}/sign-in`, { ticket, code: await world.code() });
    expect(done.status, done.body).toBe(303);
    return visitor;
  };
  /** A newer name, so that of this category an earlier value alone is over. */
  async function renew(name: string): Promise<void> {
    const visitor = await signIn(aigul.email);
    const form = await visitor.post(`${attacker.world.base}/me/correct/full_name`, { value: name });
    expect(form.status, form.body).toBe(303);
  }
  /** A term of the officer's and two holds, of which one is lifted again. */
  async function order(subject: string): Promise<void> {
    const at = `/console${attacker.world.base}`;
    const officer = await attacker.world.officer();
    const term = { act: 'set', length: '90', unit: 'days', reason: 'order', note: 'Приказ № 7' };
    expect((await officer.post(`${at}/terms/phone`, term)).status).toBe(303);
    const hold = { act: 'put', category: 'postal_address', kind: 'law', basis: 'Закон о примере' };
    expect((await officer.post(`${at}/holds`, { ...hold, subject })).status).toBe(303);
    expect((await officer.post(`${at}/holds`, { ...hold, category: 'email' })).status).toBe(303);
    const { rows } = await attacker.sql.query(`select hold_id as id from hold where categories = '{email}'`);
    expect((await officer.post(`${at}/holds`, { act: 'lift', hold: rows[0].id })).status).toBe(303);
  }
  async function orderDeletion(): Promise<void> {
    const visitor = await signIn(aigul.email);
    const form = { when: 'day', confirm: 'yes' };
    expect((await visitor.post(`${attacker.world.base}/me/delete`, form)).status).toBe(303);
  }

  const look = async <T>(
    work: (held: (id: string) => Promise<ReadonlyMap<string, number>>) => Promise<T>,
  ) => {
    const now = () => attacker.world.now;
    const installation = await openInstallation({ data, databaseUrl: database.url, now });
    const { world } = installation;
    const service = attacker.world.service.id;
    try {
      return await work((id) =>
        world.store.transaction(async (tx) => {
          const subject = await openSubject(tx, world, { service, id: id as never, mode: 'look' });
          const segments = await openSegments(tx, world, subject ?? expect.fail('is gone'));
          return new Map([...dataOf(segments)].map(([category, values]) => [category, values.length]));
        }),
      );
    } finally {
      await installation.close();
    }
  };
  const rows = async (text: string) => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  it('destroys the values again before anything opens, and no others', async () => {
    expect(existsSync(join(data, 'keys'))).toBe(true);
    await look(async (held) => {
      expect(Object.fromEntries(await held(ids.one))).toEqual({
        birth_date: 1,
        email: 1,
        phone: 1,
        full_name: 1,
      });
      // Held since: the address stays, the name is gone.
      const two = Object.fromEntries(await held(ids.two));
      expect(two).toEqual({ birth_date: 1, email: 1, phone: 1, postal_address: 1 });
    });
    expect(said.join('\n')).toContain('destroyed again 3');
    const gone = await rows('select subject_id as subject, category, cause from destroyed_value order by 2');
    expect(gone.map(({ subject, category, cause }) => [subject, category, cause])).toEqual([
      [ids.two, 'full_name', 'term-over'],
      [ids.one, 'postal_address', 'term-over'],
    ]);
  });

  it('knows the terms, the holds and the demands for deletion of after it', async () => {
    const terms = await rows('select category, days, reason from category_term');
    expect(terms).toEqual([{ category: 'phone', days: 90, reason: 'restored' }]);
    const holds = await rows(
      'select subject_id as subject, categories, kind from hold where lifted_at is null',
    );
    expect(holds).toEqual([{ subject: ids.two, categories: ['postal_address'], kind: 'law' }]);
    expect(await rows('select subject_id as subject from deletion')).toEqual([{ subject: ids.one }]);
  });
});
