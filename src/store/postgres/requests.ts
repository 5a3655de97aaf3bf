import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { RequestAsk, RequestRecord, RequestTable } from '../store.ts';
import { affected, countOf, json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

const whole = (db: Database) =>
  db
    .selectFrom('request')
    .select(['service_id as service', 'subject_id as subject', 'request_id as id', 'kind', 'state'])
    .select(['channel', 'identity', 'received_at as receivedAt', 'entered_at as enteredAt'])
    .select(['due_on as dueOn', 'pauses', 'waits_until as waitsUntil', 'closed_at as closedAt'])
    .select(['ground', 'on_behalf as onBehalf', 'about_id as about', 'entered_by as enteredBy', 'sealed']);

/** @see RequestTable */
export function requests(db: Database): RequestTable {
  const rows = (service: Id) => whole(db).where('service_id', '=', service);
  return {
    async insert(row) {
      const of = { service_id: row.service, subject_id: row.subject, request_id: row.id };
      const came = { channel: row.channel, received_at: row.receivedAt, entered_at: row.enteredAt };
      const other = {
        on_behalf: row.onBehalf ?? null,
        about_id: row.about ?? null,
        entered_by: row.enteredBy ?? null,
      };
      const values = { ...of, kind: row.kind, ...came, ...other, ...changing(row) };
      await db.insertInto('request').values(values).execute();
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('request_id', '=', id).executeTakeFirst()),
    async ofSubject(service, subject) {
      const found = await rows(service).where('subject_id', '=', subject).orderBy('request_id').execute();
      return found.map(present);
    },
    async list(service, ask) {
      let page = rows(service).limit(ask.limit);
      if (ask.state !== 'all') page = page.where('state', '=', ask.state);
      if (ask.kind !== undefined) page = page.where('kind', '=', ask.kind);
      if (ask.channel !== undefined) page = page.where('channel', '=', ask.channel);
      if (ask.dueBefore !== undefined) page = page.where('due_on', '<', ask.dueBefore);
      if (worked(ask)) page = page.where('closed_at', 'is', null).orderBy('due_on').orderBy('request_id');
      else page = page.orderBy('received_at', 'desc').orderBy('request_id', 'desc');
      if (ask.after !== undefined) page = page.where(beyond(service, ask, ask.after));
      return (await page.execute()).map(present);
    },
    async byEnding(service, { from, to, ending }) {
      const found = await rows(service)
        .where('received_at', '>=', from)
        .where('received_at', '<', to)
        .where(sql`right(request_id::text, ${ending.length}::int)`, '=', ending)
        .orderBy('request_id')
        .execute();
      return found.map(present);
    },
    ...concerning(db),
    ...working(db),
  };
}

/** What may change in the life of a request. */
function changing(row: RequestRecord) {
  return {
    state: row.state,
    identity: row.identity,
    due_on: row.dueOn,
    pauses: json(row.pauses),
    waits_until: row.waitsUntil ?? null,
    closed_at: row.closedAt ?? null,
    ground: row.ground ?? null,
    sealed: row.sealed ?? null,
  };
}

/** Whether a list is of what there is to work on, which goes by the day it is due. */
function worked({ state, dueBefore }: RequestAsk): boolean {
  return state === 'open' || state === 'waiting' || dueBefore !== undefined;
}

function beyond(service: Id, ask: RequestAsk, after: Id) {
  const last = sql`from request r where r.service_id = ${service} and r.request_id = ${after}`;
  if (worked(ask)) return sql<boolean>`(due_on, request_id) > (select r.due_on, r.request_id ${last})`;
  return sql<boolean>`(received_at, request_id) < (select r.received_at, r.request_id ${last})`;
}

function working(
  db: Database,
): Omit<RequestTable, 'insert' | 'get' | 'ofSubject' | 'list' | 'byEnding' | 'about' | 'forgetAbout'> {
  return {
    async update(row) {
      await db
        .updateTable('request')
        .set(changing(row))
        .where('service_id', '=', row.service)
        .where('subject_id', '=', row.subject)
        .where('request_id', '=', row.id)
        .execute();
    },
    async count(service, today) {
      const open = sql<number>`count(*) filter (where state = 'open')`;
      const waiting = sql<number>`count(*) filter (where state = 'waiting')`;
      const overdue = sql<number>`count(*) filter (where state = 'open' and due_on < ${today}::date)`;
      return db
        .selectFrom('request')
        .where('service_id', '=', service)
        .where('closed_at', 'is', null)
        .select([open.as('open'), waiting.as('waiting'), overdue.as('overdue')])
        .executeTakeFirstOrThrow();
    },
    async waitedOut(today, { after, limit }) {
      let page = whole(db).where('state', '=', 'waiting').where('waits_until', '<', today);
      const last = after && sql`(${after.waitsUntil}::date, ${after.id}::uuid)`;
      if (last) page = page.where(sql<boolean>`(waits_until, request_id) > ${last}`);
      return (await page.orderBy('waits_until').orderBy('request_id').limit(limit).execute()).map(present);
    },
    async dueBetween(service, from, to) {
      const due = db
        .selectFrom('request')
        .where('service_id', '=', service)
        .where('state', '=', 'open')
        .where('closed_at', 'is', null)
        .where('due_on', '>=', from)
        .where('due_on', '<=', to);
      return (await due.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    async claimReminder(service, day) {
      const claim = db
        .insertInto('request_reminder')
        .values({ service_id: service, day })
        .onConflict((clash) => clash.doNothing());
      return ((await claim.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
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

/** Requests that somebody makes for another one. */
function concerning(db: Database): Pick<RequestTable, 'about' | 'forgetAbout'> {
  return {
    async about(service, subject) {
      const rows = whole(db).where('service_id', '=', service).where('about_id', '=', subject);
      return (await rows.orderBy('request_id').execute()).map(present);
    },
    async forgetAbout(service, subject) {
      const forgotten = db
        .updateTable('request')
        .set({ about_id: null })
        .where('service_id', '=', service)
        .where('about_id', '=', subject);
      return affected(await forgotten.executeTakeFirst());
    },
  };
}
