/** Who may act for whom, as checked; and by whom a consent was given. */
export const representation = `
create table representation (
  service_id uuid not null,
  subject_id uuid not null,
  representation_id uuid not null,
  representative_id uuid not null,
  state text not null,
  request_id uuid,
  asked_at bigint not null,
  expires_at bigint,
  began_at bigint,
  ended_at bigint,
  told_at bigint,
  waiting bytea,
  birth bytea,
  claim bytea not null,
  primary key (service_id, subject_id, representation_id)
);
create index representation_by on representation (service_id, representative_id);
create index representation_waiting on representation (expires_at) where expires_at is not null;
create index representation_known on representation (service_id, representation_id);
alter table representation alter column waiting set statistics 0;
alter table representation alter column waiting set storage external;
alter table representation alter column birth set statistics 0;
alter table representation alter column birth set storage external;
alter table representation alter column claim set statistics 0;
alter table representation alter column claim set storage external;

alter table consent add column representation_id uuid;
`;
