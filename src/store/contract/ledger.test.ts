import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { aConsent, anId, enter, register, someBytes } from '../../../test/store-rows.ts';
import { type Id, nilId } from '../../base/index.ts';

describeStore('entries and log', (at) => {
  const sequence = (service: Id, limit = 100) => at.transaction((tx) => tx.log.sequence(service, limit));

  it('gives entries their places in order of arrival up to the limit', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const made: Awaited<ReturnType<typeof enter>>[] = [];
    for (const subject of [id, nilId, id, id])
      made.push(await at.transaction((tx) => enter(tx, service, subject)));
    expect(await at.transaction((tx) => tx.entries.countPending(service))).toBe(4);
    expect(await at.transaction((tx) => tx.entries.get(service, made[0]!.id))).toStrictEqual(made[0]);
    const leaves = made.map((entry) => entry.leaf);
    expect(await sequence(service, 3)).toStrictEqual({ firstIndex: 0, leaves: leaves.slice(0, 3) });
    expect(await at.transaction((tx) => tx.entries.countPending(service))).toBe(1);
    expect(await sequence(service, 3)).toStrictEqual({ firstIndex: 3, leaves: leaves.slice(3) });
    expect(await sequence(service, 3)).toStrictEqual({ firstIndex: 4, leaves: [] });
    expect(await at.transaction((tx) => tx.log.size(service))).toBe(4);
    expect(await at.transaction((tx) => tx.log.leaves(service, 1, 2))).toStrictEqual(leaves.slice(1, 3));
    const found = await at.transaction((tx) => tx.entries.get(service, made[2]!.id));
    expect(found).toStrictEqual({ ...made[2], index: 2 });
    expect(await at.transaction((tx) => tx.log.size(at.service()))).toBe(0);
  });

  it('shows a subject its own entries, newest first, pending and placed, page by page', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    const [a, b] = [
      await at.transaction((tx) => enter(tx, service, id)),
      await at.transaction((tx) => enter(tx, service, id)),
    ];
    await at.transaction((tx) => enter(tx, service, nilId));
    await sequence(service);
    const c = await at.transaction((tx) => enter(tx, service, id));
    const page = (after?: Id) =>
      at.transaction((tx) =>
        tx.entries.ofSubject(service, id, { limit: 2, ...(after === undefined ? {} : { after }) }),
      );
    expect(await page()).toStrictEqual([c, { ...b, index: 1 }]);
    expect(await page(b.id)).toStrictEqual([{ ...a, index: 0 }]);
    expect(await page(a.id)).toStrictEqual([]);
    const recent = await at.transaction((tx) => tx.entries.recent(service, 3));
    expect(recent.map((row) => row.index)).toStrictEqual([undefined, 2, 1]);
  });

  it('cuts at once whatever opens data of a subject or is tied to it, and nothing of others', async () => {
    const service = at.service();
    const people = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    for (const { id } of people)
      await at.transaction(async (tx) => {
        await tx.consents.insert(service, aConsent(id));
        await tx.blindIndex.put(service, id, 'email', someBytes());
        await tx.retention.deletions.insert({
          service,
          subject: id,
          act: anId(),
          askedAt: 1,
          dueAt: 2,
          entry: anId(),
        });
        await enter(tx, service, id);
      });
    await sequence(service);
    const [gone, stays] = people.map(({ id }) => id) as [Id, Id];
    const pending = await at.transaction((tx) => enter(tx, service, gone));
    const cut = await at.transaction((tx) => tx.destruction.cut(service, gone));
    const nothing = { sessions: 0, disclosures: 0, files: 0 };
    expect(cut).toStrictEqual({ epoch: 1, indexes: 1, consents: 1, links: 2, ...nothing });
    const again = await at.transaction((tx) => tx.destruction.cut(service, gone));
    expect(again).toStrictEqual({ indexes: 0, consents: 0, links: 0, ...nothing });
    const left = (id: Id) =>
      at.transaction(async (tx) => ({
        key: (await tx.subjectKeys.get(service, id)) !== undefined,
        consents: (await tx.consents.list(service, id)).length,
        indexes: await tx.blindIndex.count(service, id),
        waits: (await tx.retention.deletions.get(service, id)) !== undefined,
        entries: (await tx.entries.ofSubject(service, id, { limit: 9 })).length,
      }));
    expect(await left(gone)).toStrictEqual({ key: false, consents: 0, indexes: 0, waits: false, entries: 0 });
    expect(await left(stays)).toStrictEqual({ key: true, consents: 1, indexes: 1, waits: true, entries: 1 });
    expect((await sequence(service)).leaves).toStrictEqual([pending.leaf]);
  });

  it('ties nothing to a subject after unlink, and still places its pending entries', async () => {
    const service = at.service();
    const [gone, stays] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    const placed = await at.transaction((tx) => enter(tx, service, gone.id));
    await sequence(service);
    const pending = await at.transaction((tx) => enter(tx, service, gone.id));
    const other = await at.transaction((tx) => enter(tx, service, stays.id));
    expect(await at.transaction((tx) => tx.entries.unlink(service, gone.id))).toBe(2);
    expect(await at.transaction((tx) => tx.entries.ofSubject(service, gone.id, { limit: 9 }))).toStrictEqual(
      [],
    );
    expect(await at.transaction((tx) => tx.entries.ofSubject(service, stays.id, { limit: 9 }))).toStrictEqual(
      [other],
    );
    expect(await at.transaction((tx) => tx.entries.countPending(service))).toBe(2);
    expect((await sequence(service)).leaves).toStrictEqual([pending.leaf, other.leaf]);
    expect(await at.transaction((tx) => tx.log.leaves(service, 0, 9))).toStrictEqual([
      placed.leaf,
      pending.leaf,
      other.leaf,
    ]);
  });

  it('places every entry once, without a gap, while sequencers, writers and destructions run', async () => {
    const service = at.service();
    const people = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    let writing = true;
    const sequencer = async () => {
      const taken: { firstIndex: number; leaves: readonly Uint8Array[] }[] = [];
      while (writing || (await at.transaction((tx) => tx.entries.countPending(service))) > 0) {
        taken.push(await sequence(service, 7));
      }
      return taken;
    };
    const writer = async (subject: Id) => {
      const made: Awaited<ReturnType<typeof enter>>[] = [];
      for (let n = 0; n < 40; n++) {
        made.push(await at.transaction((tx) => enter(tx, service, subject)));
        if (n % 10 === 9 && subject !== nilId)
          await at.transaction((tx) => tx.entries.unlink(service, subject));
      }
      return made;
    };
    const writers = Promise.all([...people, { id: nilId }].map(({ id }) => writer(id))).finally(() => {
      writing = false;
    });
    const [one, two, made] = await Promise.all([sequencer(), sequencer(), writers]);
    const batches = [...one, ...two].filter((batch) => batch.leaves.length > 0);
    batches.sort((a, b) => a.firstIndex - b.firstIndex);
    let next = 0;
    for (const batch of batches) {
      expect(batch.firstIndex).toBe(next);
      next += batch.leaves.length;
    }
    expect(next).toBe(120);
    const hex = (leaf: Uint8Array) => Buffer.from(leaf).toString('hex');
    const log = (await at.transaction((tx) => tx.log.leaves(service, 0, 1000))).map(hex);
    expect(log).toStrictEqual(batches.flatMap((batch) => batch.leaves.map(hex)));
    expect([...log].sort()).toStrictEqual(
      made
        .flat()
        .map((entry) => hex(entry.leaf))
        .sort(),
    );
    // Entries that an unlink is rewriting may be overtaken by later ones; those of the operator never are.
    const operators = made.at(-1)!.map((entry) => hex(entry.leaf));
    expect(log.filter((leaf) => operators.includes(leaf))).toStrictEqual(operators);
  });

  it('undoes the sequencing of a transaction that fails afterwards', async () => {
    const service = at.service();
    const entry = await at.transaction((tx) => enter(tx, service, nilId));
    const failing = at.transaction(async (tx) => {
      await tx.log.sequence(service, 9);
      throw new RangeError('later');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await at.transaction((tx) => tx.entries.countPending(service))).toBe(1);
    expect(await sequence(service)).toStrictEqual({ firstIndex: 0, leaves: [entry.leaf] });
  });

  it('does not place an entry whose transaction is still open', async () => {
    const service = at.service();
    const early = await at.transaction(async (tx) => {
      const made = await enter(tx, service, nilId);
      const late = await at.transaction((other) => enter(other, service, nilId));
      expect((await sequence(service)).leaves).toStrictEqual([late.leaf]);
      return made;
    });
    expect(await sequence(service)).toStrictEqual({ firstIndex: 1, leaves: [early.leaf] });
  });

  it('keeps tiles and checkpoints, the newest by size', async () => {
    const service = at.service();
    const [narrow, wide] = [someBytes(32), someBytes(8192)];
    await at.transaction(async (tx) => {
      await tx.log.putTile(service, 0, 0, narrow);
      await tx.log.putTile(service, 0, 0, wide);
      await tx.log.putTile(service, 1, 0, narrow);
    });
    expect(await at.transaction((tx) => tx.log.tile(service, 0, 0))).toStrictEqual(wide);
    expect(await at.transaction((tx) => tx.log.tile(service, 0, 1))).toBeUndefined();
    const checkpoint = (size: number) => ({ service, size, note: `note ${size}`, at: size });
    expect(await at.transaction((tx) => tx.log.checkpoint(service))).toBeUndefined();
    await at.transaction(async (tx) => {
      for (const size of [0, 300, 20]) await tx.log.putCheckpoint(checkpoint(size));
    });
    expect(await at.transaction((tx) => tx.log.checkpoint(service))).toStrictEqual(checkpoint(300));
    expect(await at.transaction((tx) => tx.log.checkpoint(service, 20))).toStrictEqual(checkpoint(20));
    expect(await at.transaction((tx) => tx.log.checkpoint(service, 21))).toBeUndefined();
  });
});
