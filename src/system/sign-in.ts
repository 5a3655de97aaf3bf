import { equalBytes, type Id, isId, newId } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { maskValue, normalise } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { attempting, countAttempt, forgiveAttempt } from './attempts.ts';
import { codeAttempts, draftMinutes, newCode } from './drafts.ts';
import { record } from './entries.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { openSession } from './sessions.ts';
import { dataOf, digestOf, type OpenSubject, openSegments, openSubject, secretDigest } from './subjects.ts';
import { kindOfAddress } from './typed.ts';
import type { World } from './world.ts';

/**
 * Sends a sign-in code to an address, if somebody is registered with it. The answer is the same when nobody
 * is, so that it tells strangers nothing.
 *
 * @throws TooSoon when this address or from this place codes were asked for too often
 */
export async function startSignIn(
  world: World,
  at: { service: ServiceRecord; address: string; from: string },
): Promise<{ ticket: Id; sentTo: string } | { problem: 'address-malformed' }> {
  const address = at.address.trim();
  const kind = kindOfAddress(address);
  if (!kind) return { problem: 'address-malformed' };
  const account = accountOf(kind, address);
  await countAttempt(world, { service: at.service.id, what: 'code-asked', account, from: at.from });
  const ticket = newId(world.now(), world.crypto.random);
  await world.store.transaction(async (tx) => {
    const digest = digestOf(world, { service: at.service.id, field: kind, value: address });
    const [subject] = await tx.blindIndex.find(at.service.id, kind, digest);
    if (subject)
      await sendCode(tx, world, {
        service: at.service,
        subject,
        ticket,
        kind,
        address: normalise(kind, address),
      });
  });
  return { ticket, sentTo: maskValue(kind, normalise(kind, address)) };
}

/** What tries at an address are counted by, whether somebody has it or not. */
export function accountOf(kind: 'email' | 'phone', address: string): string {
  return `${kind}:${normalise(kind, address)}`;
}

/** Codes of one person that may be good at once: bounds guesses and messages, whoever asks for them. */
export const codesAtOnce = 3;

async function sendCode(
  tx: Tx,
  world: World,
  to: { service: ServiceRecord; subject: Id; ticket: Id; kind: 'email' | 'phone'; address: string },
): Promise<void> {
  const { service, ticket } = to;
  const opened = await openSubject(tx, world, { service: service.id, id: to.subject, mode: 'update' });
  const now = world.now();
  const good = await tx.tickets.countOf(service.id, 'sign-in', { subject: to.subject, now });
  if (!opened || good >= codesAtOnce) return;
  const code = newCode(world);
  const expiresAt = now + draftMinutes * 60_000;
  const speaker = speakerOf(opened.record.language, world.law.zone);
  const params = { code, service: await nameFor(tx, world, { service, speaker }), minutes: draftMinutes };
  const words = messageText(speaker, 'sign-in-code', params);
  const channel = to.kind === 'email' ? ('email' as const) : ('sms' as const);
  const message = { channel, to: to.address, ...words };
  const sent = await tellSubject(tx, world, {
    subject: opened,
    template: 'sign-in-code',
    message,
    expiresAt,
  });
  if (!sent) return;
  const digest = secretDigest(world, { service: service.id, context: `sign-in:${ticket}`, secret: code });
  const row = { service: service.id, purpose: 'sign-in' as const, id: ticket, subject: to.subject };
  await tx.tickets.insert({ ...row, digest, attempts: 0, createdAt: now, expiresAt });
}

/**
 * A session for the right code. A wrong code, an expired one and an address nobody has look the same.
 *
 * @throws TooSoon after too many tries from this place
 */
export async function confirmSignIn(
  world: World,
  at: { service: ServiceRecord; ticket: string; code: string; from: string; client: string },
): Promise<{ session: string } | { problem: 'code-wrong' }> {
  const { from } = at;
  const attempt = { service: at.service.id, what: 'code-entered', account: at.ticket, from } as const;
  const done = await attempting(world, attempt, {
    work: () => enterCode(world, at),
    right: (outcome) => 'session' in outcome,
  });
  if ('problem' in done) return done;
  for (const account of done.accounts)
    await forgiveAttempt(world, { ...attempt, what: 'code-asked', account });
  return { session: done.session };
}

async function enterCode(
  world: World,
  at: { service: ServiceRecord; ticket: string; code: string; client: string },
): Promise<{ session: string; accounts: readonly string[] } | { problem: 'code-wrong' }> {
  return world.store.transaction(async (tx) => {
    const row = isId(at.ticket) ? await tx.tickets.lock(at.service.id, 'sign-in', at.ticket) : undefined;
    const good = row && row.expiresAt > world.now() && row.attempts < codeAttempts;
    if (!good || !row.subject) return { problem: 'code-wrong' as const };
    const secret = at.code.replaceAll(/\s/g, '');
    const given = secretDigest(world, { service: at.service.id, context: `sign-in:${row.id}`, secret });
    if (!equalBytes(given, row.digest)) {
      await tx.tickets.countAttempt(at.service.id, 'sign-in', row.id);
      return { problem: 'code-wrong' as const };
    }
    await tx.tickets.remove(at.service.id, 'sign-in', row.id);
    const subject = await openSubject(tx, world, { service: at.service.id, id: row.subject, mode: 'share' });
    if (!subject) return { problem: 'code-wrong' as const };
    return enter(tx, world, { subject, client: at.client });
  });
}

async function enter(tx: Tx, world: World, who: { subject: OpenSubject; client: string }) {
  const session = await enterCabinet(tx, world, { ...who, rule: 'signed-in-by-code' });
  const data = dataOf(await openSegments(tx, world, who.subject));
  const accounts = (['email', 'phone'] as const).flatMap((kind) => {
    const address = data.get(kind)?.[0]?.value;
    return address === undefined ? [] : [accountOf(kind, address)];
  });
  return { session, accounts };
}

/** Opens a session of the cabinet for somebody who proved who they are, with its entry. @returns its token */
export async function enterCabinet(
  tx: Tx,
  world: World,
  who: { subject: OpenSubject; client: string; rule: string },
): Promise<string> {
  const { service, record: row, keys } = who.subject;
  await record(tx, world, {
    service,
    kind: 'session',
    outcome: 'done',
    actor: { role: 'subject' },
    channel: 'cabinet',
    because: [{ rule: who.rule }],
    subject: { id: row.id, keys },
  });
  const device = { keys, client: who.client };
  return openSession(tx, world, { service, subject: row.id, role: 'subject', device });
}
