import pg from 'pg';
import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { aConsent, anId, enter, register, someBytes } from '../../../test/store-rows.ts';
import { nilId } from '../../base/index.ts';
import type { SessionRecord, TicketRecord } from '../store.ts';

describeStore('sessions, tickets, staff, destruction, API keys, tries, counters', (at) => {
  it('keeps one block in force of a person, and those that were lifted', async () => {
    const service = at.service();
    const [subject, other] = [anId(), anId()];
    const block = (since: number) => ({ id: anId(), request: anId(), since, entry: anId() });
    const [first, second, foreign] = [block(1), block(2), block(3)];
    await at.transaction(async (tx) => {
      await tx.blocks.insert(service, subject, first);
      await tx.blocks.insert(service, other, foreign);
    });
    await expect(at.transaction((tx) => tx.blocks.insert(service, subject, second))).rejects.toMatchObject({
      code: 'ERR_STORE_CONFLICT',
    });
    expect(await at.transaction((tx) => tx.blocks.inForce(service, subject))).toStrictEqual(first);
    const lift = { id: first.id, at: 9 };
    expect(await at.transaction((tx) => tx.blocks.lift(service, subject, lift))).toBe(1);
    expect(await at.transaction((tx) => tx.blocks.lift(service, subject, lift))).toBe(0);
    expect(await at.transaction((tx) => tx.blocks.inForce(service, subject))).toBeUndefined();
    await at.transaction((tx) => tx.blocks.insert(service, subject, second));
    expect(await at.transaction((tx) => tx.blocks.inForce(service, subject))).toStrictEqual(second);
    expect(await at.transaction((tx) => tx.blocks.removeAll(service, subject))).toBe(2);
    expect(await at.transaction((tx) => tx.blocks.inForce(service, other))).toStrictEqual(foreign);
  });

  it('keeps sessions until they are removed or swept', async () => {
    const service = at.service();
    const subject = anId();
    const session = (expiresAt: number): SessionRecord => {
      const row = { digest: someBytes(32), id: anId(), service, subject, role: 'officer' };
      return { ...row, createdAt: 1, seenAt: 1, provedAt: 1, expiresAt };
    };
    const [one, two, three, four] = [session(10), session(20), session(30), session(30)];
    await at.transaction(async (tx) => {
      for (const row of [one, two, three, four]) await tx.sessions.insert(row);
      await tx.sessions.touch(two.digest, 9);
    });
    expect(await at.transaction((tx) => tx.sessions.get(two.digest))).toStrictEqual({ ...two, seenAt: 9 });
    expect(await at.transaction((tx) => tx.sessions.sweep(10))).toBe(1);
    expect(await at.transaction((tx) => tx.sessions.get(one.digest))).toBeUndefined();
    expect(await at.transaction((tx) => tx.sessions.remove(two.digest))).toBe(1);
    expect(await at.transaction((tx) => tx.sessions.removeAll(service, subject))).toBe(2);
  });

  it('lists the sessions of a person, newest first, and gives one a new digest in its place', async () => {
    const service = at.service();
    const [subject, other] = [anId(), anId()];
    const session = (of: string, more: Partial<SessionRecord> = {}): SessionRecord => ({
      ...{ digest: someBytes(32), id: anId(), service, subject: of, role: 'staff' },
      ...{ createdAt: 1, seenAt: 1, provedAt: 1, expiresAt: 9, ...more },
    });
    const [first, second, foreign] = [
      session(subject),
      session(subject, { sealed: someBytes() }),
      session(other),
    ];
    await at.transaction(async (tx) => {
      for (const row of [first, second, foreign]) await tx.sessions.insert(row);
    });
    expect(await at.transaction((tx) => tx.sessions.ofSubject(service, subject))).toStrictEqual([
      second,
      first,
    ]);
    const to = { digest: someBytes(32), role: 'subject', provedAt: 5, expiresAt: 20 };
    await at.transaction((tx) => tx.sessions.renew(first.digest, to));
    expect(await at.transaction((tx) => tx.sessions.get(first.digest))).toBeUndefined();
    expect(await at.transaction((tx) => tx.sessions.holdAll(service, subject))).toStrictEqual([
      second,
      { ...first, ...to },
    ]);
  });

  it('lets nobody end a session that is held, and lets those who look hold it together', async () => {
    const service = at.service();
    const row: SessionRecord = {
      ...{ digest: someBytes(32), id: anId(), service, subject: anId(), role: 'staff' },
      ...{ createdAt: 1, seenAt: 1, provedAt: 1, expiresAt: 9 },
    };
    await at.transaction((tx) => tx.sessions.insert(row));
    const other = new pg.Client({ connectionString: at.url() });
    await other.connect();
    const end = () => other.query('delete from session where session_id = $1', [row.id]);
    await other.query("set lock_timeout = '20ms'");
    await at.transaction(async (tx) => {
      expect(await tx.sessions.hold(row.digest, 'share')).toStrictEqual(row);
      await at.transaction((beside) => beside.sessions.hold(row.digest, 'share'));
      await expect(end()).rejects.toMatchObject({ code: '55P03' });
    });
    expect((await end()).rowCount).toBe(1);
    await other.end();
    expect(await at.transaction((tx) => tx.sessions.hold(row.digest, 'update'))).toBeUndefined();
  });

  it('keeps tickets by purpose and id, counts attempts, removes those of a subject', async () => {
    const service = at.service();
    const subject = anId();
    const ticket = (more: Partial<TicketRecord> = {}): TicketRecord => {
      const row = { service, purpose: 'sign-in', id: anId(), digest: someBytes(), attempts: 0 } as const;
      return { ...row, createdAt: 1, expiresAt: 100, ...more };
    };
    const [bare, owned, over] = [ticket(), ticket({ subject }), ticket({ expiresAt: 5, purpose: 'act' })];
    await at.transaction(async (tx) => {
      for (const row of [bare, owned, over]) await tx.tickets.insert(row);
      await tx.tickets.countAttempt(service, 'sign-in', owned.id);
    });
    const kept = await at.transaction((tx) => tx.tickets.lock(service, 'sign-in', owned.id));
    expect(kept).toStrictEqual({ ...owned, attempts: 1 });
    expect(await at.transaction((tx) => tx.tickets.lock(service, 'sign-in', bare.id))).toStrictEqual(bare);
    expect(await at.transaction((tx) => tx.tickets.lock(service, 'set-up', bare.id))).toBeUndefined();
    expect(await at.transaction((tx) => tx.tickets.removeOf(service, 'act', subject))).toBe(0);
    expect(await at.transaction((tx) => tx.tickets.removeOf(service, 'sign-in', subject))).toBe(1);
    expect(await at.transaction((tx) => tx.tickets.sweep(5))).toBe(1);
    expect(await at.transaction((tx) => tx.tickets.remove(service, 'sign-in', bare.id))).toBe(1);
  });

  it('grants roles once and counts people, not roles', async () => {
    const service = at.service();
    const subject = anId();
    const before = await at.transaction((tx) => tx.staff.count());
    await at.transaction(async (tx) => {
      for (const role of ['officer', 'admin', 'officer']) await tx.staff.grant(subject, service, role);
    });
    const roles = await at.transaction((tx) => tx.staff.roles(subject));
    expect(roles).toStrictEqual([
      { service, role: 'admin' },
      { service, role: 'officer' },
    ]);
    expect(await at.transaction((tx) => tx.staff.count())).toBe(before + 1);
    const grants = await at.transaction((tx) => tx.staff.grants());
    expect(grants.filter((grant) => grant.subject === subject)).toStrictEqual([
      { subject, service, role: 'admin' },
      { subject, service, role: 'officer' },
    ]);
    expect(await at.transaction((tx) => tx.staff.revoke(subject, service, 'admin'))).toBe(1);
    expect(await at.transaction((tx) => tx.staff.revoke(subject, service, 'admin'))).toBe(0);
    expect(await at.transaction((tx) => tx.staff.roles(subject))).toStrictEqual([
      { service, role: 'officer' },
    ]);
  });

  it('keeps who is staff, and what they are now', async () => {
    const [house, other] = [at.service(), at.service()];
    const [one, two] = [anId(), anId()].sort() as [string, string];
    const invited = { service: house, subject: two, state: 'invited', since: 1 } as const;
    const active = { service: house, subject: one, state: 'active', since: 2, cameAt: 2 } as const;
    await at.transaction(async (tx) => {
      for (const row of [invited, active]) await tx.staff.putMember(row);
      await tx.staff.putMember({ ...active, service: other });
    });
    expect(await at.transaction((tx) => tx.staff.members(house, 'look'))).toStrictEqual([active, invited]);
    const ended = { ...active, state: 'ended', since: 3 } as const;
    await at.transaction((tx) => tx.staff.putMember(ended));
    expect(await at.transaction((tx) => tx.staff.member(house, one))).toStrictEqual(ended);
    expect(await at.transaction((tx) => tx.staff.member(other, one))).toMatchObject({ state: 'active' });
    expect(await at.transaction((tx) => tx.staff.removeMember(house, two))).toBe(1);
    expect(await at.transaction((tx) => tx.staff.member(house, two))).toBeUndefined();
  });

  it('lets changes of the staff wait for each other', async () => {
    const house = at.service();
    const subject = anId();
    const row = { service: house, subject, state: 'active', since: 1, cameAt: 1 } as const;
    await at.transaction((tx) => tx.staff.putMember(row));
    const order: string[] = [];
    let held = () => {};
    const holding = new Promise<void>((resolve) => {
      held = resolve;
    });
    const first = at.transaction(async (tx) => {
      await tx.staff.members(house, 'update');
      held();
      await tx.staff.putMember({ ...row, state: 'ended' });
      order.push('first');
    });
    await holding;
    const second = at.transaction(async (tx) => {
      const [found] = await tx.staff.members(house, 'update');
      order.push(`second sees ${found?.state}`);
    });
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second sees ended']);
  });

  it('keeps acts, newest first, and the sweeps that wait, oldest first', async () => {
    const service = at.service();
    const act = { service, id: anId(), decidedAt: 7, counts: {}, entry: anId() };
    const later = { ...act, id: anId(), recoverableUntil: 70 };
    const sweep = { service, subject: anId(), act: act.id };
    await at.transaction(async (tx) => {
      await tx.destruction.insertAct(later);
      await tx.destruction.insertAct(act);
      await tx.destruction.enqueue({ ...sweep, act: later.id });
      await tx.destruction.enqueue(sweep);
      await tx.destruction.enqueue(sweep);
      await tx.destruction.closeAct(service, act.id, 9, { segments: 2 });
    });
    const closed = { ...act, sweptAt: 9, counts: { segments: 2 } };
    expect(await at.transaction((tx) => tx.destruction.act(service, act.id))).toStrictEqual(closed);
    expect(await at.transaction((tx) => tx.destruction.acts(service, { limit: 9 }))).toStrictEqual([
      later,
      closed,
    ]);
    const rest = { after: later.id, limit: 9 };
    expect(await at.transaction((tx) => tx.destruction.acts(service, rest))).toStrictEqual([closed]);
    expect(await at.transaction((tx) => tx.destruction.pending(1))).toStrictEqual([sweep]);
    await at.transaction((tx) => tx.destruction.dequeue(sweep));
    expect(await at.transaction((tx) => tx.destruction.pending(9))).toStrictEqual([
      { ...sweep, act: later.id },
    ]);
  });

  it('counts rows whose subject has no key and no sweep as orphans, in every table', async () => {
    const service = at.service();
    const count = () => at.transaction((tx) => tx.destruction.countOrphans(service));
    const { id } = await at.transaction((tx) => register(tx, service));
    const at0 = { createdAt: 1, expiresAt: 10 };
    await at.transaction(async (tx) => {
      await tx.segments.put(service, id, { access: 'a', retention: 'r', version: 1, bytes: someBytes() });
      await tx.blindIndex.put(service, id, 'email', someBytes());
      await tx.consents.insert(service, aConsent(id));
      await enter(tx, service, id);
      await enter(tx, service, nilId);
      const message = {
        service,
        subject: id,
        id: anId(),
        channel: 'sms',
        template: 't',
        sealed: someBytes(),
        ...({ state: 'by-hand', attempts: 0, dueAt: 0 } as const),
      } as const;
      await tx.messages.insert({ ...message, createdAt: 1 });
      await tx.sessions.insert({
        ...{ digest: someBytes(), id: anId(), service, subject: id, role: 'subject' },
        ...{ seenAt: 1, provedAt: 1, ...at0 },
      });
      const ticket = {
        service,
        purpose: 'act',
        id: anId(),
        digest: someBytes(),
        attempts: 0,
        ...at0,
      } as const;
      await tx.tickets.insert({ ...ticket, subject: id });
      await tx.tickets.insert({ ...ticket, id: anId() });
      const request = {
        service,
        subject: id,
        id: anId(),
        kind: 'copy',
        state: 'open',
        channel: 'cabinet',
        identity: 'signed-in',
        receivedAt: 1,
        enteredAt: 1,
        pauses: [],
      } as const;
      await tx.requests.insert({ ...request, dueOn: '2026-01-01' });
      const draft = {
        service,
        id: anId(),
        sealed: someBytes(),
        codeDigest: someBytes(),
        attempts: 0,
        ...at0,
      };
      await tx.drafts.insert(draft);
      await tx.messages.insert({ ...message, id: anId(), subject: draft.id, createdAt: 1 });
    });
    expect(await count()).toBe(0);
    await at.transaction((tx) => tx.subjectKeys.remove(service, id));
    expect(await count()).toBe(10);
    const sweep = { service, subject: id, act: anId() };
    await at.transaction((tx) => tx.destruction.enqueue(sweep));
    expect(await count()).toBe(0);
    await at.transaction(async (tx) => {
      await tx.destruction.dequeue(sweep);
      await tx.entries.unlink(service, id);
      await tx.segments.removeAll(service, id);
    });
    expect(await count()).toBe(7);
  });

  it('keeps API keys; a revocation stands', async () => {
    const service = at.service();
    const row = {
      service,
      id: anId(),
      name: 'crm',
      digest: someBytes(),
      purposes: ['support'],
      categories: [],
      createdAt: 1,
    };
    const key = { ...row, expiresAt: 50 };
    await at.transaction((tx) => tx.apiKeys.insert(key));
    expect(await at.transaction((tx) => tx.apiKeys.byId(key.id))).toStrictEqual(key);
    await at.transaction((tx) => tx.apiKeys.noteUse(key.id, '2026-11-20'));
    const used = { ...key, usedOn: '2026-11-20' };
    expect(await at.transaction((tx) => tx.apiKeys.hold(key.id))).toStrictEqual(used);
    await at.transaction((tx) => tx.apiKeys.revoke(service, key.id, 8));
    await at.transaction((tx) => tx.apiKeys.revoke(service, key.id, 9));
    expect(await at.transaction((tx) => tx.apiKeys.list(service))).toStrictEqual([{ ...used, revokedAt: 8 }]);
    expect(await at.transaction((tx) => tx.apiKeys.byId(anId()))).toBeUndefined();
  });

  it('adds up refusals by rule from a minute on', async () => {
    const service = at.service();
    for (const now of [59_999, 60_000, 119_999, 120_000]) {
      await at.transaction((tx) => tx.counters.refused(service, 'no-ground', now));
    }
    await at.transaction((tx) => tx.counters.refused(service, 'no-consent', 60_000));
    const since = await at.transaction((tx) => tx.counters.refusals(service, 60_000));
    expect(since).toStrictEqual([
      { rule: 'no-consent', n: 1 },
      { rule: 'no-ground', n: 3 },
    ]);
  });

  it('counts tries one after the other, also when they come at once, and sweeps what is over', async () => {
    const service = at.service();
    const digest = someBytes(16);
    const once = () =>
      at.transaction(async (tx) => {
        const row = await tx.attempts.lock(service, 'password/pair', digest);
        await tx.attempts.put({ ...row, tries: row.tries + 1, lastAt: 7, expiresAt: 50 });
      });
    await Promise.all(Array.from({ length: 8 }, once));
    const kept = await at.transaction((tx) => tx.attempts.lock(service, 'password/pair', digest));
    expect(kept).toStrictEqual({
      service,
      scope: 'password/pair',
      digest,
      tries: 8,
      lastAt: 7,
      expiresAt: 50,
    });
    const other = await at.transaction((tx) => tx.attempts.lock(service, 'password/source', digest));
    expect(other.tries).toBe(0);
    await at.transaction((tx) => tx.attempts.sweep(49));
    expect(await at.transaction((tx) => tx.attempts.remove(service, 'password/source', digest))).toBe(0);
    expect(await at.transaction((tx) => tx.attempts.remove(service, 'password/pair', digest))).toBe(1);
  });
});
