import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { endPapers } from '../../src/system/index.ts';
import { jpegWith, pdfWith, planted } from '../pictures.ts';
import type { Person, Reply, Visitor } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { putInForce } from './liar.ts';

const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
};
const berik: Person = {
  full_name: 'Берік Ахметұлы',
  birth_date: '1990-02-03',
  email: 'berik.akhmet@example.kz',
  phone: '+77010005566',
};
const saule: Person = {
  full_name: 'Сәуле Ахметова',
  birth_date: '1991-12-01',
  email: 'saule.akhmetova@example.kz',
  phone: '+77010007788',
};

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const day = (at: number) => new Date(at + 5 * 3_600_000).toISOString().slice(0, 10);

interface Row {
  readonly paper_id: string;
  readonly subject_id: string;
  readonly state: string;
  readonly consents: readonly string[];
  readonly due_on: string | null;
  readonly ends_on: string | null;
}

describe('a consent signed on paper', () => {
  let attacker: Attacker;
  let world: Attacker['world'];
  let base: string;
  let inner: Attacker['world']['installation']['world'];
  let desk: string;
  let officer: Visitor;

  beforeAll(async () => {
    // A Monday at noon.
    attacker = await Attacker.open('test', { at: '2026-11-30T07:00:00Z' });
    ({ world } = attacker);
    ({ base } = world);
    inner = world.installation.world;
    await putInForce(world);
    desk = `/console${base}/papers`;
    officer = await world.officer();
    for (const secret of ['нечёткая подпись', 'папка 7, шкаф 2']) world.secrets.add(secret);
  });
  afterAll(() => attacker?.close());

  const query = async (text: string, values: unknown[] = []) => (await attacker.sql.query(text, values)).rows;
  const papers = async () =>
    (await query('select *, due_on::text, ends_on::text from paper order by paper_id')) as Row[];
  const paper = async (id: string) => (await papers()).find((row) => row.paper_id === id) as Row;
  const consentsOf = (subject: string) =>
    query('select * from consent where subject_id = $1 order by consent_id', [subject]);
  const filesOf = (id: string) => query('select *, until_on::text from file where matter_id = $1', [id]);
  const entries = async () => {
    await world.installation.tick();
    const rows = await query('select leaf from log_leaf order by leaf_index');
    return rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as Record<string, string & string[]>);
  };
  const rulesOf = async (matter: string) =>
    (await entries())
      .filter((entry) => entry.matter === matter)
      .flatMap(({ because = [] }) => [...because].map((rule) => String(rule).split('@')[0]));
  const messages = () => query('select template, subject_id from message order by created_at, message_id');

  /** Registers on paper. @returns the page of the application */
  async function apply(person: Person, optional: readonly string[] = []) {
    const visitor = world.visitor();
    const begun = await world.fill(visitor, person, { form: 'written_scan', optional });
    expect(begun.status, plain(begun.body)).toBe(200);
    const draft = hidden(begun.body, 'draft');
    const code = await world.code();
    const done = await visitor.post(`${base}/confirm`, { draft, code });
    expect(done.status, plain(done.body)).toBe(303);
    const path = done.location ?? '';
    expect(path).toMatch(/\/me\/papers\/[0-9a-f-]{36}$/);
    const id = path.slice(-36);
    return { visitor, path, id, subject: (await paper(id)).subject_id };
  }
  const enter = async (address: string) => {
    const visitor = world.visitor();
    const asked = await visitor.post(`${base}/sign-in`, { address });
    const sent = { ticket: hidden(asked.body, 'ticket'), code: await world.code() };
    expect((await visitor.post(`${base}/sign-in`, sent)).status).toBe(303);
    return visitor;
  };
  const send = (visitor: Visitor, path: string, file: Partial<{ field: string; bytes: Uint8Array }> = {}) =>
    visitor.upload(path, { act: 'send' }, { field: 'scan', name: 'лист.jpg', bytes: jpegWith(), ...file });
  const confirm = (id: string, more: Record<string, string | readonly string[]> = {}): Promise<Reply> =>
    officer.post(`${desk}/${id}`, { act: 'confirm', part: 'base', signedOn: day(world.now), ...more });
  const ask = async (subject: string, purpose = 'support', category = 'phone') => {
    const bearer = await attacker.key({ purpose, category });
    const reply = await attacker.read(bearer, { subject, categories: [category], purpose });
    const { error, because = [] } = JSON.parse(reply.body) as {
      error?: unknown;
      because?: readonly { readonly rule: string }[];
    };
    return because[0]?.rule ?? JSON.stringify(error ?? reply.statusCode);
  };
  const settle = async () => {
    const faults: Error[] = [];
    await endPapers(inner, (error) => faults.push(error));
    expect(faults).toEqual([]);
  };

  it('waits: nothing but the address is taken, and nothing may be done with anything', async () => {
    const { visitor, path, id, subject } = await apply(aigul, ['marketing_notices']);
    expect((await query('select kind from subject where subject_id = $1', [subject]))[0].kind).toBe(
      'applicant',
    );
    const segments = await query('select access, retention from segment where subject_id = $1', [subject]);
    expect(segments).toHaveLength(1);
    expect(await consentsOf(subject)).toEqual([]);
    const page = plain((await visitor.get(path)).body);
    expect(page).toContain('Напечатайте заявление');
    expect(page).toContain('Согласие при регистрации');
    const home = plain((await visitor.get(`${base}/me`)).body);
    expect(home).toContain('Регистрация ждёт согласия');
    expect(home).not.toContain('А•••');
    const sheet = await visitor.get(`${path}/application.pdf`);
    expect(sheet.status).toBe(200);
    expect(sheet.body.slice(0, 5)).toBe('%PDF-');
    // Nothing is given in another way before, nobody named, and nobody at the desk finds a consent.
    expect((await visitor.get(`${base}/me/give`)).body).not.toContain('?of=base');
    const given = await visitor.post(`${base}/me/give`, { key: 'base', form: 'checkbox', agree: 'yes' });
    expect(given.status).toBe(422);
    expect(await ask(subject)).toBe('consent-missing');
    await world.checkPledges();
    // The sheet is sent: the refusal says that it waits, since when, and the officer is the one to look.
    expect((await send(visitor, path)).status).toBe(303);
    const row = await paper(id);
    expect(row).toMatchObject({ state: 'waiting', due_on: '2026-12-03', consents: [] });
    expect(await ask(subject)).toBe('consent-pending');
    const waits = plain((await visitor.get(path)).body);
    expect(waits).toContain('Ждёт проверки с');
    expect(waits).toContain('3 декабря 2026');
    expect((await filesOf(id))[0]).toMatchObject({ use: 'signed-proof', state: 'kept', until_on: null });
    expect(await consentsOf(subject)).toEqual([]);
    await world.checkPledges();
  });

  it('is confirmed by the officer who sees the sheet beside the offer, once, from then on', async () => {
    const [{ paper_id: id = '', subject_id: subject = '' } = {}] = await papers();
    const list = await officer.get(desk);
    expect(plain(list.body)).toContain('Ждут проверки: 1');
    const shown = await officer.get(`${desk}/${id}`);
    expect(plain(shown.body)).toContain(aigul.full_name);
    expect(plain(shown.body)).toContain('Перечень данных');
    expect(shown.body).not.toMatch(/name="part"[^>]*\schecked/);
    const href = /href="([^"]*\/document)"/.exec(shown.body)?.[1] ?? '';
    const picture = await officer.get(href);
    expect(picture.status).toBe(200);
    for (const word of planted) expect(picture.body).not.toContain(word);
    // Signed before it was printed, or tomorrow; nothing ticked; the base left out; a part that is none.
    for (const wrong of [
      { signedOn: '2026-11-29' },
      { signedOn: '2026-12-01' },
      { signedOn: 'вчера' },
      { part: [] },
      { part: 'marketing_notices' },
      { part: ['base', 'other'] },
    ])
      expect((await confirm(id, wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect(await consentsOf(subject)).toEqual([]);
    world.wait({ hours: 2 });
    officer = await world.officer();
    const before = (await messages()).length;
    const both = await Promise.all([confirm(id), confirm(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    const given = await consentsOf(subject);
    expect(given).toHaveLength(1);
    expect(given[0]).toMatchObject({ form: 'written_checked' });
    expect(Number(given[0].given_at)).toBeGreaterThan(world.now - 60_000);
    expect((await paper(id)).consents).toEqual([given[0].consent_id]);
    expect((await query('select kind from subject where subject_id = $1', [subject]))[0].kind).toBe('user');
    expect((await messages()).slice(before)).toMatchObject([{ template: 'paper-confirmed' }]);
    expect(await ask(subject)).not.toBe('consent-pending');
    expect(await rulesOf(id)).toEqual(expect.arrayContaining(['paper-made', 'paper-confirmed']));
    await world.checkPledges();
  });

  it('has a receipt that says how it was given, and is withdrawn as every other', async () => {
    const [{ paper_id: id = '', subject_id: subject = '' } = {}] = await papers();
    const visitor = await enter(aigul.email ?? '');
    const [consent] = await consentsOf(subject);
    const receipt = plain((await visitor.get(`${base}/me/consents/${consent.consent_id}`)).body);
    expect(receipt).toContain('подписанное заявление, проверенное ответственным лицом');
    expect(receipt).toContain('изображение из кабинета');
    expect(receipt).toContain('30 ноября 2026');
    const data = plain((await visitor.get(`${base}/me`)).body);
    expect(data).toContain('А•••');
    // The purpose that was printed and not signed for is not given.
    expect(await ask(subject, 'marketing_notices', 'email')).toBe('consent-missing');
    const done = await visitor.post(`${base}/me/consents/${consent.consent_id}/withdraw`, { whole: 'yes' });
    expect(done.status).toBe(303);
    expect(await ask(subject)).toBe('consent-withdrawn');
    // Kept as evidence three years more, then destroyed.
    await settle();
    expect(await paper(id)).toMatchObject({ state: 'confirmed', ends_on: '2029-11-30' });
    expect((await filesOf(id))[0]).toMatchObject({ until_on: '2029-11-30' });
    await world.checkPledges();
  });

  it('that is not good enough is asked for again, and refused with a reason', async () => {
    const { visitor, path, id, subject } = await apply(berik);
    for (const bytes of [Buffer.from('MZ a program'), Buffer.alloc(0), pdfWith('/Encrypt 1 0 R')])
      expect((await send(visitor, path, { bytes })).status).toBe(422);
    expect((await send(visitor, path, { field: 'other' })).status).toBe(400);
    expect((await visitor.post(path, { act: 'send' })).status).toBe(422);
    expect(await filesOf(id)).toEqual([]);
    // Two at once: one is kept, the other leaves nothing.
    const two = await Promise.all([send(visitor, path), send(visitor, path)]);
    expect(two.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await filesOf(id)).toHaveLength(1);
    const [first] = await filesOf(id);
    expect((await officer.post(`${desk}/${id}`, { act: 'again', words: '' })).status).toBe(422);
    expect((await officer.post(`${desk}/${id}`, { words: 'нечёткая подпись' })).status).toBe(422);
    expect((await officer.post(`${desk}/${id}`, { act: 'again', words: 'нечёткая подпись' })).status).toBe(
      303,
    );
    expect(await paper(id)).toMatchObject({ state: 'open', due_on: null, ends_on: '2026-12-30' });
    expect((await confirm(id)).status).toBe(422);
    expect(plain((await visitor.get(path)).body)).toContain('нечёткая подпись');
    expect((await send(visitor, path, { bytes: pdfWith() })).status).toBe(303);
    const [second, ...more] = await filesOf(id);
    expect(more).toEqual([]);
    expect(second.file_id).not.toBe(first.file_id);
    expect((await officer.post(`${desk}/${id}`, { act: 'refuse', words: 'нечёткая подпись' })).status).toBe(
      303,
    );
    expect(await paper(id)).toMatchObject({ state: 'refused', consents: [] });
    expect((await filesOf(id))[0]).toMatchObject({ until_on: '2026-12-30' });
    expect((await confirm(id)).status).toBe(422);
    expect((await send(visitor, path)).status).toBe(422);
    expect(await ask(subject)).toBe('consent-missing');
    expect(
      (await messages()).filter(({ subject_id: of }) => of === subject).map(({ template }) => template),
    ).toEqual(expect.arrayContaining(['paper-again', 'paper-refused']));
    // They try again with what they filled in, and do not come back: the account goes, told beforehand.
    const anew = await visitor.post(path, { act: 'anew' });
    expect(anew.status, plain(anew.body)).toBe(303);
    expect(anew.location).not.toBe(path);
    world.wait({ days: 31 });
    await settle();
    const [newest] = await query(
      `select state, ends_on::text from paper where subject_id = $1 and state = 'lapsed'`,
      [subject],
    );
    expect(newest).toMatchObject({ state: 'lapsed' });
    world.wait({ days: 8 });
    await settle();
    await settle();
    await world.installation.tick();
    expect(await query('select 1 from subject where subject_id = $1', [subject])).toEqual([]);
    expect(await query('select 1 from paper where subject_id = $1', [subject])).toEqual([]);
    expect(await query('select 1 from file where subject_id = $1', [subject])).toEqual([]);
    await world.checkPledges();
  });

  it('that came by post is found by its number and taken in with its day, its place and a scan', async () => {
    officer = await world.officer();
    const { visitor, path, id, subject } = await apply(saule);
    const number = /\d{8}-[0-9A-F]{5}/.exec((await visitor.get(path)).body)?.[0] ?? '';
    expect((await officer.post(desk, { find: '20200101-00000' })).status).toBe(404);
    expect((await officer.post(desk, { find: 'что-то' })).status).toBe(404);
    expect((await officer.post(desk, { find: number.toLowerCase() })).location).toBe(`${desk}/${id}`);
    const scan = { field: 'scan', name: 'лист.pdf', bytes: pdfWith() };
    const sent = { receivedOn: day(world.now), keptAt: 'папка 7, шкаф 2' };
    const take = (more: Record<string, string>, file = scan) =>
      officer.upload(`${desk}/${id}/post`, { ...sent, ...more }, file);
    expect((await take({ receivedOn: '2026-01-01' })).status).toBe(422);
    expect((await take({ keptAt: ' ' })).status).toBe(422);
    expect((await take({}, { ...scan, bytes: Buffer.from('no') })).status).toBe(422);
    expect((await officer.post(`${desk}/${id}/post`, sent)).status).toBe(422);
    expect((await take({})).status).toBe(303);
    expect((await take({})).status).toBe(422);
    expect(await paper(id)).toMatchObject({ state: 'waiting', way: 'post' });
    expect(plain((await visitor.get(path)).body)).toContain('по почте');
    expect((await confirm(id)).status).toBe(303);
    const [consent] = await consentsOf(subject);
    const receipt = plain((await visitor.get(`${base}/me/consents/${consent.consent_id}`)).body);
    expect(receipt).toContain('папка 7, шкаф 2');
    await world.checkPledges();
  });

  it('is asked for in the cabinet too, taken back, and dropped by a withdrawal of the same', async () => {
    const visitor = await enter(saule.email ?? '');
    const give = (key: string) => visitor.post(`${base}/me/give`, { key, form: 'written_scan' });
    const begun = await give('marketing_notices');
    expect(begun.status, plain(begun.body)).toBe(303);
    const path = begun.location ?? '';
    const id = path.slice(-36);
    const { subject_id: subject } = await paper(id);
    expect(plain((await visitor.get(`${base}/me/consents`)).body)).toContain('Заявления на бумаге');
    // Nobody else's: neither to see, nor to send, nor to print.
    const other = await world.register({ ...berik, email: 'other@example.kz', phone: '+77010009911' });
    for (const at of [path, `${path}/application.pdf`])
      expect((await other.visitor.get(at)).status).toBe(404);
    expect((await send(other.visitor, path)).status).toBe(404);
    expect((await other.visitor.post(path, { act: 'back' })).status).toBe(404);
    // Printed twice: the first is forgotten.
    const second = (await give('marketing_notices')).location ?? '';
    expect((await visitor.get(path)).status).toBe(404);
    expect((await send(visitor, second)).status).toBe(303);
    expect((await give('marketing_notices')).status).toBe(422);
    expect((await visitor.post(second, { act: 'back' })).status).toBe(303);
    expect(await filesOf(second.slice(-36))).toEqual([]);
    expect(await paper(second.slice(-36))).toMatchObject({ state: 'dropped' });
    expect((await confirm(second.slice(-36), { part: 'marketing_notices' })).status).toBe(422);
    // A paper that waits to repeat the base consent goes with its withdrawal.
    const repeated = (await give('base')).location ?? '';
    expect((await send(visitor, repeated)).status).toBe(303);
    const [consent] = await consentsOf(subject);
    await visitor.post(`${base}/me/consents/${consent.consent_id}/withdraw`, { whole: 'yes' });
    expect(await paper(repeated.slice(-36))).toMatchObject({ state: 'dropped' });
    expect((await confirm(repeated.slice(-36))).status).toBe(422);
    await world.checkPledges();
  });

  it('that nobody looks at is over after thirty days: late in red, then destroyed and told', async () => {
    officer = await world.officer();
    const { visitor } = await world.register({ ...aigul, email: 'late@example.kz', phone: '+77010004455' });
    const path =
      (await visitor.post(`${base}/me/give`, { key: 'marketing_notices', form: 'written_scan' })).location ??
      '';
    const id = path.slice(-36);
    expect((await send(visitor, path)).status).toBe(303);
    world.wait({ days: 7 });
    officer = await world.officer();
    expect((await officer.get(desk)).body).toContain('overdue');
    expect(plain((await officer.get('/console')).body)).toContain('заявления о согласии с истёкшим сроком 1');
    world.wait({ days: 24 });
    await settle();
    await settle();
    expect(await paper(id)).toMatchObject({ state: 'lapsed', consents: [] });
    expect(await filesOf(id)).toEqual([]);
    expect((await messages()).filter(({ template }) => template === 'paper-lapsed')).toHaveLength(1);
    officer = await world.officer();
    expect((await confirm(id, { part: 'marketing_notices' })).status).toBe(422);
    expect(await rulesOf(id)).toEqual(expect.arrayContaining(['paper-lapsed']));
    await world.checkPledges();
  });

  it('of a blocked person is not confirmed away: the picture stays while the block does', async () => {
    const { visitor } = await world.register({ ...aigul, email: 'held@example.kz', phone: '+77010004466' });
    const path =
      (await visitor.post(`${base}/me/give`, { key: 'marketing_notices', form: 'written_scan' })).location ??
      '';
    const id = path.slice(-36) as Id;
    expect((await send(visitor, path)).status).toBe(303);
    const { subject_id: subject } = await paper(id);
    const block = { id, request: id, since: world.now, entry: id };
    await inner.store.transaction((tx) => tx.blocks.insert(world.service.id, subject as Id, block));
    expect((await visitor.post(path, { act: 'back' })).status).toBe(303);
    expect(await filesOf(id)).toHaveLength(1);
    await inner.store.transaction((tx) =>
      tx.blocks.lift(world.service.id, subject as Id, { id, at: world.now }),
    );
    expect(await paper(id)).toMatchObject({ state: 'dropped' });
    expect((await filesOf(id))[0].until_on).toBe(day(world.now));
  });
});
