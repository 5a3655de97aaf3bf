import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker } from './attacker.ts';
import { aigul, completion, dauren } from './liar.ts';

/** Numbers that networks publish for tests; no card has them. */
const card = '5555 5555 5555 4444';
const digits = '5555555555554444';

describe('a number or a code of a payment card', () => {
  let attacker: Attacker;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  let officer: Awaited<ReturnType<Attacker['world']['officer']>>;
  let base: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    officer = await attacker.world.officer();
    mine = await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  it('is refused in every field of a registration, and nothing waits', async () => {
    const drafts = async () =>
      (await attacker.sql.query('select count(*)::int as n from draft')).rows[0].n as number;
    const before = await drafts();
    for (const [name, value] of [
      ['full_name', `Дәурен ${card}`],
      ['full_name', 'Дәурен CVV 737'],
      ['email', `${digits}@example.kz`],
    ] as const) {
      const values = { ...dauren, [name]: value };
      const form = {
        ...Object.fromEntries(Object.entries(values).map(([field, text]) => [`f.${field}`, text])),
        policy: await attacker.policy(),
        consent: 'yes',
      };
      const reply = await attacker.world.visitor().post(`${base}/register`, form);
      expect({ status: reply.status, says: reply.body.includes('код банковской карты') }, name).toEqual({
        status: 422,
        says: true,
      });
    }
    expect(await drafts()).toBe(before);
  });

  it('is refused in a correction', async () => {
    const reply = await mine.visitor.post(`${base}/me/correct/full_name`, { value: `Айгүл ${digits}` });
    expect(reply.status).toBe(422);
    expect((await mine.visitor.get(`${base}/me`)).body).not.toContain(digits);
  });

  it('is masked in what people write; they learn of it, and so does the log', async () => {
    const filed = await mine.visitor.post(`${base}/me/requests`, {
      kind: 'object',
      words: `Не списывайте с карты ${card}, CVC 737.\nСпасибо`,
    });
    expect(filed.status).toBe(303);
    const shown = (await mine.visitor.get(`${base}/me/requests`)).body;
    expect(shown).toContain('Номера и коды банковских карт в тексте скрыты');
    expect(shown).toContain('Не списывайте с карты •••• 4444, CVC •••.');
    expect(shown).not.toMatch(/5555|737/);
    const { rows } = await attacker.sql.query("select request_id from request where state = 'open'");
    const at = `/console${base}/requests/${rows[0].request_id}`;
    expect((await officer.get(at)).body).toContain('•••• 4444');
    const answered = await officer.post(at, { answer: `С карты ${digits} не спишем`, outcome: 'done' });
    expect(answered.status).toBe(303);
    expect((await officer.get(`/console${base}/requests`)).body).toContain(
      'Ответ отправлен субъекту. Номера',
    );
    const read = (await mine.visitor.get(`${base}/me/requests`)).body;
    expect(read).toContain('С карты •••• 4444 не спишем');
    const dump = await attacker.dump();
    const noted = Buffer.from('card-data-masked').toString('hex');
    expect(dump.match(new RegExp(noted, 'g'))).toHaveLength(2);
  });

  it('is refused where staff type', async () => {
    await officer.post(`/console${base}/approve`, { all: 'yes', take: 'yes', version: '1' });
    for (const [url, form] of [
      [`/console${base}/keys`, { name: digits, purpose: 'support', category: 'email', days: '30' }],
      [`/console${base}/approve`, { ...completion, 'c.responsible': digits, version: '1' }],
    ] as const) {
      const reply = await officer.post(url, form);
      expect({ status: reply.status, says: reply.body.includes('код банковской карты') }, url).toEqual({
        status: 422,
        says: true,
      });
    }
  });

  it('is in no export of what was written', async () => {
    const { body } = await mine.visitor.get(`${base}/me/export.json`);
    expect(body).toContain('•••• 4444');
    // Alone among other characters: three digits also stand in the middle of an id or a hash by chance.
    expect(body).not.toMatch(/5555[\s-]*5555|\b737\b/);
  });
});
