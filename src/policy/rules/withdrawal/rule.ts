import type { Said } from '../../said.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * A consent can be withdrawn as it was given; only a law or an obligation that is not yet fulfilled
 * stands in the way.
 */
export const withdrawal: Rule = {
  id: 'KL-19',
  tags: ['KZ-025', 'KZ-026', 'KZ-028'],
  law: '94-V Art. 8(1)',
  find(_, said) {
    return [...ownOf(said), ...onwardOf(said)];
  },
};

/** The stop is owed by whoever got the data as well, within fifteen working days. @law 94-V Art. 8(7) */
function onwardOf(said: Said): readonly Found[] {
  const recipients = said.clauses('recipients');
  if (recipients.length === 0 || said.has('provisions', 'withdrawal_passed_on')) return [];
  return [
    {
      code: 'withdrawal-not-passed-on',
      severity: 'info',
      clauses: said.clauses('rights', 'withdraw_consent'),
      law: '94-V Art. 8(7)',
    },
  ];
}

function ownOf(said: Said): readonly Found[] {
  const bypassed = said.clauses('withdrawal', 'processing_may_continue');
  if (bypassed.length > 0) return [{ code: 'withdrawal-bypassed', severity: 'error', clauses: bypassed }];
  // Laws and obligations in one clause are the exceptions of the law itself. @law 94-V Art. 8(2)
  const lawful = said.clauses('withdrawal', 'legal_exceptions');
  const barred = said.clauses('withdrawal', 'obligations_block').filter((id) => !lawful.includes(id));
  const free = said.clauses('rights', 'delete');
  if (barred.length > 0 && free.length > 0)
    return [{ code: 'withdrawal-conflict', severity: 'conflict', clauses: [...barred, ...free] }];
  const punished = said.clauses('withdrawal', 'service_may_stop');
  if (punished.length > 0 && !said.has('withdrawal', 'legal_exceptions', 'obligations_block'))
    return [{ code: 'withdrawal-vague', severity: 'warning', clauses: punished, law: '94-V Art. 8(2)' }];
  if (said.has('withdrawal') || said.has('rights', 'withdraw_consent')) return [];
  const mailing = said.clauses('rights', 'opt_out_mailing');
  return [{ code: 'withdrawal-missing', severity: 'warning', clauses: mailing }];
}
