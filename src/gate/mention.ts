import { type MentionFact, mentionCovers } from '../consent/index.ts';
import { because, type Question, type Rule } from './question.ts';

/** What others said of the person, stored or being said; undefined for whoever is known otherwise. */
export function mentionsOf({ facts }: Question): readonly MentionFact[] | undefined {
  const { mentions, mentioning } = facts;
  if (!mentioning) return mentions;
  return [...(mentions ?? []), mentioning];
}

/** What a yes about somebody who was named rests on. @law 94-V Art. 25(2)(5) */
export const mentionGround = because('mention-confirmed', { article: '94-V Art. 25(2)(5)' });

/**
 * Data of somebody who was named by another serve the one purpose they were given for, and are never
 * published: who gave them had no say in that.
 *
 * @law 94-V Art. 7(1), 94-V Art. 14, 94-V Art. 7(3)
 */
export const mentionAdmits: Rule = {
  name: 'mention-admits',
  codes: ['mentioned-not-public', 'mention-missing'],
  refuse: (question) => {
    const mentions = mentionsOf(question);
    const { request, standing, purpose } = question;
    if (!mentions) return [];
    if (request.verb === 'publish') return [because('mentioned-not-public', { article: '94-V Art. 7(3)' })];
    if (standing) return [];
    const covered = request.categories.every((category) =>
      mentionCovers(mentions, { purpose: request.purpose, category }),
    );
    return covered ? [] : [because('mention-missing', { cites: purpose?.cites, article: '94-V Art. 7(1)' })];
  },
};
