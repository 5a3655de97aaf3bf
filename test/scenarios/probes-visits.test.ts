import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Id, newId, nilId } from '../../src/base/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { today } from '../../src/system/cabinet.ts';
import { openSubject } from '../../src/system/subjects.ts';
import { openDay, type RecordedVisit, sealVisits } from '../../src/system/visit-days.ts';
import { Liar, redOf, statesOf } from './liar.ts';
import { firefox, silent, withPages } from './watched.ts';

const kind = 'visits-declared';
const dayMs = 86_400_000;
const person = (liar: Liar, index = 0): Id => liar.people[index]?.id ?? '';

/** Seals a visit as it should be sealed and puts it into the store, without asking the gate. */
async function plant(liar: Liar, visit: RecordedVisit, subject: Id = nilId): Promise<void> {
  const { inner, service } = liar;
  await inner.store.transaction(async (tx) => {
    const day = await openDay(tx, inner, { service, day: today(inner), days: 90 });
    if (!day) throw new Error('today is over');
    const owner =
      subject === nilId ? undefined : await openSubject(tx, inner, { service, id: subject, mode: 'share' });
    const id = newId(inner.now(), inner.crypto.random);
    const place = { service, subject, day: day.day, id };
    const sealed = sealVisits(inner, { place, visits: [visit], day, ...(owner && { keys: owner.keys }) });
    await tx.visits.insert([{ ...place, n: 1, entry: id, sealed }]);
  });
}

describe('what is recorded of visits is looked at: the board goes red when', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({ live: true, revise: withPages });
  });
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());
  const sql = (text: string, ...values: unknown[]) => liar.sql.query(text, values);
  const planted = (visit: object, subject?: Id) =>
    liar.turnsRed('visits-declared', { deed: () => plant(liar, visit as RecordedVisit, subject) });
  const minute = () => Math.floor(liar.inner.now() / 60_000) * 60_000;

  it('nothing is wrong: visits of guests and of people under their consent are kept', async () => {
    await plant(liar, { address: '203.0.113.0/24', time: minute() });
    await plant(liar, { address: '2001:db8:1::/48' });
    const whole = { address: '203.0.113.77', client: 'Samsung Internet 27, Android', time: minute() + 7 };
    await plant(liar, { ...whole, page: '/me/consents/:id' }, person(liar));
    const proved = await liar.prove();
    expect(redOf(proved)).toEqual([]);
    expect([...new Set(statesOf(proved, kind))]).toEqual(['kept']);
    const [pledge] = proved.clauses.flatMap(({ pledges }) => pledges.filter((row) => row.kind === kind));
    expect(pledge?.n).toBeGreaterThanOrEqual(3);
  });

  it('a field is held that no visit has', () =>
    planted({ address: '203.0.113.0/24', referrer: 'https://example.kz/' }));

  it('the address of a guest is whole', () => planted({ address: '203.0.113.77' }));
  it('the address of a guest is whole, of the newer kind', () => planted({ address: '2001:db8:1:2::4' }));
  it('the instant of a guest is exact', () => planted({ time: minute() + 1 }));
  it('the program of a guest is held', () => planted({ client: 'Firefox 128, Linux' }));
  it('the page of a guest is held', () => planted({ page: '/privacy' }));
  it('the page has its query', () => planted({ page: '/privacy?token=secret' }, person(liar)));
  it('the page says whose it is', () => planted({ page: `/me/consents/${person(liar)}` }, person(liar)));
  it('the program is the header as it came', () => planted({ client: firefox }, person(liar)));

  it('somebody’s address is whole and no consent of theirs covers it', () =>
    liar.turnsRed('visits-declared', {
      deed: async () => {
        await plant(liar, { address: '203.0.113.77' }, person(liar));
        await sql(
          "update consent set categories = array_remove(categories, 'ip_address') where subject_id = $1",
          person(liar),
        );
      },
    }));

  it('visits stayed after the consent they rest on was withdrawn', () =>
    liar.turnsRed('visits-declared', {
      deed: async () => {
        await plant(liar, { address: '203.0.113.77' }, person(liar));
        await sql('update consent set withdrawn_at = given_at where subject_id = $1', person(liar));
      },
    }));

  it('visits stayed of somebody who is gone', () =>
    liar.turnsRed('visits-declared', {
      deed: async () => {
        await plant(liar, { address: '203.0.113.77' }, person(liar));
        await sql('update visit set subject_id = $1 where subject_id = $2', nilId, person(liar));
      },
    }));

  it('a row was edited', () =>
    liar.turnsRed('visits-declared', {
      deed: () => sql("update visit set sealed = sealed || '\\x00'"),
    }));

  it('the key of a day is another one', () =>
    liar.turnsRed('visits-declared', {
      deed: () => sql("update visit_day set bytes = bytes || '\\x00'"),
    }));

  it('a row is of a day past its term, though the day itself is gone', () =>
    liar.turnsRed('visits-declared', { deed: () => sql('update visit set day = day - 200') }));

  it('a day is kept longer than the policy says', () =>
    liar.turnsRed('visits-declared', {
      now: liar.inner.now() + 92 * dayMs,
      deed: () => sql('update visit_day set ends_on = ends_on + 1000'),
    }));

  it('the officer shortened the term and nobody swept', () =>
    liar.turnsRed('visits-declared', {
      deed: async () => {
        await sql('update visit_day set ends_on = $1', addDays(today(liar.inner), -2));
      },
    }));
});

describe('where a policy declares nothing of visits', () => {
  const denies = (policy: Policy): Policy => ({
    ...silent(policy),
    dataNotCollected: [
      ...policy.dataNotCollected,
      { category: 'ip_address', cites: ['2.4'], origin: 'text' },
    ],
  });
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({ revise: denies });
  });
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());
  const deed = () => plant(liar, { address: '203.0.113.0/24' });

  it('a visit on record breaks what it says of data that are collected', () =>
    liar.turnsRed('data-collected', { deed }));

  it('a visit on record breaks what it says of data that are not collected', () =>
    liar.turnsRed('data-not-collected', { deed }, 'ip_address'));
});
