/**
 * Consents signed on paper: each application with the offer and the version it was printed from, what became
 * of it, and, sealed, whatever in it is somebody's.
 */
export const paper = `
create table paper (
  service_id uuid not null,
  subject_id uuid not null,
  paper_id uuid not null,
  offer text not null,
  state text not null,
  policy_hash text not null,
  language text not null,
  purposes text[] not null,
  categories text[] not null,
  made_at bigint not null,
  ends_on date,
  way text,
  sent_at bigint,
  due_on date,
  decided_at bigint,
  consents uuid[] not null,
  sealed bytea not null,
  primary key (service_id, subject_id, paper_id)
);
create index paper_of_service on paper (service_id, paper_id);
create index paper_due on paper (service_id, due_on) where state = 'waiting';
create index paper_over on paper (service_id, ends_on) where ends_on is not null;
alter table paper alter column sealed set statistics 0;
`;
