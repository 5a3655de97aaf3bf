import type { CivilDate } from '../base/index.ts';
import { articleOf, type Grade, inForce, type LawPack } from '../law/index.ts';
import type { Policy } from './policy.ts';
import { rules } from './rules/index.ts';
import type { Found } from './rules/rule.ts';
import { saidOf, uncited } from './said.ts';
import { wordingRules } from './wording.ts';

/** Something a careful lawyer would object to, by which rule, and the article it rests on. */
export interface Finding extends Omit<Found, 'law'> {
  /** The clauses at fault, each once, in the order of the text; none where the fault is silence. */
  readonly clauses: readonly string[];
  readonly rule: string;
  readonly tags: readonly string[];
  readonly law?: { readonly article: string; readonly grade: Grade };
  /** What a person noted; the program found the others. */
  readonly note?: string;
}

/** By what a policy is judged: the law of a day, and the operator's text where it is at hand. */
export interface Bench {
  readonly law: LawPack;
  readonly day: CivilDate;
  readonly text?: string | undefined;
}

/**
 * What the rules object to in a policy, judged by the law of a day: what rests on an article that was not in
 * force, or is unknown to the pack, is not said. What a person noted stands beside what the rule finds;
 * under a rule about the wording, where people see more, in its place. In the order of the rules. O(rules ×
 * rows + text).
 */
export function findingsOf(policy: Policy, { law, day, text }: Bench): readonly Finding[] {
  const said = saidOf(policy, text);
  const order = new Map(policy.clauses.map(({ id }, at) => [id, at]));
  const inOrder = (ids: readonly string[]) =>
    [...new Set(ids)]
      .filter((id) => id !== uncited)
      .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return rules.flatMap(({ id: rule, tags, law: usual, find }) => {
    const noted = (policy.notes ?? [])
      .filter((note) => note.rule === rule)
      .map(({ severity, cites, note }): Finding => {
        return { code: 'noted', severity, clauses: inOrder(cites), rule, tags, note };
      });
    if (noted.length > 0 && wordingRules.includes(rule)) return noted;
    const found = find(policy, said, law).flatMap(({ law: own, ...found }): readonly Finding[] => {
      const article = own ?? usual;
      const cited = article !== undefined && inForce(law, article, day) ? articleOf(law, article) : undefined;
      if (article !== undefined && !cited) return [];
      const rests = cited && { law: { article: cited.id, grade: cited.grade } };
      return [{ ...found, clauses: inOrder(found.clauses), rule, tags, ...rests }];
    });
    return [...found, ...noted];
  });
}
