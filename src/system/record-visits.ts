import { type CivilDate, civilDateAt, type Id, newId, nilId } from '../base/index.ts';
import type { GateFacts } from '../gate/index.ts';
import type { PolicyHeadRecord, PolicyVersionRecord, Tx, VisitRecord } from '../store/index.ts';
import { factsFor, recordDecision } from './ask.ts';
import { groupedBy } from './grouped.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { noteVisitsDestroyed, type OpenDay, openDay, type RecordedVisit, sealVisits } from './visit-days.ts';
import { fieldsOf, grantForGuests, grantForPerson, type SeenVisit, type VisitGrant } from './visit-rules.ts';
import { visitTermIn } from './visit-terms.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** A visit that waits to be recorded; `subject` is there when somebody was signed in. */
export interface WaitingVisit extends SeenVisit {
  readonly service: Id;
  readonly subject?: Id;
}

/** An entry that a yes to visits left, with what it said yes to. */
export interface VisitEntry {
  readonly says: string;
  readonly entry: Id;
}

/** The newest such entry of each person and of guests, by day: the same yes leaves no second one that day. */
export type VisitEntries = ReadonlyMap<string, VisitEntry>;

/** Visits of one person, or of guests, on one day, as they will be stored. */
interface Group {
  readonly subject?: OpenSubject;
  readonly grant: VisitGrant;
  readonly version: PolicyVersionRecord;
  readonly visits: readonly RecordedVisit[];
  readonly pages: readonly string[];
}

/** Visits in one row at most, so that a row stays small. */
const visitsInRow = 500;

/**
 * Records visits of one service in one commit: asks the gate about each person and about guests, keeps the
 * fields it admits, seals them. Who has given no consent, has withdrawn it or is gone is a guest.
 *
 * @returns the entries of this commit, for `known` of the next
 */
export async function recordVisits(
  tx: Tx,
  world: World,
  what: { service: Id; visits: readonly WaitingVisit[]; known: VisitEntries },
): Promise<VisitEntries> {
  const { service, visits, known } = what;
  const { days } = await visitTermIn(tx, world, service);
  const people = await grantsOf(tx, world, { service, visits });
  const entries = new Map<string, VisitEntry>();
  for (const [day, ofDay] of byDay(world, visits)) {
    const groups = groupsOf(people, ofDay);
    const open = groups.length > 0 ? await openDay(tx, world, { service, day, days }) : undefined;
    if (!open) continue;
    for (const group of groups) {
      const key = `${service} ${group.subject?.record.id ?? nilId} ${day}`;
      const entry = await entryFor(tx, world, { group, known: known.get(key) });
      entries.set(key, entry);
      await tx.visits.insert(rowsOf(world, { service, day: open, group, entry: entry.entry }));
    }
    await tx.visits.count(service, countsOf(groups, { day, policy: people.guests }));
  }
  return entries;
}

function byDay(
  world: World,
  visits: readonly WaitingVisit[],
): ReadonlyMap<CivilDate, readonly WaitingVisit[]> {
  return groupedBy(visits, ({ at }) => civilDateAt(at, world.law.zone));
}

interface Granted {
  readonly version: PolicyVersionRecord;
  readonly grant?: VisitGrant;
  readonly subject?: OpenSubject;
}

interface Grants {
  readonly guests: Granted;
  readonly people: ReadonlyMap<Id, Granted>;
}

/** Asks the gate about guests and about everybody who was signed in, each locked for the transaction. */
async function grantsOf(
  tx: Tx,
  world: World,
  at: { service: Id; visits: readonly WaitingVisit[] },
): Promise<Grants> {
  const { service } = at;
  const head = await headOf(tx, service);
  const version = await policyVersion(tx, world, { service, hash: head.hash });
  const live = head.status === 'live';
  const nobody = await factsForVisits(tx, world, { version, live });
  const guest = grantForGuests(service, nobody, world.law);
  const people = new Map<Id, Granted>();
  const ids = [...new Set(at.visits.flatMap(({ subject }) => subject ?? []))].sort();
  for (const id of ids) {
    const subject = await openSubject(tx, world, { service, id, mode: 'share' });
    const granted = subject && (await grantedTo(tx, world, { subject, head }));
    if (granted?.grant) people.set(id, granted);
  }
  return { guests: { version, ...(guest && { grant: guest }) }, people };
}

/** What may be recorded of a person's visits, under the version that is in force for them. */
async function grantedTo(
  tx: Tx,
  world: World,
  { subject, head }: { subject: OpenSubject; head: PolicyHeadRecord },
): Promise<Granted> {
  const { service, record } = subject;
  const version = await versionFor(tx, world, { head, hash: record.policyHash });
  const live = head.status === 'live';
  const facts = await factsForVisits(tx, world, { version, live, subject });
  const grant = grantForPerson({ service, subject: record.id }, facts, world.law);
  return { version, subject, ...(grant && { grant }) };
}

