import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { expect } from 'vitest';
import { openSession } from '../../src/system/sessions.ts';
import { openWorld, type Person, type TestWorld, type Visitor, type WorldOptions } from '../world.ts';
import { exampleText } from './liar.ts';

/** A world with whoever wants to break in: any request, sessions made by hand, a look at the rows. */
export class Attacker {
  readonly world: TestWorld;
  readonly sql: pg.Client;

  private constructor(world: TestWorld, sql: pg.Client) {
    this.world = world;
    this.sql = sql;
  }

  static async open(key = 'test', options: Omit<WorldOptions, 'key'> = {}): Promise<Attacker> {
    const world = await openWorld(exampleText(), { key, ...options });
    const sql = new pg.Client({ connectionString: world.databaseUrl });
    await sql.connect();
    return new Attacker(world, sql);
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.world.close();
  }

  /** Sends anything; whatever it was, the answer is no fault of ours. */
  async send(ask: InjectOptions): Promise<LightMyRequestResponse> {
    const reply = await this.world.installation.server.inject(ask);
    const what = `${ask.method} ${String(ask.url).slice(0, 80)} ${String(ask.payload).slice(0, 80)}`;
    expect(reply.statusCode, what).toBeLessThan(500);
    return reply;
  }

  /** Posts text as a form, exactly as given. */
  form(url: string, payload: string | Buffer, headers: Record<string, string> = {}) {
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
    return this.send({ method: 'POST', url, headers: { ...type, ...headers }, payload });
  }

  /** Registers somebody. @returns visitor, consent and subject id */
  async register(person: Person): Promise<{ visitor: Visitor; consent: string; id: string }> {
    const { visitor, consent } = await this.world.register(person);
    const { rows } = await this.sql.query('select subject_id from consent where consent_id = $1', [consent]);
    return { visitor, consent, id: rows[0].subject_id };
  }

  /** A session token as the sign-in would give it. */
  session(subject: string, role: 'subject' | 'staff' = 'subject'): Promise<string> {
    const { world } = this.world.installation;
    const service = this.world.service.id;
    return world.store.transaction((tx) => openSession(tx, world, { service, subject, role }));
  }

  /** Issues an API key, as the officer does. */
  async key(grant: {
    purpose: string;
    category: string | readonly string[];
    days?: string;
  }): Promise<string> {
    const officer = await this.world.officer();
    const form = { name: 'Склад', days: '30', ...grant };
    const reply = await officer.post(`/console${this.world.base}/keys`, form);
    return /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(reply.body)?.[0] ?? '';
  }

  /** Calls the API's read. */
  read(bearer: string, body: object, base = this.world.base): Promise<LightMyRequestResponse> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    return this.send({ method: 'POST', url: `/api/v1${base}/read`, headers, payload: JSON.stringify(body) });
  }

  /** The number of rows in every table but those of entries and counters. */
  async rows(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of [
      'subject',
      'segment',
      'consent',
      'draft',
      'message',
      'request',
      'api_key',
      'session',
    ]) {
      const { rows } = await this.sql.query(`select count(*)::int as n from ${table}`);
      counts[table] = rows[0].n;
    }
    return counts;
  }

  /** The hash the form carries. */
  async policy(): Promise<string> {
    const reply = await this.send({ method: 'GET', url: `/api/v1${this.world.base}/form` });
    return reply.json().policy;
  }

  /** Every row of the database as text, bytes in hexadecimal. */
  async dump(): Promise<string> {
    const { rows } = await this.sql.query("select tablename from pg_tables where schemaname = 'public'");
    const parts: string[] = [];
    for (const { tablename } of rows) {
      const found = await this.sql.query(`select t::text as row from "${tablename}" t`);
      parts.push(...found.rows.map(({ row }) => row as string));
    }
    return parts.join('\n');
  }
}

/** Ids as they stand in forms of pages. */
export function hidden(body: string, name: string): string {
  const tag = body.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? '';
  return /value="([^"]*)"/.exec(tag)?.[1] ?? '';
}
