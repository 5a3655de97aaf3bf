import type { StandingPurpose } from '../law/index.ts';
import { categories as categoryTable } from '../policy/index.ts';
import { because, clausesSaying, dataRows, type Question, type Rule } from './question.ts';
import { consentsFor, guardianArticle, isMinor } from './represented.ts';
import type { Because } from './request.ts';

/**
 * The purpose was declared before, or exists by law for this role, verb, place and data.
 * @law 94-V Art. 14, 94-V Art. 7(8)
 */
export const purposeDeclared: Rule = {
  name: 'purpose-declared',
  codes: [
    'purpose-undeclared',
    'standing-not-admitted',
    'standing-category',
    'standing-class',
    'matter-missing',
    'matter-unknown',
  ],
  refuse: (question) => {
    if (question.standing) return standingRefusals(question, question.standing);
    return question.purpose && question.basis
      ? []
      : [because('purpose-undeclared', { article: '94-V Art. 14' })];
  },
};

function standingRefusals({ request, facts }: Question, standing: StandingPurpose): readonly Because[] {
  const { article, classes } = standing;
  const admitted = standing.admits.filter(
    (row) =>
      row.roles.includes(request.actor.role) &&
      row.verbs.includes(request.verb) &&
      row.channels.includes(request.channel),
  );
  if (admitted.length === 0) return [because('standing-not-admitted', { article })];
  const rows = admitted.filter(({ categories }) =>
    request.categories.every((key) => categories?.includes(key) ?? true),
  );
  if (rows.length === 0) return [because('standing-category', { article })];
  const bound = rows.every((row) => row.matter);
  if (bound && !request.matter) return [because('matter-missing', { article })];
  if (bound && !facts.matters?.includes(request.matter ?? ''))
    return [because('matter-unknown', { article })];
  if (classes && !request.categories.every((key) => classes.includes(classOf(key) ?? ''))) {
    return [because('standing-class', { article })];
  }
  return [];
}

/**
 * The policy declares the data, for this purpose. What a law lets one do with data already held is not bound
 * to the list: it must be possible to show and destroy what should never have been there. Collecting and
 * changing always are.
 * @law 94-V Art. 7(9), 94-V Art. 12(1), 94-V Art. 14
 */
export const categoryDeclared: Rule = {
  name: 'category-declared',
  codes: ['category-refused', 'category-undeclared', 'category-not-for-purpose'],
  refuse: (question) => {
    const { request, standing } = question;
    if (standing && request.verb !== 'collect' && request.verb !== 'change') return [];
    return distinct(request.categories.flatMap((key) => categoryRefusals(question, key)));
  },
};

function categoryRefusals({ facts, request, standing, purpose }: Question, key: string): readonly Because[] {
  const rows = dataRows(facts.policy, key);
  if (rows.length === 0) {
    const refused = facts.policy.dataNotCollected.find((row) => row.category === key);
    const article = '94-V Art. 7(9)';
    if (refused) return [because('category-refused', { cites: refused.cites, article })];
    return [because('category-undeclared', { article })];
  }
  if (standing || rows.some((row) => row.purposes.includes(request.purpose))) return [];
  return [because('category-not-for-purpose', { cites: purpose?.cites, article: '94-V Art. 14' })];
}

/** A draft serves base purposes only: nobody has approved the rest yet. @law 94-V Art. 25(2)(1-1) */
export const draftServesBase: Rule = {
  name: 'draft-serves-base',
  codes: ['draft-base-only'],
  refuse: ({ facts, standing, basis, purpose }) => {
    if (facts.service !== 'draft' || standing || basis === 'base') return [];
    return [because('draft-base-only', { cites: purpose?.cites, article: '94-V Art. 25(2)(1-1)' })];
  },
};

/**
 * A policy for adults refuses who is younger; nothing is done with the data of anybody under age on their own
 * word: under the age of acting alone a representative acts for them, later they need the consent of one,
 * whose right to give it was checked. The rights desk stays open, so that a child's data found can be
 * destroyed.
 * @law 94-V Art. 7(1), CC Art. 22, CC Art. 23
 */
export const ageAdmits: Rule = {
  name: 'age-admits',
  codes: ['adults-only', 'guardian-needed'],
  refuse: (question) => {
    const { facts, standing, basis } = question;
    if (standing || !isMinor(question)) return [];
    const cites = clausesSaying(facts.policy, 'minors', 'adults_only');
    if (cites) return [because('adults-only', { cites, article: '94-V Art. 7(1)' })];
    // What rests on a decision or a law needs nobody's consent, whatever the age.
    if (basis === 'decision' || basis === 'law') return [];
    if (consentsFor(question).length > 0) return [];
    return [because('guardian-needed', { article: guardianArticle(question) })];
  },
};

function classOf(key: string): string | undefined {
  return Object.hasOwn(categoryTable, key) ? categoryTable[key]?.access : undefined;
}

/** Each reason once. */
export function distinct(reasons: readonly Because[]): readonly Because[] {
  const seen = new Map(
    reasons.map((reason) => [`${reason.rule}|${reason.clause}|${reason.article}`, reason]),
  );
  return [...seen.values()];
}
