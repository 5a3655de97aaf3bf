import { type SelectQueryBuilder, sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { ConsentRow, Tx } from '../store.ts';
import { json, present } from './rows.ts';
import type { Database, Schema } from './schema.ts';

/** @see Tx.consents */
export function consents(db: Database): Tx['consents'] {
  const ofService = (service: Id) => columnsOf(db.selectFrom('consent').where('service_id', '=', service));
  return {
    insert: (service, row) => insert(db, service, row),
    async list(service, subject) {
      const all = ofService(service)
        .where('subject_id', '=', subject)
        .orderBy('given_at')
        .orderBy('consent_id');
      return (await all.execute()).map(recorded);
    },
    withdraw: (service, subject, consent, at, purposes) =>
      withdraw(db, { service, subject, consent, at, purposes }),
    async withdrawnSample(service, limit) {
      const withdrawn = sql<boolean>`(withdrawn_at is not null or withdrawn_purposes <> '{}')`;
      return (await ofService(service).where(withdrawn).limit(limit).execute()).map(recorded);
    },
    async countSubjectsWithout(service) {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from subject s
        where s.service_id = ${service} and s.kind = 'user' and not exists (
          select from consent c where c.service_id = s.service_id and c.subject_id = s.subject_id
            and c.recipient_id is null
        ) and not exists (
          select from acceptance a where a.service_id = s.service_id and a.subject_id = s.subject_id
            and a.channel = 'registration'
        )`.execute(db);
      return rows[0]?.n ?? 0;
    },
  };
}

function columnsOf(query: SelectQueryBuilder<Schema, 'consent', object>) {
  return query
    .select(['consent_id as id', 'subject_id as subject', 'policy_hash as policyHash', 'form', 'purposes'])
    .select(['categories', 'given_at as givenAt', 'expires_at as expiresAt', 'withdrawn_at as withdrawnAt'])
    .select(['withdrawn_purposes as withdrawnPurposes', 'language', 'text_sha256 as textSha256'])
    .select(['entry_id as entry', 'incomplete', 'recipient_id', 'recipient_country', 'abroad'])
    .select(['representation_id as representation']);
}

type Selected = Awaited<ReturnType<ReturnType<typeof columnsOf>['execute']>>[number];

function recorded({ recipient_id, recipient_country, abroad, ...row }: Selected): ConsentRow {
  if (recipient_id === null) return present(row);
  const transfer = { recipient: recipient_id, country: recipient_country ?? '', abroad: abroad === true };
  return { ...present(row), transfer };
}

async function insert(db: Database, service: Id, row: ConsentRow): Promise<void> {
  await db
    .insertInto('consent')
    .values({
      service_id: service,
      subject_id: row.subject,
      consent_id: row.id,
      policy_hash: row.policyHash,
      form: row.form,
      purposes: [...row.purposes],
      categories: [...row.categories],
      given_at: row.givenAt,
      expires_at: row.expiresAt ?? null,
      withdrawn_at: row.withdrawnAt ?? null,
      withdrawn_purposes: json(row.withdrawnPurposes),
      language: row.language,
      text_sha256: row.textSha256,
      entry_id: row.entry,
      incomplete: [...row.incomplete],
      recipient_id: row.transfer?.recipient ?? null,
      recipient_country: row.transfer?.country ?? null,
      abroad: row.transfer?.abroad ?? null,
      representation_id: row.representation ?? null,
    })
    .execute();
}

interface Withdrawal {
  readonly service: Id;
  readonly subject: Id;
  readonly consent: Id;
  readonly at: number;
  readonly purposes: readonly string[] | undefined;
}

/** The first withdrawal stands: a later one of the same thing changes nothing. */
async function withdraw(
  db: Database,
  { service, subject, consent, at, purposes }: Withdrawal,
): Promise<void> {
  const change =
    purposes === undefined
      ? { withdrawn_at: sql<number>`coalesce(withdrawn_at, ${at})` }
      : {
          withdrawn_purposes: sql<Record<string, number>>`${json(
            Object.fromEntries(purposes.map((purpose) => [purpose, at])),
          )} || withdrawn_purposes`,
        };
  await db
    .updateTable('consent')
    .set(change)
    .where('service_id', '=', service)
    .where('subject_id', '=', subject)
    .where('consent_id', '=', consent)
    .execute();
}
