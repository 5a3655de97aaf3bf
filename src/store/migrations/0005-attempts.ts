/**
 * Tries at secrets, counted where a restart does not forget them.
 *
 * `digest` is keyed, like a blind index: which account and which address tried stands nowhere. A row tells
 * how often and when last; it is swept once that is of no more use.
 */
export const attempts = `
create table attempt (
  service_id uuid not null,
  scope text not null,
  digest bytea not null,
  tries integer not null,
  last_at bigint not null,
  expires_at bigint not null,
  primary key (service_id, scope, digest)
);
create index attempt_expiry on attempt (expires_at);
alter table attempt alter column digest set statistics 0;
`;
