import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announceDraft, dayOf, offerChanged } from './announced.ts';
import { Liar, statesOf } from './liar.ts';

const moved = `update subject set policy_hash = (select hash from policy_version where status = $1)
  where subject_id = $2`;

describe('what people are told', () => {
  let liar: Liar;
  const minute = 60_000;
  beforeAll(async () => {
    liar = await Liar.open({ live: true, optional: ['marketing_notices'] });
  });
  afterAll(() => liar?.close());

  const optOut = () => {
    const { visitor } = liar.people[0] as (typeof liar.people)[number];
    const wish = { purpose: 'marketing_notices', category: 'email', wish: 'off' };
    return visitor.post(`${liar.world.base}/me/mailings`, wish);
  };

  it('marketing-opt-out: something was sent after the refusal', async () => {
    expect((await optOut()).status).toBe(303);
    expect(statesOf(await liar.prove(), 'marketing-opt-out')).toContain('kept');
    await liar.turnsRed('marketing-opt-out', {
      deed: () =>
        liar.forge({
          ...{ kind: 'use', verb: 'use', outcome: 'allowed', channel: 'outbox' },
          ...{ actor: { role: 'system' }, purpose: 'marketing_notices', categories: ['email'] },
        }),
    });
    await liar.repent();
  });

  it('marketing-opt-out: a refusal was forgotten', async () => {
    expect((await optOut()).status).toBe(303);
    await liar.turnsRed('marketing-opt-out', { deed: () => liar.sql.query('delete from opt_out') });
    await liar.repent();
  });

  it('change-told: somebody was told nothing, moved without a yes, or it held before its day', async () => {
    const { world } = liar;
    const more = { recipient: 'affiliates', name: 'ТОО «Сосна»', cites: [], origin: 'officer' as const };
    await offerChanged(world, (policy) => ({ ...policy, recipients: [...policy.recipients, more] }));
    expect((await announceDraft(world, { 'c.effectiveOn': dayOf(world, 1) })).status).toBe(303);
    await world.installation.tick();
    expect(statesOf(await liar.prove(), 'change-told')).toContain('kept');
    const { rows } = await liar.sql.query('table policy_choice');
    expect(rows).toHaveLength(2);
    await liar.turnsRed('change-told', {
      now: world.now + 5 * minute,
      deed: () => liar.sql.query('delete from policy_choice where subject_id = $1', [liar.people[0]?.id]),
    });
    world.wait({ minutes: 2 });
    await world.installation.tick();
    expect((await liar.sql.query('table policy_choice')).rows).toHaveLength(2);
    await liar.turnsRed('change-told', {
      deed: () => liar.sql.query(moved, ['scheduled', liar.people[1]?.id]),
    });
    await liar.sql.query(moved, ['live', liar.people[1]?.id]);
    await liar.turnsRed('change-told', {
      deed: async () => {
        await liar.sql.query("update policy_version set status = 'superseded' where status = 'live'");
        await liar.sql.query(
          "update policy_version set status = 'live', live_at = created_at where status = 'scheduled'",
        );
      },
    });
  });
});
