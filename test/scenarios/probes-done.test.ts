import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Liar, lawless, statesOf } from './liar.ts';

describe('what is done is looked at: the board goes red when', () => {
  let liar: Liar;
  beforeAll(async () => {
    liar = await Liar.open({ live: true, optional: ['marketing_notices'] });
  });
  afterEach(() => liar.repent());
  afterAll(() => liar?.close());
  const sql = (text: string, ...values: unknown[]) => liar.sql.query(text, values);
  const one = (index = 0) => liar.people[index]?.id ?? '';
  const read = { kind: 'read', verb: 'read', channel: 'api', actor: { role: 'key' } } as const;
  const policyOf = async () =>
    (await sql("select hash from policy_version where status = 'live'")).rows[0].hash;

  it('purpose-declared: the gate lets an undeclared purpose through', () =>
    liar.turnsRed('purpose-declared', { law: lawless('undeclared_probe') }));

  it('purpose-declared: a use for a purpose that the policy lacks is on record', () =>
    liar.turnsRed('purpose-declared', {
      deed: async () =>
        liar.forge({ ...read, purpose: 'personalisation', categories: ['email'], policy: await policyOf() }),
    }));

  it('purpose-declared: a use is on record that names no policy', () =>
    liar.turnsRed('purpose-declared', {
      deed: () => liar.forge({ ...read, purpose: 'support', categories: ['email'] }),
    }));

  it('deidentified-only: the gate gives values for statistics', () =>
    liar.turnsRed('deidentified-only', { law: lawless('statistics_research') }));

  it('deidentified-only: values were given for statistics', () =>
    liar.turnsRed('deidentified-only', {
      deed: async () =>
        liar.forge({
          ...read,
          purpose: 'statistics_research',
          categories: ['city_region'],
          policy: await policyOf(),
        }),
    }));

  it('marketing-by-consent: the gate lets marketing through without a consent', () =>
    liar.turnsRed('marketing-by-consent', { law: lawless('marketing_notices') }));

  it('marketing-by-consent: something was sent before the consent of its own was given', async () => {
    const sent = {
      kind: 'use',
      verb: 'use',
      channel: 'outbox',
      purpose: 'marketing_notices',
      categories: ['email'],
      policy: await policyOf(),
    } as const;
    await liar.forge(sent);
    const kept = await liar.prove();
    expect(statesOf(kept, 'marketing-by-consent', 'marketing_notices')).toEqual(['kept']);
    await liar.turnsRed('marketing-by-consent', {
      deed: () => liar.forge({ ...sent, at: '2026-11-19T00:00:00.000Z' }),
    });
  });

  it('ground-consent: the gate lets a use through without a consent', () =>
    liar.turnsRed('ground-consent', { law: lawless('registration_auth') }));

  it('ground-consent: a use is on record that no consent covered', () =>
    liar.turnsRed('ground-consent', {
      deed: async () =>
        liar.forge({
          ...read,
          purpose: 'support',
          categories: ['biometrics'],
          policy: await policyOf(),
        }),
    }));

  it('ground-other: the gate takes the law for a ground that nobody cites', () =>
    liar.turnsRed('ground-other', { law: lawless('legal_obligation') }));

  it('ground-other: a use is on record that rests on the law and cites nothing', () =>
    liar.turnsRed('ground-other', {
      deed: async () =>
        liar.forge({ ...read, purpose: 'legal_obligation', categories: ['email'], policy: await policyOf() }),
    }));

  it('ground-other: a use that cites the law keeps the pledge', async () => {
    const decision = '01990000-0000-7000-8000-000000000001';
    const cited = { ...read, purpose: 'legal_obligation', categories: ['email'], decision };
    await liar.forge({ ...cited, policy: await policyOf() });
    expect(statesOf(await liar.prove(), 'ground-other', 'legal_requirement')).toEqual(['kept']);
  });

  it('consent-by-act: the gate collects without a consent', () =>
    liar.turnsRed('consent-by-act', { law: lawless('registration_auth') }));

  describe('after a withdrawal', () => {
    const withdraw = () =>
      sql(
        "update consent set withdrawn_at = $2 where subject_id = $1 and 'support' = any(purposes)",
        one(),
        liar.world.now,
      );

    it('withdrawal-effective: the gate still says yes', () =>
      liar.turnsRed('withdrawal-effective', { deed: withdraw, law: lawless('support') }));

    it('withdrawal-effective: a use is on record', async () => {
      await withdraw();
      expect(statesOf(await liar.prove(), 'withdrawal-effective')).not.toContain('broken');
      await liar.turnsRed('withdrawal-effective', {
        deed: async () =>
          liar.forge({ ...read, purpose: 'support', categories: ['email'], policy: await policyOf() }),
      });
    });

    it('withdrawal-effective: a use for one purpose withdrawn is on record', async () => {
      await sql(
        `update consent set withdrawn_purposes = jsonb_build_object('support', $2::bigint)
         where subject_id = $1 and 'support' = any(purposes)`,
        one(),
        liar.world.now,
      );
      const use = { ...read, categories: ['email'], policy: await policyOf() };
      await liar.forge({ ...use, purpose: 'order_delivery' });
      await liar.turnsRed('withdrawal-effective', { deed: () => liar.forge({ ...use, purpose: 'support' }) });
    });
  });

  const given = { kind: 'disclosure', verb: 'transfer', channel: 'job', actor: { role: 'system' } } as const;

  it('recipient-listed: something went to somebody not listed', () =>
    liar.turnsRed('recipient-listed', {
      deed: () => liar.forge({ ...given, recipient: 'advertising_networks', country: 'KZ' }),
    }));

  for (const kind of ['transfer-condition', 'transfer-restriction']) {
    it(`${kind}: something went out that no consent could allow`, () =>
      liar.turnsRed(kind, {
        deed: () => liar.forge({ ...given, recipient: 'delivery_services', country: 'KZ' }),
      }));
  }

  it('display-by-consent: something was shown to everyone', () =>
    liar.turnsRed('display-by-consent', {
      deed: () => liar.forge({ ...given, verb: 'publish', recipient: 'public', country: 'KZ' }),
    }));

  it('cross-border-closed: something went abroad', () =>
    liar.turnsRed('cross-border-closed', {
      deed: () => liar.forge({ ...given, recipient: 'delivery_services', country: 'DE' }),
    }));

  it('security-access: a read names no purpose', () =>
    liar.turnsRed('security-access', { deed: () => liar.forge({ ...read, categories: ['email'] }) }));

  it('security-access: a stranger read', () =>
    liar.turnsRed('security-access', {
      deed: () => liar.forge({ ...read, actor: { role: 'guest' }, purpose: 'subject_rights' }),
    }));

  it('automation-none: the program blocked somebody by itself', () =>
    liar.turnsRed('automation-none', {
      deed: () => liar.forge({ kind: 'block', verb: 'block', channel: 'job', actor: { role: 'system' } }),
    }));

  it('law-named: a decision cites another law', () =>
    liar.turnsRed('law-named', {
      deed: () =>
        liar.forge({
          ...read,
          purpose: 'subject_rights',
          because: ['standing-purpose@article:152-I Art. 6(1)'],
        }),
    }));

  it('law-named: the pack does not know the articles cited', () =>
    liar.turnsRed('law-named', { law: (law) => ({ ...law, articles: [] }) }));

  it('scope-declared: data came in through a channel nobody declared', () =>
    liar.turnsRed('scope-declared', {
      deed: async () =>
        liar.forge({
          kind: 'collection',
          verb: 'collect',
          channel: 'partner-feed',
          purpose: 'support',
          policy: await policyOf(),
        }),
    }));

  it('right-by-officer: a request is overdue', () =>
    liar.turnsRed('right-by-officer', {
      deed: () =>
        sql(
          `insert into request (
             service_id, subject_id, request_id, kind, state, received_at, entered_at, due_on)
           values ($1, $2, gen_random_uuid(), 'object', 'open', 0, 0, '2026-11-19')`,
          liar.service,
          one(),
        ),
    }));
});
