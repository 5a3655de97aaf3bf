import type { Policy } from '../policy/index.ts';

/** The purpose by which a policy says that it identifies whoever it makes contracts with. */
export const identityPurpose = 'identify_party';

/** What shows who somebody is: of each group one is enough; the first set that the policy collects counts. */
const shownBy: readonly (readonly (readonly string[])[])[] = [
  [['full_name'], ['iin', 'id_document']],
  [['email', 'phone']],
];

/** Clauses in which a policy says that the party of a contract is identified, if it does. */
export function identityAsked(policy: Policy): readonly string[] | undefined {
  return policy.purposes.find(({ purpose }) => purpose === identityPurpose)?.cites;
}

/**
 * What must be confirmed of somebody before a contract is made with them: groups of categories, of each of
 * which one is enough. Of what the policy collects for it alone: the name with a number of a document, else
 * an address. Empty where it collects nothing of the kind.
 */
export function identityNeeded(policy: Policy): readonly (readonly string[])[] {
  const serves = (category: string) =>
    policy.data.some((row) => row.category === category && row.purposes.includes(identityPurpose));
  for (const groups of shownBy) {
    const needed = groups.map((group) => group.filter(serves)).filter((group) => group.length > 0);
    if (needed.length > 0) return needed;
  }
  return [];
}

/** The groups of which nothing is confirmed; none: who they are is known. */
export function identityLacking(
  needed: readonly (readonly string[])[],
  confirmed: ReadonlySet<string>,
): readonly (readonly string[])[] {
  return needed.filter((group) => !group.some((category) => confirmed.has(category)));
}
