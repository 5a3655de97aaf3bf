import { type Id, isId, KepilError, newId, textOf, utf8 } from '../base/index.ts';
import type { MessageTemplate } from '../notice/index.ts';
import type { OutgoingMessage } from '../post/index.ts';
import type { MessageRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, type SubjectKeys, sealBytes } from '../vault/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { record } from './entries.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** A message to keep: `key` is the owner's (subject key, or the draft key before there is a subject). */
export interface Keeping {
  readonly service: Id;
  readonly owner: Id;
  readonly key: Uint8Array;
  readonly template: string;
  readonly message: OutgoingMessage;
  readonly expiresAt?: number;
}

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
    ...(what.expiresAt !== undefined && { expiresAt: what.expiresAt }),
  });
  return id;
}

/**
 * Sends a message the person asked for (code, answer): asks the gate for the use of their address, then keeps
 * it.
 *
 * @returns whether it was kept; a refusal is recorded and undoes nothing
 */
export async function tellSubject(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; template: MessageTemplate; message: OutgoingMessage; expiresAt?: number },
): Promise<boolean> {
  const { subject, message } = what;
  const request = {
    actor: { role: 'system' as const },
    verb: 'use' as const,
    service: subject.service,
    subject: subject.record.id,
    categories: [message.channel === 'email' ? 'email' : 'phone'],
    purpose: 'subject_rights',
    channel: 'outbox' as const,
  };
  const { decision } = await ask(tx, world, request, { mode: 'share' });
  if (!decision.allowed) return false;
  const { template, expiresAt } = what;
  const owner = { service: subject.service, owner: subject.record.id, key: subject.keys.subjectKey };
  await keepMessage(tx, world, {
    ...owner,
    template,
    message,
    ...(expiresAt !== undefined && { expiresAt }),
  });
  return true;
}

/** Gives the messages of a draft to the subject it became, sealed anew under the subject's key. */
export async function resealMessages(
  tx: Tx,
  world: World,
  at: { service: Id; draft: Id; subject: OpenSubject },
): Promise<void> {
  const { draftKey } = world.keys.service(at.service);
  await tx.messages.reown(at.service, at.draft, at.subject.record.id, (row) =>
    sealBytes(at.subject.keys.subjectKey, contextOf(row.id), openedBytes(world, draftKey, row), world.crypto),
  );
}

function openedBytes(world: World, key: Uint8Array, row: MessageRecord): Uint8Array {
  const bytes = openBytes(key, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return bytes;
}

/** Messages of a service without address or text, newest first. */
export async function listMessages(
  world: World,
  at: { service: Id; after?: Id; limit: number },
): Promise<readonly MessageRecord[]> {
  return world.store.transaction((tx) =>
    tx.messages.list(at.service, { limit: at.limit, ...(at.after && { after: at.after }) }),
  );
}

/**
 * Opens a message for a staff member who delivers it by hand. Allowed only while no channel is set up; every
 * opening leaves an entry that the person sees in their cabinet.
 *
 * @throws KepilError `ERR_NOT_FOUND`; `ERR_FORBIDDEN` when a channel is set up
 */
export async function openMessage(
  world: World,
  at: { service: ServiceRecord; id: Id; staff: Id; staffKeys: SubjectKeys },
): Promise<{ row: MessageRecord; to: string; subject: string; text: string }> {
  return decided(world, async (tx) => {
    const row = isId(at.id) ? await tx.messages.get(at.service.id, at.id) : undefined;
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (!world.post.byHand) throw new KepilError('ERR_FORBIDDEN', 'channel-set-up');
    const subject = await openSubject(tx, world, { service: at.service.id, id: row.subject, mode: 'share' });
    const key = subject ? subject.keys.subjectKey : world.keys.service(at.service.id).draftKey;
    const content = JSON.parse(textOf(openedBytes(world, key, row))) as {
      to: string;
      subject: string;
      text: string;
    };
    if (subject) await askToOpen(tx, world, { ...at, row });
    else await noteOpening(tx, world, { ...at, row });
    return { row, ...content };
  });
}

type Opening = { service: ServiceRecord; staff: Id; staffKeys: SubjectKeys; row: MessageRecord };

const addressCategory = (row: MessageRecord) => (row.channel === 'email' ? 'email' : 'phone');

async function askToOpen(tx: Tx, world: World, what: Opening): Promise<void> {
  const request = {
    actor: { role: 'officer' as const, id: what.staff },
    verb: 'read' as const,
    service: what.service.id,
    subject: what.row.subject,
    categories: [addressCategory(what.row)],
    purpose: 'subject_rights',
    channel: 'console' as const,
    matter: what.row.id,
  };
  const { decision, entry } = await ask(tx, world, request, { mode: 'share', actorKeys: what.staffKeys });
  if (!decision.allowed) throw new Refused(decision.because, entry);
}

/**
 * The message of a registration that is not through: there is no subject to ask the gate about, the opening
 * is recorded.
 */
async function noteOpening(tx: Tx, world: World, what: Opening): Promise<void> {
  await record(tx, world, {
    service: what.service.id,
    kind: 'message',
    verb: 'read',
    outcome: 'allowed',
    actor: { role: 'officer', id: what.staff },
    actorKeys: what.staffKeys,
    channel: 'outbox',
    categories: [addressCategory(what.row)],
    because: [{ rule: 'delivery-by-hand' }],
    matter: what.row.id,
  });
}
