/**
 * Terms that the officer sets, holds, what a run of destruction has come to, deletions that may still be
 * taken back, and what was destroyed of whom, when and why.
 *
 * Segments are rewritten without what was destroyed: their dead rows are vacuumed as soon as those of keys.
 */
export const retention = `
create table category_term (
  service_id uuid not null,
  category text not null,
  months integer,
  days integer,
  reason text not null,
  note text not null,
  set_by uuid not null,
  set_at bigint not null,
  entry_id uuid not null,
  primary key (service_id, category)
);

create table hold (
  service_id uuid not null,
  subject_id uuid not null,
  hold_id uuid not null,
  categories text[],
  kind text not null,
  sealed bytea not null,
  since bigint not null,
  entry_id uuid not null,
  lifted_at bigint,
  primary key (service_id, subject_id, hold_id)
);
create index hold_in_force on hold (service_id, hold_id) where lifted_at is null;
alter table hold alter column sealed set statistics 0;

create table destruction_run (
  service_id uuid not null,
  run_on date not null,
  cursor_id uuid,
  act_id uuid,
  started_at bigint not null,
  finished_at bigint,
  counts jsonb not null,
  primary key (service_id, run_on)
);

create table deletion (
  service_id uuid not null,
  subject_id uuid not null,
  act_id uuid not null,
  asked_at bigint not null,
  due_at bigint not null,
  entry_id uuid not null,
  primary key (service_id, subject_id)
);
create index deletion_due on deletion (due_at);

create table destroyed_value (
  service_id uuid not null,
  subject_id uuid not null,
  category text not null,
  at bigint not null,
  cause text not null,
  clause text,
  last_on date,
  entry_id uuid not null,
  primary key (service_id, subject_id, category)
);

alter table segment set (
  autovacuum_vacuum_threshold = 50,
  autovacuum_vacuum_scale_factor = 0,
  toast.autovacuum_vacuum_threshold = 50,
  toast.autovacuum_vacuum_scale_factor = 0
);
`;
