/** Tests of measures of protection, and cards of the places where data lie. Of nobody. */
export const registers = `
create table control_test (
  service_id uuid not null,
  test_id uuid not null,
  control text not null,
  tested_on date not null,
  passed boolean not null,
  by_id uuid not null,
  entered_at bigint not null,
  primary key (service_id, test_id)
);

create table storage_node (
  service_id uuid not null,
  node_id uuid not null,
  kind text not null,
  owner text not null,
  address text not null,
  country text not null,
  certificate text not null,
  certificate_until date,
  closed boolean not null,
  changed_at bigint not null,
  changed_by uuid not null,
  primary key (service_id, node_id)
);
`;
