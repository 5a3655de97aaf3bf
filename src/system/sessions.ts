import { Bug, base64UrlOf, type Id, KepilError, type Language, newId, utf8 } from '../base/index.ts';
import type { SessionRecord, Store, Tx } from '../store/index.ts';
import { type SubjectKeys, sealBytes } from '../vault/index.ts';
import { throughStore, type World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long sessions last at most, and how long left alone. A staff member whose password was right has a
 * session of a lesser kind until the second factor is given (`staff-factor`) or set up (`staff-enrol`): it
 * opens nothing but the page where that is done, since every other page asks for the kind `staff`.
 */
export const sessionTerms = {
  subject: { longest: 30 * day, idle: 7 * day },
  staff: { longest: 12 * hour, idle: 30 * minute },
  'staff-factor': { longest: 10 * minute, idle: 10 * minute },
  'staff-enrol': { longest: hour, idle: 30 * minute },
} as const;

/** What a session is good for. */
export type SessionRole = keyof typeof sessionTerms;

/** How long after proving who one is acts that need fresh proof may follow without another. */
export const freshMs = 10 * minute;

/** A secret of 32 random bytes in base64url; only its hash is stored. */
export function newToken(world: World): string {
  return base64UrlOf(world.crypto.random(32));
}

/**
 * Whose session, of which kind; `client` says from what, coarsely (`Chrome, Windows`; empty when unknown).
 * It is kept sealed under `keys`.
 */
export interface Opening {
  readonly service: Id;
  readonly subject: Id;
  readonly role: SessionRole;
  readonly device?: { readonly keys: SubjectKeys; readonly client: string } | undefined;
}

/** What the sealed client of a session is bound to. */
export const clientContext = (session: Id): string => `session:${session}`;

/** Opens a session under a new token, for somebody who just proved who they are. @returns the token */
export async function openSession(tx: Tx, world: World, from: Opening): Promise<string> {
  const { service, subject, role, device } = from;
  const token = newToken(world);
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const sealed =
    device?.client && sealBytes(device.keys.subjectKey, clientContext(id), utf8(device.client), world.crypto);
  await tx.sessions.insert({
    ...{ digest: world.crypto.hash(utf8(token)), id, service, subject, role },
    ...{ createdAt: now, seenAt: now, provedAt: now, expiresAt: now + sessionTerms[role].longest },
    ...(sealed && { sealed }),
  });
  return token;
}

/** Whether a session's holder proved who they are a short while ago. */
export function isFresh(session: Pick<SessionRecord, 'provedAt'>, now: number): boolean {
  return session.provedAt + freshMs > now;
}

/**
 * Goes on with a session whose holder just proved anew who they are: under a new token, so that whoever held
 * the old one is out. It ends when it would have ended.
 *
 * @returns the token
 * @throws KepilError `ERR_NOT_SIGNED_IN` when it ended meanwhile
 */
export async function renewSession(tx: Tx, world: World, session: SessionRecord): Promise<string> {
  const held = await tx.sessions.hold(session.digest, 'update');
  if (held?.role !== session.role) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  const token = newToken(world);
  const digest = world.crypto.hash(utf8(token));
  const { role, expiresAt } = held;
  await tx.sessions.renew(held.digest, { digest, role, provedAt: world.now(), expiresAt });
  return token;
}

/** Whether a session opens nothing any more: it lasted too long, or was left alone too long. */
export function isOver(session: Pick<SessionRecord, 'role' | 'seenAt' | 'expiresAt'>, now: number): boolean {
  const terms = Object.hasOwn(sessionTerms, session.role)
    ? sessionTerms[session.role as SessionRole]
    : undefined;
  return !terms || session.expiresAt <= now || session.seenAt + terms.idle <= now;
}

/** Why a token opens nothing: left alone too long, lasted too long, or no such session (any more). */
export interface Ended {
  readonly ended: 'idle' | 'over' | 'gone';
  /** Whose it was, while that is still known. */
  readonly subject?: Id;
}

/** Where a token is shown and what it must be good for. */
export interface Shown {
  readonly token: string;
  readonly role: SessionRole;
  readonly service?: Id;
}

/**
 * The language of whoever is signed in with a token; undefined when nobody is. Looks and changes nothing: a
 * session that is over is left to whoever must say so.
 */
export async function languageOfSession(world: World, at: Shown): Promise<Language | undefined> {
  const digest = world.crypto.hash(utf8(at.token));
  return world.store.transaction(async (tx) => {
    const session = await tx.sessions.get(digest);
    if (!session || session.role !== at.role || (at.service && session.service !== at.service))
      return undefined;
    const now = world.now();
    if (session.expiresAt <= now || session.seenAt + sessionTerms[at.role].idle <= now) return undefined;
    return (await tx.subjects.get(session.service, session.subject))?.language;
  });
}

/** The session of a token, or why there is none. Notes the visit at most once a minute. */
export async function findSession(world: World, at: Shown): Promise<SessionRecord | Ended> {
  if (at.token.length < 20 || at.token.length > 100) return { ended: 'gone' };
  const digest = world.crypto.hash(utf8(at.token));
  return world.store.transaction(async (tx) => {
    const session = await tx.sessions.get(digest);
    const now = world.now();
    if (!session || session.role !== at.role || (at.service && session.service !== at.service))
      return { ended: 'gone' as const };
    const over = session.expiresAt <= now;
    if (over || session.seenAt + sessionTerms[at.role].idle <= now) {
      await tx.sessions.remove(digest);
      return { ended: over ? ('over' as const) : ('idle' as const), subject: session.subject };
    }
    if (now - session.seenAt >= minute) await tx.sessions.touch(digest, now);
    return session;
  });
}

/** The session of a token; undefined when unknown, ended or idle too long. */
export async function sessionOf(world: World, at: Shown): Promise<SessionRecord | undefined> {
  const found = await findSession(world, at);
  return 'ended' in found ? undefined : found;
}

/**
 * A world for the acts of one session: each of its transactions begins by holding that session, so that an
 * act either is through before the session ends or does not happen.
 *
 * Sessions are locked before subjects, everywhere. `mode`: acts that only look hold it together (`share`),
 * acts that change something one after the other (`update`), the ending of sessions among them.
 *
 * It gives no snapshots and no groups: those cannot hold the session.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` from every transaction once the session has ended
 * @throws Bug from every snapshot and every group
 */
export function worldOfSession(world: World, session: SessionRecord, mode: 'share' | 'update'): World {
  const held = async (tx: Tx): Promise<void> => {
    const still = await tx.sessions.hold(session.digest, mode);
    if (still?.role !== session.role || still.expiresAt <= world.now())
      throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  };
  const { store } = world;
  const transaction: Store['transaction'] = (work) =>
    store.transaction(async (tx) => {
      await held(tx);
      return work(tx);
    });
  const none = async () => {
    throw new Bug('a snapshot or a group cannot hold the session it is asked by');
  };
  // Whoever looks holds the session as well: that takes a transaction.
  return throughStore(world, { transaction, look: transaction, snapshot: none, gather: none });
}

/** Ends a session; nothing happens when there is none. */
export async function endSession(world: World, token: string): Promise<void> {
  await world.store.transaction((tx) => tx.sessions.remove(world.crypto.hash(utf8(token))));
}
