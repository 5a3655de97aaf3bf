/**
 * Who is staff: invited, at work, or no longer; since when, and when they first came.
 *
 * Roles stay in `staff`, each at one service or, under the id of the house, at all of them. Whoever was an
 * officer of the house before there were administrators also did their work, and keeps it.
 */
export const staff = `
create table staff_member (
  service_id uuid not null,
  subject_id uuid not null,
  state text not null,
  since bigint not null,
  came_at bigint,
  primary key (service_id, subject_id)
);

insert into staff_member (service_id, subject_id, state, since, came_at)
  select p.service_id, p.subject_id, 'active', p.created_at, p.created_at
  from subject p join service h on h.service_id = p.service_id
  where h.kind = 'house' and p.kind = 'staff';

insert into staff (subject_id, service_id, role)
  select r.subject_id, r.service_id, 'admin'
  from staff r join service h on h.service_id = r.service_id
  where h.kind = 'house' and r.role = 'officer'
  on conflict do nothing;
`;
