import { type Id, isId, KepilError } from '../base/index.ts';
import type {
  ApiKeyRecord,
  ConsentRow,
  PolicyHeadRecord,
  RequestRecord,
  ServiceRecord,
  SubjectRecord,
  Tx,
} from '../store/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { type PlacedEntry, placed, today } from './cabinet.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { lateness } from './delete-account.ts';
import { digestOf, openSubject } from './subjects.ts';
import { headOf, serviceOf, type World } from './world.ts';

/** A service at a glance, for lists. Counts only. */
export interface ServiceSurvey {
  readonly service: ServiceRecord;
  readonly head: PolicyHeadRecord;
  readonly subjects: number;
  readonly overdue: number;
  readonly open: number;
  readonly pending: number;
  /** Keys and segments of people that do not open. */
  readonly broken: number;
  /** Deletions of accounts that were not carried out in time. */
  readonly late: number;
  /** Alerts and incidents whose notice to the authorised body is not out, and those among them late. */
  readonly incidents: number;
  readonly incidentsLate: number;
  /** Consents on paper that wait to be checked, and those among them late. */
  readonly papers: number;
  readonly papersLate: number;
  /** Files that are not what was kept. */
  readonly damaged: number;
}

/** The running services, by key. */
export async function listServices(world: World): Promise<readonly ServiceRecord[]> {
  const rows = await world.store.transaction((tx) => tx.services.list());
  return rows.filter(({ kind }) => kind === 'service').sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Everything that keeps a log: the services, and the installation itself for what its staff do. */
export function listLogs(world: World): Promise<readonly ServiceRecord[]> {
  return world.store.transaction((tx) => tx.services.list());
}

/** The service of a key. @throws KepilError `ERR_NOT_FOUND` */
export function findService(world: World, key: string): Promise<ServiceRecord> {
  return world.store.look((tx) => serviceOf(tx, key));
}

/** Whether a service is in force; not while it is a draft. @throws KepilError `ERR_NOT_FOUND` */
export function isLive(world: World, key: string): Promise<boolean> {
  return world.store.look(async (tx) => {
    const service = await serviceOf(tx, key);
    return (await headOf(tx, service.id)).status === 'live';
  });
}

/** Deletions that are looked at for being late, the next due first. */
const lookedAt = 100;

/** Counts of one service. */
export async function surveyService(world: World, service: ServiceRecord): Promise<ServiceSurvey> {
  return world.store.transaction(async (tx) => ({
    service,
    head: await headOf(tx, service.id),
    subjects: await tx.subjects.count(service.id, 'user'),
    ...(await tx.requests.count(service.id, today(world))),
    pending: await tx.entries.countPending(service.id),
    broken: await tx.brokenSeals.count(service.id),
    late: (await tx.retention.deletions.list(service.id, lookedAt)).filter(
      (row) => lateness(world, row).overdue,
    ).length,
    ...(await incidentsOf(tx, world, service.id)),
    ...(await papersOf(tx, world, service.id)),
    damaged: await tx.files.damaged(service.id),
  }));
}

async function incidentsOf(tx: Tx, world: World, service: Id) {
  const { due, late } = await tx.incidents.waiting(service, today(world));
  return { incidents: due, incidentsLate: late };
}

async function papersOf(tx: Tx, world: World, service: Id) {
  const { waiting, late } = await tx.papers.count(service, today(world));
  return { papers: waiting, papersLate: late };
}

/** Subjects of a service without anything personal, newest first. */
export async function listSubjects(
  world: World,
  at: { service: Id; after?: Id; limit: number },
): Promise<{ rows: readonly SubjectRecord[]; total: number }> {
  return world.store.transaction(async (tx) => ({
    rows: await tx.subjects.list(at.service, 'user', {
      limit: at.limit,
      ...(at.after && { after: at.after }),
    }),
    total: await tx.subjects.count(at.service, 'user'),
  }));
}

/**
 * Subjects with exactly this e-mail or phone, through the blind index; values stay sealed. Each one found is
 * asked of the gate, so that the person sees who found them this way, or tried to.
 */
export async function findSubjects(
  world: World,
  clerk: Clerk,
  at: { service: Id; field: 'email' | 'phone'; value: string },
): Promise<readonly Id[]> {
  return decided(world, async (tx) => {
    const ids: Id[] = [];
    const digest = digestOf(world, at);
    const found = await tx.blindIndex.find(at.service, at.field, digest);
    const named = await tx.blindIndex.find(at.service, `named-${at.field}`, digest);
    for (const subject of [...found, ...named]) {
      if (!(await openSubject(tx, world, { service: at.service, id: subject, mode: 'share' }))) continue;
      const request = {
        actor: actorOf(clerk),
        verb: 'use' as const,
        service: at.service,
        subject,
        categories: [at.field],
        purpose: 'subject_rights',
        channel: 'console' as const,
      };
      const because = [{ rule: 'found-by-address' }];
      const asked = await ask(tx, world, request, { mode: 'share', ...byClerk(clerk), because });
      if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
      ids.push(subject);
    }
    return ids;
  });
}

/** What staff see of a subject before naming a purpose: no value. */
export interface SubjectCard {
  readonly record: SubjectRecord;
  readonly consents: readonly ConsentRow[];
  readonly entries: readonly PlacedEntry[];
  /** Requests that wait for an answer: the matters a read can serve. */
  readonly open: readonly RequestRecord[];
}

/**
 * A subject by date, consents, entries and open requests. Consents and entries are for the officer: whoever
 * works on one request needs neither, and gets none.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 */
export async function subjectCard(
  world: World,
  clerk: Pick<Clerk, 'roles'>,
  at: { service: ServiceRecord; id: string },
): Promise<SubjectCard> {
  return world.store.transaction(async (tx) => {
    const record = isId(at.id) ? await tx.subjects.get(at.service.id, at.id) : undefined;
    if (!record) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const own = await tx.requests.ofSubject(at.service.id, record.id);
    const claims = await tx.requests.about(at.service.id, record.id);
    const open = [...own, ...claims].filter(({ closedAt }) => closedAt === undefined);
    if (!seesPeople(clerk)) return { record, consents: [], entries: [], open };
    const consents = await tx.consents.list(at.service.id, record.id);
    const entries = placed(await tx.entries.ofSubject(at.service.id, record.id, { limit: 50 }));
    return { record, consents, entries, open };
  });
}

/** Whether a clerk may look through the people of a service; others find one by an exact address. */
export function seesPeople(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.includes('officer');
}

/** The state of a service's log for its page. */
export async function logState(world: World, service: ServiceRecord) {
  return world.store.transaction(async (tx) => ({
    checkpoint: await tx.log.checkpoint(service.id),
    pending: await tx.entries.countPending(service.id),
    recent: placed(await tx.entries.recent(service.id, 50)),
    refusals: await refusalsSince(tx, { service: service.id, since: world.now() - 30 * 86_400_000 }),
  }));
}

async function refusalsSince(tx: Tx, at: { service: Id; since: number }): Promise<number> {
  const rows = await tx.counters.refusals(at.service, at.since);
  return rows.reduce((sum, { n }) => sum + n, 0);
}

/** The API keys of a service, never their secrets. */
export function listKeys(world: World, service: Id): Promise<readonly ApiKeyRecord[]> {
  return world.store.transaction((tx) => tx.apiKeys.list(service));
}
