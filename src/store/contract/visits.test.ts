import pg from 'pg';
import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { anId, someBytes } from '../../../test/store-rows.ts';
import { type Id, nilId } from '../../base/index.ts';
import type { VisitDayRecord, VisitRecord } from '../store.ts';

const day = '2026-11-20';

const aDay = (service: Id, more: Partial<VisitDayRecord> = {}): VisitDayRecord => ({
  ...{ service, day, key: { epoch: 1, bytes: someBytes() }, endsOn: '2026-12-20' },
  ...more,
});

const aVisit = (service: Id, more: Partial<VisitRecord> = {}): VisitRecord => ({
  ...{ service, subject: nilId, day, id: anId(), n: 1, entry: anId(), sealed: someBytes() },
  ...more,
});

describeStore('visits', (at) => {
  it('keeps the term the officer chose, and forgets it', async () => {
    const service = at.service();
    await at.transaction((tx) => tx.visits.putTerm({ service, days: 14, setAt: 5 }));
    await at.transaction((tx) => tx.visits.putTerm({ service, days: 7, setAt: 6 }));
    expect(await at.transaction((tx) => tx.visits.term(service))).toStrictEqual({
      service,
      days: 7,
      setAt: 6,
    });
    await at.transaction((tx) => tx.visits.dropTerm(service));
    expect(await at.transaction((tx) => tx.visits.term(service))).toBeUndefined();
  });

  it('opens a day once: who comes second gets the key of the first', async () => {
    const service = at.service();
    const [first, second] = [aDay(service), aDay(service)];
    const opened = await Promise.all(
      [first, second].map((row) => at.transaction((tx) => tx.visits.openDay(row))),
    );
    expect(opened[0]).toStrictEqual(opened[1]);
    expect([first, second]).toContainEqual(opened[0]);
    expect(await at.transaction((tx) => tx.visits.days(service))).toStrictEqual([opened[0]]);
  });

  it('lets an end come earlier and never later', async () => {
    const service = at.service();
    await at.transaction((tx) => tx.visits.openDay(aDay(service)));
    await at.transaction((tx) => tx.visits.endBy(service, day, '2026-12-01'));
    await at.transaction((tx) => tx.visits.endBy(service, day, '2027-12-01'));
    const [found] = await at.transaction((tx) => tx.visits.days(service));
    expect(found?.endsOn).toBe('2026-12-01');
  });

  it('destroys the key of a day once, says how many visits went, keeps the rows for the sweep', async () => {
    const service = at.service();
    await at.transaction(async (tx) => {
      await tx.visits.openDay(aDay(service));
      await tx.visits.openDay(aDay(service, { day: '2026-11-21' }));
      await tx.visits.insert([
        aVisit(service, { n: 3 }),
        aVisit(service, { n: 2, subject: anId() }),
        aVisit(service, { n: 50, day: '2026-11-21' }),
      ]);
    });
    expect(await at.transaction((tx) => tx.visits.destroyKey(service, day))).toBe(5);
    expect(await at.transaction((tx) => tx.visits.destroyKey(service, day))).toBeUndefined();
    const found = await at.transaction((tx) => tx.visits.days(service));
    expect(found.map(({ key }) => key !== undefined)).toStrictEqual([false, true]);
    expect(await at.transaction((tx) => tx.visits.removeSome(service, day, 1))).toBe(1);
    expect(await at.transaction((tx) => tx.visits.removeSome(service, day, 9))).toBe(1);
    expect(await at.transaction((tx) => tx.visits.removeSome(service, day, 9))).toBe(0);
    expect(await at.transaction((tx) => tx.visits.recent(service, 9))).toHaveLength(1);
  });

  it('gives a day whose key is destroyed no new key', async () => {
    const service = at.service();
    await at.transaction((tx) => tx.visits.openDay(aDay(service)));
    await at.transaction((tx) => tx.visits.destroyKey(service, day));
    const again = await at.transaction((tx) => tx.visits.openDay(aDay(service)));
    expect(again.key).toBeUndefined();
  });

  it('removes a day with its counts only when its key is destroyed', async () => {
    const service = at.service();
    await at.transaction((tx) => tx.visits.openDay(aDay(service)));
    await at.transaction((tx) => tx.visits.removeDay(service, day));
    expect(await at.transaction((tx) => tx.visits.days(service))).toHaveLength(1);
    await at.transaction((tx) => tx.visits.count(service, [{ day, page: '/', n: 1 }]));
    await at.transaction((tx) => tx.visits.destroyKey(service, day));
    await at.transaction((tx) => tx.visits.removeDay(service, day));
    expect(await at.transaction((tx) => tx.visits.days(service))).toStrictEqual([]);
    expect(await at.transaction((tx) => tx.visits.counts(service))).toStrictEqual([]);
  });

  it('holds the key of an open day against its destruction until the transaction is through', async () => {
    const service = at.service();
    await at.transaction((tx) => tx.visits.openDay(aDay(service)));
    const order: string[] = [];
    let destroying: Promise<unknown> = Promise.resolve();
    await at.transaction(async (tx) => {
      await tx.visits.openDay(aDay(service));
      destroying = at
        .transaction((other) => other.visits.destroyKey(service, day))
        .then((n) => order.push(`destroyed ${n}`));
      await blocked(at.url());
      await tx.visits.insert([aVisit(service, { n: 4 })]);
      order.push('written');
    });
    await destroying;
    expect(order).toStrictEqual(['written', 'destroyed 4']);
  });

  it('leaves nothing of a batch that did not go through, and destroys no key by half', async () => {
    const service = at.service();
    await at.transaction((tx) => tx.visits.openDay(aDay(service)));
    const twice = aVisit(service);
    await expect(at.transaction((tx) => tx.visits.insert([aVisit(service), twice, twice]))).rejects.toThrow();
    expect(await at.transaction((tx) => tx.visits.recent(service, 9))).toStrictEqual([]);
    const torn = at.transaction(async (tx) => {
      await tx.visits.destroyKey(service, day);
      throw new Error('power cut');
    });
    await expect(torn).rejects.toThrow('power cut');
    const [found] = await at.transaction((tx) => tx.visits.days(service));
    expect(found?.key).toBeDefined();
  });

  it('pages through the visits of one person, newest first, and removes them alone', async () => {
    const service = at.service();
    const [subject, other] = [anId(), anId()];
    const mine = [1, 2, 3].map((n) => aVisit(service, { subject, n }));
    await at.transaction((tx) =>
      tx.visits.insert([...mine, aVisit(service, { subject: other }), aVisit(service)]),
    );
    const [third, second, first] = mine.toReversed();
    const page = (after?: Id) =>
      at.transaction((tx) => tx.visits.ofSubject(service, subject, { limit: 2, ...(after && { after }) }));
    expect(await page()).toStrictEqual([third, second]);
    expect(await page(second?.id)).toStrictEqual([first]);
    expect(await at.transaction((tx) => tx.visits.removeAll(service, subject))).toBe(6);
    expect(await page()).toStrictEqual([]);
    expect(await at.transaction((tx) => tx.visits.recent(service, 9))).toHaveLength(2);
  });

  it('finds the oldest day that has a row, even when the day itself is gone', async () => {
    const service = at.service();
    expect(await at.transaction((tx) => tx.visits.oldest(service))).toBeUndefined();
    const days = ['2026-11-21', '2026-02-03', '2026-11-20'];
    const rows = days.map((on) => aVisit(service, { subject: anId(), day: on }));
    await at.transaction((tx) => tx.visits.insert([...rows, aVisit(anId(), { day: '2025-01-01' })]));
    expect(await at.transaction((tx) => tx.visits.oldest(service))).toBe('2026-02-03');
  });

  it('adds up counts by day and page', async () => {
    const service = at.service();
    const rows = [
      { day, page: '/privacy', n: 2 },
      { day, page: '/', n: 1 },
    ];
    await Promise.all([1, 2].map(() => at.transaction((tx) => tx.visits.count(service, rows))));
    await at.transaction((tx) => tx.visits.count(service, [{ day: '2026-11-21', page: '', n: 7 }]));
    expect(await at.transaction((tx) => tx.visits.counts(service))).toStrictEqual([
      { day: '2026-11-21', page: '', n: 7 },
      { day, page: '/privacy', n: 4 },
      { day, page: '/', n: 2 },
    ]);
  });
});

/** Waits until a transaction of this database waits for another. */
async function blocked(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (let n = 0; n === 0; ) {
    const { rows } = await client.query(
      `select count(*)::int as n from pg_stat_activity
       where wait_event_type = 'Lock' and datname = current_database()`,
    );
    n = rows[0].n;
  }
  await client.end();
}
