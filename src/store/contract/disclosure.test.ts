import { expect, it } from 'vitest';
import { describeStore } from '../../../test/store-contract.ts';
import { aConsent, anId, someBytes } from '../../../test/store-rows.ts';
import { nilId } from '../../base/index.ts';
import type { AuthorityRecord, DisclosureRecord, OrderRecord, RecipientRecord } from '../store.ts';

const card = (service: string, more: Partial<RecipientRecord> = {}): RecipientRecord => ({
  ...{ service, id: anId(), version: 1, kind: 'partners', name: 'ТОО «Сосна»', country: 'KZ' },
  ...{ contract: '1', contractOn: '2026-01-02', undertakingOn: '2026-01-03', ended: false },
  ...{ categories: ['email'], purposes: ['support'], expiresOn: '2027-01-02', decision: anId() },
  ...{ changedAt: 1, changedBy: anId(), ...more },
});
const handed = (
  service: string,
  subject: string,
  more: Partial<DisclosureRecord> = {},
): DisclosureRecord => ({
  ...{ service, subject, id: anId(), kind: 'partners', country: 'KZ', purpose: 'support' },
  ...{ categories: ['email', 'phone'], madeAt: 5, entry: anId(), noticeDueOn: '2026-12-04', ...more },
});
const order = (service: string, more: Partial<OrderRecord> = {}): OrderRecord => ({
  ...{ service, id: anId(), recipient: anId(), kind: 'stop', packages: [anId(), anId()] },
  ...{ categories: ['email'], madeAt: 7, dueOn: '2026-12-11', entry: anId(), ...more },
});
const letter = (service: string, subject: string, more: Partial<AuthorityRecord> = {}): AuthorityRecord => ({
  ...{ service, subject, id: anId(), asker: 'state', state: 'open', receivedOn: '2026-11-20', enteredAt: 3 },
  ...{ categories: ['email'], missing: ['case'], secrecyNorm: false, handledBy: [anId()], proposed: [] },
  ...{ sealed: someBytes(), ...more },
});

