import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { written } from './pipeline.ts';
import { affected, countOf, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const bump = 'update subject set version = version + 1 where service_id = $1 and subject_id = $2';

/** @see Tx.subjects */
export function subjects(db: Database): Tx['subjects'] {
  const rows = (service: Id) =>
    db
      .selectFrom('subject')
      .where('service_id', '=', service)
      .select(['service_id as service', 'subject_id as id', 'kind', 'version', 'policy_hash as policyHash'])
      .select(['language', 'created_at as createdAt', 'adult']);
  const change = (service: Id, id: Id) =>
    db.updateTable('subject').where('service_id', '=', service).where('subject_id', '=', id);
  return {
    async insert(row) {
      const { id, kind, version, language } = row;
      const rest = { policy_hash: row.policyHash, created_at: row.createdAt, adult: row.adult ?? null };
      const values = { service_id: row.service, subject_id: id, kind, version, language, ...rest };
      await db.insertInto('subject').values(values).execute();
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('subject_id', '=', id).executeTakeFirst()),
    async lock(service, id, mode) {
      const one = rows(service).where('subject_id', '=', id);
      return presentOrNone(await (mode === 'share' ? one.forShare() : one.forUpdate()).executeTakeFirst());
    },
    bumpVersion: (service, id) => written(db, bump, [service, id]),
    async setPolicy(service, id, policyHash) {
      await change(service, id).set({ policy_hash: policyHash }).execute();
    },
    async admit(service, id) {
      const waiting = ['applicant', 'waiting'] as const;
      await change(service, id).set({ kind: 'user' }).where('kind', 'in', waiting).execute();
    },
    async setLanguage(service, id, language) {
      await change(service, id).set({ language }).execute();
    },
    async list(service, kind, { after, limit }) {
      const page = rows(service).where('kind', '=', kind).orderBy('subject_id', 'desc').limit(limit);
      return (await (after === undefined ? page : page.where('subject_id', '<', after)).execute()).map(
        present,
      );
    },
    async count(service, kind) {
      const all = db.selectFrom('subject').where('service_id', '=', service).where('kind', '=', kind);
      return (await all.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    async remove(service, id) {
      const gone = db.deleteFrom('subject').where('service_id', '=', service).where('subject_id', '=', id);
      return affected(await gone.executeTakeFirst());
    },
  };
}
