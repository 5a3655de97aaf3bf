/**
 * Mailings: what was written, for which purpose and way, and where they are; of each person what became of
 * it. Refusals of mailings, by purpose and way. Numbers of strangers who want none: keyed digests alone,
 * with an end of their own.
 */
export const campaign = `
create table campaign (
  service_id uuid not null,
  campaign_id uuid not null,
  class text not null,
  purpose text not null,
  channel text not null,
  texts jsonb not null,
  state text not null,
  created_by uuid not null,
  created_at bigint not null,
  ended_at bigint,
  after_id uuid,
  unasked integer not null default 0,
  primary key (service_id, campaign_id)
);
create index campaign_running on campaign (created_at) where state = 'running';

create table campaign_recipient (
  service_id uuid not null,
  subject_id uuid not null,
  campaign_id uuid not null,
  outcome text not null,
  message_id uuid,
  primary key (service_id, subject_id, campaign_id)
);
create index campaign_recipient_campaign on campaign_recipient (service_id, campaign_id);

create table opt_out (
  service_id uuid not null,
  subject_id uuid not null,
  purpose text not null,
  category text not null,
  since bigint not null,
  via text not null,
  primary key (service_id, subject_id, purpose, category)
);

create table suppression (
  service_id uuid not null,
  digest bytea not null,
  since bigint not null,
  expires_at bigint not null,
  primary key (service_id, digest)
);
alter table suppression alter column digest set statistics 0;
`;
