/**
 * Blocks of a person's data: since when, in which matter, and when it was lifted. Whoever is destroyed takes
 * theirs along.
 */
export const block = `
create table block (
  service_id uuid not null,
  subject_id uuid not null,
  block_id uuid not null,
  request_id uuid not null,
  since bigint not null,
  entry_id uuid not null,
  lifted_at bigint,
  primary key (service_id, subject_id, block_id)
);
create unique index block_in_force on block (service_id, subject_id) where lifted_at is null;
`;
