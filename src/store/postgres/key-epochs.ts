import { sql } from 'kysely';
import { type Id, KepilError } from '../../base/index.ts';
import type { DraftRecord, EpochRecord, EpochTable, VisitDayRecord } from '../store.ts';
import { present } from './rows.ts';
import type { Database } from './schema.ts';

/** @see EpochTable */
export function keyEpochs(db: Database): EpochTable {
  return { ...course(db), ...wrapped(db), ...sealed(db) };
}

type Course = 'list' | 'hold' | 'begin' | 'closeBefore' | 'endBefore' | 'count';

function course(db: Database): Pick<EpochTable, Course> {
  const living = (service: Id) =>
    db.selectFrom('key_epoch').where('service_id', '=', service).where('ended_at', 'is', null);
  const count = async (service: Id, which: '<' | '=', epoch: number) => {
    const { rows } = await sql<{ keys: number; days: number; drafts: number }>`
      select
        (select count(*) from subject_key
         where service_id = ${service} and epoch ${sql.raw(which)} ${epoch}) as keys,
        (select count(*) from visit_day
         where service_id = ${service} and epoch ${sql.raw(which)} ${epoch} and bytes <> '') as days,
        (select count(*) from draft
         where service_id = ${service} and epoch ${sql.raw(which)} ${epoch}) as drafts`.execute(db);
    return rows[0] ?? { keys: 0, days: 0, drafts: 0 };
  };
  return {
    async list(service) {
      const rows = living(service)
        .select(['service_id as service', 'epoch', 'began_at as beganAt', 'closed_at as closedAt'])
        .orderBy('epoch');
      return (await rows.execute()).map(present) as readonly EpochRecord[];
    },
    async hold(service) {
      const newest = living(service).where('closed_at', 'is', null).select('epoch').orderBy('epoch', 'desc');
      const row = await newest.limit(1).forShare().executeTakeFirst();
      if (!row) throw new KepilError('ERR_STORE_CONFLICT', 'store-conflict');
      return row.epoch;
    },
    async begin(service, epoch, at) {
      await db
        .insertInto('key_epoch')
        .values({ service_id: service, epoch, began_at: at, closed_at: null, ended_at: null })
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
    async closeBefore(service, epoch, at) {
      // Waits for whoever holds one; from the lock on nobody holds it anew, and the count sees what they
      // left.
      await living(service).where('epoch', '<', epoch).select('epoch').forUpdate().execute();
      const { keys, days, drafts } = await count(service, '<', epoch);
      if (keys + days + drafts > 0) return false;
      await db
        .updateTable('key_epoch')
        .set({ closed_at: at })
        .where('service_id', '=', service)
        .where('epoch', '<', epoch)
        .where('closed_at', 'is', null)
        .execute();
      return true;
    },
    endBefore: (service, epoch, at) => endBefore(db, service, { epoch, at }),
    count: (service, epoch) => count(service, '=', epoch),
  };
}

async function endBefore(
  db: Database,
  service: Id,
  { epoch, at }: { epoch: number; at: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with gone as (
      update key_epoch set ended_at = ${at}
      where service_id = ${service} and epoch < ${epoch} and closed_at is not null and ended_at is null
      returning epoch
    ), acts as (
      update destruction_act a set recoverable_until = ${at} from gone
      where a.service_id = ${service} and a.epoch = gone.epoch returning 1
    )
    select count(*) as n from gone`.execute(db);
  return rows[0]?.n ?? 0;
}

function wrapped(db: Database): Pick<EpochTable, 'keysBefore' | 'rewrapKeys' | 'daysBefore' | 'rewrapDay'> {
  return {
    keysBefore(service, epoch, { after, limit }) {
      const page = db
        .selectFrom('subject_key')
        .select(['subject_id as subject', 'epoch', 'bytes'])
        .where('service_id', '=', service)
        .where('epoch', '<', epoch)
        .orderBy('subject_id')
        .limit(limit)
        .forUpdate();
      return (after === undefined ? page : page.where('subject_id', '>', after)).execute();
    },
    async rewrapKeys(service, rows) {
      if (rows.length === 0) return;
      const fresh = sql.join(
        rows.map(({ subject, epoch, bytes }) => sql`(${subject}::uuid, ${epoch}::integer, ${bytes}::bytea)`),
      );
      await sql`
        update subject_key k set epoch = f.epoch, bytes = f.bytes
        from (values ${fresh}) as f (subject_id, epoch, bytes)
        where k.service_id = ${service} and k.subject_id = f.subject_id and k.epoch < f.epoch`.execute(db);
    },
    async daysBefore(service, epoch) {
      const rows = await db
        .selectFrom('visit_day')
        .select(['service_id as service', 'day', 'epoch', 'bytes', 'ends_on as endsOn'])
        .where('service_id', '=', service)
        .where('epoch', '<', epoch)
        .where('bytes', '<>', new Uint8Array(0))
        .orderBy('day')
        .forUpdate()
        .execute();
      return rows.map(
        ({ epoch: under, bytes, ...row }): Required<VisitDayRecord> => ({
          ...row,
          key: { epoch: under, bytes },
        }),
      );
    },
    async rewrapDay({ service, day, key }) {
      await db
        .updateTable('visit_day')
        .set(key)
        .where('service_id', '=', service)
        .where('day', '=', day)
        .where('bytes', '<>', new Uint8Array(0))
        .execute();
    },
  };
}

function sealed(db: Database): Pick<EpochTable, 'draftsBefore' | 'resealDraft'> {
  return {
    async draftsBefore(service, epoch, limit) {
      const rows = await db
        .selectFrom('draft')
        .select(['service_id as service', 'draft_id as id', 'epoch', 'sealed', 'code_digest as codeDigest'])
        .select(['attempts', 'created_at as createdAt', 'expires_at as expiresAt'])
        .where('service_id', '=', service)
        .where('epoch', '<', epoch)
        .orderBy('draft_id')
        .limit(limit)
        .forUpdate()
        .execute();
      return rows.map(present) as readonly DraftRecord[];
    },
    async resealDraft({ service, id, epoch, sealed: bytes }) {
      await db
        .updateTable('draft')
        .set({ epoch: epoch ?? null, sealed: bytes })
        .where('service_id', '=', service)
        .where('draft_id', '=', id)
        .execute();
    },
  };
}
