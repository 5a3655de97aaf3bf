import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { endPapers } from '../../src/system/index.ts';
import { jpegWith, pdfWith } from '../pictures.ts';
import type { Person, Visitor } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { putInForce } from './liar.ts';

const person = (n: number): Person => ({
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: `aigul${n}@example.kz`,
  phone: `+7701000110${n}`,
});
const day = (at: number) => new Date(at + 5 * 3_600_000).toISOString().slice(0, 10);

/** What comes at the wrong moment: a withdrawal, a block, a second picture, a day that cannot be. */
describe('a signed sheet that is on its way', () => {
  let attacker: Attacker;
  let world: Attacker['world'];
  let base: string;
  let inner: Attacker['world']['installation']['world'];
  let desk: string;
  let officer: Visitor;

  beforeAll(async () => {
    attacker = await Attacker.open('test', { at: '2026-11-30T07:00:00Z' });
    ({ world } = attacker);
    ({ base } = world);
    inner = world.installation.world;
    await putInForce(world);
    desk = `/console${base}/papers`;
    officer = await world.officer();
  });
  afterAll(() => attacker?.close());

  const query = async (text: string, values: unknown[] = []) => (await attacker.sql.query(text, values)).rows;
  const paper = async (id: string) => (await query('select * from paper where paper_id = $1', [id]))[0];
  const consentsOf = (subject: string) => query('select * from consent where subject_id = $1', [subject]);
  const entries = async () => {
    await world.installation.tick();
    const rows = await query('select leaf from log_leaf order by leaf_index');
    return rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as Record<string, string>);
  };
  /** Registers on paper. */
  async function apply(one: Person) {
    const visitor = world.visitor();
    const begun = await world.fill(visitor, one, { form: 'written_scan' });
    const sent = { draft: hidden(begun.body, 'draft'), code: await world.code() };
    const path = (await visitor.post(`${base}/confirm`, sent)).location ?? '';
    const id = path.slice(-36);
    return { visitor, path, id, subject: (await paper(id)).subject_id as Id };
  }
  const send = (visitor: Visitor, path: string) =>
    visitor.upload(path, { act: 'send' }, { field: 'scan', name: 'лист.jpg', bytes: jpegWith() });
  const confirm = (id: string, signedOn = day(world.now)) =>
    officer.post(`${desk}/${id}`, { act: 'confirm', part: 'base', signedOn });
  const takeIn = (id: string, receivedOn: string) =>
    officer.upload(
      `${desk}/${id}/post`,
      { receivedOn, keptAt: 'папка 7' },
      { field: 'scan', name: 'лист.pdf', bytes: pdfWith() },
    );
  const block = (subject: Id, id: string) => {
    const made = { id, request: id, since: world.now, entry: id };
    return inner.store.transaction((tx) => tx.blocks.insert(world.service.id, subject, made));
  };
  const unblock = (subject: Id) => query('delete from block where subject_id = $1', [subject]);

  it('gives no consent to what was withdrawn while it was in the post', async () => {
    const { visitor } = await world.register(person(1));
    const made = await visitor.post(`${base}/me/give`, { key: 'base', form: 'written_scan' });
    const id = (made.location ?? '').slice(-36);
    const { subject_id: subject } = await paper(id);
    const signedOn = day(world.now);
    const [given] = await consentsOf(subject);
    const ended = await visitor.post(`${base}/me/consents/${given.consent_id}/withdraw`, { whole: 'yes' });
    expect(ended.status).toBe(303);
    expect((await paper(id)).state).toBe('dropped');
    world.wait({ days: 1 });
    officer = await world.officer();
    const late = await takeIn(id, signedOn);
    expect([late.status, late.body.includes('По этому заявлению уже есть решение')]).toEqual([422, true]);
    expect((await confirm(id, signedOn)).status).toBe(422);
    expect((await consentsOf(subject)).filter(({ withdrawn_at }) => withdrawn_at === null)).toEqual([]);
  });

  it('was signed by the day it came and not later', async () => {
    const { id } = await apply(person(2));
    const came = day(world.now);
    world.wait({ days: 1 });
    officer = await world.officer();
    expect((await takeIn(id, came)).status).toBe(303);
    expect((await confirm(id, day(world.now))).status).toBe(422);
    expect((await confirm(id, came)).status).toBe(303);
  });

  it('sent twice at once leaves one entry and one picture', async () => {
    const { id, visitor, path } = await apply(person(3));
    const two = await Promise.all([send(visitor, path), send(visitor, path)]);
    expect(two.map(({ status }) => status).sort()).toEqual([303, 422]);
    const stored = (await entries()).filter(({ matter, verb }) => matter === id && verb === 'store');
    expect(stored.map(({ outcome }) => outcome)).toEqual(['allowed']);
    expect(await query('select 1 from file where matter_id = $1', [id])).toHaveLength(1);
  });

  it('admits nobody who is blocked; once they are not, it does', async () => {
    const { id, subject, visitor, path } = await apply(person(4));
    await send(visitor, path);
    await block(subject, id);
    expect((await confirm(id)).status).toBe(403);
    const kind = async () =>
      (await query('select kind from subject where subject_id = $1', [subject]))[0].kind;
    expect([await kind(), await consentsOf(subject)]).toEqual(['applicant', []]);
    await unblock(subject);
    expect((await confirm(id)).status).toBe(303);
    expect(await kind()).toBe('user');
  });

  it('of somebody blocked whose time is over is looked at without a word in the log', async () => {
    const { id, subject } = await apply(person(5));
    await block(subject, id);
    const fail = (error: Error) => {
      throw error;
    };
    world.wait({ days: 32 });
    await endPapers(inner, fail);
    world.wait({ days: 9 });
    const about = async () =>
      (await entries()).filter(({ kind, verb }) => kind === 'refusal' && verb === 'destroy');
    for (let n = 0; n < 3; n += 1) await endPapers(inner, fail);
    expect(await about()).toEqual([]);
    await unblock(subject);
    await endPapers(inner, fail);
    expect(await query('select 1 from subject_key where subject_id = $1', [subject])).toEqual([]);
  });

  it('that was refused keeps no form once another one was confirmed', async () => {
    const { id, subject, visitor, path } = await apply(person(6));
    await send(visitor, path);
    officer = await world.officer();
    const refuse = { act: 'refuse', words: 'Подпись чужая.' };
    expect((await officer.post(`${desk}/${id}`, refuse)).status).toBe(303);
    expect((await paper(id)).ends_on).not.toBeNull();
    const anew = await visitor.post(path, { act: 'anew' });
    expect(anew.status, anew.body.slice(0, 300)).toBe(303);
    const second = (anew.location ?? '').slice(-36);
    await send(visitor, anew.location ?? '');
    expect((await confirm(second)).status).toBe(303);
    expect(await paper(id)).toMatchObject({ subject_id: subject, state: 'refused', ends_on: null });
  });
});
