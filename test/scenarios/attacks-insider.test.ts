import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker, hidden } from './attacker.ts';
import { aigul } from './liar.ts';

describe('an insider with the whole database', () => {
  let attacker: Attacker;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  const secrets = new Map<string, string>();
  const pages = new Map<string, string>();

  beforeAll(async () => {
    attacker = await Attacker.open();
    const { world } = attacker;
    mine = await attacker.register(aigul);
    for (const [name, value] of Object.entries(aigul)) secrets.set(name, value);
    const words = 'Прошу прекратить звонки на мой номер';
    const answer = 'Звонки прекращены, номер удалён из списка';
    secrets.set('words', words).set('answer', answer);
    expect((await mine.visitor.post(`${world.base}/me/requests`, { kind: 'object', words })).status).toBe(
      303,
    );
    const officer = await world.officer();
    const list = await officer.get(`/console${world.base}/requests?state=open`);
    const request = new RegExp(`/console${world.base}/requests/[0-9a-f-]{36}`).exec(list.body)?.[0] ?? '';
    expect((await officer.post(request, { answer, outcome: 'done' })).status).toBe(303);
    const key = await attacker.key({ purpose: 'support', category: 'email' });
    secrets.set('API key', key.slice('kepil_'.length + 37));
    secrets.set('session', await attacker.session(mine.id));
    secrets.set('officer', 'officer@kepil.example').set('officer’s name', 'Гульнара Сейткали');
    secrets.set('password', 'семь синих птиц над степью');
    const waiting = await world.fill(world.visitor(), {
      ...aigul,
      email: 'draft@example.kz',
      phone: '+77010007788',
    });
    expect(hidden(waiting.body, 'draft')).not.toBe('');
    secrets.set('e-mail of a draft', 'draft@example.kz').set('code', await world.code());
    expect(
      (await attacker.read(key, { subject: mine.id, purpose: 'support', categories: ['email'] })).statusCode,
    ).toBe(200);
    await world.installation.tick();
    for (const path of [
      '',
      '/readers',
      '/consents',
      '/requests',
      '/download',
      '/delete',
      '/print',
      '/correct/email',
    ])
      pages.set(`/me${path}`, (await mine.visitor.get(`${world.base}/me${path}`)).body);
    for (const path of ['board', 'subjects', `subjects/${mine.id}`, 'requests', 'outbox', 'ledger', 'keys'])
      pages.set(path, (await officer.get(`/console${world.base}/${path}`)).body);
    const found = await officer.post(`/console${world.base}/subjects`, { address: aigul.email as string });
    pages.set('search', `href="${found.location}"`);
  });
  afterAll(() => attacker?.close());

  it('reads no value, address, word, secret, token or code there', async () => {
    const dump = await attacker.dump();
    expect(dump.length).toBeGreaterThan(10_000);
    for (const [name, value] of secrets) {
      const bytes = Buffer.from(value, 'utf8');
      const forms = [bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), value.toLowerCase()];
      for (const form of [...forms, encodeURIComponent(value)]) {
        // Six digits stand by chance in longer numbers; as a word of their own they would be the code.
        const there = /^\d{6}$/.test(form) ? new RegExp(`\\b${form}\\b`).test(dump) : dump.includes(form);
        expect(there, `${name} as ${form.slice(0, 4)}`).toBe(false);
      }
      expect(/^\d+$/.test(value) || !dump.includes(value), name).toBe(true);
    }
  });

  it('finds no digest there that a list of addresses would give away', async () => {
    const dump = await attacker.dump();
    const { createHash } = await import('node:crypto');
    for (const value of [aigul.email, aigul.phone, secrets.get('code'), secrets.get('officer')])
      for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512'])
        expect(dump).not.toContain(createHash(algorithm).update(String(value)).digest('hex').slice(0, 32));
  });

  it('finds no value in an address of any page', () => {
    for (const [page, body] of pages) {
      const urls = [...body.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, url = '']) => url);
      expect(urls.length, page).toBeGreaterThan(0);
      for (const value of secrets.values())
        expect(urls.filter((url) => decodeURIComponent(url).includes(value))).toEqual([]);
    }
  });

  it('finds masked values only where the person did not ask for the whole', () => {
    const whole = new Set(['/me/print', '/me/requests', '/me/correct/email']);
    for (const [page, body] of pages) {
      if (whole.has(page)) continue;
      for (const name of ['email', 'phone', 'full_name', 'birth_date', 'words'])
        expect(body.includes(secrets.get(name) ?? '?'), `${page} ${name}`).toBe(false);
    }
  });

  it('cannot open the keys with the database alone: none of them stands in it', async () => {
    const file = readFileSync(`${attacker.world.folder}/keys/keys.json`, 'utf8');
    const dump = await attacker.dump();
    const keys = [...file.matchAll(/"([A-Za-z0-9+/_-]{40,})=?"/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(dump).not.toContain(key);
      expect(dump).not.toContain(Buffer.from(key, 'base64').toString('hex'));
    }
  });
});
