import { accuracyUnverified } from './accuracy-unverified/rule.ts';
import { adsChoice } from './ads-choice/rule.ts';
import { breachSilence } from './breach-silence/rule.ts';
import { bundledConsent } from './bundled-consent/rule.ts';
import { changeSilent } from './change-silent/rule.ts';
import { consentByUse } from './consent-by-use/rule.ts';
import { contactMissing } from './contact-missing/rule.ts';
import { cookiesChoice } from './cookies-choice/rule.ts';
import { crossBorder } from './cross-border/rule.ts';
import { deadlineMissing } from './deadline-missing/rule.ts';
import { dutyShifted } from './duty-shifted/rule.ts';
import { governingLawMissing } from './governing-law-missing/rule.ts';
import { groundOutsideLaw } from './ground-outside-law/rule.ts';
import { inventoryOpen } from './inventory-open/rule.ts';
import { marketingChoice } from './marketing-choice/rule.ts';
import { minors } from './minors/rule.ts';
import { operatorUnidentified } from './operator-unidentified/rule.ts';
import { purposeMissing } from './purpose-missing/rule.ts';
import { recipientUnnamed } from './recipient-unnamed/rule.ts';
import { researchIdentified } from './research-identified/rule.ts';
import { responsibleMissing } from './responsible-missing/rule.ts';
import { rightMissing } from './right-missing/rule.ts';
import type { Rule } from './rule.ts';
import { securityVague } from './security-vague/rule.ts';
import { storagePlace } from './storage-place/rule.ts';
import { termMissing } from './term-missing/rule.ts';
import { termUnlimited } from './term-unlimited/rule.ts';
import { thirdPersons } from './third-persons/rule.ts';
import { withdrawal } from './withdrawal/rule.ts';

/** Every rule of the linter, by its number. */
export const rules: readonly Rule[] = [
  consentByUse,
  bundledConsent,
  operatorUnidentified,
  contactMissing,
  responsibleMissing,
  inventoryOpen,
  purposeMissing,
  groundOutsideLaw,
  termMissing,
  storagePlace,
  crossBorder,
  recipientUnnamed,
  rightMissing,
  deadlineMissing,
  withdrawal,
  minors,
  cookiesChoice,
  marketingChoice,
  adsChoice,
  changeSilent,
  accuracyUnverified,
  thirdPersons,
  securityVague,
  dutyShifted,
  researchIdentified,
  breachSilence,
  governingLawMissing,
  termUnlimited,
];
