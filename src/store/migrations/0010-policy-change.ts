/**
 * Changes of a policy that were announced: why, and from when on they hold. Beside it what became of each
 * person: when they were told, by which message, whether they have seen it and what they answered. Whoever is
 * destroyed takes theirs along.
 */
export const policyChange = `
create table policy_change (
  service_id uuid not null,
  version integer not null,
  reason text not null,
  note text,
  published_at bigint not null,
  effective_at bigint not null,
  told_at bigint,
  primary key (service_id, version)
);

create table policy_choice (
  service_id uuid not null,
  subject_id uuid not null,
  version integer not null,
  from_hash text not null,
  asks boolean not null,
  told_at bigint not null,
  message_id uuid,
  tries smallint not null,
  seen_at bigint,
  answer text,
  answered_at bigint,
  primary key (service_id, subject_id, version)
);
create index policy_choice_version on policy_choice (service_id, version, subject_id);
`;