describeStore('recipients, disclosures, orders, letters', (at) => {
  it('keeps every version of a card and shows the newest of each', async () => {
    const service = at.service();
    const first = card(service);
    const { undertakingOn: _none, ...unsigned } = card(service);
    const second = { ...first, version: 2, ended: true, decision: anId(), changedAt: 2 };
    await at.transaction(async (tx) => {
      for (const row of [first, unsigned, second]) await tx.recipients.insert(row);
      await tx.recipients.insert(card(at.service()));
    });
    const list = (page: object) => at.transaction((tx) => tx.recipients.list(service, { limit: 9, ...page }));
    const newest = [second, unsigned].sort((a, b) => (a.id < b.id ? 1 : -1));
    expect(await list({})).toStrictEqual(newest);
    expect(await list({ limit: 1 })).toStrictEqual(newest.slice(0, 1));
    expect(await list({ after: newest[0]?.id })).toStrictEqual(newest.slice(1));
    expect(await at.transaction((tx) => tx.recipients.current(service, first.id))).toStrictEqual(second);
    const versions = await at.transaction((tx) => tx.recipients.versions(service, first.id));
    expect(versions).toStrictEqual([second, first]);
    expect(await at.transaction((tx) => tx.recipients.current(at.service(), first.id))).toBeUndefined();
    await expect(at.transaction((tx) => tx.recipients.insert(second))).rejects.toMatchObject({
      code: 'ERR_STORE_CONFLICT',
    });
  });

  it('keeps to whom a consent lets data go', async () => {
    const service = at.service();
    const subject = anId();
    const plain = aConsent(subject);
    const transfer = { recipient: anId(), country: 'DE', abroad: true };
    const named = { ...aConsent(subject), transfer };
    await at.transaction(async (tx) => {
      for (const row of [plain, named]) await tx.consents.insert(service, row);
    });
    const rows = await at.transaction((tx) => tx.consents.list(service, subject));
    expect(rows.map((row) => row.transfer)).toEqual(
      [plain, named]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((row) => (row === named ? transfer : undefined)),
    );
  });

  it('keeps what was handed on, with notice, bar and stop, until the person is destroyed', async () => {
    const service = at.service();
    const [subject, other, recipient] = [anId(), anId(), anId()];
    const rows = [
      handed(service, subject, { recipient, recipientVersion: 2, consent: anId(), packageSha256: 'aa' }),
      handed(service, subject, { authority: anId(), barredUntil: '2026-12-20', noticeDueOn: '2026-12-20' }),
      handed(service, other, { recipient, notifiedAt: 9 }),
    ] as const;
    await at.transaction(async (tx) => {
      for (const row of rows) await tx.disclosures.insert(row);
    });
    const down = (list: readonly DisclosureRecord[]) => [...list].sort((a, b) => (a.id < b.id ? 1 : -1));
    const page = { limit: 9 };
    const [mine, barred, theirs] = rows;
    const all = await at.transaction((tx) => tx.disclosures.list(service, page));
    expect(all).toStrictEqual(down(rows));
    expect(await at.transaction((tx) => tx.disclosures.ofSubject(service, subject, page))).toStrictEqual(
      down([mine, barred]),
    );
    expect(await at.transaction((tx) => tx.disclosures.ofRecipient(service, recipient, page))).toStrictEqual(
      down([mine, theirs]),
    );
    expect(await at.transaction((tx) => tx.disclosures.unsaid(service, 9))).toStrictEqual([mine, barred]);
    await at.transaction(async (tx) => {
      await tx.disclosures.setNotified(service, subject, { id: mine.id, at: 11 });
      const bar = { id: barred.id, until: '2027-01-10', dueOn: '2027-01-10' };
      await tx.disclosures.setBar(service, subject, bar);
      await tx.disclosures.setStopped(service, subject, { ids: [mine.id, theirs.id], at: 12 });
    });
    const get = (id: string) => at.transaction((tx) => tx.disclosures.get(service, id));
    expect(await get(mine.id)).toStrictEqual({ ...mine, notifiedAt: 11, stoppedAt: 12 });
    expect(await get(barred.id)).toStrictEqual({
      ...barred,
      barredUntil: '2027-01-10',
      noticeDueOn: '2027-01-10',
    });
    expect(await get(theirs.id)).toStrictEqual(theirs);
    expect((await at.transaction((tx) => tx.destruction.cut(service, subject))).disclosures).toBe(2);
    expect(await at.transaction((tx) => tx.disclosures.list(service, page))).toStrictEqual([theirs]);
  });

  it('keeps orders with their marks, which can be taken back', async () => {
    const service = at.service();
    const [open, done] = [order(service), order(service, { kind: 'destroy', sentAt: 8, confirmedAt: 9 })];
    await at.transaction(async (tx) => {
      for (const row of [open, done]) await tx.orders.insert(row);
    });
    const list = (state: 'open' | 'all') =>
      at.transaction((tx) => tx.orders.list(service, state, { limit: 9 }));
    expect(await list('open')).toStrictEqual([open]);
    expect(new Set(await list('all'))).toStrictEqual(new Set([open, done]));
    await at.transaction((tx) => tx.orders.mark(service, open.id, { sentAt: 10 }));
    await at.transaction((tx) => tx.orders.mark(service, done.id, { sentAt: null, confirmedAt: null }));
    const { sentAt: _sent, confirmedAt: _confirmed, ...reopened } = done;
    expect(await at.transaction((tx) => tx.orders.get(service, done.id))).toStrictEqual(reopened);
    expect(await at.transaction((tx) => tx.orders.get(service, open.id))).toStrictEqual({
      ...open,
      sentAt: 10,
    });
  });

  it('keeps letters, of nobody too, and says which of a person bar the notice', async () => {
    const service = at.service();
    const subject = anId();
    const [about, nobody] = [letter(service, subject, { barredUntil: '2026-12-20' }), letter(service, nilId)];
    await at.transaction(async (tx) => {
      for (const row of [about, nobody]) await tx.authorityRequests.insert(row);
    });
    const get = (id: string) => at.transaction((tx) => tx.authorityRequests.get(service, id, 'look'));
    expect(await get(nobody.id)).toStrictEqual(nobody);
    expect(await at.transaction((tx) => tx.authorityRequests.barred(service, subject))).toEqual([about.id]);
    const { barredUntil: _bar, ...rest } = about;
    const put = { ...rest, state: 'released' as const, missing: [], proposed: ['email'], closedAt: 9 };
    await at.transaction((tx) => tx.authorityRequests.put({ ...put, disclosure: subject }));
    expect(await get(about.id)).toStrictEqual({ ...put, disclosure: subject });
    expect(await at.transaction((tx) => tx.authorityRequests.barred(service, subject))).toEqual([]);
    const list = await at.transaction((tx) => tx.authorityRequests.list(service, { limit: 9 }));
    expect(list.map(({ id }) => id)).toEqual([about.id, nobody.id].sort().reverse());
    expect(await at.transaction((tx) => tx.authorityRequests.removeAll(service, subject))).toBe(1);
    expect(await get(about.id)).toBeUndefined();
  });
});
