import type { Generated, Kysely, Transaction } from 'kysely';
import type { CivilDate, Id, Language } from '../../base/index.ts';
import type { Verb } from '../../gate/index.ts';
import type { Policy } from '../../policy/index.ts';
import type {
  ActRecord,
  AuthorityRecord,
  CampaignRecord,
  FileRecord,
  MentionWay,
  MessageRecord,
  ObligationRecord,
  OrderRecord,
  PolicyAnswer,
  PolicyVersionRecord,
  RequestRecord,
  SecondFactorRecord,
  ServiceRecord,
  StaffMemberRecord,
  SubjectRecord,
  TicketRecord,
} from '../store.ts';
import type { AgreementSchema } from './agreement-schema.ts';
import type { ContractSchema } from './contract-schema.ts';
import type { IncidentSchema } from './incident-schema.ts';
import type { PaperSchema } from './paper-schema.ts';
import type { RepresentationSchema } from './representation-schema.ts';
import type { VisitSchema } from './visit-schema.ts';

interface OfService {
  service_id: Id;
}

interface OfSubject extends OfService {
  subject_id: Id;
}

/** The tables as the newest migration leaves them. */
export interface Schema
  extends IncidentSchema,
    AgreementSchema,
    ContractSchema,
    PaperSchema,
    RepresentationSchema,
    VisitSchema {
  service: OfService & { key: string; kind: ServiceRecord['kind']; created_at: number };
  policy_version: OfService & {
    version: number;
    hash: string;
    status: PolicyVersionRecord['status'];
    policy: Policy;
    text: string | null;
    created_at: number;
    live_at: number | null;
    completes: number | null;
  };
  policy_change: OfService & {
    version: number;
    reason: string;
    note: string | null;
    published_at: number;
    effective_at: number;
    told_at: number | null;
  };
  policy_choice: OfSubject & {
    version: number;
    from_hash: string;
    asks: boolean;
    told_at: number;
    message_id: Id | null;
    tries: number;
    seen_at: number | null;
    answer: PolicyAnswer | null;
    answered_at: number | null;
  };
  campaign: OfService & {
    campaign_id: Id;
    class: CampaignRecord['class'];
    purpose: string;
    channel: CampaignRecord['channel'];
    texts: CampaignRecord['texts'];
    state: CampaignRecord['state'];
    created_by: Id;
    created_at: number;
    ended_at: number | null;
    after_id: Id | null;
    unasked: number;
  };
  campaign_recipient: OfSubject & { campaign_id: Id; outcome: string; message_id: Id | null };
  opt_out: OfSubject & { purpose: string; category: string; since: number; via: string };
  suppression: OfService & { digest: Uint8Array; since: number; expires_at: number };
  service_look: OfService & { name: string | null; mark: string; accent: string; with_key: boolean };
  clause_approval: OfService & { version: number; clause: string; approved_by: Id; approved_at: number };
  subject: OfSubject & {
    kind: SubjectRecord['kind'];
    version: number;
    policy_hash: string;
    language: Language;
    created_at: number;
    adult: boolean | null;
  };
  key_epoch: OfService & {
    epoch: number;
    began_at: number;
    closed_at: number | null;
    ended_at: number | null;
  };
  subject_key: OfSubject & { epoch: number; bytes: Uint8Array };
  segment: OfSubject & { access: string; retention: string; version: number; bytes: Uint8Array };
  blind_index: OfSubject & { field: string; digest: Uint8Array };
  draft: OfService & {
    draft_id: Id;
    sealed: Uint8Array;
    code_digest: Uint8Array;
    attempts: number;
    created_at: number;
    expires_at: number;
    epoch: number | null;
    reply_digest: Uint8Array | null;
  };
  mention: OfSubject & {
    mention_id: Id;
    mentioned_id: Id;
    categories: string[];
    purpose: string;
    way: MentionWay;
    given_at: number;
    digest: Uint8Array;
    ended_at: number | null;
    refused: boolean;
    sealed: Uint8Array | null;
  };
  consent_setting: OfService & { forms: string[]; set_at: number };
  block: OfSubject & {
    block_id: Id;
    request_id: Id;
    since: number;
    entry_id: Id;
    lifted_at: number | null;
  };
  consent: OfSubject & {
    consent_id: Id;
    policy_hash: string;
    form: string;
    purposes: string[];
    categories: string[];
    given_at: number;
    expires_at: number | null;
    withdrawn_at: number | null;
    withdrawn_purposes: Record<string, number>;
    language: Language;
    text_sha256: string;
    entry_id: Id;
    incomplete: string[];
    recipient_id: Id | null;
    recipient_country: string | null;
    abroad: boolean | null;
    representation_id: Id | null;
  };
  entry_pending: OfSubject & { entry_id: Id; arrived: Generated<number>; leaf: Uint8Array };
  entry_link: OfSubject & { entry_id: Id };
  log_leaf: OfService & { leaf_index: number; entry_id: Id; leaf: Uint8Array };
  log_tile: OfService & { level: number; tile_index: number; hashes: Uint8Array };
  log_checkpoint: OfService & { size: number; note: string; at: number };
  message: OfSubject & {
    message_id: Id;
    channel: MessageRecord['channel'];
    template: string;
    sealed: Uint8Array;
    created_at: number;
    expires_at: number | null;
    state: MessageRecord['state'];
    attempts: number;
    due_at: number;
    carrier_id: string | null;
    reason: string | null;
  };
  session: OfSubject & {
    digest: Uint8Array;
    session_id: Id;
    role: string;
    created_at: number;
    seen_at: number;
    proved_at: number;
    expires_at: number;
    sealed: Uint8Array | null;
  };
  ticket: OfService & {
    purpose: TicketRecord['purpose'];
    ticket_id: Id;
    digest: Uint8Array;
    subject_id: Id | null;
    attempts: number;
    created_at: number;
    expires_at: number;
  };
  staff: OfSubject & { role: string };
  staff_member: OfSubject & { state: StaffMemberRecord['state']; since: number; came_at: number | null };
  second_factor: OfSubject & {
    factor_id: Id;
    kind: SecondFactorRecord['kind'];
    sealed: Uint8Array;
    mark: number;
    created_at: number;
    used_at: number | null;
  };
  recovery_code: OfSubject & { digest: Uint8Array };
  broken_seal: OfSubject & { place: string; noticed_at: number; entry_id: Id };
  obligation: OfSubject & {
    obligation_id: Id;
    kind: ObligationRecord['kind'];
    categories: string[];
    recorded_at: number;
    met_at: number | null;
    sealed: Uint8Array;
  };
  file: OfSubject & {
    file_id: Id;
    use: string;
    category: string;
    state: FileRecord['state'];
    matter_id: Id | null;
    reserved: number;
    parts: number;
    digest: Uint8Array | null;
    sealed: Uint8Array | null;
    begun_at: number;
    kept_at: number | null;
    entry_id: Id | null;
    until_on: CivilDate | null;
    checked_at: number | null;
  };
  file_part: OfSubject & { file_id: Id; part: number; bytes: Uint8Array };
  request_reminder: OfService & { day: CivilDate };
  request: OfSubject & {
    request_id: Id;
    kind: string;
    state: RequestRecord['state'];
    channel: RequestRecord['channel'];
    identity: RequestRecord['identity'];
    received_at: number;
    entered_at: number;
    due_on: CivilDate;
    pauses: RequestRecord['pauses'];
    waits_until: CivilDate | null;
    closed_at: number | null;
    ground: NonNullable<RequestRecord['ground']> | null;
    on_behalf: NonNullable<RequestRecord['onBehalf']> | null;
    about_id: Id | null;
    entered_by: Id | null;
    sealed: Uint8Array | null;
  };
  mandate: OfService & {
    mandate_id: Id;
    verbs: Verb[];
    purposes: string[];
    categories: string[];
    recipients: Id[];
    matter: Id | null;
    until_on: CivilDate;
    proposed_by: Id;
    proposed_at: number;
    signed_by: Id | null;
    signed_at: number | null;
    ended_at: number | null;
  };
  recipient: OfService & {
    recipient_id: Id;
    version: number;
    kind: string;
    name: string;
    country: string;
    contract: string;
    contract_on: CivilDate;
    undertaking_on: CivilDate | null;
    categories: string[];
    purposes: string[];
    expires_on: CivilDate;
    ended: boolean;
    entry_id: Id;
    changed_at: number;
    changed_by: Id;
  };
  disclosure: OfSubject & {
    disclosure_id: Id;
    recipient_id: Id | null;
    recipient_version: number | null;
    authority_id: Id | null;
    kind: string;
    country: string;
    purpose: string;
    categories: string[];
    consent_id: Id | null;
    abroad_consent_id: Id | null;
    made_at: number;
    entry_id: Id;
    package_sha256: string | null;
    notice_due_on: CivilDate;
    notified_at: number | null;
    barred_until: CivilDate | null;
    stopped_at: number | null;
  };
  recipient_order: OfService & {
    order_id: Id;
    recipient_id: Id;
    kind: OrderRecord['kind'];
    packages: Id[];
    categories: string[];
    made_at: number;
    due_on: CivilDate;
    sent_at: number | null;
    confirmed_at: number | null;
    entry_id: Id;
  };
  authority_request: OfSubject & {
    authority_id: Id;
    asker: AuthorityRecord['asker'];
    state: AuthorityRecord['state'];
    received_on: CivilDate;
    entered_at: number;
    categories: string[];
    missing: AuthorityRecord['missing'][number][];
    secrecy_norm: boolean;
    handled_by: Id[];
    proposed: string[];
    barred_until: CivilDate | null;
    closed_at: number | null;
    disclosure_id: Id | null;
    sealed: Uint8Array;
  };
  destruction_act: OfService & {
    act_id: Id;
    decided_at: number;
    swept_at: number | null;
    recoverable_until: number | null;
    epoch: number | null;
    counts: ActRecord['counts'];
    entry_id: Id;
  };
  sweep_job: OfSubject & { act_id: Id };
  api_key: OfService & {
    key_id: Id;
    name: string;
    digest: Uint8Array;
    purposes: string[];
    categories: string[];
    created_at: number;
    expires_at: number;
    revoked_at: number | null;
    used_on: CivilDate | null;
  };
  attempt: OfService & {
    scope: string;
    digest: Uint8Array;
    tries: number;
    last_at: number;
    expires_at: number;
  };
  category_term: OfService & {
    category: string;
    months: number | null;
    days: number | null;
    reason: string;
    note: string;
    set_by: Id;
    set_at: number;
    entry_id: Id;
  };
  hold: OfSubject & {
    hold_id: Id;
    categories: string[] | null;
    kind: string;
    sealed: Uint8Array;
    since: number;
    entry_id: Id;
    lifted_at: number | null;
  };
  destruction_run: OfService & {
    run_on: CivilDate;
    cursor_id: Id | null;
    act_id: Id | null;
    started_at: number;
    finished_at: number | null;
    counts: ActRecord['counts'];
  };
  deletion: OfSubject & { act_id: Id; asked_at: number; due_at: number; entry_id: Id };
  destroyed_value: OfSubject & {
    category: string;
    at: number;
    cause: string;
    clause: string | null;
    last_on: CivilDate | null;
    entry_id: Id;
  };
  refusal_count: OfService & { rule: string; minute: number; n: number };
}

/** The database, or a transaction of it. */
export type Database = Kysely<Schema> | Transaction<Schema>;
