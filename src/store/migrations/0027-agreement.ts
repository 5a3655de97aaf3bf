/** Documents that people accept, by version, and who was told of which and accepted it. */
export const agreement = `
create table agreement (
  service_id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  texts jsonb not null,
  sha256 text not null,
  effective_on date not null,
  number integer,
  proposed_by uuid not null,
  proposed_at bigint not null,
  approved_by uuid,
  approved_at bigint,
  ended_at bigint,
  told_at bigint,
  primary key (service_id, agreement_id)
);
create unique index agreement_number on agreement (service_id, kind, number);

create table acceptance (
  service_id uuid not null,
  subject_id uuid not null,
  agreement_id uuid not null,
  told_at bigint,
  accepted_at bigint,
  language text,
  channel text,
  entry_id uuid,
  primary key (service_id, subject_id, agreement_id)
);
create index acceptance_of_agreement on acceptance (service_id, agreement_id) where accepted_at is not null;
`;
