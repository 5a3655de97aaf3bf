/** Who took a request in, and the way from a person to the requests that are about them. */
export const claims = `
alter table request add column entered_by uuid;
create index request_about on request (service_id, about_id) where about_id is not null;
`;
