import { type Id, newId, utf8 } from '../base/index.ts';
import type { Because } from '../gate/index.ts';
import type { MessageTemplate } from '../notice/index.ts';
import type { OutgoingMessage } from '../post/index.ts';
import type { MessageRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { ask } from './ask.ts';
import { draftKeys } from './key-epochs.ts';
import { type OpenSubject, SealBroken } from './subjects.ts';
import type { World } from './world.ts';

/** A message to keep: `key` is the owner's (subject key, or the draft key before there is a subject). */
export interface Keeping {
  readonly service: Id;
  readonly owner: Id;
  readonly key: Uint8Array;
  readonly template: string;
  readonly message: OutgoingMessage;
  readonly expiresAt?: number;
  /** When it may go out; absent: now. */
  readonly dueAt?: number;
}

/** How long a message is kept that says nothing else: long enough to look into what became of it. */
const messageDays = 30;

const contextOf = (id: Id) => `message:${id}`;

/** Puts a message into the outbox, sealed: neither address nor text is readable in the store. */
export async function keepMessage(tx: Tx, world: World, what: Keeping): Promise<Id> {
  const id = newId(world.now(), world.crypto.random);
  const { channel, ...rest } = what.message;
  await tx.messages.insert({
    service: what.service,
    subject: what.owner,
    id,
    channel,
    template: what.template,
    sealed: sealBytes(what.key, contextOf(id), utf8(JSON.stringify(rest)), world.crypto),
    createdAt: world.now(),
    state: world.post[channel] ? 'waiting' : 'by-hand',
    attempts: 0,
    dueAt: what.dueAt ?? world.now(),
    expiresAt: what.expiresAt ?? world.now() + messageDays * 86_400_000,
  });
  return id;
}

/** A message for somebody: what it is, until when it is of use, and why beside what the gate says. */
export interface Telling {
  readonly subject: OpenSubject;
  readonly template: MessageTemplate;
  readonly message: OutgoingMessage;
  readonly expiresAt?: number;
  readonly because?: readonly Because[];
}

/**
 * Sends a message the person asked for (code, answer) or is owed (a change of the policy): asks the gate for
 * the use of their address, then keeps it.
 *
 * @returns its id when it was kept; a refusal is recorded and undoes nothing
 */
export async function tellSubject(tx: Tx, world: World, what: Telling): Promise<Id | undefined> {
  const { subject, message, because } = what;
  const request = {
    actor: { role: 'system' as const },
    verb: 'use' as const,
    service: subject.service,
    subject: subject.record.id,
    categories: [message.channel === 'email' ? 'email' : 'phone'],
    purpose: 'subject_rights',
    channel: 'outbox' as const,
  };
  const { decision } = await ask(tx, world, request, { mode: 'share', ...(because && { because }) });
  if (!decision.allowed) return undefined;
  const { template, expiresAt } = what;
  const owner = { service: subject.service, owner: subject.record.id, key: subject.keys.subjectKey };
  return keepMessage(tx, world, {
    ...owner,
    template,
    message,
    ...(expiresAt !== undefined && { expiresAt }),
  });
}

/** Gives the messages of a draft to the subject it became, sealed anew under the subject's key. */
export async function resealMessages(
  tx: Tx,
  world: World,
  at: { service: Id; draft: Id; subject: OpenSubject },
): Promise<void> {
  const keys = { from: draftKeys(world, at.service), to: at.subject.keys.subjectKey };
  await tx.messages.reown(at.service, at.draft, at.subject.record.id, (row) =>
    resealedMessage(world, row, keys),
  );
}

/** A message sealed under another key. @throws SealBroken */
export function resealedMessage(
  world: World,
  row: MessageRecord,
  keys: { readonly from: readonly Uint8Array[]; readonly to: Uint8Array },
): Uint8Array {
  return sealBytes(keys.to, contextOf(row.id), openedBytes(world, keys.from, row), world.crypto);
}

/** The bytes of a message, opened with one of its owner's keys. @throws SealBroken */
export function openedBytes(world: World, keys: readonly Uint8Array[], row: MessageRecord): Uint8Array {
  for (const key of keys) {
    const bytes = openBytes(key, contextOf(row.id), row.sealed, world.crypto);
    if (bytes) return bytes;
  }
  throw new SealBroken('segment-refused', { service: row.service, subject: row.subject, place: 'message' });
}
