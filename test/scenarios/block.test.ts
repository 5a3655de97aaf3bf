import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker } from './attacker.ts';

const aigul = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};

describe('a block', () => {
  let attacker: Attacker;
  let base: string;
  let id: string;
  let key: string;
  let visitor: Awaited<ReturnType<Attacker['world']['register']>>['visitor'];

  beforeAll(async () => {
    attacker = await Attacker.open();
    const { world } = attacker;
    base = world.base;
    ({ visitor } = await world.register(aigul));
    const { rows } = await attacker.sql.query(`select subject_id from subject where kind = 'user'`);
    id = rows[0].subject_id;
    const officer = await world.officer();
    const form = { name: 'Склад', purpose: 'support', category: 'email', days: '30' };
    const issued = await officer.post(`/console${base}/keys`, form);
    key = /kepil_[0-9a-f-]{36}_[0-9A-Za-z]{49}/.exec(issued.body)?.[0] ?? '';
  });
  afterAll(() => attacker?.close());

  /** Files a request of the person. @returns its page in the console */
  async function request(kind: string): Promise<string> {
    const form = { kind, words: 'Данные собраны без моего ведома.' };
    const filed = await visitor.post(`${base}/me/requests`, form);
    expect(filed.status, filed.body).toBe(303);
    const newest = `select request_id from request where subject_id = $1 order by request_id desc limit 1`;
    const { rows } = await attacker.sql.query(newest, [id]);
    return `/console${base}/requests/${rows[0].request_id}`;
  }
  /** The person at another device, signed in by a code. */
  const signedIn = async () => {
    const other = attacker.world.visitor();
    const asked = await other.post(`${base}/sign-in`, { address: aigul.email });
    const ticket = /name="ticket"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="ticket"/.exec(asked.body);
    const form = { ticket: ticket?.[1] ?? ticket?.[2] ?? '', code: await attacker.world.code() };
    expect((await other.post(`${base}/sign-in`, form)).status).toBe(303);
    return other;
  };
  const read = async () => {
    const reply = await attacker.read(key, { subject: id, purpose: 'support', categories: ['email'] }, base);
    return { status: reply.statusCode, body: reply.body };
  };
  const kinds = async () => {
    const { rows } = await attacker.sql.query('select leaf from log_leaf order by leaf_index');
    return rows.map(
      ({ leaf }: { leaf: Buffer }) => JSON.parse(leaf.toString('utf8')) as Record<string, unknown>,
    );
  };

  it('stops every use, correction and destruction from its minute, and is lifted with a reason', async () => {
    const { world } = attacker;
    const officer = await world.officer();
    const page = await request('block_restrict');
    expect((await officer.get(page)).body).toContain('Данные субъекта не заблокированы.');
    expect((await read()).status).toBe(200);

    expect((await officer.post(`${page}/block`, { act: 'block' })).status).toBe(303);
    const refused = await read();
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('94-V Art. 24(1)(3)');
    const mine = await visitor.get(`${base}/me`);
    expect(mine.body).toContain('Ваши данные заблокированы');
    expect((await (await signedIn()).get(`${base}/me`)).body).toContain('Ваши данные заблокированы');
    expect((await visitor.post(`${base}/me/delete`, { confirm: 'yes' })).status).toBe(403);
    expect((await visitor.post(`${base}/me/correct/full_name`, { value: 'Другое Имя' })).status).toBe(403);
    const twice = await officer.post(`${page}/block`, { act: 'block' });
    expect({ status: twice.status, says: twice.body.includes('Данные уже заблокированы.') }).toEqual({
      status: 422,
      says: true,
    });

    const answer = { outcome: 'done', answer: 'Данные заблокированы на время проверки.' };
    expect((await officer.post(page, answer)).status).toBe(303);
    const unsaid = await officer.post(`${page}/block`, { act: 'lift' });
    expect({ status: unsaid.status, says: unsaid.body.includes('Укажите, почему блокирование') }).toEqual({
      status: 422,
      says: true,
    });
    expect((await read()).status).toBe(403);
    const lifted = await officer.post(`${page}/block`, { act: 'lift', reason: 'not-confirmed' });
    expect(lifted.status, lifted.body).toBe(303);
    expect((await read()).status).toBe(200);
    expect((await visitor.get(`${base}/me`)).body).not.toContain('Ваши данные заблокированы');

    await world.installation.tick();
    const acts = (await kinds()).filter(({ kind }) => kind === 'block' || kind === 'unblock');
    expect(acts.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'block allowed',
      'unblock allowed',
    ]);
    expect(acts[1]?.['because']).toContain('violation-not-confirmed@article:94-V Art. 25(2)(8)');
    await world.checkPledges();
  });

  it('is made in the matter of an open request alone, once, and lifted where it was made', async () => {
    const officer = await attacker.world.officer();
    const [one, two] = [await request('block_restrict'), await request('stop_processing')];
    const blocked = await Promise.all([
      officer.post(`${one}/block`, { act: 'block' }),
      officer.post(`${two}/block`, { act: 'block' }),
    ]);
    expect(blocked.map(({ status }) => status).sort()).toEqual([303, 422]);
    const [made = '', other = ''] = blocked[0]?.status === 303 ? [one, two] : [two, one];
    expect((await officer.get(other)).body).toContain('Заблокированы по другому обращению');
    const wrong = await officer.post(`${other}/block`, { act: 'lift', reason: 'put-right' });
    expect(wrong.status).toBe(422);
    expect((await officer.post(`${made}/block`, { act: 'lift', reason: 'put-right' })).status).toBe(303);
    expect((await officer.post(`${made}/block`, { act: 'lift', reason: 'put-right' })).status).toBe(422);
    const answer = { outcome: 'refused', ground: 'violation-not-confirmed', answer: 'Нарушения нет.' };
    expect((await officer.post(made, answer)).status).toBe(303);
    expect((await officer.post(`${made}/block`, { act: 'block' })).status).toBe(422);
    expect((await officer.post(`/console${base}/requests/${id}/block`, { act: 'block' })).status).toBe(404);
  });

  it('is nothing that support may make or lift', async () => {
    const page = await request('block_restrict');
    const support = await attacker.world.staff('Данияр Әлімов', ['test:support']);
    expect((await support.visitor.get(page)).body).not.toContain('Заблокировать данные');
    expect((await support.visitor.post(`${page}/block`, { act: 'block' })).status).toBe(403);
    expect((await read()).status).toBe(200);
  });

  it('goes with the account once it is lifted', async () => {
    expect((await visitor.post(`${base}/me/delete`, { confirm: 'yes' })).status).toBe(303);
    await attacker.world.installation.tick();
    const { rows } = await attacker.sql.query('select count(*)::int as n from block');
    expect(rows[0].n).toBe(0);
    await attacker.world.checkPledges();
  });
});
