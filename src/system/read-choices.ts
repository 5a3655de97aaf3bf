import { type RoleAct, roles } from '../gate/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import type { Clerk } from './clerk.ts';

/**
 * What somebody may ask to read in the console: the gate decides, but no choice is offered that it never
 * grants.
 */
export interface ReadChoices {
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** Each read names an open request of the person. */
  readonly matterNeeded: boolean;
}

/**
 * The purposes and categories that some role of a clerk may read for: of the policy, and the purposes that
 * exist by law for that role.
 *
 * Pure. O(roles × rows).
 */
export function readChoices(clerk: Pick<Clerk, 'roles'>, policy: Policy, law: LawPack): ReadChoices {
  const acts = clerk.roles.flatMap((role) => roles[role].acts).filter(isReading);
  const standing = law.standingPurposes.filter(({ admits }) =>
    admits.some(
      (row) =>
        row.verbs.includes('read') &&
        row.channels.includes('console') &&
        row.roles.some((role) => clerk.roles.some((held) => held === role)),
    ),
  );
  const purposes = [...policy.purposes.map(({ purpose }) => purpose), ...standing.map(({ key }) => key)];
  const categories = [...new Set(policy.data.map(({ category }) => category))];
  return {
    purposes: [...new Set(purposes)].filter((key) => acts.some((act) => act.purposes?.includes(key) ?? true)),
    categories: categories.filter((key) => acts.some((act) => act.categories?.includes(key) ?? true)),
    matterNeeded: acts.every(({ matter }) => matter),
  };
}

function isReading(act: RoleAct): boolean {
  return act.verbs.includes('read') && act.channels.includes('console');
}
