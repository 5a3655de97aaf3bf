import type { Tx } from '../store.ts';
import { agreements } from './agreements.ts';
import { apiKeys } from './api-keys.ts';
import { attempts } from './attempts.ts';
import { authorityRequests } from './authority-requests.ts';
import { blindIndex } from './blind-index.ts';
import { blocks } from './blocks.ts';
import { brokenSeals } from './broken-seals.ts';
import { campaigns } from './campaigns.ts';
import { consentSettings } from './consent-settings.ts';
import { consents } from './consents.ts';
import { contracts } from './contracts.ts';
import { counters } from './counters.ts';
import { destruction } from './destruction.ts';
import { disclosures } from './disclosures.ts';
import { drafts } from './drafts.ts';
import { entries } from './entries.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { incidents } from './incidents.ts';
import { keyEpochs } from './key-epochs.ts';
import { log } from './log.ts';
import { looks } from './looks.ts';
import { mandates } from './mandates.ts';
import { mentions } from './mentions.ts';
import { messages } from './messages.ts';
import { obligations } from './obligations.ts';
import { optOuts } from './opt-outs.ts';
import { orders } from './orders.ts';
import { papers } from './papers.ts';
import { policies } from './policies.ts';
import { policyChanges } from './policy-changes.ts';
import { reading } from './reading.ts';
import { recipients } from './recipients.ts';
import { registers } from './registers.ts';
import { representations } from './representations.ts';
import { requests } from './requests.ts';
import { retention } from './retention.ts';
import type { Database } from './schema.ts';
import { secondFactors } from './second-factors.ts';
import { segments } from './segments.ts';
import { services } from './services.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';
import { subjectKeys } from './subject-keys.ts';
import { subjects } from './subjects.ts';
import { tickets } from './tickets.ts';
import { underPurpose } from './under-purpose.ts';
import { visits } from './visits.ts';

/** What makes each noun group of the port. */
const groups: { readonly [Noun in keyof Tx]: (db: Database) => Tx[Noun] } = {
  services,
  policies,
  changes: policyChanges,
  looks,
  subjects,
  subjectKeys,
  epochs: keyEpochs,
  segments,
  blindIndex,
  drafts,
  blocks,
  brokenSeals,
  obligations,
  mentions,
  representations,
  files,
  papers,
  consents,
  consentSettings,
  campaigns,
  optOuts,
  facts,
  entries,
  log,
  messages,
  sessions,
  tickets,
  staff,
  secondFactors,
  underPurpose,
  requests,
  mandates,
  agreements,
  contracts,
  recipients,
  disclosures,
  orders,
  authorityRequests,
  destruction,
  apiKeys,
  attempts,
  counters,
  visits,
  retention,
  incidents,
  reading,
  registers,
};

/** Noun groups over one transaction; each is made when it is first asked. */
class Groups {
  readonly #db: Database;
  readonly #made: Partial<Record<keyof Tx, unknown>> = {};

  constructor(db: Database) {
    this.#db = db;
  }

  of(noun: keyof Tx): unknown {
    this.#made[noun] ??= groups[noun](this.#db);
    return this.#made[noun];
  }
}

for (const noun of Object.keys(groups) as (keyof Tx)[])
  Object.defineProperty(Groups.prototype, noun, {
    get(this: Groups) {
      return this.of(noun);
    },
  });

/** All noun groups of the port over one transaction. */
export function txOf(db: Database): Tx {
  return new Groups(db) as unknown as Tx;
}
