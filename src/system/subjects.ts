import { type Id, KepilError, utf8 } from '../base/index.ts';
import type { Policy, RetentionClass } from '../policy/index.ts';
import type { SegmentRecord, SubjectKeyRecord, SubjectRecord, Tx } from '../store/index.ts';
import {
  blindDigest,
  normalise,
  openSegment,
  type SegmentContent,
  type StoredValue,
  type SubjectKeys,
  sealSegment,
  unwrapSubjectKeys,
} from '../vault/index.ts';
import type { World } from './world.ts';

/** A subject whose row is locked and whose keys are open. */
export interface OpenSubject {
  readonly service: Id;
  readonly record: SubjectRecord;
  readonly keys: SubjectKeys;
}

/** Fields that can be looked up exactly, by the category they index. */
export const indexedFields: Readonly<Record<string, 'email' | 'phone' | 'iin' | 'name'>> = {
  email: 'email',
  phone: 'phone',
  iin: 'iin',
  full_name: 'name',
};

/**
 * Under which field a category of somebody is looked up. Whoever was named by another has their own fields:
 * they are no user, and in nobody's way.
 */
export function indexFieldOf(kind: SubjectRecord['kind'], category: string): string | undefined {
  const field = indexedFields[category];
  return field && kind === 'mentioned' ? `named-${field}` : field;
}

/**
 * Opens the keys of a subject, locked for the transaction (`look`: not locked, for probes, which only look);
 * undefined when there is no such subject or it was destroyed.
 */
export async function openSubject(
  tx: Tx,
  world: World,
  at: { service: Id; id: Id; mode: 'look' | 'share' | 'update' },
): Promise<OpenSubject | undefined> {
  const { service, id, mode } = at;
  // Both go out at once: the keys are read when the lock was granted.
  const [record, wrapped] = await Promise.all([
    mode === 'look' ? tx.subjects.get(service, id) : tx.subjects.lock(service, id, mode),
    tx.subjectKeys.get(service, id),
  ]);
  return record && wrapped && subjectWith(world, { record, wrapped });
}

/** A subject with their keys unwrapped. @throws KepilError `ERR_VAULT_SEALED`, `ERR_KEYS_MISSING` */
export function subjectWith(
  world: World,
  { record, wrapped }: { record: SubjectRecord; wrapped: SubjectKeyRecord },
): OpenSubject {
  const { service, id: subject } = record;
  const epochKey = world.keys.service(service).epochKey(wrapped.epoch);
  const keys = unwrapSubjectKeys(wrapped, { service, subject, epochKey }, world.crypto);
  if (!keys) throw new SealBroken('keys-refused', { service, subject, place: 'keys' });
  return { service, record, keys };
}

/** The keys of a subject whose row is locked; undefined when there are none or they do not open. */
export async function keptKeysOf(
  tx: Tx,
  world: World,
  at: { service: Id; id: Id },
): Promise<SubjectKeys | undefined> {
  const wrapped = await tx.subjectKeys.get(at.service, at.id);
  if (!wrapped) return undefined;
  const epochKey = world.keys.service(at.service).epochKey(wrapped.epoch);
  return unwrapSubjectKeys(wrapped, { service: at.service, subject: at.id, epochKey }, world.crypto);
}

/** Something sealed of a subject that does not open where it stands. Names no person. */
export class SealBroken extends KepilError {
  readonly service: Id;
  readonly subject: Id;
  /**
   * `keys`, `request`, `obligation`, `second-factor`, `file`, `message`; a segment:
   * `segment-<access>-<retention>`.
   */
  readonly place: string;

  constructor(what: 'keys-refused' | 'segment-refused', at: { service: Id; subject: Id; place: string }) {
    super('ERR_VAULT_SEALED', what);
    this.service = at.service;
    this.subject = at.subject;
    this.place = at.place;
  }
}

/** What to throw for something of `subject` that their keys do not open; `place` says what it is. */
export function sealBroken({ service, record }: OpenSubject, place: string): SealBroken {
  return new SealBroken('segment-refused', { service, subject: record.id, place });
}

/** A segment as read: where it stands and what it holds. */
export interface OpenSegment {
  readonly access: string;
  readonly retention: string;
  readonly version: number;
  readonly content: SegmentContent;
}

/**
 * All segments of a subject, opened.
 *
 * @throws KepilError `ERR_VAULT_SEALED` when one was swapped, replayed or edited
 */
