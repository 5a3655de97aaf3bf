import type pg from 'pg';
import { type Id, nilId } from '../../base/index.ts';
import type { ConsentFact } from '../../gate/index.ts';
import type {
  GatherAsk,
  Gathered,
  GatheredKey,
  GatheredSubject,
  Gathering,
  PendingEntry,
  SegmentRecord,
  SubjectRecord,
} from '../store.ts';
import { failureOf } from './failure.ts';
import { corked } from './pool.ts';
import { present } from './rows.ts';

/** What holds for everybody of a service, as rows of nobody. */
const ofService = `
    select null::uuid as subject, 'heads' as what, jsonb_strip_nulls(jsonb_build_object(
      'service', service_id, 'version', version, 'hash', hash, 'status', status, 'createdAt', created_at,
      'liveAt', live_at, 'completes', completes)) as body
    from policy_version where service_id = $1
    union all
    select null::uuid, 'terms', jsonb_strip_nulls(jsonb_build_object('category', category, 'months', months,
      'days', days))
    from category_term where service_id = $1`;

/** Statements of a gathering, by the names under which PostgreSQL keeps them prepared. */
const statements = {
  // Whoever is locked is skipped: nobody in the group waits for one of them. Of subjects the id alone comes.
  'gather-hold': `
    with held as materialized (
      select subject_id from subject where service_id = $1 and subject_id = any($2::uuid[])
      for share skip locked
    ), key as materialized (
      select key_id, purposes, categories, expires_at, revoked_at
      from api_key where service_id = $1 and key_id = any($3::uuid[]) for share skip locked
    )
    select subject_id as id, null::text[] as purposes, null::text[] as categories,
      null::bigint as "expiresAt", null::bigint as "revokedAt" from held
    union all
    select key_id, purposes, categories, expires_at, revoked_at from key`,
  'gather-subjects': `
    select s.subject_id as id, s.kind, s.version, s.policy_hash as "policyHash", s.language,
      s.created_at as "createdAt", s.adult, k.epoch, k.bytes
    from subject s left join subject_key k on k.service_id = s.service_id and k.subject_id = s.subject_id
    where s.service_id = $1 and s.subject_id = any($2::uuid[])`,
  'gather-segments': `
    select subject_id as subject, access, retention, version, bytes from segment
    where service_id = $1 and subject_id = any($2::uuid[]) and retention <> 'proof' and access <> 'credential'
    order by subject_id, access, retention`,
  'gather-consents': `
    select subject_id as subject, consent_id as id, policy_hash as "policyHash", form, purposes, categories,
      given_at as "givenAt", expires_at as "expiresAt", withdrawn_at as "withdrawnAt",
      withdrawn_purposes as "withdrawnPurposes", recipient_id as recipient, recipient_country as country,
      abroad, representation_id as representation
    from consent where service_id = $1 and subject_id = any($2::uuid[])
    order by subject_id, given_at, consent_id`,
  'gather-rest': `
    select subject_id as subject, 'blocks' as what, jsonb_build_object('id', block_id, 'since', since) as body
    from block where service_id = $1 and subject_id = any($2::uuid[]) and lifted_at is null
    union all
    select subject_id, 'pending', jsonb_build_object('purposes', purposes, 'categories', categories)
    from paper where service_id = $1 and subject_id = any($2::uuid[]) and state = 'waiting'
    union all
    select subject_id, 'optOuts', jsonb_build_object('purpose', purpose, 'category', category)
    from opt_out where service_id = $1 and subject_id = any($2::uuid[])
    union all
    select subject_id, 'obligations', jsonb_strip_nulls(jsonb_build_object('id', obligation_id,
      'categories', categories, 'recordedAt', recorded_at, 'metAt', met_at))
    from obligation where service_id = $1 and subject_id = any($2::uuid[])
    union all
    select subject_id, 'contracts', jsonb_strip_nulls(jsonb_build_object('id', contract_id,
      'endedAt', ended_at))
    from contract where service_id = $1 and subject_id = any($2::uuid[])
    union all
    select subject_id, 'representations', jsonb_strip_nulls(jsonb_build_object('id', representation_id,
      'representative', representative_id, 'endedAt', ended_at, 'birth', encode(birth, 'hex')))
    from representation where service_id = $1 and subject_id = any($2::uuid[]) and birth is not null
    union all
    select subject_id, 'destroyed', jsonb_strip_nulls(jsonb_build_object('category', category, 'at', at,
      'cause', cause, 'clause', clause, 'lastOn', last_on, 'entry', entry_id))
    from destroyed_value where service_id = $1 and subject_id = any($2::uuid[])
    union all ${ofService}`,
  // The leaves come end to end in one value: an array of bytes would be written out in hexadecimal.
  'gather-append': `
    with entry as materialized (
      select subject_id, entry_id, substring($4::bytea from from_byte for length) as leaf
      from unnest($2::uuid[], $3::uuid[], $5::int[], $6::int[]) t(subject_id, entry_id, from_byte, length)
    ), pending as (
      insert into entry_pending (service_id, subject_id, entry_id, leaf)
      select $1, subject_id, entry_id, leaf from entry
    )
    insert into entry_link (service_id, subject_id, entry_id)
    select $1, subject_id, entry_id from entry where subject_id <> '${nilId}'`,
} as const;