/** Categories of visits that may be recorded of a person, in the snapshot of `tx`. */
export async function recordableOf(tx: Tx, world: World, subject: OpenSubject): Promise<readonly string[]> {
  const head = await headOf(tx, subject.service);
  return (await grantedTo(tx, world, { subject, head })).grant?.request.categories ?? [];
}

/**
 * Destroys a person's visits when they may no longer hold all that they could `before`: after a withdrawal.
 *
 * @returns how many visits went
 * @law 94-V Art. 8(7), 18
 */
export async function forgetVisits(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; before: readonly string[] },
): Promise<number> {
  const { subject, before } = what;
  const after = await recordableOf(tx, world, subject);
  if (after.length > 0 && before.every((category) => after.includes(category))) return 0;
  return tx.visits.removeAll(subject.service, subject.record.id);
}

/**
 * Destroys the visits of guests when the version in force by now declares less of them than the one before:
 * nobody agreed to them, so nothing else holds them. An entry counts them.
 *
 * @param before categories of visits that the version before declared
 * @law 94-V Art. 7(9), 18
 */
export async function forgetUndeclaredVisits(
  tx: Tx,
  world: World,
  what: { service: Id; before: readonly string[] },
): Promise<void> {
  const { service, before } = what;
  const { categories } = await visitTermIn(tx, world, service);
  if (before.every((category) => categories.includes(category))) return;
  const visits = await tx.visits.removeAll(service, nilId);
  if (visits === 0) return;
  await noteVisitsDestroyed(tx, world, {
    service,
    because: { rule: 'visits-undeclared', article: '94-V Art. 7(9)' },
    counts: { visits },
  });
}

/** What the gate must know before visits of a person, or of nobody, are recorded. */
function factsForVisits(
  tx: Tx,
  world: World,
  from: { version: PolicyVersionRecord; live: boolean; subject?: OpenSubject },
): Promise<GateFacts> {
  const request = {
    actor: { role: 'system' },
    verb: 'collect',
    service: from.version.service,
    subject: from.subject?.record.id ?? nilId,
    categories: [],
    purpose: 'security',
    channel: 'visit',
  } as const;
  return factsFor(tx, world, { ...from, request, segments: [] });
}

function groupsOf({ guests, people }: Grants, visits: readonly WaitingVisit[]): readonly Group[] {
  const owned = groupedBy(visits, ({ subject }) =>
    subject !== undefined && people.has(subject) ? subject : nilId,
  );
  return [...owned].flatMap(([id, seen]) => {
    const { grant, version, subject } = people.get(id) ?? guests;
    if (!grant) return [];
    const whose = subject ? 'person' : 'guest';
    const kept = seen.flatMap((visit) => {
      const fields = fieldsOf(visit, grant.request.categories, whose);
      return fields ? [{ fields, page: visit.page }] : [];
    });
    if (kept.length === 0) return [];
    const [recorded, pages] = [kept.map(({ fields }) => fields), kept.map(({ page }) => page)];
    return [{ ...(subject && { subject }), grant, version, visits: recorded, pages }];
  });
}

/**
 * The entry of a yes. The same yes to the same person leaves one a day: an entry for each page would be a
 * record of visits that never ends.
 */
async function entryFor(
  tx: Tx,
  world: World,
  what: { group: Group; known: VisitEntry | undefined },
): Promise<VisitEntry> {
  const { grant, version, subject } = what.group;
  const { request, decision } = grant;
  const says = [version.hash, request.purpose, ...request.categories].join(' ');
  if (what.known?.says === says) return what.known;
  const about = { request, decision, version, asking: {}, ...(subject && { subject }) };
  return { says, entry: await recordDecision(tx, world, about) };
}

function rowsOf(
  world: World,
  what: { service: Id; day: OpenDay; group: Group; entry: Id },
): readonly VisitRecord[] {
  const { service, day, entry, group } = what;
  const { subject, visits } = group;
  const rows: VisitRecord[] = [];
  for (let at = 0; at < visits.length; at += visitsInRow) {
    const some = visits.slice(at, at + visitsInRow);
    const id = newId(world.now(), world.crypto.random);
    const place = { service, subject: subject?.record.id ?? nilId, day: day.day, id };
    const keys = subject && { keys: subject.keys };
    rows.push({
      ...place,
      n: some.length,
      entry,
      sealed: sealVisits(world, { place, visits: some, day, ...keys }),
    });
  }
  return rows;
}

/** How often each page was opened; without names where the policy declares no record of pages. */
function countsOf(groups: readonly Group[], of: { day: CivilDate; policy: Granted }) {
  const named = ['usage_history', 'web_analytics'].some((key) =>
    of.policy.version.policy.data.some(({ category }) => category === key),
  );
  const pages = groups.flatMap((group) => group.pages).map((page) => (named ? page : ''));
  const counted = groupedBy(pages, (page) => page);
  return [...counted].map(([page, all]) => ({ day: of.day, page, n: all.length }));
}
