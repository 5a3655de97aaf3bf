import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { register } from '../../../test/store-rows.ts';

describeStore('announced changes', (at) => {
  const announced = (service: string, version = 2) => ({
    ...{ service, version, reason: 'law', publishedAt: 10, effectiveAt: 100 },
  });
  const told = (service: string, subject: string, more: object = {}) => ({
    ...{ service, subject, version: 2, fromHash: 'h1', asks: true, toldAt: 20, tries: 1 },
    ...more,
  });

  it('gives a change and a choice back as they were stored, absent properties absent', async () => {
    const service = at.service();
    const [{ id }, { id: other }] = await at.transaction(async (tx) => [
      await register(tx, service),
      await register(tx, service),
    ]);
    await at.transaction(async (tx) => {
      await tx.changes.insert(announced(service));
      await tx.changes.insert({ ...announced(service, 3), note: 'x', toldAt: 5 });
      await tx.changes.tell(told(service, id));
    });
    await at.transaction(async (tx) => {
      expect(await tx.changes.get(service, 2)).toStrictEqual(announced(service));
      expect(await tx.changes.get(service, 3)).toStrictEqual({
        ...announced(service, 3),
        note: 'x',
        toldAt: 5,
      });
      expect(await tx.changes.get(service, 4)).toBeUndefined();
      expect(await tx.changes.choice(service, id, 2)).toStrictEqual(told(service, id));
      expect(await tx.changes.choice(service, other, 2)).toBeUndefined();
    });
  });

  it('tells nobody twice', async () => {
    const service = at.service();
    const { id } = await at.transaction((tx) => register(tx, service));
    await at.transaction((tx) => tx.changes.tell(told(service, id)));
    await expect(at.transaction((tx) => tx.changes.tell(told(service, id)))).rejects.toMatchObject({
      code: 'ERR_STORE_CONFLICT',
    });
  });

  it('finds users under another version who were not told, in pages, and nobody else', async () => {
    const service = at.service();
    const ids = await at.transaction(async (tx) => {
      const rows = [];
      for (let n = 0; n < 5; n++) rows.push((await register(tx, service)).id);
      await register(tx, service, { policyHash: 'h2' });
      await register(tx, service, { kind: 'staff' });
      await register(tx, at.service());
      return rows;
    });
    const [first, second, ...rest] = ids;
    await at.transaction((tx) => tx.changes.tell(told(service, first as string)));
    // Whoever was destroyed is told nothing, though the sweep has not come yet.
    await at.transaction((tx) => tx.subjectKeys.remove(service, second as string));
    const of = { version: 2, hash: 'h2', limit: 2 };
    const page = await at.transaction((tx) => tx.changes.untold(service, of));
    expect(page).toStrictEqual(rest.slice(0, 2));
    const after = page.at(-1) as string;
    expect(await at.transaction((tx) => tx.changes.untold(service, { ...of, after }))).toStrictEqual(
      rest.slice(2),
    );
  });

  it('counts who was told, who has seen, who answered', async () => {
    const service = at.service();
    await at.transaction(async (tx) => {
      const [one, two, three] = [
        (await register(tx, service)).id,
        (await register(tx, service)).id,
        (await register(tx, service)).id,
      ];
      await tx.changes.tell(told(service, one));
      await tx.changes.tell(told(service, two));
      await tx.changes.tell(told(service, three, { asks: false }));
      await tx.changes.see(service, three, { version: 2, at: 30 });
      await tx.changes.answer(service, one, { version: 2, answer: 'accepted', at: 31 });
      await tx.changes.answer(service, two, { version: 2, answer: 'refused', at: 32 });
      await tx.changes.see(service, two, { version: 2, at: 40 });
      expect((await tx.changes.choice(service, two, 2))?.seenAt).toBe(32);
    });
    expect(await at.transaction((tx) => tx.changes.counts(service, 2))).toStrictEqual({
      ...{ told: 3, seen: 3, asked: 2, accepted: 1, refused: 1 },
      delivery: { none: 3 },
    });
  });

  it('moves those who accepted, in steps, and everybody under a version at once', async () => {
    const service = at.service();
    const ids = await at.transaction(async (tx) => {
      const rows = [];
      for (let n = 0; n < 3; n++) {
        const { id } = await register(tx, service);
        await tx.changes.tell(told(service, id));
        await tx.changes.answer(service, id, { version: 2, answer: 'accepted', at: 31 });
        rows.push(id);
      }
      await register(tx, service);
      return rows;
    });
    const to = { version: 2, hash: 'h2', limit: 2 };
    const move = () => at.transaction((tx) => tx.changes.moveAccepted(service, to));
    expect([await move(), await move(), await move()]).toStrictEqual([2, 1, 0]);
    const [first] = ids;
    const row = await at.transaction((tx) => tx.subjects.get(service, first as string));
    expect(row).toMatchObject({ policyHash: 'h2', version: 2 });
    expect((await at.transaction((tx) => tx.changes.hashesInUse(service))).toSorted()).toStrictEqual([
      'h1',
      'h2',
    ]);
    expect(await at.transaction((tx) => tx.changes.moveAll(service, 'h1', 'h2'))).toBe(1);
    expect(await at.transaction((tx) => tx.changes.hashesInUse(service))).toStrictEqual(['h2']);
  });
});
