import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KepilError } from '../../src/base/index.ts';
import { decodeEntry, type Entry } from '../../src/ledger/index.ts';
import type { PendingEntry } from '../../src/store/index.ts';
import { keyOf, type ReadAnswer, readForKey, type World } from '../../src/system/index.ts';
import { Attacker } from './attacker.ts';

const person = (n: number) => ({
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: `p${n}@example.kz`,
  phone: `+7701000${1000 + n}`,
});
const asked = { purpose: 'support', categories: ['email'] };

interface Someone {
  readonly id: string;
  readonly consent: string;
  readonly visitor: Awaited<ReturnType<Attacker['register']>>['visitor'];
  readonly email: string;
}

interface Ground {
  readonly attacker: Attacker;
  readonly token: string;
  readonly people: readonly Someone[];
}

async function openGround(count: number): Promise<Ground> {
  const attacker = await Attacker.open();
  await attacker.world.officer();
  const token = await attacker.key({ purpose: 'support', category: 'email' });
  const people: Someone[] = [];
  for (let n = 0; n < count; n++) {
    const values = person(n);
    people.push({ ...(await attacker.register(values)), email: values.email });
  }
  return { attacker, token, people };
}

/** Entries that wait for the sequencer, in the order in which they were written. */
async function written({ attacker }: Ground): Promise<readonly Entry[]> {
  const { rows } = await attacker.sql.query('select leaf from entry_pending order by arrived, entry_id');
  return rows.flatMap(({ leaf }) => decodeEntry(new Uint8Array(leaf)) ?? []);
}

