import { type Id, textOf } from '../base/index.ts';
import type { Actor } from '../gate/index.ts';
import type { SessionRecord, Tx } from '../store/index.ts';
import { openBytes, type SubjectKeys } from '../vault/index.ts';
import { record } from './entries.ts';
import { clientContext, isOver } from './sessions.ts';
import { openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** One of somebody's open sessions as they see it. */
export interface OwnSession {
  readonly id: Id;
  readonly openedAt: number;
  readonly seenAt: number;
  /** From what it was opened, coarsely; empty when that is not known. */
  readonly client: string;
  /** The one they look from. */
  readonly here: boolean;
}

/** Whoever is signed in with `session`, and as whom they end others of their own. */
export interface SessionHolder {
  readonly session: SessionRecord;
  readonly actor: Actor;
  readonly channel: 'cabinet' | 'console';
}

/** The open sessions of a person, newest first; with those that lasted too long left out. */
export async function openSessionsOf(
  tx: Tx,
  world: World,
  of: { service: Id; subject: Id; keys: SubjectKeys; here?: Id },
): Promise<readonly OwnSession[]> {
  const rows = await tx.sessions.ofSubject(of.service, of.subject);
  return rows
    .filter((row) => !isOver(row, world.now()))
    .map((row) => ({
      id: row.id,
      openedAt: row.createdAt,
      seenAt: row.seenAt,
      client: clientOf(world, row, of.keys),
      here: row.id === of.here,
    }));
}

function clientOf(world: World, { id, sealed }: SessionRecord, { subjectKey }: SubjectKeys): string {
  const bytes = sealed && openBytes(subjectKey, clientContext(id), sealed, world.crypto);
  return bytes ? textOf(bytes) : '';
}

/** The open sessions of whoever is signed in. */
export function ownSessions(world: World, session: SessionRecord): Promise<readonly OwnSession[]> {
  const { service, subject, id: here } = session;
  return world.store.transaction(async (tx) => {
    const who = await openSubject(tx, world, { service, id: subject, mode: 'share' });
    return who ? openSessionsOf(tx, world, { service, subject, keys: who.keys, here }) : [];
  });
}

/**
 * Ends one of somebody's own sessions, or all but the one they are in; what is not theirs, or the one they
 * are in, is not touched.
 *
 * @returns how many ended
 */
export function endOwnSessions(world: World, holder: SessionHolder, which: Id | 'others'): Promise<number> {
  return world.store.transaction((tx) => endOthers(tx, world, { ...holder, which }));
}

/** @see endOwnSessions */
export async function endOthers(
  tx: Tx,
  world: World,
  { session, actor, channel, which }: SessionHolder & { which: Id | 'others' },
): Promise<number> {
  const { service, subject: id } = session;
  const others = (await tx.sessions.holdAll(service, id)).filter((row) => row.id !== session.id);
  const ending = others.filter((row) => which === 'others' || row.id === which);
  const who = await openSubject(tx, world, { service, id, mode: 'share' });
  if (!who || ending.length === 0) return 0;
  for (const row of ending) await tx.sessions.remove(row.digest);
  await record(tx, world, {
    service,
    kind: 'session',
    outcome: 'done',
    actor,
    channel,
    because: [{ rule: which === 'others' ? 'other-sessions-ended' : 'own-session-ended' }],
    subject: { id, keys: who.keys },
  });
  return ending.length;
}
