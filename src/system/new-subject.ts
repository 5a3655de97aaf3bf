import { civilDateAt, type Id, type Json, newId } from '../base/index.ts';
import type { Policy } from '../policy/index.ts';
import type { PolicyVersionRecord, SubjectRecord, Tx } from '../store/index.ts';
import { newSubjectKeys, wrapSubjectKeys } from '../vault/index.ts';
import type { Draft } from './draft.ts';
import { record } from './entries.ts';
import { adultsOnly, ageFrom } from './form.ts';
import { holdEpoch } from './key-epochs.ts';
import type { Collecting } from './start-registration.ts';
import { digestOf, type OpenSegment, type OpenSubject, placeOf, writeValues } from './subjects.ts';
import type { World } from './world.ts';

/** The form of a registration as far as it is kept. */
type GivenForm = Pick<Draft, 'fields' | 'contact'>;

interface Given {
  readonly subject: OpenSubject;
  readonly draft: GivenForm;
  readonly version: PolicyVersionRecord;
  /** The representation in which a minor is let in. */
  readonly by?: Id;
}

/**
 * An entry for each purpose, then the values, each under the entry it was collected by. A contact that is
 * held already stays as it is.
 */
export async function storeGiven(
  tx: Tx,
  world: World,
  from: Given & { collecting: readonly Collecting[]; segments?: readonly OpenSegment[] },
): Promise<void> {
  const { subject, draft, version, segments = [] } = from;
  const entries = new Map<string, Id>();
  for (const collecting of from.collecting) {
    const entry = await recordCollection(tx, world, { ...from, collecting });
    for (const category of collecting.categories) entries.set(category, entry);
  }
  const at = world.now();
  const isHeld = (category: string, value: string) =>
    segments.some(({ content }) => content[category]?.[0]?.value === value);
  const fresh = draft.fields.filter(([category, value]) => !isHeld(category, value));
  const writings = fresh.map(([category, value]) => {
    const status = category === draft.contact ? ('confirmed' as const) : ('stated' as const);
    const entry = entries.get(category) as Id;
    const stored = { value, giver: 'subject', source: 'registration', at, status, entry };
    return { category, ...placeOf(version.policy, category), value: stored };
  });
  await writeValues(tx, world, { subject, segments, writings });
}

/** The entry of what is collected for one purpose. */
function recordCollection(tx: Tx, world: World, from: Given & { collecting: Collecting }): Promise<Id> {
  const { subject, draft, version, collecting, by } = from;
  const { purpose, categories, decision } = collecting;
  return record(tx, world, {
    service: subject.service,
    kind: 'collection',
    verb: 'collect',
    outcome: 'allowed',
    actor: { role: by ? 'representative' : 'subject' },
    ...(by && { matter: by, decision: by }),
    channel: 'registration',
    purpose,
    categories,
    policy: version.hash,
    because: decision.because,
    subject: { id: subject.record.id, keys: subject.keys },
    record: Object.fromEntries(draft.fields.filter(([category]) => categories.includes(category))) as Json,
  });
}

/** The row of whoever registers: of a user, or of somebody whose consent is on paper. */
export function newSubjectRow(
  world: World,
  from: { service: Id; draft: Draft; policy: Policy; kind: 'user' | 'applicant' },
): SubjectRecord {
  const now = world.now();
  const age = ageFrom(new Map(from.draft.fields), civilDateAt(now, world.law.zone));
  return {
    service: from.service,
    id: newId(now, world.crypto.random),
    kind: from.kind,
    version: 1,
    policyHash: from.draft.policyHash,
    language: from.draft.language,
    createdAt: now,
    ...(adultsOnly(from.policy) && age !== undefined && { adult: age >= 18 }),
  };
}

/** Stores a subject row with fresh keys wrapped under the newest epoch of the service. */
export async function addSubject(tx: Tx, world: World, row: SubjectRecord): Promise<OpenSubject> {
  const keys = newSubjectKeys(world.crypto);
  const at = { service: row.service, subject: row.id, ...(await holdEpoch(tx, world, row.service)) };
  await tx.subjects.insert(row);
  await tx.subjectKeys.insert(row.service, row.id, wrapSubjectKeys(keys, at, world.crypto));
  return { service: row.service, record: row, keys };
}

/** Whether an address of a form belongs to somebody else; two at once wait for each other. */
export async function isTaken(
  tx: Tx,
  world: World,
  at: { service: Id; fields: Draft['fields']; but?: Id },
): Promise<boolean> {
  const values = new Map(at.fields);
  for (const field of ['email', 'phone'] as const) {
    const value = values.get(field);
    if (!value) continue;
    const digest = digestOf(world, { service: at.service, field, value });
    await tx.blindIndex.claim(at.service, field, digest);
    const holders = await tx.blindIndex.find(at.service, field, digest);
    if (holders.some((id) => id !== at.but)) return true;
  }
  return false;
}
