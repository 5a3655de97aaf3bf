import { describe, expect, it } from 'vitest';
import { kz } from '../law/index.ts';
import { consent, policy } from './fixtures/gate.ts';
import { decide, type GateFacts, type GateRequest, type MandateFact, mandatedVerbs } from './index.ts';

const asking = {
  ...policy,
  labels: [{ facet: 'provisions', label: 'manual_decision', cites: ['9.1'], origin: 'text' as const }],
};
const given = { purposes: ['support'], categories: ['email'] };
const request: GateRequest = {
  ...{ actor: { role: 'key', id: 'k1' }, verb: 'read', service: 's1', subject: 'p1', channel: 'api' },
  ...{ categories: ['email'], purpose: 'support' },
};
const facts: GateFacts = {
  ...{ now: 2000, policy: asking, policyHash: 'aa', service: 'live', subject: { state: 'active' } },
  ...{ consents: [consent], blocks: [], expired: [], grant: given, mandates: [] },
};
const mandate: MandateFact = { id: 'm1', verbs: ['read'], ...given, recipients: [] };
const decided = (asked: Partial<GateRequest>, known: Partial<GateFacts>) =>
  decide({ ...request, ...asked }, { ...facts, ...known }, kz);
const refusal = (asked: Partial<GateRequest>, known: Partial<GateFacts>) =>
  decided(asked, known).because.map(({ rule }) => rule);

describe('a decision of an authorised representative', () => {
  it('is asked for where the policy says so, with the clause', () => {
    expect(decided({}, {})).toEqual({
      allowed: false,
      because: [{ rule: 'mandate-missing', clause: '9.1', article: '94-V Art. 22(1)' }],
      obligations: [],
    });
    const { mandates: _none, ...silent } = facts;
    expect(decide(request, silent, kz).allowed).toBe(true);
    expect(decided({}, { service: 'draft' }).allowed).toBe(true);
  });

  it('covers its verbs, purposes, data and matter, and the answer names it', () => {
    expect(decided({}, { mandates: [mandate] })).toMatchObject({ allowed: true, mandate: 'm1' });
    const narrower: readonly Partial<MandateFact>[] = [
      { verbs: ['use'] },
      { purposes: ['provide_service'] },
      { categories: ['phone'] },
      { matter: 'case-1' },
    ];
    for (const change of narrower)
      expect(refusal({}, { mandates: [{ ...mandate, ...change }] })).toEqual(['mandate-missing']);
    const bound = { mandates: [{ ...mandate, matter: 'case-1' }] };
    expect(decided({ matter: 'case-1' }, bound).mandate).toBe('m1');
    expect(refusal({ matter: 'case-2' }, bound)).toEqual(['mandate-missing']);
  });

  it('covers a transfer to the recipients it names alone', () => {
    const handing = { ...mandate, verbs: mandatedVerbs, recipients: ['r1'] };
    const to = (recipient: string) => refusal({ verb: 'transfer', recipient }, { mandates: [handing] });
    expect(to('r2')).toEqual(['mandate-missing']);
    expect(to('r1')).not.toContain('mandate-missing');
  });

  it('is not what people, representatives themselves and the law wait for', () => {
    const own = { actor: { role: 'subject', id: 'p1' }, channel: 'cabinet' } as const;
    expect(refusal(own, {})).not.toContain('mandate-missing');
    const officer = { actor: { role: 'officer', id: 'o1' }, channel: 'console' } as const;
    expect(decided(officer, {})).toMatchObject({ allowed: true });
    expect(decided(officer, {}).mandate).toBeUndefined();
    const law = {
      actor: { role: 'system' },
      verb: 'destroy',
      channel: 'job',
      purpose: 'destruction',
    } as const;
    expect(refusal(law, {})).not.toContain('mandate-missing');
  });
});
