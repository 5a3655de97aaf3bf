/** Obligations of people: what a withdrawal waits for, and the data it needs. */
export const obligation = `
create table obligation (
  service_id uuid not null,
  subject_id uuid not null,
  obligation_id uuid not null,
  kind text not null,
  categories text[] not null,
  recorded_at bigint not null,
  met_at bigint,
  sealed bytea not null,
  primary key (service_id, subject_id, obligation_id)
);
alter table obligation alter column sealed set statistics 0;
alter table obligation alter column sealed set storage external;
`;
