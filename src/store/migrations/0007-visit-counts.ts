/**
 * How often each page was opened on a day, without anything of a visitor: what figures are made of once the
 * visits themselves are sealed.
 */
export const visitCounts = `
create table visit_count (
  service_id uuid not null,
  day date not null,
  page text not null,
  n bigint not null,
  primary key (service_id, day, page)
);
`;
