/** Decisions of authorised representatives behind acts on data. No personal data: labels and ids. */
export const mandate = `
create table mandate (
  service_id uuid not null,
  mandate_id uuid not null,
  verbs text[] not null,
  purposes text[] not null,
  categories text[] not null,
  recipients uuid[] not null,
  matter uuid,
  until_on date not null,
  proposed_by uuid not null,
  proposed_at bigint not null,
  signed_by uuid,
  signed_at bigint,
  ended_at bigint,
  primary key (service_id, mandate_id)
);
create index mandate_in_force on mandate (service_id, until_on)
  where signed_at is not null and ended_at is null;
`;
