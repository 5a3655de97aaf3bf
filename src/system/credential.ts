import type { Id } from '../base/index.ts';
import type { Tx } from '../store/index.ts';
import { sealSegment } from '../vault/index.ts';
import { type OpenSegment, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** Where what a person signs in with lies, under their own keys. */
const place = { access: 'credential', retention: 'ordinary' } as const;

/** The password somebody has: its hash, and since when. */
export interface KeptPassword {
  readonly hash: string;
  readonly setAt: number;
}

function credentialIn(segments: readonly OpenSegment[]): OpenSegment | undefined {
  return segments.find(({ access }) => access === place.access);
}

/** The password among somebody's segments; undefined when they have none. */
export function passwordIn(segments: readonly OpenSegment[]): KeptPassword | undefined {
  const value = credentialIn(segments)?.content.password?.[0];
  return value && { hash: value.value, setAt: value.at };
}

/**
 * Puts a password in the place of the one before, of which nothing stays; without one, takes it away. The
 * segment's version grows either way: sealed bytes of an earlier one open under no later version.
 */
export async function putPassword(
  tx: Tx,
  world: World,
  of: {
    readonly subject: OpenSubject;
    readonly segments: readonly OpenSegment[];
    /** `entry`: the one that records it. */
    readonly password?: KeptPassword & { readonly entry: Id };
  },
): Promise<void> {
  const { subject, segments, password } = of;
  const before = credentialIn(segments);
  const { password: _old, ...rest } = before?.content ?? {};
  const { id } = subject.record;
  const version = (before?.version ?? 0) + 1;
  const address = { service: subject.service, subject: id, ...place, version };
  const content = password
    ? { ...rest, password: [{ ...stated, value: password.hash, at: password.setAt, entry: password.entry }] }
    : rest;
  const { bytes } = sealSegment(address, content, subject.keys, world.crypto);
  await tx.segments.put(subject.service, id, { ...place, version, bytes });
}

const stated = { giver: 'subject', source: 'cabinet', status: 'stated' } as const;

/**
 * The hash that a password fits, among people of a service; undefined when it fits none. One hash is computed
 * whether there is such a person or not, so that the time taken tells nothing.
 */
export async function fittingHash(
  world: World,
  at: { service: Id; subject: Id | undefined; password: string },
): Promise<string | undefined> {
  const { service, subject: id } = at;
  const kept = await world.store.transaction(async (tx) => {
    const subject = id && (await openSubject(tx, world, { service, id, mode: 'share' }));
    return subject ? passwordIn(await openSegments(tx, world, subject)) : undefined;
  });
  const fits = await world.passwords.verify(kept?.hash ?? '', at.password);
  return fits ? kept?.hash : undefined;
}
