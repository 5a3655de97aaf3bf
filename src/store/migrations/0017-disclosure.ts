/**
 * To whom data go: cards of recipients, version by version; what was handed on to them; what they were told
 * to stop or destroy; letters by which bodies ask for data. A consent may name a recipient and a country.
 *
 * Whoever is destroyed takes what was handed on along; an order names packages by numbers that then say
 * nothing.
 */
export const disclosure = `
alter table consent
  add column recipient_id uuid,
  add column recipient_country text,
  add column abroad boolean;

create table recipient (
  service_id uuid not null,
  recipient_id uuid not null,
  version integer not null,
  kind text not null,
  name text not null,
  country text not null,
  contract text not null,
  contract_on date not null,
  undertaking_on date,
  categories text[] not null,
  purposes text[] not null,
  expires_on date not null,
  ended boolean not null,
  entry_id uuid not null,
  changed_at bigint not null,
  changed_by uuid not null,
  primary key (service_id, recipient_id, version)
);

create table disclosure (
  service_id uuid not null,
  subject_id uuid not null,
  disclosure_id uuid not null,
  recipient_id uuid,
  recipient_version integer,
  authority_id uuid,
  kind text not null,
  country text not null,
  purpose text not null,
  categories text[] not null,
  consent_id uuid,
  abroad_consent_id uuid,
  made_at bigint not null,
  entry_id uuid not null,
  package_sha256 text,
  notice_due_on date not null,
  notified_at bigint,
  barred_until date,
  stopped_at bigint,
  primary key (service_id, subject_id, disclosure_id)
);
create index disclosure_newest on disclosure (service_id, disclosure_id);
create index disclosure_unsaid on disclosure (service_id, notice_due_on) where notified_at is null;

create table recipient_order (
  service_id uuid not null,
  order_id uuid not null,
  recipient_id uuid not null,
  kind text not null,
  packages uuid[] not null,
  categories text[] not null,
  made_at bigint not null,
  due_on date not null,
  sent_at bigint,
  confirmed_at bigint,
  entry_id uuid not null,
  primary key (service_id, order_id)
);
create index recipient_order_open on recipient_order (service_id, due_on) where confirmed_at is null;

create table authority_request (
  service_id uuid not null,
  subject_id uuid not null,
  authority_id uuid not null,
  asker text not null,
  state text not null,
  received_on date not null,
  entered_at bigint not null,
  categories text[] not null,
  missing text[] not null,
  secrecy_norm boolean not null,
  handled_by uuid[] not null,
  proposed text[] not null,
  barred_until date,
  closed_at bigint,
  disclosure_id uuid,
  sealed bytea not null,
  primary key (service_id, subject_id, authority_id)
);
alter table authority_request alter column sealed set statistics 0;
create index authority_request_newest on authority_request (service_id, authority_id);
`;
