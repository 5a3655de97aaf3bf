import type { Policy } from '../../policy.ts';
import type { Said } from '../../said.ts';
import { withLeadIns } from '../lead-ins.ts';
import type { Rule } from '../rule.ts';

type Look = (policy: Policy, said: Said) => readonly string[];

/** Recipients beside a closed list of cases; those the list itself has are within it. */
const closedList: Look = (policy, said) => {
  const cases = said.clauses('transfer_conditions');
  const flows = [
    ...said.clauses('recipients'),
    ...said.clauses('storage_location', 'provider_servers', 'abroad_possible'),
    ...said.clauses('cookies', 'advertising'),
  ];
  const leads = withLeadIns(policy, cases).filter((id) => !cases.includes(id));
  const parents = new Map(policy.clauses.map(({ id, parent = '' }) => [id, parent]));
  const listed = (id: string) => cases.includes(id) || leads.includes(parents.get(id) ?? '');
  const outside = flows.filter((id) => !listed(id));
  return leads.length > 0 && outside.length > 0 ? [...leads, ...outside] : [];
};

/** Recipients beside a promise to pass nothing on. */
const barred: Look = (policy, said) => {
  // That a request is checked bars what stands in one list with it, and nothing elsewhere.
  const clauses = new Map(policy.clauses.map((clause) => [clause.id, clause]));
  const inList = (id: string) => clauses.get(clauses.get(id)?.parent ?? '')?.kind === 'clause';
  const none = [
    ...said.clauses('transfer_restrictions', 'no_transfer_default'),
    ...said.clauses('provisions', 'authority_form').filter(inList),
  ];
  const others = said.clauses('recipients').filter((id) => !none.includes(id));
  return none.length > 0 && others.length > 0 ? [...none, ...others] : [];
};

/** Distribution beside a promise of confidentiality. */
const confidential: Look = (_, said) => {
  const kept = said.clauses('provisions', 'confidentiality');
  const spread = said.clauses('operations', 'disseminate');
  return kept.length > 0 && spread.length > 0 ? [...kept, ...spread] : [];
};

/**
 * A closed list of cases of transfer, or a promise to pass nothing on, is falsified by a recipient beside
 * it.
 */
export const transferConflict: Rule = {
  id: 'KL-15',
  tags: ['KZ-060'],
  find(policy, said) {
    const found = [closedList, barred, confidential].map((look) => look(policy, said));
    return found.flatMap((clauses) =>
      clauses.length > 0 ? [{ code: 'transfer-conflict', severity: 'conflict' as const, clauses }] : [],
    );
  },
};
