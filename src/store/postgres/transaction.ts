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
import { policies } from './policies.ts';
import { policyChanges } from './policy-changes.ts';
import { reading } from './reading.ts';
import { recipients } from './recipients.ts';
import { registers } from './registers.ts';
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

/** All noun groups of the port over one transaction. */
export function txOf(db: Database): Tx {
  return {
    services: services(db),
    policies: policies(db),
    changes: policyChanges(db),
    looks: looks(db),
    subjects: subjects(db),
    subjectKeys: subjectKeys(db),
    epochs: keyEpochs(db),
    segments: segments(db),
    blindIndex: blindIndex(db),
    drafts: drafts(db),
    blocks: blocks(db),
    brokenSeals: brokenSeals(db),
    obligations: obligations(db),
    mentions: mentions(db),
    files: files(db),
    consents: consents(db),
    consentSettings: consentSettings(db),
    campaigns: campaigns(db),
    optOuts: optOuts(db),
    facts: facts(db),
    entries: entries(db),
    log: log(db),
    messages: messages(db),
    sessions: sessions(db),
    tickets: tickets(db),
    staff: staff(db),
    secondFactors: secondFactors(db),
    underPurpose: underPurpose(db),
    requests: requests(db),
    mandates: mandates(db),
    agreements: agreements(db),
    recipients: recipients(db),
    disclosures: disclosures(db),
    orders: orders(db),
    authorityRequests: authorityRequests(db),
    destruction: destruction(db),
    apiKeys: apiKeys(db),
    attempts: attempts(db),
    counters: counters(db),
    visits: visits(db),
    retention: retention(db),
    incidents: incidents(db),
    reading: reading(db),
    registers: registers(db),
  };
}
