import { sizeOf } from '../../../law/index.ts';
import { holdsLimited } from '../../categories.ts';
import type { Rule } from '../rule.ts';

/** A large operator notifies the authority before it starts and before it stops. */
export const sizeClass: Rule = {
  id: 'KZ-053',
  tags: [],
  law: '94-V Art. 10-1',
  find(policy, _, law) {
    const { subjects, notified, cites } = policy.operator;
    if (law.sizes.length === 0 || notified !== undefined) return [];
    if (subjects === undefined)
      return [{ code: 'size-unsaid', severity: 'info', clauses: [], law: '94-V Art. 25-1' }];
    const size = sizeOf(law, subjects, holdsLimited(policy));
    const notifies = law.sizes.some(({ key, notifies }) => key === size && notifies);
    return notifies ? [{ code: 'size-unnotified', severity: 'error', clauses: cites }] : [];
  },
};
