import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { anId, register, someBytes } from '../../../test/store-rows.ts';
import type { Id } from '../../base/index.ts';
import type { SecondFactorRecord } from '../index.ts';

function aFactor(service: Id, subject: Id, more: Partial<SecondFactorRecord> = {}): SecondFactorRecord {
  const row = { service, subject, id: anId(), kind: 'app' as const, sealed: someBytes() };
  return { ...row, mark: 7, createdAt: 1_000, ...more };
}

describeStore('second factors and recovery codes', (at) => {
  it('gives a factor back as it was stored, absent properties absent', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const first = aFactor(service, id);
    const second = aFactor(service, id, { usedAt: 2_000, mark: 2 ** 40 });
    await at.transaction(async (tx) => {
      await tx.secondFactors.insert(first);
      await tx.secondFactors.insert(second);
    });
    expect(await at.transaction((tx) => tx.secondFactors.list(service, id))).toStrictEqual([first, second]);
  });

  it('shows one person’s factors at one service, and no other’s', async () => {
    const [service, elsewhere] = [at.service(), at.service()];
    const [one, other] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    await at.transaction((tx) => tx.secondFactors.insert(aFactor(service, one.id)));
    const seen = (where: Id, of: Id) => at.transaction((tx) => tx.secondFactors.list(where, of));
    expect(await seen(service, one.id)).toHaveLength(1);
    expect(await seen(service, other.id)).toEqual([]);
    expect(await seen(elsewhere, one.id)).toEqual([]);
  });

  it('notes the use of one factor', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const [used, idle] = [aFactor(service, id), aFactor(service, id)];
    await at.transaction(async (tx) => {
      await tx.secondFactors.insert(used);
      await tx.secondFactors.insert(idle);
      await tx.secondFactors.noteUse({ ...used, mark: 8, usedAt: 3_000 });
    });
    const rows = await at.transaction((tx) => tx.secondFactors.list(service, id));
    expect(rows).toStrictEqual([{ ...used, mark: 8, usedAt: 3_000 }, idle]);
  });

  it('removes one factor, and says of one that is not there that it was none', async () => {
    const service = at.service();
    const [one, other] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    const factor = aFactor(service, one.id);
    await at.transaction((tx) => tx.secondFactors.insert(factor));
    const remove = (of: Id) => at.transaction((tx) => tx.secondFactors.remove(service, of, factor.id));
    expect([await remove(other.id), await remove(one.id), await remove(one.id)]).toEqual([0, 1, 0]);
  });

  it('keeps the codes made last, and each opens once', async () => {
    const service = at.service();
    const [one, other] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    const [old, kept, more] = [someBytes(32), someBytes(32), someBytes(32)];
    await at.transaction(async (tx) => {
      await tx.secondFactors.putCodes(service, one.id, [old]);
      await tx.secondFactors.putCodes(service, one.id, [kept, more]);
    });
    const use = (of: Id, digest: Uint8Array) =>
      at.transaction((tx) => tx.secondFactors.useCode(service, of, digest));
    expect(await use(one.id, old)).toBe(0);
    expect(await use(other.id, kept)).toBe(0);
    expect(await at.transaction((tx) => tx.secondFactors.countCodes(service, one.id))).toBe(2);
    const both = await Promise.all([use(one.id, kept), use(one.id, kept)]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await at.transaction((tx) => tx.secondFactors.countCodes(service, one.id))).toBe(1);
  });

  it('takes factors and codes of one person away together, and nobody else’s', async () => {
    const service = at.service();
    const [one, other] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    await at.transaction(async (tx) => {
      for (const { id } of [one, other]) {
        await tx.secondFactors.insert(aFactor(service, id));
        await tx.secondFactors.putCodes(service, id, [someBytes(32)]);
      }
    });
    const left = (of: Id) =>
      at.transaction(async (tx) => [
        (await tx.secondFactors.list(service, of)).length,
        await tx.secondFactors.countCodes(service, of),
      ]);
    expect(await at.transaction((tx) => tx.secondFactors.removeAll(service, one.id))).toBe(1);
    expect([await left(one.id), await left(other.id)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(await at.transaction((tx) => tx.secondFactors.removeAll(service, one.id))).toBe(0);
  });

  it('keeps nothing of a transaction that was not through', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const broken = at.transaction(async (tx) => {
      await tx.secondFactors.insert(aFactor(service, id));
      await tx.secondFactors.putCodes(service, id, [someBytes(32)]);
      throw new RangeError('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(await at.transaction((tx) => tx.secondFactors.list(service, id))).toEqual([]);
    expect(await at.transaction((tx) => tx.secondFactors.countCodes(service, id))).toBe(0);
  });
});
