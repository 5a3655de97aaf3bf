import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { digestOf } from '../../src/system/subjects.ts';
import { jpegWith, pdfWith, planted } from '../pictures.ts';
import { anId } from '../store-rows.ts';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { register } from './handing.ts';

const aigul = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};
const berik = { ...aigul, full_name: 'Берік Ахметұлы', email: 'berik@example.kz', phone: '+77010005566' };

describe('a value that is changed by a document', () => {
  let attacker: Attacker;
  let world: Attacker['world'];
  let base: string;
  let id: Id;
  let visitor: Visitor;
  let stranger: Visitor;

  beforeAll(async () => {
    // A Monday at noon.
    attacker = await Attacker.open('test', { at: '2026-11-30T07:00:00Z' });
    ({ world } = attacker);
    ({ base } = world);
    const registered = await attacker.register(aigul);
    ({ visitor } = registered);
    id = registered.id as Id;
    await handOn(id);
    ({ visitor: stranger } = await attacker.register(berik));
    for (const secret of ['Серікқызы', 'Свидетельство', 'Жақыпова-Сейт']) world.secrets.add(secret);
  });
  afterAll(() => attacker?.close());

  /** As if the name had been handed on to a carrier. */
  async function handOn(subject: Id): Promise<void> {
    const recipient = (await register(world)) as Id;
    const of = { service: world.service.id, subject, id: anId(), recipient, recipientVersion: 1 };
    const what = { country: 'KZ', purpose: 'order_delivery', categories: ['full_name', 'phone'] };
    const when = { madeAt: world.now, entry: anId(), noticeDueOn: '2026-12-10' as const };
    await world.installation.world.store.transaction((tx) =>
      tx.disclosures.insert({ ...of, kind: 'delivery_services', ...what, ...when }),
    );
  }

  const query = async (text: string, values: unknown[] = []) => (await attacker.sql.query(text, values)).rows;
  const requests = () =>
    query(`select *, due_on::text from request where kind = 'correct' order by request_id`);
  const files = () => query('select *, until_on::text from file order by file_id');
  const entries = async () => {
    await world.installation.tick();
    const rows = await query('select leaf from log_leaf order by leaf_index');
    return rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as Record<string, unknown>);
  };
  const form = `/me/correct/full_name`;
  const ask = (value: string, bytes: Uint8Array = jpegWith(), more: { name?: string; field?: string } = {}) =>
    visitor.upload(
      `${base}${form}`,
      { value },
      {
        field: more.field ?? 'document',
        name: more.name ?? 'Свидетельство.jpg',
        bytes,
      },
    );
  const desk = (row: { request_id: string }) => `/console${base}/requests/${row.request_id}`;
  const newest = async () =>
    (await requests()).at(-1) as { request_id: string; due_on: string; state: string };
  const links = (body: string) =>
    [...body.matchAll(/href="([^"]*\/document)"/g)].map(([, href]) => href ?? '');

  it('goes at once while nobody confirmed it, with or without a form that bears a file', async () => {
    expect((await visitor.get(`${base}${form}`)).body).toContain('enctype="multipart/form-data"');
    const none = { field: 'document', name: '', bytes: Buffer.alloc(0) };
    const sent = await visitor.upload(`${base}${form}`, { value: 'Айгүл Жақыпова-Сейт' }, none);
    expect(sent.status, sent.body).toBe(303);
    expect(await requests()).toHaveLength(0);
    expect((await visitor.post(`${base}${form}`, { value: 'Айгүл Жақыпова' })).status).toBe(303);
    const page = await visitor.get(`${base}${form}`);
    expect(page.body).toContain('Айгүл Жақыпова-Сейт');
    expect(await files()).toEqual([]);
  });

  it('is refused with a file that is none, and says so at its field; nothing stays', async () => {
    const before = (await requests()).length;
    for (const bytes of [
      Buffer.from('MZ this program cannot be run'),
      Buffer.alloc(0),
      pdfWith('/Encrypt 1 0 R'),
    ]) {
      const reply = await ask('Айгүл Серікқызы', bytes);
      expect(reply.status, reply.body).toBe(422);
      expect(reply.body).toContain('id="in-document-fault"');
    }
    // What is wrong with the value is said before the file is looked at.
    const blank = await ask(' ');
    expect(blank.body).toContain('id="in-value-fault"');
    expect((await ask('Айгүл', jpegWith(), { field: 'other' })).status).toBe(400);
    const elsewhere = await visitor.upload(
      `${base}/me/correct/postal_address`,
      { value: 'Алматы' },
      {
        ...{ field: 'document', name: 'a.pdf', bytes: pdfWith() },
      },
    );
    expect(elsewhere.status).toBe(400);
    const noFile = await visitor.upload(
      `${base}/me/requests`,
      { kind: 'object', words: 'x' },
      {
        ...{ field: 'document', name: 'a.pdf', bytes: pdfWith() },
      },
    );
    expect(noFile.status).toBe(415);
    expect([(await requests()).length, await files()]).toEqual([before, []]);
  });

  it('becomes a request that is due on the next working day; the value stands as it is', async () => {
    const reply = await ask('Айгүл Серікқызы');
    expect([reply.status, reply.location], reply.body).toEqual([303, `${base}/me/requests`]);
    const page = await visitor.get(`${base}/me/requests`);
    const { due_on: due } = await newest();
    expect(due).toBe('2026-12-01');
    expect(page.body).toContain('Айгүл Серікқызы');
    expect(page.body).toContain('Свидетельство.jpg');
    expect((await visitor.get(`${base}${form}`)).body).toContain('value="Айгүл Жақыпова"');
    // A second one for the same value waits for nobody.
    const again = await ask('Айгүл Ахметова');
    expect(again.status).toBe(422);
    expect((await files()).map(({ state }) => state)).toEqual(['kept']);
  });

  it('hands its document out to its person and to whoever works on the request, to be saved', async () => {
    const row = await newest();
    const [mine = ''] = links((await visitor.get(`${base}/me/requests`)).body);
    const own = await visitor.get(mine);
    expect(own.status).toBe(200);
    expect(own.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="file\.jpg"; filename\*=UTF-8''%D0%A1/,
      ),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    for (const word of planted) expect(Buffer.from(own.bytes).toString('latin1')).not.toContain(word);
    expect(mine).not.toContain('jpg');
    expect((await stranger.get(mine)).status).toBe(404);
    expect((await world.visitor().get(mine)).status).toBe(303);
    const { visitor: support } = await world.staff('Данияр Әлімов', ['test:support']);
    const before = (await entries()).length;
    const [theirs = ''] = links((await support.get(desk(row))).body);
    const seen = await support.get(theirs);
    expect([seen.status, Buffer.from(seen.bytes).equals(Buffer.from(own.bytes))]).toEqual([200, true]);
    const views = (await entries()).slice(before).filter(({ kind }) => kind === 'read');
    expect(views).toContainEqual(
      expect.objectContaining({
        matter: row.request_id,
        actor: expect.objectContaining({ role: 'support' }),
      }),
    );
    const { visitor: analyst } = await world.staff('Ерлан Тестов', ['test:analyst']);
    expect((await analyst.get(theirs)).status).toBe(403);
    // Neither old nor new value is for support, who may not answer it either.
    const page = await support.get(desk(row));
    expect(page.body).toContain('только ответственное лицо');
    const tried = await support.post(desk(row), { outcome: 'done', answer: 'Исправлено' });
    expect(tried.status).toBe(403);
  });

  it('is shown to the officer beside what stands now, and confirmed by a yes', async () => {
    const row = await newest();
    const officer = await world.officer();
    const page = await officer.get(desk(row));
    for (const text of ['Айгүл Жақыпова', 'Айгүл Серікқызы', 'Свидетельство.jpg'])
      expect(page.body).toContain(text);
    const done = await officer.post(desk(row), { outcome: 'done', answer: 'Фамилия исправлена.' });
    expect(done.status, done.body).toBe(303);
    const mine = await visitor.get(`${base}${form}`);
    expect(mine.body).toContain('value="Айгүл Серікқызы"');
    // The value before, for its person.
    expect(mine.body).toContain('Айгүл Жақыпова:');
    expect((await visitor.get(`${base}/me`)).body).toContain('подтвержден');
    const [file] = await files();
    expect(file).toMatchObject({ matter_id: row.request_id, until_on: '2026-12-30' });
    const of = (await entries()).filter(({ matter }) => matter === row.request_id);
    expect(of.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['request', 'collection', 'read', 'change', 'answer']),
    );
    expect(of.find(({ kind }) => kind === 'change')).toMatchObject({
      categories: ['full_name'],
      actor: expect.objectContaining({ role: 'officer' }),
    });
    // Whoever was given the name before is told to correct it.
    const order = { kind: 'correct', categories: ['full_name', 'phone'] };
    const orders = await query('select kind, categories from recipient_order');
    // Two corrections at once before, and this one.
    expect(orders).toEqual([order, order, order]);
    expect((await officer.get(`/console${base}/disclosures`)).body).toContain('Исправить данные');
    // The oracle would ask for the consent it rested on.
    await query('delete from disclosure');
    // Found by the new name, and not by the one before.
    const found = async (name: string) => {
      const inner = world.installation.world;
      const digest = digestOf(inner, { service: world.service.id, field: 'name', value: name });
      return inner.store.transaction((tx) => tx.blindIndex.find(world.service.id, 'name', digest));
    };
    expect([await found('Айгүл Серікқызы'), await found('Айгүл Жақыпова')]).toEqual([[id], []]);
    await world.checkPledges();
  });

  it('needs another document from then on', async () => {
    const bare = await visitor.post(`${base}${form}`, { value: 'Айгүл Жақыпова' });
    expect(bare.status).toBe(422);
    expect(bare.body).toContain('id="in-document-fault"');
    expect((await ask('Айгүл Жақыпова', pdfWith(), { name: 'решение.exe' })).status).toBe(303);
    const row = await newest();
    const officer = await world.officer();
    expect((await officer.get(desk(row))).body).toContain('решение.pdf');
    const ground = { outcome: 'refused', ground: 'documents-missing', answer: 'Документ не о том.' };
    expect((await officer.post(desk(row), ground)).status).toBe(303);
    expect((await visitor.get(`${base}${form}`)).body).toContain('value="Айгүл Серікқызы"');
  });

  it('that nobody decides in time is late, in red for both', async () => {
    expect((await ask('Айгүл Ахметова', pdfWith())).status).toBe(303);
    world.wait({ days: 3 });
    const again = await signIn();
    expect((await again.get(`${base}/me/requests`)).body).toMatch(/clock overdue/);
    const officer = await world.officer();
    expect((await officer.get(`/console${base}/requests`)).body).toMatch(/clock overdue/);
    visitor = again;
  });

  it('is not changed while the data are blocked; the document waits too', async () => {
    const row = await newest();
    const officer = await world.officer();
    expect((await officer.post(`${desk(row)}/block`, { act: 'block' })).status).toBe(303);
    const done = await officer.post(desk(row), { outcome: 'done', answer: 'Исправлено.' });
    expect(done.status).toBe(403);
    expect((await newest()).state).toBe('open');
    await query(`update file set until_on = '2026-01-01'`);
    world.wait({ days: 1 });
    await world.installation.tick();
    expect(await files()).toHaveLength(3);
    const later = await world.officer();
    expect((await later.post(`${desk(row)}/block`, { act: 'lift', reason: 'put-right' })).status).toBe(303);
  });

  it('takes its document along when the term is over, with one act, and says so', async () => {
    const officer = await world.officer();
    const no = { outcome: 'refused', ground: 'documents-missing', answer: 'Документ не о том.' };
    expect((await officer.post(desk(await newest()), no)).status).toBe(303);
    await query(`update file set until_on = '2026-01-01'`);
    world.wait({ days: 1 });
    await world.installation.tick();
    expect(await files()).toEqual([]);
    expect(await query('select * from file_part')).toEqual([]);
    const acts = await query('select counts from destruction_act');
    expect(acts).toContainEqual({ counts: expect.objectContaining({ files: 3 }) });
    const gone = (await entries()).filter(({ because }) => String(because).includes('file-term-over'));
    expect(gone).toHaveLength(3);
    const again = await signIn();
    expect(links((await again.get(`${base}/me/requests`)).body)).toEqual([]);
    await world.checkPledges();
  });

  async function signIn(): Promise<Visitor> {
    const other = world.visitor();
    const asked = await other.post(`${base}/sign-in`, { address: aigul.email });
    const ticket = /value="([0-9a-f-]{36})"/.exec(asked.body)?.[1] ?? '';
    expect((await other.post(`${base}/sign-in`, { ticket, code: await world.code() })).status).toBe(303);
    return other;
  }
});
