import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destroyDue } from '../../src/system/index.ts';
import { Attacker } from './attacker.ts';

const aigul = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};
const berik = {
  full_name: 'Берік Ахметұлы',
  birth_date: '1979-03-20',
  email: 'berik@example.kz',
  phone: '+77010005566',
  postal_address: 'Тараз, улица Придуманная, 3',
};

const set = { act: 'set', length: '60', unit: 'days', reason: 'order', note: 'Приказ № 7' };

/** The example with a term of one month for addresses of delivery in its text, alone or beside its others. */
const open = (alone = false) =>
  Attacker.open('test', {
    revise: (policy) => ({
      ...policy,
      retention: [
        ...(alone ? [] : policy.retention),
        {
          ...{ rule: 'fixed_term', months: 1, categories: ['postal_address'] },
          ...{ cites: ['8.2'], origin: 'text' as const },
        },
      ],
    }),
  });

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** Entries of the public log, decoded, oldest first. */
async function logOf(attacker: Attacker) {
  await attacker.world.installation.tick();
  const { rows } = await attacker.sql.query('select leaf from log_leaf order by leaf_index');
  return rows.map(
    ({ leaf }: { leaf: Buffer }) =>
      JSON.parse(leaf.toString('utf8')) as { kind: string; because?: string[]; counts?: object },
  );
}

describe('terms of categories', () => {
  let attacker: Attacker;
  let at: string;
  beforeAll(async () => {
    attacker = await open(true);
    at = `/console${attacker.world.base}/terms`;
  });
  afterAll(() => attacker?.close());

  it('stand with who set them: the text, the officer, nobody', async () => {
    const officer = await attacker.world.officer();
    const page = plain((await officer.get(at)).body);
    expect(page).toContain('Почтовый адрес 1 месяц По тексту политики Пункт 8.2');
    expect(page).toContain('Срок не назван');
    expect(page).toContain('Незавершённые регистрации');
  });

  it('are set with a reason, by name, until they are taken back; each change is an entry', async () => {
    const officer = await attacker.world.officer();
    expect((await officer.post(`${at}/phone`, set)).status).toBe(303);
    const page = plain((await officer.get(`${at}/phone`)).body);
    for (const text of ['60 дней', 'Не из текста политики', 'Приказ № 7', 'Гульнара Сейткали'])
      expect(page).toContain(text);
    expect((await officer.post(`${at}/phone`, { act: 'drop' })).status).toBe(303);
    expect(plain((await officer.get(`${at}/phone`)).body)).not.toContain('Приказ № 7');
    const entries = (await logOf(attacker)).filter(({ because = [] }) =>
      because.some((text) => text.startsWith('term-')),
    );
    expect(entries.map(({ kind, because, counts }) => [kind, because?.[0], counts])).toEqual([
      ['policy', 'term-set@article:94-V Art. 12(2)', { days: 60 }],
      ['policy', 'term-dropped@article:94-V Art. 12(2)', undefined],
    ]);
  });

  it('are never longer than the text says', async () => {
    const officer = await attacker.world.officer();
    expect((await officer.post(`${at}/postal_address`, set)).status).toBe(303);
    const page = plain((await officer.get(`${at}/postal_address`)).body);
    expect(page).toContain('1 месяц');
    expect(page).toContain('не действует: по политике он короче');
    expect((await officer.post(`${at}/postal_address`, { act: 'drop' })).status).toBe(303);
  });

  it.each([
    ['a length that is none', { length: '0' }, 'целое число от 1 до'],
    ['a length that is too long', { length: '1201', unit: 'months' }, 'от 1 до 1200'],
    ['no unit', { unit: '' }, 'в чём считается срок'],
    ['no reason', { reason: '' }, 'почему установлен такой срок'],
    ['a law without a citation', { reason: 'law', note: ' ' }, 'какой закон требует'],
    ['a note that is too long', { note: 'а'.repeat(201) }, 'длиннее 200 знаков'],
  ])('refuse %s and change nothing', async (_, change, says) => {
    const officer = await attacker.world.officer();
    const reply = await officer.post(`${at}/full_name`, { ...set, ...change });
    expect(reply.status).toBe(422);
    expect(plain(reply.body).replaceAll('\u00a0', ' ')).toContain(says);
    expect((await attacker.sql.query('select from category_term')).rowCount).toBe(0);
  });

  it('are not set for what has none here, and by nobody but the officer', async () => {
    const officer = await attacker.world.officer();
    for (const category of ['iin', 'ip_address', 'nothing'])
      expect((await officer.post(`${at}/${category}`, set)).status).toBe(404);
    const support = await attacker.world.staff('Данияр Әлімов', ['test:support']);
    expect((await support.visitor.post(`${at}/phone`, set)).status).toBe(403);
  });
});