/** Ends the connection that waits to append, as a failure of the server does. */
async function endWaiting({ attacker }: Ground): Promise<void> {
  for (let ended = 0; ended === 0; ) {
    const { rowCount } = await attacker.sql.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query like '%from_byte%'`,
    );
    ended = rowCount ?? 0;
  }
}

/** What each read came to: its answer, or the code of what was thrown. */
async function outcomes(reads: readonly Promise<ReadAnswer>[]): Promise<readonly (ReadAnswer | string)[]> {
  const settled = await Promise.allSettled(reads);
  return settled.map((one) =>
    one.status === 'fulfilled' ? one.value : `${(one.reason as KepilError).code ?? one.reason}`,
  );
}

/** A world that counts its groups and can be told to fail one. */
function watched(ground: Ground) {
  const inner = ground.attacker.world.installation.world;
  const sizes: number[] = [];
  const world: World = {
    ...inner,
    store: {
      ...inner.store,
      gather: (ask, answer) =>
        inner.store.gather(ask, (found) => {
          const entries = answer(found);
          sizes.push(entries.length);
          return entries;
        }),
    },
  };
  return { world, sizes };
}

describe('reads that share a commit', () => {
  let ground: Ground;
  let service: Attacker['world']['service'];
  beforeAll(async () => {
    ground = await openGround(6);
    ({ service } = ground.attacker.world);
  });
  afterAll(() => ground?.attacker.close());

  const keyIn = (world: World, token = ground.token) => keyOf(world, { service, token });
  const reading = async (world: World, ids: readonly string[], token = ground.token) => {
    const key = await keyIn(world, token);
    return outcomes(ids.map((subject) => readForKey(world, key, { service, subject, ...asked })));
  };
  const at = (n: number) => ground.people[n] as Someone;

  it('each have a decision, an entry and values of their own', async () => {
    const { world, sizes } = watched(ground);
    await reading(world, [at(0).id]);
    sizes.length = 0;
    const ids = Array.from({ length: 40 }, (_, n) => at(n % 5).id);
    const answers = (await reading(world, ids)) as readonly ReadAnswer[];
    expect(answers.map(({ values }) => values)).toEqual(ids.map((_, n) => ({ email: at(n % 5).email })));
    const entries = new Map((await written(ground)).map((entry) => [entry.id, entry]));
    expect(new Set(answers.map(({ entry }) => entry)).size).toBe(40);
    for (const { entry, decision } of answers) {
      expect(decision.allowed).toBe(true);
      expect(entries.get(entry ?? '')).toMatchObject({ kind: 'read', outcome: 'allowed', ...asked });
    }
    const tags = [...entries.values()].filter(({ kind }) => kind === 'read').map(({ subject }) => subject);
    expect(new Set(tags).size).toBe(tags.length);
    expect(sizes.length).toBeLessThan(10);
    expect(sizes.reduce((sum, n) => sum + n, 0)).toBe(40);
  });

  it('are refused each for itself, with the same reasons as alone', async () => {
    const { world } = ground.attacker.world.installation;
    const key = await keyIn(world);
    const other = { service, subject: at(0).id, purpose: 'marketing', categories: ['email'] };
    const [alone] = (await outcomes([readForKey(world, key, other)])) as readonly ReadAnswer[];
    const mixed = [0, 1, 0, 2].map((n, turn) =>
      readForKey(world, key, turn % 2 ? other : { service, subject: at(n).id, ...asked }),
    );
    const answers = (await outcomes(mixed)) as readonly ReadAnswer[];
    expect(answers.map(({ decision }) => decision.allowed)).toEqual([true, false, true, false]);
    expect(answers[1]?.decision).toEqual(alone?.decision);
    expect(answers[1]?.values).toEqual({});
  });

  it('answer alone whose segment or key was edited, and nobody else notices', async () => {
    const { world } = ground.attacker.world.installation;
    const { sql } = ground.attacker;
    const spoil = (table: string, id: string) =>
      sql.query(
        `update ${table} set bytes = set_byte(bytes, 60, get_byte(bytes, 60) # 1) where subject_id = $1`,
        [id],
      );
    const read = [at(1).id, at(2).id, at(3).id, at(2).id, at(4).id];
    for (const table of ['segment', 'subject_key']) {
      await spoil(table, at(2).id);
      const before = (await written(ground)).length;
      const answers = await reading(world, read);
      expect(answers.map((one) => (typeof one === 'string' ? one : one.values['email']))).toEqual([
        at(1).email,
        'ERR_VAULT_SEALED',
        at(3).email,
        'ERR_VAULT_SEALED',
        at(4).email,
      ]);
      const kinds = (await written(ground)).slice(before).map(({ kind }) => kind);
      // The first that breaks raises an alert as well; while it waits, no other does.
      const alert = table === 'segment' ? ['incident'] : [];
      expect(kinds.toSorted()).toEqual([...alert, 'incident', 'read', 'read', 'read']);
      await spoil(table, at(2).id);
    }
    expect((await reading(world, [at(2).id]))[0]).toMatchObject({ values: { email: at(2).email } });
  });

  it('leave out an unknown subject and a key that was revoked meanwhile', async () => {
    const { world } = ground.attacker.world.installation;
    const officer = await ground.attacker.world.officer();
    const token = await ground.attacker.key({ purpose: 'support', category: 'email' });
    const spent = await keyIn(world, token);
    const good = await keyIn(world);
    const page = `/console${ground.attacker.world.base}/keys`;
    expect((await officer.post(page, { revoke: spent.id })).status).toBe(303);
    const what = (subject: string) => ({ service, subject, ...asked });
    const nobody = '019ac5d2-5f6e-7a31-8f00-0123456789ab';
    const [one, gone, none] = await outcomes([
      readForKey(world, good, what(at(0).id)),
      readForKey(world, spent, what(at(0).id)),
      readForKey(world, good, what(nobody)),
    ]);
    expect(one).toMatchObject({ known: true, values: { email: at(0).email } });
    expect(gone).toBe('ERR_NOT_SIGNED_IN');
    expect(none).toMatchObject({ known: false, values: {}, decision: { allowed: false } });
  });

  it('are read alone when the group as a whole comes to nothing', async () => {
    const { world } = watched(ground);
    const failing = (store: World['store']): World['store'] => ({
      ...store,
      // One entry of the group is there already: PostgreSQL refuses them all.
      gather: (ask, answer) => store.gather(ask, (found) => answer(found).flatMap((entry) => [entry, entry])),
    });
    const before = (await written(ground)).length;
    const answers = await reading({ ...world, store: failing(world.store) }, [at(0).id, at(1).id, at(0).id]);
    expect(answers.map((one) => (one as ReadAnswer).values['email'])).toEqual([
      at(0).email,
      at(1).email,
      at(0).email,
    ]);
    expect((await written(ground)).length - before).toBe(3);
  });

  it('are not answered when it is not known whether their entries are durable', async () => {
    const { world } = watched(ground);
    const { store } = world;
    const held = '019ac5d2-5f6e-7a31-8f00-00000000aaaa';
    const stopping: World['store'] = {
      ...store,
      gather: (ask, answer) =>
        store.gather(ask, (found) => {
          const entries = answer(found);
          return [...entries, { ...(entries[0] as PendingEntry), id: held }];
        }),
    };
    // Somebody else's uncommitted row of the same key keeps the group waiting at its last step.
    const client = new pg.Client({ connectionString: ground.attacker.world.databaseUrl });
    await client.connect();
    await client.query('begin');
    await client.query(
      `insert into entry_pending (service_id, subject_id, entry_id, leaf) values ($1, $2, $3, '')`,
      [service.id, at(0).id, held],
    );
    const doing = reading({ ...world, store: stopping }, [at(0).id, at(1).id]);
    await endWaiting(ground);
    const answers = await doing;
    expect(answers).toEqual(['ERR_STORE_UNAVAILABLE', 'ERR_STORE_UNAVAILABLE']);
    await client.query('rollback');
    await client.end();
    const left = 'select from entry_pending where entry_id = $1';
    expect((await ground.attacker.sql.query(left, [held])).rows).toEqual([]);
    expect((await reading(world, [at(0).id]))[0]).toMatchObject({ values: { email: at(0).email } });
  });
});

