/** On which days the officers of a service were reminded of requests. */
export const reminder = `
create table request_reminder (
  service_id uuid not null,
  day date not null,
  primary key (service_id, day)
);
`;
