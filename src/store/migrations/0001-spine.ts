/**
 * The tables of the spine.
 *
 * Rules, checked by `schema.test.ts`: a table owned by subjects has `(service_id, subject_id)` first in its
 * primary key; no foreign keys; no serial ids. The others (services, policies, log, sessions, tickets, staff,
 * blind index, …) are lookup or local tables. Instants are milliseconds since the epoch in `bigint`.
 *
 * `set statistics 0`: ANALYZE copies sample values of a column into `pg_statistic`, where a destroyed key or
 * digest would stay behind. INVARIANT: no column with wrapped keys, ciphertext or digests has statistics.
 */
export const spine = `
create table service (
  service_id uuid primary key,
  key text not null unique,
  kind text not null,
  created_at bigint not null
);

create table policy_version (
  service_id uuid not null,
  version integer not null,
  hash text not null,
  status text not null,
  policy jsonb not null,
  text text,
  created_at bigint not null,
  live_at bigint,
  primary key (service_id, version)
);
create index policy_version_hash on policy_version (service_id, hash);

create table clause_approval (
  service_id uuid not null,
  version integer not null,
  clause text not null,
  approved_by uuid not null,
  approved_at bigint not null,
  primary key (service_id, version, clause)
);

create table subject (
  service_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  version integer not null,
  policy_hash text not null,
  language text not null,
  created_at bigint not null,
  adult boolean,
  primary key (service_id, subject_id)
);
create index subject_kind on subject (service_id, kind, subject_id);

create table subject_key (
  service_id uuid not null,
  subject_id uuid not null,
  epoch integer not null,
  bytes bytea not null,
  primary key (service_id, subject_id)
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
alter table subject_key alter column bytes set statistics 0;
alter table subject_key alter column bytes set storage plain;

create table segment (
  service_id uuid not null,
  subject_id uuid not null,
  access text not null,
  retention text not null,
  version integer not null,
  bytes bytea not null,
  primary key (service_id, subject_id, access, retention)
);
alter table segment alter column bytes set statistics 0;
alter table segment alter column bytes set storage external;

create table blind_index (
  service_id uuid not null,
  field text not null,
  digest bytea not null,
  subject_id uuid not null,
  primary key (service_id, field, digest, subject_id)
);
create index blind_index_subject on blind_index (service_id, subject_id, field);
alter table blind_index alter column digest set statistics 0;

create table draft (
  service_id uuid not null,
  draft_id uuid not null,
  sealed bytea not null,
  code_digest bytea not null,
  attempts integer not null,
  created_at bigint not null,
  expires_at bigint not null,
  primary key (service_id, draft_id)
);
create index draft_expiry on draft (expires_at);
alter table draft alter column sealed set statistics 0;
alter table draft alter column code_digest set statistics 0;

create table consent (
  service_id uuid not null,
  subject_id uuid not null,
  consent_id uuid not null,
  policy_hash text not null,
  form text not null,
  purposes text[] not null,
  categories text[] not null,
  given_at bigint not null,
  expires_at bigint,
  withdrawn_at bigint,
  withdrawn_purposes jsonb not null,
  language text not null,
  text_sha256 text not null,
  entry_id uuid not null,
  incomplete text[] not null,
  primary key (service_id, subject_id, consent_id)
);
create index consent_withdrawn on consent (service_id, subject_id)
  where withdrawn_at is not null or withdrawn_purposes <> '{}';

create table entry_pending (
  service_id uuid not null,
  subject_id uuid not null,
  entry_id uuid not null,
  arrived bigint not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint,
  leaf bytea not null,
  primary key (service_id, subject_id, entry_id)
);
create index entry_pending_arrived on entry_pending (service_id, arrived, entry_id);
create index entry_pending_entry on entry_pending (service_id, entry_id);
alter table entry_pending alter column leaf set statistics 0;

create table entry_link (
  service_id uuid not null,
  subject_id uuid not null,
  entry_id uuid not null,
  primary key (service_id, subject_id, entry_id)
);
alter table entry_link alter column entry_id set statistics 0;

create table log_leaf (
  service_id uuid not null,
  leaf_index bigint not null,
  entry_id uuid not null,
  leaf bytea not null,
  primary key (service_id, leaf_index),
  unique (service_id, entry_id)
);

create table log_tile (
  service_id uuid not null,
  level integer not null,
  tile_index bigint not null,
  hashes bytea not null,
  primary key (service_id, level, tile_index)
);
alter table log_tile alter column hashes set storage external;

create table log_checkpoint (
  service_id uuid not null,
  size bigint not null,
  note text not null,
  at bigint not null,
  primary key (service_id, size)
);

create table message (
  service_id uuid not null,
  subject_id uuid not null,
  message_id uuid not null,
  channel text not null,
  template text not null,
  sealed bytea not null,
  created_at bigint not null,
  expires_at bigint,
  primary key (service_id, subject_id, message_id)
);
create index message_id on message (service_id, message_id);
create index message_expiry on message (expires_at) where expires_at is not null;
alter table message alter column sealed set statistics 0;
alter table message alter column sealed set storage external;

create table session (
  digest bytea primary key,
  service_id uuid not null,
  subject_id uuid not null,
  role text not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null
);
create index session_subject on session (service_id, subject_id);
create index session_expiry on session (expires_at);
alter table session alter column digest set statistics 0;

create table ticket (
  service_id uuid not null,
  purpose text not null,
  ticket_id uuid not null,
  digest bytea not null,
  subject_id uuid,
  attempts integer not null,
  created_at bigint not null,
  expires_at bigint not null,
  primary key (service_id, purpose, ticket_id)
);
create index ticket_subject on ticket (service_id, subject_id);
create index ticket_expiry on ticket (expires_at);
alter table ticket alter column digest set statistics 0;

create table staff (
  subject_id uuid not null,
  service_id uuid not null,
  role text not null,
  primary key (subject_id, service_id, role)
);

create table request (
  service_id uuid not null,
  subject_id uuid not null,
  request_id uuid not null,
  kind text not null,
  state text not null,
  received_at bigint not null,
  due_on date not null,
  closed_at bigint,
  sealed bytea,
  primary key (service_id, subject_id, request_id)
);
create index request_id on request (service_id, request_id);
create index request_due on request (service_id, due_on) where state = 'open';
alter table request alter column sealed set statistics 0;
alter table request alter column sealed set storage external;

create table destruction_act (
  service_id uuid not null,
  act_id uuid not null,
  decided_at bigint not null,
  swept_at bigint,
  recoverable_until bigint,
  counts jsonb not null,
  entry_id uuid not null,
  primary key (service_id, act_id)
);

create table sweep_job (
  service_id uuid not null,
  subject_id uuid not null,
  act_id uuid not null,
  primary key (service_id, subject_id, act_id)
);

create table api_key (
  key_id uuid primary key,
  service_id uuid not null,
  name text not null,
  digest bytea not null,
  purposes text[] not null,
  categories text[] not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index api_key_service on api_key (service_id, key_id);
alter table api_key alter column digest set statistics 0;

create table refusal_count (
  service_id uuid not null,
  rule text not null,
  minute bigint not null,
  n bigint not null,
  primary key (service_id, minute, rule)
);
`;
