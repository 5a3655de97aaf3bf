import type { Id } from '../../base/index.ts';
import type { RecipientRecord, Tx } from '../store.ts';
import { present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.recipients */
export function recipients(db: Database): Tx['recipients'] {
  const rows = (service: Id) =>
    db
      .selectFrom('recipient')
      .where('service_id', '=', service)
      .select(['service_id as service', 'recipient_id as id', 'version', 'kind', 'name', 'country'])
      .select(['contract', 'contract_on as contractOn', 'undertaking_on as undertakingOn', 'categories'])
      .select(['purposes', 'expires_on as expiresOn', 'ended', 'entry_id as decision'])
      .select(['changed_at as changedAt', 'changed_by as changedBy']);
  return {
    async insert(row) {
      await db.insertInto('recipient').values(valuesOf(row)).execute();
    },
    async current(service, id) {
      const newest = rows(service).where('recipient_id', '=', id).orderBy('version', 'desc').limit(1);
      return presentOrNone(await newest.executeTakeFirst());
    },
    async versions(service, id) {
      const all = rows(service).where('recipient_id', '=', id).orderBy('version', 'desc');
      return (await all.execute()).map(present);
    },
    async list(service, { after, limit }) {
      const newest = rows(service)
        .distinctOn('recipient_id')
        .orderBy('recipient_id', 'desc')
        .orderBy('version', 'desc')
        .limit(limit);
      const page = after === undefined ? newest : newest.where('recipient_id', '<', after);
      return (await page.execute()).map(present);
    },
  };
}

function valuesOf(row: RecipientRecord) {
  const { id, version, kind, name, country, contract, ended } = row;
  return {
    ...{ service_id: row.service, recipient_id: id, version, kind, name, country, contract, ended },
    contract_on: row.contractOn,
    undertaking_on: row.undertakingOn ?? null,
    categories: [...row.categories],
    purposes: [...row.purposes],
    expires_on: row.expiresOn,
    entry_id: row.decision,
    changed_at: row.changedAt,
    changed_by: row.changedBy,
  };
}
