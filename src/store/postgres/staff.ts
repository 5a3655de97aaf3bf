import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { affected, countOf, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.staff */
export function staff(db: Database): Tx['staff'] {
  return { ...roles(db), ...members(db) };
}

type Members = Pick<Tx['staff'], 'member' | 'members' | 'putMember' | 'removeMember'>;

function members(db: Database): Members {
  const rows = (house: Id) =>
    db
      .selectFrom('staff_member')
      .select(['service_id as service', 'subject_id as subject', 'state', 'since', 'came_at as cameAt'])
      .where('service_id', '=', house);
  return {
    member: async (house, subject) =>
      presentOrNone(await rows(house).where('subject_id', '=', subject).executeTakeFirst()),
    members: async (house, mode) => {
      const all = rows(house).orderBy('subject_id');
      return (await (mode === 'update' ? all.forUpdate() : all).execute()).map(present);
    },
    async putMember({ service, subject, state, since, cameAt }) {
      const now = { state, since, came_at: cameAt ?? null };
      await db
        .insertInto('staff_member')
        .values({ service_id: service, subject_id: subject, ...now })
        .onConflict((clash) => clash.columns(['service_id', 'subject_id']).doUpdateSet(now))
        .execute();
    },
    async removeMember(house, subject) {
      const gone = db
        .deleteFrom('staff_member')
        .where('service_id', '=', house)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function roles(db: Database): Omit<Tx['staff'], keyof Members> {
  return {
    async grant(subject, service, role) {
      await db
        .insertInto('staff')
        .values({ subject_id: subject, service_id: service, role })
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
    async revoke(subject, service, role) {
      const gone = db
        .deleteFrom('staff')
        .where('subject_id', '=', subject)
        .where('service_id', '=', service)
        .where('role', '=', role);
      return affected(await gone.executeTakeFirst());
    },
    grants: () =>
      db
        .selectFrom('staff')
        .select(['subject_id as subject', 'service_id as service', 'role'])
        .orderBy('subject_id')
        .orderBy('service_id')
        .orderBy('role')
        .execute(),
    roles: (subject) =>
      db
        .selectFrom('staff')
        .select(['service_id as service', 'role'])
        .where('subject_id', '=', subject)
        .orderBy('service_id')
        .orderBy('role')
        .execute(),
    async count() {
      const people = db.selectFrom('staff').select((is) => countOf(is.ref('subject_id')).as('n'));
      return (await people.executeTakeFirstOrThrow()).n;
    },
  };
}
