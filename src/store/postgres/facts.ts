import { sql } from 'kysely';
import { type Id, nilId } from '../../base/index.ts';
import type { SubjectFacts, Tx } from '../store.ts';
import type { Database } from './schema.ts';

/** @see Tx.facts */
export function facts(db: Database): Tx['facts'] {
  return { of: (service, subject) => factsOf(db, service, subject) };
}

/** One statement: what is looked up of everybody who is decided about is not asked for piece by piece. */
async function factsOf(db: Database, service: Id, subject: Id): Promise<SubjectFacts> {
  const theirs = sql`service_id = ${service} and subject_id = ${subject}`;
  const { rows } = await sql<SubjectFacts>`
    select
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('category', category,
        'months', months, 'days', days)) order by category), '[]')
       from category_term where service_id = ${service}) as terms,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', consent_id,
        'policyHash', policy_hash, 'form', form, 'purposes', purposes, 'categories', categories,
        'givenAt', given_at, 'expiresAt', expires_at, 'withdrawnAt', withdrawn_at,
        'withdrawnPurposes', withdrawn_purposes, 'transfer', case when recipient_id is not null then
          jsonb_build_object('recipient', recipient_id, 'country', coalesce(recipient_country, ''),
            'abroad', coalesce(abroad, false)) end)) order by given_at, consent_id), '[]')
       from consent where ${theirs}) as consents,
      (select coalesce(jsonb_agg(jsonb_build_object('id', block_id, 'since', since)), '[]')
       from block where ${theirs} and lifted_at is null) as blocks,
      (select coalesce(jsonb_agg(jsonb_build_object('purpose', purpose, 'category', category)
        order by purpose, category), '[]') from opt_out where ${theirs}) as "optOuts",
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', hold_id,
        'categories', categories)) order by hold_id), '[]')
       from hold where service_id = ${service} and subject_id in (${subject}, ${nilId}::uuid)
         and lifted_at is null) as holds,
      (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', obligation_id,
        'categories', categories, 'recordedAt', recorded_at, 'metAt', met_at)) order by obligation_id), '[]')
       from obligation where ${theirs}) as obligations`.execute(db);
  return rows[0] as SubjectFacts;
}
