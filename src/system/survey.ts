import { type Id, isId, KepilError } from '../base/index.ts';
import type {
  ApiKeyRecord,
  ConsentRow,
  PolicyHeadRecord,
  ServiceRecord,
  SubjectRecord,
  Tx,
} from '../store/index.ts';
import { type PlacedEntry, placed, today } from './cabinet.ts';
import { record } from './entries.ts';
import type { Staff } from './staff.ts';
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
  return world.store.transaction((tx) => serviceOf(tx, key));
}

/** Counts of one service. */
export async function surveyService(world: World, service: ServiceRecord): Promise<ServiceSurvey> {
  return world.store.transaction(async (tx) => ({
    service,
    head: await headOf(tx, service.id),
    subjects: await tx.subjects.count(service.id, 'user'),
    overdue: await tx.requests.countOverdue(service.id, today(world)),
    open: (await tx.requests.list(service.id, 'open', { limit: 1000 })).length,
    pending: await tx.entries.countPending(service.id),
  }));
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
 * Subjects with exactly this e-mail or phone, through the blind index; values stay sealed. That a staff
 * member found a person this way is an entry the person sees.
 */
export async function findSubjects(
  world: World,
  staff: Pick<Staff, 'id' | 'keys'>,
  at: { service: Id; field: 'email' | 'phone'; value: string },
): Promise<readonly Id[]> {
  return world.store.transaction(async (tx) => {
    const ids = await tx.blindIndex.find(at.service, at.field, digestOf(world, at));
    for (const id of ids) {
      const subject = await openSubject(tx, world, { service: at.service, id, mode: 'share' });
      if (!subject) continue;
      await record(tx, world, {
        service: at.service,
        kind: 'read',
        verb: 'use',
        outcome: 'allowed',
        actor: { role: 'officer', id: staff.id },
        actorKeys: staff.keys,
        channel: 'console',
        purpose: 'subject_rights',
        categories: [at.field],
        because: [{ rule: 'found-by-address' }],
        subject: { id, keys: subject.keys },
      });
    }
    return ids;
  });
}

/** What the officer sees of a subject before naming a purpose: dates, consents, entries; no value. */
export async function subjectCard(
  world: World,
  at: { service: ServiceRecord; id: string },
): Promise<{ record: SubjectRecord; consents: readonly ConsentRow[]; entries: readonly PlacedEntry[] }> {
  return world.store.transaction(async (tx) => {
    const record = isId(at.id) ? await tx.subjects.get(at.service.id, at.id) : undefined;
    if (!record) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const consents = await tx.consents.list(at.service.id, record.id);
    const entries = placed(await tx.entries.ofSubject(at.service.id, record.id, { limit: 50 }));
    return { record, consents, entries };
  });
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
