import { operationVerbs } from '../../policy/index.ts';
import { agreementApart } from './agreements.ts';
import { breakers } from './breakers.ts';
import { partyIdentified } from './contracts.ts';
import * as data from './data.ts';
import * as disclosures from './disclosures.ts';
import { guardianConsent } from './guardians.ts';
import { decidedByRepresentative } from './mandates.ts';
import { consentByPaper } from './papers.ts';
import type { Probe } from './probe.ts';
import * as registers from './registers.ts';
import { retentionTerm } from './retention.ts';
import * as shown from './shown.ts';
import * as told from './told.ts';
import * as use from './use.ts';

/** The probe of each kind of pledge that a probe can keep watch over. */
export const probes: Readonly<Record<string, Probe>> = {
  'adults-only': data.adultsOnly,
  'agreement-apart': agreementApart,
  'automation-none': use.automationNone,
  'breach-notified': registers.breachNotified,
  'change-told': told.changeTold,
  'consent-by-act': use.consentByAct,
  'consent-paper': consentByPaper,
  'contact-published': shown.contactPublished,
  'cookies-necessary-only': shown.cookiesNecessaryOnly,
  'cookies-own-choice': shown.cookiesOwnChoice,
  'cross-border-closed': disclosures.crossBorderClosed,
  'data-collected': data.dataCollected,
  'data-not-collected': data.dataNotCollected,
  'decided-by-representative': decidedByRepresentative,
  'deidentified-only': use.deidentifiedOnly,
  'display-by-consent': use.displayByConsent,
  'ground-consent': use.groundConsent,
  'ground-other': use.groundOther,
  'guardian-consent': guardianConsent,
  'law-named': use.lawNamed,
  'mandatory-marked': shown.mandatoryMarked,
  'marketing-by-consent': use.marketingByConsent,
  'marketing-opt-out': told.marketingOptOut,
  'measures-tested': registers.measuresTested,
  'minors-removed': data.minorsRemoved,
  'operation-recorded': data.operationRecorded(operationVerbs),
  'operator-named': shown.operatorNamed,
  'party-identified': partyIdentified,
  'policy-immutable': shown.policyImmutable,
  'policy-published': shown.policyPublished,
  'purpose-declared': use.purposeDeclared,
  'recipient-listed': disclosures.recipientListed,
  'responsible-named': shown.responsibleNamed,
  'retention-term': retentionTerm,
  'right-by-officer': shown.rightByOfficer,
  'right-self-service': shown.rightSelfService,
  'scope-declared': data.scopeDeclared,
  'security-access': use.securityAccess,
  'security-log': shown.securityLog,
  'security-sealed': shown.securitySealed,
  'source-recorded': data.sourceRecorded,
  'storage-certified': registers.storageCertified,
  'storage-place': shown.storagePlace,
  'text-shown': shown.textShown,
  'transfer-condition': disclosures.transferGrounded,
  'transfer-restriction': disclosures.transferGrounded,
  'transfer-notified': disclosures.transferNotified,
  'visits-declared': data.visitsDeclared,
  'withdrawal-effective': use.withdrawalEffective,
  'withdrawal-passed-on': disclosures.withdrawalPassedOn,
};

export { gatherSample, lookAround, type Probe, type Probing } from './probe.ts';

/**
 * The tests that break the system under a kind of pledge and see its probe go red, as `file: what is broken`;
 * none where no probe keeps it.
 */
export function breakersOf(kind: string): readonly string[] {
  return Object.hasOwn(breakers, kind) ? (breakers[kind] ?? []) : [];
}
