import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { civilDateAt } from '../../src/base/index.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { pdfWith } from '../pictures.ts';
import type { Person, Visitor } from '../world.ts';
import { announceDraft, offerChanged } from './announced.ts';
import { Attacker, hidden } from './attacker.ts';
import { putInForce } from './liar.ts';

const person = (n: number): Person => ({
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: `paper${n}@example.kz`,
  phone: `+7701000112${n}`,
});

const scan = { field: 'scan', name: 'лист.pdf', bytes: pdfWith() };

/** A world with papers in it, and what one does with them. */
class Desk {
  readonly attacker: Attacker;
  constructor(attacker: Attacker) {
    this.attacker = attacker;
  }

  get world() {
    return this.attacker.world;
  }

  async apply(visitor: Visitor, who: Person): Promise<string> {
    const begun = await this.world.fill(visitor, who, { form: 'written_scan' });
    const sent = { draft: hidden(begun.body, 'draft'), code: await this.world.code() };
    return (await visitor.post(`${this.world.base}/confirm`, sent)).location ?? '';
  }

  async enter({ email = '' }: Person): Promise<Visitor> {
    const visitor = this.world.visitor();
    const asked = await visitor.post(`${this.world.base}/sign-in`, { address: email });
    const sent = { ticket: hidden(asked.body, 'ticket'), code: await this.world.code() };
    expect((await visitor.post(`${this.world.base}/sign-in`, sent)).status).toBe(303);
    return visitor;
  }

  async give(visitor: Visitor, key: string): Promise<string> {
    const made = await visitor.post(`${this.world.base}/me/give`, { key, form: 'written_scan' });
    return made.location ?? '';
  }

  async send(visitor: Visitor, path: string): Promise<void> {
    expect((await visitor.upload(path, { act: 'send' }, scan)).status).toBe(303);
  }

  async decide(path: string, form: Record<string, string>) {
    const officer = await this.world.officer();
    return officer.post(`/console${this.world.base}/papers/${path.slice(-36)}`, form);
  }

  confirm(path: string, part: string) {
    return this.decide(path, {
      act: 'confirm',
      part,
      signedOn: civilDateAt(this.world.now, 'Asia/Almaty'),
    });
  }

  async state(path: string): Promise<string> {
    const { rows } = await this.attacker.sql.query('select state from paper where paper_id = $1', [
      path.slice(-36),
    ]);
    return rows[0]?.state ?? 'gone';
  }
}

describe('a policy that changes while a paper waits', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = new Desk(await Attacker.open('test', { at: '2026-11-30T07:00:00Z' }));
    await putInForce(desk.world);
  }, 60_000);
  afterAll(() => desk?.attacker.close());

  it('is agreed to by no paper: neither one that waits nor one that comes later', async () => {
    const { world } = desk;
    const [one, two] = [world.visitor(), world.visitor()];
    const waiting = await desk.apply(one, person(1));
    await desk.send(one, waiting);
    const printed = await desk.apply(two, person(2));
    await offerChanged(world, (policy) => ({ ...policy, title: `${policy.title} и ещё` }));
    expect((await announceDraft(world)).status).toBe(303);
    world.wait({ days: 11 });
    await world.installation.tick();
    const refused = await desk.confirm(waiting, 'base');
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('это заявление больше не годится');
    expect(await desk.state(waiting)).toBe('refused');
    const again = await desk.enter(person(2));
    const sheet = await again.get(`${printed}/application.pdf`);
    expect(sheet.status).toBe(409);
    const late = await again.upload(printed, { act: 'send' }, scan);
    expect(late.status).toBe(422);
    expect(await desk.state(printed)).toBe('dropped');
    expect((await desk.attacker.sql.query('select 1 from consent')).rows).toEqual([]);
    // What was filled in stands: a new sheet with the text of today is signed.
    const anew = (await again.post(printed, { act: 'anew' })).location ?? '';
    expect(anew).not.toBe('');
    await desk.send(again, anew);
    expect((await desk.confirm(anew, 'base')).status).toBe(303);
    await world.checkPledges();
  });
});

describe('a backup of papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-papers-backup-'));
  const kept = join(folder, 'kept');
  const key = join(folder, 'secret', 'backup.key');
  let desk: Desk;
  let database: FreshDatabase;
  let paths: Readonly<Record<'confirmed' | 'refused' | 'back' | 'withdrawn' | 'waits', string>>;
  const said: string[] = [];

  beforeAll(async () => {
    const attacker = await Attacker.open('test', { at: '2026-11-30T07:00:00Z' });
    desk = new Desk(attacker);
    const { world } = attacker;
    await putInForce(world);
    const people = [];
    for (const n of [1, 2, 3, 4, 5]) people.push(await attacker.register(person(n)));
    const [a, b, c, d, e] = people as [(typeof people)[0], ...typeof people] & { length: 5 };
    const of = async (one: typeof a | undefined, what: string) => {
      const { visitor } = one ?? expect.fail('nobody is there');
      const path = await desk.give(visitor, what);
      await desk.send(visitor, path);
      return path;
    };
    paths = {
      confirmed: await of(a, 'marketing_notices'),
      refused: await of(b, 'marketing_notices'),
      back: await of(c, 'marketing_notices'),
      withdrawn: await of(d, 'base'),
      waits: await of(e, 'marketing_notices'),
    };
    await makeBackup(world.installation, { folder: kept, key });
    expect((await desk.confirm(paths.confirmed, 'marketing_notices')).status).toBe(303);
    const words = 'Подпись другая.';
    expect((await desk.decide(paths.refused, { act: 'refuse', words })).status).toBe(303);
    expect((await c?.visitor.post(paths.back, { act: 'back' }))?.status).toBe(303);
    const consent = `${world.base}/me/consents/${d?.consent}/withdraw`;
    expect((await d?.visitor.post(consent, { whole: 'yes' }))?.status).toBe(303);
    await world.installation.tick();
    cpSync(join(world.folder, 'log'), join(folder, 'ledger'), { recursive: true });
    database = await databaseOn(world.databaseUrl);
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const options = {
      ...{ data: join(folder, 'data'), databaseUrl: database.url, key },
      ...{ ledger: join(folder, 'ledger'), olderKeys: true },
    };
    expect(await restore(kept, options, terminal), said.join('\n')).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await desk?.attacker.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = async (text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };

  it('ends again what was refused, taken back or withdrawn since; the confirmed one waits', async () => {
    const found = await rows('select paper_id as id, state from paper');
    const state = (path: string) => found.find(({ id }) => id === path.slice(-36))?.state;
    expect(Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, state(path)]))).toEqual({
      ...{ confirmed: 'waiting', refused: 'refused', back: 'dropped' },
      ...{ withdrawn: 'dropped', waits: 'waiting' },
    });
    expect(await rows(`select 1 from consent where form = 'written_checked'`)).toEqual([]);
    const pictures = await rows('select matter_id as id from file');
    expect(pictures.map(({ id }) => id).sort()).toEqual(
      [paths.confirmed, paths.waits].map((path) => path.slice(-36)).sort(),
    );
  });
});
