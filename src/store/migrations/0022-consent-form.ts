/** Forms in which a consent may be given, and codes that may be answered from the telephone they went to. */
export const consentForm = `
alter table draft add column reply_digest bytea;
alter table draft alter column reply_digest set statistics 0;
create index draft_reply on draft (service_id, reply_digest) where reply_digest is not null;
create table consent_setting (
  service_id uuid primary key,
  forms text[] not null,
  set_at bigint not null
);
`;
