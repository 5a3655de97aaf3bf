import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LabelRow, Policy } from '../../src/policy/index.ts';
import { carrier, register } from './handing.ts';
import { Liar, statesOf } from './liar.ts';

const said = (label: string): LabelRow => ({ facet: 'provisions', label, cites: ['7.5'], origin: 'text' });

/** The example, which also promises to tell people and to pass their withdrawals on. */
const promising = (policy: Policy): Policy => ({
  ...policy,
  labels: [...policy.labels, said('transfer_notice'), said('withdrawal_passed_on')],
});

describe('pledges about what was handed on', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({
      live: true,
      revise: promising,
      async settle(world, people) {
        const card = await register(world);
        const officer = await world.officer();
        for (const { visitor, id } of people) {
          const box = `to.${card}.1`;
          const agreed = await visitor.post(`${world.base}/me/recipients`, { box, agree: 'yes' });
          expect(agreed.status, agreed.body).toBe(303);
          const form = { recipient: card, purpose: 'order_delivery', category: carrier.category };
          const handed = await officer.post(`/console${world.base}/subjects/${id}/hand-on`, form);
          expect(handed.status, handed.body).toBe(200);
        }
        const stopped = await people[1]?.visitor.post(`${world.base}/me/recipients`, { stop: 'yes' });
        expect(stopped?.status).toBe(303);
        await world.installation.tick();
      },
    });
  }, 60_000);
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());

  const sql = (query: string) => liar.sql.query(query);
  const deed = (query: string) => ({ deed: () => sql(query) });

  it('are kept by what was done well', async () => {
    const proved = await liar.prove();
    for (const kind of [
      'recipient-listed',
      'transfer-condition',
      'transfer-notified',
      'withdrawal-passed-on',
    ])
      expect(statesOf(proved, kind), kind).toContain('kept');
  });

  it('transfer-notified: somebody was not told in time', () =>
    liar.turnsRed(
      'transfer-notified',
      deed(`update disclosure set notified_at = null, notice_due_on = '2026-11-19'`),
    ));

  it('withdrawal-passed-on: an order lay about', () =>
    liar.turnsRed('withdrawal-passed-on', deed(`update recipient_order set due_on = '2026-11-19'`)));

  it.each([
    ['had not undertaken to keep it confidential', 'undertaking_on = null'],
    ['was closed', 'ended = true'],
    ['had no term left', `expires_on = '2026-11-19'`],
    ['was to get less', `categories = '{full_name}'`],
    ['was to get it for something else', `purposes = '{support}'`],
    ['was elsewhere', `country = 'US'`],
  ])('recipient-listed: it went to somebody who %s', async (_who, change) => {
    await liar.turnsRed('recipient-listed', deed(`update recipient set ${change}`));
  });

  for (const kind of ['transfer-condition', 'transfer-restriction']) {
    it.each([
      ['has no record', 'delete from disclosure'],
      ['has no entry', `update disclosure set entry_id = gen_random_uuid()`],
      ['has no consent', 'delete from consent where recipient_id is not null'],
      [
        'was consented to later',
        'update consent set given_at = given_at + 86400000 where recipient_id is not null',
      ],
      ['rests on no letter', 'update disclosure set recipient_id = null'],
    ])(`${kind}: a disclosure %s`, async (_what, query) => {
      await liar.turnsRed(kind, deed(query));
    });
  }
});
