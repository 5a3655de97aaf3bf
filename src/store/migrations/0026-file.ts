/**
 * Files of people: what a file is, sealed with its key, and its ciphertext in parts of 512 KiB. A file that
 * arrives has no key in any row until all of it is there.
 */
export const file = `
create table file (
  service_id uuid not null,
  subject_id uuid not null,
  file_id uuid not null,
  use text not null,
  category text not null,
  state text not null,
  matter_id uuid,
  reserved bigint not null,
  parts integer not null,
  digest bytea,
  sealed bytea,
  begun_at bigint not null,
  kept_at bigint,
  entry_id uuid,
  until_on date,
  checked_at bigint,
  primary key (service_id, subject_id, file_id)
);
create index file_arriving on file (begun_at) where state = 'arriving';
create index file_due on file (service_id, until_on) where until_on is not null;
create index file_unchecked on file (checked_at) where state = 'kept';
create index file_of_matter on file (service_id, matter_id) where matter_id is not null;
alter table file alter column sealed set statistics 0;
alter table file alter column digest set statistics 0;

create table file_part (
  service_id uuid not null,
  subject_id uuid not null,
  file_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (service_id, subject_id, file_id, part)
);
alter table file_part alter column bytes set statistics 0;
alter table file_part alter column bytes set storage external;
`;
