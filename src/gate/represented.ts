import { countingConsents } from '../consent/index.ts';
import { because, type Question } from './question.ts';
import type { Because, ConsentFact } from './request.ts';

const givingVerbs: readonly string[] = ['collect', 'accumulate', 'store'];

/** Whether the person is known to be under age. */
export function isMinor({ facts, law }: Question): boolean {
  const { ageYears } = facts.subject;
  return ageYears !== undefined && ageYears < law.adultFrom;
}

/**
 * Stored consents that count for the person, and the one being given when this act is part of giving it: of a
 * minor those of a representative alone.
 */
export function consentsFor(question: Question): readonly ConsentFact[] {
  const { request, facts } = question;
  const { giving, subject, consents, representations = [], now } = facts;
  const part = givingVerbs.includes(request.verb) || (subject.state === 'none' && request.verb === 'use');
  const all = giving && part ? [...consents, giving] : consents;
  return countingConsents(all, { minor: isMinor(question), representations, now });
}

/** What a yes about a minor rests on beside the consent: who gave it. @law CC Art. 22, CC Art. 23 */
export function representedGround(question: Question): readonly Because[] {
  return isMinor(question) ? [because('guardian-consented', { article: guardianArticle(question) })] : [];
}

/** The article by which a representative acts for a minor, or must agree. */
export function guardianArticle({ facts, law }: Question): string {
  const { ageYears = 0 } = facts.subject;
  return ageYears < law.actsAloneFrom ? 'CC Art. 23' : 'CC Art. 22';
}
