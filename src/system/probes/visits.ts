import { addDays, civilDateAt, type Id, KepilError, nilId } from '../../base/index.ts';
import { coverage } from '../../consent/index.ts';
import { type Policy, visitFields } from '../../policy/index.ts';
import type { ConsentRow, Tx, VisitRecord } from '../../store/index.ts';
import { today } from '../cabinet.ts';
import { groupedBy } from '../grouped.ts';
import { openSubject } from '../subjects.ts';
import { openDays, openVisits, type RecordedVisit } from '../visit-days.ts';
import { visitTermIn } from '../visit-terms.ts';
import { headOf, policyVersion, type World } from '../world.ts';

/** A stored row of visits as a probe sees it; without `visits` it does not open, or is nobody's. */
interface VisitRow {
  readonly visits?: readonly RecordedVisit[];
  readonly n: number;
  readonly policy: Policy;
  /** The categories that a consent of its person covers; undefined of a guest. */
  readonly consented?: ReadonlySet<string>;
}

/** Some stored visits, and on how many days they are past their term. */
export interface VisitSample {
  readonly rows: readonly VisitRow[];
  readonly late: number;
}

const sampledRows = 200;

/**
 * Opens the newest visits with the keys they should open with. Reads only, locks nothing.
 *
 * @param graceMs how late the sweep may be, in milliseconds
 */
export async function gatherVisits(
  tx: Tx,
  world: World,
  at: { readonly service: Id; readonly graceMs: number },
): Promise<VisitSample> {
  const { service } = at;
  // A key that was edited does not open: that is what a probe is here to see.
  const days = await openDays(tx, world, service).catch(unlessSealed(new Map<string, never>()));
  const swept = await sweptDays(tx, world, service);
  const found = await tx.visits.recent(service, sampledRows);
  const looked = found.filter(({ day }) => !swept.has(day));
  const owned = groupedBy(looked, ({ subject }) => subject);
  const rows: VisitRow[] = [];
  for (const [subject, own] of owned) {
    const owner = await ownerOf(tx, world, { service, subject });
    for (const row of own) rows.push(rowOf(world, { row, day: days.get(row.day), owner }));
  }
  return { rows, late: await lateDays(tx, world, at) };
}

/** Days that are over and whose key is destroyed: the sweep is about to remove their rows. */
async function sweptDays(tx: Tx, world: World, service: Id): Promise<ReadonlySet<string>> {
  const days = await tx.visits.days(service);
  const over = days.filter(({ key, endsOn }) => key === undefined && endsOn < today(world));
  return new Set(over.map(({ day }) => day));
}

/** Takes `instead` for what does not open; any other failure stays one. */
function unlessSealed<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof KepilError && error.code === 'ERR_VAULT_SEALED') return instead;
    throw error;
  };
}

interface Owner {
  readonly policy: Policy;
  readonly keys?: NonNullable<Awaited<ReturnType<typeof openSubject>>>['keys'];
  readonly consents: readonly ConsentRow[];
}

/** Whose visits they are, with the version in force for them; without keys when there is no such person. */
async function ownerOf(tx: Tx, world: World, at: { service: Id; subject: Id }): Promise<Owner> {
  const { service, subject: id } = at;
  // Keys that were swapped do not open either.
  const subject = await openSubject(tx, world, { service, id, mode: 'look' }).catch(unlessSealed(undefined));
  const hash = subject?.record.policyHash ?? (await headOf(tx, service)).hash;
  const { policy } = await policyVersion(tx, world, { service, hash });
  const consents = subject ? await tx.consents.list(service, id) : [];
  return { policy, consents, ...(subject && { keys: subject.keys }) };
}

function rowOf(
  world: World,
  from: { row: VisitRecord; day: Parameters<typeof openVisits>[1]['day'] | undefined; owner: Owner },
): VisitRow {
  const { row, day, owner } = from;
  const { policy, keys, consents } = owner;
  const visits = day && openVisits(world, { row, day, ...(keys && { keys }) });
  const held = [...coverage(consents, writtenAt(row.id)).values()].flatMap((categories) => [...categories]);
  const consented = row.subject === nilId ? {} : { consented: new Set(held) };
  return { policy, n: row.n, ...(visits && { visits }), ...consented };
}

/** When a row was written, as its id says. @source RFC 9562 §5.7 */
function writtenAt(id: Id): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

/** Days whose end is over and that are there still, or that have rows older than any term allows. */
async function lateDays(
  tx: Tx,
  world: World,
  { service, graceMs }: { service: Id; graceMs: number },
): Promise<number> {
  const { days: term } = await visitTermIn(tx, world, service);
  const onTime = civilDateAt(world.now() - graceMs, world.law.zone);
  const over = (await tx.visits.days(service)).filter(
    ({ day, endsOn }) => endsOn < onTime || addDays(day, term) < onTime,
  );
  const oldest = await tx.visits.oldest(service);
  const alone = oldest !== undefined && addDays(oldest, term) < onTime;
  return over.length + (alone && !over.some(({ day }) => day === oldest) ? 1 : 0);
}

/** Visits that hold what the policy of their person does not declare; of `category` alone when given. */
export function undeclaredVisits({ rows }: VisitSample, category?: string): number {
  return rows
    .flatMap(({ policy, visits = [] }) => visits.map((visit) => ({ policy, visit })))
    .filter(({ policy, visit }) => undeclaredFields(policy, visit, category)).length;
}

function undeclaredFields(policy: Policy, visit: RecordedVisit, category?: string): boolean {
  const declared = new Set(policy.data.map((row) => row.category));
  return Object.keys(visit).some((key) => {
    const its = visitFields.find(({ field }) => field === key)?.categories ?? [];
    if (category !== undefined && !its.includes(category)) return false;
    return !its.some((one) => declared.has(one));
  });
}

const network = /^(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.0\/24|[0-9a-f]{1,4}:[0-9a-f]{1,4}:[0-9a-f]{1,4}::\/48)$/;
const minuteMs = 60_000;
/** Steps of a page's pattern are words or names of parameters: never a number, an id, an address, a query. */
const pattern = /^(?:\/(?::?[a-z][a-z.-]{0,31})?)*$/;
/** The program's name and main version, never the header it was read from. */
const program = /^[A-Za-z ]{1,32}(?: \d{1,3})?(?:, [A-Za-z ]{1,16})?$/;

/** Whether a visit holds more than a visit may: fields without a consent, an address with a query. */
export function exceeds(visit: RecordedVisit, consented?: ReadonlySet<string>): boolean {
  const { address = '', time = 0, page = '', client } = visit;
  if (!pattern.test(page) || (client !== undefined && !program.test(client))) return true;
  const fields = visitFields.filter(({ field }) => visit[field] !== undefined);
  if (consented) return !fields.every(({ categories }) => categories.some((key) => consented.has(key)));
  const whole = (address !== '' && !network.test(address)) || time % minuteMs !== 0;
  return whole || fields.some(({ guest }) => guest === 'none');
}

/** How many visits hold more than they may, or do not open as they must. */
export function wrongVisits({ rows }: VisitSample): number {
  return rows
    .map(({ visits, n, policy, consented }) => {
      if (!visits) return n;
      return visits.filter((visit) => undeclaredFields(policy, visit) || exceeds(visit, consented)).length;
    })
    .reduce((sum, n) => sum + n, 0);
}
