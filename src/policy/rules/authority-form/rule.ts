import type { Rule } from '../rule.ts';

/**
 * A request for somebody’s data is checked: who asks, by which norm, for what.
 */
export const authorityForm: Rule = {
  id: 'KL-51',
  tags: [],
  law: '94-V Art. 11',
  find(_, said) {
    const asked = said.clauses('transfer_conditions', 'government_request', 'law_required');
    const anyone = said.clauses('provisions', 'any_recipient');
    const open = said
      .clauses('transfer_conditions', 'government_request')
      .filter((id) => anyone.includes(id));
    if (open.length > 0) return [{ code: 'authority-anyone', severity: 'error', clauses: open }];
    if (asked.length === 0 || said.has('provisions', 'authority_form')) return [];
    return [{ code: 'authority-unchecked', severity: 'warning', clauses: asked }];
  },
};
