import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Authenticator } from '../authenticator.ts';
import { freePort } from '../free-port.ts';
import { saying, setUpToken, spawnKepil, startKepil, stopLeft } from '../kepil-process.ts';
import { Caller } from '../kill/caller.ts';
import { withDatabase } from '../kill/database.ts';
import { completion } from '../scenarios/liar.ts';
import { temporaryFolder } from './place.ts';

const service = '/s/dala-kitap';

/** What one visitor brings along, each of it nowhere else in the world. */
const traces = {
  address: '203.0.113.77',
  network: '203.0.113.0',
  program: 'Zhyldyz-Navigator/7.31.4',
  query: 'query-secret-41c9e0',
  from: 'from-page-77b2',
  lost: 'lost-page-55d1',
  email: 'traces.aliya@example.kz',
  name: 'Әлия Ізденушіқызы',
  typed: 'typed-words-90af',
};

const headers = {
  host: 'kepil.example',
  'x-forwarded-for': traces.address,
  'x-forwarded-proto': 'https',
  'user-agent': `Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 ${traces.program} Firefox/128.0`,
  referer: `https://kepil.example/${traces.from}?q=${traces.query}`,
  'sec-fetch-site': 'same-origin',
};

interface Ask {
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** Sends a request as the visitor, through the proxy that was named. */
function send(port: number, { path, form, json }: Ask): Promise<{ status: number; body: string }> {
  const text = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json);
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
  const method = text === undefined ? 'GET' : 'POST';
  const more = text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { ...headers, ...more } };
    const asked = request({ ...options, agent: false }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asked.on('error', reject);
    asked.end(text);
  });
}

const secret = `?token=${traces.query}&email=${encodeURIComponent(traces.email)}`;
const person = { full_name: traces.name, email: traces.email };

/** Everything a visitor does, well and badly, with the answer each of it has. */
const asks: readonly (Ask & { readonly status: number })[] = [
  { path: `${service}/privacy${secret}`, status: 200 },
  { path: `${service}/register${secret}`, status: 200 },
  { path: `${service}/${traces.lost}${secret}`, status: 404 },
  { path: `/${traces.lost}/${encodeURIComponent(traces.email)}`, status: 404 },
  { path: `${service}/me/requests${secret}`, status: 303 },
  { path: `${service}/act/${traces.lost}`, status: 404 },
  { path: `${service}/privacy?%E0%A4%A${traces.query}`, status: 200 },
  { path: `${service}/sign-in`, form: { address: traces.email }, status: 200 },
  { path: `${service}/sign-in`, form: { address: traces.lost, typed: traces.typed }, status: 422 },
  {
    path: `${service}/register`,
    form: { 'f.email': traces.email, [traces.typed]: traces.typed },
    status: 422,
  },
  { path: '/console/sign-in', form: { email: traces.email, password: traces.typed }, status: 422 },
  { path: `/api/v1${service}/read`, json: { subject: traces.typed, purpose: traces.email }, status: 400 },
  { path: `/api/v1${service}/registrations`, json: { fields: person, typed: traces.typed }, status: 400 },
];

/** Every table as text, bytes in hexadecimal, and how many visits are in it. */
function lookInto(data: string): Promise<{ text: string; visits: number }> {
  return withDatabase(data, async (client) => {
    const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
    const parts: string[] = [];
    for (const { tablename } of tables.rows as { tablename: string }[]) {
      const { rows } = await client.query(`select t::text as row from "${tablename}" t`);
      parts.push(...(rows as { row: string }[]).map(({ row }) => `${tablename}: ${row}`));
    }
    const { rows } = await client.query('select coalesce(sum(n), 0)::int as n from visit');
    return { text: parts.join('\n'), visits: rows[0].n };
  });
}

