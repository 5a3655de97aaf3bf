import type { CivilDate } from '../base/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Policy } from '../policy/index.ts';
import { declaredRow, isAbroad, type Recipient } from './recipient.ts';

/** Why nothing may be handed on: a code, the article it rests on, clauses that say the same. */
export interface DisclosureFault {
  readonly code: string;
  readonly article: string;
  readonly cites?: readonly string[];
}

/** What somebody wants to hand on, and to whom. */
interface Handing {
  /** Absent: nobody of that id is registered. */
  readonly recipient: Recipient | undefined;
  readonly policy: Policy;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly country: string | undefined;
  /** The standing decision it is done under. */
  readonly decision: string | undefined;
  readonly today: CivilDate;
  /** Whether the policy is approved. */
  readonly live: boolean;
}

type Check = (ask: Handing & { readonly recipient: Recipient }, law: LawPack) => DisclosureFault | undefined;

const advertising: readonly string[] = ['marketing_notices', 'targeted_ads', 'loyalty_programme'];

function cited(policy: Policy, facet: string, ...labels: readonly string[]): readonly string[] | undefined {
  return policy.labels.find((row) => row.facet === facet && labels.includes(row.label))?.cites;
}

/** In the order in which they are looked at. */
const checks: readonly Check[] = [
  ({ live }) => (live ? undefined : { code: 'transfer-in-draft', article: '94-V Art. 25(2)(1-1)' }),
  ({ policy, recipient }) =>
    declaredRow(policy, recipient) ? undefined : { code: 'recipient-undeclared', article: '94-V Art. 15' },
  ({ recipient }) => (recipient.ended ? { code: 'recipient-ended', article: '94-V Art. 22(1)' } : undefined),
  ({ recipient, today }) =>
    recipient.expiresOn < today ? { code: 'recipient-expired', article: '94-V Art. 22(1)' } : undefined,
  ({ recipient }) =>
    recipient.undertakingOn === undefined
      ? { code: 'undertaking-missing', article: '94-V Art. 11' }
      : undefined,
  ({ recipient, decision }) =>
    decision === recipient.decision
      ? undefined
      : { code: 'recipient-decision-missing', article: '94-V Art. 22(1)' },
  ({ country }) => (country ? undefined : { code: 'country-missing', article: '94-V Art. 16' }),
  ({ recipient, country }) =>
    country === recipient.country ? undefined : { code: 'country-other', article: '94-V Art. 16' },
  ({ recipient, categories }) =>
    categories.every((key) => recipient.categories.includes(key))
      ? undefined
      : { code: 'recipient-item', article: '94-V Art. 7(9)' },
  ({ recipient, purpose }) =>
    recipient.purposes.includes(purpose) ? undefined : { code: 'recipient-purpose', article: '94-V Art. 14' },
  ({ policy, purpose }) => {
    const cites = cited(policy, 'transfer_restrictions', 'no_ads_sharing', 'no_marketing_sharing');
    return cites && advertising.includes(purpose)
      ? { code: 'transfer-forbidden', article: '94-V Art. 14', cites }
      : undefined;
  },
  ({ policy, recipient }, law) => {
    const cites = cited(policy, 'cross_border', 'denied');
    return cites && recipient.country !== law.country
      ? { code: 'cross-border-denied', article: '94-V Art. 16', cites }
      : undefined;
  },
];

/**
 * The first thing that keeps data from being handed on, before any consent is looked at. With none the
 * consents still have to say yes: to the recipient always, and to the country when `abroad`.
 *
 * @law 94-V Art. 7(6), 94-V Art. 11, 94-V Art. 15, 94-V Art. 16
 */
export function handingFaults(
  ask: Handing,
  law: LawPack,
): { readonly fault: DisclosureFault } | { readonly recipient: Recipient; readonly abroad: boolean } {
  const { recipient } = ask;
  if (!recipient) return { fault: { code: 'recipient-unregistered', article: '94-V Art. 15' } };
  for (const check of checks) {
    const fault = check({ ...ask, recipient }, law);
    const cites = fault?.cites ?? declaredRow(ask.policy, recipient)?.cites;
    if (fault) return { fault: { ...fault, ...(cites && { cites }) } };
  }
  return { recipient, abroad: isAbroad(recipient.country, law) };
}
