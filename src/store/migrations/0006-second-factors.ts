/**
 * What staff sign in with beside their password, and their recovery codes.
 *
 * Secrets lie sealed; `mark` says up to where a factor is used up, so that no password of an app is taken
 * twice. Of a recovery code a keyed digest is kept while it is good.
 */
export const secondFactors = `
create table second_factor (
  service_id uuid not null,
  subject_id uuid not null,
  factor_id uuid not null,
  kind text not null,
  sealed bytea not null,
  mark bigint not null,
  created_at bigint not null,
  used_at bigint,
  primary key (service_id, subject_id, factor_id)
);
alter table second_factor alter column sealed set statistics 0;

create table recovery_code (
  service_id uuid not null,
  subject_id uuid not null,
  digest bytea not null,
  primary key (service_id, subject_id, digest)
);
alter table recovery_code alter column digest set statistics 0;
`;
