/** Requests that somebody makes for a child, and the person whose data they are about. */
export const onBehalf = `
alter table request
  add column on_behalf text,
  add column about_id uuid;
`;
