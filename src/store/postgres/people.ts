import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { ContractFact } from '../../gate/index.ts';
import type { PageAsk, PersonRecord, SegmentRecord } from '../store.ts';
import { present } from './rows.ts';
import type { Database } from './schema.ts';

/**
 * People of a service with their keys and segments, in the order of their ids: two statements for all of
 * them. O(limit).
 */
export async function people(
  db: Database,
  service: Id,
  { after, limit }: PageAsk,
): Promise<readonly PersonRecord[]> {
  let page = db
    .selectFrom('subject as s')
    .innerJoin('subject_key as k', (join) =>
      join.onRef('k.service_id', '=', 's.service_id').onRef('k.subject_id', '=', 's.subject_id'),
    )
    .leftJoin('block as b', (join) =>
      join
        .onRef('b.service_id', '=', 's.service_id')
        .onRef('b.subject_id', '=', 's.subject_id')
        .on('b.lifted_at', 'is', null),
    )
    .where('s.service_id', '=', service)
    .select(['s.subject_id as id', 's.kind', 's.version', 's.policy_hash as policyHash', 's.language'])
    .select(['s.created_at as createdAt', 's.adult', 'k.epoch', 'k.bytes', 'b.block_id as block'])
    .orderBy('s.subject_id')
    .limit(limit);
  if (after !== undefined) page = page.where('s.subject_id', '>', after);
  const rows = await page.execute();
  const ids = rows.map(({ id }) => id);
  const segments = await segmentsOf(db, service, ids);
  const contracts = await contractsOf(db, service, ids);
  return rows.map(({ epoch, bytes, block, ...record }) => ({
    record: present({ service, ...record }),
    key: { epoch, bytes },
    segments: segments.get(record.id) ?? [],
    contracts: contracts.get(record.id) ?? [],
    ...(block !== null && { block }),
  }));
}

async function contractsOf(db: Database, service: Id, subjects: readonly Id[]) {
  const found = new Map<Id, ContractFact[]>();
  if (subjects.length === 0) return found;
  const rows = await db
    .selectFrom('contract')
    .where('service_id', '=', service)
    .where('subject_id', 'in', [...subjects])
    .select(['subject_id as subject', 'contract_id as id', 'ended_at as endedAt'])
    .execute();
  for (const { subject, ...row } of rows) found.set(subject, [...(found.get(subject) ?? []), present(row)]);
  return found;
}

async function segmentsOf(db: Database, service: Id, subjects: readonly Id[]) {
  const found = new Map<Id, SegmentRecord[]>();
  if (subjects.length === 0) return found;
  const { rows } = await sql<SegmentRecord & { subject: Id }>`
    select subject_id as subject, access, retention, version, bytes from segment
    where service_id = ${service} and subject_id = any(${[...subjects]}::uuid[])
    order by subject_id, access, retention`.execute(db);
  for (const { subject, ...segment } of rows) found.set(subject, [...(found.get(subject) ?? []), segment]);
  return found;
}
