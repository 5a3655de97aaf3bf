import type { CivilDate } from '../base/index.ts';
import { articleOf, type Grade, inForce, type LawPack } from '../law/index.ts';
import type { Policy } from './policy.ts';
import { rules } from './rules/index.ts';
import type { Found } from './rules/rule.ts';
import { saidOf } from './said.ts';

/** Something a careful lawyer would object to, by which rule, and the article it rests on. */
export interface Finding extends Found {
  /** The clauses at fault, each once, in the order of the text; none where the fault is silence. */
  readonly clauses: readonly string[];
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
  const order = new Map(policy.clauses.map(({ id }, at) => [id, at]));
  const inOrder = (ids: readonly string[]) =>
    [...new Set(ids)].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return rules.flatMap(({ id, tags, law: article, find }) => {
    const cited = article !== undefined && inForce(law, article, day) ? articleOf(law, article) : undefined;
    if (article !== undefined && !cited) return [];
    return find(policy, said).map((found) => ({
      ...found,
      clauses: inOrder(found.clauses),
      ...{ rule: id, tags },
      ...(cited && { law: { article: cited.id, grade: cited.grade } }),
    }));
  });
}
