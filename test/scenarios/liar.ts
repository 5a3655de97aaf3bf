import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { expect } from 'vitest';
import { civilDateAt } from '../../src/base/index.ts';
import { type ProvedService, proveAll } from '../../src/cli/proved.ts';
import type { LawPack, StandingPurpose } from '../../src/law/index.ts';
import { type Entry, encodeEntry } from '../../src/ledger/index.ts';
import type { LabelRow, Policy } from '../../src/policy/index.ts';
import { buildServer, type Frame, type Page, type Renderer } from '../../src/server/index.ts';
import type { Tx } from '../../src/store/index.ts';
import { BoardKeeper, type World } from '../../src/system/index.ts';
import { type OpenSubject, openSegments, openSubject, writeValues } from '../../src/system/subjects.ts';
import { type StoredValue, sealSegment } from '../../src/vault/index.ts';
import { openWorld, type Person, type TestWorld, type Visitor } from '../world.ts';

const example = new URL('../../examples/dala-kitap.txt', import.meta.url);

const assets = fileURLToPath(new URL('../../web/dist/client', import.meta.url));

/** Text of the example policy. */
export const exampleText = () => readFileSync(example, 'utf8');

export const aigul: Person = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul.zhakypova@example.kz',
  phone: '+77010001122',
};
export const dauren: Person = {
  full_name: 'Дәурен Сейтімов',
  birth_date: '1990-02-03',
  email: 'dauren.seitimov@example.kz',
  phone: '+77010003344',
};

const said = (facet: string, label: string, clause: string): LabelRow => ({
  facet,
  label,
  cites: [clause],
  origin: 'text',
});

/** The example with labels of the kinds that its text has not, and a term for the city of two years. */
export const everyKind = (policy: Policy): Policy => ({
  ...policy,
  retention: [
    ...policy.retention,
    { rule: 'fixed_term', months: 24, categories: ['city_region'], cites: ['8.2'], origin: 'text' },
  ],
  labels: [
    ...policy.labels,
    said('security', 'audit_monitoring', '13.2'),
    said('change_notice', 'any_time', '14.2'),
    said('governing_law', 'venue', '9.8'),
    said('provisions', 'mandatory_marked', '2.1'),
    said('provisions', 'public_display', '2.2'),
  ],
});

/** How a world lies in one run of the proof: another law, other pages, another server. */
export interface Lie {
  readonly law?: (law: LawPack) => LawPack;
  readonly render?: (html: string, page: Page, frame: Frame) => string;
  readonly server?: (server: FastifyInstance) => void;
  /** The instant it is proved at, in milliseconds since the epoch. */
  readonly now?: number;
  /** What is done behind the system's back before the proof. */
  readonly deed?: () => Promise<unknown>;
}

/** A purpose that exists by law for everybody: makes the gate say yes where it must not. */
export const lawless =
  (key: string) =>
  (law: LawPack): LawPack => {
    const everything = {
      roles: ['guest', 'subject', 'officer', 'key', 'system'],
      verbs: ['read', 'use', 'collect', 'change', 'transfer'],
      channels: ['registration', 'cabinet', 'console', 'api', 'outbox', 'job'],
      matter: false,
    };
    const purpose: StandingPurpose = { key, article: '94-V Art. 9', admits: [everything], duringBlock: [] };
    return { ...law, standingPurposes: [...law.standingPurposes, purpose] };
  };

/** An honest world that can be made to lie, one lie at a time. */
export class Liar {
  readonly world: TestWorld;
  readonly sql: pg.Client;
  readonly #renderer: Renderer;
  readonly people: readonly { readonly visitor: Visitor; readonly consent: string; readonly id: string }[];

  private constructor(from: {
    world: TestWorld;
    sql: pg.Client;
    renderer: Renderer;
    people: Liar['people'];
  }) {
    this.world = from.world;
    this.sql = from.sql;
    this.#renderer = from.renderer;
    this.people = from.people;
  }

