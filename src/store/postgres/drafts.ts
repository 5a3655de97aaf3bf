import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { Tx } from '../store.ts';
import { affected, countOf, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.drafts */
export function drafts(db: Database): Tx['drafts'] {
  const change = (service: Id, id: Id) =>
    db.updateTable('draft').where('service_id', '=', service).where('draft_id', '=', id);
  return {
    async insert({ service, id, sealed, codeDigest, attempts, createdAt, expiresAt, epoch, replyDigest }) {
      const at = { created_at: createdAt, expires_at: expiresAt, epoch: epoch ?? null };
      const reply = { reply_digest: replyDigest ?? null };
      const row = {
        service_id: service,
        draft_id: id,
        sealed,
        code_digest: codeDigest,
        attempts,
        ...at,
        ...reply,
      };
      await db.insertInto('draft').values(row).execute();
    },
    async lock(service, id) {
      const row = await db
        .selectFrom('draft')
        .select(['service_id as service', 'draft_id as id', 'sealed', 'code_digest as codeDigest'])
        .select(['attempts', 'created_at as createdAt', 'expires_at as expiresAt', 'epoch'])
        .where('service_id', '=', service)
        .where('draft_id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return presentOrNone(row);
    },
    awaiting: (service, replyDigest, now) => awaiting(db, { service, replyDigest, now }),
    async countAttempt(service, id) {
      await change(service, id)
        .set((row) => ({ attempts: row('attempts', '+', 1) }))
        .execute();
    },
    async setCode(service, id, codeDigest) {
      await change(service, id).set({ code_digest: codeDigest }).execute();
    },
    async remove(service, id) {
      const gone = db.deleteFrom('draft').where('service_id', '=', service).where('draft_id', '=', id);
      return affected(await gone.executeTakeFirst());
    },
    sweep: (now) => sweep(db, now),
    async count(service) {
      const all = db.selectFrom('draft').where('service_id', '=', service);
      return (await all.select(countOf().as('n')).executeTakeFirstOrThrow()).n;
    },
    async oldestExpiry(service) {
      const oldest = db
        .selectFrom('draft')
        .where('service_id', '=', service)
        .select((is) => is.fn.min('expires_at').as('at'));
      return (await oldest.executeTakeFirst())?.at ?? undefined;
    },
  };
}

async function awaiting(
  db: Database,
  of: { service: Id; replyDigest: Uint8Array; now: number },
): Promise<readonly Id[]> {
  const rows = db
    .selectFrom('draft')
    .select('draft_id as id')
    .where('service_id', '=', of.service)
    .where('reply_digest', '=', of.replyDigest)
    .where('expires_at', '>', of.now)
    .orderBy('draft_id', 'desc');
  return (await rows.execute()).map(({ id }) => id);
}

/** Drafts whose time is over, their messages, and messages whose own time is over. */
async function sweep(db: Database, now: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with gone as (delete from draft where expires_at <= ${now} returning service_id, draft_id),
    theirs as (
      delete from message using gone
      where message.service_id = gone.service_id and message.subject_id = gone.draft_id returning 1
    )
    select count(*) as n from gone`.execute(db);
  await db.deleteFrom('message').where('expires_at', '<=', now).execute();
  return rows[0]?.n ?? 0;
}
