import { sql } from 'kysely';
import { type Id, nilId } from '../../base/index.ts';
import type { MentionTable } from '../store.ts';
import { affected, present } from './rows.ts';
import type { Database } from './schema.ts';

/** @see MentionTable */
export function mentions(db: Database): MentionTable {
  const rows = () =>
    db
      .selectFrom('mention')
      .select(['mention_id as id', 'subject_id as giver', 'mentioned_id as mentioned', 'categories'])
      .select(['purpose', 'way', 'given_at as givenAt', 'digest', 'ended_at as endedAt', 'refused', 'sealed'])
      .orderBy('mention_id', 'desc');
  return {
    async insert(service, row) {
      await db
        .insertInto('mention')
        .values({
          ...{ service_id: service, subject_id: row.giver, mention_id: row.id, mentioned_id: row.mentioned },
          ...{ categories: [...row.categories], purpose: row.purpose, way: row.way, given_at: row.givenAt },
          ...{ digest: row.digest, ended_at: row.endedAt ?? null, refused: row.refused },
          sealed: row.sealed ?? null,
        })
        .execute();
    },
    ofGiver: async (service, giver) =>
      (await rows().where('service_id', '=', service).where('subject_id', '=', giver).execute()).map(present),
    ofMentioned: async (service, mentioned) =>
      (await rows().where('service_id', '=', service).where('mentioned_id', '=', mentioned).execute()).map(
        present,
      ),
    async end(service, mentioned, { at, refused }) {
      const ended = db
        .updateTable('mention')
        .set({ ended_at: sql`coalesce(ended_at, ${at})`, sealed: null, refused })
        .where('service_id', '=', service)
        .where('mentioned_id', '=', mentioned);
      const open = refused ? ended.where('refused', '=', false) : ended.where('ended_at', 'is', null);
      return affected(await open.executeTakeFirst());
    },
    async endOf(service, giver, at) {
      const ended = db
        .updateTable('mention')
        .set({ ended_at: at, sealed: null })
        .where('service_id', '=', service)
        .where('subject_id', '=', giver)
        .where('ended_at', 'is', null);
      return affected(await ended.executeTakeFirst());
    },
    stray: (limit) => stray(db, limit),
    async removeAll(service, giver) {
      const gone = db.deleteFrom('mention').where('service_id', '=', service).where('subject_id', '=', giver);
      return affected(await gone.executeTakeFirst());
    },
  };
}

async function stray(db: Database, limit: number) {
  const { rows } = await sql<{ service: Id; subject: Id }>`
    select s.service_id as service, s.subject_id as subject from subject s
    join subject_key k on k.service_id = s.service_id and k.subject_id = s.subject_id
    where s.kind = 'mentioned'
      and not exists (select from mention m where m.service_id = s.service_id
                      and m.mentioned_id = s.subject_id and m.ended_at is null)
      and not exists (select from block b where b.service_id = s.service_id
                      and b.subject_id = s.subject_id and b.lifted_at is null)
      and not exists (select from hold h where h.service_id = s.service_id
                      and h.subject_id in (s.subject_id, ${nilId}) and h.lifted_at is null)
    order by s.subject_id limit ${limit}`.execute(db);
  return rows;
}
