import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../base/index.ts';
import { kz } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { contractIdentity } from './contract.ts';
import { questionOf } from './question.ts';
import type { ContractFact, GateFacts, GateRequest } from './request.ts';

const id = (n: number) => `01999999-0000-7000-8000-00000000000${n}` as Id;
const purpose = 'contract_performance';

const policyOf = (identifies: boolean) =>
  ({
    purposes: [
      { purpose, cites: ['2.1'], origin: 'text' },
      ...(identifies ? [{ purpose: 'identify_party', cites: ['2.3'], origin: 'text' }] : []),
    ],
    data: [],
    labels: [],
  }) as unknown as Policy;

function refusals(
  contracts: readonly ContractFact[] | undefined,
  more: { request?: Partial<GateRequest>; identifies?: boolean; service?: GateFacts['service'] } = {},
) {
  const request = {
    ...{ actor: { role: 'key', id: id(9) }, verb: 'read', service: id(1), subject: id(2), channel: 'api' },
    ...{ categories: ['phone'], purpose, ...more.request },
  } as GateRequest;
  const facts = {
    ...{ now: 1000, policy: policyOf(more.identifies ?? true), policyHash: 'h', consents: [], blocks: [] },
    ...{ service: more.service ?? 'live', subject: { state: 'active' }, expired: [] },
    ...(contracts && { contracts }),
  } as GateFacts;
  return contractIdentity.refuse(questionOf(request, facts, kz)).map(({ rule, clause }) => [rule, clause]);
}

describe('a use for a contract', () => {
  it('waits for one that was made with a known party, by the clause that identifies it', () => {
    expect(refusals(undefined)).toEqual([['identity-unconfirmed', '2.3']]);
    expect(refusals([])).toEqual([['identity-unconfirmed', '2.3']]);
    expect(refusals([{ id: id(3) }])).toEqual([]);
  });

  it('ends with the last of them', () => {
    expect(refusals([{ id: id(3), endedAt: 900 }])).toEqual([['contract-over', '2.3']]);
    expect(refusals([{ id: id(3), endedAt: 900 }, { id: id(4) }])).toEqual([]);
  });

  it('serves the contract it names, if it names one of theirs', () => {
    const rows = [{ id: id(3), endedAt: 900 }, { id: id(4) }];
    expect(refusals(rows, { request: { matter: id(3) } })).toEqual([['contract-over', '2.3']]);
    expect(refusals(rows, { request: { matter: id(4) } })).toEqual([]);
    expect(refusals(rows, { request: { matter: id(5) } })).toEqual([]);
  });

  it('waits for nothing where the policy does not identify anybody, or is a draft', () => {
    expect(refusals([], { identifies: false })).toEqual([]);
    expect(refusals([], { service: 'draft' })).toEqual([]);
  });

  it('is another thing than giving, correcting or destroying data, or another purpose', () => {
    for (const verb of ['collect', 'store', 'change', 'block', 'destroy'] as const)
      expect(refusals([], { request: { verb } })).toEqual([]);
    expect(refusals([], { request: { purpose: 'support' } })).toEqual([]);
  });

  it('is never let through by contracts that are all over', () => {
    const over = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(over, fc.constantFrom('read', 'use', 'transfer', 'publish'), (ends, verb) => {
        const rows = ends.map((endedAt, at) => ({ id: id(at), endedAt }));
        expect(refusals(rows, { request: { verb: verb as GateRequest['verb'] } })).toHaveLength(1);
      }),
    );
  });
});
