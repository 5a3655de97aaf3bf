import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { jpegWith } from '../pictures.ts';
import type { Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { carrier, opened, packageIn, register } from './handing.ts';
import { aigul, Liar, putInForce, statesOf } from './liar.ts';

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
const forContracts = ['identify_party', 'contract_performance'];
const cites = ['2.1'];

/** The example, which also says that the party of a contract is identified, by name and number. */
const identifying = (policy: Policy): Policy => ({
  ...policy,
  purposes: [
    ...policy.purposes,
    ...forContracts.map((purpose) => ({ purpose, cites, origin: 'text' as const })),
  ],
  retention: [
    ...policy.retention,
    { rule: 'fixed_term', months: 1, categories: ['id_document'], cites: ['8.2'], origin: 'text' },
  ],
  data: [
    ...policy.data.map((row) =>
      row.category === 'full_name' ? { ...row, purposes: [...row.purposes, ...forContracts] } : row,
    ),
    {
      ...{ category: 'id_document', group: 'given', mandatory: false, access: 'limited', origin: 'text' },
      ...{ purposes: forContracts, cites },
    } as Policy['data'][number],
  ],
});

const number = '044123456';
const source = {
  ...carrier,
  ...{ name: 'ТОО «Сверка»', category: ['full_name', 'id_document', 'phone'] },
  ...{ purpose: ['identify_party', 'order_delivery'] },
};

/** Confirms the name by a document, as the person asks and the officer decides. */
async function confirmName(world: Attacker['world'], visitor: Visitor, name = aigul.full_name ?? '') {
  const page = `${world.base}/me/correct/full_name`;
  const file = { field: 'document', name: 'Удостоверение.jpg', bytes: jpegWith() };
  const sent = await visitor.upload(page, { value: name }, file);
  expect(sent.status, sent.body).toBe(303);
  const officer = await world.officer();
  const list = (await officer.get(`/console${world.base}/requests`)).body;
  const request = /\/requests\/([0-9a-f-]{36})"/.exec(list)?.[1] ?? '';
  const done = await officer.post(`/console${world.base}/requests/${request}`, {
    ...{ outcome: 'done', answer: 'Подтверждено.' },
  });
  expect(done.status, done.body).toBe(303);
}

describe('a contract', () => {
  let attacker: Attacker;
  let officer: Visitor;
  let visitor: Visitor;
  let subject: string;
  let key: string;
  let at: string;
  let card: string;

  beforeAll(async () => {
    attacker = await Attacker.open('test', { revise: identifying, at: '2026-11-30T07:00:00Z' });
    const { world } = attacker;
    await putInForce(world);
    const registered = await attacker.register(aigul);
    ({ visitor, id: subject } = registered);
    world.secrets.add(number);
    const given = await visitor.post(`${world.base}/me/correct/id_document`, { value: number });
    expect(given.status, given.body).toBe(303);
    officer = await world.officer();
    at = `/console${world.base}/subjects/${subject}/contracts`;
    key = await attacker.key({
      purpose: 'contract_performance',
      category: ['full_name', 'id_document'],
      days: '365',
    });
    card = await register(world, source);
    world.secrets.add('Жақыпова-Сейт');
  }, 60_000);
  afterAll(() => attacker?.close());

  const rows = async (query: string) => (await attacker.sql.query(query)).rows as Record<string, unknown>[];
  const entries = async (rule: string) => {
    await attacker.world.installation.tick();
    const leaves = await rows('select leaf from log_leaf order by leaf_index');
    const all = leaves.map(({ leaf }) => decodeEntry(leaf as Uint8Array) as Entry);
    return all.filter(({ because = [] }) => because.some((text) => text.split('@')[0] === rule));
  };
  const read = (more: object = {}) =>
    attacker.read(key, { subject, purpose: 'contract_performance', categories: ['full_name'], ...more });
  const list = async () => {
    const reply = await attacker.send({
      method: 'POST',
      url: `/api/v1${attacker.world.base}/list`,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      payload: JSON.stringify({ purpose: 'contract_performance', categories: ['full_name'] }),
    });
    return reply.json() as { people: { subject: string }[]; refused: number };
  };
  const post = async (form: Readonly<Record<string, string | readonly string[]>>) =>
    (await attacker.world.officer()).post(at, form);

  it('is not made with somebody who only says who they are, and the log says so', async () => {
    const reply = await post({ act: 'conclude' });
    expect([reply.status, plain(reply.body).includes('личность не подтверждена')]).toEqual([422, true]);
    expect(await rows('select * from contract')).toEqual([]);
    const [entry] = await entries('identity-unconfirmed');
    expect(entry).toMatchObject({ kind: 'agreement', outcome: 'refused', actor: { role: 'officer' } });
    const page = plain((await officer.get(at)).body);
    expect(page).toContain('Фамилия, имя, отчество: указано, не подтверждено');
    expect(page).not.toContain('Жақыпова');
  });

  it('is what data are used for it under: without one the gate refuses, by clause', async () => {
    const reply = await read();
    expect([reply.statusCode, reply.body.includes('identity-unconfirmed')]).toEqual([403, true]);
    expect(await list()).toMatchObject({ people: [], refused: 1 });
    const two = await Promise.all([read(), read()]);
    expect(two.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
  });

  it('asks for the number too: a name confirmed by a document is not enough', async () => {
    await confirmName(attacker.world, visitor);
    const reply = await post({ act: 'conclude' });
    expect([reply.status, plain(reply.body).includes('Не подтверждено: номер документа')]).toEqual([
      422,
      true,
    ]);
    const mine = plain((await visitor.get(`${attacker.world.base}/me`)).body);
    expect(mine).toContain('подтверждено документом');
  });

  it('has values compared by a law only, with a source the person agreed to, and no more', async () => {
    const form = {
      act: 'compare',
      recipient: card,
      law: 'Закон о платежах, статья 25',
      category: ['full_name', 'id_document'],
    };
    for (const [change, says] of [
      [{ law: '' }, 'Не назван закон'],
      [{ law: 'по закону' }, 'Не назван закон'],
      [{ category: [] }, 'Отметьте'],
      [{ category: ['id_document', 'phone'] }, 'это не нужно'],
      [{ category: ['full_name'] }, 'уже подтверждено'],
    ] as const) {
      const reply = await post({ ...form, ...change });
      expect([reply.status, plain(reply.body).includes(says)], says).toEqual([422, true]);
    }
    const alone = await post(form);
    expect([alone.status, plain(alone.body).includes('согласи')]).toEqual([403, true]);
    expect(await rows('select * from identity_check')).toEqual([]);
    const agreed = await visitor.post(`${attacker.world.base}/me/recipients`, {
      box: `to.${card}.1`,
      agree: 'yes',
    });
    expect(agreed.status, agreed.body).toBe(303);
    const sent = await post(form);
    expect(sent.status, plain(sent.body)).toBe(200);
    const { text, passphrase } = packageIn(sent.body);
    expect(opened(text, passphrase)).toMatchObject({
      purpose: 'identify_party',
      values: { full_name: aigul.full_name, id_document: number },
    });
    expect(Object.keys(opened(text, passphrase).values).sort()).toEqual(['full_name', 'id_document']);
    const [check] = await rows('select law, categories, matched, disclosure_id from identity_check');
    expect(check).toMatchObject({ law: form.law, categories: ['full_name', 'id_document'], matched: null });
    expect(
      await rows(`select 1 from disclosure where disclosure_id = '${check?.disclosure_id}'`),
    ).toHaveLength(1);
  });

  it('is not made on a no, and not on a yes to what has changed since', async () => {
    const newest = async () =>
      String((await rows('select check_id from identity_check order by check_id desc limit 1'))[0]?.check_id);
    expect((await post({ act: 'answer', id: await newest(), answer: 'no' })).status).toBe(303);
    expect((await post({ act: 'answer', id: await newest(), answer: 'yes' })).status).toBe(303);
    expect(await rows('select matched from identity_check')).toEqual([{ matched: false }]);
    expect((await post({ act: 'conclude' })).status).toBe(422);
    const form = {
      act: 'compare',
      recipient: card,
      law: 'Закон о платежах, статья 25',
      category: ['id_document'],
    };
    attacker.world.wait({ minutes: 1 });
    expect((await post(form)).status).toBe(200);
    attacker.world.wait({ minutes: 1 });
    const changed = await visitor.post(`${attacker.world.base}/me/correct/id_document`, {
      value: '044123457',
    });
    expect(changed.status, changed.body).toBe(303);
    expect((await post({ act: 'answer', id: await newest(), answer: 'yes' })).status).toBe(409);
    expect((await post({ act: 'answer', id: await newest(), answer: 'no' })).status).toBe(303);
    attacker.world.wait({ minutes: 1 });
    expect((await post(form)).status).toBe(200);
    expect((await post({ act: 'answer', id: await newest(), answer: 'yes' })).status).toBe(303);
    expect(await entries('comparison-matched')).toHaveLength(1);
    expect((await post(form)).status).toBe(422);
  });

  it('is made once who they are is confirmed, and keeps how and when, and no value', async () => {
    const reply = await post({ act: 'conclude' });
    expect(reply.status, plain(reply.body)).toBe(303);
    const [row] = await rows('select confirmed, concluded_at, entry_id from contract');
    expect(row?.confirmed).toMatchObject([
      { category: 'full_name', way: 'document' },
      { category: 'id_document', way: 'comparison' },
    ]);
    const [entry] = await entries('contract-concluded');
    expect(entry).toMatchObject({
      id: row?.entry_id,
      outcome: 'done',
      categories: ['full_name', 'id_document'],
    });
    const register = plain((await officer.get(`/console${attacker.world.base}/contracts`)).body);
    for (const part of ['Договор 20261130-', 'подтверждено документом', 'подтверждено сверкой'])
      expect(register).toContain(part);
    const mine = plain((await visitor.get(`${attacker.world.base}/me/contracts`)).body);
    expect(mine).toContain('удостоверяющего личность: подтверждено сверкой');
    expect((await read()).statusCode).toBe(200);
    expect(await list()).toMatchObject({ people: [{ subject }], refused: 0 });
    await attacker.world.checkPledges();
  });

  it('leaves a confirmed value to a document alone', async () => {
    const page = `${attacker.world.base}/me/correct`;
    expect((await visitor.post(`${page}/full_name`, { value: 'Айгүл Жақыпова-Сейт' })).status).toBe(422);
    expect((await visitor.post(`${page}/id_document`, { value: number })).status).toBe(422);
  });

  it('keeps the data it needs while it stands; the term runs from its end', async () => {
    const { world } = attacker;
    const held = async () => {
      await world.installation.tick();
      const again = world.visitor();
      await again.get(`${world.base}/`);
      return (await rows(`select category from destroyed_value where subject_id = '${subject}'`)).map(
        ({ category }) => category,
      );
    };
    world.wait({ days: 60 });
    expect(await held()).not.toContain('id_document');
    expect((await read({ categories: ['id_document'] })).statusCode).toBe(200);
    const [row] = await rows('select contract_id from contract');
    const id = String(row?.contract_id);
    const again = await world.officer();
    const end = () => again.post(at, { act: 'end', id });
    const [one, two] = await Promise.all([end(), end()]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(await entries('contract-ended')).toHaveLength(1);
    const over = await read();
    expect([over.statusCode, over.body.includes('contract-over')]).toEqual([403, true]);
    world.wait({ days: 20 });
    expect(await held()).not.toContain('id_document');
    world.wait({ days: 20 });
    expect(await held()).toContain('id_document');
    await world.checkPledges();
  });

  it('is in the copy of everything, and goes with the account', async () => {
    const again = attacker.world.visitor();
    const session = await attacker.session(subject);
    const cookie = { cookie: `kepil_s_test=${session}` };
    const copy = await attacker.send({
      method: 'GET',
      url: `${attacker.world.base}/me/export.json`,
      headers: cookie,
    });
    expect(copy.json().contracts).toMatchObject([
      { confirmed: [{ way: 'document' }, { way: 'comparison' }] },
    ]);
    const gone = await attacker.form(`${attacker.world.base}/me/delete`, 'when=now&confirm=yes', cookie);
    expect(gone.statusCode, gone.body).toBe(303);
    await attacker.world.installation.tick();
    expect(await rows('select 1 from contract union all select 1 from identity_check')).toEqual([]);
    expect((await again.get(`${attacker.world.base}/`)).status).toBe(200);
    await attacker.world.checkPledges();
  });
});

describe('the pledge that the party of a contract is identified', () => {
  let liar: Liar;
  beforeAll(async () => {
    // An address shows who somebody is where the policy collects nothing better for it.
    const byAddress = (policy: Policy): Policy => ({
      ...identifying(policy),
      data: policy.data.map((row) =>
        row.category === 'email' ? { ...row, purposes: [...row.purposes, ...forContracts] } : row,
      ),
    });
    liar = await Liar.open({
      live: true,
      revise: byAddress,
      settle: async (world, people) => {
        const desk = `/console${world.base}/subjects/${people[0]?.id}/contracts`;
        const made = await (await world.officer()).post(desk, { act: 'conclude' });
        expect(made.status, plain(made.body)).toBe(303);
      },
    });
  }, 60_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());

  const deed = (query: string) => ({ deed: () => liar.sql.query(query) });

  it('is kept by what is there', async () => {
    expect(statesOf(await liar.prove(), 'party-identified')).toEqual(['kept']);
  });

  it('party-identified: a contract was made with nobody known', () =>
    liar.turnsRed('party-identified', deed("update contract set confirmed = '[]'")));

  it('party-identified: a contract has no entry of its own', () =>
    liar.turnsRed(
      'party-identified',
      deed('update contract set entry_id = (select entry_id from consent limit 1)'),
    ));

  it('party-identified: what was confirmed is only said now', () =>
    liar.turnsRed('party-identified', {
      deed: () => liar.rewrite((history) => history.map((one) => ({ ...one, status: 'stated' }))),
    }));

  it('party-identified: data were used for a contract that had ended', () =>
    liar.turnsRed('party-identified', {
      deed: async () => {
        await liar.sql.query('update contract set ended_at = concluded_at');
        await liar.forge({ kind: 'use', verb: 'use', purpose: 'contract_performance' });
      },
    }));
});
