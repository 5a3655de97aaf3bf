/** Contracts with people, and comparisons of what they say of themselves. No value: categories and ids. */
export const contract = `
create table contract (
  service_id uuid not null,
  subject_id uuid not null,
  contract_id uuid not null,
  concluded_at bigint not null,
  concluded_by uuid not null,
  confirmed jsonb not null,
  entry_id uuid not null,
  ended_at bigint,
  ended_by uuid,
  primary key (service_id, subject_id, contract_id)
);
create index contract_newest on contract (service_id, contract_id);

create table identity_check (
  service_id uuid not null,
  subject_id uuid not null,
  check_id uuid not null,
  disclosure_id uuid not null,
  law text not null,
  categories text[] not null,
  asked_at bigint not null,
  asked_by uuid not null,
  matched boolean,
  answered_at bigint,
  answered_by uuid,
  primary key (service_id, subject_id, check_id)
);
`;
