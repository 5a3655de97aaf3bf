import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hidden } from './attacker.ts';
import { MinorWorld, mother, plain, young } from './minor.ts';

describe('a parent who finds the account of a child', () => {
  let at: MinorWorld;
  const email = 'alikhan@example.kz';
  const child = { ...young, email, birth_date: '1990-04-05' };
  const parent = {
    child: mother.child,
    proof: 'Мать, свидетельство о рождении.',
    kind: 'delete',
    name: mother.name,
    answerTo: mother.address,
    language: 'ru',
    words: 'Сын назвал чужой возраст.',
  };
  beforeAll(async () => {
    at = await MinorWorld.open();
  });
  afterAll(() => at?.close());

  const desk = async () => {
    const [row] = await at.one('select request_id from request order by request_id desc limit 1');
    return `/console${at.base}/requests/${row.request_id}`;
  };
  const blocked = async () => (await at.count('block where lifted_at is null')) > 0;
  const claimed = async (form: Partial<typeof parent> = {}) => {
    const visitor = at.world.visitor();
    const reply = await visitor.post(`${at.base}/child`, { ...parent, address: child.email, ...form });
    expect(reply.status, plain(reply.body)).toBe(303);
  };

  it('may consent instead of having it destroyed, once it is known who asks', async () => {
    const visitor = at.world.visitor();
    const begun = await at.world.fill(visitor, child);
    const code = await at.codeTo(child.email);
    const form = { draft: hidden(begun.body, 'draft'), code };
    expect((await visitor.post(`${at.base}/confirm`, form)).status).toBe(303);
    await claimed();
    expect(await blocked()).toBe(true);
    const officer = await at.world.officer();
    const offer = { relation: 'mother', birth: '2010-04-05' };
    const page = await desk();
    expect(plain((await officer.get(page)).body)).toContain('Предложить согласие вместо уничтожения');
    expect(plain((await officer.post(`${page}/guardian`, offer)).body)).toContain(
      'неизвестно, кто обратился',
    );
    expect((await officer.post(`${page}/identity`, { method: 'document-seen' })).status).toBe(303);
    for (const wrong of [
      { ...offer, relation: '' },
      { ...offer, birth: '' },
      { ...offer, birth: '1990-04-05' },
    ])
      expect((await officer.post(`${page}/guardian`, wrong)).status).toBe(422);
    expect(await at.count('representation')).toBe(0);
    expect((await officer.post(`${page}/guardian`, offer)).status).toBe(303);
    expect((await officer.post(`${page}/guardian`, offer)).status).toBe(422);
    expect((await at.newest()).state).toBe('proved');
    expect(await blocked()).toBe(true);
  });

  it('lifts the block by it; what the child agreed to alone ends, and the demand is answered', async () => {
    const link = await at.linkTo(mother.address);
    const read = await at.world.visitor().get(link);
    expect(read.body).not.toContain(young.phone);
    expect((await at.give(link, ['consent'])).status).toBe(303);
    expect(await blocked()).toBe(false);
    const rows = await at.one('select form, withdrawn_at from consent order by given_at');
    expect(rows.map(({ form, withdrawn_at }) => [form, withdrawn_at !== null])).toEqual([
      ['checkbox', true],
      ['guardian_checked', false],
    ]);
    const [request] = await at.one('select state, closed_at from request');
    expect([request.state, request.closed_at !== null]).toEqual(['done', true]);
    expect(await at.count('destruction_act')).toBe(0);
    const officer = await at.world.officer();
    const [{ subject_id: id }] = await at.one("select subject_id from subject where kind = 'user'");
    const card = await officer.get(`/console${at.base}/subjects/${id}`);
    expect(plain(card.body)).toContain('С согласия законного представителя');
    const signed = await at.signIn(child.email);
    expect(plain((await signed.get(`${at.base}/me/consents`)).body)).toContain('с согласия законного');
    await at.world.checkPledges();
  });

  it('a second parent may too; either of them ends what was allowed', async () => {
    const father = { name: 'Ержан Придуманный', answerTo: 'erzhan@example.kz' };
    for (const value of Object.values(father)) at.world.secrets.add(value);
    await claimed(father);
    const officer = await at.world.officer();
    const page = await desk();
    expect((await officer.post(`${page}/identity`, { method: 'document-seen' })).status).toBe(303);
    const offer = { relation: 'father', birth: '2010-04-05' };
    expect((await officer.post(`${page}/guardian`, offer)).status).toBe(303);
    const link = await at.linkTo(father.answerTo);
    const reply = await at.world.visitor().get(link);
    // Everything the mother allowed is allowed already: there is nothing else to give here.
    expect(reply.status).toBe(200);
    const no = { act: 'refuse', of: (await at.newest()).representation_id };
    expect((await at.world.visitor().post(link, no)).status).toBe(303);
    expect(await blocked()).toBe(true);
    const refusal = { outcome: 'refused', ground: 'unfounded', answer: 'Согласие матери есть.' };
    expect((await officer.post(page, refusal)).status).toBe(303);
    expect(await blocked()).toBe(false);
    expect(await at.count("representation where state = 'in-force'")).toBe(1);
  });

  it('loses the right when a court says so: the consents end, the link opens nothing', async () => {
    await at.world.visitor().post(`${at.base}/guardian`, { address: mother.address });
    const link = await at.linkTo(mother.address);
    expect((await at.world.visitor().get(link)).status).toBe(200);
    const [{ representation_id: id }] = await at.one(
      "select representation_id from representation where state = 'in-force'",
    );
    expect((await at.decide({ act: 'end' }, id)).status).toBe(303);
    expect((await at.decide({ act: 'end' }, id)).status).toBe(422);
    expect(await at.count('consent where withdrawn_at is null')).toBe(0);
    expect((await at.world.visitor().get(link)).status).toBe(404);
    expect(await at.sentTo(mother.address, /прекращено/)).not.toBe('');
    expect(await at.sentTo(child.email, /больше не действуют/)).not.toBe('');
    await at.world.checkPledges();
  });
});
