import { civilDateAt, KepilError, newId } from '../base/index.ts';
import { addWorkingDays } from '../law/index.ts';
import { messageText } from '../notice/index.ts';
import type { DeletionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { declaredCategories, type Me, today } from './cabinet.ts';
import { actDays, cut } from './destroy.ts';
import { record } from './entries.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { confirmedAddresses } from './proof-anew.ts';
import { newToken } from './sessions.ts';
import { dataOf, type OpenSubject, openSegments, openSubject, secretDigest } from './subjects.ts';
import type { World } from './world.ts';

/** How long a deletion may be taken back, in milliseconds: a day. */
export const undoMs = 86_400_000;

/** Rules of the entries about a deletion that waits. */
export const deletionRules = { asked: 'deletion-asked', undone: 'deletion-undone' } as const;

/** Deletions carried out at once. */
const deletionsAtOnce = 50;

/** The deletion of their account that a person may still take back, if any. */
export function deletionOf(world: World, me: Me): Promise<DeletionRecord | undefined> {
  return world.store.transaction((tx) => tx.retention.deletions.get(me.service.id, me.subject));
}

/**
 * Takes a person's demand to delete their account after a day, within which they may take it back. The link
 * to the act goes to their confirmed addresses now: afterwards nobody knows them any more. A second demand
 * changes nothing.
 *
 * @throws Refused when the gate says no, such as while the data are blocked or held
 * @law 94-V Art. 18, 24(1)(4); DC Art. 41
 */
export async function askDeletion(world: World, me: Me): Promise<DeletionRecord> {
  return decided(world, async (tx) => {
    const { service, subject: id } = me;
    const act = newId(world.now(), world.crypto.random);
    const request = {
      actor: { role: 'subject' as const, id },
      verb: 'destroy' as const,
      service: service.id,
      subject: id,
      categories: await declaredCategories(tx, world, { service: service.id, subject: id }),
      purpose: 'subject_rights',
      channel: 'cabinet' as const,
      matter: act,
    };
    const because = [{ rule: deletionRules.asked, article: '94-V Art. 24(1)(4)' }];
    const asked = await ask(tx, world, request, { mode: 'update', kind: 'request', because });
    if (!asked.subject || !asked.entry) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
    const known = await tx.retention.deletions.get(service.id, id);
    if (known) return known;
    const now = world.now();
    const row = {
      service: service.id,
      subject: id,
      act,
      askedAt: now,
      dueAt: now + undoMs,
      entry: asked.entry,
    };
    await tx.retention.deletions.insert(row);
    await sendLink(tx, world, { me, subject: asked.subject, row });
    return row;
  });
}

/** Sends the link to the act that will be written. */
async function sendLink(
  tx: Tx,
  world: World,
  what: { me: Me; subject: OpenSubject; row: DeletionRecord },
): Promise<void> {
  const { me, subject, row } = what;
  const token = newToken(world);
  await tx.tickets.insert({
    ...{ service: row.service, purpose: 'act', id: row.act, attempts: 0 },
    digest: secretDigest(world, { service: row.service, context: `act:${row.act}`, secret: token }),
    ...{ createdAt: row.askedAt, expiresAt: row.dueAt + actDays * 86_400_000 },
  });
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const service = await nameFor(tx, world, { service: me.service, speaker });
  const link = `${world.origin()}/s/${me.service.key}/act/${row.act}?t=${token}`;
  const template = 'account-deletion';
  const words = messageText(speaker, template, { service, link, time: speaker.time(row.dueAt) });
  for (const { kind, address } of confirmedAddresses(dataOf(await openSegments(tx, world, subject)))) {
    const channel = kind === 'email' ? ('email' as const) : ('sms' as const);
    await tellSubject(tx, world, { subject, template, message: { channel, to: address, ...words } });
  }
}

/**
 * Takes a deletion back at the person's word: nothing is destroyed, the link to the act opens nothing.
 *
 * @returns whether one waited
 */
export async function undoDeletion(world: World, me: Me): Promise<boolean> {
  return world.store.transaction(async (tx) => {
    const { service, subject: id } = me;
    const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const row = await tx.retention.deletions.get(service.id, id);
    if (!row) return false;
    await tx.retention.deletions.remove(service.id, id);
    await tx.tickets.remove(service.id, 'act', row.act);
    await record(tx, world, {
      service: service.id,
      kind: 'request',
      outcome: 'done',
      actor: { role: 'subject', id },
      channel: 'cabinet',
      purpose: 'subject_rights',
      because: [{ rule: deletionRules.undone }],
      matter: row.act,
      subject: { id, keys: subject.keys },
    });
    return true;
  });
}

/**
 * Carries out the deletions whose day to take back is over, one a transaction. What is blocked or held stays
 * and is tried again; the desk shows it as late.
 *
 * @returns how many accounts were destroyed
 */
export async function carryOutDeletions(world: World, onFault: (error: Error) => void): Promise<number> {
  const now = world.now();
  const due = await world.store.transaction((tx) => tx.retention.deletions.due(now, deletionsAtOnce));
  let done = 0;
  for (const row of due) {
    try {
      if (await world.store.transaction((tx) => carryOut(tx, world, row))) done += 1;
    } catch (error) {
      onFault(error as Error);
    }
  }
  return done;
}

async function carryOut(tx: Tx, world: World, { service, subject: id }: DeletionRecord): Promise<boolean> {
  if (!(await tx.subjects.lock(service, id, 'update'))) {
    await tx.retention.deletions.remove(service, id);
    return false;
  }
  const row = await tx.retention.deletions.get(service, id);
  if (!row || row.dueAt > world.now() || (await isFrozen(tx, row))) return false;
  const request = {
    actor: { role: 'system' as const },
    verb: 'destroy' as const,
    ...{ service, subject: id, purpose: 'destruction', channel: 'job' as const, matter: row.act },
    categories: await declaredCategories(tx, world, { service, subject: id }),
  };
  const because = [{ rule: 'deletion-carried-out', article: '94-V Art. 24(1)(4)' }];
  const { decision, entry } = await ask(tx, world, request, { mode: 'update', unopened: true, because });
  if (!decision.allowed || entry === undefined) return false;
  await cut(tx, world, { service, subject: id, entry, at: world.now(), act: row.act });
  return true;
}

/** Asked beforehand, so that no refusal is recorded at every beat. */
async function isFrozen(tx: Tx, { service, subject }: DeletionRecord): Promise<boolean> {
  if (await tx.blocks.inForce(service, subject)) return true;
  return (await tx.retention.holds.inForce(service, subject)).length > 0;
}

/** A deletion as the desk sees it. */
export interface WaitingDeletion extends DeletionRecord {
  /** The last day on which the law lets it be done. */
  readonly lastOn: string;
  readonly overdue: boolean;
}

/** Deletions that wait at a service, the next due first. */
export async function listDeletions(
  world: World,
  service: Pick<ServiceRecord, 'id'>,
  limit: number,
): Promise<readonly WaitingDeletion[]> {
  const rows = await world.store.transaction((tx) => tx.retention.deletions.list(service.id, limit));
  return rows.map((row) => ({ ...row, ...lateness(world, row) }));
}

/** A deletion is to be done within one working day of its day. @law 94-V Art. 25(2)(8) */
export function lateness(
  world: Pick<World, 'law' | 'now'>,
  { dueAt }: { readonly dueAt: number },
): { readonly lastOn: string; readonly overdue: boolean } {
  const lastOn = addWorkingDays(world.law, civilDateAt(dueAt, world.law.zone), 1);
  return { lastOn, overdue: lastOn < today(world as World) };
}
