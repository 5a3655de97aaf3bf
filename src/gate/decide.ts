import type { LawPack } from '../law/index.ts';
import { contractIdentity } from './contract.ts';
import { baseAtHome, disclosureAllowed } from './disclosure.ts';
import {
  basisHolds,
  consentCovers,
  groundsOf,
  notBlocked,
  notHeld,
  notOptedOut,
  termRuns,
} from './ground.ts';
import { mandateCovers, mandateFor } from './mandate.ts';
import { mentionAdmits } from './mention.ts';
import { nothingOwed, obligationCovers } from './owed.ts';
import { questionOf, type Rule } from './question.ts';
import { notBrowsing } from './reading.ts';
import type { Decision, GateFacts, GateRequest } from './request.ts';
import { ageAdmits, categoryDeclared, draftServesBase, purposeDeclared } from './what.ts';
import { grantAdmits, ownData, roleAdmits, subjectExists, wellFormed } from './who.ts';

/**
 * The rules in the order they are asked; the first that refuses gives the reasons. Who comes first, so that a
 * stranger learns nothing of the policy's state; what the policy does not know comes before what this person
 * has not consented to.
 */
const rules: readonly Rule[] = [
  wellFormed,
  ownData,
  subjectExists,
  roleAdmits,
  grantAdmits,
  purposeDeclared,
  categoryDeclared,
  notBlocked,
  notHeld,
  nothingOwed,
  obligationCovers,
  notOptedOut,
  ageAdmits,
  draftServesBase,
  mentionAdmits,
  mandateCovers,
  contractIdentity,
  baseAtHome,
  disclosureAllowed,
  basisHolds,
  termRuns,
  consentCovers,
  notBrowsing,
];

/** Names of the rules in order. */
export const ruleOrder: readonly string[] = rules.map((rule) => rule.name);

/** Every code a refusal can carry; each has a sentence `because.<code>`. */
export const refusalCodes: readonly string[] = [...new Set(rules.flatMap((rule) => rule.codes)), 'no-ground'];

/** Every code a yes can carry. */
export const yesCodes: readonly string[] = [
  'standing-purpose',
  'purpose-of-policy',
  'data-of-policy',
  'consent-active',
  'guardian-consented',
  'mention-confirmed',
  'transfer-consented',
  'cross-border-consented',
  'decision-given',
  'law-cited',
];

/**
 * Decides whether an act on personal data may be done. Default deny: a yes needs every rule silent and a
 * ground.
 *
 * Every reason of every answer names a clause of the policy, an article of the law, or both. A yes carries
 * the duty `record`, and `notify-subject` when it rests on a decision instead of a consent, or hands data
 * on. Total: never throws. Reads no clock; `facts` must come from the snapshot in which the effect commits.
 *
 * @law 94-V Art. 7(1), 94-V Art. 7(8), 94-V Art. 14
 */
export function decide(request: GateRequest, facts: GateFacts, law: LawPack): Decision {
  const question = questionOf(request, facts, law);
  for (const rule of rules) {
    const because = rule.refuse(question);
    if (because.length > 0) return { allowed: false, because, obligations: [] };
  }
  const grounds = groundsOf(question);
  if (grounds.length === 0) {
    return { allowed: false, because: [{ rule: 'no-ground', article: '94-V Art. 7(1)' }], obligations: [] };
  }
  const notify = question.basis === 'decision' || request.verb === 'transfer' ? ['notify-subject'] : [];
  const mandate = mandateFor(question)?.id;
  return {
    allowed: true,
    because: grounds,
    obligations: ['record', ...notify],
    ...(mandate !== undefined && { mandate }),
  };
}