/** Every file of the data folder but those of PostgreSQL, with its name. */
function filesOf(data: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(data, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(data, join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith(`pg${sep}`))
    .map((name) => ({ name, text: `${name}\n${readFileSync(join(data, name)).toString('latin1')}` }));
}

/** Which of the traces stand in a text, plain, percent-encoded, in hexadecimal or in base64. */
function tracesIn(text: string): readonly string[] {
  return Object.entries(traces)
    .filter(([, trace]) => {
      const bytes = Buffer.from(trace, 'utf8');
      const shapes = [trace, bytes.toString('latin1'), encodeURIComponent(trace), bytes.toString('hex')];
      return [...shapes, bytes.toString('base64').replace(/.{0,2}=*$/, '')].some((shape) =>
        text.includes(shape),
      );
    })
    .map(([name]) => name);
}

/** The first of the staff comes by the one-time link and puts the policy in force. */
async function putInForce(data: string): Promise<void> {
  const running = await startKepil(['--data', data]);
  const officer = new Caller(running.url);
  const account = { name: 'Гүлнар Сынақова', email: 'officer@traces.example' };
  const form = { token: setUpToken(running.said()), ...account, password: 'семь синих птиц над степью' };
  await officer.post('/console/set-up', { form });
  const app = Authenticator.of((await officer.get('/console/enrol')).body, Date.now);
  await officer.post('/console/enrol', { form: { code: app.next() } });
  const path = `/console${service}/approve`;
  const version = /name="version"[^>]*value="(\d+)"/.exec((await officer.get(path)).body)?.[1] ?? '';
  await officer.post(path, { form: { version, all: 'yes', take: 'yes' } });
  const done = await officer.post(path, { form: { version, ...completion } });
  expect([done.status, done.location]).toEqual([303, `/console${service}/board`]);
  await running.stop();
}

/** Runs Kepil behind a proxy until `work` is done. @returns everything it printed */
async function whileRunning(data: string, work: (port: number) => Promise<void>): Promise<string> {
  const port = await freePort();
  const reached = ['--origin', 'https://kepil.example', '--proxy', '127.0.0.1'];
  const run = spawnKepil(['run', '--data', data, '--port', String(port), ...reached]);
  await saying(run.child, () => (run.said.out.includes('Остановить: Ctrl-C') ? true : undefined), run.ended);
  await work(port);
  run.child.kill('SIGINT');
  const { code, out, err } = await run.ended;
  expect(code, err).toBe(0);
  return out + err;
}

describe('what a visitor leaves with a Kepil that runs as a command', () => {
  const data = join(temporaryFolder(), 'data');
  let said = '';
  let answers: readonly { status: number; body: string }[] = [];
  let kept: { text: string; visits: number };
  beforeAll(async () => {
    await putInForce(data);
    said = await whileRunning(data, async (port) => {
      answers = await Promise.all(asks.map((ask) => send(port, ask)));
    });
    // What waited in memory was written when it stopped.
    said += await whileRunning(data, async () => {
      kept = await lookInto(data);
    });
  });
  afterAll(stopLeft);

  it('was answered, also where they came to nothing', () => {
    expect(answers.map(({ status }, at) => `${asks[at]?.path} ${status}`)).toEqual(
      asks.map(({ path, status }) => `${path} ${status}`),
    );
  });

  it('is recorded as a visit, and stands readable in no table', () => {
    expect(kept.visits).toBeGreaterThan(0);
    expect(kept.text).toContain('visit: ');
    expect(tracesIn(kept.text)).toEqual([]);
  });

  it('is nothing of what the command prints, nor of what it reports as a fault', () => {
    expect(said).toContain('Остановлено');
    expect(tracesIn(said)).toEqual([]);
  });

  it('stands in no file but those of the database', () => {
    const files = filesOf(data);
    expect(files.length).toBeGreaterThan(3);
    expect(files.flatMap(({ name, text }) => tracesIn(text).map((trace) => `${name}: ${trace}`))).toEqual([]);
  });

  it('would be found, were it there in any of these shapes', () => {
    const bytes = Buffer.from(`x${traces.name}y${traces.program}`, 'utf8');
    for (const text of [bytes.toString('latin1'), bytes.toString('hex'), encodeURIComponent(String(bytes))])
      expect(tracesIn(text)).toEqual(['program', 'name']);
    expect(tracesIn(Buffer.from(traces.email).toString('base64'))).toEqual(['email']);
  });
});
