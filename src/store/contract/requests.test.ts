import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { anId, someBytes } from '../../../test/store-rows.ts';
import type { RequestAsk, RequestRecord } from '../store.ts';

const came = {
  channel: 'cabinet',
  identity: 'signed-in',
  receivedAt: 1,
  enteredAt: 1,
  pauses: [],
} as const;

describeStore('requests', (at) => {
  /** Requests of one service. */
  const desk = () => {
    const service = at.service();
    const subject = anId();
    return {
      service,
      subject,
      request: (dueOn: string, more: Partial<RequestRecord> = {}): RequestRecord => {
        const row = { service, subject, id: anId(), kind: 'copy', state: 'open', ...came, dueOn } as const;
        return { ...row, ...more };
      },
      insert: (rows: readonly RequestRecord[]) =>
        at.transaction(async (tx) => {
          for (const row of rows) await tx.requests.insert(row);
        }),
      list: (ask: Partial<RequestAsk> = {}) =>
        at.transaction((tx) => tx.requests.list(service, { state: 'open', limit: 9, ...ask })),
    };
  };

  it('keeps what came, and what became of it', async () => {
    const { service, subject, request, insert } = desk();
    const sealed = someBytes();
    const row = request('2026-03-01', { sealed, channel: 'letter', identity: 'waiting', enteredAt: 5 });
    const other = request('2026-03-02', { subject: anId() });
    await insert([row, other]);
    expect(await at.transaction((tx) => tx.requests.get(service, row.id))).toStrictEqual(row);
    const pauses = [{ reason: 'identity', since: 2, until: 4 }] as const;
    const closed: RequestRecord = {
      ...row,
      state: 'refused',
      identity: 'signature',
      dueOn: '2026-03-04',
      pauses,
      closedAt: 9,
      ground: 'not-held',
    };
    await at.transaction((tx) => tx.requests.update(closed));
    expect(await at.transaction((tx) => tx.requests.get(service, row.id))).toStrictEqual(closed);
    expect(await at.transaction((tx) => tx.requests.ofSubject(service, subject))).toStrictEqual([closed]);
    expect(await at.transaction((tx) => tx.requests.removeAll(service, subject))).toBe(1);
    expect(await at.transaction((tx) => tx.requests.get(service, other.id))).toStrictEqual(other);
  });

  it('lists what there is to work on by the day it is due, the rest newest first, page by page', async () => {
    const { request, insert, list } = desk();
    const [far, near, late] = [request('2026-03-09'), request('2026-03-05'), request('2026-03-01')];
    const done = request('2026-03-03', { state: 'done', closedAt: 7, receivedAt: 3, kind: 'correct' });
    const waits = request('2026-03-02', { state: 'waiting', waitsUntil: '2026-03-08', channel: 'phone' });
    await insert([far, near, late, done, waits]);
    expect(await list()).toStrictEqual([late, near, far]);
    expect(await list({ limit: 1 })).toStrictEqual([late]);
    expect(await list({ after: late.id })).toStrictEqual([near, far]);
    expect(await list({ after: anId() })).toStrictEqual([]);
    expect(await list({ dueBefore: '2026-03-05' })).toStrictEqual([late]);
    expect(await list({ state: 'waiting' })).toStrictEqual([waits]);
    expect(await list({ state: 'waiting', channel: 'letter' })).toStrictEqual([]);
    expect(await list({ state: 'all', limit: 1 })).toStrictEqual([done]);
    expect((await list({ state: 'all', after: done.id })).map(({ id }) => id)).toStrictEqual(
      [waits, late, near, far]
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    expect(await list({ state: 'all', kind: 'correct' })).toStrictEqual([done]);
  });

  it('goes on after a row that was answered meanwhile', async () => {
    const { request, insert, list } = desk();
    const [first, second] = [request('2026-03-01'), request('2026-03-02')];
    await insert([first, second]);
    await at.transaction((tx) => tx.requests.update({ ...first, state: 'done', closedAt: 3 }));
    expect(await list({ after: first.id })).toStrictEqual([second]);
  });

  it('counts what is open, waits and is late', async () => {
    const { service, request, insert } = desk();
    const waits = request('2026-02-01', { state: 'waiting', waitsUntil: '2026-03-08' });
    const done = request('2026-02-01', { state: 'done', closedAt: 7 });
    await insert([request('2026-03-01'), request('2026-03-02'), waits, done]);
    const counts = await at.transaction((tx) => tx.requests.count(service, '2026-03-02'));
    expect(counts).toStrictEqual({ open: 2, waiting: 1, overdue: 1 });
    const none = await at.transaction((tx) => tx.requests.count(anId(), '2026-03-02'));
    expect(none).toStrictEqual({ open: 0, waiting: 0, overdue: 0 });
  });

  it('finds those received in a time whose id ends so, and those that waited too long', async () => {
    const { service, request, insert } = desk();
    const row = request('2026-03-01', { receivedAt: 50 });
    const waits = request('2026-02-01', { state: 'waiting', waitsUntil: '1999-03-08' });
    await insert([row, waits]);
    const ending = row.id.slice(-5);
    const find = (from: number, to: number) =>
      at.transaction((tx) => tx.requests.byEnding(service, { from, to, ending }));
    expect(await find(50, 51)).toStrictEqual([row]);
    expect(await find(51, 99)).toStrictEqual([]);
    expect(await find(0, 50)).toStrictEqual([]);
    const over = (today: string) => at.transaction((tx) => tx.requests.waitedOut(today, { limit: 9 }));
    expect(await over('1999-03-09')).toStrictEqual([waits]);
    expect(await over('1999-03-08')).toStrictEqual([]);
  });
});
