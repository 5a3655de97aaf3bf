import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { BlockFact, ConsentFact } from '../../gate/index.ts';
import type {
  HeldPerson,
  PageAsk,
  PurposeAsk,
  PurposeTable,
  SegmentRecord,
  SubjectKeyRecord,
  SubjectRecord,
} from '../store.ts';
import { said, written } from './pipeline.ts';
import { present } from './rows.ts';
import type { Database } from './schema.ts';

const tie = `
  insert into entry_link (service_id, subject_id, entry_id)
  select $1, person, $2 from unnest($3::uuid[]) person`;

/** @see PurposeTable */
export function underPurpose(db: Database): PurposeTable {
  return {
    page: (service, ask, page) => pageOf(db, { service, ask, page }),
    hold: (service, people) => hold(db, { service, people }),
    tie: (service, entry, people) => written(db, tie, [service, entry, people]),
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

const theirs = 'service_id = $1 and subject_id = any($2::uuid[])';

/** What is read of people on a page. Consents to hand data on allow nothing else, and are not among them. */
const statements = {
  lock: `
    select service_id as service, subject_id as id, kind, version, policy_hash as "policyHash", language,
      created_at as "createdAt", adult
    from subject where ${theirs} order by subject_id for share`,
  keys: `select subject_id as subject, epoch, bytes from subject_key where ${theirs}`,
  segments: `
    select subject_id as subject, access, retention, version, bytes from segment
    where ${theirs} and retention <> 'proof' and access <> 'credential'`,
  consents: `
    select subject_id as subject, consent_id as id, policy_hash as "policyHash", form,
      to_jsonb(purposes) as purposes, to_jsonb(categories) as categories, given_at as "givenAt",
      expires_at as "expiresAt", withdrawn_at as "withdrawnAt", withdrawn_purposes as "withdrawnPurposes"
    from consent where ${theirs} and recipient_id is null`,
  blocks: `
    select subject_id as subject, block_id as id, since from block where ${theirs} and lifted_at is null`,
  contracts: `
    select subject_id as subject, contract_id as id, ended_at as "endedAt" from contract where ${theirs}`,
} as const;

/** The statements go out together; the locks come first: what is read after them stays so until the end. */
async function hold(db: Database, { service, people }: People): Promise<readonly HeldPerson[]> {
  if (people.length === 0) return [];
  const ask = <Row>(text: string) => said<Row>(db, text, [service, people]);
  const [subjects, keys, segments, consents, blocks, contracts] = await Promise.all([
    ask<SubjectRecord>(statements.lock),
    ask<OfOne & SubjectKeyRecord>(statements.keys),
    ask<OfOne & SegmentRecord>(statements.segments),
    ask<OfOne & ConsentFact>(statements.consents),
    ask<OfOne & BlockFact>(statements.blocks),
    ask<OfOne & { id: Id; endedAt: number | null }>(statements.contracts),
  ]);
  const found = new Map<Id, Growing>();
  const wrapped = new Map(keys.map(({ subject, ...key }) => [subject, key]));
  for (const record of subjects) {
    const key = wrapped.get(record.id);
    const none = { segments: [], consents: [], blocks: [], contracts: [] };
    if (key) found.set(record.id, { record: present(record) as SubjectRecord, key, ...none });
  }
  for (const { subject, ...segment } of segments) found.get(subject)?.segments.push(segment);
  for (const row of consents) found.get(row.subject)?.consents.push(consentOf(row));
  for (const { subject, ...block } of blocks) found.get(subject)?.blocks.push(block);
  for (const { subject, ...made } of contracts) found.get(subject)?.contracts.push(present(made));
  return [...found.values()];
}

interface OfOne {
  readonly subject: Id;
}

type Growing = Pick<HeldPerson, 'record' | 'key'> & {
  readonly [Key in 'segments' | 'consents' | 'blocks' | 'contracts']: HeldPerson[Key][number][];
};

function consentOf({ subject: _, ...row }: OfOne & ConsentFact): ConsentFact {
  return present(row) as ConsentFact;
}
