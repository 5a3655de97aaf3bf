import { equalBytes, type Id, isId, newId } from '../base/index.ts';
import type { ServiceRecord, TicketRecord, Tx } from '../store/index.ts';
import { newToken } from './sessions.ts';
import { secretDigest } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** How long a set-up link works. */
export const setUpHours = 24;

/** When a set-up link made at `since` stops working. */
export function linkUntil(since: number): number {
  return since + setUpHours * 3_600_000;
}

const contextOf = (id: Id) => `set-up:${id}`;

/**
 * Makes a one-time link for somebody who is to sign in to the console for the first time, as the token of
 * `/console/set-up`; those made for them before are void.
 */
export async function makeSetUpLink(
  tx: Tx,
  world: World,
  to: { house: ServiceRecord; subject: Id },
): Promise<string> {
  const { house, subject } = to;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const secret = newToken(world);
  const digest = secretDigest(world, { service: house.id, context: contextOf(id), secret });
  await tx.tickets.removeOf(house.id, 'set-up', subject);
  const row = { service: house.id, purpose: 'set-up' as const, id, digest, subject, attempts: 0 };
  await tx.tickets.insert({ ...row, createdAt: now, expiresAt: linkUntil(now) });
  return `${id}.${secret}`;
}

/** The ticket of a set-up link that still works, locked; undefined for any other text. */
export async function lockSetUpLink(
  tx: Tx,
  world: World,
  token: string,
): Promise<{ house: ServiceRecord; ticket: TicketRecord } | undefined> {
  const [id = '', secret = ''] = token.split('.');
  if (!isId(id)) return undefined;
  const house = await houseOf(tx);
  const ticket = await tx.tickets.lock(house.id, 'set-up', id);
  const given = secretDigest(world, { service: house.id, context: contextOf(id), secret });
  const good = ticket && ticket.expiresAt > world.now() && equalBytes(ticket.digest, given);
  return good ? { house, ticket } : undefined;
}
