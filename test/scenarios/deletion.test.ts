import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutDeletions } from '../../src/system/index.ts';
import { Attacker } from './attacker.ts';

const aigul = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.j4@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};
const berik = {
  full_name: 'Берік Ахметұлы',
  birth_date: '1979-03-20',
  email: 'berik.j4@example.kz',
  phone: '+77010005566',
};

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('deleting one’s account', () => {
  let attacker: Attacker;
  let base: string;
  let one: Awaited<ReturnType<Attacker['register']>>;
  let two: Awaited<ReturnType<Attacker['register']>>;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    one = await attacker.register(aigul);
    two = await attacker.register(berik);
  });
  afterAll(() => attacker?.close());

  const sql = async (text: string, ...values: unknown[]) => (await attacker.sql.query(text, values)).rows;
  /** The person at another device, signed in by a code. */
  const signIn = async (address: string) => {
    const visitor = attacker.world.visitor();
    const asked = await visitor.post(`${base}/sign-in`, { address });
    const ticket = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
    const done = await visitor.post(`${base}/sign-in`, { ticket, code: await attacker.world.code() });
    expect(done.status, done.body).toBe(303);
    return visitor;
  };
  /** The text of the newest message of a kind, as the officer reads it. */
  const message = async (template: string) => {
    const officer = await attacker.world.officer();
    const [row] = await sql(
      'select message_id as id from message where template = $1 order by message_id desc limit 1',
      template,
    );
    return (await officer.get(`/console${base}/outbox/${row.id}`)).body;
  };
  const due = async () => plain((await (await attacker.world.officer()).get(`/console${base}/due`)).body);

  it('shows beforehand what goes and what stays, and needs the password and a yes', async () => {
    const page = plain((await one.visitor.get(`${base}/me/delete`)).body);
    expect(page).toMatch(/Исчезнет.*Почтовый адрес|Исчезнет.*почтовый адрес/);
    expect(page).toContain('Записи журнала без самих данных');
    expect(page).toContain('Через сутки');
    const unsure = await one.visitor.post(`${base}/me/delete`, { when: 'now' });
    expect(unsure.status).toBe(422);
    expect(unsure.body).toMatch(/value="now"[^>]*checked|checked[^>]*value="now"/);
    expect((await one.visitor.post(`${base}/me/delete`, { when: 'later', confirm: 'yes' })).status).toBe(400);
    const stale = await signIn(aigul.email);
    attacker.world.wait({ minutes: 11 });
    const unproved = await stale.post(`${base}/me/delete`, { when: 'day', confirm: 'yes' });
    expect([unproved.status, unproved.location]).toEqual([303, expect.stringContaining('/me/prove')]);
    expect(await sql('select from deletion')).toEqual([]);
  });

  it('waits a day, in which it can be taken back without a password', async () => {
    const { world } = attacker;
    const visitor = await signIn(aigul.email);
    const twice = [1, 2].map(() => visitor.post(`${base}/me/delete`, { when: 'day', confirm: 'yes' }));
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([303, 303]);
    expect((await sql('select from deletion')).length).toBe(1);
    expect(plain((await visitor.get(`${base}/me`)).body)).toContain('Учётная запись будет удалена');
    expect(await due()).toContain('Будет удалена');
    const link = /\/act\/([0-9a-f-]{36})\?t=([\w.-]+)/.exec(await message('account-deletion'));
    const act = await world.visitor().get(`${base}/act/${link?.[1]}?t=${link?.[2]}`);
    expect([act.status, plain(act.body).includes('Акта ещё нет')]).toEqual([404, true]);

    world.wait({ minutes: 23 * 60 });
    await world.installation.tick();
    const back = await signIn(aigul.email);
    world.wait({ minutes: 15 });
    expect((await back.post(`${base}/me/delete`, { act: 'undo' })).location).toBe(`${base}/me`);
    expect((await back.post(`${base}/me/delete`, { act: 'undo' })).status).toBe(303);
    world.wait({ days: 2 });
    await world.installation.tick();
    expect(await signIn(aigul.email)).toBeDefined();
    const { rows } = await attacker.sql.query(`select from ticket where purpose = 'act'`);
    expect(rows).toEqual([]);
    await world.checkPledges();
  });

  it('is held up by a block, late after one working day, and red on the board until it is done', async () => {
    const { world } = attacker;
    const visitor = await signIn(aigul.email);
    const words = { kind: 'block_restrict', words: 'Данные собраны без моего ведома.' };
    expect((await visitor.post(`${base}/me/requests`, words)).status).toBe(303);
    const asked = await visitor.post(`${base}/me/delete`, { when: 'day', confirm: 'yes' });
    expect(asked.status).toBe(303);
    const [row] = await sql('select request_id as id from request order by request_id desc limit 1');
    const block = `/console${base}/requests/${row.id}/block`;
    expect((await (await world.officer()).post(block, { act: 'block' })).status).toBe(303);
    world.wait({ days: 2 });
    await world.installation.tick();
    expect((await sql('select from deletion')).length).toBe(1);
    world.wait({ days: 4 });
    await world.installation.tick();
    expect(await due()).toContain('Просрочено');
    const home = plain((await (await world.officer()).get('/console')).body);
    expect(home).toContain('Удаление просрочено 1');
    const red = await world.prove();
    expect(red.counts.broken).toBeGreaterThan(0);
    const lifted = await (await world.officer()).post(block, { act: 'lift', reason: 'put-right' });
    expect(lifted.status, lifted.body).toBe(303);
  });

  it('is carried out once, also when two do it, and leaves nothing', async () => {
    const { world } = attacker;
    await world.installation.tick();
    const mail = await message('account-deletion').catch(() => '');
    expect(mail).toBe('');
    const inner = world.installation.world;
    const faults: Error[] = [];
    const both = [1, 2].map(() => carryOutDeletions(inner, (error) => faults.push(error)));
    expect((await Promise.all(both)).concat(faults as never)).toEqual([0, 0]);
    // Nobody has the address any more: no code goes out to it.
    await world.visitor().post(`${base}/sign-in`, { address: aigul.email });
    expect(await sql(`select from message where template = 'sign-in-code'`)).toEqual([]);
    const rows = await world.readable();
    expect(rows).toEqual([]);
    for (const table of [
      'subject',
      'subject_key',
      'segment',
      'blind_index',
      'consent',
      'entry_link',
      'message',
    ])
      expect(await sql(`select from ${table} where subject_id = $1`, one.id), table).toEqual([]);
    for (const table of ['request', 'block', 'deletion', 'destroyed_value', 'hold', 'session', 'visit'])
      expect(await sql(`select from ${table} where subject_id = $1`, one.id), table).toEqual([]);
    expect((await sql('select from subject where subject_id = $1', two.id)).length).toBe(1);
    await world.checkPledges();
  });

  it('ends with the act behind the link that was sent, and a log that names nobody', async () => {
    const { world } = attacker;
    const visitor = await signIn(berik.email);
    const asked = await visitor.post(`${base}/me/delete`, { when: 'day', confirm: 'yes' });
    expect(asked.status).toBe(303);
    const link = /\/act\/([0-9a-f-]{36})\?t=([\w.-]+)/.exec(await message('account-deletion'));
    const [, act, token] = link ?? [];
    world.wait({ days: 1, minutes: 1 });
    await world.installation.tick();
    expect((await visitor.get(`${base}/me`)).status).toBe(303);
    const page = await world.visitor().get(`${base}/act/${act}?t=${token}`);
    expect(page.status).toBe(200);
    expect(plain(page.body)).toMatch(/Акт об уничтожении.*ключи субъекта 1/);
    expect((await world.visitor().get(`${base}/act/${act}?t=${token}x`)).status).toBe(404);
    const folder = join(world.folder, 'log', 'test');
    const log = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');
    for (const id of [one.id, two.id]) expect(log).not.toContain(id);
    await world.checkPledges();
  });
});
