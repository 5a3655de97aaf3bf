import { equalBytes, type Id, isId, KepilError, newId } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import type { SessionRecord, Tx } from '../store/index.ts';
import { maskValue, type StoredValue } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { attempting, attemptingAtOnce, countAttempt } from './attempts.ts';
import type { Me } from './cabinet.ts';
import { fittingHash, passwordIn } from './credential.ts';
import { codeAttempts, draftMinutes, newCode } from './drafts.ts';
import { record } from './entries.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { renewSession } from './sessions.ts';
import { accountOf, codesAtOnce } from './sign-in.ts';
import { dataOf, type OpenSubject, openSegments, openSubject, secretDigest } from './subjects.ts';
import type { World } from './world.ts';

/** A kind of address to which codes go. */
export type AddressKind = 'email' | 'phone';

/** Somebody who is signed in and proves anew who they are. `from`: `Client.prefix`. */
export interface Proving {
  readonly me: Me;
  readonly session: SessionRecord;
  readonly from: string;
}

/** By what somebody can prove who they are: their password, if any, and codes to confirmed addresses. */
export interface WaysToProve {
  readonly password: boolean;
  readonly addresses: readonly { readonly kind: AddressKind; readonly masked: string }[];
}

/** Addresses that answered with a code once, current values only. */
export function confirmedAddresses(
  data: ReadonlyMap<string, readonly StoredValue[]>,
): readonly { readonly kind: AddressKind; readonly address: string }[] {
  return (['email', 'phone'] as const).flatMap((kind) => {
    const value = data.get(kind)?.[0];
    return value?.status === 'confirmed' ? [{ kind, address: value.value }] : [];
  });
}

async function holderIn(tx: Tx, world: World, me: Me): Promise<OpenSubject> {
  const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'share' });
  if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  return subject;
}

/** By what a person can prove who they are. @throws KepilError `ERR_NOT_SIGNED_IN` */
export async function waysToProve(world: World, me: Me): Promise<WaysToProve> {
  return world.store.transaction(async (tx) => {
    const segments = await openSegments(tx, world, await holderIn(tx, world, me));
    const addresses = confirmedAddresses(dataOf(segments)).map(({ kind, address }) => ({
      kind,
      masked: maskValue(kind, address),
    }));
    return { password: passwordIn(segments) !== undefined, addresses };
  });
}

/** The code of a proof is good for the session that asked for it alone. */
const contextOf = (session: SessionRecord, ticket: Id) => `proof:${session.id}:${ticket}`;

/**
 * Sends a code to one of the person's own confirmed addresses.
 *
 * @throws TooSoon when codes were asked for too often; KepilError `ERR_NOT_FOUND` without such an address
 */
export async function sendProofCode(
  world: World,
  who: Proving & { readonly kind: AddressKind },
): Promise<{ ticket: Id; sentTo: string }> {
  const { me, from, kind } = who;
  const address = await addressOf(world, me, kind);
  const account = accountOf(kind, address);
  await countAttempt(world, { service: me.service.id, what: 'code-asked', account, from });
  const ticket = newId(world.now(), world.crypto.random);
  await world.store.transaction((tx) => sendCode(tx, world, { ...who, ticket, address }));
  return { ticket, sentTo: maskValue(kind, address) };
}

async function addressOf(world: World, me: Me, kind: AddressKind): Promise<string> {
  return world.store.transaction(async (tx) => {
    const segments = await openSegments(tx, world, await holderIn(tx, world, me));
    const found = confirmedAddresses(dataOf(segments)).find((one) => one.kind === kind);
    if (!found) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    return found.address;
  });
}

