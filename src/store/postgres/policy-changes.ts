import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { ChangeCounts, PolicyChanges } from '../change-records.ts';
import type { Tx } from '../store.ts';
import { affected, countOf, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.changes */
export function policyChanges(db: Database): Tx['changes'] {
  return { ...announced(db), ...people(db), ...choices(db), ...moves(db) };
}

function changeRows(db: Database) {
  return db
    .selectFrom('policy_change')
    .select(['service_id as service', 'version', 'reason', 'note', 'published_at as publishedAt'])
    .select(['effective_at as effectiveAt', 'told_at as toldAt']);
}

function announced(db: Database): Pick<PolicyChanges, 'insert' | 'get' | 'due' | 'toTell' | 'markTold'> {
  return {
    async insert({ service, version, reason, note, publishedAt, effectiveAt, toldAt }) {
      const at = { published_at: publishedAt, effective_at: effectiveAt, told_at: toldAt ?? null };
      const row = { service_id: service, version, reason, note: note ?? null, ...at };
      await db.insertInto('policy_change').values(row).execute();
    },
    get: async (service, version) =>
      presentOrNone(
        await changeRows(db)
          .where('service_id', '=', service)
          .where('version', '=', version)
          .executeTakeFirst(),
      ),
    async due(now) {
      const found = db
        .selectFrom('policy_version as v')
        .innerJoin('policy_change as c', (on) =>
          on.onRef('c.service_id', '=', 'v.service_id').onRef('c.version', '=', 'v.version'),
        )
        .where('v.status', '=', 'scheduled')
        .where('c.effective_at', '<=', now)
        .select(['v.service_id as service', 'v.version', 'v.hash', 'v.status'])
        .select(['v.created_at as createdAt', 'v.live_at as liveAt', 'v.completes']);
      return (await found.execute()).map(present);
    },
    async toTell({ before, since }) {
      const found = changeRows(db).where((is) =>
        is.or([
          is('told_at', 'is', null),
          is.and([is('told_at', '<', before), is('effective_at', '>=', since)]),
        ]),
      );
      return (await found.orderBy('service_id').orderBy('version').execute()).map(present);
    },
    async markTold(service, version, at) {
      await db
        .updateTable('policy_change')
        .set({ told_at: at })
        .where('service_id', '=', service)
        .where('version', '=', version)
        .execute();
    },
  };
}

function people(db: Database): Pick<PolicyChanges, 'untold' | 'bounced'> {
  return {
    async untold(service, { version, hash, after, limit }) {
      const { rows } = await sql<{ id: Id }>`
        select s.subject_id as id from subject s
        where s.service_id = ${service} and s.kind = 'user' and s.policy_hash <> ${hash}
          and ${after === undefined ? sql`true` : sql`s.subject_id > ${after}`}
          and exists (select from subject_key k
                      where k.service_id = s.service_id and k.subject_id = s.subject_id)
          and not exists (select from policy_choice c where c.service_id = s.service_id
                          and c.subject_id = s.subject_id and c.version = ${version})
        order by s.subject_id limit ${limit}`.execute(db);
      return rows.map(({ id }) => id);
    },
    async bounced(service, { version, before, tries, limit }) {
      const found = choiceRows(db)
        .innerJoin('message as m', (on) =>
          on
            .onRef('m.service_id', '=', 'policy_choice.service_id')
            .onRef('m.message_id', '=', 'policy_choice.message_id'),
        )
        .where('policy_choice.service_id', '=', service)
        .where('policy_choice.version', '=', version)
        .where('policy_choice.tries', '<', tries)
        .where('policy_choice.answer', 'is', null)
        .where('policy_choice.seen_at', 'is', null)
        .where('m.state', 'in', ['failed', 'undelivered'])
        .where('m.created_at', '<', before);
      return (await found.orderBy('policy_choice.subject_id').limit(limit).execute()).map(present);
    },
  };
}

function choiceRows(db: Database) {
  return db
    .selectFrom('policy_choice')
    .select(['policy_choice.service_id as service', 'policy_choice.subject_id as subject', 'version'])
    .select(['from_hash as fromHash', 'asks', 'told_at as toldAt', 'policy_choice.message_id as message'])
    .select(['tries', 'seen_at as seenAt', 'answer', 'answered_at as answeredAt']);
}

type OnePerson = 'tell' | 'tellAgain' | 'choice' | 'newestChoice' | 'see' | 'answer' | 'removeAll';

function choices(db: Database): Pick<PolicyChanges, OnePerson> {
  const own = (service: Id, subject: Id) =>
    choiceRows(db)
      .where('policy_choice.service_id', '=', service)
      .where('policy_choice.subject_id', '=', subject);
  const change = (service: Id, subject: Id, version: number) =>
    db
      .updateTable('policy_choice')
      .where('service_id', '=', service)
      .where('subject_id', '=', subject)
      .where('version', '=', version);
  return {
    async tell({ service, subject, version, fromHash, asks, toldAt, message, tries }) {
      const place = { service_id: service, subject_id: subject, version, from_hash: fromHash, asks };
      await db
        .insertInto('policy_choice')
        .values({ ...place, told_at: toldAt, message_id: message ?? null, tries })
        .execute();
    },
    async tellAgain({ service, subject, version, message }) {
      await change(service, subject, version)
        .set((is) => ({ message_id: message ?? null, tries: is('tries', '+', 1) }))
        .execute();
    },
    choice: async (service, subject, version) =>
      presentOrNone(await own(service, subject).where('version', '=', version).executeTakeFirst()),
    newestChoice: async (service, subject) =>
      presentOrNone(await own(service, subject).orderBy('version', 'desc').limit(1).executeTakeFirst()),
    async see(service, subject, { version, at }) {
      await change(service, subject, version).set({ seen_at: at }).where('seen_at', 'is', null).execute();
    },
    async answer(service, subject, { version, answer, at }) {
      await change(service, subject, version)
        .set({ answer, answered_at: at, seen_at: sql<number>`coalesce(seen_at, ${at})` })
        .execute();
    },
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('policy_choice')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function moves(db: Database): Pick<PolicyChanges, 'counts' | 'hashesInUse' | 'moveAll' | 'moveAccepted'> {
  return {
    counts: (service, version) => countsOf(db, service, version),
    async hashesInUse(service) {
      const used = db.selectFrom('subject').where('service_id', '=', service).where('kind', '=', 'user');
      return (await used.select('policy_hash').distinct().execute()).map(({ policy_hash: hash }) => hash);
    },
    async moveAll(service, from, to) {
      const moved = db
        .updateTable('subject')
        .set((is) => ({ policy_hash: to, version: is('version', '+', 1) }))
        .where('service_id', '=', service)
        .where('kind', '=', 'user')
        .where('policy_hash', '=', from);
      return affected(await moved.executeTakeFirst());
    },
    async moveAccepted(service, { version, hash, limit }) {
      const { rows } = await sql<{ n: number }>`
        with chosen as (
          select s.subject_id from policy_choice c
          join subject s on s.service_id = c.service_id and s.subject_id = c.subject_id
          where c.service_id = ${service} and c.version = ${version} and c.answer = 'accepted'
            and s.policy_hash <> ${hash}
          order by s.subject_id limit ${limit} for update of s
        ), moved as (
          update subject set policy_hash = ${hash}, version = subject.version + 1 from chosen
          where subject.service_id = ${service} and subject.subject_id = chosen.subject_id returning 1
        )
        select count(*) as n from moved`.execute(db);
      return rows[0]?.n ?? 0;
    },
  };
}

async function countsOf(db: Database, service: Id, version: number): Promise<ChangeCounts> {
  const told = db
    .selectFrom('policy_choice')
    .where('policy_choice.service_id', '=', service)
    .where('policy_choice.version', '=', version);
  const sums = await told
    .select([countOf().as('told')])
    .select((is) => [
      is.fn.count<number>('seen_at').as('seen'),
      is.fn.countAll<number>().filterWhere('asks', '=', true).as('asked'),
      is.fn.countAll<number>().filterWhere('answer', '=', 'accepted').as('accepted'),
      is.fn.countAll<number>().filterWhere('answer', '=', 'refused').as('refused'),
    ])
    .executeTakeFirstOrThrow();
  const by = await told
    .leftJoin('message as m', (on) =>
      on
        .onRef('m.service_id', '=', 'policy_choice.service_id')
        .onRef('m.message_id', '=', 'policy_choice.message_id'),
    )
    .select(['m.state', countOf().as('n')])
    .groupBy('m.state')
    .execute();
  return { ...sums, delivery: Object.fromEntries(by.map(({ state, n }) => [state ?? 'none', n])) };
}
