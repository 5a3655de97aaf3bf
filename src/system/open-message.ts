import { type Id, isId, KepilError, textOf } from '../base/index.ts';
import type { ConsentFact } from '../gate/index.ts';
import { marketingTemplates } from '../notice/index.ts';
import { basePurposes } from '../policy/index.ts';
import type { MessageRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { sentDraft } from './drafts.ts';
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

/** A message with its address and text. */
export interface OpenedMessage {
  readonly row: MessageRecord;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Opens a message for a staff member who delivers it by hand: the gate is asked whether they may read the
 * address for it. Allowed only while no channel is set up; every opening leaves an entry that the person sees
 * in their cabinet.
 *
 * @throws KepilError `ERR_NOT_FOUND`; `ERR_FORBIDDEN` when a channel is set up
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
    if (!world.post.byHand) throw new KepilError('ERR_FORBIDDEN', 'channel-set-up');
    const owner = await ownerOf(tx, world, row);
    await askToOpen(tx, world, { clerk, row, ...owner });
    const content = JSON.parse(textOf(openedBytes(world, owner.key, row))) as Omit<OpenedMessage, 'row'>;
    return { row, ...content };
  });
}

interface Owner {
  readonly key: Uint8Array;
  /** The consent of the registration the message belongs to, while nobody is registered yet. */
  readonly giving?: ConsentFact;
}

/** Whose message it is: a subject's, or a registration's that waits for its code. */
async function ownerOf(tx: Tx, world: World, { service, subject: id }: MessageRecord): Promise<Owner> {
  const subject = await openSubject(tx, world, { service, id, mode: 'share' });
  if (subject) return { key: subject.keys.subjectKey };
  const draft = await sentDraft(tx, world, { service, id });
  if (!draft) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const version = await policyVersion(tx, world, { service, hash: draft.policyHash });
  const subjectName = draft.fields.some(([category]) => category === 'full_name');
  const purposes = basePurposes(version.policy);
  const giving = consentOfForm(world, { version, purposes, language: draft.language, subjectName });
  return { key: world.keys.service(service).draftKey, giving };
}

async function askToOpen(
  tx: Tx,
  world: World,
  { clerk, row, giving }: { clerk: Clerk; row: MessageRecord; giving?: ConsentFact },
): Promise<void> {
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
  const asking: Asking = { mode: 'share', ...byClerk(clerk), because: [{ rule: 'delivery-by-hand' }] };
  const ofDraft = giving && { giving, kind: 'message' as const };
  const { decision, entry } = await ask(tx, world, request, { ...asking, ...ofDraft });
  if (!decision.allowed) throw new Refused(decision.because, entry);
}
