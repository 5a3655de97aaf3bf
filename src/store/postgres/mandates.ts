import type { Id } from '../../base/index.ts';
import type { MandateRecord, Tx } from '../store.ts';
import { affected, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.mandates */
export function mandates(db: Database): Tx['mandates'] {
  const rows = (service: Id) =>
    db
      .selectFrom('mandate')
      .where('service_id', '=', service)
      .select(['service_id as service', 'mandate_id as id', 'verbs', 'purposes', 'categories', 'recipients'])
      .select(['matter', 'until_on as untilOn', 'proposed_by as proposedBy', 'proposed_at as proposedAt'])
      .select(['signed_by as signedBy', 'signed_at as signedAt', 'ended_at as endedAt']);
  const one = (service: Id, id: Id) =>
    db.updateTable('mandate').where('service_id', '=', service).where('mandate_id', '=', id);
  return {
    async insert(row) {
      await db.insertInto('mandate').values(valuesOf(row)).execute();
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('mandate_id', '=', id).executeTakeFirst()),
    async list(service, { after, limit }) {
      const newest = rows(service).orderBy('mandate_id', 'desc').limit(limit);
      const page = after === undefined ? newest : newest.where('mandate_id', '<', after);
      return (await page.execute()).map(present);
    },
    async inForce(service, today) {
      const signed = rows(service).where('signed_at', 'is not', null).where('ended_at', 'is', null);
      return (await signed.where('until_on', '>=', today).execute()).map(present);
    },
    async sign(service, id, { signedBy, signedAt }) {
      await one(service, id).set({ signed_by: signedBy, signed_at: signedAt }).execute();
    },
    end: async (service, id, at) =>
      affected(await one(service, id).where('ended_at', 'is', null).set({ ended_at: at }).executeTakeFirst()),
  };
}

function valuesOf(row: MandateRecord) {
  return {
    ...{ service_id: row.service, mandate_id: row.id, until_on: row.untilOn },
    verbs: [...row.verbs],
    purposes: [...row.purposes],
    categories: [...row.categories],
    recipients: [...row.recipients],
    matter: row.matter ?? null,
    proposed_by: row.proposedBy,
    proposed_at: row.proposedAt,
    signed_by: row.signedBy ?? null,
    signed_at: row.signedAt ?? null,
    ended_at: row.endedAt ?? null,
  };
}
