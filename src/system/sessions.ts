import { base64UrlOf, type Id, utf8 } from '../base/index.ts';
import type { SessionRecord, Tx } from '../store/index.ts';
import type { World } from './world.ts';

/**
 * A subject's session ends after thirty days or seven idle; a staff member's after twelve hours or thirty
 * idle minutes.
 */
export const sessionTerms = {
  subject: { longest: 30 * 86_400_000, idle: 7 * 86_400_000 },
  staff: { longest: 12 * 3_600_000, idle: 30 * 60_000 },
} as const;

/** A secret of 32 random bytes in base64url; only its hash is stored. */
export function newToken(world: World): string {
  return base64UrlOf(world.crypto.random(32));
}

/** Opens a session. @returns the token for the cookie */
export async function openSession(
  tx: Tx,
  world: World,
  from: { service: Id; subject: Id; role: 'subject' | 'staff' },
): Promise<string> {
  const token = newToken(world);
  const now = world.now();
  await tx.sessions.insert({
    digest: world.crypto.hash(utf8(token)),
    service: from.service,
    subject: from.subject,
    role: from.role,
    createdAt: now,
    seenAt: now,
    expiresAt: now + sessionTerms[from.role].longest,
  });
  return token;
}

/**
 * The session of a token; undefined when unknown, ended or idle too long. Notes the visit at most once a
 * minute.
 */
export async function sessionOf(
  world: World,
  at: { token: string; role: 'subject' | 'staff'; service?: Id },
): Promise<SessionRecord | undefined> {
  if (at.token.length < 20 || at.token.length > 100) return undefined;
  const digest = world.crypto.hash(utf8(at.token));
  return world.store.transaction(async (tx) => {
    const session = await tx.sessions.get(digest);
    const now = world.now();
    if (!session || session.role !== at.role || (at.service && session.service !== at.service))
      return undefined;
    if (session.expiresAt <= now || session.seenAt + sessionTerms[at.role].idle <= now) {
      await tx.sessions.remove(digest);
      return undefined;
    }
    if (now - session.seenAt >= 60_000) await tx.sessions.touch(digest, now);
    return session;
  });
}

/** Ends a session; nothing happens when there is none. */
export async function endSession(world: World, token: string): Promise<void> {
  await world.store.transaction((tx) => tx.sessions.remove(world.crypto.hash(utf8(token))));
}
