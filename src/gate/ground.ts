import { type CoverageState, coverageOf, waitsFor } from '../consent/index.ts';
import { declaredRow, isAbroad } from '../disclosure/index.ts';
import { termOf } from '../retention/index.ts';
import { mentionGround, mentionsOf } from './mention.ts';
import { because, dataRows, type Question, type Rule } from './question.ts';
import { consentsFor, representedGround } from './represented.ts';
import type { Because } from './request.ts';
import { distinct } from './what.ts';

/**
 * A block stops everything but storage and the rights desk, and freezes destruction.
 * @law 94-V Art. 1(3), 94-V Art. 24(1)(3)
 */
export const notBlocked: Rule = {
  name: 'not-blocked',
  codes: ['blocked', 'blocked-destruction'],
  refuse: ({ request, facts, standing }) => {
    const hit = facts.blocks.some(
      (block) => !block.categories || block.categories.some((key) => request.categories.includes(key)),
    );
    if (!hit || request.verb === 'store' || standing?.duringBlock.includes(request.verb)) return [];
    if (request.verb !== 'destroy') return [because('blocked', { article: '94-V Art. 24(1)(3)' })];
    return [because('blocked-destruction', { article: '94-V Art. 1(3)' })];
  },
};

/**
 * Whoever refused mailings for a purpose to an address gets none there, whatever they agreed to before.
 * @law 94-V Art. 8(7)
 */
export const notOptedOut: Rule = {
  name: 'not-opted-out',
  codes: ['opted-out'],
  refuse: ({ request, facts, purpose }) => {
    const refused = facts.optOuts?.some(
      (row) => row.purpose === request.purpose && request.categories.includes(row.category),
    );
    const sends = request.verb === 'use' && request.channel === 'outbox';
    return refused && sends
      ? [because('opted-out', { cites: purpose?.cites, article: '94-V Art. 8(7)' })]
      : [];
  },
};

/**
 * What somebody ordered to keep, for a dispute, a check or a law, is not destroyed before that order is
 * lifted.
 * @law 94-V Art. 8(2), 94-V Art. 18
 */
export const notHeld: Rule = {
  name: 'not-held',
  codes: ['held-destruction'],
  refuse: ({ request, facts }) => {
    if (request.verb !== 'destroy') return [];
    const hit = (facts.holds ?? []).some(
      ({ categories }) => categories?.some((key) => request.categories.includes(key)) ?? true,
    );
    return hit ? [because('held-destruction', { article: '94-V Art. 8(2)' })] : [];
  },
};

/**
 * Data whose term is over are only destroyed, or used as the law orders.
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export const termRuns: Rule = {
  name: 'term-runs',
  codes: ['term-over'],
  refuse: ({ request, facts, standing }) => {
    const over = request.categories.find((key) => facts.expired.includes(key));
    if (over === undefined || standing || request.verb === 'destroy') return [];
    const cites = termOf(facts.policy, over)?.cites;
    return [because('term-over', { cites, article: '94-V Art. 12(2)' })];
  },
};

/**
 * The purpose has the ground it needs besides consent: research gets de-identified data only, defence of
 * rights a decision, duties of law a decision that cites the law.
 * @law 94-V Art. 17(1), 94-V Art. 7(1), 94-V Art. 9
 */
export const basisHolds: Rule = {
  name: 'basis-holds',
  codes: ['deidentified-only', 'decision-missing', 'law-citation-missing'],
  refuse: (question) => {
    const { request, basis, purpose } = question;
    const cites = purpose?.cites;
    if (basis === 'deidentified' && request.verb !== 'deidentify') {
      return [because('deidentified-only', { cites, article: '94-V Art. 17(1)' })];
    }
    if (hasDecision(question)) return [];
    if (basis === 'decision') return [because('decision-missing', { cites, article: '94-V Art. 7(1)' })];
    return basis === 'law' ? [because('law-citation-missing', { cites, article: '94-V Art. 9' })] : [];
  },
};

/** A decision counts when the role may carry one out and the matter it was taken in is named. */
function hasDecision({ request, role }: Question): boolean {
  return role?.decisions === true && request.decisionId !== undefined && Boolean(request.matter);
}

const consentRefusal: Readonly<
  Record<Exclude<CoverageState, 'active'> | 'pending', { code: string; article: string }>
> = {
  missing: { code: 'consent-missing', article: '94-V Art. 7(1)' },
  withdrawn: { code: 'consent-withdrawn', article: '94-V Art. 8(7)' },
  expired: { code: 'consent-expired', article: '94-V Art. 8(5)' },
  bundled: { code: 'consent-bundled', article: '94-V Art. 7(6)' },
  form: { code: 'consent-form', article: '94-V Art. 8(1)' },
  pending: { code: 'consent-pending', article: '94-V Art. 8(1)' },
};

/**
 * An active consent of an accepted form covers every category for the purpose. A paper that nobody has looked
 * at covers nothing.
 * @law 94-V Art. 7(1), 94-V Art. 8(1)
 */
export const consentCovers: Rule = {
  name: 'consent-covers',
  codes: Object.values(consentRefusal).map((row) => row.code),
  refuse: (question) => {
    if (!needsConsent(question) || mentionsOf(question)) return [];
    const { request, facts, purpose } = question;
    const consents = consentsFor(question);
    return distinct(
      request.categories.flatMap((category) => {
        const use = { purpose: request.purpose, category };
        const { state } = coverageOf(consents, use, facts.now);
        if (state === 'active') return [];
        const waits = waitsFor(facts.pending ?? [], use);
        const { code, article } = consentRefusal[waits ? 'pending' : state];
        return [because(code, { cites: purpose?.cites, article })];
      }),
    );
  },
};

function needsConsent({ standing, basis }: Question): boolean {
  return standing === undefined && basis !== 'decision' && basis !== 'law';
}

/**
 * What a yes rests on; none when there is no ground, and then the answer is no.
 * @law 94-V Art. 7(1), 94-V Art. 9
 */
export function groundsOf(question: Question): readonly Because[] {
  const { request, facts, standing, purpose, basis } = question;
  if (standing) return [because('standing-purpose', { article: standing.article })];
  if (!purpose || !basis) return [];
  const declared = because('purpose-of-policy', { cites: purpose.cites, article: '94-V Art. 14' });
  if (basis === 'decision') return [declared, because('decision-given', { article: '94-V Art. 7(1)' })];
  if (basis === 'law') return [declared, because('law-cited', { article: '94-V Art. 9' })];
  const data = request.categories.flatMap((key) => {
    const row = dataRows(facts.policy, key).find((candidate) => candidate.purposes.includes(request.purpose));
    return row?.cites[0] === undefined ? [] : [because('data-of-policy', { cites: row.cites })];
  });
  const handed = request.verb === 'transfer' ? consented(question) : [];
  const agreed = mentionsOf(question)
    ? mentionGround
    : because('consent-active', { article: '94-V Art. 7(1)' });
  return distinct([declared, ...data, agreed, ...representedGround(question), ...handed]);
}

/** The consents that let data go to a recipient; the rules found them active. */
function consented({ facts: { recipient, policy }, law }: Question): readonly Because[] {
  if (!recipient) return [];
  const cites = declaredRow(policy, recipient)?.cites;
  const named = because('transfer-consented', { cites, article: '94-V Art. 7(6)' });
  if (!isAbroad(recipient.country, law)) return [named];
  return [named, because('cross-border-consented', { cites, article: '94-V Art. 16(3)' })];
}
