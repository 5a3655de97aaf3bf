import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { Threat } from '../../incidents/index.ts';
import type { AffectedRecord, IncidentRecord, TellingOutcome, Tx } from '../store.ts';
import { affected, countOf, json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.incidents */
export function incidents(db: Database): Tx['incidents'] {
  return { ...cases(db), ...counts(db), ...steps(db), ...ledger(db), ...people(db), ...telling(db) };
}

const select = (db: Database) =>
  db
    .selectFrom('incident')
    .select(['service_id as service', 'incident_id as id', 'state', 'source', 'kinds', 'scope', 'telling'])
    .select(['detected_at as detectedAt', 'registered_at as registeredAt', 'due_on as dueOn'])
    .select(['handled_by as handledBy', 'counted_at as countedAt', 'unnamed', 'notice_at as noticeAt'])
    .select(['notice_by as noticeBy', 'closed_at as closedAt', 'sealed']);

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

/** The threats are ours: they were checked when they were written. */
const recordOf = (row: Row): IncidentRecord => ({ ...present(row), kinds: row.kinds as Threat[] });

function cases(db: Database): Pick<Tx['incidents'], 'insert' | 'get' | 'list' | 'put'> {
  return {
    async insert(row) {
      const of = { service_id: row.service, incident_id: row.id };
      await db
        .insertInto('incident')
        .values({ ...of, ...valuesOf(row) })
        .execute();
    },
    async get(service, id, mode) {
      const one = select(db).where('service_id', '=', service).where('incident_id', '=', id);
      const row = await (mode === 'update' ? one.forUpdate() : one).executeTakeFirst();
      return row && recordOf(row);
    },
    async list(service, { after, limit }) {
      const page = select(db).where('service_id', '=', service).orderBy('incident_id', 'desc').limit(limit);
      const from = after === undefined ? page : page.where('incident_id', '<', after);
      return (await from.execute()).map(recordOf);
    },
    async put(row) {
      await db
        .updateTable('incident')
        .set(valuesOf(row))
        .where('service_id', '=', row.service)
        .where('incident_id', '=', row.id)
        .execute();
    },
  };
}

function valuesOf(row: IncidentRecord) {
  return {
    ...{ state: row.state, source: row.source, kinds: [...row.kinds], telling: row.telling },
    ...{ detected_at: row.detectedAt, registered_at: row.registeredAt, due_on: row.dueOn },
    ...{ scope: json(row.scope), handled_by: [...row.handledBy], sealed: row.sealed },
    ...{ counted_at: row.countedAt ?? null, unnamed: row.unnamed ?? null },
    ...{ notice_at: row.noticeAt ?? null, notice_by: row.noticeBy ?? null },
    closed_at: row.closedAt ?? null,
  };
}

function counts(db: Database): Pick<Tx['incidents'], 'waiting' | 'alerted' | 'telling' | 'claimReminder'> {
  return {
    async waiting(service, today) {
      const { rows } = await sql<{ alerts: number; due: number; late: number }>`
        select count(*) filter (where state = 'alert') as alerts,
          count(*) filter (where notice_at is null) as due,
          count(*) filter (where notice_at is null and due_on < ${today}) as late
        from incident where service_id = ${service} and closed_at is null`.execute(db);
      return rows[0] ?? { alerts: 0, due: 0, late: 0 };
    },
    async alerted(service, source, since) {
      const one = select(db)
        .where('service_id', '=', service)
        .where('source', '=', source)
        .where((is) => is.or([is('closed_at', 'is', null), is('closed_at', '>', since)]));
      return (await one.limit(1).executeTakeFirst()) !== undefined;
    },
    telling: async () => (await select(db).where('telling', '=', 'running').execute()).map(recordOf),
    async claimReminder(service, topic, day) {
      const made = await db
        .insertInto('incident_reminder')
        .values({ service_id: service, topic, day })
        .onConflict((clash) => clash.doNothing())
        .executeTakeFirst();
      return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}

function steps(db: Database): Pick<Tx['incidents'], 'addStep' | 'steps'> {
  return {
    async addStep({ service, incident, id, at, rule, by, n }) {
      const of = { service_id: service, incident_id: incident, step_id: id };
      await db
        .insertInto('incident_step')
        .values({ ...of, at, rule, by_id: by ?? null, n: n ?? null })
        .execute();
    },
    async steps(service, incident) {
      const rows = db
        .selectFrom('incident_step')
        .where('service_id', '=', service)
        .where('incident_id', '=', incident)
        .select(['service_id as service', 'incident_id as incident', 'step_id as id', 'at', 'rule'])
        .select(['by_id as by', 'n'])
        .orderBy('step_id');
      return (await rows.execute()).map(present);
    },
  };
}

/** Entries by their ids, which begin with the time: the log and what waits for it. */
function ledger(db: Database): Pick<Tx['incidents'], 'entriesBetween' | 'ownersOf' | 'peopleAt'> {
  return {
    async entriesBetween(service, { from, to, limit }) {
      const { rows } = await sql<{ id: Id; leaf: Uint8Array }>`
        select entry_id as id, leaf from (
          select entry_id, leaf from log_leaf
          where service_id = ${service} and entry_id > ${from} and entry_id <= ${to}
          union all
          select entry_id, leaf from entry_pending
          where service_id = ${service} and entry_id > ${from} and entry_id <= ${to}
        ) e order by entry_id limit ${limit}`.execute(db);
      return rows;
    },
    async ownersOf(service, entries) {
      if (entries.length === 0) return [];
      return db
        .selectFrom('entry_link')
        .where('service_id', '=', service)
        .where('entry_id', 'in', [...entries])
        .select(['entry_id as id', 'subject_id as subject'])
        .execute();
    },
    async peopleAt(service, { at, after, limit }) {
      const there = db
        .selectFrom('subject')
        .where('service_id', '=', service)
        .where('kind', '=', 'user')
        .where('created_at', '<=', at)
        .orderBy('subject_id')
        .limit(limit)
        .select('subject_id as id');
      const from = after === undefined ? there : there.where('subject_id', '>', after);
      return (await from.execute()).map(({ id }) => id);
    },
  };
}

const affectedRows = (db: Database, service: Id, incident: Id) =>
  db
    .selectFrom('incident_subject')
    .where('service_id', '=', service)
    .where('incident_id', '=', incident)
    .select(['service_id as service', 'subject_id as subject', 'incident_id as incident', 'acts'])
    .select(['first_at as firstAt', 'last_at as lastAt', 'message_id as message', 'told_at as toldAt'])
    .select((at) => at.ref('outcome').$castTo<TellingOutcome | null>().as('outcome'));

function people(
  db: Database,
): Pick<Tx['incidents'], 'affect' | 'unaffect' | 'isAffected' | 'affected' | 'removeAll'> {
  return {
    affect: (rows) => affect(db, rows),
    async unaffect(service, incident, keep) {
      const others = db
        .deleteFrom('incident_subject')
        .where('service_id', '=', service)
        .where('incident_id', '=', incident)
        .where('outcome', 'is', null)
        .where(sql<boolean>`not (subject_id = any(${[...keep]}::uuid[]))`);
      return affected(await others.executeTakeFirst());
    },
    isAffected: async (service, incident, subject) =>
      (await affectedRows(db, service, incident).where('subject_id', '=', subject).executeTakeFirst()) !==
      undefined,
    async affected(service, incident, { after, limit, untold }) {
      let page = affectedRows(db, service, incident).orderBy('subject_id').limit(limit);
      if (after !== undefined) page = page.where('subject_id', '>', after);
      if (untold) page = page.where('outcome', 'is', null);
      return (await page.execute()).map(present);
    },
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('incident_subject')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

async function affect(db: Database, rows: readonly AffectedRecord[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('incident_subject')
    .values(
      rows.map((row) => ({
        ...{ service_id: row.service, subject_id: row.subject, incident_id: row.incident, acts: row.acts },
        ...{ first_at: row.firstAt ?? null, last_at: row.lastAt ?? null },
        ...{ outcome: null, message_id: null, told_at: null },
      })),
    )
    .onConflict((clash) =>
      clash.columns(['service_id', 'subject_id', 'incident_id']).doUpdateSet((at) => ({
        acts: at.ref('excluded.acts'),
        first_at: at.ref('excluded.first_at'),
        last_at: at.ref('excluded.last_at'),
      })),
    )
    .execute();
}

function telling(db: Database): Pick<Tx['incidents'], 'lockAffected' | 'told' | 'tally'> {
  return {
    async lockAffected(service, incident, subject) {
      const one = affectedRows(db, service, incident).where('subject_id', '=', subject).forUpdate();
      return presentOrNone(await one.executeTakeFirst());
    },
    async told({ service, subject, incident, outcome, message, toldAt }) {
      await db
        .updateTable('incident_subject')
        .set({ outcome: outcome ?? null, message_id: message ?? null, told_at: toldAt ?? null })
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .where('incident_id', '=', incident)
        .execute();
    },
    async tally(service, incident) {
      const rows = await db
        .selectFrom('incident_subject')
        .where('service_id', '=', service)
        .where('incident_id', '=', incident)
        .groupBy('outcome')
        .select(['outcome', countOf().as('n')])
        .execute();
      const n = (outcome: string | null) => rows.find((row) => row.outcome === outcome)?.n ?? 0;
      return { waiting: n(null), email: n('email'), sms: n('sms'), none: n('none'), refused: n('refused') };
    },
  };
}
