import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { aConsent, anId, register, someBytes } from '../../../test/store-rows.ts';
import type { Policy } from '../../policy/index.ts';
import type { DraftRecord, MessageRecord, MessageSettled, PolicyVersionRecord } from '../store.ts';

const policy = {
  title: 'Политика «Ә» \u2028 "quotes"',
  rows: [{ b: 1, a: null }],
  nested: { months: 12 },
} as unknown as Policy;

describeStore('services, policies, drafts, consents, messages', (at) => {
  it('lists services and finds them by key', async () => {
    const row = { id: at.service(), key: `key-${anId()}`, kind: 'house', createdAt: 3 } as const;
    await at.transaction((tx) => tx.services.insert(row));
    expect(await at.transaction((tx) => tx.services.byKey(row.key))).toStrictEqual(row);
    expect(await at.transaction((tx) => tx.services.byKey('nobody'))).toBeUndefined();
    expect(await at.transaction((tx) => tx.services.list())).toContainEqual(row);
  });

  it('keeps versions of a policy; the live one is current, else the newest draft', async () => {
    const service = at.service();
    const version = (n: number, more: Partial<PolicyVersionRecord> = {}): PolicyVersionRecord => {
      const row = { service, version: n, hash: `hash-${n}`, status: 'draft', policy, createdAt: n } as const;
      return { ...row, ...more };
    };
    const [one, two] = [version(1, { text: 'prose' }), version(2)];
    expect(await at.transaction((tx) => tx.policies.current(service))).toBeUndefined();
    await at.transaction(async (tx) => {
      await tx.policies.insert(one);
      await tx.policies.insert(two);
    });
    expect(await at.transaction((tx) => tx.policies.list(service))).toStrictEqual([one, two]);
    expect(await at.transaction((tx) => tx.policies.current(service))).toStrictEqual(two);
    await at.transaction((tx) => tx.policies.setStatus(service, 1, 'live', 77));
    const live = { ...one, status: 'live', liveAt: 77 };
    expect(await at.transaction((tx) => tx.policies.current(service))).toStrictEqual(live);
    expect(await at.transaction((tx) => tx.policies.byHash(service, 'hash-1'))).toStrictEqual(live);
    const { policy: _policy, text: _text, ...head } = live;
    const heads = await at.transaction((tx) => tx.policies.heads(service));
    expect(heads).toHaveLength(2);
    expect(heads[1]).toStrictEqual(head);
    await at.transaction((tx) => tx.policies.setStatus(service, 1, 'superseded'));
    expect(await at.transaction((tx) => tx.policies.byHash(service, 'hash-1'))).toMatchObject({ liveAt: 77 });
    expect(await at.transaction((tx) => tx.policies.current(service))).toStrictEqual(two);
  });

  it('notes approvals of clauses, the last one of each', async () => {
    const service = at.service();
    const row = { service, version: 1, clause: '2.1', by: anId(), at: 5 };
    const later = { ...row, by: anId(), at: 6 };
    await at.transaction(async (tx) => {
      await tx.policies.approve(row);
      await tx.policies.approve(later);
      await tx.policies.approve({ ...row, clause: '2.2' });
      await tx.policies.unapprove(service, 1, '2.2');
    });
    expect(await at.transaction((tx) => tx.policies.approvals(service, 1))).toStrictEqual([later]);
    expect(await at.transaction((tx) => tx.policies.approvals(service, 2))).toStrictEqual([]);
  });

  const draft = (service: string, more: Partial<DraftRecord> = {}): DraftRecord => {
    const row = { service, id: anId(), sealed: someBytes(), codeDigest: someBytes(), attempts: 0 };
    return { ...row, createdAt: 1, expiresAt: 1000, ...more };
  };
  const message = (service: string, subject: string, more: Partial<MessageRecord> = {}): MessageRecord => {
    const row = {
      service,
      subject,
      id: anId(),
      channel: 'email',
      template: 'code',
      sealed: someBytes(),
    } as const;
    const resting = { state: 'by-hand', attempts: 0, dueAt: 0 } as const;
    return { ...row, ...resting, createdAt: 1, ...more };
  };

  it('counts attempts at a draft and replaces its code', async () => {
    const row = draft(at.service());
    const digest = someBytes();
    await at.transaction(async (tx) => {
      await tx.drafts.insert(row);
      await tx.drafts.countAttempt(row.service, row.id);
      await tx.drafts.setCode(row.service, row.id, digest);
    });
    const kept = await at.transaction((tx) => tx.drafts.lock(row.service, row.id));
    expect(kept).toStrictEqual({ ...row, attempts: 1, codeDigest: digest });
    expect(await at.transaction((tx) => tx.drafts.remove(row.service, row.id))).toBe(1);
    expect(await at.transaction((tx) => tx.drafts.lock(row.service, row.id))).toBeUndefined();
  });

  it('sweeps drafts whose time is over with their messages, and leaves the others', async () => {
    const service = at.service();
    const [over, young] = [draft(service, { expiresAt: 10 }), draft(service, { expiresAt: 11 })];
    const stale = message(service, anId(), { expiresAt: 10 });
    await at.transaction(async (tx) => {
      for (const row of [over, young]) {
        await tx.drafts.insert(row);
        await tx.messages.insert(message(service, row.id));
      }
      await tx.messages.insert(stale);
    });
    expect(await at.transaction((tx) => tx.drafts.oldestExpiry(service))).toBe(10);
    expect(await at.transaction((tx) => tx.drafts.sweep(10))).toBe(1);
    expect(await at.transaction((tx) => tx.drafts.count(service))).toBe(1);
    expect(await at.transaction((tx) => tx.drafts.oldestExpiry(service))).toBe(11);
    const left = await at.transaction((tx) => tx.messages.list(service, { limit: 9 }));
    expect(left.map((row) => row.subject)).toStrictEqual([young.id]);
    expect(await at.transaction((tx) => tx.drafts.oldestExpiry(at.service()))).toBeUndefined();
  });

  it('gives each message that is due to one taker, the longest due first, none that is too old', async () => {
    const service = at.service();
    const waiting = (dueAt: number, more: Partial<MessageRecord> = {}) =>
      message(service, anId(), { state: 'waiting', dueAt, ...more });
    const [first, second, later] = [waiting(-9), waiting(-8), waiting(50)];
    const over = waiting(-7, { expiresAt: 5 });
    const [sms, still] = [waiting(-6, { channel: 'sms' }), message(service, anId())];
    await at.transaction(async (tx) => {
      for (const row of [later, second, first, over, sms, still]) await tx.messages.insert(row);
    });
    const take = (now: number, limit: number) =>
      at.transaction((tx) => tx.messages.takeDue(now, ['email'], limit));
    expect(await take(5, 1)).toStrictEqual([{ ...first, state: 'taken', attempts: 1 }]);
    const [one, other] = await Promise.all([take(5, 9), take(5, 9)]);
    expect([...one, ...other].map(({ id }) => id)).toStrictEqual([second.id]);
    expect((await take(50, 9)).map(({ id }) => id)).toStrictEqual([later.id]);
    expect(await at.transaction((tx) => tx.messages.putBack([first.id, later.id]))).toBeGreaterThan(0);
    expect((await take(50, 9)).map(({ id }) => id)).toStrictEqual([second.id]);
    expect(await at.transaction((tx) => tx.messages.takeDue(50, [], 9))).toStrictEqual([]);
  });

  it('settles a message whoever owns it by now, asks after it, and gives up what was taken', async () => {
    const service = at.service();
    const [one, two, three] = [1, 2, 3].map((dueAt) =>
      message(service, anId(), { state: 'waiting', dueAt: dueAt - 100, channel: 'sms' }),
    ) as [MessageRecord, MessageRecord, MessageRecord];
    const subject = anId();
    await at.transaction(async (tx) => {
      for (const row of [one, two, three]) await tx.messages.insert(row);
      await tx.messages.takeDue(0, ['sms'], 9);
      await tx.messages.reown(service, one.subject, subject, (row) => row.sealed);
    });
    const settle = (id: string, settled: MessageSettled) =>
      at.transaction((tx) => tx.messages.settle(service, id, settled));
    expect(await settle(one.id, { state: 'sent', dueAt: 7, carrierId: 'c1' })).toBe(1);
    expect(await settle(two.id, { state: 'waiting', dueAt: 99, reason: 'carrier' })).toBe(1);
    expect(await settle(anId(), { state: 'sent', dueAt: 7 })).toBe(0);
    const reports = (now: number) => at.transaction((tx) => tx.messages.dueReports(now, 9));
    expect((await reports(6)).filter((row) => row.service === service)).toStrictEqual([]);
    expect((await reports(7)).filter((row) => row.service === service)).toMatchObject([
      { id: one.id, subject, carrierId: 'c1', attempts: 1 },
    ]);
    await at.transaction((tx) => tx.messages.abandonTaken());
    const rows = await at.transaction((tx) => tx.messages.list(service, { limit: 9 }));
    expect(new Map(rows.map(({ id, state }) => [id, state]))).toStrictEqual(
      new Map([
        [three.id, 'unsure'],
        [two.id, 'waiting'],
        [one.id, 'sent'],
      ]),
    );
  });

  it('moves the messages of a draft to its subject, sealed anew', async () => {
    const service = at.service();
    const [from, to] = [anId(), anId()];
    const [moved, other] = [
      message(service, from, { expiresAt: 5000 }),
      message(service, anId(), { channel: 'sms' }),
    ];
    const sealed = someBytes();
    await at.transaction(async (tx) => {
      await tx.messages.insert(moved);
      await tx.messages.insert(other);
      await tx.messages.reown(service, from, to, (row) => {
        expect(row).toStrictEqual(moved);
        return sealed;
      });
    });
    const now = { ...moved, subject: to, sealed };
    expect(await at.transaction((tx) => tx.messages.get(service, moved.id))).toStrictEqual(now);
    expect(await at.transaction((tx) => tx.messages.list(service, { limit: 9 }))).toStrictEqual([other, now]);
    const next = { after: other.id, limit: 1 };
    expect(await at.transaction((tx) => tx.messages.list(service, next))).toStrictEqual([now]);
    expect(await at.transaction((tx) => tx.messages.removeAll(service, to))).toBe(1);
    expect(await at.transaction((tx) => tx.messages.get(service, moved.id))).toBeUndefined();
  });

  it('withdraws a purpose or the whole consent; the first withdrawal stands', async () => {
    const service = at.service();
    const subject = anId();
    const [part, whole] = [
      aConsent(subject, { expiresAt: 99 }),
      aConsent(subject, { givenAt: 11, incomplete: ['bin'] }),
    ];
    await at.transaction(async (tx) => {
      for (const row of [whole, part]) await tx.consents.insert(service, row);
    });
    expect(await at.transaction((tx) => tx.consents.list(service, subject))).toStrictEqual([part, whole]);
    expect(await at.transaction((tx) => tx.consents.withdrawnSample(service, 9))).toStrictEqual([]);
    await at.transaction(async (tx) => {
      await tx.consents.withdraw(service, subject, part.id, 20, ['marketing']);
      await tx.consents.withdraw(service, subject, part.id, 30, ['marketing', 'account']);
      await tx.consents.withdraw(service, subject, whole.id, 20);
      await tx.consents.withdraw(service, subject, whole.id, 30);
    });
    const rows = await at.transaction((tx) => tx.consents.list(service, subject));
    expect(rows[0]).toStrictEqual({ ...part, withdrawnPurposes: { marketing: 20, account: 30 } });
    expect(rows[1]).toStrictEqual({ ...whole, withdrawnAt: 20 });
    expect(await at.transaction((tx) => tx.consents.withdrawnSample(service, 9))).toHaveLength(2);
    expect(await at.transaction((tx) => tx.consents.withdrawnSample(service, 1))).toHaveLength(1);
    expect((await at.transaction((tx) => tx.destruction.cut(service, subject))).consents).toBe(2);
  });

  it('counts users without any consent', async () => {
    const service = at.service();
    await at.transaction(async (tx) => {
      const { id } = await register(tx, service);
      await register(tx, service);
      await register(tx, service, { kind: 'staff' });
      await tx.consents.insert(service, aConsent(id));
    });
    expect(await at.transaction((tx) => tx.consents.countSubjectsWithout(service))).toBe(1);
  });
});
