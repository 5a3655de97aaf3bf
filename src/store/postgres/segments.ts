import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { SegmentRecord, Tx } from '../store.ts';
import { written } from './pipeline.ts';
import { affected } from './rows.ts';
import type { Database } from './schema.ts';

const put = `
  insert into segment (service_id, subject_id, access, retention, version, bytes)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (service_id, subject_id, access, retention)
  do update set version = excluded.version, bytes = excluded.bytes`;

/** @see Tx.segments */
export function segments(db: Database): Tx['segments'] {
  const remove = (service: Id, subject: Id) =>
    db.deleteFrom('segment').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    put: (service, subject, { access, retention, version, bytes }) =>
      written(db, put, [service, subject, access, retention, version, bytes]),
    list: (service, subject) =>
      db
        .selectFrom('segment')
        .select(['access', 'retention', 'version', 'bytes'])
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .orderBy('access')
        .orderBy('retention')
        .execute(),
    async remove(service, subject, access, retention) {
      const one = remove(service, subject).where('access', '=', access).where('retention', '=', retention);
      return affected(await one.executeTakeFirst());
    },
    removeAll: async (service, subject) => affected(await remove(service, subject).executeTakeFirst()),
    sample: (service, limit) => sample(db, service, limit),
  };
}

/**
 * Segments of subjects next to random points between the first and the last subject: O(limit · log n), where
 * an ordering by chance would read the whole table.
 */
async function sample(db: Database, service: Id, limit: number) {
  const { rows } = await sql<SegmentRecord & { subject: Id }>`
    with ends as (
      select
        (select subject_id from segment where service_id = ${service}
         order by subject_id limit 1) as low,
        (select subject_id from segment where service_id = ${service}
         order by subject_id desc limit 1) as high
    ), span as (
      select ('x' || left(replace(low::text, '-', ''), 15))::bit(60)::bigint as low,
             ('x' || left(replace(high::text, '-', ''), 15))::bit(60)::bigint as high
      from ends where low is not null
    ), point as (
      select rpad(
        lpad(to_hex(low + floor(random() * (high - low + 1))::bigint), 15, '0'), 32, '0')::uuid as at
      from span, generate_series(1, ${limit}::int)
    ), chosen as (
      select distinct next.subject_id
      from point cross join lateral (
        select subject_id from segment
        where service_id = ${service} and subject_id >= point.at order by subject_id limit 1
      ) next
    )
    select subject_id as subject, access, retention, version, bytes
    from segment where service_id = ${service} and subject_id in (select subject_id from chosen)
    order by random() limit ${limit}`.execute(db);
  return rows;
}
