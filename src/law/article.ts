import type { CivilDate } from '../base/index.ts';
import type { Article, Edition, LawPack } from './pack.ts';

/** The article with this id, such as `94-V Art. 8(1)`; undefined when the pack does not know it. */
export function articleOf(law: LawPack, id: string): Article | undefined {
  return law.articles.find((article) => article.id === id);
}

/** Whether an article of the pack is in force on `date`; false for unknown ones. */
export function inForce(law: LawPack, id: string, date: CivilDate): boolean {
  const article = articleOf(law, id);
  return article !== undefined && (article.since ?? date) <= date;
}

/**
 * The edition in force on `date`: the last one that has begun; the earliest known one for dates before all.
 */
export function editionOn(law: LawPack, date: CivilDate): Edition {
  const begun = law.editions.filter((edition) => edition.since <= date);
  const sorted = begun.toSorted((a, b) => (a.since < b.since ? 1 : -1));
  return sorted[0] ?? (law.editions[0] as Edition);
}
