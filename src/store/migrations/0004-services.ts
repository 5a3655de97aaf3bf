/**
 * Several services side by side: from which draft a version was completed, how each service looks, and what
 * is recorded of visits.
 *
 * A day of visits has a key of its own, without which nothing of that day opens; what is recorded of a
 * signed-in person is sealed under their own key as well. Rows of guests have no subject (`nilId`).
 */
export const services = `
alter table policy_version add column completes integer;

create table service_look (
  service_id uuid primary key,
  name text,
  mark text not null,
  accent text not null,
  with_key boolean not null
);

create table visit_term (
  service_id uuid primary key,
  days integer not null,
  set_at bigint not null
);

create table visit_day (
  service_id uuid not null,
  day date not null,
  epoch integer not null,
  bytes bytea not null,
  ends_on date not null,
  primary key (service_id, day)
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
create index visit_day_end on visit_day (ends_on);
alter table visit_day alter column bytes set statistics 0;
alter table visit_day alter column bytes set storage plain;

create table visit (
  service_id uuid not null,
  subject_id uuid not null,
  day date not null,
  visit_id uuid not null,
  n integer not null,
  entry_id uuid not null,
  sealed bytea not null,
  primary key (service_id, subject_id, day, visit_id)
);
create index visit_of_day on visit (service_id, day);
alter table visit alter column sealed set statistics 0;
alter table visit alter column sealed set storage external;
`;
