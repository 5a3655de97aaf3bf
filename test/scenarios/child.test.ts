import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';

const child = {
  full_name: 'Алихан Придуманный',
  birth_date: '1990-04-05',
  email: 'alikhan@example.kz',
  phone: '+77010003344',
  postal_address: 'Алматы, улица Придуманная, 9',
};
const parent = {
  child: 'Алихан Придуманный',
  proof: 'Мать, свидетельство о рождении.',
  kind: 'delete',
  name: 'Салтанат Придуманная',
  answerTo: 'saltanat@example.kz',
  language: 'ru',
  words: 'Сын назвал чужой возраст. Прошу удалить его данные.',
};

describe('whoever speaks for a child', () => {
  let attacker: Attacker;
  let world: Attacker['world'];
  let base: string;
  let desk: string;
  let visitor: Visitor;
  let id: string;

  beforeAll(async () => {
    attacker = await Attacker.open();
    ({ world } = attacker);
    ({ base } = world);
    desk = `/console${base}/requests`;
    ({ visitor } = await world.register(child));
    id = (await attacker.sql.query(`select subject_id from subject where kind = 'user'`)).rows[0].subject_id;
    for (const value of [parent.name, parent.answerTo]) world.secrets.add(value);
  });
  afterAll(() => attacker?.close());

  const newest = async () => {
    const { rows } = await attacker.sql.query('select * from request order by request_id desc limit 1');
    return rows[0];
  };
  const blocked = async () => {
    const { rows } = await attacker.sql.query(
      'select 1 from block where subject_id = $1 and lifted_at is null',
      [id],
    );
    return rows.length > 0;
  };
  const count = async (table: string) =>
    Number((await attacker.sql.query(`select count(*) n from ${table}`)).rows[0].n);
  const messages = async (template: string) => count(`message where template = '${template}'`);
  const send = (form: Record<string, string>) =>
    world.visitor().post(`${base}/child`, { ...parent, ...form });

  it('says what is missing, and changes nothing', async () => {
    for (const wrong of [
      { address: 'not an address' },
      { address: child.email, child: ' ' },
      { address: child.email, proof: '' },
      { address: child.email, name: '' },
      { address: child.email, answerTo: '' },
      { address: child.email, words: '' },
    ]) {
      const reply = await send(wrong);
      expect(reply.status, JSON.stringify(wrong)).toBe(422);
    }
    expect((await send({ address: child.email, kind: 'odd' })).status).toBe(400);
    expect(await count('request')).toBe(0);
    expect(await blocked()).toBe(false);
  });

  it('gets the same answer whether somebody is known or not; who is known is protected at once', async () => {
    const unknown = await send({ address: 'nobody@example.kz' });
    expect(await newest()).toMatchObject({ on_behalf: 'child', about_id: null });
    expect(await blocked()).toBe(false);
    const known = await send({ address: child.phone });
    const shape = (location = '') => location.replace(/\d{8}-[0-9A-F]{5}/, 'N');
    expect(known.status).toBe(303);
    expect(shape(known.location)).toBe(shape(unknown.location));
    const taken = await world.visitor().get(known.location ?? '');
    expect(taken.status).toBe(200);
    expect(taken.body).toContain('Обращение принято');

    expect(await newest()).toMatchObject({ about_id: id, identity: 'waiting', channel: 'form' });
    expect(await blocked()).toBe(true);
    expect(await messages('request-about')).toBe(1);
    expect(await messages('claim-received')).toBe(2);
    // Signed out everywhere, and still able to come in and object.
    expect((await visitor.get(`${base}/me`)).status).not.toBe(200);
    const asked = await visitor.post(`${base}/sign-in`, { address: child.email });
    const ticket = /name="ticket"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="ticket"/.exec(asked.body);
    const form = { ticket: ticket?.[1] ?? ticket?.[2] ?? '', code: await world.code() };
    expect((await visitor.post(`${base}/sign-in`, form)).status).toBe(303);
    const objection = { kind: 'object', words: 'Я взрослый, это ошибка.' };
    expect((await visitor.post(`${base}/me/requests`, objection)).status).toBe(303);
    expect((await world.visitor().get(`${base}/claim/taken?number=x&due=2026-01-01`)).status).toBe(400);
  });

  it('is answered whole or not at all: whoever may not lift the block answers nothing', async () => {
    const claims = 'select request_id as id from request where about_id = $1 and closed_at is null';
    const open = (await attacker.sql.query(claims, [id])).rows;
    const { visitor: approver } = await world.staff('Дана Решающая', [`${world.service.key}:approver`]);
    const entries = await count("entry_pending where convert_from(leaf, 'UTF8') like '%\"answer\"%'");
    const form = { outcome: 'refused', ground: 'unfounded', answer: 'Оснований нет.' };
    const reply = await approver.post(`${desk}/${open[0]?.id}`, form);
    expect([reply.status, reply.body.includes('снимает блокирование')]).toEqual([403, true]);
    expect((await attacker.sql.query(claims, [id])).rows).toEqual(open);
    expect(await blocked()).toBe(true);
    expect(await count("entry_pending where convert_from(leaf, 'UTF8') like '%\"answer\"%'")).toBe(entries);
  });

  it('cannot be answered with a yes before the documents were seen; a no lifts the block', async () => {
    const officer = await world.officer();
    const claims = `select request_id from request where about_id = $1 order by request_id`;
    const claim = (await attacker.sql.query(claims, [id])).rows.at(-1);
    const page = `${desk}/${claim.request_id}`;
    const card = await officer.get(`/console${base}/subjects/${id}`);
    expect(card.status).toBe(200);
    const shown = await officer.get(page);
    expect(shown.body).toContain(parent.proof);
    expect(shown.body).toContain(`/subjects/${id}`);
    const yes = { outcome: 'done', destroy: 'yes', answer: 'Данные уничтожены.' };
    expect((await officer.post(page, yes)).body).toContain('неизвестно, кто обратился');
    const no = { outcome: 'refused', ground: 'identity-unproved', answer: 'Документы не представлены.' };
    expect((await officer.post(page, no)).status).toBe(303);
    expect(await blocked()).toBe(false);
    expect(await messages('claim-answered')).toBe(1);
    // Whoever asks again at once locks nobody out: the officer looks first.
    expect((await send({ address: child.phone })).status).toBe(303);
    expect(await newest()).toMatchObject({ about_id: id });
    expect(await blocked()).toBe(false);
    const again = `${desk}/${(await newest()).request_id}`;
    expect((await officer.post(`${again}/block`, { act: 'block' })).status).toBe(303);
    expect(await blocked()).toBe(true);
    expect((await officer.post(again, no)).status).toBe(303);
    expect(await blocked()).toBe(false);
  });

  it('loses no protection to another one who claims the same child falsely', async () => {
    world.wait({ days: 31 });
    expect((await send({ address: child.email })).status).toBe(303);
    const first = `${desk}/${(await newest()).request_id}`;
    expect((await send({ address: child.phone })).status).toBe(303);
    const second = `${desk}/${(await newest()).request_id}`;
    const officer = await world.officer();
    const no = { outcome: 'refused', ground: 'identity-unproved', answer: 'Документы не представлены.' };
    expect((await officer.post(first, no)).status).toBe(303);
    expect(await blocked()).toBe(true);
    expect((await officer.post(second, no)).status).toBe(303);
    expect(await blocked()).toBe(false);
  });

  it('may ask what there is: a yes ends the block that protected the child meanwhile', async () => {
    world.wait({ days: 31 });
    expect((await send({ address: child.email, kind: 'know_access' })).status).toBe(303);
    expect(await blocked()).toBe(true);
    const officer = await world.officer();
    const page = `${desk}/${(await newest()).request_id}`;
    expect((await officer.post(`${page}/identity`, { method: 'document-seen' })).status).toBe(303);
    expect((await officer.post(page, { outcome: 'done', answer: 'Сведения выданы.' })).status).toBe(303);
    expect(await blocked()).toBe(false);
  });

  it('is met: the block ends with the decision, the data go, and the answer reaches the parent', async () => {
    world.wait({ days: 1 });
    expect((await send({ address: child.email })).status).toBe(303);
    expect(await blocked()).toBe(true);
    const officer = await world.officer();
    const page = `${desk}/${(await newest()).request_id}`;
    expect((await officer.post(`${page}/identity`, { method: 'document-seen' })).status).toBe(303);
    const yes = { outcome: 'done', answer: 'Данные ребёнка уничтожены.' };
    const unsure = await officer.post(page, yes);
    expect(unsure.body).toContain('Подтвердите, что данные ребёнка нужно уничтожить');
    expect(await count(`subject_key where subject_id = '${id}'`)).toBe(1);
    expect((await officer.post(page, { ...yes, destroy: 'yes' })).status).toBe(303);
    expect(await count(`subject_key where subject_id = '${id}'`)).toBe(0);
    await world.installation.tick();
    expect(await count(`segment where subject_id = '${id}'`)).toBe(0);
    expect(await count('destruction_act')).toBe(1);
    expect(await count(`request where about_id = '${id}'`)).toBe(0);
    expect((await officer.post(page, { ...yes, destroy: 'yes' })).status).toBe(422);
    const letter = await officer.get(`${page}/letter.pdf`);
    expect(letter.body).toMatch(/^%PDF-/);
    const left = await attacker.sql.query(`select request_id from request where closed_at is null`);
    const no = { outcome: 'refused', ground: 'unfounded', answer: 'Таких данных нет.' };
    for (const { request_id } of left.rows)
      expect((await officer.post(`${desk}/${request_id}`, no)).status).toBe(303);
    await world.checkPledges();
  });

  it('who sends too many from one place, or to one address however it is written, waits', async () => {
    const phones = ['+77010009999', '+7 701 000 99 99', '8 (701) 000-99-99', '87010009999', '+7(701)0009999'];
    const told = [];
    for (const answerTo of phones) told.push((await send({ address: 'b@example.kz', answerTo })).status);
    expect(told).toContain(429);
    const sent = [];
    for (let n = 0; n < 12; n += 1) sent.push((await send({ address: `a${n}@example.kz` })).status);
    expect(sent).toContain(429);
  });
});