export async function openSegments(
  tx: Tx,
  world: World,
  subject: OpenSubject,
): Promise<readonly OpenSegment[]> {
  const rows = await tx.segments.list(subject.service, subject.record.id);
  return rows.map((row) => opened(world, subject, row));
}

/** A segment of a subject, opened. @throws KepilError `ERR_VAULT_SEALED` */
export function opened(world: World, subject: OpenSubject, row: SegmentRecord): OpenSegment {
  const { access, retention, version, bytes } = row;
  const address = { service: subject.service, subject: subject.record.id, access, retention, version };
  const content = openSegment({ address, bytes }, subject.keys, world.crypto);
  if (!content) throw sealBroken(subject, `segment-${access}-${retention}`);
  return { access, retention, version, content };
}

/** Segments that hold categories of the policy (not proofs or secrets of the system). */
export function dataOf(segments: readonly OpenSegment[]): ReadonlyMap<string, readonly StoredValue[]> {
  const data = new Map<string, readonly StoredValue[]>();
  for (const { access, retention, content } of segments) {
    if (retention === 'proof' || access === 'credential') continue;
    for (const category of Object.keys(content)) data.set(category, content[category] ?? []);
  }
  return data;
}

/** What to write: the new current value of a category, and the segment it belongs in. */
export interface Writing {
  readonly category: string;
  readonly access: string;
  readonly retention: RetentionClass;
  readonly value: StoredValue;
}

/** The segment a category of a policy belongs in. */
export function placeOf(policy: Policy, category: string): { access: string; retention: RetentionClass } {
  const row = policy.data.find((data) => data.category === category);
  return { access: row?.access ?? 'limited', retention: 'ordinary' };
}

/**
 * Writes values: each touched segment is sealed anew under a fresh data key with its version raised, earlier
 * values kept as history, and the blind indexes follow.
 */
export async function writeValues(
  tx: Tx,
  world: World,
  to: { subject: OpenSubject; segments: readonly OpenSegment[]; writings: readonly Writing[] },
): Promise<void> {
  const groups = new Map<string, Writing[]>();
  for (const writing of to.writings) {
    const key = `${writing.access}/${writing.retention}`;
    groups.set(key, [...(groups.get(key) ?? []), writing]);
  }
  for (const writings of groups.values()) await writeSegment(tx, world, { ...to, writings });
  for (const writing of to.writings) await indexValue(tx, world, { subject: to.subject, writing });
}

async function writeSegment(
  tx: Tx,
  world: World,
  to: { subject: OpenSubject; segments: readonly OpenSegment[]; writings: readonly Writing[] },
): Promise<void> {
  const [first] = to.writings;
  if (!first) return;
  const { access, retention } = first;
  const present = to.segments.find((segment) => segment.access === access && segment.retention === retention);
  const content: Record<string, readonly StoredValue[]> = { ...present?.content };
  for (const { category, value } of to.writings) content[category] = [value, ...(content[category] ?? [])];
  const version = (present?.version ?? 0) + 1;
  const { id } = to.subject.record;
  const address = { service: to.subject.service, subject: id, access, retention, version };
  const { bytes } = sealSegment(address, content, to.subject.keys, world.crypto);
  await tx.segments.put(to.subject.service, id, { access, retention, version, bytes });
}

async function indexValue(
  tx: Tx,
  world: World,
  to: { subject: OpenSubject; writing: Writing },
): Promise<void> {
  const field = indexedFields[to.writing.category];
  if (!field) return;
  const { service, record } = to.subject;
  const digest = digestOf(world, { service, field, value: to.writing.value.value });
  const under = indexFieldOf(record.kind, to.writing.category) ?? field;
  await tx.blindIndex.remove(service, record.id, under);
  await tx.blindIndex.put(service, record.id, under, digest);
}

/** The blind index of a value: keyed, so that the database alone cannot be searched for a person. */
export function digestOf(
  world: World,
  at: { service: Id; field: 'email' | 'phone' | 'iin' | 'name'; value: string },
): Uint8Array {
  const { indexKey } = world.keys.service(at.service);
  return blindDigest(indexKey, at.field, normalise(at.field, at.value), world.crypto);
}

/** Digest of a short secret (code, token) under the service's draft key and its own context. */
export function secretDigest(world: World, at: { service: Id; context: string; secret: string }): Uint8Array {
  const { draftKey } = world.keys.service(at.service);
  return world.crypto.hmac(draftKey, utf8(`${at.context}\u0000${at.secret}`));
}
