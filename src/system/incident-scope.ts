import { type Id, newId } from '../base/index.ts';
import { isTouched } from '../incidents/index.ts';
import { decodeEntry, type Entry, tagOf } from '../ledger/index.ts';
import type { AffectedRecord, IncidentRecord, ServiceRecord, Tx } from '../store/index.ts';
import type { Outcome } from './alerts.ts';
import type { Clerk } from './clerk.ts';
import { keyTagOf } from './entries.ts';
import { aboutOf, asHandling, incidentIn, putIncident } from './incident-case.ts';
import { openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

const entriesAtOnce = 4_000;
/** Few: a page of a list is an entry tied to a thousand people. */
const ownedAtOnce = 50;
const peopleAtOnce = 2_000;
const disclosuresAtOnce = 1_000;

/** What was found of one person. */
interface Touched {
  readonly acts: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
}

/** Whom an incident touches, as far as it was looked through. */
class Found {
  readonly people = new Map<Id, Touched>();
  /** Acts on data of people who were destroyed since: nobody can say whose they were. */
  unnamed = 0;

  add(subject: Id, at?: number): void {
    const { acts, firstAt = at, lastAt = at } = this.people.get(subject) ?? { acts: 0 };
    this.people.set(subject, {
      acts: acts + (at === undefined ? 0 : 1),
      ...(at !== undefined && firstAt !== undefined && { firstAt: Math.min(firstAt, at) }),
      ...(at !== undefined && lastAt !== undefined && { lastAt: Math.max(lastAt, at) }),
    });
  }
}

/**
 * Computes from the log whom an incident touches: whose data the staff, the keys and the recipients it is
 * about saw, got or changed in its time; or everybody who was there. May be done again when its scope
 * changed: whoever was told already stays. What was added to the log meanwhile is outside of its time.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 25(2)(8)
 */
export async function computeAffected(
  world: World,
  clerk: Clerk,
  at: { readonly service: ServiceRecord; readonly id: string },
): Promise<Outcome> {
  const by = asHandling(clerk);
  const { row } = await world.store.transaction((tx) => incidentIn(tx, world, { ...at, mode: 'look' }));
  const found = new Found();
  if (row.scope.whole) await takeEverybody(world, row, found);
  else await takeActs(world, row, found);
  await takeRecipients(world, row, found);
  return world.store.transaction(async (tx) => {
    const now = await incidentIn(tx, world, { ...at, mode: 'update' });
    const open = now.row.state === 'open' || now.row.state === 'alert';
    const same = aboutOf(now.row) === aboutOf(row);
    if (!open || !same) return { problem: 'incident-decided' as const };
    const before = await affectedIn(tx, row);
    await keep(tx, row, found);
    const after = await affectedIn(tx, row);
    const { telling } = now.row;
    // Whoever is found once it was settled who is told is owed a decision as well.
    const more = telling === 'done' ? after.waiting > 0 : telling === 'none' && after.all > before.all;
    const counted = {
      ...{ ...now.row, countedAt: world.now(), unnamed: found.unnamed },
      ...(more && { telling: 'undecided' as const }),
    };
    const rule = 'incident-counted';
    const { words } = now;
    await putIncident(tx, world, { row: counted, words, clerk: by, rule, n: found.people.size });
    return { ok: true as const };
  });
}

async function affectedIn(tx: Tx, { service, id }: IncidentRecord) {
  const tally = await tx.incidents.tally(service, id);
  return { waiting: tally.waiting, all: Object.values(tally).reduce((sum, n) => sum + n, 0) };
}

async function keep(tx: Tx, { service, id }: IncidentRecord, found: Found): Promise<void> {
  const of = { service, incident: id };
  const rows: AffectedRecord[] = [];
  // Whoever was destroyed meanwhile is not written down again.
  for (const [subject, touched] of found.people)
    if (await tx.subjectKeys.get(service, subject)) rows.push({ ...of, subject, ...touched });
  for (let from = 0; from < rows.length; from += peopleAtOnce)
    await tx.incidents.affect(rows.slice(from, from + peopleAtOnce));
  await tx.incidents.unaffect(
    service,
    id,
    rows.map(({ subject }) => subject),
  );
}

async function takeEverybody(world: World, row: IncidentRecord, found: Found): Promise<void> {
  for (let after: Id | undefined; ; ) {
    const page = { at: row.scope.to, limit: peopleAtOnce, ...(after !== undefined && { after }) };
    const ids = await world.store.transaction((tx) => tx.incidents.peopleAt(row.service, page));
    for (const id of ids) found.add(id);
    if (ids.length < peopleAtOnce) return;
    after = ids.at(-1);
  }
}

/** The first and the last id that an entry of a time can have. */
const bound = (at: number, byte: number) => newId(Math.max(0, at), (n) => new Uint8Array(n).fill(byte));

async function takeActs(world: World, row: IncidentRecord, found: Found): Promise<void> {
  const { scope } = row;
  const isBy = await actorsOf(world, row);
  const to = bound(scope.to, 0xff);
  for (let from = bound(scope.from, 0); ; ) {
    const page = { from, to, limit: entriesAtOnce };
    const leaves = await world.store.transaction((tx) => tx.incidents.entriesBetween(row.service, page));
    const touched = leaves.flatMap(({ leaf }) => {
      const entry = decodeEntry(leaf);
      return entry && isTouched(entry, row) && isBy(entry) ? [entry] : [];
    });
    await takeOwners(world, { row, touched, found });
    const last = leaves.at(-1);
    if (leaves.length < entriesAtOnce || !last) return;
    from = last.id;
  }
}

/** Whether an entry is by somebody the incident is about. An entry of a key without a tag counts for any. */
async function actorsOf(world: World, { scope }: IncidentRecord): Promise<(entry: Entry) => boolean> {
  const staff = await world.store.transaction(async (tx) => {
    const house = (await houseOf(tx)).id;
    const opened = [];
    for (const id of scope.staff) {
      const one = await openSubject(tx, world, { service: house, id, mode: 'look' });
      // Keys of whoever worked here stay; only those of an invitation that was taken back are gone.
      if (one) opened.push(one.keys.pseudonymKey);
    }
    return opened;
  });
  return ({ id, actor: { role, tag } }) => {
    if (role === 'key')
      return (
        scope.keys.length > 0 &&
        (tag === undefined || scope.keys.some((key) => keyTagOf(world, key, id) === tag))
      );
    return tag !== undefined && staff.some((key) => tagOf(key, id, world.crypto) === tag);
  };
}

async function takeOwners(
  world: World,
  { row, touched, found }: { row: IncidentRecord; touched: readonly Entry[]; found: Found },
): Promise<void> {
  for (let from = 0; from < touched.length; from += ownedAtOnce) {
    const some = touched.slice(from, from + ownedAtOnce);
    const ids = some.map(({ id }) => id as Id);
    const owners = await world.store.transaction((tx) => tx.incidents.ownersOf(row.service, ids));
    for (const entry of some) {
      const its = owners.filter(({ id }) => id === entry.id);
      for (const { subject } of its) found.add(subject, Date.parse(entry.at));
      found.unnamed += Math.max(0, peopleOf(entry) - its.length);
    }
  }
}

/** On how many people's data an entry is an act: one page of a list has one entry, and says how many. */
const peopleOf = ({ subject, counts }: Entry) => (subject === undefined ? (counts?.people ?? 0) : 1);

/** Whom something was handed on of to the recipients it is about. */
async function takeRecipients(world: World, row: IncidentRecord, found: Found): Promise<void> {
  const { from, to, purposes, recipients } = row.scope;
  for (const recipient of recipients)
    for (let after: Id | undefined; ; ) {
      const page = { limit: disclosuresAtOnce, ...(after !== undefined && { after }) };
      const rows = await world.store.transaction((tx) =>
        tx.disclosures.ofRecipient(row.service, recipient, page),
      );
      for (const { subject, madeAt, purpose } of rows)
        if (madeAt >= from && madeAt <= to && (purposes.length === 0 || purposes.includes(purpose)))
          found.add(subject, madeAt);
      if (rows.length < disclosuresAtOnce) break;
      after = rows.at(-1)?.id;
    }
}