describe('the form without a cabinet', () => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.open();
  });
  afterAll(() => attacker?.close());

  it('takes a request of somebody unknown, once it says who they are and where to answer', async () => {
    const { world } = attacker;
    const visitor = world.visitor();
    const claim = { kind: 'know_access', words: 'Есть ли у вас мои данные?', language: 'kk' };
    expect((await visitor.get(`${world.base}/claim`)).status).toBe(200);
    const bare = await visitor.post(`${world.base}/claim`, claim);
    expect(bare.status).toBe(422);
    // Looking for an account is for staff: nobody is told to do it here.
    expect(bare.body).not.toContain('найдите учётную запись');
    const long = { ...claim, name: 'М'.repeat(201), answerTo: 'x@example.kz' };
    const told = await visitor.post(`${world.base}/claim`, long);
    expect({ status: told.status, says: told.body.includes('длиннее 200 знаков') }).toEqual({
      status: 422,
      says: true,
    });
    const who = { name: 'Мадина Придуманная', answerTo: 'Шымкент, улица Вымышленная, 1' };
    const sent = await visitor.post(`${world.base}/claim`, { ...claim, ...who });
    expect(sent.status, sent.body).toBe(303);
    const { rows } = await attacker.sql.query('select channel, identity, kind from request');
    expect(rows).toEqual([{ channel: 'form', identity: 'waiting', kind: 'know_access' }]);
    // To a postal address nothing is sent.
    expect((await attacker.sql.query('select 1 from message')).rows).toHaveLength(0);
    await world.checkPledges();
  });
});
