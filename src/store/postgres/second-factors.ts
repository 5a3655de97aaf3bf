import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { affected, countOf, present } from './rows.ts';
import type { Database } from './schema.ts';

type Codes = Pick<Tx['secondFactors'], 'putCodes' | 'countCodes' | 'useCode'>;

/** @see Tx.secondFactors */
export function secondFactors(db: Database): Tx['secondFactors'] {
  const remove = (service: Id, subject: Id) =>
    db.deleteFrom('second_factor').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    ...codes(db),
    async insert({ service, subject, id, kind, sealed, mark, createdAt, usedAt }) {
      const of = { service_id: service, subject_id: subject, factor_id: id };
      const at = { created_at: createdAt, used_at: usedAt ?? null };
      await db
        .insertInto('second_factor')
        .values({ ...of, kind, sealed, mark, ...at })
        .execute();
    },
    async list(service, subject) {
      const rows = db
        .selectFrom('second_factor')
        .select(['service_id as service', 'subject_id as subject', 'factor_id as id', 'kind', 'sealed'])
        .select(['mark', 'created_at as createdAt', 'used_at as usedAt'])
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .orderBy('factor_id');
      return (await rows.execute()).map(present);
    },
    async noteUse({ service, subject, id, mark, usedAt }) {
      await db
        .updateTable('second_factor')
        .set({ mark, used_at: usedAt ?? null })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('factor_id', '=', id)
        .execute();
    },
    async remove(service, subject, id) {
      return affected(await remove(service, subject).where('factor_id', '=', id).executeTakeFirst());
    },
    async removeAll(service, subject) {
      await allCodes(db, service, subject).execute();
      return affected(await remove(service, subject).executeTakeFirst());
    },
  };
}

const allCodes = (db: Database, service: Id, subject: Id) =>
  db.deleteFrom('recovery_code').where('service_id', '=', service).where('subject_id', '=', subject);

function codes(db: Database): Codes {
  return {
    async putCodes(service, subject, digests) {
      await allCodes(db, service, subject).execute();
      const rows = digests.map((digest) => ({ service_id: service, subject_id: subject, digest }));
      await db.insertInto('recovery_code').values(rows).execute();
    },
    async countCodes(service, subject) {
      const rows = db
        .selectFrom('recovery_code')
        .select(countOf().as('n'))
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return (await rows.executeTakeFirstOrThrow()).n;
    },
    async useCode(service, subject, digest) {
      return affected(await allCodes(db, service, subject).where('digest', '=', digest).executeTakeFirst());
    },
  };
}
