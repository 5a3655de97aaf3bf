import type { CivilDate, Id } from '../base/index.ts';
import type { Because } from '../gate/index.ts';
import type { ServiceRecord, Tx, VisitCount } from '../store/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { groupedBy } from './grouped.ts';
import type { OpenSubject } from './subjects.ts';
import { openDays, openVisits, type RecordedVisit } from './visit-days.ts';
import { type ServiceVisitTerm, visitTermIn } from './visit-terms.ts';
import type { World } from './world.ts';

/** A visit with the day it was on. */
export interface DatedVisit extends RecordedVisit {
  readonly day: CivilDate;
}

/** Where a list of visits goes on; each row stored may hold several. */
interface VisitPage {
  readonly after?: Id;
  readonly limit: number;
}

/** Some visits of a person, newest first; `next` when there may be more. */
export interface VisitList {
  readonly visits: readonly DatedVisit[];
  readonly next?: Id;
}

/**
 * A person's visits, opened. What no longer opens because its day is over is left out: the sweep is on its
 * way.
 */
export async function visitsOf(
  tx: Tx,
  world: World,
  at: { subject: OpenSubject; page: VisitPage },
): Promise<VisitList> {
  const { subject, page } = at;
  const days = await openDays(tx, world, subject.service);
  const rows = await tx.visits.ofSubject(subject.service, subject.record.id, page);
  const visits = rows.flatMap((row): readonly DatedVisit[] => {
    const day = days.get(row.day);
    const opened = day && openVisits(world, { row, day, keys: subject.keys });
    return (opened ?? []).toReversed().map((visit) => ({ day: row.day, ...visit }));
  });
  const last = rows.length === page.limit ? rows.at(-1) : undefined;
  return { visits, ...(last && { next: last.id }) };
}

/** A person's own visits for them; the look is an entry. @throws Refused */
export async function showMyVisits(
  world: World,
  me: Me,
  page: VisitPage,
): Promise<VisitList & { readonly term: ServiceVisitTerm; readonly entry: Id }> {
  return decided(world, async (tx) => {
    const { subject, entry } = await openOwn(tx, world, me);
    const term = await visitTermIn(tx, world, me.service.id);
    return { ...(await visitsOf(tx, world, { subject, page })), term, entry };
  });
}

/**
 * Destroys a person's visits at their own demand.
 *
 * @returns how many visits went
 * @throws Refused such as while the data are blocked
 * @law 94-V Art. 24(1)(4)
 */
export async function clearMyVisits(world: World, me: Me): Promise<number> {
  return decided(world, async (tx) => {
    const { categories } = await visitTermIn(tx, world, me.service.id);
    if (categories.length === 0) return 0;
    const request = {
      actor: { role: 'subject', id: me.subject },
      verb: 'destroy',
      service: me.service.id,
      subject: me.subject,
      categories,
      purpose: 'subject_rights',
      channel: 'cabinet',
    } as const;
    const because = [{ rule: 'visits-cleared' }];
    const { decision, entry } = await ask(tx, world, request, { mode: 'update', because });
    if (!decision.allowed) throw new Refused(decision.because, entry);
    return tx.visits.removeAll(me.service.id, me.subject);
  });
}

/** The newest visits of a person for staff, or why not. */
export interface VisitsRead {
  readonly allowed: boolean;
  readonly because: readonly Because[];
  readonly visits: readonly DatedVisit[];
}

/** Rows that one read by staff opens at most. */
const rowsForStaff = 50;

/**
 * Reads the newest visits of a person for staff: for the protection of data, in the matter of a request of
 * that person. Yes or no, the read is an entry that the person sees.
 *
 * @law 94-V Art. 22(1)
 */
export async function readVisits(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; subject: Id; matter: string },
): Promise<VisitsRead> {
  return world.store.transaction(async (tx) => {
    const { categories } = await visitTermIn(tx, world, what.service.id);
    const request = {
      actor: actorOf(clerk),
      verb: 'read',
      service: what.service.id,
      subject: what.subject,
      categories,
      purpose: 'security',
      channel: 'console',
      matter: what.matter,
    } as const;
    const { decision, subject } = await ask(tx, world, request, { mode: 'share', ...byClerk(clerk) });
    const { allowed, because } = decision;
    if (!allowed || !subject) return { allowed: false, because, visits: [] };
    const page = { limit: rowsForStaff };
    return { allowed, because, visits: (await visitsOf(tx, world, { subject, page })).visits };
  });
}

/** How often pages were opened on a day, without anybody. */
export interface VisitDayCount {
  readonly day: CivilDate;
  readonly total: number;
  /** Empty where the policy declares no record of pages. */
  readonly pages: readonly Pick<VisitCount, 'page' | 'n'>[];
}

/** Figures of a service's visits, newest day first. */
export async function countVisits(
  world: World,
  service: ServiceRecord,
): Promise<{ readonly term: ServiceVisitTerm; readonly days: readonly VisitDayCount[] }> {
  return world.store.transaction(async (tx) => {
    const counts = groupedBy(await tx.visits.counts(service.id), ({ day }) => day);
    const days = [...counts].map(([day, rows]) => ({
      day,
      total: rows.reduce((sum, { n }) => sum + n, 0),
      pages: rows.filter(({ page }) => page !== ''),
    }));
    return { term: await visitTermIn(tx, world, service.id), days };
  });
}
