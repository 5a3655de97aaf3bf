import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attempt, countAttempt, forgiveAttempt, sweepExpired, TooSoon } from '../../src/system/index.ts';
import { Attacker, hidden } from './attacker.ts';
import { aigul } from './liar.ts';

const minute = 60_000;

describe('tries at secrets', () => {
  let attacker: Attacker;
  beforeAll(async () => {
    attacker = await Attacker.open();
    await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  const world = () => attacker.world.installation.world;
  let made = 0;
  /** A try at an account nobody tried at, from a place nobody tried from. */
  const fresh = (more: Partial<Attempt> = {}): Attempt => {
    made += 1;
    const account = `email:nobody-${made}@example.kz`;
    const from = `198.51.${made >> 8}.${made & 255}`;
    return { service: attacker.world.service.id, what: 'password', account, from, ...more };
  };
  /** Tries once. @returns how long to wait first, in milliseconds; 0 when it was let through */
  const tryOnce = async (attempt: Attempt): Promise<number> => {
    try {
      await countAttempt(world(), attempt);
      return 0;
    } catch (error) {
      if (!(error instanceof TooSoon)) throw error;
      return error.retryAt - attacker.world.now;
    }
  };
  const tryTimes = async (attempt: Attempt, times: number) => {
    for (let n = 0; n < times; n++) expect(await tryOnce(attempt)).toBe(0);
  };
  const roughly = (ms: number, expected: number) => Math.abs(ms - expected) < 1000;

  it('wait longer and longer at one account from one place, and say until when', async () => {
    const attempt = fresh();
    await tryTimes(attempt, 5);
    for (const seconds of [30, 60, 120, 240, 480, 900, 900]) {
      const ms = await tryOnce(attempt);
      expect(roughly(ms, seconds * 1000), `${ms} for ${seconds} s`).toBe(true);
      attacker.world.wait({ minutes: (ms + 1) / minute });
      expect(await tryOnce(attempt)).toBe(0);
    }
  });

  it('are not counted while they wait: whoever keeps to the time gets in', async () => {
    const attempt = fresh();
    await tryTimes(attempt, 5);
    const ms = await tryOnce(attempt);
    for (let n = 0; n < 20; n++) expect(await tryOnce(attempt)).toBeLessThanOrEqual(ms);
    attacker.world.wait({ minutes: 0.51 });
    expect(await tryOnce(attempt)).toBe(0);
  });

  it('are forgiven with time', async () => {
    const attempt = fresh();
    await tryTimes(attempt, 5);
    attacker.world.wait({ minutes: 5 * 15 });
    await tryTimes(attempt, 5);
    expect(await tryOnce(attempt)).toBeGreaterThan(0);
  });

  it('that come at once are counted one after the other', async () => {
    const attempt = fresh();
    const waits = await Promise.all(Array.from({ length: 12 }, () => tryOnce(attempt)));
    expect(waits.filter((ms) => ms === 0)).toHaveLength(5);
  });

  it('by a stranger hold the person back for minutes only, and not where they came in lately', async () => {
    const account = 'email:somebody@example.kz';
    const home = fresh({ account });
    await countAttempt(world(), home);
    await forgiveAttempt(world(), home);
    for (let n = 0; n < 200; n++) await tryOnce(fresh({ account }));
    const elsewhere = await tryOnce(fresh({ account }));
    expect(elsewhere).toBeGreaterThan(0);
    expect(elsewhere).toBeLessThanOrEqual(10 * minute);
    expect(await tryOnce(home)).toBe(0);
    attacker.world.wait({ days: 8 });
    for (let n = 0; n < 200; n++) await tryOnce(fresh({ account }));
    expect(await tryOnce(home), 'known for a week, not longer').toBeGreaterThan(0);
  });

  it('at many accounts from one place are slowed down, and others are not', async () => {
    const from = '203.0.113.77';
    const waits = [];
    for (let n = 0; n < 60; n++) waits.push(await tryOnce(fresh({ from })));
    expect(waits.filter((ms) => ms === 0)).toHaveLength(30);
    expect(Math.max(...waits)).toBeLessThanOrEqual(minute);
    expect(await tryOnce(fresh())).toBe(0);
  });

  it('that were right leave the place as it was', async () => {
    const attempt = fresh();
    for (let n = 0; n < 40; n++) {
      expect(await tryOnce(attempt)).toBe(0);
      await forgiveAttempt(world(), attempt);
    }
  });

  it('of one kind or service do not hold another', async () => {
    const attempt = fresh();
    await tryTimes(attempt, 5);
    expect(await tryOnce(attempt)).toBeGreaterThan(0);
    expect(await tryOnce({ ...attempt, what: 'second-factor' })).toBe(0);
  });

  it('stand in the store without account and place, and are swept when they say nothing', async () => {
    const attempt = fresh({ account: 'email:secret-account@example.kz', from: '203.0.113.201' });
    await tryTimes(attempt, 3);
    const kept = async () => (await attacker.sql.query('select t::text as row from attempt t')).rows;
    const rows = (await kept()).map(({ row }) => row as string);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    for (const secret of ['secret-account@example.kz', '203.0.113.201'])
      expect(rows.join('\n')).not.toMatch(new RegExp(`${secret}|${Buffer.from(secret).toString('hex')}`));
    attacker.world.wait({ days: 30 });
    await sweepExpired(world());
    expect(await kept()).toEqual([]);
  });
});

describe('tries through the pages', () => {
  let attacker: Attacker;
  let base: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    base = attacker.world.base;
    await attacker.register(aigul);
  });
  afterAll(() => attacker?.close());

  const post = (url: string, form: Record<string, string>, from = '127.51.100.7') =>
    attacker.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams(form).toString(),
      remoteAddress: from,
    });

  it('asking for codes: the same answers whether the address is registered or not', async () => {
    const bare = (body: string) => body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
    const answers = async (address: string, from: string) => {
      const all = [];
      for (let n = 0; n < 7; n++) {
        const reply = await post(`${base}/sign-in`, { address }, from);
        all.push([reply.statusCode, reply.headers['retry-after'], bare(reply.body)]);
      }
      return all;
    };
    const known = await answers(aigul.email as string, '127.51.100.1');
    const unknown = await answers('aigul.zhakypov@example.kz', '127.51.100.2');
    expect(known.map(([status]) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(unknown).toEqual(known);
  });

  it('a staff password: the sixth try waits and says how long; elsewhere the right one opens', async () => {
    await attacker.world.officer();
    const right = { email: 'officer@kepil.example', password: 'семь синих птиц над степью' };
    for (let n = 0; n < 5; n++)
      expect((await post('/console/sign-in', { ...right, password: 'wrong guess' })).statusCode).toBe(422);
    const late = await post('/console/sign-in', right);
    expect(late.statusCode).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(25);
    expect(late.body).toContain('через 1 минуту');
    expect((await post('/console/sign-in', right, '127.51.100.8')).statusCode).toBe(303);
    attacker.world.wait({ minutes: 1 });
    expect((await post('/console/sign-in', right)).statusCode).toBe(303);
  });

  it('codes of many drafts and tickets from one place: slowed down', async () => {
    const from = '127.51.100.9';
    const statuses: Record<string, number[]> = { confirm: [], 'sign-in': [] };
    for (let n = 0; n < 34; n++) {
      const id = `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      const confirm = await post(`${base}/confirm`, { draft: id, code: '123456' }, from);
      const enter = await post(`${base}/sign-in`, { ticket: id, code: '123456' }, from);
      statuses.confirm?.push(confirm.statusCode);
      statuses['sign-in']?.push(enter.statusCode);
    }
    expect(statuses.confirm).toEqual([...Array(30).fill(410), ...Array(4).fill(429)]);
    expect(statuses['sign-in']).toEqual([...Array(30).fill(422), ...Array(4).fill(429)]);
  });

  it('a code that is right still opens after a wrong one, and forgives it', async () => {
    const from = '127.51.100.10';
    for (let n = 0; n < 12; n++) {
      attacker.world.wait({ minutes: 11 });
      const started = await post(`${base}/sign-in`, { address: aigul.phone as string }, from);
      expect(started.statusCode, `round ${n}`).toBe(200);
      const ticket = hidden(started.body, 'ticket');
      const code = await attacker.world.code();
      const wrong = code === '000000' ? '000001' : '000000';
      expect((await post(`${base}/sign-in`, { ticket, code: wrong }, from)).statusCode).toBe(422);
      expect((await post(`${base}/sign-in`, { ticket, code }, from)).statusCode).toBe(303);
    }
  });
});
