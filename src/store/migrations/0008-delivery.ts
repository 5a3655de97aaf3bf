/**
 * What became of each message. Those that were there before stay with the officer: nobody knows which of them
 * were handed on, and none must go out again.
 */
export const delivery = `
alter table message
  add column state text not null default 'by-hand',
  add column attempts smallint not null default 0,
  add column due_at bigint not null default 0,
  add column carrier_id text,
  add column reason text;
create index message_due on message (due_at) where state = 'waiting';
create index message_reported on message (due_at) where state = 'sent' and carrier_id is not null;
create index message_taken on message (service_id) where state = 'taken';
`;
