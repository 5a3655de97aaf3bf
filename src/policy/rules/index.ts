import { absolutePromise } from './absolute-promise/rule.ts';
import { accessFee } from './access-fee/rule.ts';
import { accuracyUnverified } from './accuracy-unverified/rule.ts';
import { adsChoice } from './ads-choice/rule.ts';
import { aiUndisclosed } from './ai-undisclosed/rule.ts';
import { authorityForm } from './authority-form/rule.ts';
import { automatedDecision } from './automated-decision/rule.ts';
import { biometricsCompulsory } from './biometrics-compulsory/rule.ts';
import { blockingUndefined } from './blocking-undefined/rule.ts';
import { breachSilence } from './breach-silence/rule.ts';
import { brokenText } from './broken-text/rule.ts';
import { bundledConsent } from './bundled-consent/rule.ts';
import { businessTransfer } from './business-transfer/rule.ts';
import { changeSilent } from './change-silent/rule.ts';
import { conditionsConflict } from './conditions-conflict/rule.ts';
import { consentByUse } from './consent-by-use/rule.ts';
import { consentContent } from './consent-content/rule.ts';
import { consentForOthers } from './consent-for-others/rule.ts';
import { contactMissing } from './contact-missing/rule.ts';
import { cookiesChoice } from './cookies-choice/rule.ts';
import { crossBorder } from './cross-border/rule.ts';
import { deadlineMissing } from './deadline-missing/rule.ts';
import { decisionByHand } from './decision-by-hand/rule.ts';
import { deletionConflict } from './deletion-conflict/rule.ts';
import { documentCopies } from './document-copies/rule.ts';
import { duplicate } from './duplicate/rule.ts';
import { dutyShifted } from './duty-shifted/rule.ts';
import { excess } from './excess/rule.ts';
import { foreignVocabulary } from './foreign-vocabulary/rule.ts';
import { governingLawMissing } from './governing-law-missing/rule.ts';
import { groundOutsideLaw } from './ground-outside-law/rule.ts';
import { inventoryOpen } from './inventory-open/rule.ts';
import { kazakhMissing } from './kazakh-missing/rule.ts';
import { marketingChoice } from './marketing-choice/rule.ts';
import { minimisationContradicted } from './minimisation-contradicted/rule.ts';
import { minors } from './minors/rule.ts';
import { moderationProcess } from './moderation-process/rule.ts';
import { monitoringMisplaced } from './monitoring-misplaced/rule.ts';
import { operatorUnidentified } from './operator-unidentified/rule.ts';
import { pastedContext } from './pasted-context/rule.ts';
import { publicDisplay } from './public-display/rule.ts';
import { publicSources } from './public-sources/rule.ts';
import { purposeMissing } from './purpose-missing/rule.ts';
import { purposeOpen } from './purpose-open/rule.ts';
import { recipientUnnamed } from './recipient-unnamed/rule.ts';
import { researchIdentified } from './research-identified/rule.ts';
import { responsibleMissing } from './responsible-missing/rule.ts';
import { rightMissing } from './right-missing/rule.ts';
import type { Rule } from './rule.ts';
import { secrecyGap } from './secrecy-gap/rule.ts';
import { securityVague } from './security-vague/rule.ts';
import { selfReference } from './self-reference/rule.ts';
import { sizeClass } from './size-class/rule.ts';
import { smsAnyTime } from './sms-any-time/rule.ts';
import { staffBiometrics } from './staff-biometrics/rule.ts';
import { stateData } from './state-data/rule.ts';
import { storagePlace } from './storage-place/rule.ts';
import { termMissing } from './term-missing/rule.ts';
import { termUndefined } from './term-undefined/rule.ts';
import { termUnlimited } from './term-unlimited/rule.ts';
import { thirdPersons } from './third-persons/rule.ts';
import { transferConflict } from './transfer-conflict/rule.ts';
import { transferNotice } from './transfer-notice/rule.ts';
import { unsafeChannel } from './unsafe-channel/rule.ts';
import { withdrawal } from './withdrawal/rule.ts';
import { withdrawalHarder } from './withdrawal-harder/rule.ts';

/** Every rule of the linter, by its number. */
export const rules: readonly Rule[] = [
  consentByUse,
  bundledConsent,
  consentContent,
  operatorUnidentified,
  contactMissing,
  responsibleMissing,
  inventoryOpen,
  excess,
  purposeMissing,
  groundOutsideLaw,
  termMissing,
  storagePlace,
  crossBorder,
  recipientUnnamed,
  transferConflict,
  transferNotice,
  rightMissing,
  deadlineMissing,
  withdrawal,
  deletionConflict,
  blockingUndefined,
  minors,
  cookiesChoice,
  marketingChoice,
  adsChoice,
  smsAnyTime,
  changeSilent,
  termUndefined,
  brokenText,
  foreignVocabulary,
  accuracyUnverified,
  thirdPersons,
  consentForOthers,
  monitoringMisplaced,
  securityVague,
  moderationProcess,
  absolutePromise,
  dutyShifted,
  secrecyGap,
  researchIdentified,
  breachSilence,
  publicDisplay,
  businessTransfer,
  decisionByHand,
  unsafeChannel,
  pastedContext,
  duplicate,
  minimisationContradicted,
  documentCopies,
  selfReference,
  authorityForm,
  conditionsConflict,
  governingLawMissing,
  termUnlimited,
  withdrawalHarder,
  automatedDecision,
  purposeOpen,
  accessFee,
  aiUndisclosed,
  biometricsCompulsory,
  stateData,
  publicSources,
  kazakhMissing,
  staffBiometrics,
  sizeClass,
];
