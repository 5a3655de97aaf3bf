import { type Id, nilId } from '../../base/index.ts';
import type {
  HeldSubject,
  PolicyHeadRecord,
  SegmentRecord,
  SubjectFacts,
  SubjectRecord,
  Tx,
} from '../store.ts';
import { said } from './pipeline.ts';
import { present } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.facts */
export function facts(db: Database): Tx['facts'] {
  return {
    of: (service, subject) => factsOf(db, service, subject),
    hold: (service, subject, how) => hold(db, { service, subject, ...how }),
  };
}

const theirs = 'service_id = $1 and subject_id = $2';

/** One statement: what is looked up of everybody who is decided about is not asked for piece by piece. */
const standing = `
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('category', category,
    'months', months, 'days', days)) order by category), '[]')
   from category_term where service_id = $1) as terms,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', consent_id,
    'policyHash', policy_hash, 'form', form, 'purposes', purposes, 'categories', categories,
    'givenAt', given_at, 'expiresAt', expires_at, 'withdrawnAt', withdrawn_at,
    'withdrawnPurposes', withdrawn_purposes, 'transfer', case when recipient_id is not null then
      jsonb_build_object('recipient', recipient_id, 'country', coalesce(recipient_country, ''),
        'abroad', coalesce(abroad, false)) end, 'representation', representation_id))
    order by given_at, consent_id), '[]')
   from consent where ${theirs}) as consents,
  (select coalesce(jsonb_agg(jsonb_build_object('purposes', purposes, 'categories', categories)
    order by paper_id), '[]') from paper where ${theirs} and state = 'waiting') as pending,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', representation_id,
    'representative', representative_id, 'endedAt', ended_at, 'birth', encode(birth, 'hex')))
    order by representation_id), '[]')
   from representation where ${theirs} and birth is not null) as representations,
  (select coalesce(jsonb_agg(jsonb_build_object('id', block_id, 'since', since)), '[]')
   from block where ${theirs} and lifted_at is null) as blocks,
  (select coalesce(jsonb_agg(jsonb_build_object('purpose', purpose, 'category', category)
    order by purpose, category), '[]') from opt_out where ${theirs}) as "optOuts",
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', hold_id,
    'categories', categories)) order by hold_id), '[]')
   from hold where service_id = $1 and subject_id in ($2, '${nilId}'::uuid)
     and lifted_at is null) as holds,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', obligation_id,
    'categories', categories, 'recordedAt', recorded_at, 'metAt', met_at)) order by obligation_id), '[]')
   from obligation where ${theirs}) as obligations,
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', contract_id,
    'endedAt', ended_at)) order by contract_id), '[]')
   from contract where ${theirs}) as contracts`;

const statements = {
  facts: `select ${standing}`,
  share: lockFor('share'),
  update: lockFor('update'),
  held: `
    select k.epoch, k.bytes,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('service', service_id,
        'version', version, 'hash', hash, 'status', status, 'createdAt', created_at, 'liveAt', live_at,
        'completes', completes)) order by version desc), '[]')
       from policy_version where service_id = $1) as heads,
      ${standing}
    from (values (1)) one left join subject_key k on k.service_id = $1 and k.subject_id = $2`,
  segments: `
    select access, retention, version, bytes from segment where ${theirs} order by access, retention`,
} as const;

function lockFor(mode: 'share' | 'update'): string {
  return `
    select service_id as service, subject_id as id, kind, version, policy_hash as "policyHash", language,
      created_at as "createdAt", adult
    from subject where ${theirs} for ${mode}`;
}

async function factsOf(db: Database, service: Id, subject: Id): Promise<SubjectFacts> {
  const [row] = await said<SubjectFacts>(db, statements.facts, [service, subject]);
  return row as SubjectFacts;
}

type HeldRow = SubjectFacts & {
  readonly heads: readonly PolicyHeadRecord[];
  readonly epoch: number | null;
  readonly bytes: Uint8Array | null;
};

/** The statements go out together, and PostgreSQL begins each once the one before is through. */
async function hold(
  db: Database,
  ask: { service: Id; subject: Id; mode: 'share' | 'update'; segments: boolean },
): Promise<HeldSubject> {
  const whose = [ask.service, ask.subject];
  const [[record], [held], segments] = await Promise.all([
    said<SubjectRecord>(db, statements[ask.mode], whose),
    said<HeldRow>(db, statements.held, whose),
    ask.segments ? said<SegmentRecord>(db, statements.segments, whose) : [],
  ]);
  const { epoch, bytes, heads, ...stands } = held as HeldRow;
  if (!record) return { heads, segments: [], facts: { ...nothing, terms: stands.terms } };
  return {
    record: present(record) as SubjectRecord,
    ...(epoch !== null && bytes !== null && { keys: { epoch, bytes } }),
    ...{ heads, segments, facts: stands },
  };
}

const nothing: SubjectFacts = {
  ...{ terms: [], consents: [], pending: [], blocks: [], optOuts: [], holds: [] },
  ...{ obligations: [], contracts: [], representations: [] },
};
