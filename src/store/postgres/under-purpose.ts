import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type {
  BlockRecord,
  ConsentRow,
  HeldPerson,
  PageAsk,
  PurposeAsk,
  PurposeTable,
  SegmentRecord,
  SubjectKeyRecord,
  SubjectRecord,
} from '../store.ts';
import { present } from './rows.ts';
import type { Database } from './schema.ts';

/** @see PurposeTable */
export function underPurpose(db: Database): PurposeTable {
  return {
    page: (service, ask, page) => pageOf(db, { service, ask, page }),
    hold: (service, people) => hold(db, { service, people }),
    async tie(service, entry, people) {
      await sql`
        insert into entry_link (service_id, subject_id, entry_id)
        select ${service}::uuid, person, ${entry}::uuid
        from unnest(${[...people]}::uuid[]) person`.execute(db);
    },
  };
}

async function pageOf(
  db: Database,
  { service, ask, page }: { service: Id; ask: PurposeAsk; page: PageAsk },
): Promise<readonly Id[]> {
  const after = page.after === undefined ? sql`` : sql`and c.subject_id > ${page.after}`;
  const { rows } = await sql<{ id: Id }>`
    select distinct c.subject_id as id from consent c
    where c.service_id = ${service} and c.purposes @> array[${ask.purpose}]::text[] ${after}
      and c.withdrawn_at is null and not c.withdrawn_purposes ? ${ask.purpose}
      and exists (
        select from segment g where g.service_id = c.service_id and g.subject_id = c.subject_id
          and g.access = any(${[...ask.access]}::text[])
      )
    order by c.subject_id limit ${page.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

interface People {
  readonly service: Id;
  readonly people: readonly Id[];
}

async function hold(db: Database, at: People): Promise<readonly HeldPerson[]> {
  if (at.people.length === 0) return [];
  // The locks come first: what is read after them stays so until the transaction is through.
  const subjects = await lockAll(db, at);
  const keys = await theirs<SubjectKeyRecord>(db, at, { what: sql`epoch, bytes from subject_key` });
  const segments = await theirs<SegmentRecord>(db, at, {
    what: sql`access, retention, version, bytes from segment`,
    more: sql`and retention <> 'proof' and access <> 'credential'`,
  });
  const consents = await theirs<ConsentRow>(db, at, {
    what: consentColumns,
    more: sql`and recipient_id is null`,
  });
  const blocks = await theirs<BlockRecord>(db, at, {
    what: sql`block_id as id, request_id as request, since, entry_id as entry from block`,
    more: sql`and lifted_at is null`,
  });
  return subjects.flatMap((record) => {
    const [key] = keys.get(record.id) ?? [];
    if (!key) return [];
    const of = <Row>(rows: ReadonlyMap<Id, readonly Row[]>) => rows.get(record.id) ?? [];
    const consented = of(consents).map(present);
    return { record, key, segments: of(segments), consents: consented, blocks: of(blocks) };
  });
}

/** Consents to hand data on allow nothing else, and are not among them. */
const consentColumns = sql`consent_id as id, policy_hash as "policyHash", form, purposes, categories,
  given_at as "givenAt", expires_at as "expiresAt", withdrawn_at as "withdrawnAt",
  withdrawn_purposes as "withdrawnPurposes", language, text_sha256 as "textSha256", entry_id as entry,
  incomplete from consent`;

async function lockAll(db: Database, { service, people }: People): Promise<readonly SubjectRecord[]> {
  const { rows } = await sql<SubjectRecord>`
    select service_id as service, subject_id as id, kind, version, policy_hash as "policyHash", language,
      created_at as "createdAt", adult
    from subject where service_id = ${service} and subject_id = any(${[...people]}::uuid[])
    order by subject_id for share`.execute(db);
  return rows.map(present) as readonly SubjectRecord[];
}

/** Rows of these people by whose they are; `what`: columns and table. */
async function theirs<Row>(
  db: Database,
  { service, people }: People,
  { what, more = sql`` }: { what: RawBuilder<unknown>; more?: RawBuilder<unknown> },
): Promise<ReadonlyMap<Id, readonly Row[]>> {
  const { rows } = await sql<Row & { readonly subject: Id }>`
    select subject_id as subject, ${what}
    where service_id = ${service} and subject_id = any(${[...people]}::uuid[]) ${more}`.execute(db);
  const grouped = new Map<Id, Row[]>();
  for (const row of rows) {
    const those = grouped.get(row.subject);
    if (those) those.push(row);
    else grouped.set(row.subject, [row]);
  }
  return grouped;
}
