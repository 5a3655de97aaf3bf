import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.policies */
export function policies(db: Database): Tx['policies'] {
  const versions = (service: Id) => heads(db, service).select(['policy', 'text']);
  return {
    list: async (service) => (await versions(service).orderBy('version').execute()).map(present),
    async heads(service) {
      const newestFirst = heads(db, service).orderBy('version', 'desc');
      return (await newestFirst.execute()).map(present);
    },
    async byHash(service, hash) {
      const found = versions(service).where('hash', '=', hash).orderBy('version', 'desc').limit(1);
      return presentOrNone(await found.executeTakeFirst());
    },
    async current(service) {
      const found = versions(service)
        .where('status', 'in', ['live', 'draft'])
        .orderBy(sql`status = 'live'`, 'desc')
        .orderBy('version', 'desc')
        .limit(1);
      return presentOrNone(await found.executeTakeFirst());
    },
    async inForce() {
      const found = allHeads(db)
        .where('status', 'in', ['live', 'draft'])
        .distinctOn('service_id')
        .orderBy('service_id')
        .orderBy(sql`status = 'live'`, 'desc')
        .orderBy('version');
      return (await found.execute()).map(present);
    },
    async insert({ service, version, hash, status, policy, text, createdAt, liveAt, completes }) {
      const at = { created_at: createdAt, live_at: liveAt ?? null, completes: completes ?? null };
      const row = {
        service_id: service,
        version,
        hash,
        status,
        policy: json(policy),
        text: text ?? null,
        ...at,
      };
      await db.insertInto('policy_version').values(row).execute();
    },
    async setStatus(service, version, status, liveAt) {
      await db
        .updateTable('policy_version')
        .set({ status, ...(liveAt === undefined ? {} : { live_at: liveAt }) })
        .where('service_id', '=', service)
        .where('version', '=', version)
        .execute();
    },
    ...texts(db),
    ...approvals(db),
  };
}

function texts(db: Database): Pick<Tx['policies'], 'giveText'> {
  return {
    async giveText(service, sha256, text) {
      const given = await db
        .updateTable('policy_version')
        .set({ text })
        .where('service_id', '=', service)
        .where('text', 'is', null)
        .where(sql<string>`policy -> 'source' ->> 'sha256'`, '=', sha256)
        .returning('hash')
        .execute();
      return given.map(({ hash }) => hash);
    },
  };
}

function heads(db: Database, service: Id) {
  return allHeads(db).where('service_id', '=', service);
}

function allHeads(db: Database) {
  return db
    .selectFrom('policy_version')
    .select(['service_id as service', 'version', 'hash', 'status'])
    .select(['created_at as createdAt', 'live_at as liveAt', 'completes']);
}

function approvals(db: Database): Pick<Tx['policies'], 'approvals' | 'approve' | 'unapprove'> {
  return {
    approvals: (service, version) =>
      db
        .selectFrom('clause_approval')
        .select(['service_id as service', 'version', 'clause', 'approved_by as by', 'approved_at as at'])
        .where('service_id', '=', service)
        .where('version', '=', version)
        .orderBy('clause')
        .execute(),
    async approve({ service, version, clause, by, at }) {
      const approval = { approved_by: by, approved_at: at };
      await db
        .insertInto('clause_approval')
        .values({ service_id: service, version, clause, ...approval })
        .onConflict((clash) => clash.columns(['service_id', 'version', 'clause']).doUpdateSet(approval))
        .execute();
    },
    async unapprove(service, version, clause) {
      await db
        .deleteFrom('clause_approval')
        .where('service_id', '=', service)
        .where('version', '=', version)
        .where('clause', '=', clause)
        .execute();
    },
  };
}
