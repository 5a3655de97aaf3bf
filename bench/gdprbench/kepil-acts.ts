import type { Id, Json } from '../../src/base/index.ts';
import type { Tx } from '../../src/store/index.ts';
import { type Asked, ask } from '../../src/system/ask.ts';
import { destroyValues } from '../../src/system/destroy-values.ts';
import type { World } from '../../src/system/index.ts';
import { dataOf, openSegments, openSubject, placeOf, writeValues } from '../../src/system/subjects.ts';
import type { Place } from './kepil-load.ts';
import { metadataCategory } from './kepil-policy.ts';
import type { Metadata, PurposeRow } from './rules.ts';

/** Somebody's values by category, locked for whoever changes them. */
export interface Held {
  readonly asked: Asked;
  readonly values: ReadonlyMap<string, string>;
}

interface Of {
  readonly place: Place;
  readonly subject: Id;
}

/**
 * Asks for a change of a person's own data, as a correction does: lock, facts, decision, entry that commits
 * to what is written. @returns undefined when there is nobody, or not that
 */
export async function askChange(
  tx: Tx,
  world: World,
  of: Of & { categories: readonly string[]; record: Json },
): Promise<Held | undefined> {
  const asked = await ask(tx, world, requestOf(of, 'change', of.categories), {
    mode: 'update',
    record: of.record,
  });
  if (!asked.subject || !asked.decision.allowed) return undefined;
  return { asked, values: valuesOf(asked) };
}

function requestOf({ place, subject }: Of, verb: 'change' | 'destroy', categories: readonly string[]) {
  return {
    actor: { role: 'subject' as const, id: subject },
    ...{ verb, service: place.service.id, subject, categories },
    purpose: 'subject_rights',
    channel: 'cabinet' as const,
  };
}

function valuesOf({ segments }: Pick<Asked, 'segments'>): ReadonlyMap<string, string> {
  return new Map([...dataOf(segments)].map(([category, [value]]) => [category, value?.value ?? '']));
}

/** Writes values under the entry of the change, and raises the version of whose they are. */
export async function write(
  tx: Tx,
  world: World,
  { asked, values, writing }: Held & { readonly writing: Readonly<Record<string, string>> },
): Promise<void> {
  const { subject, entry, segments, version } = asked;
  if (!subject || !entry) throw new Error('nobody to write to');
  const stored = { giver: 'subject', at: world.now(), status: 'stated' as const, entry };
  const writings = Object.entries(writing).map(([category, value]) => {
    const source = values.has(category) ? 'correction' : 'addition';
    return { category, ...placeOf(version.policy, category), value: { ...stored, value, source } };
  });
  await writeValues(tx, world, { subject, segments, writings });
  await tx.subjects.bumpVersion(subject.service, subject.record.id);
}

/** Destroys one value at the person's demand: gate, entry, segment sealed anew under a fresh key, a note. */
export async function destroyOne(tx: Tx, world: World, of: Of & { category: string }): Promise<void> {
  const { place, subject: id, category } = of;
  const asked = await ask(tx, world, requestOf(of, 'destroy', [category]), { mode: 'update' });
  const { subject, segments, entry } = asked;
  if (!subject || !entry || !asked.decision.allowed || !valuesOf(asked).has(category)) return;
  await destroyValues(tx, world, { subject, segments, goes: (is) => is === category });
  const note = { category, at: world.now(), cause: 'demand', entry };
  await tx.retention.destroyed.put(place.service.id, id, note);
}

/** The metadata among somebody's values. */
export const metadataIn = (values: ReadonlyMap<string, string>): Metadata =>
  JSON.parse(values.get(metadataCategory) ?? '{}') as Metadata;

/** The row of a purpose among the values of its register. */
export const rowIn = (values: ReadonlyMap<string, string>): PurposeRow =>
  JSON.parse(values.get(metadataCategory) ?? '{}') as PurposeRow;

/** Rows of purposes as read, kept as long as the version of their register is the same. */
export class PurposeRows {
  readonly #world: World;
  readonly #known = new Map<Id, { readonly version: number; readonly row: PurposeRow }>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The row as it stands in this transaction. */
  async read(tx: Tx, { place, subject: id }: Of): Promise<PurposeRow> {
    const service = place.service.id;
    const known = this.#known.get(id);
    if (known && (await tx.subjects.get(service, id))?.version === known.version) return known.row;
    // Known by the version it had at first: whatever is read behind it may be newer, and is then read again.
    const subject = await openSubject(tx, this.#world, { service, id, mode: 'look' });
    if (!subject) throw new Error('no register of the purpose');
    const row = rowIn(valuesOf({ segments: await openSegments(tx, this.#world, subject) }));
    this.#known.set(id, { version: subject.record.version, row });
    return row;
  }
}
