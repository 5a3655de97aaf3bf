import type { Tx } from '../store/index.ts';
import type { StoredValue } from '../vault/index.ts';
import { sealSegment } from '../vault/index.ts';
import { indexFieldOf, type OpenSegment, type OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** What a destruction of single values took, by store. */
export interface ValuesTaken {
  /** Segments that were sealed anew without them. */
  readonly segments: number;
  readonly values: number;
  readonly indexes: number;
  /** Codes on their way to an address that is no more. */
  readonly tickets: number;
}

/**
 * Destroys single values for good: each segment that holds one is sealed anew without it under a data key
 * drawn for this sealing, so that the data key before, which could open it, is in no row any more; the blind
 * index of a field whose current value goes, goes with it, and so do codes on their way to that address.
 *
 * A segment that becomes empty stays with a higher version: an older one that is played back does not open.
 * Precondition: the subject is locked for update; the gate allowed it.
 */
export async function destroyValues(
  tx: Tx,
  world: World,
  what: {
    readonly subject: OpenSubject;
    readonly segments: readonly OpenSegment[];
    readonly goes: (category: string, value: StoredValue) => boolean;
  },
): Promise<ValuesTaken> {
  const { subject, goes } = what;
  const { service } = subject;
  const { id } = subject.record;
  const taken = { segments: 0, values: 0, indexes: 0, tickets: 0 };
  for (const segment of what.segments.filter(holdsData)) {
    const { left, values, emptied } = without(segment, goes);
    if (values === 0) continue;
    const { access, retention } = segment;
    const version = segment.version + 1;
    const address = { service, subject: id, access, retention, version };
    const { bytes } = sealSegment(address, left, subject.keys, world.crypto);
    await tx.segments.put(service, id, { access, retention, version, bytes });
    taken.segments += 1;
    taken.values += values;
    for (const category of emptied) {
      const field = indexFieldOf(subject.record.kind, category);
      if (field) taken.indexes += await tx.blindIndex.remove(service, id, field);
      if (category === 'email' || category === 'phone')
        for (const purpose of ['sign-in', 'proof'] as const)
          taken.tickets += await tx.tickets.removeOf(service, purpose, id);
    }
  }
  if (taken.values > 0) await tx.subjects.bumpVersion(service, id);
  return taken;
}

/** Whether a segment holds categories of the policy, and no proof or secret of the system. */
function holdsData({ access, retention }: OpenSegment): boolean {
  return retention !== 'proof' && access !== 'credential';
}

/** The content without what goes; `emptied`: categories whose current value went. */
function without(segment: OpenSegment, goes: (category: string, value: StoredValue) => boolean) {
  const left: Record<string, readonly StoredValue[]> = {};
  const emptied: string[] = [];
  let values = 0;
  for (const [category, history] of Object.entries(segment.content)) {
    const stays = history.filter((value) => !goes(category, value));
    values += history.length - stays.length;
    if (history[0] !== undefined && !stays.includes(history[0])) emptied.push(category);
    if (stays.length > 0) left[category] = stays;
  }
  return { left, values, emptied };
}
