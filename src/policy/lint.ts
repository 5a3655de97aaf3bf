import type { CivilDate } from '../base/index.ts';
import { articleOf, type Grade, inForce, type LawPack } from '../law/index.ts';
import type { Policy } from './policy.ts';
import { rules } from './rules/index.ts';
import type { Found } from './rules/rule.ts';
import { saidOf } from './said.ts';

/** Something a careful lawyer would object to, by which rule, and the article it rests on. */
export interface Finding extends Found {
  readonly rule: string;
  readonly tags: readonly string[];
  readonly law?: { readonly article: string; readonly grade: Grade };
}

/**
 * What the rules object to in a policy, judged by the law of `day`: a rule whose article was not in force, or
 * is unknown to the pack, says nothing. In the order of the rules. O(rules × rows).
 */
export function findingsOf(policy: Policy, law: LawPack, day: CivilDate): readonly Finding[] {
  const said = saidOf(policy);
  return rules.flatMap((rule) => {
    if (rule.law === undefined)
      return rule.find(policy, said).map((found) => ({ ...found, rule: rule.id, tags: rule.tags }));
    const article = inForce(law, rule.law, day) ? articleOf(law, rule.law) : undefined;
    if (!article) return [];
    const cited = { article: article.id, grade: article.grade };
    return rule.find(policy, said).map((found) => ({ ...found, rule: rule.id, tags: rule.tags, law: cited }));
  });
}
