import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import { type Installation, openInstallation } from '../src/cli/installation.ts';
import type { Reaching } from '../src/cli/reaching.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { verifyLog } from '../src/ledger/index.ts';
import type { Policy } from '../src/policy/index.ts';
import type { Post } from '../src/post/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import type { Board, ServiceRecord } from '../src/system/index.ts';
import { openService } from '../src/system/index.ts';
import { Authenticator } from './authenticator.ts';
import { freshDatabase } from './database.ts';
import { type Reply, Visitor } from './visitor.ts';

export type { Reply } from './visitor.ts';
export { Visitor } from './visitor.ts';

/** A person's registration: field values by category. Made-up people with the safe numbers only. */
export type Person = Readonly<Record<string, string>>;

const officerForm = {
  name: 'Гульнара Сейткали',
  email: 'officer@kepil.example',
  password: 'семь синих птиц над степью',
};

/** Roles as the form of the staff page sends them. */
export function grantFields(grants: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const fields: Record<string, string[]> = {};
  for (const grant of grants) {
    const [place = '', role = ''] = grant.split(':');
    fields[`grant.${place}`] = [...(fields[`grant.${place}`] ?? []), role];
  }
  return fields;
}

/** The token of the set-up link that a page shows. */
export function linkIn(body: string): string {
  return /\/console\/set-up\?token=([\w.-]+)/.exec(body)?.[1] ?? '';
}

/**
 * A running installation on a settable clock, with an oracle that looks over everything at the end of a day.
 */
export class TestWorld {
  readonly installation: Installation;
  readonly service: ServiceRecord;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly #clock: { at: number };
  readonly #faults: Error[];
  readonly #drop: () => Promise<void>;
  /** Every value somebody gave: none of them may stand readable anywhere. */
  readonly secrets = new Set<string>();
  readonly #apps = new Map<Visitor, Authenticator>();
  #officer: Visitor | undefined;
  #officerSeen = 0;
  readonly #savedCheckpoints = new Map<string, string | undefined>();

  constructor(parts: {
    installation: Installation;
    service: ServiceRecord;
    databaseUrl: string;
    folder: string;
    clock: { at: number };
    faults: Error[];
    drop: () => Promise<void>;
  }) {
    this.installation = parts.installation;
    this.service = parts.service;
    this.databaseUrl = parts.databaseUrl;
    this.folder = parts.folder;
    this.#clock = parts.clock;
    this.#faults = parts.faults;
    this.#drop = parts.drop;
  }

  get base(): string {
    return `/s/${this.service.key}`;
  }

  get now(): number {
    return this.#clock.at;
  }

  /** Opens another service beside the first one, under the same roof. */
  serve(key: string, text: string): Promise<ServiceRecord> {
    return openOne(this.installation, text, { key });
  }

  /** Lets time pass. */
  wait(what: { minutes?: number; hours?: number; days?: number }): void {
    const { minutes = 0, hours = 0, days = 0 } = what;
    this.#clock.at += ((days * 24 + hours) * 60 + minutes) * 60_000;
  }

  visitor(accepts?: string): Visitor {
    return new Visitor(this.installation, accepts);
  }

