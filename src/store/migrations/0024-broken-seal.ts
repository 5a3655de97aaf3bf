/** What of a person did not open at its place: keys or a segment that were swapped, edited or cut short. */
export const brokenSeal = `
create table broken_seal (
  service_id uuid not null,
  subject_id uuid not null,
  place text not null,
  noticed_at bigint not null,
  entry_id uuid not null,
  primary key (service_id, subject_id, place)
);
`;
