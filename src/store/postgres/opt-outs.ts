import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { OptOuts } from '../campaign-records.ts';
import type { Tx } from '../store.ts';
import { affected } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.optOuts */
export function optOuts(db: Database): Tx['optOuts'] {
  return { ...refusals(db), ...suppressed(db) };
}

function refusals(db: Database): Pick<OptOuts, 'list' | 'put' | 'lift' | 'removeAll' | 'sample'> {
  const remove = (service: Id, subject: Id) =>
    db.deleteFrom('opt_out').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    list: (service, subject) =>
      db
        .selectFrom('opt_out')
        .select(['purpose', 'category', 'since', 'via'])
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .orderBy('purpose')
        .orderBy('category')
        .execute(),
    async put(service, subject, { purpose, category, since, via }) {
      const said = db
        .insertInto('opt_out')
        .values({ service_id: service, subject_id: subject, ...{ purpose, category, since, via } })
        .onConflict((clash) => clash.doNothing());
      return Number((await said.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n);
    },
    async lift(service, subject, { purpose, category }) {
      const gone = remove(service, subject).where('purpose', '=', purpose).where('category', '=', category);
      return affected(await gone.executeTakeFirst());
    },
    removeAll: async (service, subject) => affected(await remove(service, subject).executeTakeFirst()),
    async sample(service, limit) {
      const found = db
        .selectFrom('opt_out')
        .where('service_id', '=', service)
        .select('subject_id')
        .distinct();
      return (await found.limit(limit).execute()).map(({ subject_id: id }) => id);
    },
  };
}

function suppressed(db: Database): Pick<OptOuts, 'suppress' | 'suppressedSince' | 'sweepSuppressed'> {
  return {
    async suppress(service, { digest, since, expiresAt }) {
      await db
        .insertInto('suppression')
        .values({ service_id: service, digest, since, expires_at: expiresAt })
        .onConflict((clash) =>
          clash.columns(['service_id', 'digest']).doUpdateSet({
            since: sql<number>`excluded.since`,
            expires_at: sql<number>`greatest(suppression.expires_at, excluded.expires_at)`,
          }),
        )
        .execute();
    },
    async suppressedSince(service, digest, now) {
      const found = db
        .selectFrom('suppression')
        .select('since')
        .where('service_id', '=', service)
        .where('digest', '=', digest)
        .where('expires_at', '>', now);
      return (await found.executeTakeFirst())?.since;
    },
    async sweepSuppressed(now) {
      const over = db.deleteFrom('suppression').where('expires_at', '<=', now);
      return affected(await over.executeTakeFirst());
    },
  };
}
