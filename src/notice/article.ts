import type { Speaker } from '../words/index.ts';

/** Articles that hold subparagraphs without paragraphs between. */
const direct: readonly string[] = ['1', '9'];

/**
 * An article as a sentence cites it: `94-V Art. 25(2)(5)` → «пп. 5) п. 2 ст. 25 Закона РК № 94-V». An id of
 * another form, or of an act without a name in the catalogue, is said as it is.
 */
export function articleText(speaker: Speaker, id: string): string {
  const match = /^(\S+) (Art\.|p\.) ([\d-]+)(?:\(([\d-]+)\))?(?:\(([\d-]+)\))?$/.exec(id);
  const [, of, kind, number, first, second] = match ?? [];
  if (!of || !number || !speaker.has(`notice.article-of.${of}`)) return id;
  const act = speaker.sayCode('notice.article-of', of);
  if (kind === 'p.') return speaker.say('notice.article.point', { point: number, act });
  if (first === undefined) return speaker.say('notice.article.article', { article: number, act });
  if (second !== undefined) {
    return speaker.say('notice.article.item', { item: second, paragraph: first, article: number, act });
  }
  if (direct.includes(number))
    return speaker.say('notice.article.direct', { item: first, article: number, act });
  return speaker.say('notice.article.paragraph', { paragraph: first, article: number, act });
}

/**
 * A reason of a decision as a person reads it: the sentence of its rule, then clause and article in brackets.
 */
export function reasonText(
  speaker: Speaker,
  reason: { readonly rule: string; readonly clause?: string; readonly article?: string },
): string {
  const places = [
    ...(reason.clause === undefined ? [] : [speaker.say('notice.article.clause', { clause: reason.clause })]),
    ...(reason.article === undefined ? [] : [articleText(speaker, reason.article)]),
  ];
  const sentence = speaker.sayCode('because', reason.rule);
  return places.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${places.join('; ')}).`;
}
