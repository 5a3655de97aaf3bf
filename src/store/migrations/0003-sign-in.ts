/**
 * How people sign in, and keys of programs.
 *
 * A session gets an id to be listed and ended by, the instant its holder last proved who they are, and,
 * sealed under their keys, from what it was opened. Sessions from before were never proved anew: 0. An API
 * key notes the day it was last used, no more.
 */
export const signIn = `
alter table session add column session_id uuid not null default gen_random_uuid();
alter table session alter column session_id drop default;
alter table session add column proved_at bigint not null default 0;
alter table session alter column proved_at drop default;
alter table session add column sealed bytea;
alter table session alter column sealed set statistics 0;

alter table api_key add column used_on date;
`;
