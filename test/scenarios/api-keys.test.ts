import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openService } from '../../src/system/index.ts';
import type { Reply, Visitor } from '../world.ts';
import { Attacker } from './attacker.ts';
import { aigul } from './liar.ts';

const text = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/;

describe('a key of the API', () => {
  let attacker: Attacker;
  let base: string;
  let id: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    ({ id } = await attacker.register(aigul));
    const { world } = attacker.world.installation;
    const { policy } = (await attacker.world.prove()).version;
    await openService(world, { key: 'other', policy });
  });
  afterAll(() => attacker?.close());

  const form = { name: 'Склад', purpose: 'support', category: 'email', days: '30' };
  const page = async () => (await (await attacker.world.officer()).get(`/console${base}/keys`)).body;
  const issue = async (more: Record<string, string | readonly string[]> = {}, by?: Visitor): Promise<Reply> =>
    (by ?? (await attacker.world.officer())).post(`/console${base}/keys`, { ...form, ...more });
  const made = async (more: Record<string, string | readonly string[]> = {}) =>
    text.exec((await issue(more)).body)?.[0] ?? '';
  const count = async () => Number((await attacker.sql.query('select count(*) as n from api_key')).rows[0].n);
  const ask = (more: object = {}) => ({ subject: id, purpose: 'support', categories: ['email'], ...more });
  const status = async (key: string, more: object = {}, at = base) =>
    (await attacker.read(key, ask(more), at)).statusCode;

  it('is shown once; a digest alone is kept, from which nobody gets it back', async () => {
    const key = await made();
    expect(key).toMatch(text);
    expect(await page()).not.toMatch(text);
    const secret = key.slice(key.indexOf('_', 6) + 1);
    const dump = await attacker.dump();
    for (const said of [key, secret, secret.slice(0, 40)])
      for (const one of [said, Buffer.from(said).toString('hex')]) expect(dump).not.toContain(one);
    const again = await made();
    expect(again).not.toBe(key);
  });

  it('reads for its purposes and of its categories, and nothing beside', async () => {
    const key = await made({ category: ['email', 'phone'] });
    expect((await attacker.read(key, ask({ categories: ['email', 'phone'] }))).json().values).toEqual({
      email: aigul.email,
      phone: aigul.phone,
    });
    expect(await status(key, { categories: ['email', 'full_name'] })).toBe(403);
    expect(await status(key, { purpose: 'order_delivery' })).toBe(403);
    expect(await status(key, { subject: randomUUID() })).toBe(403);
  });

  it('opens no more than the gate does, whatever it was issued for', async () => {
    const key = await made({ purpose: 'marketing_notices', category: 'email' });
    expect(key).toMatch(text);
    expect(await status(key, { purpose: 'marketing_notices' })).toBe(403);
  });

  it('opens the service it was issued for, and no other', async () => {
    const key = await made();
    expect(await status(key)).toBe(200);
    expect(await status(key, {}, '/s/other')).toBe(401);
  });

  it('is asked for in the header alone', async () => {
    const key = await made();
    const body = JSON.stringify(ask());
    const headers = { 'content-type': 'application/json' };
    const inUrl = await attacker.send({
      method: 'POST',
      url: `/api/v1${base}/read?key=${key}&access_token=${key}`,
      headers,
      payload: body,
    });
    expect(inUrl.statusCode).toBe(401);
    expect(inUrl.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(await status(key.slice(0, -1))).toBe(401);
  });

  const refused: readonly (readonly [string, Record<string, string | readonly string[]>, string])[] = [
    ['without a name', { name: '' }, 'in-name'],
    ['with a name that nobody sees', { name: '\u200b\u2060' }, 'in-name'],
    ['with a name too long to read', { name: 'я'.repeat(101) }, 'in-name'],
    ['for no purpose', { purpose: [] }, 'in-purpose'],
    ['for a purpose the policy has not', { purpose: ['support', 'scoring'] }, 'in-purpose'],
    ['of no category', { category: [] }, 'in-category'],
    ['of a category the policy has not', { category: ['email', 'iin'] }, 'in-category'],
    ['for no day', { days: '0' }, 'in-days'],
    ['for more than a year', { days: '366' }, 'in-days'],
  ];
  it.each(refused)('is not issued %s', async (_what, more, at) => {
    const before = await count();
    const reply = await issue(more);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(`href="#${at}"`);
    expect(reply.body).not.toMatch(text);
    expect(await count()).toBe(before);
  });

  it('is over at the end of its days to the second', async () => {
    const key = await made({ days: '2' });
    attacker.world.wait({ days: 1, hours: 23, minutes: 59 });
    expect(await status(key)).toBe(200);
    attacker.world.wait({ minutes: 1 });
    const late = await attacker.read(key, ask());
    expect(late.statusCode).toBe(401);
    expect(late.json().title).toContain('истёк');
  });

  it('is revoked at once and for good; a second time changes nothing', async () => {
    const key = await made();
    expect(await status(key)).toBe(200);
    const revoke = { revoke: /kepil_([0-9a-f-]{36})/.exec(key)?.[1] ?? '' };
    const officer = await attacker.world.officer();
    expect((await officer.post(`/console${base}/keys`, revoke)).status).toBe(303);
    expect(await status(key)).toBe(401);
    const at = async () =>
      (await attacker.sql.query('select revoked_at from api_key where key_id = $1', [revoke.revoke])).rows[0];
    const before = await at();
    attacker.world.wait({ minutes: 1 });
    expect((await officer.post(`/console${base}/keys`, revoke)).status).toBe(303);
    expect(await at()).toEqual(before);
    expect((await officer.post('/console/s/other/keys', revoke)).status).toBe(404);
  });

  it('is issued after fresh proof; revoking waits for none', async () => {
    const key = await made();
    const officer = await attacker.world.officer();
    attacker.world.wait({ minutes: 11 });
    const proves = officer.provesBy;
    officer.provesBy = undefined;
    const before = await count();
    expect((await issue({}, officer)).status).toBe(401);
    expect(await count()).toBe(before);
    const revoke = /kepil_([0-9a-f-]{36})/.exec(key)?.[1] ?? '';
    expect((await officer.post(`/console${base}/keys`, { revoke })).status).toBe(303);
    expect(await status(key)).toBe(401);
    officer.provesBy = proves;
    expect((await issue({}, officer)).status).toBe(200);
  });

  it('is issued by the officer; the administrator may revoke, others come nowhere near', async () => {
    const key = await made();
    const revoke = /kepil_([0-9a-f-]{36})/.exec(key)?.[1] ?? '';
    const at = attacker.world.service.key;
    attacker.world.wait({ minutes: 2 });
    const admin = await attacker.world.staff('Марат Ли', ['_house:admin']);
    const support = await attacker.world.staff('Динара Ахметова', [`${at}:support`]);
    expect((await issue({}, admin.visitor)).status).toBe(403);
    expect((await issue({}, support.visitor)).status).toBe(403);
    expect((await support.visitor.get(`/console${base}/keys`)).status).toBe(403);
    expect((await support.visitor.post(`/console${base}/keys`, { revoke })).status).toBe(403);
    expect(await status(key)).toBe(200);
    expect((await admin.visitor.post(`/console${base}/keys`, { revoke })).status).toBe(303);
    expect(await status(key)).toBe(401);
  });

  it('leaves nothing readable, and the day ends well', async () => {
    await attacker.world.checkPledges();
  });
});
