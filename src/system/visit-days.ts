import { addDays, type CivilDate, type Id, KepilError, nilId, textOf, utf8 } from '../base/index.ts';
import type { Tx, VisitDayRecord, VisitRecord } from '../store/index.ts';
import { openBytes, type SubjectKeys, sealBytes } from '../vault/index.ts';
import { today } from './cabinet.ts';
import { record } from './entries.ts';
import { holdEpoch } from './key-epochs.ts';
import type { World } from './world.ts';

/** Notes in the log that visits were destroyed: how many, by which rule. No person stands in it. */
export async function noteVisitsDestroyed(
  tx: Tx,
  world: World,
  what: { service: Id; because: { rule: string; article: string }; counts: Readonly<Record<string, number>> },
): Promise<void> {
  const { service, because, counts } = what;
  await record(tx, world, {
    service,
    kind: 'destruction',
    verb: 'destroy',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    purpose: 'destruction',
    because: [because],
    counts,
  });
}

/** What is recorded of one visit: the fields the policy declares, each of them absent otherwise. */
export interface RecordedVisit {
  /** Milliseconds since the epoch; of guests to the minute. */
  readonly time?: number;
  /** Of guests the network alone: /24 of IPv4, /48 of IPv6. */
  readonly address?: string;
  /** Program with its main version, and system. */
  readonly client?: string;
  /** The address of the page as a pattern: no value of a path, no query. */
  readonly page?: string;
}

/** A day whose key is open. */
export interface OpenDay {
  readonly day: CivilDate;
  readonly key: Uint8Array;
}

const dayContext = (service: Id, day: CivilDate) => `visit-day:${service}:${day}`;

/**
 * Opens a day of visits, with a new key when it is the first of it. Its key stays until the transaction ends.
 *
 * @returns undefined when the term of the day is over, or its key destroyed
 * @throws KepilError `ERR_VAULT_SEALED` when the key is not the one that was wrapped for this day
 */
export async function openDay(
  tx: Tx,
  world: World,
  at: { service: Id; day: CivilDate; days: number },
): Promise<OpenDay | undefined> {
  const { service, day } = at;
  const endsOn = addDays(day, at.days);
  if (endsOn < today(world)) return undefined;
  const { epoch, epochKey } = await holdEpoch(tx, world, service);
  const fresh = world.crypto.random(32);
  const bytes = sealBytes(epochKey, dayContext(service, day), fresh, world.crypto);
  const { key } = await tx.visits.openDay({ service, day, key: { epoch, bytes }, endsOn });
  return key && { day, key: unwrap(world, { service, day, wrapped: key }) };
}

/** Every day that opens still, by date. */
export async function openDays(tx: Tx, world: World, service: Id): Promise<ReadonlyMap<CivilDate, OpenDay>> {
  const days = await tx.visits.days(service);
  return new Map(
    days.flatMap(({ day, key }) =>
      key ? [[day, { day, key: unwrap(world, { service, day, wrapped: key }) }] as const] : [],
    ),
  );
}

function unwrap(
  world: World,
  at: { service: Id; day: CivilDate; wrapped: { readonly epoch: number; readonly bytes: Uint8Array } },
): Uint8Array {
  const { service, day, wrapped } = at;
  const epochKey = world.keys.service(service).epochKey(wrapped.epoch);
  const key = openBytes(epochKey, dayContext(service, day), wrapped.bytes, world.crypto);
  if (!key) throw new KepilError('ERR_VAULT_SEALED', 'keys-refused');
  return key;
}

/** The key of a day, wrapped under another epoch. @throws KepilError `ERR_VAULT_SEALED` */
export function rewrappedDay(
  world: World,
  { service, day, key: wrapped }: Required<VisitDayRecord>,
  epoch: number,
): NonNullable<VisitDayRecord['key']> {
  const key = unwrap(world, { service, day, wrapped });
  const epochKey = world.keys.service(service).epochKey(epoch);
  return { epoch, bytes: sealBytes(epochKey, dayContext(service, day), key, world.crypto) };
}

type Place = Pick<VisitRecord, 'service' | 'subject' | 'day' | 'id'>;

const contextOf = ({ service, subject, day, id }: Place) => `visit:${service}:${subject}:${day}:${id}`;

/** Seals visits under the key of their day and, for a person, under their own key within. */
export function sealVisits(
  world: World,
  what: { place: Place; visits: readonly RecordedVisit[]; day: OpenDay; keys?: SubjectKeys },
): Uint8Array {
  const context = contextOf(what.place);
  const plain = utf8(JSON.stringify(what.visits));
  const { keys, day } = what;
  const own = keys ? sealBytes(keys.subjectKey, context, plain, world.crypto) : plain;
  return sealBytes(day.key, context, own, world.crypto);
}

/** Opens visits as stored; undefined when they were swapped or edited, or the keys are others. */
export function openVisits(
  world: World,
  what: { row: VisitRecord; day: OpenDay; keys?: SubjectKeys },
): readonly RecordedVisit[] | undefined {
  const { row, day, keys } = what;
  const context = contextOf(row);
  const own = openBytes(day.key, context, row.sealed, world.crypto);
  if (!own || (row.subject !== nilId && !keys)) return undefined;
  const plain = keys ? openBytes(keys.subjectKey, context, own, world.crypto) : own;
  return plain && (JSON.parse(textOf(plain)) as readonly RecordedVisit[]);
}
