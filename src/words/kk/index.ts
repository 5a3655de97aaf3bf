import type { Translation } from '../translation.ts';
import { agreements } from './agreements.ts';
import { apiKeys } from './api-keys.ts';
import { backup } from './backup.ts';
import { blocking } from './blocking.ts';
import { changes } from './changes.ts';
import { claims } from './claims.ts';
import { cli } from './cli.ts';
import { consentForms } from './consent-forms.ts';
import { contracts } from './contracts.ts';
import { differences } from './differences.ts';
import { disclosure } from './disclosure.ts';
import { errors } from './errors.ts';
import { explanations } from './explanations.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { guardians } from './guardians.ts';
import { incidents } from './incidents.ts';
import { input } from './input.ts';
import { keyEpochs } from './key-epochs.ts';
import { labels } from './labels.ts';
import { languages } from './languages.ts';
import { letters } from './letters.ts';
import { limits } from './limits.ts';
import { looks } from './looks.ts';
import { mailings } from './mailings.ts';
import { mandates } from './mandates.ts';
import { mentions } from './mentions.ts';
import { merge } from './merge.ts';
import { migrate } from './migrate.ts';
import { moderation } from './moderation.ts';
import { notices } from './notices.ts';
import { obligations } from './obligations.ts';
import { pages } from './pages.ts';
import { papers } from './papers.ts';
import { policyFile } from './policy-file.ts';
import { policyText } from './policy-text.ts';
import { problems } from './problems.ts';
import { reach } from './reach.ts';
import { records } from './records.ts';
import { registers } from './registers.ts';
import { report } from './report.ts';
import { requestImport } from './request-import.ts';
import { retention } from './retention.ts';
import { rightsDesk } from './rights-desk.ts';
import { rootKey } from './root-key.ts';
import { seals } from './seals.ts';
import { secondFactors } from './second-factors.ts';
import { security } from './security.ts';
import { services } from './services.ts';
import { signIn } from './sign-in.ts';
import { source } from './source.ts';
import { staff } from './staff.ts';
import { staffRoles } from './staff-roles.ts';
import { visits } from './visits.ts';

/** The Kazakh catalogue: the same flat keys; plural suffixes `_one`, `_other`. */
export const kk: Translation = {
  ...agreements,
  ...apiKeys,
  ...backup,
  ...blocking,
  ...changes,
  ...claims,
  ...cli,
  ...consentForms,
  ...contracts,
  ...differences,
  ...disclosure,
  ...errors,
  ...explanations,
  ...files,
  ...papers,
  ...findings,
  ...guardians,
  ...incidents,
  ...input,
  ...keyEpochs,
  ...labels,
  ...languages,
  ...letters,
  ...limits,
  ...looks,
  ...mailings,
  ...mentions,
  ...mandates,
  ...merge,
  ...moderation,
  ...notices,
  ...obligations,
  ...pages,
  ...policyFile,
  ...policyText,
  ...problems,
  ...reach,
  ...records,
  ...registers,
  ...report,
  ...requestImport,
  ...retention,
  ...rightsDesk,
  ...migrate,
  ...rootKey,
  ...secondFactors,
  ...seals,
  ...security,
  ...services,
  ...signIn,
  ...source,
  ...staff,
  ...staffRoles,
  ...visits,
};
