import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attacker } from './attacker.ts';
import { aigul, completion } from './liar.ts';

const poison: Readonly<Record<string, string>> = {
  'a NUL byte': 'a%00b',
  'a control character': 'a%1Bb',
  'malformed percent-encoding': 'a%E0%A4%2Zb',
  'bytes that are no UTF-8': 'a%FF%FEb',
  'ten thousand characters': 'я'.repeat(10_000),
};

describe('whatever is typed', () => {
  let attacker: Attacker;
  let mine: Awaited<ReturnType<Attacker['register']>>;
  let base: string;
  let cookie: string;
  let staff: string;
  let key: string;
  let before: Record<string, number>;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    mine = await attacker.register(aigul);
    cookie = `kepil_s_test=${await attacker.session(mine.id)}`;
    key = await attacker.key({ purpose: 'support', category: 'email' });
    const officer = await attacker.sql.query('select service_id, subject_id from staff');
    const { service_id: service, subject_id: subject } = officer.rows[0];
    const { openSession } = await import('../../src/system/sessions.ts');
    const { world } = attacker.world.installation;
    const from = { service, subject, role: 'staff' as const };
    staff = `kepil_staff=${await world.store.transaction((tx) => openSession(tx, world, from))}`;
    before = await attacker.rows();
  });
  afterAll(() => attacker?.close());

  const refused = (status: number, what: string) => {
    expect(status, what).toBeGreaterThanOrEqual(400);
    expect(status, what).toBeLessThan(500);
  };
  const unchanged = async () => expect(await attacker.rows()).toEqual(before);

  const filled = async (change: Readonly<Record<string, string>>) => {
    const fields: Record<string, string> = {
      'f.full_name': 'Тест',
      'f.birth_date': '1990-01-01',
      'f.email': 'new@example.kz',
      'f.phone': '%2B77015556677',
      consent: 'yes',
      policy: await attacker.policy(),
      ...change,
    };
    return Object.entries(fields)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
  };

  for (const [what, value] of Object.entries(poison)) {
    it(`registration refuses ${what} in every field and stores nothing`, async () => {
      for (const name of ['full_name', 'birth_date', 'email', 'phone', 'postal_address', 'city_region']) {
        const reply = await attacker.form(`${base}/register`, await filled({ [`f.${name}`]: value }));
        refused(reply.statusCode, name);
      }
      for (const name of [
        'policy',
        'optional.marketing_notices',
        `optional.${value.slice(0, 200)}`,
        `f.${value}`,
      ]) {
        const reply = await attacker.form(`${base}/register`, await filled({ [name]: value }));
        refused(reply.statusCode, name);
      }
      await unchanged();
    });

    it(`sign-in, codes, correction, requests and withdrawal refuse ${what}`, async () => {
      const forms: readonly (readonly [string, string])[] = [
        ['/sign-in', `address=${value}`],
        ['/sign-in', `ticket=${value}&code=${value}`],
        ['/confirm', `draft=${value}&code=${value}`],
        ['/me/correct/full_name', `value=${value}`],
        ['/me/correct/email', `value=${value}`],
        ['/me/correct/email', `draft=${value}&code=${value}`],
        ['/me/requests', `kind=${value}&words=x`],
        ['/me/requests', `kind=object&words=${value}`],
        [`/me/consents/${mine.consent}/withdraw`, ''],
        ['/me/delete', `confirm=${value}`],
      ];
      for (const [path, form] of forms) {
        const session: Record<string, string> = path.startsWith('/me') ? { cookie } : {};
        const reply = await attacker.form(base + path, form, session);
        refused(reply.statusCode, `${path} ${form.slice(0, 30)}`);
      }
      await unchanged();
    });

    it(`the console refuses ${what}`, async () => {
      const at = `/console${base}`;
      const whole = { ...completion, 'c.operatorName': value };
      const live = Object.entries(whole).map(([name, text]) => `${name}=${text}`);
      const forms: readonly (readonly [string, string])[] = [
        [`${at}/keys`, `name=${value}&purpose=support&category=email&days=30`],
        [`${at}/keys`, `name=x&purpose=${value}&category=email&days=30`],
        [`${at}/keys`, `name=x&purpose=support&category=${value}&days=30`],
        [`${at}/keys`, `name=x&purpose=support&category=email&days=${value}`],
        [`${at}/keys`, `revoke=${value}`],
        [`${at}/subjects`, `address=${value}`],
        [`${at}/subjects/${mine.id}`, `purpose=${value}&category=email`],
        [`${at}/subjects/${mine.id}`, `purpose=support&category=${value}`],
        [`${at}/approve`, `version=1&clause=${value}`],
        [`${at}/approve`, `version=${value}&all=yes`],
        [`${at}/approve`, `version=1&${live.join('&')}`],
        [`${at}/versions/1`, `act=${value}`],
        [`${at}/versions/${value}`, 'act=drop'],
        ['/console/sign-in', `email=${value}&password=${value}`],
        ['/console/set-up', `token=${value}&name=${value}&email=${value}&password=${value}`],
      ];
      for (const [path, form] of forms) {
        const reply = await attacker.form(path, form, { cookie: staff });
        refused(reply.statusCode, `${path} ${form.slice(0, 40)}`);
      }
      await unchanged();
    });
  }

  it('names of prototypes are names like any other: unknown', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const forms: readonly (readonly [string, string, string])[] = [
        [`${base}/register`, await filled({ [name]: 'x' }), ''],
        [`${base}/register`, await filled({ [`f.${name}`]: 'x' }), ''],
        [`${base}/register`, await filled({ [`optional.${name}`]: 'yes' }), ''],
        [`${base}/me/correct/${name}`, 'value=x', cookie],
        [`${base}/me/requests`, `kind=${name}&words=x`, cookie],
        [`/console${base}/subjects/${mine.id}`, `purpose=${name}&category=email`, staff],
        [`/console${base}/subjects/${mine.id}`, `purpose=support&category=${name}`, staff],
        [`/console${base}/keys`, `name=x&purpose=${name}&category=${name}&days=1`, staff],
      ];
      for (const [path, form, session] of forms) {
        const reply = await attacker.form(path, form, { cookie: session });
        refused(reply.statusCode, `${path} ${form.slice(-40)}`);
      }
      const ask = { subject: mine.id, purpose: 'support', categories: ['email'] };
      refused((await attacker.read(key, { ...ask, purpose: name })).statusCode, name);
      refused((await attacker.read(key, { ...ask, categories: [name] })).statusCode, name);
    }
    await unchanged();
  });

  it('a field sent twice is refused, since nobody can say which was meant', async () => {
    const good = await filled({});
    for (const twice of ['f.email=other@example.kz', 'consent=no', 'policy=x'])
      refused((await attacker.form(`${base}/register`, `${good}&${twice}`)).statusCode, twice);
    refused(
      (await attacker.form(`${base}/me/delete`, 'confirm=yes&confirm=no', { cookie })).statusCode,
      'delete',
    );
    await unchanged();
  });

  it('a form without its fields, or that is no form, is refused', async () => {
    const posts = [
      '/register',
      '/confirm',
      '/sign-in',
      '/me/requests',
      '/me/delete',
      '/me/correct/full_name',
    ];
    const types = [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/xml',
      'x/y',
      '',
    ];
    for (const path of posts) {
      const session: Record<string, string> = path.startsWith('/me') ? { cookie } : {};
      refused((await attacker.form(base + path, '', session)).statusCode, path);
      for (const type of types) {
        const payload =
          type === 'application/json' ? '{"confirm":["yes"],"value":["\\ud800"]}' : 'confirm=yes';
        const reply = await attacker.form(base + path, payload, { ...session, 'content-type': type });
        refused(reply.statusCode, `${path} ${type}`);
      }
    }
    await unchanged();
  });

  it('a body that is too large is refused, and many small fields do not hold the server up', async () => {
    const huge = await attacker.form(`${base}/register`, `f.full_name=${'x'.repeat(300_000)}`);
    expect(huge.statusCode).toBe(413);
    const names = Array.from({ length: 12_000 }, (_, n) => `f.x${n}=`);
    const many = await attacker.form(`${base}/register`, names.join('&'));
    expect(many.statusCode).toBe(422);
    expect(many.body.length).toBeLessThan(100_000);
    const same = await attacker.form(`${base}/register`, 'f.email=&'.repeat(14_000));
    refused(same.statusCode, 'same');
    await unchanged();
  });

  it('the API refuses what is malformed without repeating it', async () => {
    const policy = await attacker.policy();
    const fields = {
      full_name: 'Тест',
      birth_date: '1990-01-01',
      email: 'new@example.kz',
      phone: '+77015556677',
    };
    const secret = 'S3cret-Value';
    const bad: readonly string[] = [
      ...Object.keys(fields).map((name) =>
        JSON.stringify({ fields: { ...fields, [name]: `${secret}\u0000` }, consent: true, policy }),
      ),
      ...['birth_date', 'email', 'phone'].map((name) =>
        JSON.stringify({ fields: { ...fields, [name]: secret }, consent: true, policy }),
      ),
      `{"fields":{"full_name":"${secret}\\ud800"},"consent":true,"policy":"${policy}"}`,
      JSON.stringify({ fields: { ...fields, [secret]: secret }, consent: true, policy }),
      JSON.stringify({ fields, consent: secret, policy }),
      JSON.stringify({ fields, consent: true, policy: secret }),
      JSON.stringify({ fields, consent: true, policy, optional: [secret] }),
      JSON.stringify({ fields: { email: { value: secret } }, consent: true, policy }),
      `{"fields":{"__proto__":"${secret}"},"consent":true,"policy":"${policy}"}`,
      `{"__proto__":{"consent":true},"fields":{"email":"${secret}"}}`,
      `{"fields": "${secret}"`,
      JSON.stringify(secret),
      'null',
      '[]',
      '',
    ];
    for (const payload of bad) {
      const url = `/api/v1${base}/registrations`;
      const headers = { 'content-type': 'application/json' };
      const reply = await attacker.send({ method: 'POST', url, headers, payload });
      refused(reply.statusCode, payload);
      expect(reply.headers['content-type']).toContain('application/problem+json');
      expect(reply.body).not.toContain(secret);
    }
    await unchanged();
  });

  it('addresses that are malformed get a plain refusal that does not repeat them', async () => {
    for (const path of [
      '/s/%E0%A4%A/privacy',
      '/s/test%2fx/me',
      '/%00',
      '/s/test/log/..%2f..%2fkeys.json',
      `/${'a'.repeat(3000)}`,
    ]) {
      const reply = await attacker.send({ method: 'GET', url: `${path}?email=secret@example.kz` });
      refused(reply.statusCode, path);
      expect(reply.body).not.toContain('secret@example.kz');
    }
  });

  it('shows what was typed only in the field it was typed into', async () => {
    const value = 'dusmagambet-в-поле';
    for (const name of ['birth_date', 'email', 'phone']) {
      const { body } = await attacker.form(
        `${base}/register`,
        await filled({ [`f.${name}`]: encodeURIComponent(value) }),
      );
      expect(body.replaceAll(/<input[^>]*>/g, '')).not.toContain(value);
    }
  });
});
