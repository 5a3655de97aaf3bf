import { type Id, isId, KepilError, textOf } from '../base/index.ts';
import type { ConsentFact } from '../gate/index.ts';
import { marketingTemplates } from '../notice/index.ts';
import { basePurposes } from '../policy/index.ts';
import type { MessageRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { sentDraft } from './drafts.ts';
import { draftKeys } from './key-epochs.ts';
import { openedBytes } from './outbox.ts';
import { consentOfForm } from './start-registration.ts';
import { openSubject } from './subjects.ts';
import { policyVersion, type World } from './world.ts';

/** Whether a clerk may open messages; others see the state of those that advertise. */
export function mayOpen(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.includes('officer');
}

/** Messages of a service without address or text, newest first: all, or those that advertise. */
export async function listMessages(
  world: World,
  clerk: Pick<Clerk, 'roles'>,
  at: { service: Id; after?: Id; limit: number },
): Promise<readonly MessageRecord[]> {
  const page = { limit: at.limit, ...(at.after && { after: at.after }) };
  const templates = mayOpen(clerk) ? undefined : marketingTemplates;
  return world.store.transaction((tx) => tx.messages.list(at.service, page, templates));
}

/** Whether nobody carries the message, so that a person has to. */
export function isForHand({ state }: Pick<MessageRecord, 'state'>): boolean {
  return state === 'by-hand' || state === 'failed' || state === 'undelivered' || state === 'unsure';
}

/** A message with its address and text. */
export interface OpenedMessage {
  readonly row: MessageRecord;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Opens a message for a staff member who delivers it by hand: the gate is asked whether they may read the
 * address for it. Allowed only where no carrier has it or will take it; every opening leaves an entry that
 * the person sees in their cabinet.
 *
 * @throws KepilError `ERR_NOT_FOUND`; `ERR_FORBIDDEN` when a carrier has the message
 * @throws Refused when the gate says no
 */
export async function openMessage(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<OpenedMessage> {
  return decided(world, async (tx) => {
    const row = isId(at.id) ? await tx.messages.get(at.service.id, at.id) : undefined;
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (!isForHand(row)) throw new KepilError('ERR_FORBIDDEN', 'channel-set-up');
    const owner = await ownerOf(tx, world, row);
    if (!owner) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    await askToOpen(tx, world, { clerk, row, because: 'delivery-by-hand', ...owner });
    const content = JSON.parse(textOf(openedBytes(world, owner.keys, row))) as Omit<OpenedMessage, 'row'>;
    return { row, ...content };
  });
}

/**
 * Gives a message to its carrier once more, because a person says so: one that failed, or of which nobody
 * knows whether it went out.
 *
 * @throws KepilError `ERR_NOT_FOUND`; `ERR_FORBIDDEN` while a carrier has it or there is none
 * @throws Refused when the gate says no
 */
export async function sendAgain(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<void> {
  await decided(world, async (tx) => {
    const row = isId(at.id) ? await tx.messages.get(at.service.id, at.id) : undefined;
    const owner = row && (await ownerOf(tx, world, row));
    if (!row || !owner) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (!maySendAgain(world, row)) throw new KepilError('ERR_FORBIDDEN', 'channel-set-up');
    await askToOpen(tx, world, { clerk, row, because: 'sent-again', ...owner });
    const anew = { state: 'waiting', attempts: 0, dueAt: world.now() } as const;
    await tx.messages.settle(row.service, row.id, anew);
  });
}

/** Whether a carrier could be given the message again. */
export function maySendAgain(world: World, row: MessageRecord): boolean {
  const over = row.expiresAt !== undefined && row.expiresAt <= world.now();
  return isForHand(row) && !over && world.post[row.channel] !== undefined;
}

/** Whose a message is, with the keys it may be sealed under. */
export interface Owner {
  readonly keys: readonly Uint8Array[];
  /** The consent of the registration the message belongs to, while nobody is registered yet. */
  readonly giving?: ConsentFact;
}

/** Whose message it is: a subject's, or a registration's that waits for its code; else nobody's any more. */
export async function ownerOf(
  tx: Tx,
  world: World,
  { service, subject: id }: MessageRecord,
): Promise<Owner | undefined> {
  const subject = await openSubject(tx, world, { service, id, mode: 'share' });
  if (subject) return { keys: [subject.keys.subjectKey] };
  const draft = await sentDraft(tx, world, { service, id });
  if (!draft) return undefined;
  const version = await policyVersion(tx, world, { service, hash: draft.policyHash });
  const subjectName = draft.fields.some(([category]) => category === 'full_name');
  const purposes = basePurposes(version.policy);
  const giving = consentOfForm(world, { version, purposes, language: draft.language, subjectName });
  return { keys: draftKeys(world, service), giving };
}

interface Opening {
  readonly clerk: Clerk;
  readonly row: MessageRecord;
  readonly giving?: ConsentFact;
  readonly because: 'delivery-by-hand' | 'sent-again';
}

async function askToOpen(tx: Tx, world: World, { clerk, row, giving, because }: Opening): Promise<void> {
  const request = {
    actor: actorOf(clerk),
    verb: 'read' as const,
    service: row.service,
    subject: row.subject,
    categories: [row.channel === 'email' ? 'email' : 'phone'],
    purpose: 'subject_rights',
    channel: 'console' as const,
    matter: row.id,
  };
  const asking: Asking = { mode: 'share', ...byClerk(clerk), because: [{ rule: because }] };
  const ofDraft = giving && { giving, kind: 'message' as const };
  const { decision, entry } = await ask(tx, world, request, { ...asking, ...ofDraft });
  if (!decision.allowed) throw new Refused(decision.because, entry);
}
