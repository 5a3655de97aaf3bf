import { sql } from 'kysely';
import type { Id } from '../../base/index.ts';
import type { CampaignCounts, CampaignRecord, Campaigns } from '../campaign-records.ts';
import type { Tx } from '../store.ts';
import { affected, countOf, json, present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.campaigns */
export function campaigns(db: Database): Tx['campaigns'] {
  return { ...written(db), ...course(db), ...recipients(db) };
}

function rows(db: Database) {
  return db
    .selectFrom('campaign')
    .select(['campaign.service_id as service', 'campaign.campaign_id as id', 'class', 'purpose'])
    .select(['campaign.channel', 'campaign.state', 'campaign.created_at as createdAt'])
    .select(['texts', 'created_by as by', 'ended_at as endedAt'])
    .select(['after_id as after', 'unasked']);
}

function written(db: Database): Pick<Campaigns, 'insert' | 'get' | 'lock' | 'list' | 'running'> {
  const one = (service: Id, id: Id) =>
    rows(db).where('campaign.service_id', '=', service).where('campaign.campaign_id', '=', id);
  const all = (found: readonly object[]) => found.map(present) as readonly CampaignRecord[];
  return {
    async insert(row) {
      await db
        .insertInto('campaign')
        .values({
          service_id: row.service,
          campaign_id: row.id,
          ...{ class: row.class, purpose: row.purpose, channel: row.channel, state: row.state },
          texts: json(row.texts),
          created_by: row.by,
          created_at: row.createdAt,
          ended_at: row.endedAt ?? null,
          after_id: row.after ?? null,
          unasked: row.unasked,
        })
        .execute();
    },
    get: async (service, id) => presentOrNone(await one(service, id).executeTakeFirst()),
    lock: async (service, id) => presentOrNone(await one(service, id).forUpdate().executeTakeFirst()),
    async list(service, { after, limit }) {
      const page = rows(db)
        .where('campaign.service_id', '=', service)
        .orderBy('campaign.campaign_id', 'desc')
        .limit(limit);
      return all(
        await (after === undefined ? page : page.where('campaign.campaign_id', '<', after)).execute(),
      );
    },
    running: async () => all(await rows(db).where('state', '=', 'running').orderBy('created_at').execute()),
  };
}

function course(db: Database): Pick<Campaigns, 'setState' | 'advance' | 'consented' | 'countUnasked'> {
  const change = (service: Id, id: Id) =>
    db.updateTable('campaign').where('service_id', '=', service).where('campaign_id', '=', id);
  return {
    async setState(service, id, { state, endedAt }) {
      await change(service, id)
        .set({ state, ...(endedAt !== undefined && { ended_at: endedAt }) })
        .execute();
    },
    async advance(service, id, { after, unasked }) {
      await change(service, id)
        .set({
          ...(after !== undefined && { after_id: after }),
          ...(unasked !== undefined && { unasked }),
        })
        .execute();
    },
    async consented(service, { purpose, after, limit }) {
      const { rows: found } = await sql<{ id: Id }>`
        select distinct c.subject_id as id from consent c
        where c.service_id = ${service} and ${purpose} = any (c.purposes)
          and ${after === undefined ? sql`true` : sql`c.subject_id > ${after}`}
        order by c.subject_id limit ${limit}`.execute(db);
      return found.map(({ id }) => id);
    },
    async countUnasked(service, purpose) {
      const { rows: found } = await sql<{ n: number }>`
        select count(*) as n from subject s
        where s.service_id = ${service} and s.kind = 'user' and not exists (
          select from consent c where c.service_id = s.service_id and c.subject_id = s.subject_id
            and ${purpose} = any (c.purposes)
        )`.execute(db);
      return found[0]?.n ?? 0;
    },
  };
}

function recipients(
  db: Database,
): Pick<Campaigns, 'isNoted' | 'note' | 'ofMessage' | 'counts' | 'removeAll'> {
  return {
    async isNoted(service, subject, id) {
      const found = ofCampaign(db, service, id).where('r.subject_id', '=', subject).select('r.outcome');
      return (await found.executeTakeFirst()) !== undefined;
    },
    async note({ service, subject, campaign, outcome, message }) {
      const place = { service_id: service, subject_id: subject, campaign_id: campaign };
      await db
        .insertInto('campaign_recipient')
        .values({ ...place, outcome, message_id: message ?? null })
        .execute();
    },
    async ofMessage(service, message) {
      const found = rows(db)
        .innerJoin('campaign_recipient as r', (on) =>
          on
            .onRef('r.service_id', '=', 'campaign.service_id')
            .onRef('r.campaign_id', '=', 'campaign.campaign_id'),
        )
        .innerJoin('message as m', (on) =>
          on
            .onRef('m.service_id', '=', 'r.service_id')
            .onRef('m.subject_id', '=', 'r.subject_id')
            .onRef('m.message_id', '=', 'r.message_id'),
        )
        .where('m.service_id', '=', service)
        .where('m.message_id', '=', message);
      return presentOrNone(await found.executeTakeFirst()) as CampaignRecord | undefined;
    },
    counts: (service, id) => countsOf(db, service, id),
    async removeAll(service, subject) {
      const gone = db
        .deleteFrom('campaign_recipient')
        .where('service_id', '=', service)
        .where('subject_id', '=', subject);
      return affected(await gone.executeTakeFirst());
    },
  };
}

function ofCampaign(db: Database, service: Id, id: Id) {
  return db
    .selectFrom('campaign_recipient as r')
    .where('r.service_id', '=', service)
    .where('r.campaign_id', '=', id);
}

async function countsOf(db: Database, service: Id, id: Id): Promise<CampaignCounts> {
  const outcomes = await ofCampaign(db, service, id)
    .select(['r.outcome', countOf().as('n')])
    .groupBy('r.outcome')
    .execute();
  const messages = await ofCampaign(db, service, id)
    .innerJoin('message as m', (on) =>
      on.onRef('m.service_id', '=', 'r.service_id').onRef('m.message_id', '=', 'r.message_id'),
    )
    .select(['m.state', countOf().as('n')])
    .groupBy('m.state')
    .execute();
  return {
    outcomes: Object.fromEntries(outcomes.map(({ outcome, n }) => [outcome, n])),
    messages: Object.fromEntries(messages.map(({ state, n }) => [state, n])),
  };
}