const ofNobody: Gathered = { heads: [], terms: [], keys: new Map(), subjects: new Map() };

/** @see Gathering */
export function gatheringOn(pool: pg.Pool): Gathering {
  return {
    gather: (ask, answer) =>
      onConnection(pool, async (client) => {
        if (ask.subjects.length + ask.keys.length === 0) {
          const alone = answer(ofNobody);
          // One statement is a transaction of its own.
          if (alone.length > 0) await append(client, ask.service, alone);
          return;
        }
        const entries = answer(await read(client, ask));
        if (entries.length === 0) await client.query('rollback');
        else await together([append(client, ask.service, entries), client.query('commit')]);
      }),
  };
}

/** Whatever fails is undone before the connection serves somebody else, or the connection goes. */
async function onConnection(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => Promise.reject(failureOf(error)));
  try {
    await work(client);
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw failureOf(error);
  }
  client.release();
}

/**
 * Waits for statements that went out one after the other. The connection is in pipeline mode: PostgreSQL
 * begins each once the one before it is through, and nobody waits for an answer in between.
 */
async function together(asked: readonly Promise<pg.QueryResult>[]): Promise<readonly pg.QueryResult[]> {
  const settled = await Promise.allSettled(asked);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

function say(client: pg.PoolClient, name: keyof typeof statements, values: readonly unknown[]) {
  return corked(client).query({ name, text: statements[name], values: [...values] });
}

async function read(client: pg.PoolClient, ask: GatherAsk): Promise<Gathered> {
  const theirs = [ask.service, arrayOf(ask.subjects)];
  const [, hold, subjects, segments, consents, rest] = await together([
    client.query('begin'),
    say(client, 'gather-hold', [...theirs, arrayOf(ask.keys)]),
    say(client, 'gather-subjects', theirs),
    say(client, 'gather-segments', theirs),
    say(client, 'gather-consents', theirs),
    say(client, 'gather-rest', theirs),
  ]);
  const held = new Set<Id>();
  const keys = new Map<Id, GatheredKey>();
  for (const row of rowsOf<HoldRow>(hold))
    if (row.purposes === null) held.add(row.id);
    else keys.set(row.id, present(row) as unknown as GatheredKey);
  const found = new Map<Id, Growing>();
  for (const row of rowsOf<SubjectRow>(subjects))
    if (held.has(row.id)) found.set(row.id, grown(ask.service, row));
  for (const { subject, ...row } of rowsOf<SegmentRecord & OfOne>(segments))
    found.get(subject)?.segments.push(row);
  for (const row of rowsOf<ConsentRow>(consents)) found.get(row.subject)?.consents.push(consentOf(row));
  const all: OfService = { heads: [], terms: [] };
  for (const row of rowsOf<RestRow>(rest)) {
    if (row.subject === null) all[row.what].push(row.body as never);
    else found.get(row.subject)?.[row.what].push(row.body as never);
  }
  return { ...inOrder(all), keys, subjects: found };
}

function inOrder({ heads, terms }: OfService): OfService {
  return { heads, terms: terms.sort((a, b) => (a.category < b.category ? -1 : 1)) };
}

interface OfOne {
  readonly subject: Id;
}

type SubjectRow = Omit<SubjectRecord, 'service' | 'adult'> & {
  readonly adult: boolean | null;
  readonly epoch: number | null;
  readonly bytes: Uint8Array | null;
};

type ConsentRow = OfOne & {
  readonly [Key in keyof Required<ConsentFact>]: undefined extends ConsentFact[Key]
    ? ConsentFact[Key] | null
    : ConsentFact[Key];
} & { readonly recipient: Id | null; readonly country: string | null; readonly abroad: boolean | null };

type HoldRow = { readonly [Key in keyof Required<GatheredKey>]: GatheredKey[Key] | null } & {
  readonly id: Id;
};

interface ServiceRow {
  readonly subject: null;
  readonly what: 'heads' | 'terms';
  readonly body: unknown;
}

type RestRow =
  | ServiceRow
  | (OfOne & {
      readonly what:
        | 'blocks'
        | 'pending'
        | 'optOuts'
        | 'obligations'
        | 'contracts'
        | 'representations'
        | 'destroyed';
      readonly body: unknown;
    });

type OfService = { readonly [Key in 'heads' | 'terms']: Mutable<Gathered[Key]> };

type Growing = { -readonly [Key in keyof GatheredSubject]: Mutable<GatheredSubject[Key]> };
type Mutable<T> = T extends readonly (infer Item)[] ? Item[] : T;

function rowsOf<Row extends object>(result: pg.QueryResult | undefined): readonly Row[] {
  return (result?.rows ?? []) as Row[];
}

function grown(service: Id, { epoch, bytes, adult, ...row }: SubjectRow): Growing {
  return {
    record: { service, ...row, ...(adult !== null && { adult }) },
    ...(epoch !== null && bytes !== null && { keys: { epoch, bytes } }),
    ...{ segments: [], consents: [], pending: [], blocks: [], optOuts: [], obligations: [] },
    ...{ contracts: [], representations: [], destroyed: [] },
  };
}

function consentOf(row: ConsentRow): ConsentFact {
  const { id, policyHash, form, purposes, categories, givenAt, withdrawnPurposes } = row;
  const { expiresAt, withdrawnAt, recipient, country, abroad, representation } = row;
  return {
    ...{ id, policyHash, form, purposes, categories, givenAt, withdrawnPurposes },
    ...(expiresAt !== null && { expiresAt }),
    ...(withdrawnAt !== null && { withdrawnAt }),
    ...(recipient !== null && { transfer: { recipient, country: country ?? '', abroad: abroad === true } }),
    ...(representation !== null && { representation }),
  };
}

/** Ids or numbers as PostgreSQL writes an array of them; neither needs quotes. */
function arrayOf(items: readonly (Id | number)[]): string {
  return `{${items.join(',')}}`;
}

async function append(client: pg.PoolClient, service: Id, entries: readonly PendingEntry[]) {
  let next = 1;
  const starts = entries.map(({ leaf }) => {
    const start = next;
    next += leaf.length;
    return start;
  });
  return say(client, 'gather-append', [
    service,
    arrayOf(entries.map(({ subject }) => subject)),
    arrayOf(entries.map(({ id }) => id)),
    Buffer.concat(entries.map(({ leaf }) => leaf)),
    arrayOf(starts),
    arrayOf(entries.map(({ leaf }) => leaf.length)),
  ]);
}
