import { sql } from 'kysely';
import type { Tx } from '../store.ts';
import type { Database } from './schema.ts';

const minuteMs = 60_000;

/** @see Tx.counters */
export function counters(db: Database): Tx['counters'] {
  return {
    async refused(service, rule, now) {
      await db
        .insertInto('refusal_count')
        .values({ service_id: service, rule, minute: Math.floor(now / minuteMs), n: 1 })
        .onConflict((clash) =>
          clash
            .columns(['service_id', 'minute', 'rule'])
            .doUpdateSet({ n: sql<number>`refusal_count.n + 1` }),
        )
        .execute();
    },
    refusals: (service, since) =>
      db
        .selectFrom('refusal_count')
        .select(['rule', sql<number>`sum(n)::bigint`.as('n')])
        .where('service_id', '=', service)
        .where('minute', '>=', Math.floor(since / minuteMs))
        .groupBy('rule')
        .orderBy('rule')
        .execute(),
  };
}
