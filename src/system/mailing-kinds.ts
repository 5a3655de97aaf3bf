import { ownPurposes, type Policy } from '../policy/index.ts';

/** A way a mailing goes, by the category of the address. */
export const categoryOf = { email: 'email', sms: 'phone' } as const;

/** A category of addresses that mailings go to. */
export type MailCategory = (typeof categoryOf)[keyof typeof categoryOf];

/**
 * Purposes of mailings that advertise: topics one agrees to or refuses by themselves.
 *
 * INVARIANT: the order is that of the links in letters sent long ago; new ones go to the end.
 */
export const offerPurposes = ['marketing_notices', 'loyalty_programme'] as const;

/** Purposes of mailings about the service people use: no consent beside that of registration. */
export const noticePurposes = ['communication', 'support', 'order_delivery', 'provide_service'] as const;

/** The topics a policy declares for mailings of a class, in its order. */
export function topicsOf(policy: Policy, kind: 'marketing' | 'service'): readonly string[] {
  if (kind === 'marketing')
    return ownPurposes(policy).filter((key) => offerPurposes.some((offer) => offer === key));
  const declared = policy.purposes.map(({ purpose }) => purpose);
  return declared.filter((key) => noticePurposes.some((notice) => notice === key));
}

/** The addresses a policy lets a topic use. */
export function addressesFor(policy: Policy, purpose: string): readonly MailCategory[] {
  return Object.values(categoryOf).filter((category) =>
    policy.data.some((row) => row.category === category && row.purposes.includes(purpose)),
  );
}
