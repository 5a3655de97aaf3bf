import type { Tx } from '../store.ts';
import { affected, countOf } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.reading */
export function reading(db: Database): Tx['reading'] {
  return { ...reads(db), ...stops(db) };
}

function reads(
  db: Database,
): Pick<Tx['reading'], 'note' | 'countOthers' | 'firstSince' | 'sweep' | 'forget'> {
  const by = (service: string, staff: string) =>
    db.selectFrom('recent_read').where('service_id', '=', service).where('staff_id', '=', staff);
  return {
    async note(service, subject, { staff, at }) {
      await db
        .insertInto('recent_read')
        .values({ service_id: service, subject_id: subject, staff_id: staff, at })
        .onConflict((clash) => clash.columns(['service_id', 'subject_id', 'staff_id']).doUpdateSet({ at }))
        .execute();
    },
    async countOthers(service, staff, { at, but }) {
      const others = by(service, staff).where('at', '>', at).where('subject_id', '<>', but);
      return (await others.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    async firstSince(service, staff, at) {
      const first = by(service, staff).where('at', '>', at).select('at').orderBy('at').limit(1);
      return (await first.executeTakeFirst())?.at;
    },
    sweep: async (before) =>
      affected(await db.deleteFrom('recent_read').where('at', '<', before).executeTakeFirst()),
    async forget(service, staff) {
      const all = db.deleteFrom('recent_read').where('service_id', '=', service);
      await all.where('staff_id', '=', staff).execute();
    },
  };
}

function stops(db: Database): Pick<Tx['reading'], 'stop' | 'stopOf' | 'stopBy' | 'lift'> {
  const rows = () =>
    db
      .selectFrom('staff_stop')
      .where('lifted_at', 'is', null)
      .select(['service_id as service', 'subject_id as subject', 'stop_id as id'])
      .select(['incident_id as incident', 'place_id as place', 'since']);
  return {
    async stop({ service, subject, id, incident, place, since }) {
      const row = { service_id: service, subject_id: subject, stop_id: id };
      const made = await db
        .insertInto('staff_stop')
        .values({ ...row, incident_id: incident, place_id: place, since })
        .onConflict((clash) => clash.doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    stopOf: (house, staff) =>
      rows().where('service_id', '=', house).where('subject_id', '=', staff).executeTakeFirst(),
    stopBy: (incident) => rows().where('incident_id', '=', incident).executeTakeFirst(),
    async lift(house, staff, { at, by }) {
      const lifted = db
        .updateTable('staff_stop')
        .set({ lifted_at: at, lifted_by: by })
        .where('service_id', '=', house)
        .where('subject_id', '=', staff)
        .where('lifted_at', 'is', null);
      return affected(await lifted.executeTakeFirst());
    },
  };
}
