import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { anId, register } from '../../../test/store-rows.ts';

describeStore('key epochs', (at) => {
  const begun = async () => {
    const service = at.service();
    await at.transaction((tx) =>
      tx.services.insert({ id: service, key: `k${service}`, kind: 'service', createdAt: 5 }),
    );
    return service;
  };

  it('begin with the service, and with each turn; the newest is the one to wrap under', async () => {
    const service = await begun();
    expect(await at.transaction((tx) => tx.epochs.list(service))).toStrictEqual([
      { service, epoch: 1, beganAt: 5 },
    ]);
    await at.transaction(async (tx) => {
      await tx.epochs.begin(service, 2, 9);
      await tx.epochs.begin(service, 2, 10);
      expect(await tx.epochs.hold(service)).toBe(2);
    });
    expect(await at.transaction((tx) => tx.epochs.list(service))).toStrictEqual([
      { service, epoch: 1, beganAt: 5 },
      { service, epoch: 2, beganAt: 9 },
    ]);
  });

  it('are not closed while something is wrapped or sealed under them', async () => {
    const service = await begun();
    const { id } = await at.transaction((tx) => register(tx, service));
    const draft = {
      service,
      id: anId(),
      codeDigest: new Uint8Array(1),
      attempts: 0,
      createdAt: 1,
      expiresAt: 9,
    };
    const day = { service, day: '2026-11-20' as const, endsOn: '2026-12-20' as const };
    await at.transaction(async (tx) => {
      await tx.drafts.insert({ ...draft, epoch: 1, sealed: new Uint8Array([1]) });
      await tx.visits.openDay({ ...day, key: { epoch: 1, bytes: new Uint8Array([2]) } });
      await tx.epochs.begin(service, 2, 9);
    });
    const close = () => at.transaction((tx) => tx.epochs.closeBefore(service, 2, 10));
    const count = (epoch: number) => at.transaction((tx) => tx.epochs.count(service, epoch));
    expect(await count(1)).toStrictEqual({ keys: 1, days: 1, drafts: 1 });
    expect(await close()).toBe(false);
    await at.transaction(async (tx) => {
      const rows = await tx.epochs.keysBefore(service, 2, { limit: 9 });
      expect(rows.map(({ subject, epoch }) => [subject, epoch])).toStrictEqual([[id, 1]]);
      await tx.epochs.rewrapKeys(service, [{ subject: id, epoch: 2, bytes: new Uint8Array([7]) }]);
      await tx.epochs.rewrapKeys(service, [{ subject: anId(), epoch: 2, bytes: new Uint8Array([7]) }]);
    });
    expect(await at.transaction((tx) => tx.subjectKeys.get(service, id))).toStrictEqual({
      epoch: 2,
      bytes: new Uint8Array([7]),
    });
    expect(await close()).toBe(false);
    await at.transaction(async (tx) => {
      const [row] = await tx.epochs.daysBefore(service, 2);
      expect(row?.key.bytes).toStrictEqual(new Uint8Array([2]));
      await tx.epochs.rewrapDay({ ...day, key: { epoch: 2, bytes: new Uint8Array([8]) } });
    });
    expect(await close()).toBe(false);
    await at.transaction(async (tx) => {
      const [row] = await tx.epochs.draftsBefore(service, 2, 9);
      expect(row?.sealed).toStrictEqual(new Uint8Array([1]));
      await tx.epochs.resealDraft({ service, id: draft.id, epoch: 2, sealed: new Uint8Array([9]) });
    });
    expect(await at.transaction((tx) => tx.drafts.lock(service, draft.id))).toMatchObject({ epoch: 2 });
    expect(await close()).toBe(true);
    expect(await count(2)).toStrictEqual({ keys: 1, days: 1, drafts: 1 });
  });

  it('bring no key back that was destroyed, and no day', async () => {
    const service = await begun();
    const { id } = await at.transaction((tx) => register(tx, service));
    const day = { service, day: '2026-11-20' as const, endsOn: '2026-12-20' as const };
    await at.transaction(async (tx) => {
      await tx.visits.openDay({ ...day, key: { epoch: 1, bytes: new Uint8Array([2]) } });
      await tx.subjectKeys.remove(service, id);
      await tx.visits.destroyKey(service, day.day);
      await tx.epochs.rewrapKeys(service, [{ subject: id, epoch: 2, bytes: new Uint8Array([7]) }]);
      await tx.epochs.rewrapDay({ ...day, key: { epoch: 2, bytes: new Uint8Array([8]) } });
    });
    await at.transaction(async (tx) => {
      expect(await tx.subjectKeys.get(service, id)).toBeUndefined();
      expect((await tx.visits.days(service))[0]?.key).toBeUndefined();
      expect(await tx.epochs.count(service, 2)).toStrictEqual({ keys: 0, days: 0, drafts: 0 });
    });
  });

  it('wait for whoever wraps under them, and then find what they wrapped', async () => {
    const service = await begun();
    let closing: Promise<boolean> | undefined;
    let through = false;
    await at.transaction(async (tx) => {
      expect(await tx.epochs.hold(service)).toBe(1);
      await at.transaction((other) => other.epochs.begin(service, 2, 9));
      closing = at.transaction((other) => other.epochs.closeBefore(service, 2, 10));
      void closing.then(() => {
        through = true;
      });
      // Others wrap under the new one meanwhile.
      expect(await at.transaction((third) => third.epochs.hold(service))).toBe(2);
      expect(through).toBe(false);
      await register(tx, service);
    });
    expect(await closing).toBe(false);
  });

  it('are wrapped under by nobody once they are closed', async () => {
    const service = await begun();
    await at.transaction(async (tx) => {
      await tx.epochs.begin(service, 2, 9);
      expect(await tx.epochs.closeBefore(service, 3, 10)).toBe(true);
    });
    await expect(at.transaction((tx) => tx.epochs.hold(service))).rejects.toMatchObject({
      code: 'ERR_STORE_CONFLICT',
    });
  });

  it('end once, with the acts that waited for it', async () => {
    const service = await begun();
    const act = { service, id: anId(), decidedAt: 7, counts: {}, entry: anId(), recoverableUntil: 90 };
    const later = { ...act, id: anId(), epoch: 2 };
    await at.transaction(async (tx) => {
      await tx.destruction.insertAct({ ...act, epoch: 1 });
      await tx.destruction.insertAct(later);
      await tx.epochs.begin(service, 2, 9);
      expect(await tx.epochs.endBefore(service, 2, 11)).toBe(0);
      await tx.epochs.closeBefore(service, 2, 10);
      expect(await tx.epochs.endBefore(service, 2, 11)).toBe(1);
      expect(await tx.epochs.endBefore(service, 2, 12)).toBe(0);
    });
    await at.transaction(async (tx) => {
      expect(await tx.destruction.act(service, act.id)).toMatchObject({ recoverableUntil: 11, epoch: 1 });
      expect(await tx.destruction.act(service, later.id)).toStrictEqual(later);
      expect(await tx.epochs.list(service)).toStrictEqual([{ service, epoch: 2, beganAt: 9 }]);
    });
  });
});
