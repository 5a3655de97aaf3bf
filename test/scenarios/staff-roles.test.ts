import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';
import { openWorld, type Reply, type TestWorld, type Visitor } from '../world.ts';
import { aigul, dauren, exampleText } from './liar.ts';

const words = 'Прошу больше не звонить мне по вечерам';

describe('roles at work', () => {
  let world: TestWorld;
  let sql: pg.Client;
  let desk: string;
  let subject: string;
  let request: string;
  let strange: string;
  let person: Visitor;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    desk = `/console${world.base}`;
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
    person = (await world.register(aigul)).visitor;
    subject = (await idOf("select subject_id as id from subject where kind = 'user'"))[0] as string;
    const other = (await world.register(dauren)).visitor;
    for (const visitor of [person, other]) {
      const form = { kind: 'object', words };
      expect((await visitor.post(`${world.base}/me/requests`, form)).status).toBe(303);
    }
    const requests = "select request_id as id from request where state = 'open' and subject_id";
    request = (await idOf(`${requests} = '${subject}'`))[0] as string;
    strange = (await idOf(`${requests} <> '${subject}'`))[0] as string;
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  const idOf = async (query: string): Promise<readonly string[]> =>
    (await sql.query(query)).rows.map(({ id }) => id);
  const hired = async (name: string, ...roles: readonly string[]) =>
    (
      await world.staff(
        name,
        roles.map((role) => `${world.service.key}:${role}`),
      )
    ).visitor;
  const read = (by: Visitor, form: Readonly<Record<string, string | readonly string[]>>) =>
    by.post(`${desk}/subjects/${subject}`, { purpose: 'subject_rights', category: 'email', ...form });

  /** The newest entry about the person, of that kind if one is named. */
  async function newest(kind?: Entry['kind']): Promise<Entry> {
    const { rows } = await sql.query(
      `select leaf from entry_pending where subject_id = $1
       union all select l.leaf from entry_link e join log_leaf l using (service_id, entry_id)
       where e.subject_id = $1`,
      [subject],
    );
    const entries = rows.flatMap(({ leaf }) => decodeEntry(leaf) ?? []);
    const asked = entries.filter((entry) => kind === undefined || entry.kind === kind);
    return asked.sort((a, b) => (a.id < b.id ? 1 : -1))[0] as Entry;
  }

  function expectNothingOf(reply: Reply, status: number): void {
    expect(reply.status).toBe(status);
    for (const value of [aigul.email, aigul.phone, aigul.full_name, words])
      expect(reply.body).not.toContain(value);
  }

  describe('of support', () => {
    let support: Visitor;
    beforeAll(async () => {
      support = await hired('Сауле Поддержкина', 'support');
    });

    it('finds a person by their exact address, and the person sees it', async () => {
      expect((await support.get(`${desk}/subjects`)).body).not.toContain(subject);
      const found = await support.post(`${desk}/subjects`, { address: aigul.email as string });
      expect(found.location).toBe(`${desk}/subjects/${subject}`);
      expect(await newest()).toMatchObject({
        kind: 'use',
        outcome: 'allowed',
        actor: { role: 'support' },
        purpose: 'subject_rights',
        categories: ['email'],
      });
      const mine = await person.get(`${world.base}/me/readers`);
      expect(mine.body).toContain('Поддержка: использование данных');
      expect(mine.body).toContain('Сотрудник нашёл запись по точному адресу.');
    });

    it('sees neither consents nor entries of a person, only what serves an open request', async () => {
      const { body } = await support.get(`${desk}/subjects/${subject}`);
      expect(body).toContain(`value="${request}"`);
      expect(body).not.toContain('value="birth_date"');
      expect(body).not.toContain('value="provide_service"');
      expect(body).not.toContain('Записи');
    });

    it('reads a contact for a request of that person', async () => {
      const reply = await read(support, { matter: request });
      expect(reply.status).toBe(200);
      expect(reply.body).toContain(aigul.email);
      expect(await newest()).toMatchObject({ kind: 'read', actor: { role: 'support' }, matter: request });
    });

    it.each([
      ['without a request', {}, 'Не указано обращение'],
      ['for a request of somebody else', { matter: 'strange' }, 'нет такого открытого обращения'],
      ['of other data', { matter: 'request', category: 'birth_date' }, 'Эти данные роли недоступны'],
      ['for another purpose', { matter: 'request', purpose: 'provide_service' }, 'не входит в полномочия'],
    ])('is refused a read %s, and the entry names the role', async (_what, form, said) => {
      const known: Readonly<Record<string, string>> = { request, strange };
      const { matter, ...more } = form as Record<string, string>;
      const named = matter === undefined ? {} : { matter: known[matter] as string };
      const reply = await read(support, { ...more, ...named });
      expectNothingOf(reply, 403);
      expect(reply.body).toContain(said);
      expect(await newest()).toMatchObject({ outcome: 'refused', actor: { role: 'support' } });
    });

    it('opens no message and no other place', async () => {
      const [message] = await idOf('select message_id as id from message');
      for (const place of [`outbox/${message}`, 'outbox', 'board', 'approve', 'versions', 'ledger', 'keys'])
        expectNothingOf(await support.get(`${desk}/${place}`), 403);
      const home = await support.get('/console');
      expect(home.body).toContain('Ваши роли здесь: Поддержка.');
      expect(home.body).not.toContain('/keys');
    });

    it('answers a request but does not refuse it', async () => {
      const path = `${desk}/requests/${strange}`;
      const page = await support.get(path);
      expect(page.body).toContain(words);
      expect(page.body).not.toContain('value="refused"');
      const refusal = await support.post(path, {
        outcome: 'refused',
        ground: 'unfounded',
        answer: 'Нет',
      });
      expect(refusal.status).toBe(403);
      expect(refusal.body).toContain('Отказать в обращении ваша роль не может');
      expect((await support.post(path, { outcome: 'done', answer: 'Больше не позвоним' })).status).toBe(303);
      const closed = await sql.query('select state from request where request_id = $1', [strange]);
      expect(closed.rows).toEqual([{ state: 'done' }]);
    });
  });

  it('of an approver are the policy and decisions on requests, not people', async () => {
    const approver = await hired('Ержан Уполномоченный', 'approver');
    for (const place of ['board', 'approve', 'versions', 'requests'])
      expect((await approver.get(`${desk}/${place}`)).status, place).toBe(200);
    expect((await approver.get(`${desk}/requests/${request}`)).body).toContain(words);
    expect(await newest()).toMatchObject({ kind: 'read', actor: { role: 'approver' } });
    expectNothingOf(await approver.post(`${desk}/subjects`, { address: aigul.email as string }), 403);
    expectNothingOf(await read(approver, { matter: request }), 403);
    for (const place of ['subjects', 'outbox', 'ledger', 'keys'])
      expect((await approver.get(`${desk}/${place}`)).status, place).toBe(403);
  });

  it('of an analyst are the board and figures', async () => {
    const analyst = await hired('Асем Аналитикова', 'analyst');
    expect((await analyst.get(`${desk}/board`)).status).toBe(200);
    const home = await analyst.get('/console');
    expect(home.body).toContain('Субъектов');
    expect(home.body).not.toContain(`${desk}/requests`);
    for (const place of [
      'requests',
      `requests/${request}`,
      'subjects',
      `subjects/${subject}`,
      'outbox',
      'ledger',
    ])
      expectNothingOf(await analyst.get(`${desk}/${place}`), 403);
    expectNothingOf(await read(analyst, { matter: request }), 403);
  });

  it('of a marketer are messages that advertise, of which there are none', async () => {
    const marketer = await hired('Тимур Рекламов', 'marketer');
    const list = await marketer.get(`${desk}/outbox`);
    expectNothingOf(list, 200);
    expect(list.body).toContain('Рекламных сообщений ещё не было');
    const [message] = await idOf('select message_id as id from message');
    expectNothingOf(await marketer.get(`${desk}/outbox/${message}`), 403);
    expectNothingOf(await read(marketer, { matter: request }), 403);
  });

  it('of a moderator are none while there is nothing to moderate', async () => {
    const moderator = await hired('Жанар Модераторова', 'moderator');
    const home = await moderator.get('/console');
    expect(home.body).toContain('Для ваших ролей здесь пока нет работы');
    expect((await moderator.get(desk)).location).toBe('/console');
    expectNothingOf(await read(moderator, { matter: request, purpose: 'moderation' }), 403);
  });

  it('of an administrator are the log and keys, and no data', async () => {
    const admin = await hired('Нурлан Админов', 'admin');
    const ledger = await admin.get(`${desk}/ledger`);
    expect(ledger.status).toBe(200);
    expect(ledger.body).not.toContain('Субъект:');
    const issue = { name: 'к себе', purpose: 'provide_service', category: 'email', days: '1' };
    const issued = await admin.post(`${desk}/keys`, issue);
    expect(issued.status).toBe(403);
    expect(issued.body).toContain('Выдавать ключи доступа ваша роль не может');
    const officer = await world.officer();
    const good = { name: 'учёт', purpose: 'support', category: 'email', days: '1' };
    expect((await officer.post(`${desk}/keys`, good)).status).toBe(200);
    const [key] = await idOf('select key_id as id from api_key');
    expect((await admin.post(`${desk}/keys`, { revoke: key as string })).status).toBe(303);
    const left = await sql.query('select from api_key where revoked_at is null');
    expect(left.rows).toEqual([]);
    for (const place of ['subjects', `subjects/${subject}`, 'requests', 'outbox', 'approve'])
      expectNothingOf(await admin.get(`${desk}/${place}`), 403);
    expectNothingOf(await read(admin, { matter: request }), 403);
  });

  it('of somebody with two are used one at a time, the narrowest that serves', async () => {
    const both = await hired('Дана Двуролева', 'officer', 'support');
    expect((await read(both, { matter: request })).status).toBe(200);
    expect((await newest()).actor.role).toBe('support');
    const whole = { matter: request, category: ['email', 'birth_date'] };
    expect((await read(both, whole)).status).toBe(200);
    expect((await newest()).actor.role).toBe('officer');
    const refused = await both.post(`${desk}/requests/${request}`, {
      outcome: 'refused',
      ground: 'unfounded',
      answer: 'Нет',
    });
    expect(refused.status).toBe(303);
    expect(await newest('answer')).toMatchObject({ actor: { role: 'officer' }, matter: request });
    await world.checkPledges();
  });
});
