import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { AgreementHead, AgreementTable } from '../agreement-records.ts';
import type { Tx } from '../store.ts';
import { affected, json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.agreements */
export function agreements(db: Database): Tx['agreements'] {
  return { ...versions(db), ...telling(db), ...acceptances(db) };
}

const heads = (db: Database) =>
  db
    .selectFrom('agreement')
    .select(['service_id as service', 'agreement_id as id', 'kind', 'sha256', 'effective_on as effectiveOn'])
    .select(
      sql<AgreementHead['languages']>`array(select jsonb_object_keys(texts) order by 1)`.as('languages'),
    )
    .select(['number', 'proposed_by as proposedBy', 'proposed_at as proposedAt'])
    .select(['approved_by as approvedBy', 'approved_at as approvedAt', 'ended_at as endedAt'])
    .select('told_at as toldAt');

function versions(db: Database): Pick<AgreementTable, 'insert' | 'get' | 'heads' | 'approve' | 'end'> {
  const one = (service: Id, id: Id) =>
    db.updateTable('agreement').where('service_id', '=', service).where('agreement_id', '=', id);
  return {
    async insert(row) {
      const { service, id, kind, texts, sha256, effectiveOn, proposedBy, proposedAt } = row;
      await db
        .insertInto('agreement')
        .values({
          ...{ service_id: service, agreement_id: id, kind, texts: json(texts), sha256 },
          ...{ effective_on: effectiveOn, proposed_by: proposedBy, proposed_at: proposedAt },
          ...{ number: row.number ?? null, approved_by: row.approvedBy ?? null },
          ...{ approved_at: row.approvedAt ?? null, ended_at: row.endedAt ?? null },
          told_at: row.toldAt ?? null,
        })
        .execute();
    },
    get: async (service, id) =>
      presentOrNone(
        await heads(db)
          .select('texts')
          .where('service_id', '=', service)
          .where('agreement_id', '=', id)
          .executeTakeFirst(),
      ),
    heads: async (service) =>
      (await heads(db).where('service_id', '=', service).orderBy('agreement_id', 'desc').execute()).map(
        present,
      ),
    async approve(service, id, { number, approvedBy, approvedAt }) {
      await one(service, id).set({ number, approved_by: approvedBy, approved_at: approvedAt }).execute();
    },
    end: async (service, id, at) =>
      affected(await one(service, id).where('ended_at', 'is', null).set({ ended_at: at }).executeTakeFirst()),
  };
}

function telling(db: Database): Pick<AgreementTable, 'toTell' | 'markTold' | 'untold' | 'tell'> {
  return {
    async toTell({ before, since }) {
      const approved = heads(db).where('approved_at', 'is not', null).where('ended_at', 'is', null);
      const due = approved.where((is) =>
        is.or([
          is('told_at', 'is', null),
          is.and([is('told_at', '<', before), is('approved_at', '>=', since)]),
        ]),
      );
      return (await due.orderBy('service_id').orderBy('agreement_id').execute()).map(present);
    },
    async markTold(service, id, at) {
      await db
        .updateTable('agreement')
        .set({ told_at: at })
        .where('service_id', '=', service)
        .where('agreement_id', '=', id)
        .execute();
    },
    async untold(service, { id, approvedAt, after, limit }) {
      const { rows } = await sql<{ id: Id }>`
        select s.subject_id as id from subject s
        where s.service_id = ${service} and s.kind = 'user' and s.created_at < ${approvedAt}
          and ${after === undefined ? sql`true` : sql`s.subject_id > ${after}`}
          and exists (select from subject_key k
                      where k.service_id = s.service_id and k.subject_id = s.subject_id)
          and not exists (select from acceptance a where a.service_id = s.service_id
                          and a.subject_id = s.subject_id and a.agreement_id = ${id})
        order by s.subject_id limit ${limit}`.execute(db);
      return rows.map((row) => row.id);
    },
    async tell(service, subject, { id, at }) {
      const key = { service_id: service, subject_id: subject, agreement_id: id };
      await db
        .insertInto('acceptance')
        .values({ ...key, told_at: at, accepted_at: null, language: null, channel: null, entry_id: null })
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
  };
}

const answers = (db: Database, service: Id) =>
  db
    .selectFrom('acceptance')
    .where('service_id', '=', service)
    .select(['service_id as service', 'subject_id as subject', 'agreement_id as agreement'])
    .select(['told_at as toldAt', 'accepted_at as acceptedAt', 'language', 'channel', 'entry_id as entry']);

function acceptances(
  db: Database,
): Pick<AgreementTable, 'accept' | 'ofSubject' | 'counts' | 'accepted' | 'removeAll'> {
  return {
    async accept({ service, subject, agreement, acceptedAt, language, channel, entry }) {
      const given = { accepted_at: acceptedAt, language, channel, entry_id: entry };
      const key = { service_id: service, subject_id: subject, agreement_id: agreement };
      const done = await db
        .insertInto('acceptance')
        .values({ ...key, ...given, told_at: null })
        .onConflict((clash) =>
          clash
            .columns(['service_id', 'subject_id', 'agreement_id'])
            .doUpdateSet(given)
            .where('acceptance.accepted_at', 'is', null),
        )
        .executeTakeFirst();
      return Number(done.numInsertedOrUpdatedRows ?? 0n);
    },
    ofSubject: async (service, subject) =>
      (await answers(db, service).where('subject_id', '=', subject).orderBy('agreement_id').execute()).map(
        present,
      ),
    async counts(service) {
      const rows = await db
        .selectFrom('acceptance')
        .where('service_id', '=', service)
        .where('accepted_at', 'is not', null)
        .groupBy('agreement_id')
        .select(['agreement_id as id', (is) => is.fn.countAll<number>().as('n')])
        .execute();
      return new Map(rows.map(({ id, n }) => [id, Number(n)]));
    },
    accepted: async (service, { limit }) =>
      (
        await answers(db, service)
          .where('accepted_at', 'is not', null)
          .orderBy('agreement_id', 'desc')
          .orderBy('subject_id', 'desc')
          .limit(limit)
          .execute()
      ).map(present),
    removeAll: async (service, subject) =>
      affected(
        await db
          .deleteFrom('acceptance')
          .where('service_id', '=', service)
          .where('subject_id', '=', subject)
          .executeTakeFirst(),
      ),
  };
}
