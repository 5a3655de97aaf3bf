/** The schema as a row of steps; a step that was published is never edited, only followed by another. */
import { spine } from './0001-spine.ts';
import { staff } from './0002-staff.ts';
import { signIn } from './0003-sign-in.ts';
import { services } from './0004-services.ts';
import { attempts } from './0005-attempts.ts';
import { secondFactors } from './0006-second-factors.ts';
import { visitCounts } from './0007-visit-counts.ts';
import { delivery } from './0008-delivery.ts';
import { block } from './0009-block.ts';
import { policyChange } from './0010-policy-change.ts';
import { keyEpochs } from './0011-key-epochs.ts';
import { rightsDesk } from './0012-rights-desk.ts';
import { onBehalf } from './0013-on-behalf.ts';
import { campaign } from './0014-campaign.ts';
import { reminder } from './0015-reminder.ts';
import { retention } from './0016-retention.ts';
import { disclosure } from './0017-disclosure.ts';
import { obligation } from './0018-obligation.ts';
import { claims } from './0019-claims.ts';
import { incident } from './0020-incident.ts';
import { registers } from './0021-registers.ts';
import { consentForm } from './0022-consent-form.ts';
import { mention } from './0023-mention.ts';
import { brokenSeal } from './0024-broken-seal.ts';
import { mandate } from './0025-mandate.ts';
import { file } from './0026-file.ts';
import { agreement } from './0027-agreement.ts';
import { paper } from './0028-paper.ts';
import { contract } from './0029-contract.ts';
import { representation } from './0030-representation.ts';

/** One step of the schema. */
export interface Migration {
  /** Rising; a number that was skipped may still come. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps in order. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'spine', sql: spine },
  { version: 2, name: 'staff', sql: staff },
  { version: 3, name: 'sign-in', sql: signIn },
  { version: 4, name: 'services', sql: services },
  { version: 5, name: 'attempts', sql: attempts },
  { version: 6, name: 'second-factors', sql: secondFactors },
  { version: 7, name: 'visit-counts', sql: visitCounts },
  { version: 8, name: 'delivery', sql: delivery },
  { version: 9, name: 'block', sql: block },
  { version: 10, name: 'policy-change', sql: policyChange },
  { version: 11, name: 'key-epochs', sql: keyEpochs },
  { version: 12, name: 'rights-desk', sql: rightsDesk },
  { version: 13, name: 'on-behalf', sql: onBehalf },
  { version: 14, name: 'campaign', sql: campaign },
  { version: 15, name: 'reminder', sql: reminder },
  { version: 16, name: 'retention', sql: retention },
  { version: 17, name: 'disclosure', sql: disclosure },
  { version: 18, name: 'obligation', sql: obligation },
  { version: 19, name: 'claims', sql: claims },
  { version: 20, name: 'incident', sql: incident },
  { version: 21, name: 'registers', sql: registers },
  { version: 22, name: 'consent-form', sql: consentForm },
  { version: 23, name: 'mention', sql: mention },
  { version: 24, name: 'broken-seal', sql: brokenSeal },
  { version: 25, name: 'mandate', sql: mandate },
  { version: 26, name: 'file', sql: file },
  { version: 27, name: 'agreement', sql: agreement },
  { version: 28, name: 'paper', sql: paper },
  { version: 29, name: 'contract', sql: contract },
  { version: 30, name: 'representation', sql: representation },
];
