import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { aConsent, anId, register, someBytes } from '../../../test/store-rows.ts';
import { Bug, type Id } from '../../base/index.ts';
import type { PendingEntry, Tx } from '../index.ts';

describeStore('statements that nobody waits for', (at) => {
  const entryOf = (service: Id, subject: Id): PendingEntry => {
    return { service, subject, id: anId(), leaf: someBytes(40) };
  };
  const pending = (service: Id) => at.transaction((tx) => tx.entries.countPending(service));

  it('go before the commit, also when the transaction does nothing else', async () => {
    const service = at.service();
    const entries = [anId(), anId()].map((subject) => entryOf(service, subject));
    await at.transaction(async (tx) => {
      for (const entry of entries) await tx.entries.append(entry);
    });
    expect(await pending(service)).toBe(2);
    const { leaves } = await at.transaction((tx) => tx.log.sequence(service, 10));
    expect(leaves).toStrictEqual(entries.map(({ leaf }) => leaf));
  });

  it('fail the transaction when they fail, with what went wrong, and leave nothing', async () => {
    const service = at.service();
    const twice = entryOf(service, anId());
    await at.transaction((tx) => tx.entries.append(twice));
    let answered = false;
    const failing = at.transaction(async (tx) => {
      await register(tx, service);
      await tx.entries.append(twice);
      await tx.segments.put(service, anId(), {
        access: 'a',
        retention: 'r',
        version: 1,
        bytes: someBytes(),
      });
      answered = true;
    });
    await expect(failing).rejects.toMatchObject({ code: 'ERR_STORE_CONFLICT' });
    expect(answered).toBe(true);
    expect(await at.transaction((tx) => tx.subjects.count(service, 'user'))).toBe(0);
    expect(await pending(service)).toBe(1);
  });

  it('give their reason to whatever is asked behind them', async () => {
    const service = at.service();
    const twice = entryOf(service, anId());
    await at.transaction((tx) => tx.entries.append(twice));
    const seen: unknown[] = [];
    const failing = at.transaction(async (tx) => {
      await tx.subjects.count(service, 'user');
      await tx.entries.append(twice);
      return tx.subjects.count(service, 'user').catch((error: unknown) => {
        seen.push(error);
        throw error;
      });
    });
    await expect(failing).rejects.toMatchObject({ code: 'ERR_STORE_CONFLICT' });
    expect(seen[0]).toMatchObject({ code: 'ERR_STORE_CONFLICT' });
  });

  it('are seen by what is asked behind them, and each gets its own answer', async () => {
    const service = at.service();
    const [one, other] = [anId(), anId()];
    const place = { access: 'a', retention: 'r', version: 1 };
    const [first, second] = [someBytes(50), someBytes(60)];
    const found = await at.transaction((tx) =>
      Promise.all([
        tx.segments.put(service, one, { ...place, bytes: first }),
        tx.segments.list(service, one),
        tx.segments.list(service, other),
        tx.segments.put(service, one, { ...place, version: 2, bytes: second }),
        tx.segments.list(service, one),
      ]),
    );
    const row = (version: number, bytes: Uint8Array) => [{ ...place, version, bytes }];
    expect(found).toStrictEqual([undefined, row(1, first), [], undefined, row(2, second)]);
  });

  it('are undone with the rest when the work rejects while they are on their way', async () => {
    const service = at.service();
    const fault = new Error('of the work');
    const failing = at.transaction(async (tx) => {
      await tx.entries.append(entryOf(service, anId()));
      tx.subjects.count(service, 'user').catch(() => undefined);
      throw fault;
    });
    await expect(failing).rejects.toBe(fault);
    for (let n = 0; n < 12; n++) expect(await pending(service)).toBe(0);
  });

  it('are refused after the end, and change nothing', async () => {
    const service = at.service();
    let leaked: Tx | undefined;
    await at.transaction(async (tx) => {
      leaked = tx;
    });
    await expect(leaked?.entries.append(entryOf(service, anId()))).rejects.toBeInstanceOf(Bug);
    await expect(leaked?.subjects.count(service, 'user')).rejects.toBeInstanceOf(Bug);
    expect(await pending(service)).toBe(0);
  });
});

describeStore('a subject that is held with what stands of them', (at) => {
  const how = { mode: 'update', segments: true } as const;

  it('is what each look by itself would show', async () => {
    const service = at.service();
    const segment = { access: 'limited', retention: 'ordinary', version: 3, bytes: someBytes(90) };
    const row = await at.transaction(async (tx) => {
      const made = await register(tx, service, { adult: true });
      await tx.segments.put(service, made.id, segment);
      await tx.consents.insert(service, aConsent(made.id));
      const version = { service, version: 1, hash: 'h', status: 'live' as const, createdAt: 5 };
      await tx.policies.insert({ ...version, policy: {} as never, liveAt: 6 });
      return made;
    });
    await at.transaction(async (tx) => {
      const alone = {
        record: row,
        keys: await tx.subjectKeys.get(service, row.id),
        heads: await tx.policies.heads(service),
        segments: [segment],
        facts: await tx.facts.of(service, row.id),
      };
      expect(alone.facts.consents).toHaveLength(1);
      expect(await tx.facts.hold(service, row.id, how)).toStrictEqual(alone);
      const closed = await tx.facts.hold(service, row.id, { mode: 'share', segments: false });
      expect(closed).toStrictEqual({ ...alone, segments: [] });
      const nobody = await tx.facts.hold(service, anId(), how);
      const none = {
        terms: [],
        consents: [],
        blocks: [],
        optOuts: [],
        holds: [],
        obligations: [],
        ...{ pending: [], contracts: [], representations: [] },
      };
      expect(nobody).toStrictEqual({ heads: alone.heads, segments: [], facts: none });
    });
  });

  it.each(['share', 'update'] as const)(
    'for %s waits for whoever changes them, and shows it',
    async (mode) => {
      const service = at.service();
      const { id } = await at.transaction((tx) => register(tx, service));
      let waiting: Promise<unknown> | undefined;
      await at.transaction(async (tx) => {
        await tx.subjects.lock(service, id, 'update');
        waiting = at.transaction((other) => other.facts.hold(service, id, { mode, segments: true }));
        await tx.consents.insert(service, aConsent(id, { givenAt: 7 }));
        await tx.subjectKeys.remove(service, id);
        await at.transaction((third) => third.subjects.get(service, id));
      });
      const held = (await waiting) as Awaited<ReturnType<Tx['facts']['hold']>>;
      expect(held.facts.consents.map(({ givenAt }) => givenAt)).toEqual([7]);
      expect(held.keys).toBeUndefined();
    },
  );
});
