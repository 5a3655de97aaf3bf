import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Authenticator } from '../test/authenticator.ts';
import { type KepilProcess, setUpToken, startKepil } from '../test/kepil-process.ts';
import { Chance } from '../test/kill/chance.ts';
import { Mailbox } from '../test/kill/mailbox.ts';
import { machineRows, today } from './machine.ts';

const service = 'dala-kitap';
const base = `/s/${service}`;
const desk = `/console${base}`;
const password = 'семь синих птиц над степью';
/** So many people come in at once before the clock starts. */
const atOnce = 12;

/** How long somebody looks at a page before the next, in milliseconds: evenly between the two. */
const thinking = { subject: [2_000, 18_000], officer: [2_000, 10_000] } as const;
type Role = keyof typeof thinking;

type Form = Readonly<Record<string, string | readonly string[]>>;

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

let browsers = 0;

/** Somebody's browser: cookies, one connection that is kept open, an address of its own on this machine. */
class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #address: string;
  readonly #origin: string;

  constructor(origin: string) {
    browsers += 1;
    this.#origin = origin;
    this.#address =
      process.platform === 'linux' ? `127.1.${browsers >> 8}.${1 + ((browsers & 255) % 254)}` : '127.0.0.1';
  }

  keep(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  send(path: string, form?: Form, json?: unknown): Promise<Answer> {
    const text = form ? encoded(form) : json === undefined ? undefined : JSON.stringify(json);
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(text !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
    };
    const method = text === undefined ? 'GET' : 'POST';
    return new Promise((resolve, reject) => {
      const how = { method, headers, agent: this.#agent, localAddress: this.#address, timeout: 30_000 };
      const asked = request(new URL(path, this.#origin), how, (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', reject);
        reply.on('end', () => {
          this.#take(reply.headers['set-cookie'] ?? []);
          const body = Buffer.concat(parts).toString('utf8');
          resolve({ status: reply.statusCode ?? 0, location: reply.headers.location ?? '', body });
        });
      });
      asked.on('timeout', () => asked.destroy(new Error('no answer')));
      asked.on('error', reject);
      asked.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #take(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

function encoded(form: Form): string {
  const pairs = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}

function must(answer: Answer, status: number, what: string): Answer {
  if (answer.status !== status) throw new Error(`${what} answered ${answer.status}`);
  return answer;
}

/** Uses a set-up link: a password, then an authenticator app. From here on their session lasts. */
async function arrive(origin: string, who: { token: string; name: string; email: string }): Promise<Browser> {
  const browser = new Browser(origin);
  must(await browser.send('/console/set-up', { ...who, password }), 303, 'the set-up');
  const offer = await browser.send('/console/enrol');
  const code = Authenticator.of(offer.body, Date.now).at(0);
  must(await browser.send('/console/enrol', { code }), 200, 'the enrolment');
  return browser;
}

async function admitOfficers(origin: string, first: Browser, count: number): Promise<readonly Browser[]> {
  const all = [first];
  for (let n = 1; n < count; n++) {
    const who = { name: `Қызметкер ${n}`, email: `officer${n}@load.example` };
    const invited = await first.send('/console/staff', { ...who, [`grant.${service}`]: ['officer'] });
    const token =
      /\/console\/set-up\?token=([\w.-]+)/.exec(must(invited, 200, 'the invitation').body)?.[1] ?? '';
    all.push(await arrive(origin, { token, ...who }));
  }
  return all;
}

async function register(origin: string, mailbox: Mailbox, n: number): Promise<Browser> {
  const browser = new Browser(origin);
  const form = JSON.parse((await browser.send(`/api/v1${base}/form`)).body) as { policy: string };
  const fields = {
    ...{ full_name: `Оқырман ${n}`, birth_date: '1985-05-15', email: `p${n}@load.example` },
    ...{ phone: `+7701${String(1_000_000 + n)}`, postal_address: 'Алматы, улица Придуманная, 12' },
  };
  const json = { fields, consent: true, policy: form.policy };
  const begun = must(
    await browser.send(`/api/v1${base}/registrations`, undefined, json),
    202,
    'a registration',
  );
  const { draft } = JSON.parse(begun.body) as { draft: string };
  const code = await mailbox.codeFor(fields.email);
  const url = `/api/v1${base}/registrations/${draft}/confirm`;
  const done = must(await browser.send(url, undefined, { code }), 201, 'a confirmation');
  browser.keep(`kepil_s_${service}`, (JSON.parse(done.body) as { session: string }).session);
  return browser;
}

async function registerAll(origin: string, mailbox: Mailbox, count: number): Promise<readonly Browser[]> {
  const all: Browser[] = [];
  let next = 0;
  const work = async () => {
    while (next < count) all.push(await register(origin, mailbox, next++));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return all;
}

/** A page somebody opens or a form they send, how often, and what is right as an answer. */
interface Step {
  readonly name: string;
  readonly share: number;
  readonly status: number;
  readonly path: (seen: Seen) => string;
  readonly form?: (n: number) => Form;
}

/** What is known of the desk's lists, so that somebody opens what stands there. */
interface Seen {
  readonly chance: Chance;
  readonly lists: Map<string, readonly string[]>;
}

const page = (name: string, path: string, share: number): Step => ({
  name,
  share,
  status: 200,
  path: () => path,
});

const subjectSteps: readonly Step[] = [
  page('cabinet', `${base}/me`, 0.34),
  page('own consents', `${base}/me/consents`, 0.14),
  page('who read what', `${base}/me/readers`, 0.14),
  page('own requests', `${base}/me/requests`, 0.12),
  page('own recipients', `${base}/me/recipients`, 0.06),
  page('the policy', `${base}/`, 0.1),
  {
    ...{
      name: 'correct an address',
      share: 0.07,
      status: 303,
      path: () => `${base}/me/correct/postal_address`,
    },
    form: (n) => ({ value: `Алматы, улица Придуманная, ${n % 999}` }),
  },
  {
    ...{ name: 'make a request', share: 0.03, status: 303, path: () => `${base}/me/requests` },
    form: () => ({ kind: 'other_by_law', words: 'Прошу рассмотреть.' }),
  },
];

const onList =
  (list: string, otherwise: string) =>
  ({ chance, lists }: Seen) =>
    chance.pick(lists.get(list) ?? []) ?? otherwise;

const officerSteps: readonly Step[] = [
  page('console', '/console', 0.12),
  page('requests', `${desk}/requests`, 0.24),
  { name: 'a request', share: 0.22, status: 200, path: onList(`${desk}/requests`, `${desk}/requests`) },
  page('people', `${desk}/subjects`, 0.12),
  { name: 'a card', share: 0.14, status: 200, path: onList(`${desk}/subjects`, `${desk}/subjects`) },
  page('outbox', `${desk}/outbox`, 0.06),
  page('what is due', `${desk}/due`, 0.04),
  page('the log', `${desk}/ledger`, 0.04),
  page('the board, proved anew', `${desk}/board`, 0.02),
];

/** How long each answer took, by step, and what was wrong. */
class Book {
  readonly took = new Map<string, number[]>();
  readonly wrong = new Map<string, number>();

  note(step: Step, ms: number, status: number | 'none'): void {
    const all = this.took.get(step.name) ?? [];
    all.push(ms);
    this.took.set(step.name, all);
    if (status === step.status) return;
    const line = `${step.name} answered ${status}`;
    this.wrong.set(line, (this.wrong.get(line) ?? 0) + 1);
  }
}

function draw(steps: readonly Step[], chance: Chance): Step {
  let drawn = chance.next();
  for (const step of steps) {
    drawn -= step.share;
    if (drawn < 0) return step;
  }
  return steps[0] as Step;
}

/** One person at their browser until the clock is over. */
async function sit(
  browser: Browser,
  role: Role,
  by: { chance: Chance; book: Book; until: number },
): Promise<void> {
  const { chance, book, until } = by;
  const steps = role === 'subject' ? subjectSteps : officerSteps;
  const seen: Seen = { chance, lists: new Map() };
  const [least, most] = thinking[role];
  // They do not all begin in the same instant.
  await pause(chance.between(0, most));
  for (let n = chance.between(1, 10_000); performance.now() < until; n++) {
    const step = draw(steps, chance);
    const path = step.path(seen);
    const from = performance.now();
    const got = await browser.send(path, step.form?.(n)).catch(() => undefined);
    book.note(step, performance.now() - from, got?.status ?? 'none');
    if (got) remember(seen, path, got.body);
    await pause(Math.min(chance.between(least, most), Math.max(0, until - performance.now())));
  }
}

/** Notes the rows of a list that lead somewhere. */
function remember({ lists }: Seen, path: string, body: string): void {
  if (path !== `${desk}/requests` && path !== `${desk}/subjects`) return;
  const rows = body.match(new RegExp(`${path}/[0-9a-f-]{36}(?=")`, 'g')) ?? [];
  lists.set(path, [...new Set(rows)].slice(0, 50));
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

interface Told {
  readonly book: Book;
  readonly officers: number;
  readonly subjects: number;
  readonly seconds: number;
  readonly prepared: number;
  readonly seed: number;
}

function row(name: string, all: readonly number[]): string {
  const sorted = [...all].sort((a, b) => a - b);
  const figures = [at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.at(-1) ?? 0];
  return `| ${name} | ${all.length} | ${figures.map((ms) => Math.round(ms)).join(' | ')} |`;
}

function report({ book, officers, subjects, seconds, prepared, seed }: Told): string {
  const all = [...book.took.values()].flat();
  const errors = [...book.wrong.values()].reduce((sum, n) => sum + n, 0);
  const bounds = (role: Role) => `${thinking[role].map((ms) => ms / 1000).join('–')} s`;
  return [
    '# People at once',
    '',
    `${officers} officers and ${subjects} people at their pages for ${seconds} seconds, over HTTP with`,
    'connections kept open, against a `kepil run` process with its own PostgreSQL, all on one machine with',
    'the browsers. Everybody is signed in before the clock starts: officers by set-up link, password',
    '(argon2id) and authenticator app, people by a code that came by SMTP. Between two pages somebody',
    `thinks, evenly between two bounds: people ${bounds('subject')}, officers ${bounds('officer')}.`,
    `Again: \`npx tsx bench/load.ts --seed ${seed}\`.`,
    '',
    '| | |',
    '|---|---|',
    `| date | ${today()} |`,
    ...machineRows(),
    `| signing everybody in, before | ${prepared} s |`,
    `| answers a second | ${(all.length / seconds).toFixed(1)} |`,
    `| errors | ${errors} |`,
    '',
    '| milliseconds | answers | median | 95 % | 99 % | max |',
    '|---|---|---|---|---|---|',
    row('**all**', all),
    ...[...book.took].sort().map(([name, took]) => row(name, took)),
    ...(errors > 0 ? ['', ...[...book.wrong].map(([line, n]) => `- ${n} × ${line}`)] : []),
    '',
  ].join('\n');
}

/** Signs everybody in, lets them work, and writes down how long pages took. */
async function measure(
  server: KepilProcess,
  mailbox: Mailbox,
  how: Omit<Told, 'book' | 'prepared'>,
): Promise<Told> {
  const startedAt = performance.now();
  const who = { token: setUpToken(server.said()), name: 'Гүлнар', email: 'officer@load.example' };
  const first = await arrive(server.url, who);
  const officers = await admitOfficers(server.url, first, how.officers);
  const subjects = await registerAll(server.url, mailbox, how.subjects);
  const prepared = Math.round((performance.now() - startedAt) / 1000);
  console.log(`signed in after ${prepared} s`);
  const book = new Book();
  const until = performance.now() + how.seconds * 1000;
  const sitting = [
    ...officers.map((browser, n) =>
      sit(browser, 'officer', { chance: new Chance(how.seed + n), book, until }),
    ),
    ...subjects.map((browser, n) =>
      sit(browser, 'subject', { chance: new Chance(how.seed - n - 1), book, until }),
    ),
  ];
  await Promise.all(sitting);
  for (const browser of [...officers, ...subjects]) browser.close();
  return { ...how, book, prepared };
}

/** Exit code 1 when an answer was wrong, or one in twenty took longer than 200 ms. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      officers: { type: 'string', default: '50' },
      subjects: { type: 'string', default: '500' },
      seconds: { type: 'string', default: '120' },
      seed: { type: 'string', default: '20261128' },
      out: { type: 'string', default: 'bench/results/load.md' },
    },
  });
  const [officers, subjects, seconds, seed] = [
    values.officers,
    values.subjects,
    values.seconds,
    values.seed,
  ].map(Number) as [number, number, number, number];
  const folder = mkdtempSync(join(tmpdir(), 'kepil-load-'));
  const mailbox = await Mailbox.open();
  const server = await startKepil(['--data', join(folder, 'data')], { environment: mailbox.environment });
  try {
    const told = await measure(server, mailbox, { officers, subjects, seconds, seed });
    const text = report(told);
    mkdirSync('bench/results', { recursive: true });
    writeFileSync(values.out, text);
    console.log(text);
    const sorted = [...told.book.took.values()].flat().sort((a, b) => a - b);
    process.exitCode = told.book.wrong.size === 0 && at(sorted, 0.95) <= 200 ? 0 : 1;
  } finally {
    await server.stop();
    await mailbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
