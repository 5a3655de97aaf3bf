import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { affected, countOf, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.requests */
export function requests(db: Database): Tx['requests'] {
  const rows = (service: Id) =>
    db
      .selectFrom('request')
      .where('service_id', '=', service)
      .select(['service_id as service', 'subject_id as subject', 'request_id as id', 'kind', 'state'])
      .select(['received_at as receivedAt', 'due_on as dueOn', 'closed_at as closedAt', 'sealed']);
  return {
    async insert(row) {
      const { id, kind, state } = row;
      const at = { received_at: row.receivedAt, due_on: row.dueOn, closed_at: row.closedAt ?? null };
      const of = { service_id: row.service, subject_id: row.subject, request_id: id };
      await db
        .insertInto('request')
        .values({ ...of, kind, state, ...at, sealed: row.sealed ?? null })
        .execute();
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('request_id', '=', id).executeTakeFirst()),
    async ofSubject(service, subject) {
      return (await rows(service).where('subject_id', '=', subject).orderBy('request_id').execute()).map(
        present,
      );
    },
    async list(service, state, { after, limit }) {
      let page = rows(service).orderBy('request_id', 'desc').limit(limit);
      if (state !== undefined) page = page.where('state', '=', state);
      if (after !== undefined) page = page.where('request_id', '<', after);
      return (await page.execute()).map(present);
    },
    async countOverdue(service, today) {
      const late = db
        .selectFrom('request')
        .where('service_id', '=', service)
        .where('state', '=', 'open')
        .where('due_on', '<', today);
      return (await late.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    ...ending(db),
  };
}

function ending(db: Database): Pick<Tx['requests'], 'close' | 'removeAll'> {
  return {
    async close(service, subject, id, state, at, sealed) {
      await db
        .updateTable('request')
        .set({ state, closed_at: at, ...(sealed === undefined ? {} : { sealed }) })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('request_id', '=', id)
        .execute();
    },
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('request')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}