  /** Opens a world with two people, in force when `live`, and remembers every row of it. */
  static async open(
    how: {
      live?: boolean;
      optional?: readonly string[];
      revise?: (policy: Policy) => Policy;
      /** What happens before every row is remembered. */
      settle?: (world: TestWorld, people: Liar['people']) => Promise<void>;
    } = {},
  ): Promise<Liar> {
    const { revise = (policy) => policy } = how;
    const world = await openWorld(exampleText(), { revise: (policy) => revise(everyKind(policy)) });
    if (how.live) await putInForce(world);
    const sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
    const people = [];
    for (const person of [aigul, dauren]) {
      const { visitor, consent } = await world.register(person, { optional: how.optional ?? [] });
      const { rows } = await sql.query('select subject_id from consent where consent_id = $1', [consent]);
      people.push({ visitor, consent, id: rows[0].subject_id as string });
    }
    await how.settle?.(world, people);
    await world.installation.tick();
    const bundle = new URL('../../web/dist/render/render.js', import.meta.url);
    const renderer = (await import(bundle.href)) as Renderer;
    const liar = new Liar({ world, sql, renderer, people });
    await sql.query('create schema honest');
    for (const table of await liar.#tables())
      await sql.query(`create table honest.${table} as table public.${table}`);
    return liar;
  }

  async #tables(): Promise<readonly string[]> {
    const { rows } = await this.sql.query("select tablename from pg_tables where schemaname = 'public'");
    return rows.map(({ tablename }) => tablename as string);
  }

  /** Puts every row back as it was. */
  async repent(): Promise<void> {
    await this.sql.query('begin');
    for (const table of await this.#tables()) {
      await this.sql.query(`delete from public.${table}`);
      await this.sql.query(`insert into public.${table} table honest.${table}`);
    }
    await this.sql.query('commit');
    this.inner.shelf.clear();
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.world.close();
  }

  get inner(): World {
    return this.world.installation.world;
  }

  get service(): string {
    return this.world.service.id;
  }

  /** What probes that could not look complained of. */
  readonly faults: Error[] = [];