async function sendCode(
  tx: Tx,
  world: World,
  to: Proving & { kind: AddressKind; ticket: Id; address: string },
): Promise<void> {
  const { me, session, kind, ticket, address } = to;
  const { id: service } = me.service;
  const subject = await openSubject(tx, world, { service, id: me.subject, mode: 'update' });
  const now = world.now();
  const good = await tx.tickets.countOf(service, 'proof', { subject: me.subject, now });
  if (!subject || good >= codesAtOnce) return;
  const code = newCode(world);
  const expiresAt = now + draftMinutes * 60_000;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const name = await nameFor(tx, world, { service: me.service, speaker });
  const words = messageText(speaker, 'proof-code', { code, service: name, minutes: draftMinutes });
  const message = {
    channel: kind === 'email' ? ('email' as const) : ('sms' as const),
    to: address,
    ...words,
  };
  if (!(await tellSubject(tx, world, { subject, template: 'proof-code', message, expiresAt }))) return;
  const digest = secretDigest(world, { service, context: contextOf(session, ticket), secret: code });
  const row = { service, purpose: 'proof' as const, id: ticket, subject: me.subject };
  await tx.tickets.insert({ ...row, digest, attempts: 0, createdAt: now, expiresAt });
}

/** The token under which the session goes on, or what was wrong. */
export type Proved<Problem extends string> = { readonly session: string } | { readonly problem: Problem };

/**
 * Proves by the code that was sent. The code is used up and the session renewed in one step: whatever else
 * comes in under the old token is either before both or turned away.
 *
 * @throws TooSoon after too many tries
 */
export async function proveByCode(
  world: World,
  who: Proving,
  sent: { ticket: string; code: string },
): Promise<Proved<'code-wrong'>> {
  const attempt = {
    ...{ service: who.me.service.id, what: 'code-entered' as const },
    ...{ account: sent.ticket, from: who.from },
  };
  const session = await attemptingAtOnce(world, attempt, async (tx) => {
    if (!(await takeCode(tx, world, { ...who, sent }))) return undefined;
    return goOn(tx, world, { ...who, rule: 'proved-by-code' });
  });
  return session === undefined ? { problem: 'code-wrong' } : { session };
}

async function takeCode(
  tx: Tx,
  world: World,
  { me, session, sent }: Proving & { sent: { ticket: string; code: string } },
): Promise<boolean> {
  const { id: service } = me.service;
  const row = isId(sent.ticket) ? await tx.tickets.lock(service, 'proof', sent.ticket) : undefined;
  const good = row && row.expiresAt > world.now() && row.attempts < codeAttempts;
  if (!good || row.subject !== me.subject) return false;
  const secret = sent.code.replaceAll(/\s/g, '');
  const given = secretDigest(world, { service, context: contextOf(session, row.id), secret });
  const right = equalBytes(given, row.digest);
  if (right) await tx.tickets.remove(service, 'proof', row.id);
  else await tx.tickets.countAttempt(service, 'proof', row.id);
  return right;
}

/** Proves by the person's password. @throws TooSoon after too many tries */
export async function proveByPassword(
  world: World,
  who: Proving,
  password: string,
): Promise<Proved<'password-wrong'>> {
  const { me, from } = who;
  const { id: service } = me.service;
  const attempt = { service, what: 'password', account: `subject:${me.subject}`, from } as const;
  const hash = await attempting(world, attempt, {
    work: () => fittingHash(world, { service, subject: me.subject, password }),
    right: (fitting) => fitting !== undefined,
  });
  if (hash === undefined) return { problem: 'password-wrong' };
  const still = (now: string | undefined) => now === hash;
  const by = { ...who, rule: 'proved-by-password', still };
  return { session: await world.store.transaction((tx) => goOn(tx, world, by)) };
}

/**
 * The session goes on under a new token, if the password is `still` the one that was right.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when it is not, or when the session ended meanwhile
 */
async function goOn(
  tx: Tx,
  world: World,
  by: Proving & { rule: string; still?: (hash: string | undefined) => boolean },
): Promise<string> {
  const { me, session, rule, still } = by;
  const token = await renewSession(tx, world, session);
  const subject = await holderIn(tx, world, me);
  if (still && !still(passwordIn(await openSegments(tx, world, subject))?.hash))
    throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  await record(tx, world, {
    service: me.service.id,
    kind: 'session',
    outcome: 'done',
    actor: { role: 'subject' },
    channel: 'cabinet',
    because: [{ rule }],
    subject: { id: me.subject, keys: subject.keys },
  });
  return token;
}
