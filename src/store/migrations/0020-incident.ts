/**
 * Incidents with their timeline and the people they touch; what staff read lately, by whom a stop is made
 * that outlives a restart.
 *
 * Nothing personal stands readable: what an incident says is sealed under a key of the service, people are
 * ids, and whoever is destroyed takes their rows along.
 */
export const incident = `
create table incident (
  service_id uuid not null,
  incident_id uuid not null,
  state text not null,
  source text not null,
  kinds text[] not null,
  detected_at bigint not null,
  registered_at bigint not null,
  due_on date not null,
  scope jsonb not null,
  handled_by uuid[] not null,
  counted_at bigint,
  unnamed integer,
  notice_at bigint,
  notice_by text,
  telling text not null,
  closed_at bigint,
  sealed bytea not null,
  primary key (service_id, incident_id)
);
alter table incident alter column sealed set statistics 0;
create index incident_open on incident (service_id, due_on) where closed_at is null;
create index incident_telling on incident (service_id) where telling = 'running';

create table incident_step (
  service_id uuid not null,
  incident_id uuid not null,
  step_id uuid not null,
  at bigint not null,
  rule text not null,
  by_id uuid,
  n integer,
  primary key (service_id, incident_id, step_id)
);

create table incident_subject (
  service_id uuid not null,
  subject_id uuid not null,
  incident_id uuid not null,
  acts integer not null,
  first_at bigint,
  last_at bigint,
  outcome text,
  message_id uuid,
  told_at bigint,
  primary key (service_id, subject_id, incident_id)
);
create index incident_subject_of on incident_subject (service_id, incident_id, subject_id);

create table incident_reminder (
  service_id uuid not null,
  topic text not null,
  day date not null,
  primary key (service_id, topic, day)
);

create table recent_read (
  service_id uuid not null,
  subject_id uuid not null,
  staff_id uuid not null,
  at bigint not null,
  primary key (service_id, subject_id, staff_id)
);
create index recent_read_by on recent_read (service_id, staff_id, at);
create index recent_read_at on recent_read (at);

create table staff_stop (
  service_id uuid not null,
  subject_id uuid not null,
  stop_id uuid not null,
  incident_id uuid not null,
  place_id uuid not null,
  since bigint not null,
  lifted_at bigint,
  lifted_by uuid,
  primary key (service_id, subject_id, stop_id)
);
create unique index staff_stop_one on staff_stop (service_id, subject_id) where lifted_at is null;
`;
