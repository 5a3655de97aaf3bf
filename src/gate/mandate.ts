import type { Policy } from '../policy/index.ts';
import { because, clausesSaying, type Question, type Rule } from './question.ts';
import type { MandateFact, Role, Verb } from './request.ts';

/** Acts that wait for a decision of an authorised representative where the policy says so. */
export const mandatedVerbs = [
  'read',
  'use',
  'transfer',
  'publish',
  'deidentify',
  'block',
  'destroy',
] as const satisfies readonly Verb[];

const mandated: readonly string[] = mandatedVerbs;

/**
 * Who needs none: people about their own data, those who speak for them, and officer and approver, who are
 * the authorised representatives and whose act is the decision.
 */
const decidingThemselves: readonly string[] = [
  'guest',
  'subject',
  'representative',
  'officer',
  'approver',
] satisfies readonly Role[];

/** Clauses in which a policy says that acts rest on decisions of authorised representatives, if it does. */
export function mandatesAsked(policy: Policy): readonly string[] | undefined {
  return clausesSaying(policy, 'provisions', 'manual_decision');
}

/** Whether an act of a role is one that waits for a decision where the policy asks for one. */
export function isMandatedAct(role: string, verb: string): boolean {
  return mandated.includes(verb) && !decidingThemselves.includes(role);
}

/** Whether the question is one that a mandate must cover. What the law itself orders waits for nobody. */
function isMandated({ request, facts, standing }: Question): boolean {
  const asked = facts.service === 'live' && facts.mandates !== undefined && !standing;
  return asked && isMandatedAct(request.actor.role, request.verb);
}

/** The mandate that covers what is asked: verb, purpose, every category, the recipient, the matter. */
export function mandateFor(question: Question): MandateFact | undefined {
  if (!isMandated(question)) return undefined;
  const { request, facts } = question;
  const { recipient, matter } = request;
  return facts.mandates?.find(
    (one) =>
      one.verbs.includes(request.verb) &&
      one.purposes.includes(request.purpose) &&
      request.categories.every((key) => one.categories.includes(key)) &&
      (recipient === undefined || one.recipients.some((id) => id === recipient)) &&
      (one.matter === undefined || one.matter === matter),
  );
}

/**
 * Where the policy says so, data are used, handed on, blocked and destroyed by decision of an authorised
 * representative only.
 * @law 94-V Art. 22(1), 94-V Art. 25(2)(1-1)
 */
export const mandateCovers: Rule = {
  name: 'mandate-covers',
  codes: ['mandate-missing'],
  refuse: (question) => {
    if (!isMandated(question) || mandateFor(question)) return [];
    const cites = mandatesAsked(question.facts.policy);
    return [because('mandate-missing', { cites, article: '94-V Art. 22(1)' })];
  },
};
