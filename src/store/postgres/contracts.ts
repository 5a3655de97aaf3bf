import type { Id } from '../../base/index.ts';
import type { ContractTable } from '../contract-records.ts';
import type { Tx } from '../store.ts';
import { affected, json, present } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.contracts */
export function contracts(db: Database): Tx['contracts'] {
  return { ...made(db), ...checks(db), removeAll: (service, subject) => removeAll(db, service, subject) };
}

const rows = (db: Database, service: Id) =>
  db
    .selectFrom('contract')
    .where('service_id', '=', service)
    .select(['service_id as service', 'subject_id as subject', 'contract_id as id', 'confirmed'])
    .select(['concluded_at as concludedAt', 'concluded_by as concludedBy', 'entry_id as entry'])
    .select(['ended_at as endedAt', 'ended_by as endedBy'])
    .orderBy('contract_id', 'desc');

function made(db: Database): Pick<ContractTable, 'insert' | 'list' | 'ofSubject' | 'end'> {
  return {
    async insert(row) {
      await db
        .insertInto('contract')
        .values({
          ...{ service_id: row.service, subject_id: row.subject, contract_id: row.id },
          ...{ concluded_at: row.concludedAt, concluded_by: row.concludedBy, entry_id: row.entry },
          ...{ confirmed: json(row.confirmed), ended_at: row.endedAt ?? null },
          ended_by: row.endedBy ?? null,
        })
        .execute();
    },
    async list(service, { after, limit }) {
      const newest = rows(db, service).limit(limit);
      const page = after === undefined ? newest : newest.where('contract_id', '<', after);
      return (await page.execute()).map(present);
    },
    ofSubject: async (service, subject) =>
      (await rows(db, service).where('subject_id', '=', subject).execute()).map(present),
    end: async (service, subject, { id, at, by }) =>
      affected(
        await db
          .updateTable('contract')
          .set({ ended_at: at, ended_by: by })
          .where('service_id', '=', service)
          .where('subject_id', '=', subject)
          .where('contract_id', '=', id)
          .where('ended_at', 'is', null)
          .executeTakeFirst(),
      ),
  };
}

function checks(db: Database): Pick<ContractTable, 'insertCheck' | 'checks' | 'answer'> {
  return {
    async insertCheck(row) {
      await db
        .insertInto('identity_check')
        .values({
          ...{ service_id: row.service, subject_id: row.subject, check_id: row.id, law: row.law },
          ...{ disclosure_id: row.disclosure, categories: [...row.categories] },
          ...{ asked_at: row.askedAt, asked_by: row.askedBy, matched: row.matched ?? null },
          ...{ answered_at: row.answeredAt ?? null, answered_by: row.answeredBy ?? null },
        })
        .execute();
    },
    checks: async (service, subject) =>
      (
        await db
          .selectFrom('identity_check')
          .where('service_id', '=', service)
          .where('subject_id', '=', subject)
          .select(['service_id as service', 'subject_id as subject', 'check_id as id', 'law', 'categories'])
          .select(['disclosure_id as disclosure', 'asked_at as askedAt', 'asked_by as askedBy', 'matched'])
          .select(['answered_at as answeredAt', 'answered_by as answeredBy'])
          .orderBy('check_id', 'desc')
          .execute()
      ).map(present),
    answer: async ({ service, subject, id, matched, answeredAt, answeredBy }) =>
      affected(
        await db
          .updateTable('identity_check')
          .set({ matched, answered_at: answeredAt, answered_by: answeredBy })
          .where('service_id', '=', service)
          .where('subject_id', '=', subject)
          .where('check_id', '=', id)
          .where('matched', 'is', null)
          .executeTakeFirst(),
      ),
  };
}

async function removeAll(db: Database, service: Id, subject: Id): Promise<number> {
  let n = 0;
  for (const table of ['contract', 'identity_check'] as const)
    n += affected(
      await db
        .deleteFrom(table)
        .where('service_id', '=', service)
        .where('subject_id', '=', subject)
        .executeTakeFirst(),
    );
  return n;
}
