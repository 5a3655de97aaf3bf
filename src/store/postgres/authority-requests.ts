import type { Id } from '../../base/index.ts';
import type { AuthorityRecord, Tx } from '../store.ts';
import { affected, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.authorityRequests */
export function authorityRequests(db: Database): Tx['authorityRequests'] {
  const rows = (service: Id) =>
    db
      .selectFrom('authority_request')
      .where('service_id', '=', service)
      .select(['service_id as service', 'subject_id as subject', 'authority_id as id', 'asker', 'state'])
      .select(['received_on as receivedOn', 'entered_at as enteredAt', 'categories', 'missing'])
      .select(['secrecy_norm as secrecyNorm', 'handled_by as handledBy', 'proposed'])
      .select(['barred_until as barredUntil', 'closed_at as closedAt', 'disclosure_id as disclosure'])
      .select('sealed');
  return {
    async insert(row) {
      const of = { service_id: row.service, subject_id: row.subject, authority_id: row.id };
      await db
        .insertInto('authority_request')
        .values({ ...of, ...valuesOf(row) })
        .execute();
    },
    async get(service, id, mode) {
      const one = rows(service).where('authority_id', '=', id);
      return presentOrNone(await (mode === 'update' ? one.forUpdate() : one).executeTakeFirst());
    },
    async list(service, { after, limit }) {
      const page = rows(service).orderBy('authority_id', 'desc').limit(limit);
      const from = after === undefined ? page : page.where('authority_id', '<', after);
      return (await from.execute()).map(present);
    },
    async put(row) {
      await ofSubject(db, row.service, row.subject)
        .set(valuesOf(row))
        .where('authority_id', '=', row.id)
        .execute();
    },
    ...barring(db),
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('authority_request')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function ofSubject(db: Database, service: Id, subject: Id) {
  return db
    .updateTable('authority_request')
    .where('service_id', '=', service)
    .where('subject_id', '=', subject);
}

function barring(db: Database): Pick<Tx['authorityRequests'], 'barred' | 'setBar'> {
  return {
    async barred(service, subject) {
      const ids = db
        .selectFrom('authority_request')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('barred_until', 'is not', null)
        .select('authority_id as id');
      return (await ids.execute()).map(({ id }) => id);
    },
    async setBar(service, subject, { id, until }) {
      await ofSubject(db, service, subject)
        .set({ barred_until: until ?? null })
        .where('authority_id', '=', id)
        .execute();
    },
  };
}

function valuesOf(row: AuthorityRecord) {
  return {
    asker: row.asker,
    state: row.state,
    received_on: row.receivedOn,
    entered_at: row.enteredAt,
    categories: [...row.categories],
    missing: [...row.missing],
    secrecy_norm: row.secrecyNorm,
    handled_by: [...row.handledBy],
    proposed: [...row.proposed],
    barred_until: row.barredUntil ?? null,
    closed_at: row.closedAt ?? null,
    disclosure_id: row.disclosure ?? null,
    sealed: row.sealed,
  };
}
