import { holdsLimited } from '../../categories.ts';
import type { Rule } from '../rule.ts';

/** Staff who reach limited-access data of very many people prove who they are by biometrics as well. */
export const staffBiometrics: Rule = {
  id: 'KZ-052',
  tags: [],
  law: 'R179',
  find(policy, said, { staffBiometricsOver: over }) {
    const { subjects = 0 } = policy.operator;
    if (over === undefined || subjects <= over || !holdsLimited(policy)) return [];
    if (said.has('provisions', 'staff_biometrics')) return [];
    return [{ code: 'staff-biometrics', severity: 'error', clauses: said.clauses('security', 'two_factor') }];
  },
};
