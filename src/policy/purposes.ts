import type { Policy } from './policy.ts';
import type { Purpose } from './vocabulary.ts';

type Row = readonly [Purpose['basis'], dpv: string, fides?: string];

const rows: Readonly<Record<string, Row>> = {
  identify_party: ['base', 'dpv:IdentityVerification', 'essential.service.authentication'],
  registration_auth: ['base', 'dpv:ServiceRegistration', 'essential.service.authentication'],
  provide_service: ['base', 'dpv:ServiceProvision', 'essential.service'],
  order_delivery: ['base', 'dpv:CustomerOrderManagement', 'essential.service'],
  contract_performance: ['base', 'dpv:FulfilmentOfContractualObligation', 'essential.service'],
  communication: ['base', 'dpv:CommunicationManagement', 'essential.service.notifications'],
  support: ['base', 'dpv:CommunicationForCustomerCare', 'essential.service.operations.support'],
  improve_service: ['deidentified', 'dpv:ImproveExistingProductsAndServices', 'functional.service.improve'],
  new_features: ['deidentified', 'dpv:ResearchAndDevelopment', 'functional.service.improve'],
  marketing_notices: ['own', 'dpv:DirectMarketing', 'marketing.communications'],
  targeted_ads: ['own', 'dpv:TargetedAdvertising', 'marketing.advertising.first_party.targeted'],
  personalisation: ['own', 'dpv:Personalisation', 'personalize'],
  statistics_research: ['deidentified', 'dpv:ResearchAndDevelopment', 'analytics.reporting'],
  usage_analytics: ['own', 'dpv:ServiceUsageAnalytics', 'analytics'],
  security_fraud: ['base', 'dpv:FraudPreventionAndDetection', 'essential.fraud_detection'],
  legal_obligation: ['law', 'dpv:LegalCompliance', 'essential.legal_obligation'],
  verification: ['base', 'dpv:Verification', 'essential.service.security'],
  reviews_disputes: ['decision', 'dpv:DisputeManagement', 'operations'],
  payments_billing: ['base', 'dpv:PaymentManagement', 'essential.service.payment_processing'],
  diagnostics: ['deidentified', 'dpv:RepairImpairments', 'essential.service.operations'],
  moderation: ['base', 'dpv:MisusePreventionAndDetection', 'essential.service.operations'],
  ai_features: ['own', 'dpv:ServicePersonalisation'],
  publication: ['own', 'dpv:ServiceProvision'],
  protect_rights: ['decision', 'dpv:DisputeManagement', 'operations'],
  loyalty_programme: ['own', 'dpv:PersonalisedBenefits', 'marketing'],
};

function purposeOf([key, [basis, dpv, fides]]: readonly [string, Row]): [string, Purpose] {
  return [key, { key, basis, dpv, ...(fides ? { fides } : {}) }];
}

/**
 * What there is to know about each purpose; one row per label of the facet `purposes`.
 *
 * Where a purpose joins two things of different basis, the stricter one stands: reviews and disputes need a
 * decision; improvement, new functions and the search for faults get de-identified data only.
 * @source W3C DPV 2.0, fideslang 3.2
 * @law 94-V Art. 7(8), 14, 17(1)
 */
export const purposes: Readonly<Record<string, Purpose>> = Object.fromEntries(
  Object.entries(rows).map(purposeOf),
);

/**
 * Keys of the declared purposes that need nothing but the consent given at registration, in the order of the
 * policy.
 */
export function basePurposes(policy: Policy): readonly string[] {
  return policy.purposes.map((row) => row.purpose).filter((key) => purposes[key]?.basis === 'base');
}

/** Keys of the declared purposes that need a consent of their own: each gets a box of its own, unticked. */
export function ownPurposes(policy: Policy): readonly string[] {
  return policy.purposes.map((row) => row.purpose).filter((key) => purposes[key]?.basis === 'own');
}