  /** The officer, set up through the one-time link the first time, signed in anew after a break. */
  async officer(): Promise<Visitor> {
    const away = this.now - this.#officerSeen;
    this.#officerSeen = this.now;
    if (this.#officer && away > 25 * 60_000) {
      await this.signIn(this.#officer, officerForm);
    }
    if (this.#officer) return this.#officer;
    const { offerSetUp } = await import('../src/system/index.ts');
    const token = (await offerSetUp(this.installation.world)) as string;
    this.#officer = await this.setUp({ token, ...officerForm });
    return this.#officer;
  }

  /**
   * Uses a set-up link as whoever it is for, and adds an authenticator app.
   *
   * @returns their visitor, signed in
   */
  async setUp(form: { token: string; name: string; email: string; password: string }): Promise<Visitor> {
    const visitor = this.visitor();
    for (const value of [form.name, form.email, form.password]) this.secrets.add(value);
    const reply = await visitor.post('/console/set-up', form);
    expect(reply.status, reply.body).toBe(303);
    await this.enrol(visitor);
    visitor.provesBy = () => this.proveAnew(visitor, form.password);
    return visitor;
  }

  /** Adds an authenticator app for somebody whose password was right. @returns the page with their codes */
  async enrol(visitor: Visitor): Promise<Reply> {
    const app = Authenticator.of((await visitor.get('/console/enrol')).body, () => this.now);
    const reply = await visitor.post('/console/enrol', { code: app.next() });
    expect(reply.status, reply.body).toBe(200);
    this.#apps.set(visitor, app);
    return reply;
  }

  /** Proves anew who somebody is, with a password and a code of their app. */
  async proveAnew(visitor: Visitor, password: string): Promise<Reply> {
    const form = { 'prove.password': password, 'prove.code': this.app(visitor).next() };
    const reply = await visitor.post('/console/prove', form);
    expect(reply.status, reply.body).toBe(303);
    return reply;
  }

  /** The authenticator app of somebody who added one. */
  app(visitor: Visitor): Authenticator {
    return this.#apps.get(visitor) ?? expect.fail('no app was added');
  }

  /** Signs somebody of the staff in anew: password, then a code of their app. */
  async signIn(visitor: Visitor, { email, password }: { email: string; password: string }): Promise<void> {
    const reply = await visitor.post('/console/sign-in', { email, password });
    expect([reply.status, reply.location], reply.body).toEqual([303, '/console/factor']);
    const done = await visitor.post('/console/factor', { code: this.app(visitor).next() });
    expect(done.status, done.body).toBe(303);
  }

  /** Invites somebody with these roles (`service:role`, `_house:role`), through the page of the staff. */
  async invite(name: string, email: string, grants: readonly string[]): Promise<Reply> {
    const admin = await this.officer();
    this.secrets.add(email);
    return admin.post('/console/staff', { name, email, ...grantFields(grants) });
  }

  /** A staff member with these roles, invited and come. @returns their visitor and their id */
  async staff(
    name: string,
    grants: readonly string[],
  ): Promise<{ visitor: Visitor; id: string; email: string }> {
    const email = `${crypto.randomUUID().slice(0, 8)}@kepil.example`;
    const invited = await this.invite(name, email, grants);
    expect(invited.status, invited.body).toBe(200);
    const token = linkIn(invited.body);
    const visitor = await this.setUp({ token, name, email, password: 'девять белых яблонь у реки' });
    const person = invited.body.split('/console/staff/').find((part) => part.includes(email)) ?? '';
    return { visitor, id: person.slice(0, 36), email };
  }

  /** Sends the registration form; the draft waits for its code. */
  async fill(
    visitor: Visitor,
    person: Person,
    more: {
      consent?: boolean;
      optional?: readonly string[];
      recipients?: readonly string[];
      form?: string;
    } = {},
  ): Promise<Reply> {
    for (const value of Object.values(person)) if (value.length > 3) this.secrets.add(value);
    const form = await visitor.get(`${this.base}/register`);
    const policy = /name="policy"[^>]*value="([0-9a-f]{64})"|value="([0-9a-f]{64})"[^>]*name="policy"/.exec(
      form.body,
    );
    const hash = policy?.[1] ?? policy?.[2] ?? '';
    const fields = Object.fromEntries(Object.entries(person).map(([name, value]) => [`f.${name}`, value]));
    const ticked = Object.fromEntries((more.optional ?? []).map((purpose) => [`optional.${purpose}`, 'yes']));
    const boxes = Object.fromEntries((more.recipients ?? []).map((name) => [name, 'yes']));
    return visitor.post(`${this.base}/register`, {
      ...fields,
      ...ticked,
      ...boxes,
      policy: hash,
      language: /name="language" value="([a-z]+)"\/><div/.exec(form.body)?.[1] ?? '',
      ...(more.form !== undefined && { form: more.form }),
      ...(more.consent !== false && { consent: 'yes' }),
    });
  }

  /** The newest code in the outbox, read by the officer as they would. */
  async code(): Promise<string> {
    const officer = await this.officer();
    const list = await officer.get(`/console${this.base}/outbox`);
    const href = new RegExp(`/console${this.base}/outbox/[0-9a-f-]{36}`).exec(list.body)?.[0] ?? '';
    const message = await officer.get(href);
    return /\b(\d{6})\b/.exec(message.body.replaceAll(/<[^>]*>/g, ' '))?.[1] ?? '';
  }

  /** Registers a person to the end. @returns their visitor, signed in, and the id of the consent */
  async register(
    person: Person,
    more: { optional?: readonly string[]; recipients?: readonly string[]; visitor?: Visitor } = {},
  ): Promise<{ visitor: Visitor; consent: string }> {
    const { visitor = this.visitor() } = more;
    const started = await this.fill(visitor, person, more);
    expect(started.status, started.body).toBe(200);
    const draft = /name="draft"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="draft"/.exec(
      started.body,
    );
    const done = await visitor.post(`${this.base}/confirm`, {
      draft: draft?.[1] ?? draft?.[2] ?? '',
      code: await this.code(),
    });
    expect(done.status, done.body).toBe(303);
    return { visitor, consent: done.location?.split('/').at(-1) ?? '' };
  }

  /** Proves the board of a service now. */
  prove(service = this.service): Promise<Board> {
    return this.installation.boards.prove(service);
  }

  /**
   * The oracle of a day: no pledge is broken, nothing personal is readable in the database, the log grows
   * only and verifies from its files, nothing is orphaned, and no fault of ours happened.
   */
  async checkPledges(service = this.service): Promise<Board> {
    await this.installation.tick();
    const board = await this.prove(service);
    const broken = board.clauses.flatMap(({ pledges }) => pledges.filter(({ state }) => state === 'broken'));
    expect(broken.map(({ pledge }) => pledge.id)).toEqual([]);
    expect(await this.readable()).toEqual([]);
    this.#checkLog(service);
    const orphans = await this.installation.world.store.transaction((tx) =>
      tx.destruction.countOrphans(service.id),
    );
    expect(orphans).toBe(0);
    expect(this.#faults).toEqual([]);
    return board;
  }

  #checkLog({ key: of }: ServiceRecord): void {
    const folder = join(this.folder, 'log', of);
    const read = (path: string) => {
      try {
        return readFileSync(join(folder, path));
      } catch {
        return undefined;
      }
    };
    const key = read('verifier-key')?.toString('utf8').trim();
    const saved = this.#savedCheckpoints.get(of);
    const report = verifyLog(
      read,
      { ...(key && { verifierKey: key }), ...(saved && { against: saved }) },
      nodeCrypto,
    );
    expect(report.problems).toEqual([]);
    expect(report.signature).toBe('good');
    this.#savedCheckpoints.set(of, read('checkpoint')?.toString('utf8'));
  }

  /**
   * Values that somebody gave and that stand readable in a table, in the public log or in a file of the data
   * folder.
   */
  async readable(): Promise<readonly string[]> {
    const dump = `${await dumpOf(this.databaseUrl)}\n${filesOf(this.folder)}`;
    return [...this.secrets].filter(
      (value) => dump.includes(value) || dump.includes(Buffer.from(value, 'utf8').toString('hex')),
    );
  }

  async close(): Promise<void> {
    await this.installation.close();
    await this.#drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function dumpOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query("select tablename from pg_tables where schemaname = 'public'");
    const parts: string[] = [];
    for (const { tablename } of tables.rows as { tablename: string }[]) {
      const rows = await client.query(`select t::text as row from "${tablename}" t`);
      parts.push(...(rows.rows as { row: string }[]).map(({ row }) => `${tablename}: ${row}`));
    }
    return parts.join('\n');
  } finally {
    await client.end();
  }
}

/** Every file under `folder`, with its name. */
export function filesOf(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map((entry) => `${entry.name} ${readFileSync(join(entry.parentPath, entry.name)).toString('latin1')}`)
    .join('\n');
}

/** How a world is made. */
export interface WorldOptions {
  readonly key?: string;
  readonly at?: string;
  readonly revise?: (policy: Policy) => Policy;
  /** Absent: from this machine, in the clear. */
  readonly reaching?: Reaching;
  /** True where requests a minute are counted, as they are for everybody else. */
  readonly limited?: boolean;
  /** Carriers of messages; none: the officer hands them on. */
  readonly post?: Post;
}

/**
 * Opens a world that runs the policy in `text` as a draft, on Friday 20 November 2026, 10:00 in Almaty.
 * `revise` changes what was read before it runs.
 */
export async function openWorld(text: string, options: WorldOptions = {}): Promise<TestWorld> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'kepil-world-'));
  const clock = { at: Date.parse(options.at ?? '2026-11-20T10:00:00+05:00') };
  const faults: Error[] = [];
  const { limited = false, reaching, post } = options;
  const place = {
    data: folder,
    databaseUrl: database.url,
    now: () => clock.at++,
    unlimited: !limited,
    ...(reaching && { reaching }),
    ...(post && { post }),
  };
  const installation = await openInstallation({ ...place, onFault: (error) => faults.push(error) });
  const service = await openOne(installation, text, options);
  const drop = () => database.drop();
  return new TestWorld({ installation, service, databaseUrl: database.url, folder, clock, faults, drop });
}

async function openOne(
  installation: Installation,
  text: string,
  options: Pick<WorldOptions, 'key' | 'revise'>,
): Promise<ServiceRecord> {
  const { key = 'test', revise = (drafted: Policy) => drafted } = options;
  const reading = readText(text, { name: 'policy.txt', hash: nodeCrypto.hash });
  const policy = revise(draftPolicy(reading, text, nodeCrypto.hash));
  const { service } = await openService(installation.world, { key, policy, text: bodyOf(text) });
  await installation.settle(service);
  return service;
}
