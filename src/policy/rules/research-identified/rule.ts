import type { Policy } from '../../policy.ts';
import type { Said } from '../../said.ts';
import type { Found, Rule } from '../rule.ts';

/**
 * Research on identified data, beside or instead of a promise that it is not; a lead-in promises for its
 * items.
 */
function research(policy: Policy, said: Said): readonly Found[] {
  const all = said.clauses('purposes', 'statistics_research');
  const promised = said.clauses('provisions', 'deidentified_research');
  const parents = new Map(policy.clauses.map(({ id, parent = '' }) => [id, parent]));
  const rest = all.filter((id) => !promised.includes(id) && !promised.includes(parents.get(id) ?? ''));
  if (promised.length > 0)
    return rest.length > 0
      ? [{ code: 'research-conflict', severity: 'conflict', clauses: [...rest, ...promised] }]
      : [];
  const deidentified =
    said.has('operations', 'depersonalise') ||
    said.has('transfer_conditions', 'depersonalised_only') ||
    said.has('retention', 'depersonalised_after');
  return rest.length > 0 && !deidentified
    ? [{ code: 'research-identified', severity: 'warning', clauses: rest }]
    : [];
}

/** What is called anonymous or public and is neither. */
function called(said: Said): readonly Found[] {
  const cookies = said.clauses('provisions', 'cookies_anonymous');
  const knowing = said.clauses('cookies', 'personalisation', 'authentication');
  const open = said.clauses('provisions', 'called_public');
  const promised = said.clauses('provisions', 'deidentified_research');
  const personal = said.clauses('purposes', 'personalisation').filter((id) => promised.includes(id));
  const faults: readonly (readonly [string, readonly string[]])[] = [
    ['cookies-called-anonymous', cookies.length > 0 ? [...cookies, ...knowing] : []],
    ['called-public', open],
    ['anonymous-personalised', personal],
  ];
  return faults.flatMap(([code, clauses]) =>
    clauses.length > 0 ? [{ code, severity: 'conflict' as const, clauses, law: '94-V Art. 1(7)' }] : [],
  );
}

/** Statistics and research get de-identified data: nobody can tell any more whose they are. */
export const researchIdentified: Rule = {
  id: 'KL-40',
  tags: ['KZ-038'],
  law: '94-V Art. 17(1)',
  find(policy, said) {
    return [...research(policy, said), ...called(said)];
  },
};
