/** People named by others: who named whom, with which data, for what. */
export const mention = `
create table mention (
  service_id uuid not null,
  subject_id uuid not null,
  mention_id uuid not null,
  mentioned_id uuid not null,
  categories text[] not null,
  purpose text not null,
  way text not null,
  given_at bigint not null,
  digest bytea not null,
  ended_at bigint,
  refused boolean not null,
  sealed bytea,
  primary key (service_id, subject_id, mention_id)
);
create index mention_of on mention (service_id, mentioned_id);
alter table mention alter column digest set statistics 0;
alter table mention alter column sealed set statistics 0;
alter table mention alter column sealed set storage external;
`;
