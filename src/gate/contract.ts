import { identityAsked } from '../agreements/index.ts';
import type { Policy } from '../policy/index.ts';
import { because, type Rule } from './question.ts';
import type { Verb } from './request.ts';

const contractPurpose = 'contract_performance';

/** What is done with data for a contract; to give and to correct them one needs none. */
const contractVerbs: readonly Verb[] = ['read', 'use', 'transfer', 'publish'];

/** Whether what is asked waits for a contract whose party is known. */
function waitsForContract(policy: Policy, asked: { purpose: string; verb: Verb }): boolean {
  const concerns = asked.purpose === contractPurpose && contractVerbs.includes(asked.verb);
  return concerns && identityAsked(policy) !== undefined;
}

/**
 * Where a policy says that the party of a contract is identified, data are used for contracts only while one
 * is in force with this person, made once it was confirmed who they are. A matter that is a contract of
 * theirs must be that one.
 * @law 94-V Art. 7(8), 94-V Art. 14
 */
export const contractIdentity: Rule = {
  name: 'contract-identity',
  codes: ['identity-unconfirmed', 'contract-over'],
  refuse: ({ request, facts }) => {
    if (facts.service !== 'live' || !waitsForContract(facts.policy, request)) return [];
    const all = facts.contracts ?? [];
    const named = all.filter(({ id }) => id === request.matter);
    const mine = named.length > 0 ? named : all;
    if (mine.some(({ endedAt }) => endedAt === undefined)) return [];
    const cites = identityAsked(facts.policy);
    const rule = mine.length > 0 ? 'contract-over' : 'identity-unconfirmed';
    return [because(rule, { cites, article: mine.length > 0 ? '94-V Art. 14' : '94-V Art. 7(8)' })];
  },
};
