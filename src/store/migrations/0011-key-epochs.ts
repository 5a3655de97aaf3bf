/**
 * Key epochs: when each began, when it was closed (nothing is wrapped under it any more) and when its key was
 * destroyed. Acts know the epoch their keys were wrapped under, registrations that wait the one they are
 * sealed under; those that wait while this step is taken have to be begun anew.
 */
export const keyEpochs = `
create table key_epoch (
  service_id uuid not null,
  epoch integer not null,
  began_at bigint not null,
  closed_at bigint,
  ended_at bigint,
  primary key (service_id, epoch)
);
insert into key_epoch (service_id, epoch, began_at) select service_id, 1, created_at from service;

delete from message m using draft d where m.service_id = d.service_id and m.subject_id = d.draft_id;
delete from draft;
alter table draft add column epoch integer;

alter table destruction_act add column epoch integer;
update destruction_act set epoch = 1;
`;
