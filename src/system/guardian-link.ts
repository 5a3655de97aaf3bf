import { equalBytes, type Id, isId, newId } from '../base/index.ts';
import { type MessageTemplate, messageText } from '../notice/index.ts';
import type { RepresentationRecord, ServiceRecord, Tx } from '../store/index.ts';
import { blindDigest, normalise } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { countAttempt } from './attempts.ts';
import { claimIn, type GuardianClaim } from './guardian.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { newToken } from './sessions.ts';
import { accountOf } from './sign-in.ts';
import { type OpenSubject, openSubject, secretDigest } from './subjects.ts';
import { kindOfAddress } from './typed.ts';
import type { World } from './world.ts';

/** How long a link works that was asked for to come back by, in milliseconds. */
const comingBackMs = 3_600_000;
/** Links of one person that may be good at once: bounds messages, whoever asks for them. */
const linksAtOnce = 5;

const contextOf = (id: Id) => `guardian:${id}`;

/** What somebody who acts for others is found by at a service. */
export function guardianDigest(
  world: World,
  at: { service: Id; kind: 'email' | 'phone'; address: string },
): Uint8Array {
  const { indexKey } = world.keys.service(at.service);
  return blindDigest(indexKey, `guardian-${at.kind}`, normalise(at.kind, at.address), world.crypto);
}

/** A link to the room of somebody who acts for others: the path of its page. */
export async function makeGuardianLink(
  tx: Tx,
  world: World,
  to: { service: ServiceRecord; representative: OpenSubject; until: number },
): Promise<string> {
  const { service, representative, until } = to;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const secret = newToken(world);
  const digest = secretDigest(world, { service: service.id, context: contextOf(id), secret });
  const row = { service: service.id, purpose: 'guardian' as const, id, digest, attempts: 0 };
  await tx.tickets.insert({ ...row, subject: representative.record.id, createdAt: now, expiresAt: until });
  return `/s/${service.key}/guardian/${id}.${secret}`;
}

/** Templates of what is sent to somebody who acts for others, each with a link to their room. */
type GuardianTemplate = Extract<MessageTemplate, `guardian-${string}`>;

/** Writes to somebody who acts for others, at the address by which they are known. */
export async function tellGuardian(
  tx: Tx,
  world: World,
  what: {
    readonly service: ServiceRecord;
    readonly representative: OpenSubject;
    readonly claim: Pick<GuardianClaim, 'kind' | 'address'>;
    readonly template: GuardianTemplate;
    /** Until when its link works; absent: there is none. */
    readonly until?: number;
  },
): Promise<void> {
  const { service, representative, claim, template, until } = what;
  const speaker = speakerOf(representative.record.language, world.law.zone);
  const path =
    until === undefined
      ? `/s/${service.key}/guardian`
      : await makeGuardianLink(tx, world, { service, representative, until });
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    link: `${world.origin()}${path}`,
    date: until === undefined ? '' : speaker.time(until),
  };
  const channel = claim.kind === 'email' ? ('email' as const) : ('sms' as const);
  const message = { channel, to: claim.address, ...messageText(speaker, template, params) };
  await tellSubject(tx, world, {
    ...{ subject: representative, template, message },
    ...(until !== undefined && { expiresAt: until }),
  });
}

/**
 * Sends a link to somebody who acts for others, if the address is that of one. The answer is the same when it
 * is not.
 *
 * @throws TooSoon when links were asked for too often
 */
export async function sendGuardianLink(
  world: World,
  at: { service: ServiceRecord; address: string; from: string },
): Promise<{ readonly sent: true } | { readonly problem: 'address-malformed' }> {
  const address = at.address.trim();
  const kind = kindOfAddress(address);
  if (!kind) return { problem: 'address-malformed' };
  const { service, from } = at;
  const account = `guardian-${accountOf(kind, address)}`;
  await countAttempt(world, { service: service.id, what: 'code-asked', account, from });
  await world.store.transaction(async (tx) => {
    const known = await guardianAt(tx, world, { service: service.id, kind, address });
    if (!known || (await goodLinks(tx, world, known)) >= linksAtOnce) return;
    const rows = await tx.representations.ofRepresentative(service.id, known.record.id);
    const open = rows.filter(({ state }) => state !== 'over');
    if (open.length === 0) return;
    const until = world.now() + comingBackMs;
    const claim = { kind, address: normalise(kind, address) };
    await tellGuardian(tx, world, {
      service,
      representative: known,
      claim,
      template: 'guardian-link',
      until,
    });
  });
  return { sent: true };
}

function goodLinks(tx: Tx, world: World, { service, record }: OpenSubject): Promise<number> {
  return tx.tickets.countOf(service, 'guardian', { subject: record.id, now: world.now() });
}

/** Who acts for others and is known by an address; undefined when nobody is. */
export async function guardianAt(
  tx: Tx,
  world: World,
  at: { service: Id; kind: 'email' | 'phone'; address: string },
): Promise<OpenSubject | undefined> {
  const field = `guardian-${at.kind}`;
  const digest = guardianDigest(world, at);
  await tx.blindIndex.claim(at.service, field, digest);
  const [id] = await tx.blindIndex.find(at.service, field, digest);
  if (id === undefined) return undefined;
  return openSubject(tx, world, { service: at.service, id, mode: 'update' });
}

/** A room opened by its link: who acts, and for whom, the newest first. */
export interface OpenRoom {
  readonly service: ServiceRecord;
  readonly representative: OpenSubject;
  readonly rows: readonly RepresentationRecord[];
  readonly claims: ReadonlyMap<Id, GuardianClaim>;
}

/**
 * Opens the room that a link leads to, its holder locked: two tabs wait for each other. Undefined for a link
 * that is wrong, over, or whose representations all ended; nobody can tell which.
 */
export async function openRoom(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; token: string },
): Promise<OpenRoom | undefined> {
  const { service } = at;
  const [id = '', secret = '', ...more] = at.token.split('.');
  const known = isId(id) && more.length === 0;
  const ticket = known ? await tx.tickets.lock(service.id, 'guardian', id) : undefined;
  const given = secretDigest(world, { service: service.id, context: contextOf(id), secret });
  const good = ticket && ticket.expiresAt > world.now() && equalBytes(ticket.digest, given);
  if (!good || !ticket.subject) return undefined;
  const who = { service: service.id, id: ticket.subject, mode: 'update' as const };
  const representative = await openSubject(tx, world, who);
  if (!representative) return undefined;
  const all = await tx.representations.ofRepresentative(service.id, ticket.subject);
  const rows = all.filter(({ state }) => state !== 'over').toReversed();
  if (rows.length === 0) return undefined;
  const claims = new Map(rows.map((row) => [row.id, claimIn(world, { representative, row })]));
  return { service, representative, rows, claims };
}
