import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry } from '../../src/ledger/index.ts';
import { grantFields, linkIn, openWorld, type TestWorld, type Visitor } from '../world.ts';
import { exampleText } from './liar.ts';

const staffPath = '/console/staff';
const hidden = (body: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ?? '';

describe('the staff of an installation', () => {
  let world: TestWorld;
  let admin: Visitor;
  let sql: pg.Client;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    admin = await world.officer();
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  const here = (role: string) => `${world.service.key}:${role}`;
  const count = async (table: string) =>
    Number((await sql.query(`select count(*) as n from ${table}`)).rows[0].n);
  const person = (id: string) => `${staffPath}/${id}`;

  /** Entries about one of the staff, oldest first, as they stand in the log of the house. */
  async function entriesAbout(id: string) {
    const { rows } = await sql.query(
      `select leaf from entry_pending where subject_id = $1
       union all select l.leaf from entry_link e join log_leaf l using (service_id, entry_id)
       where e.subject_id = $1`,
      [id],
    );
    const entries = rows.flatMap(({ leaf }) => decodeEntry(leaf) ?? []);
    return entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  it('begins with one person who is administrator and officer of everything, and is told so', async () => {
    const { rows } = await sql.query('select role from staff order by role');
    expect(rows.map(({ role }) => role)).toEqual(['admin', 'officer']);
    const list = await admin.get(staffPath);
    expect(list.body).toContain('Гульнара Сейткали');
    expect(list.body).toContain('Все сервисы: Администратор и Ответственное лицо');
    expect(list.body).toContain('Кроме вас, здесь никого нет');
  });

  it('shows the link of an invitation once, and lets whoever holds it set their own password', async () => {
    const invited = await world.invite('Санжар Омаров', 'sanzhar@kepil.example', [here('support')]);
    const token = linkIn(invited.body);
    expect(token).not.toBe('');
    expect(linkIn((await admin.get(staffPath)).body)).toBe('');
    const page = await world.visitor().get(`/console/set-up?token=${token}`);
    expect(page.body).toContain('sanzhar@kepil.example');
    expect(page.body).toContain('Поддержка');
    const form = { token, name: 'Другой', email: 'other@kepil.example' };
    const short = await world.visitor().post('/console/set-up', { ...form, password: 'коротко' });
    expect(short.status).toBe(422);
    const visitor = await world.setUp({ ...form, password: 'девять белых яблонь у реки' });
    expect((await visitor.get(`/console${world.base}/requests`)).status).toBe(200);
    expect((await admin.get(staffPath)).body).not.toContain('other@kepil.example');
    const again = await world.visitor().get(`/console/set-up?token=${token}`);
    expect(again.status).toBe(410);
  });

  it.each([
    { what: 'no name', more: { name: ' ' }, said: 'Это поле обязательно' },
    { what: 'no address', more: { email: 'nobody' }, said: 'почт' },
    { what: 'no role', grants: [], said: 'Не выбрана ни одна роль' },
    { what: 'a role there is not', grants: ['_house:support'], said: 'Такой роли здесь дать нельзя' },
    { what: 'a service there is not', grants: ['nowhere:support'], said: 'Такой роли здесь дать нельзя' },
    {
      what: 'an address of the staff',
      more: { email: 'OFFICER@kepil.example' },
      said: 'Сотрудник с такой почтой уже есть',
    },
  ])('invites nobody with $what', async ({ more = {}, grants = [here('support')], said }) => {
    const before = [await count('staff_member'), await count('ticket'), await count('staff')];
    const form = { name: 'Имя Фамилия', email: 'new@kepil.example', ...more, ...grantFields(grants) };
    const reply = await admin.post(staffPath, form);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(said);
    expect([await count('staff_member'), await count('ticket'), await count('staff')]).toEqual(before);
  });

  it('changes roles at once, and not those that changed meanwhile', async () => {
    const { visitor, id } = await world.staff('Динара Ахметова', [here('analyst')]);
    expect((await visitor.get(`/console${world.base}/requests`)).status).toBe(403);
    const one = await admin.get(person(id));
    const two = await admin.get(person(id));
    const send = (page: typeof one, grants: readonly string[]) =>
      admin.post(person(id), { act: 'roles', was: hidden(page.body, 'was'), ...grantFields(grants) });
    expect((await send(one, [here('support'), here('marketer')])).status).toBe(303);
    expect((await visitor.get(`/console${world.base}/requests`)).status).toBe(200);
    expect((await visitor.get(`/console${world.base}/board`)).status).toBe(403);
    const stale = await send(two, ['_house:admin']);
    expect(stale.status).toBe(409);
    expect(stale.body).toContain('Пока вы смотрели, роли изменили');
    const { rows } = await sql.query('select role from staff where subject_id = $1 order by role', [id]);
    expect(rows.map(({ role }) => role)).toEqual(['marketer', 'support']);
    expect((await send(await admin.get(person(id)), [])).status).toBe(422);
    const changed = (await entriesAbout(id))
      .filter(({ kind, matter }) => kind === 'staff' && matter === world.service.id)
      .at(-1);
    expect(changed).toMatchObject({ kind: 'staff', actor: { role: 'admin' } });
    expect([...(changed?.because ?? [])].sort()).toEqual([
      'role-given-marketer',
      'role-given-support',
      'role-taken-analyst',
    ]);
  });

  it('lets nobody change their own roles or access', async () => {
    const { rows } = await sql.query("select distinct subject_id as id from staff where role = 'officer'");
    const me = person(rows[0].id);
    const page = await admin.get(me);
    expect(page.body).toContain('Свои роли и доступ вы не меняете');
    expect(page.body).not.toContain('name="act"');
    for (const form of [
      { act: 'roles', was: '', ...grantFields(['_house:admin', here('moderator')]) },
      { act: 'end', confirm: 'yes' },
      { act: 'sign-out' },
      { act: 'again' },
    ]) {
      const reply = await admin.post(me, form);
      expect(reply.status, form.act).toBe(403);
      expect(reply.body).toContain('Свои роли и доступ менять нельзя');
    }
    expect(await count('staff')).toBeGreaterThan(1);
  });

  it('shows the officer who works here and lets the administrator alone change it', async () => {
    const { visitor } = await world.staff('Ержан Касымов', ['_house:officer']);
    const list = await visitor.get(staffPath);
    expect(list.status).toBe(200);
    expect(list.body).not.toContain('name="email"');
    const id = /\/console\/staff\/([0-9a-f-]{36})/.exec(list.body)?.[1] ?? '';
    expect((await visitor.get(person(id))).body).not.toContain('name="act"');
    const invite = { name: 'А', email: 'a@kepil.example', ...grantFields(['_house:admin']) };
    expect((await visitor.post(staffPath, invite)).status).toBe(403);
    expect((await visitor.post(person(id), { act: 'end', confirm: 'yes' })).status).toBe(403);
  });

  it('keeps the register from roles of one service', async () => {
    const { visitor } = await world.staff('Мадина Тулегенова', [here('admin'), here('officer')]);
    expect((await visitor.get(staffPath)).status).toBe(403);
    expect((await visitor.get('/console')).body).not.toContain(`href="${staffPath}"`);
  });

  it('ends an access with its sessions in one commit; another link alone opens it again', async () => {
    const { visitor, id, email } = await world.staff('Болат Нуров', [here('support')]);
    const unsure = await admin.post(person(id), { act: 'end' });
    expect(unsure.status).toBe(422);
    expect((await visitor.get('/console')).status).toBe(200);
    expect((await admin.post(person(id), { act: 'end', confirm: 'yes' })).status).toBe(303);
    expect((await visitor.get('/console')).location).toMatch(/^\/console\/sign-in/);
    const { rows } = await sql.query('select from session where subject_id = $1', [id]);
    expect(rows).toEqual([]);
    const password = 'девять белых яблонь у реки';
    expect((await visitor.post('/console/sign-in', { email, password })).status).toBe(422);
    expect((await admin.post(person(id), { act: 'end', confirm: 'yes' })).status).toBe(303);
    const ended = (await entriesAbout(id)).filter(({ because }) => because?.includes('access-ended'));
    expect(ended).toHaveLength(1);
    expect((await admin.post(person(id), { act: 'again' })).status).toBe(422);
    const back = await admin.post(person(id), { act: 'again', ...grantFields([here('analyst')]) });
    expect((await visitor.get('/console')).status).not.toBe(200);
    const again = await world.setUp({
      token: linkIn(back.body),
      name: '',
      email: '',
      password: `новая ${password}`,
    });
    expect((await again.get(`/console${world.base}/board`)).status).toBe(200);
    expect((await again.get(`/console${world.base}/requests`)).status).toBe(403);
  });

  it('leaves no service without an officer', async () => {
    const second = await world.staff('Асель Жумабаева', ['_house:admin']);
    const officers = await sql.query(
      "select distinct subject_id as id from staff where role = 'officer' and subject_id <> $1",
      [second.id],
    );
    const statuses = [];
    for (const { id } of officers.rows) {
      statuses.push((await second.visitor.post(person(id), { act: 'end', confirm: 'yes' })).status);
    }
    expect(statuses.filter((status) => status === 422)).toHaveLength(1);
    const left = await sql.query(
      `select from staff s join staff_member m using (subject_id)
       where s.role = 'officer' and m.state = 'active'`,
    );
    expect(left.rows.length).toBeGreaterThan(0);
  });
});

describe('invitations', () => {
  let world: TestWorld;
  let admin: Visitor;
  let sql: pg.Client;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    admin = await world.officer();
    sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
  });
  afterAll(async () => {
    await sql?.end();
    await world?.close();
  });

  async function invite(email: string): Promise<{ token: string; path: string }> {
    const reply = await world.invite('Алия Бекова', email, [`${world.service.key}:support`]);
    const { rows } = await sql.query('select subject_id as id from staff_member order by subject_id desc');
    return { token: linkIn(reply.body), path: `${staffPath}/${rows[0].id}` };
  }
  const opens = async (token: string) =>
    (await world.visitor().get(`/console/set-up?token=${token}`)).status === 200;

  it('that got lost are revoked, and of whoever never came nothing is left', async () => {
    const before = await sql.query('select from subject');
    const { token, path } = await invite('lost@kepil.example');
    expect(await opens(token)).toBe(true);
    expect((await admin.post(path, { act: 'end', confirm: 'yes' })).status).toBe(303);
    expect(await opens(token)).toBe(false);
    expect((await admin.get(path)).status).toBe(404);
    expect((await sql.query('select from subject')).rows).toHaveLength(before.rows.length);
    expect((await sql.query("select from staff where role = 'support'")).rows).toEqual([]);
    expect(await opens((await invite('lost@kepil.example')).token)).toBe(true);
  });

  it('last a day; a new link makes the one before void', async () => {
    const { token, path } = await invite('late@kepil.example');
    world.wait({ hours: 25 });
    admin = await world.officer();
    expect(await opens(token)).toBe(false);
    expect((await admin.get(staffPath)).body).toContain('Срок ссылки истёк');
    const first = linkIn((await admin.post(path, { act: 'again' })).body);
    const second = linkIn((await admin.post(path, { act: 'again' })).body);
    expect([await opens(first), await opens(second)]).toEqual([false, true]);
  });

  it('give no way in before they are used', async () => {
    const { path } = await invite('early@kepil.example');
    const form = { email: 'early@kepil.example', password: 'девять белых яблонь у реки' };
    expect((await world.visitor().post('/console/sign-in', form)).status).toBe(422);
    expect((await admin.post(path, { act: 'end', confirm: 'yes' })).status).toBe(303);
  });

  it('to one address at once invite one person', async () => {
    const form = { name: 'Двое', email: 'twice@kepil.example', ...grantFields(['_house:admin']) };
    const replies = await Promise.all([admin.post(staffPath, form), admin.post(staffPath, form)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('of two administrators who end each other’s access at once, one stays', async () => {
    const one = await world.staff('Первый Админ', ['_house:admin']);
    const two = await world.staff('Второй Админ', ['_house:admin']);
    const end = (by: Visitor, whom: string) =>
      by.post(`${staffPath}/${whom}`, { act: 'end', confirm: 'yes' });
    const replies = await Promise.all([end(one.visitor, two.id), end(two.visitor, one.id)]);
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    const { rows } = await sql.query('select state from staff_member where subject_id in ($1, $2)', [
      one.id,
      two.id,
    ]);
    expect(rows.map(({ state }) => state).sort()).toEqual(['active', 'ended']);
  });

  it('keep what they hold out of every table, and the day ends well', async () => {
    await world.checkPledges();
  });
});
