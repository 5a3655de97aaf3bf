import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { opened, packageIn } from './handing.ts';
import { aigul, dauren, putInForce } from './liar.ts';

const text = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** A letter in due form. */
const whole = {
  asker: 'state',
  receivedOn: '2026-11-20',
  body: 'Управление полиции района Придуманный',
  official: 'Серік Придуманов',
  position: 'следователь',
  norm: 'статья 185 УПК РК',
  caseNumber: '26-75-11-0001',
  signature: 'eds',
  category: ['full_name', 'phone', 'correspondence', 'postal_address'],
  periodFrom: '2026-01-01',
  periodTo: '2026-11-01',
  channel: 'courier',
};

type Letter = Record<string, string | readonly string[]>;

describe('a letter that asks for data', () => {
  let attacker: Attacker;
  let desk: string;
  let base: string;
  let own: Awaited<ReturnType<Attacker['register']>>;
  let other: Awaited<ReturnType<Attacker['register']>>;
  let approver: Visitor;
  let both: Visitor;

  beforeAll(async () => {
    attacker = await Attacker.open();
    await putInForce(attacker.world);
    base = attacker.world.base;
    desk = `/console${base}/letters`;
    own = await attacker.register(aigul);
    other = await attacker.register(dauren);
    approver = (await attacker.world.staff('Жанар Әлімова', ['test:approver'])).visitor;
    both = (await attacker.world.staff('Олжас Сапаров', ['test:approver', 'test:officer'])).visitor;
    for (const secret of [whole.official, whole.caseNumber, whole.norm, whole.body])
      attacker.world.secrets.add(secret);
  }, 60_000);
  afterAll(() => attacker?.close());

  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const disclosed = () => rows('select * from disclosure');

  /** Enters a letter. @returns its page */
  async function enter(change: Letter = {}, who?: Visitor): Promise<string> {
    const officer = who ?? (await attacker.world.officer());
    const entered = await officer.post(desk, { ...whole, person: own.id, ...change });
    expect(entered.status, entered.body).toBe(303);
    return entered.location ?? '';
  }
  const post = async (page: string, form: Letter, who?: Visitor) =>
    (who ?? (await attacker.world.officer())).post(page, form);

  it('without number, norm and signature is refused with a letter, and nothing goes', async () => {
    const officer = await attacker.world.officer();
    const page = await enter({ caseNumber: '', norm: '', signature: '', category: ['correspondence'] });
    const shown = text((await officer.get(page)).body);
    for (const says of ['нет ссылки на норму закона', 'не указан номер дела', 'не подписан'])
      expect(shown).toContain(says);
    expect((await officer.get(page)).body).not.toContain('value="propose"');
    expect((await post(page, { act: 'propose', category: 'correspondence' })).status).toBe(422);
    expect((await post(page, { act: 'release' }, approver)).status).toBe(422);
    expect((await officer.get(`${page}/refusal.ru.pdf`)).status).toBe(404);
    expect((await post(page, { act: 'refuse', words: '' })).status).toBe(303);
    for (const [language, says] of [
      [
        'ru',
        ['Отказ в предоставлении персональных данных', 'не указан номер дела', 'не подписан', 'Дала Кітап'],
      ],
      ['kk', ['Дербес деректерді беруден бас тарту', 'істің нөмірі көрсетілмеген']],
    ] as const) {
      const file = await attacker.send({
        ...{ method: 'GET', url: `${page}/refusal.${language}.pdf` },
        headers: { cookie: officer.cookie() },
      });
      expect(file.headers['content-type']).toBe('application/pdf');
      const pdf = await getDocumentProxy(new Uint8Array(file.rawPayload));
      const { text: printed } = await extractText(pdf, { mergePages: true });
      for (const part of says) expect(printed.replaceAll(/\s+/g, ' ')).toContain(part);
    }
    expect(await disclosed()).toEqual([]);
    await attacker.world.installation.tick();
    const leaves = await rows('select leaf from log_leaf');
    const refusal = leaves.map(({ leaf }) => String(leaf)).find((leaf) => leaf.includes('letter-refused'));
    for (const code of ['authority-no-norm', 'authority-no-case', 'authority-no-signature'])
      expect(refusal).toContain(code);
    expect((await post(page, { act: 'refuse', words: '' })).status).toBe(422);
  });

  it.each<[string, Letter, string]>([
    ['body', { body: '' }, 'не назван орган'],
    ['official', { official: '' }, 'не указаны имя и должность'],
    ['position', { position: '' }, 'не указаны имя и должность'],
    ['norm', { norm: ' ' }, 'нет ссылки на норму'],
    ['case', { caseNumber: '' }, 'не указан номер дела'],
    ['signature', { signature: '' }, 'не подписан'],
    ['items', { category: [] }, 'какие данные и за какой период'],
    ['period', { periodTo: '' }, 'какие данные и за какой период'],
    ['order of the period', { periodTo: '2025-01-01' }, 'какие данные и за какой период'],
    ['channel', { channel: '' }, 'не указан защищённый способ'],
  ])('without %s releases nothing and names it', async (_element, change, says) => {
    const officer = await attacker.world.officer();
    const page = await enter(change);
    expect(text((await officer.get(page)).body)).toContain(says);
    const refused = await post(page, { act: 'propose', category: 'full_name' });
    expect([refused.status, text(refused.body).includes('не хватает обязательных элементов')]).toEqual([
      422,
      true,
    ]);
    expect((await post(page, { act: 'release' }, approver)).status).toBe(422);
    // Even what was made to look proposed is refused by the gate, in words of its own.
    const id = page.split('/').at(-1) ?? '';
    await attacker.sql.query(
      `update authority_request set state = 'proposed', proposed = '{full_name}',
       categories = '{full_name}' where authority_id = $1`,
      [id],
    );
    const forced = await post(page, { act: 'release' }, approver);
    expect([forced.status, text(forced.body).includes(says)]).toEqual([403, true]);
    expect(await disclosed()).toEqual([]);
  });

  it('of somebody private is refused by rule, however good', async () => {
    const page = await enter({ asker: 'private', body: 'ТОО «Любопытные»' });
    const officer = await attacker.world.officer();
    expect(text((await officer.get(page)).body)).toContain('без решения суда или согласия субъекта');
    expect((await post(page, { act: 'propose', category: 'full_name' })).status).toBe(422);
    expect((await post(page, { act: 'refuse', words: '' })).status).toBe(303);
    expect(await disclosed()).toEqual([]);
  });

  it('about nobody here can only be refused', async () => {
    const officer = await attacker.world.officer();
    const unknown = await officer.post(desk, { ...whole, person: 'nobody@example.kz' });
    expect([unknown.status, text(unknown.body).includes('никого нет')]).toEqual([422, true]);
    const page = await enter({ person: '' });
    expect(text((await officer.get(page)).body)).toContain('среди пользователей сервиса нет');
    expect((await post(page, { act: 'propose', category: 'full_name' })).status).toBe(422);
    expect((await post(page, { act: 'refuse', words: 'Такого субъекта у нас нет.' })).status).toBe(303);
  });

  it('in due form gets the least, by the decision of a second person, once', async () => {
    const officer = await attacker.world.officer();
    const page = await enter({ person: aigul.email ?? '' });
    const shown = (await officer.get(page)).body;
    expect(text(shown)).toContain('Все семь элементов есть');
    expect(text(shown)).toContain('охраняемая законом тайна');
    const beyond = await post(page, { act: 'propose', category: ['full_name', 'birth_date'] });
    expect([beyond.status, text(beyond.body).includes('чего запрос не просит')]).toEqual([422, true]);
    const secret = await post(page, { act: 'propose', category: ['full_name', 'correspondence'] });
    expect([secret.status, text(secret.body).includes('предоставить нельзя')]).toEqual([422, true]);
    expect((await post(page, { act: 'propose', category: 'postal_address' })).status).toBe(422);
    expect((await post(page, { act: 'propose', category: ['full_name', 'phone'] })).status).toBe(303);
    expect((await post(page, { act: 'propose', category: 'full_name' })).status).toBe(422);
    expect((await post(page, { act: 'release' })).status).toBe(403);
    const returned = await post(page, { act: 'return', words: 'Телефон лишний?' }, approver);
    expect(returned.status, returned.body).toBe(303);
    expect(text((await officer.get(page)).body)).toContain('Телефон лишний?');
    expect((await post(page, { act: 'propose', category: ['full_name', 'phone'] })).status).toBe(303);
    const released = await post(page, { act: 'release' }, approver);
    expect(released.status, released.body).toBe(200);
    const { text: jwe, passphrase } = packageIn(released.body);
    const content = opened(jwe, passphrase);
    expect(content.values).toEqual({ full_name: aigul.full_name, phone: aigul.phone });
    expect((await post(page, { act: 'release' }, approver)).status).toBe(422);
    const [row = {}, ...more] = await disclosed();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      ...{
        disclosure_id: content.package,
        kind: 'government',
        purpose: 'authority_request',
        recipient_id: null,
      },
      ...{ categories: ['full_name', 'phone'], barred_until: null },
    });
    expect(row['notified_at']).not.toBe(null);
    await attacker.world.installation.tick();
    const leaves = await rows('select leaf from log_leaf order by leaf_index');
    const entries = leaves.map(({ leaf }) => JSON.parse(String(leaf)) as Record<string, unknown>);
    const [entry = {}] = entries.filter(({ kind }) => kind === 'disclosure');
    const decision = entries.find(({ id }) => id === entry['decision']);
    expect(entry).toMatchObject({ outcome: 'allowed', recipient: 'government', actor: { role: 'approver' } });
    expect(decision).toMatchObject({ kind: 'letter', matter: page.split('/').at(-1) });
    const mine = text((await own.visitor.get(`${base}/me/recipients`)).body);
    expect(mine).toContain('письменный запрос государственного органа');
    await attacker.world.checkPledges();
  });

  it('is decided by nobody who entered it or proposed, whatever their roles', async () => {
    const page = await enter({}, both);
    expect((await post(page, { act: 'propose', category: 'full_name' }, both)).status).toBe(303);
    const refused = await post(page, { act: 'release' }, both);
    expect([refused.status, text(refused.body).includes('Решение принимает другой человек')]).toEqual([
      403,
      true,
    ]);
    expect((await post(page, { act: 'release' }, approver)).status).toBe(200);
  });

  it('lets a secret go only where it names the norm that lifts it', async () => {
    const words = { kind: 'object', words: 'Возражаю.' };
    expect((await own.visitor.post(`${base}/me/requests`, words)).status).toBe(303);
    const page = await enter({ secrecyNorm: 'статья 34 УПК РК' });
    const officer = await attacker.world.officer();
    expect(text((await officer.get(page)).body)).not.toContain('норма её не снимает');
    expect(text((await officer.get(page)).body)).toContain('не хранится');
    expect((await post(page, { act: 'refuse', words: '' })).status).toBe(422);
    expect((await post(page, { act: 'refuse', words: 'Срок не тот.' })).status).toBe(303);
  });

  it('that bars the notice is nothing the person sees until the bar is lifted', async () => {
    const before = (await rows(`select 1 from message where template = 'data-handed-on'`)).length;
    const wrong = await post(desk, { ...whole, person: other.id, barredUntil: '2026-11-20' });
    expect(wrong.status).toBe(422);
    const page = await enter({ person: other.id, barredUntil: '2026-12-01' });
    expect((await post(page, { act: 'propose', category: 'phone' })).status).toBe(303);
    expect((await post(page, { act: 'release' }, approver)).status).toBe(200);
    const see = async () => ({
      readers: text((await other.visitor.get(`${base}/me/readers`)).body).includes('передача данных'),
      mine: text((await other.visitor.get(`${base}/me/recipients`)).body).includes('государственного органа'),
      copy: (await other.visitor.get(`${base}/me/export.json`)).body.includes('authority_request'),
    });
    expect(await see()).toEqual({ readers: false, mine: false, copy: false });
    expect((await rows(`select 1 from message where template = 'data-handed-on'`)).length).toBe(before);
    const officer = await attacker.world.officer();
    const list = `/console${base}/disclosures`;
    expect(text((await officer.get(list)).body)).toContain('Запрос запрещает уведомлять');
    const [row = {}] = await rows(`select * from disclosure where barred_until is not null`);
    const notice = `${list}/${row['disclosure_id']}/notice`;
    expect((await post(notice, { act: 'put-off', until: '2026-11-20' })).status).toBe(422);
    expect((await post(notice, { act: 'put-off', until: '2026-12-15' })).status).toBe(303);
    expect(await see()).toEqual({ readers: false, mine: false, copy: false });
    expect((await post(notice, { act: 'tell' })).status).toBe(303);
    expect((await post(notice, { act: 'tell' })).status).toBe(422);
    expect(await see()).toEqual({ readers: true, mine: true, copy: true });
    expect((await rows(`select 1 from message where template = 'data-handed-on'`)).length).toBe(before + 1);
    await attacker.world.checkPledges();
  });

  it('is put right while nothing is decided, and by no other role', async () => {
    const page = await enter({ caseNumber: '' });
    const amended = await post(`${page}/amend`, { ...whole });
    expect(amended.status, amended.body).toBe(303);
    expect((await post(page, { act: 'propose', category: 'phone' })).status).toBe(303);
    expect((await post(`${page}/amend`, { ...whole })).status).toBe(422);
    const officer = await attacker.world.officer();
    expect((await officer.get(`${page}/amend`)).status).toBe(404);
    expect((await post(desk, { ...whole, person: own.id }, approver)).status).toBe(403);
    expect((await post(page, { act: 'refuse', words: 'Нет.' }, approver)).status).toBe(403);
  });

  it('releases nothing while the data are blocked, and goes with the account', async () => {
    const page = await enter({});
    expect((await post(page, { act: 'propose', category: 'phone' })).status).toBe(303);
    const filed = await own.visitor.post(`${base}/me/requests`, {
      kind: 'block_restrict',
      words: 'Проверьте.',
    });
    expect(filed.status).toBe(303);
    const [request = {}] = await rows(`select request_id from request where kind = 'block_restrict'`);
    const block = `/console${base}/requests/${request['request_id']}/block`;
    expect((await post(block, { act: 'block' })).status).toBe(303);
    const refused = await post(page, { act: 'release' }, approver);
    expect([refused.status, text(refused.body).includes('заблокированы')]).toEqual([403, true]);
    expect((await post(block, { act: 'lift', reason: 'put-right' })).status).toBe(303);
    expect((await own.visitor.post(`${base}/me/delete`, { confirm: 'yes' })).status).toBe(303);
    await attacker.world.installation.tick();
    const left = `select 1 from authority_request where subject_id = '${own.id}'`;
    expect(await rows(left)).toEqual([]);
    expect((await post(page, { act: 'release' }, approver)).status).toBe(404);
    await attacker.world.checkPledges();
  });
});