describe('a group of reads against', () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround(4);
  });
  afterAll(() => ground?.attacker.close());

  /** Reads without pause, before, while and after somebody acts on the one who is read. */
  async function race(someone: Someone, act: () => Promise<number>) {
    const { attacker, token } = ground;
    const bystander = ground.people[0] as Someone;
    const from = (await written(ground)).length;
    const read = (id: string) => attacker.read(token, { subject: id, ...asked });
    let acted = false;
    const late: number[] = [];
    const answered: number[] = [];
    const reader = async (mine: boolean) => {
      for (let after = 0; after < 3; ) {
        const begunLate = acted;
        const { statusCode } = await read(mine ? someone.id : bystander.id);
        if (!mine) expect(statusCode).toBe(200);
        else if (begunLate) late.push(statusCode);
        if (mine && statusCode === 200) answered.push(statusCode);
        if (begunLate) after += 1;
      }
    };
    const readers = Array.from({ length: 16 }, (_, n) => reader(n % 4 !== 0));
    await read(someone.id);
    expect(await act()).toBe(303);
    acted = true;
    await Promise.all(readers);
    const entries = (await written(ground)).slice(from);
    return { late, answered: answered.length, entries };
  }

  /** Allowed reads of the one who is acted on that were written after the act. */
  function readsAfter(entries: readonly Entry[], kind: string, tags: ReadonlySet<string>): readonly Entry[] {
    const place = entries.findIndex((entry) => entry.kind === kind && entry.outcome !== 'refused');
    expect(place).toBeGreaterThan(0);
    const rest = entries.slice(place);
    return rest.filter((one) => one.kind === 'read' && one.channel === 'api' && !tags.has(one.id));
  }

  /** Entries tied to somebody, while they are. */
  async function tied(someone: Someone): Promise<ReadonlySet<string>> {
    const { rows } = await ground.attacker.sql.query(
      'select entry_id from entry_link where subject_id = $1',
      [someone.id],
    );
    return new Set(rows.map((row) => row.entry_id));
  }

  it('a withdrawal: none is let through after it', async () => {
    const someone = ground.people[1] as Someone;
    const { attacker } = ground;
    const cookie = `kepil_s_test=${await attacker.session(someone.id)}`;
    const url = `${attacker.world.base}/me/consents/${someone.consent}/withdraw`;
    const { late, entries } = await race(
      someone,
      async () => (await attacker.form(url, 'whole=yes', { cookie })).statusCode,
    );
    expect(new Set(late)).toEqual(new Set([403]));
    const bystanders = await tied(ground.people[0] as Someone);
    expect(readsAfter(entries, 'withdrawal', bystanders)).toEqual([]);
  });

  it('a block: none is let through after it', async () => {
    const someone = ground.people[2] as Someone;
    const { attacker } = ground;
    const { base } = attacker.world;
    const words = { kind: 'block_restrict', words: 'Данные собраны без моего ведома.' };
    const cookie = `kepil_s_test=${await attacker.session(someone.id)}`;
    const filed = await attacker.form(`${base}/me/requests`, new URLSearchParams(words).toString(), {
      cookie,
    });
    expect(filed.statusCode).toBe(303);
    const { rows } = await attacker.sql.query('select request_id from request where subject_id = $1', [
      someone.id,
    ]);
    const officer = await attacker.world.officer();
    const page = `/console${base}/requests/${rows[0].request_id}`;
    const { late, entries } = await race(
      someone,
      async () => (await officer.post(`${page}/block`, { act: 'block' })).status,
    );
    expect(new Set(late)).toEqual(new Set([403]));
    expect(readsAfter(entries, 'block', await tied(ground.people[0] as Someone))).toEqual([]);
  });

  it('a destruction: nothing opens after it, and what was answered has its entry', async () => {
    const someone = ground.people[3] as Someone;
    const { attacker } = ground;
    const cookie = `kepil_s_test=${await attacker.session(someone.id)}`;
    const { late, entries, answered } = await race(
      someone,
      async () =>
        (await attacker.form(`${attacker.world.base}/me/delete`, 'confirm=yes', { cookie })).statusCode,
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late).not.toContain(200);
    const bystanders = await tied(ground.people[0] as Someone);
    expect(readsAfter(entries, 'destruction', bystanders)).toEqual([]);
    const reads = entries.filter(
      (one) => one.kind === 'read' && one.channel === 'api' && !bystanders.has(one.id),
    );
    expect(reads.filter(({ outcome }) => outcome === 'allowed').length).toBeGreaterThanOrEqual(answered);
    await attacker.world.checkPledges();
  });
});
