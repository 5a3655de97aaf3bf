import pg from 'pg';
import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { aConsent, anId, enter, register, someBytes } from '../../../test/store-rows.ts';
import { type Id, nilId } from '../../base/index.ts';
import type { Gathered, GatheredSubject, PendingEntry, RepresentationRecord, Tx } from '../index.ts';

describeStore('reads that share a commit', (at) => {
  const entryOf = (service: Id, subject: Id): PendingEntry => {
    return { service, subject, id: anId(), leaf: someBytes(40) };
  };
  const gathered = async (service: Id, subjects: readonly Id[], keys: readonly Id[] = []) => {
    let found: Gathered | undefined;
    await at.store().gather({ service, subjects, keys }, (all) => {
      found = all;
      return [];
    });
    return found as unknown as Gathered;
  };
  const fill = async (tx: Tx, service: Id, id: Id) => {
    for (const state of ['waiting', 'open'] as const)
      await tx.papers.insert({
        ...{ service, subject: id, id: anId(), offer: 'marketing', state, policyHash: 'p', language: 'ru' },
        ...{ purposes: ['marketing'], categories: ['email'], madeAt: 1, consents: [], sealed: someBytes() },
      });
    const place = { access: 'limited', version: 3, bytes: someBytes(300) };
    await tx.segments.put(service, id, { ...place, retention: 'ordinary' });
    await tx.segments.put(service, id, { ...place, retention: 'proof' });
    await tx.segments.put(service, id, { ...place, access: 'credential', retention: 'ordinary' });
    const transfer = { recipient: anId(), country: 'KZ', abroad: false };
    await tx.consents.insert(service, aConsent(id, { givenAt: 20, transfer, expiresAt: 99 }));
    await tx.consents.insert(
      service,
      aConsent(id, { givenAt: 10, representation: anId(), withdrawnPurposes: { marketing: 12 } }),
    );
    await tx.blocks.insert(service, id, { id: anId(), request: anId(), since: 7, entry: anId() });
    await tx.optOuts.put(service, id, { purpose: 'marketing', category: 'email', since: 1, via: 'link' });
    const owed = { kind: 'contract' as const, categories: ['email'], recordedAt: 5, sealed: someBytes() };
    await tx.obligations.insert(service, id, { ...owed, id: anId(), metAt: 6 });
    await tx.obligations.insert(service, id, { ...owed, id: anId() });
    const right = { subject: id, representative: anId(), askedAt: 1, claim: someBytes() };
    await tx.representations.insert(service, { ...right, id: anId(), state: 'asked' });
    const over = { state: 'over' as const, endedAt: 9, birth: someBytes(100) };
    await tx.representations.insert(service, { ...right, ...over, id: anId() });
    const gone = { category: 'phone', at: 4, cause: 'term-over' as const, entry: anId() };
    await tx.retention.destroyed.put(service, id, { ...gone, clause: '2.1', lastOn: '2026-01-31' });
  };

  it('see of each what each would see alone', async () => {
    const service = at.service();
    const [full, bare] = await at.transaction(async (tx) => {
      const row = await register(tx, service, { adult: true });
      await fill(tx, service, row.id);
      return [row, await register(tx, service)];
    });
    const found = await gathered(service, [full.id, bare.id, anId()]);
    expect([...found.subjects.keys()].sort()).toStrictEqual([full.id, bare.id].sort());
    const one = found.subjects.get(full.id);
    const alone = await at.transaction(async (tx) => ({
      keys: await tx.subjectKeys.get(service, full.id),
      segments: await tx.segments.list(service, full.id),
      consents: await tx.consents.list(service, full.id),
      block: await tx.blocks.inForce(service, full.id),
      optOuts: await tx.optOuts.list(service, full.id),
      obligations: await tx.obligations.list(service, full.id),
      destroyed: await tx.retention.destroyed.list(service, full.id),
    }));
    expect(one?.record).toStrictEqual(full);
    expect(one?.keys).toStrictEqual(alone.keys);
    const data = alone.segments.filter((row) => row.retention === 'ordinary' && row.access === 'limited');
    expect(one?.segments).toStrictEqual(data);
    const facts = alone.consents.map((row) => {
      const { subject: _, language: __, textSha256: ___, entry: ____, incomplete: _____, ...fact } = row;
      return fact;
    });
    expect(one?.consents).toStrictEqual(facts);
    expect(one?.blocks).toStrictEqual([{ id: alone.block?.id, since: 7 }]);
    expect(one?.optOuts).toStrictEqual([{ purpose: 'marketing', category: 'email' }]);
    const owed = alone.obligations.map(({ kind: _, sealed: __, ...rest }) => rest);
    expect(one?.obligations.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toStrictEqual(owed);
    expect(one?.destroyed).toStrictEqual(alone.destroyed);
    const waiting = [{ purposes: ['marketing'], categories: ['email'] }];
    expect(one?.pending).toStrictEqual(waiting);
    const { optOuts, blocks, representations } = one as GatheredSubject;
    const [, checked] = await at.transaction((tx) => tx.representations.ofSubject(service, full.id));
    const birth = Buffer.from(checked?.birth ?? []).toString('hex');
    const { id, representative } = checked as RepresentationRecord;
    expect(representations).toStrictEqual([{ id, representative, endedAt: 9, birth }]);
    const stands = {
      terms: [],
      consents: facts,
      blocks,
      optOuts,
      obligations: owed,
      pending: waiting,
      ...{ contracts: [], representations },
    };
    const hold = { id: anId(), kind: 'dispute', sealed: someBytes(), since: 1, entry: anId() };
    const all = { ...hold, id: anId(), subject: nilId, categories: ['email'] };
    await at.transaction(async (tx) => {
      await tx.retention.holds.insert(service, { ...hold, subject: full.id });
      await tx.retention.holds.insert(service, all);
      const holds = [{ id: hold.id }, { id: all.id, categories: ['email'] }];
      expect(await tx.facts.of(service, full.id)).toStrictEqual({ ...stands, holds });
      const none = {
        terms: [],
        consents: [],
        pending: [],
        blocks: [],
        optOuts: [],
        obligations: [],
        ...{ contracts: [], representations: [] },
      };
      expect(await tx.facts.of(service, bare.id)).toStrictEqual({ ...none, holds: holds.slice(1) });
    });
    const nothing = { segments: [], consents: [], blocks: [], optOuts: [], obligations: [], destroyed: [] };
    expect(found.subjects.get(bare.id)).toMatchObject({ record: bare, ...nothing });
  });

  it('see versions, terms and the key of the service, and of no other', async () => {
    const [service, other] = [at.service(), at.service()];
    const key = {
      id: anId(),
      name: 'a key',
      digest: someBytes(),
      purposes: ['support'],
      categories: ['email'],
    };
    const times = { createdAt: 1, expiresAt: 2, revokedAt: 3 };
    const heads = await at.transaction(async (tx) => {
      await tx.apiKeys.insert({ service, ...key, ...times });
      for (const of of [service, other]) {
        const term = { reason: 'law', note: '', by: anId(), at: 1, entry: anId() };
        await tx.retention.terms.put({
          service: of,
          category: 'email',
          months: of === service ? 6 : 7,
          ...term,
        });
        const version = { service: of, version: 1, hash: `h-${of}`, status: 'live' as const, createdAt: 5 };
        await tx.policies.insert({ ...version, policy: {} as never, liveAt: 6 });
      }
      return tx.policies.heads(service);
    });
    const found = await gathered(service, [], [key.id]);
    expect(found.heads).toStrictEqual(heads);
    expect(found.terms).toStrictEqual([{ category: 'email', months: 6 }]);
    const held = { id: key.id, purposes: ['support'], categories: ['email'], expiresAt: 2, revokedAt: 3 };
    expect(found.keys.get(key.id)).toStrictEqual(held);
    expect((await gathered(other, [], [key.id])).keys.size).toBe(0);
  });

  it('wait for nobody: whoever is locked is left out', async () => {
    const service = at.service();
    const [locked, free] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    await at.transaction(async (tx) => {
      await tx.subjects.lock(service, locked.id, 'update');
      expect([...(await gathered(service, [locked.id, free.id])).subjects.keys()]).toEqual([free.id]);
    });
    await at.transaction(async (tx) => {
      await tx.subjects.lock(service, locked.id, 'share');
      expect((await gathered(service, [locked.id, free.id])).subjects.size).toBe(2);
    });
  });

  it('are waited for by whoever wants a subject for itself, until their entries are durable', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const entry = entryOf(service, id);
    const client = new pg.Client({ connectionString: at.url() });
    await client.connect();
    await client.query('begin');
    // Somebody else's uncommitted row under the same key keeps the group at its last step.
    await client.query(
      `insert into entry_pending (service_id, subject_id, entry_id, leaf) values ($1, $2, $3, '')`,
      [service, id, entry.id],
    );
    const order: string[] = [];
    const ask = { service, subjects: [id], keys: [] };
    const group = at.store().gather(ask, () => [entry]);
    await waiting(client, 'gather-append');
    const writer = at.transaction(async (tx) => {
      await tx.subjects.lock(service, id, 'update');
      order.push('locked');
      expect((await tx.entries.get(service, entry.id))?.leaf).toStrictEqual(entry.leaf);
    });
    await waiting(client, 'for update');
    order.push('let go');
    await client.query('rollback');
    await group;
    await writer;
    expect(order).toEqual(['let go', 'locked']);
    await client.end();
  });

  it('append in order, each linked to its subject', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const made = [id, nilId, id].map((subject) => entryOf(service, subject));
    await at.store().gather({ service, subjects: [], keys: [] }, () => made);
    const { leaves } = await at.transaction((tx) => tx.log.sequence(service, 10));
    expect(leaves).toStrictEqual(made.map(({ leaf }) => leaf));
    const mine = await at.transaction((tx) => tx.entries.ofSubject(service, id, { limit: 10 }));
    expect(mine.map((row) => row.id)).toStrictEqual([made[2]?.id, made[0]?.id]);
    expect(await at.transaction((tx) => tx.entries.ofSubject(service, nilId, { limit: 9 }))).toEqual([]);
  });

  it('leave nothing when an entry or the answer fails, and the next group works', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const there = await at.transaction((tx) => enter(tx, service, id));
    const good = entryOf(service, id);
    const twice = { service, subject: id, ...there };
    const ask = { service, subjects: [id], keys: [] };
    const clash = at.store().gather(ask, () => [good, twice]);
    await expect(clash).rejects.toMatchObject({ code: 'ERR_STORE_CONFLICT' });
    const fault = new Error('of the answer');
    const failing = at.store().gather(ask, () => {
      throw fault;
    });
    await expect(failing).rejects.toThrow();
    expect(await at.transaction((tx) => tx.entries.countPending(service))).toBe(1);
    await at.transaction((tx) => tx.subjects.lock(service, id, 'update'));
    for (let n = 0; n < 8; n++) await at.store().gather(ask, () => [entryOf(service, id)]);
    expect(await at.transaction((tx) => tx.entries.countPending(service))).toBe(9);
  });
});

/** Until a statement with this in it waits for a lock. */
async function waiting(client: pg.Client, what: string): Promise<void> {
  const text = what === 'gather-append' ? '%from_byte%' : `%${what}%`;
  for (;;) {
    await client.query('select pg_stat_clear_snapshot()');
    const { rows } = await client.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like $1
       and datname = current_database() and pid <> pg_backend_pid()`,
      [text],
    );
    if (rows.length > 0) return;
  }
}