describe('single values whose term is over', () => {
  let attacker: Attacker;
  let console_: string;
  let one: Awaited<ReturnType<Attacker['register']>>;
  let two: Awaited<ReturnType<Attacker['register']>>;
  let key: string;
  beforeAll(async () => {
    attacker = await open();
    console_ = `/console${attacker.world.base}`;
    one = await attacker.register(aigul);
    two = await attacker.register(berik);
    const officer = await attacker.world.officer();
    expect((await officer.post(`${console_}/terms/phone`, set)).status).toBe(303);
    key = await attacker.key({ purpose: 'support', category: ['phone', 'email'], days: '365' });
    await attacker.world.checkPledges();
  });
  afterAll(() => attacker?.close());

  const sql = async (text: string, ...values: unknown[]) => (await attacker.sql.query(text, values)).rows;
  const segmentOf = async (id: string) => {
    const [row] = await sql(
      `select version, bytes from segment where subject_id = $1 and access = 'limited'`,
      id,
    );
    return row as { version: number; bytes: Buffer };
  };
  const signedIn = async (address: string) => {
    const { world } = attacker;
    const visitor = world.visitor();
    const asked = await visitor.post(`${world.base}/sign-in`, { address });
    const ticket = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
    const done = await visitor.post(`${world.base}/sign-in`, { ticket, code: await world.code() });
    expect(done.status, done.body).toBe(303);
    return visitor;
  };

  it('are shown beforehand for any day, without a value, and looking changes nothing', async () => {
    const officer = await attacker.world.officer();
    const before = await attacker.rows();
    const today = plain((await officer.get(`${console_}/due`)).body);
    expect(today).toContain('На этот день уничтожать нечего');
    const later = await officer.get(`${console_}/due?on=2027-01-20`);
    const page = plain(later.body);
    expect(page).toContain('Номер телефона');
    expect(page).toContain(one.id);
    for (const value of [...Object.values(aigul), ...Object.values(berik)])
      expect(later.body).not.toContain(value);
    expect(await attacker.rows()).toEqual(before);
    expect((await officer.get(`${console_}/due?on=yesterday`)).status).toBe(400);
  });

  it('stay through their last day and go on the next, for good, with one act', async () => {
    const { world } = attacker;
    const { version, bytes } = await segmentOf(one.id);
    world.wait({ days: 30 });
    await world.installation.tick();
    expect((await segmentOf(one.id)).version).toBe(version);
    world.wait({ days: 1 });
    await world.installation.tick();
    const after = await segmentOf(one.id);
    expect(after.version).toBe(version + 1);
    // The data key of before, wrapped in the row, is in none any more.
    expect(after.bytes.includes(bytes.subarray(8, 68))).toBe(false);
    const [act, ...more] = await sql('select counts, swept_at from destruction_act');
    expect(more).toEqual([]);
    expect(act.swept_at).not.toBe(null);
    expect(act.counts).toEqual({ people: 2, values: 2, segments: 2, 'of-postal_address': 2 });
    const entries = await logOf(attacker);
    const taken = entries.filter(({ because = [] }) => because.includes('value-term-over@clause:8.2'));
    expect(taken.map(({ kind }) => kind)).toEqual(['destruction', 'destruction']);
    await world.checkPledges();
  });

  it('take their index and the codes on their way along, and history with them', async () => {
    const { world } = attacker;
    const corrected = await signedIn(aigul.email);
    const form = await corrected.post(`${world.base}/me/correct/full_name`, { value: 'Айгүл Серікқызы' });
    expect(form.status).toBe(303);
    const indexed = `select from blind_index where subject_id = $1 and field = 'phone'`;
    expect((await sql(indexed, one.id)).length).toBe(1);
    world.wait({ days: 30 });
    await world.installation.tick();
    expect((await sql(indexed, one.id)).length).toBe(0);
    const [act] = await sql('select counts from destruction_act order by decided_at desc limit 1');
    expect(act.counts).toMatchObject({ people: 2, values: 2, indexes: 2, 'of-phone': 2 });
    await world.checkPledges();
  });

  it('are said to be gone, when and why: in the cabinet, to the desk, to programs', async () => {
    const { world } = attacker;
    const mine = plain((await (await signedIn(aigul.email)).get(`${world.base}/me`)).body);
    expect(mine).toMatch(/Уничтожено .* срок хранения истёк .* Он назван в пункте 8\.2 политики/);
    expect(mine).toMatch(/срок хранения истёк .* Его установило ответственное лицо/);
    const ask = { subject: one.id, purpose: 'support', categories: ['phone', 'email'] };
    const read = (await attacker.read(key, ask)).json() as {
      values: object;
      destroyed: { category: string; reason: string }[];
    };
    expect(read.values).toEqual({ email: aigul.email });
    expect(read.destroyed).toMatchObject([{ category: 'phone' }]);
    const officer = await world.officer();
    const form = { category: 'phone', purpose: 'support', matter: '' };
    const shown = await officer.post(`${console_}/subjects/${one.id}`, form);
    expect(plain(shown.body)).toContain('срок хранения истёк');
    const due = plain((await officer.get(`${console_}/due`)).body);
    expect(due).toContain('Номер телефона: 2');
  });

  it('may be given anew, and then nothing is said of the old ones', async () => {
    const { world } = attacker;
    const visitor = await signedIn(aigul.email);
    const at = `${world.base}/me/correct/postal_address`;
    expect((await visitor.post(at, { value: 'Астана, улица Новая, 5' })).status).toBe(303);
    world.secrets.add('Астана, улица Новая, 5');
    expect(plain((await visitor.get(`${world.base}/me`)).body)).not.toContain('в пункте 8.2 политики');
    await world.checkPledges();
  });

  it('are held back by a hold, on one person or on everybody, until it is lifted', async () => {
    const { world } = attacker;
    const officer = await world.officer();
    const hold = { act: 'put', subject: one.id, kind: 'dispute', basis: 'Дело № 12' };
    for (const [change, says] of [
      [{ subject: two.id.slice(1) }, 'с таким номером здесь нет'],
      [{ kind: '' }, 'почему данные удерживаются'],
      [{ basis: '' }, 'основание удержания'],
      [{ subject: '' }, 'чего касается удержание'],
      [{ category: 'iin' }, 'не объявляет одной из этих категорий'],
    ] as const) {
      const refused = await officer.post(`${console_}/holds`, { ...hold, ...change });
      expect([refused.status, plain(refused.body).includes(says)], says).toEqual([422, true]);
    }
    expect((await officer.post(`${console_}/holds`, hold)).status).toBe(303);
    const page = await officer.get(`${console_}/holds`);
    expect(plain(page.body)).toContain('Дело № 12');
    const stored = await sql('select sealed from hold');
    expect(stored.some(({ sealed }) => sealed.includes(Buffer.from('Дело')))).toBe(false);

    world.wait({ days: 40 });
    await world.installation.tick();
    const held = await sql(
      `select from destroyed_value where subject_id = $1 and category = 'postal_address'
      and at > $2`,
      one.id,
      world.now - 86_400_000,
    );
    expect(held).toEqual([]);
    const due = plain((await (await world.officer()).get(`${console_}/due`)).body);
    expect(due).toContain('Данные удерживаются');
    await world.checkPledges();
    const again = await signedIn(aigul.email);
    const refused = await again.post(`${world.base}/me/delete`, { confirm: 'yes' });
    expect([refused.status, plain(refused.body).includes('уничтожать их пока нельзя')]).toEqual([403, true]);

    const id = /name="hold" value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="hold"/.exec(page.body);
    const lift = { act: 'lift', hold: id?.[1] ?? id?.[2] ?? '' };
    const lifted = await (await world.officer()).post(`${console_}/holds`, lift);
    expect(lifted.status).toBe(303);
    world.wait({ days: 1 });
    await world.installation.tick();
    const gone = await sql(
      `select from destroyed_value where subject_id = $1 and category = 'postal_address'
      and at > $2`,
      one.id,
      world.now - 86_400_000,
    );
    expect(gone.length).toBe(1);
    await world.checkPledges();
  });

  it('go once when two destroy at the same time, and a run that is cut off goes on', async () => {
    const { world } = attacker;
    const officer = await world.officer();
    const email = { ...set, length: '100', reason: 'law', note: 'Закон о примере, статья 1' };
    expect((await officer.post(`${console_}/terms/email`, email)).status).toBe(303);
    world.wait({ days: 30 });
    const inner = world.installation.world;
    const faults: Error[] = [];
    let done = 0;
    const { store } = inner;
    const cutOff: typeof store = {
      ...store,
      transaction: (work) =>
        store.transaction(async (tx) => {
          const outcome = await work(tx);
          if (++done > 1) throw new Error('killed before the commit');
          return outcome;
        }),
    };
    await destroyDue({ ...inner, store: cutOff }, (error) => faults.push(error));
    expect(faults.length).toBeGreaterThan(0);
    expect(await sql(`select from destroyed_value where category = 'email'`)).toEqual([]);
    const fault = (error: Error) => faults.push(error);
    faults.length = 0;
    await Promise.all([destroyDue(inner, fault), destroyDue(inner, fault)]);
    expect(faults).toEqual([]);
    expect((await sql(`select from destroyed_value where category = 'email'`)).length).toBe(2);
    const acts = await sql(`select from destruction_act where counts ? 'of-email'`);
    expect(acts.length).toBe(1);
    await world.checkPledges();
  });
});
