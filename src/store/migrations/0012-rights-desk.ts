/**
 * The rights desk: how a request came in and when it was entered, how it is known who asks, pauses of its
 * clock, the ground of a refusal. Lists go by the due day or by the day of receipt.
 */
export const rightsDesk = `
alter table request
  add column channel text not null default 'cabinet',
  add column identity text not null default 'signed-in',
  add column entered_at bigint,
  add column pauses jsonb not null default '[]',
  add column waits_until date,
  add column ground text;
update request set entered_at = received_at;
alter table request alter column entered_at set not null;
drop index request_due;
create index request_due on request (service_id, state, due_on, request_id) where closed_at is null;
create index request_received on request (service_id, received_at, request_id);
create index request_waits on request (waits_until) where state = 'waiting';
`;