  /** What `kepil prove --json` says of a world that lies so. */
  async prove(lie: Lie = {}): Promise<ProvedService> {
    const { installation } = this.world;
    const { law = (honest) => honest, render = (html) => html } = lie;
    const now = lie.now === undefined ? this.inner.now : () => lie.now as number;
    const world = { ...this.inner, now, law: law(this.inner.law), shelf: new Map() };
    const boards = new BoardKeeper(world, (error) => this.faults.push(error));
    const renderer: Renderer = {
      render: (page, frame) => render(this.#renderer.render(page, frame), page, frame),
    };
    const changed = lie.render !== undefined || lie.server !== undefined;
    const parts = { world, boards, renderer, assets, readLog: async () => undefined, unlimited: true };
    const server = changed ? await buildServer(parts) : installation.server;
    lie.server?.(server);
    boards.open(async (url) => {
      const { statusCode: status, headers, body } = await server.inject({ method: 'GET', url });
      const pairs = Object.entries(headers).map(
        ([name, value]) => [name, [value].flat().join('\n')] as const,
      );
      return { status, headers: new Map(pairs), body };
    });
    const [proved] = await proveAll({ ...installation, world, boards }, this.world.service.key);
    if (changed) await server.close();
    return proved as ProvedService;
  }

  /**
   * Proves before and after a lie: the kind must be on the board and unbroken before, and broken after, in
   * its pledge, its clause and the counts.
   */
  async turnsRed(kind: string, lie: Lie, label?: string): Promise<ProvedService> {
    const before = await this.prove();
    expect(statesOf(before, kind, label).length).toBeGreaterThan(0);
    expect(redOf(before)).toEqual([]);
    expect(before.counts.broken).toBe(0);
    await lie.deed?.();
    const after = await this.prove(lie);
    expect(statesOf(after, kind, label)).toContain('broken');
    const red = after.clauses.filter(({ state }) => state === 'broken');
    expect(red.some(({ pledges }) => pledges.some((pledge) => pledge.kind === kind))).toBe(true);
    expect(after.counts.broken).toBe(red.length);
    return after;
  }

  /** Does something with a person's own keys open, in one transaction, as a careless program would. */
  async within<T>(index: number, act: (tx: Tx, subject: OpenSubject) => Promise<T>): Promise<T> {
    const { world, service } = this;
    const id = this.people[index]?.id ?? '';
    return world.installation.world.store.transaction(async (tx) => {
      const subject = await openSubject(tx, this.inner, { service, id, mode: 'update' });
      return act(tx, subject as OpenSubject);
    });
  }

  /** Writes a value into a person's vault, sealed as it should be, without asking the gate. */
  async plant(
    category: string,
    value: string,
    more: Partial<StoredValue> & { of?: number } = {},
  ): Promise<void> {
    const { of = 0, ...change } = more;
    await this.within(of, async (tx, subject) => {
      const segments = await openSegments(tx, this.inner, subject);
      const known = segments.flatMap(({ content }) => content.email ?? [])[0] as StoredValue;
      const place = { access: 'limited', retention: 'ordinary' as const };
      const writings = [{ category, ...place, value: { ...known, value, ...change } }];
      await writeValues(tx, this.inner, { subject, segments, writings });
    });
  }

  /** Changes the content of a person's ordinary segment in place, history and all. */
  async rewrite(change: (history: readonly StoredValue[]) => readonly StoredValue[]): Promise<void> {
    await this.within(0, async (tx, subject) => {
      const segments = await openSegments(tx, this.inner, subject);
      for (const { access, retention, version, content } of segments) {
        if (retention !== 'ordinary') continue;
        const next = Object.fromEntries(Object.entries(content).map(([key, old]) => [key, change(old)]));
        const address = { service: this.service, subject: subject.record.id, access, retention, version };
        const { bytes } = sealSegment(address, next, subject.keys, this.inner.crypto);
        await tx.segments.put(this.service, subject.record.id, { access, retention, version, bytes });
      }
    });
  }

  /** Puts an entry into the log about the first person, without any decision behind it. */
  async forge(entry: Partial<Entry>): Promise<void> {
    const subject = this.people[0]?.id ?? '';
    const now = this.world.now + 60_000;
    const id = `01999999-0000-7000-8000-${String(++forged).padStart(12, '0')}`;
    const whole = { v: 1, id, at: new Date(now).toISOString(), kind: 'read', outcome: 'allowed' } as const;
    const leaf = encodeEntry({ ...whole, actor: { role: 'officer' }, subject: 'A'.repeat(22), ...entry });
    await this.inner.store.transaction((tx) =>
      tx.entries.append({ service: this.service, subject, id, leaf }),
    );
  }
}

let forged = 0;

/** States of the pledges of a kind on a board. */
export function statesOf(proved: ProvedService, kind: string, label?: string): readonly string[] {
  const pledges = proved.clauses.flatMap((clause) => clause.pledges);
  const own = pledges.filter((pledge) => pledge.kind === kind && (label ?? pledge.label) === pledge.label);
  return own.map(({ state }) => state);
}

/** The broken pledges of a board, by clause and kind. */
export function redOf(proved: ProvedService): readonly string[] {
  return proved.clauses.flatMap(({ id, pledges }) =>
    pledges.filter(({ state }) => state === 'broken').map(({ kind, label }) => `${id} ${kind} ${label}`),
  );
}

/** What the officer fills in to put the example in force. */
export const completion = {
  'c.operatorName': 'Дала Кітап',
  'c.bin': '230640099999',
  'c.responsible': 'Руководитель службы по работе с читателями',
  'c.contactEmail': 'privacy@dala-kitap.example',
  'c.hostCountry': 'KZ',
  'c.hostName': 'Центр обработки данных в Алматы',
  'c.retentionMonths': '60',
};

/** What the officer says of a change that holds from today on. */
export function fromToday(world: TestWorld): Readonly<Record<string, string>> {
  return { 'c.effectiveOn': civilDateAt(world.now, 'Asia/Almaty'), 'c.reason': 'wording', 'c.note': '' };
}

/** The officer approves every clause and puts the policy in force; a change of one in force from today on. */
export async function putInForce(
  world: TestWorld,
  change: Partial<Record<keyof typeof completion, string>> = {},
): Promise<void> {
  const officer = await world.officer();
  const path = `/console${world.base}/approve`;
  const { body } = await officer.get(path);
  const version = /name="version"[^>]*value="(\d+)"/.exec(body)?.[1] ?? '';
  const publication = body.includes('c.effectiveOn') ? fromToday(world) : {};
  const approved = await officer.post(path, { version, all: 'yes', take: 'yes' });
  expect(approved.status, approved.body).toBe(303);
  const live = await officer.post(path, { version, ...completion, ...publication, ...change });
  expect(live.status, live.body).toBe(303);
  expect(live.location).toMatch(/board$/);
}
