import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWorkingDays, kz } from '../../src/law/index.ts';
import { grantFields, linkIn, type Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';

const fail = (error: Error) => {
  throw error;
};

const dana = {
  full_name: 'Дана Серикова',
  birth_date: '1988-02-17',
  email: 'dana@example.kz',
  phone: '+77010002233',
  postal_address: 'Астана, улица Придуманная, 3',
};
const supporter = {
  name: 'Тимур Абенов',
  email: 'timur@kepil.example',
  password: 'тихий вечер у синего озера',
};

describe('the rights desk', () => {
  let attacker: Attacker;
  let world: Attacker['world'];
  let desk: string;
  let visitor: Visitor;
  let support: Visitor;

  beforeAll(async () => {
    attacker = await Attacker.open();
    ({ world } = attacker);
    desk = `/console${world.base}/requests`;
    ({ visitor } = await world.register(dana));
    const officer = await world.officer();
    const key = world.service.key;
    const form = { name: supporter.name, email: supporter.email, ...grantFields([`${key}:support`]) };
    const invited = await officer.post('/console/staff', form);
    support = await world.setUp({ token: linkIn(invited.body), ...supporter });
  });
  afterAll(() => attacker?.close());

  const workingDays = (from: string, to: string) => countWorkingDays(kz, from, to);
  const dayOf = (at: number) => new Date(at + 5 * 3_600_000).toISOString().slice(0, 10);
  const messages = async (template: string) => {
    const { rows } = await attacker.sql.query('select 1 from message where template = $1', [template]);
    return rows.length;
  };
  const rowOf = async (page: string) => {
    const id = page.split('/').at(-1);
    const { rows } = await attacker.sql.query(
      'select *, due_on::text as due from request where request_id = $1',
      [id],
    );
    return rows[0];
  };
  const intake = (more: Record<string, string> = {}) => ({
    channel: 'letter',
    receivedOn: dayOf(world.now),
    kind: 'copy',
    language: 'ru',
    words: 'Прошу выслать копию моих данных.',
    ...more,
  });
  /** Takes a request in. @returns its page */
  async function takeIn(who: Visitor, more: Record<string, string> = {}): Promise<string> {
    const reply = await who.post(`${desk}/new`, intake(more));
    expect(reply.status, reply.body).toBe(303);
    return reply.location ?? '';
  }

  it('refuses to take in what says neither when nor from whom, and keeps what was typed', async () => {
    const officer = await world.officer();
    const before = (await attacker.sql.query('select 1 from request')).rows.length;
    const wrong = [
      [{ receivedOn: '2030-01-01', address: dana.email }, 'ещё не наступил'],
      [{ receivedOn: '2020-01-01', address: dana.email }, 'больше года'],
      [{ receivedOn: 'вчера', address: dana.email }, 'когда пришло'],
      [{ address: 'nobody@example.kz' }, 'никого нет'],
      [{ name: 'Кто-то Неизвестный' }, 'куда отвечать'],
      [{ address: dana.email, channel: '' }, 'как пришло'],
      [{ address: dana.email, words: ' ' }, ''],
      [{ address: dana.email, kind: 'nothing' }, ''],
    ] as const;
    for (const [more, says] of wrong) {
      const reply = await officer.post(`${desk}/new`, intake(more));
      expect(reply.status, JSON.stringify(more)).toBe(422);
      expect(reply.body).toContain(says);
    }
    expect((await attacker.sql.query('select 1 from request')).rows.length).toBe(before);
  });

  it('takes a letter in with its own time, and lets nobody use it before it is known who asks', async () => {
    const told = await messages('request-received');
    const received = world.now;
    world.wait({ days: 1 });
    await world.signIn(support, supporter);
    const page = await takeIn(support, {
      address: dana.email,
      receivedOn: dayOf(received),
      receivedAt: '09:00',
    });
    const row = await rowOf(page);
    expect(row).toMatchObject({ channel: 'letter', identity: 'waiting', state: 'open' });
    expect(dayOf(Number(row.received_at))).toBe(dayOf(received));
    expect(Number(row.entered_at)).toBeGreaterThan(Number(row.received_at));
    expect(await messages('request-received')).toBe(told + 1);
    expect((await visitor.get(`${world.base}/me/requests`)).body).toContain('письмом');

    // Whoever takes requests in can neither say who asks nor read data on the strength of it.
    const mine = await support.get(page);
    expect(mine.status).toBe(200);
    expect((await support.post(`${page}/identity`, { method: 'signature' })).status).toBe(403);
    const id = page.split('/').at(-1) ?? '';
    const look = { category: 'email', purpose: 'subject_rights', matter: id };
    const subject = `/console${world.base}/subjects/${row.subject_id}`;
    expect((await support.post(subject, look)).status).toBe(403);

    const officer = await world.officer();
    const answer = { outcome: 'done', answer: 'Копия отправлена.' };
    const early = await officer.post(page, answer);
    expect({ status: early.status, says: early.body.includes('неизвестно, кто обратился') }).toEqual({
      status: 422,
      says: true,
    });
    expect((await officer.post(`${page}/identity`, { method: '' })).status).toBe(422);
    expect((await officer.post(`${page}/identity`, { method: 'signature' })).status).toBe(303);
    expect((await officer.post(`${page}/identity`, { method: 'signature' })).status).toBe(422);
    expect((await support.post(subject, look)).status).toBe(200);
    expect((await officer.post(page, answer)).status).toBe(303);
    expect((await officer.post(page, answer)).status).toBe(422);
  });

  it('stops the clock for what the person owes, ten working days at most', async () => {
    const officer = await world.officer();
    const filed = await visitor.post(`${world.base}/me/requests`, {
      kind: 'block_restrict',
      words: 'Данные неверны.',
    });
    expect(filed.status).toBe(303);
    const newest = 'select request_id from request order by request_id desc limit 1';
    const id = (await attacker.sql.query(newest)).rows[0].request_id;
    const page = `${desk}/${id}`;
    expect((await officer.post(`${page}/wait`, { act: 'ask', words: 'Какие именно?' })).status).toBe(422);
    const due = (await rowOf(page)).due;
    const ask = { act: 'ask', pause: 'clarification', words: 'Какие именно?' };
    expect((await officer.post(`${page}/wait`, ask)).status).toBe(303);
    expect((await officer.post(`${page}/wait`, ask)).status).toBe(422);
    const waits = await rowOf(page);
    expect(waits).toMatchObject({ state: 'waiting' });
    const asked = await visitor.get(`${world.base}/me/requests`);
    expect(asked.body).toContain('Какие именно?');
    expect((await officer.get(`${desk}?state=waiting`)).body).toContain(id);
    expect((await officer.get(`${desk}?state=open`)).body).not.toContain(id);

    world.wait({ days: 7 });
    const again = await officerNow();
    const reply = await again.post(`${page}/wait`, { act: 'reply', words: 'Неверен адрес.' });
    expect(reply.status, reply.body).toBe(303);
    const open = await rowOf(page);
    expect(open).toMatchObject({ state: 'open', waits_until: null });
    expect(open.due > due).toBe(true);
    expect((await again.post(`${page}/wait`, { act: 'reply', words: 'Ещё раз.' })).status).toBe(422);

    // Nobody replies: after ten working days the clock goes on, and the request is late soon after.
    expect((await again.post(`${page}/wait`, ask)).body).toContain('уже останавливали');
    const more = { ...ask, pause: 'documents' };
    const before = (await rowOf(page)).due;
    expect((await again.post(`${page}/wait`, more)).status).toBe(303);
    world.wait({ days: 20 });
    await world.installation.tick();
    await sweepNow();
    const resumed = await rowOf(page);
    expect(resumed).toMatchObject({ state: 'open' });
    // Ten working days and no more, however late the clock noticed it.
    expect(workingDays(before, resumed.due)).toBe(10);
    world.wait({ days: 14 });
    const late = await officerNow();
    expect((await late.get(`${desk}?state=late`)).body).toContain(id);
    expect((await late.post(`${page}/wait`, { ...ask, pause: 'identity' })).body).toContain(
      'остановить его нельзя',
    );
    const refusal = { outcome: 'refused', answer: 'Адрес верен.' };
    expect((await late.post(page, refusal)).body).toContain('Выберите основание отказа');
    expect((await late.post(page, { ...refusal, ground: 'obligation-open' })).body).toContain('не подходит');
    expect((await late.post(page, { ...refusal, ground: 'violation-not-confirmed' })).status).toBe(303);
    const letter = await late.get(`${page}/letter.pdf`);
    expect(letter.headers['content-type']).toBe('application/pdf');
    expect(letter.headers['content-disposition']).toMatch(/\d{8}-[0-9A-F]{5}\.pdf/);
  });

  const officerNow = () => world.officer();
  const sweepNow = async () => {
    const { endWaits } = await import('../../src/system/index.ts');
    await endWaits(world.installation.world, fail);
    expect(await endWaits(world.installation.world, fail)).toBe(0);
  };

  it('knows somebody without an account by their request alone, and answers where they asked', async () => {
    const officer = await officerNow();
    const page = await takeIn(officer, { name: 'Ерлан Придуманный', answerTo: 'erlan@example.kz' });
    expect(await messages('claim-received')).toBeGreaterThan(0);
    const row = await rowOf(page);
    const { rows } = await attacker.sql.query('select kind from subject where subject_id = $1', [
      row.subject_id,
    ]);
    expect(rows[0].kind).toBe('claimant');
    const shown = await officer.get(page);
    expect(shown.body).toContain('erlan@example.kz');
    const refusal = { outcome: 'refused', ground: 'not-held', answer: 'Данных о вас у нас нет.' };
    expect((await officer.post(page, refusal)).status).toBe(303);
    expect(await messages('claim-answered')).toBe(1);
    const letter = await officer.get(`${page}/letter.pdf`);
    expect(letter.status).toBe(200);
    expect(letter.body).toMatch(/^%PDF-/);
  });

  it('finds requests by number and by address, and gives nobody another one’s letter', async () => {
    const officer = await officerNow();
    const page = await takeIn(officer, { address: dana.phone, kind: 'correct' });
    const number = /20\d{6}-[0-9A-F]{5}/.exec((await officer.get(page)).body)?.[0] ?? '';
    const byNumber = await officer.post(desk, { find: number });
    expect(byNumber.location).toBe(page);
    const byPhone = await officer.post(desk, { find: dana.phone });
    expect(byPhone.status).toBe(200);
    expect(byPhone.body).toContain(page);
    expect((await officer.post(desk, { find: '20200101-00000' })).status).toBe(404);
    expect((await officer.get(`${desk}?state=all&kind=correct&channel=letter`)).body).toContain(page);
    expect((await officer.get(`${desk}?state=all&kind=copy`)).body).not.toContain(page);
    expect((await officer.get(`${desk}?state=odd`)).status).toBe(400);
    expect((await officer.get(`${page}/letter.pdf`)).status).toBe(404);
    const other = world.visitor();
    expect(
      (await other.get(`${world.base}/me/requests/${page.split('/').at(-1)}/letter.pdf`)).status,
    ).not.toBe(200);
  });
});
