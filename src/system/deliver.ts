import { type Id, textOf } from '../base/index.ts';
import { nextAdvertisingAt } from '../law/index.ts';
import { noticeTemplate, offerTemplate } from '../notice/index.ts';
import type { Channel, Delivery, OutgoingMessage, Reported } from '../post/index.ts';
import type { MessageRecord, MessageSettled, Tx } from '../store/index.ts';
import { ownerOf } from './open-message.ts';
import { openedBytes } from './outbox.ts';
import { addressIn, askToMail, refusalOf } from './run-campaigns.ts';
import { SealBroken } from './subjects.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** So many messages are given to carriers at once. */
const batch = 20;
const reportBatch = 100;
/** After so many attempts a message stays with the officer. */
const mostAttempts = 12;
const minute = 60_000;
/** When a carrier is asked after a message that it took, and for how long at most. */
const reportEvery = 2 * minute;
const reportFor = 3 * 24 * 60 * minute;

const channels: readonly Channel[] = ['email', 'sms'];

/** The wait after an attempt: half a minute, then twice as long each time, at most an hour. Milliseconds. */
export function pauseAfter(attempts: number): number {
  return Math.min(60 * minute, 30_000 * 2 ** Math.max(0, attempts - 1));
}

/** What this process has under way. */
interface UnderWay {
  /** Messages that were taken and that a carrier may have by now, or soon. */
  readonly given: Set<Id>;
  /** Whether something may stand as taken that no carrier was given: the store failed in between. */
  doubt: boolean;
}

const underWay = new WeakMap<World, UnderWay>();

/** What is under way in a world, from now on kept. */
function runOf(world: World): UnderWay {
  const run = underWay.get(world) ?? { given: new Set(), doubt: false };
  underWay.set(world, run);
  return run;
}

/**
 * Gives messages that are due to their carriers. Each is marked as taken in a commit of its own before a
 * carrier sees it: after a crash nobody knows whether it went out, and it is not given again by itself. What
 * was taken while the store failed, and given to nobody, waits again.
 *
 * @returns how many were given to a carrier
 */
export async function deliverDue(world: World): Promise<number> {
  const open = channels.filter((channel) => world.post[channel]);
  if (open.length === 0) return 0;
  const run = runOf(world);
  const taken = await takenIn(world, { open, run });
  const done = await Promise.allSettled(taken.map((row) => deliverOne(world, { row, run })));
  for (const one of done) if (one.status === 'rejected') throw one.reason;
  return taken.length;
}

async function takenIn(
  world: World,
  { open, run }: { open: readonly Channel[]; run: UnderWay },
): Promise<readonly MessageRecord[]> {
  const { doubt } = run;
  // A commit whose answer is lost has taken them all the same.
  run.doubt = true;
  const taken = await world.store.transaction(async (tx) => {
    if (doubt) await tx.messages.putBack([...run.given]);
    return tx.messages.takeDue(world.now(), open, batch);
  });
  run.doubt = false;
  // From now on: whoever runs beside us must not put back what is still made ready here.
  for (const { id } of taken) run.given.add(id);
  return taken;
}

async function deliverOne(world: World, { row, run }: { row: MessageRecord; run: UnderWay }): Promise<void> {
  try {
    await settleOne(world, { row, run });
    run.given.delete(row.id);
  } catch (error) {
    run.doubt = true;
    throw error;
  }
}

/** What becomes of a message that no carrier gets, by why. */
const unsent = { 'owner-gone': 'failed', 'seal-broken': 'failed', 'recipient-unnamed': 'by-hand' } as const;
type Unsent = keyof typeof unsent;

async function settleOne(world: World, { row, run }: { row: MessageRecord; run: UnderWay }): Promise<void> {
  const { message, withheld } = await readied(world, row).catch((error: unknown) => {
    run.given.delete(row.id);
    throw error;
  });
  const settled =
    typeof message === 'string'
      ? { state: unsent[message], reason: message }
      : (withheld ?? (await carried(world, row, message)));
  const at: MessageSettled = { dueAt: world.now(), ...settled };
  await world.store.transaction((tx) => tx.messages.settle(row.service, row.id, at));
}

/** A message made ready for its carrier, with what speaks against it. */
function readied(world: World, row: MessageRecord) {
  const ready = world.store.transaction(async (tx) => {
    const message = await contentOf(tx, world, row);
    if (typeof message === 'string') return { message, withheld: undefined };
    // Whoever a mailing is for may have refused it since it was made, and the hour may be wrong by now.
    return { message, withheld: await withheldNow(tx, world, row) };
  });
  return ready
    .catch(sealBrokenOr)
    .then((one) => (one === 'seal-broken' ? { message: one, withheld: undefined } : one));
}

/** What does not open is recorded by the store's own watch, and holds no other message up. */
function sealBrokenOr(error: unknown): 'seal-broken' {
  if (error instanceof SealBroken) return 'seal-broken';
  throw error;
}

/** Why a mailing does not go out now: for good, or until its hour comes. Nothing against other messages. */
async function withheldNow(tx: Tx, world: World, row: MessageRecord) {
  if (row.template !== offerTemplate && row.template !== noticeTemplate) return undefined;
  const withheld = (reason: string) => ({ state: 'withheld', reason }) as const;
  const campaign = await tx.campaigns.ofMessage(row.service, row.id);
  if (!campaign || campaign.state === 'stopped') return withheld('stopped');
  if (row.template === offerTemplate && row.channel === 'sms') {
    const dueAt = nextAdvertisingAt(world.law, world.now());
    if (dueAt > world.now()) return { state: 'waiting', dueAt, attempts: row.attempts - 1 } as const;
  }
  const asked = await askToMail(tx, world, { row: campaign, subject: row.subject, by: 'system' });
  const to = addressIn(asked, campaign);
  const refused = await refusalOf(tx, world, { asked, row: campaign, to });
  return refused === undefined ? undefined : withheld('refused');
}

/** A message opened for its carrier, or why it cannot be given to one. */
async function contentOf(tx: Tx, world: World, row: MessageRecord): Promise<OutgoingMessage | Unsent> {
  // A draft may have become a subject since the message was taken.
  const known = await tx.messages.get(row.service, row.id);
  const owner = known && (await ownerOf(tx, world, known));
  if (!owner) return 'owner-gone';
  if (world.post[row.channel]?.thirdParty && !(await namesCarriers(tx, world, row)))
    return 'recipient-unnamed';
  const content = JSON.parse(textOf(openedBytes(world, owner.keys, known))) as Omit<
    OutgoingMessage,
    'channel'
  >;
  return { ...content, channel: row.channel };
}

/** Whether the policy in force names those who carry messages. @law 94-V Art. 7(6), 94-V Art. 10 */
async function namesCarriers(tx: Tx, world: World, { service }: MessageRecord): Promise<boolean> {
  const { hash } = await headOf(tx, service);
  const { policy } = await policyVersion(tx, world, { service, hash });
  return policy.recipients.some(({ recipient }) => recipient === 'messaging_providers');
}

async function carried(
  world: World,
  row: MessageRecord,
  message: OutgoingMessage,
): Promise<Omit<MessageSettled, 'dueAt'> & Partial<Pick<MessageSettled, 'dueAt'>>> {
  const carrier = world.post[row.channel];
  if (!carrier) return { state: 'by-hand' };
  const delivery: Delivery = await carrier.deliver(message, row.id);
  if (delivery.state === 'sent') return { ...delivery, dueAt: world.now() + reportEvery };
  if (delivery.state !== 'later') return delivery;
  if (row.attempts >= mostAttempts) return { state: 'failed', reason: delivery.reason };
  return { state: 'waiting', reason: delivery.reason, dueAt: world.now() + pauseAfter(row.attempts) };
}

/**
 * Asks carriers after the messages they took, and writes down which arrived. What is not known after three
 * days stays `sent`.
 *
 * @returns how many arrived or did not
 */
export async function collectReports(world: World): Promise<number> {
  const { report } = world.post.sms ?? {};
  if (!report) return 0;
  const now = world.now();
  const due = await world.store.transaction((tx) => tx.messages.dueReports(now, reportBatch));
  const asked = new Map<string, MessageRecord>();
  const questions: Reported[] = [];
  for (const row of due) {
    const content = world.store.transaction((tx) => contentOf(tx, world, row));
    const message = await content.catch(sealBrokenOr);
    if (row.carrierId === undefined || typeof message === 'string') continue;
    asked.set(row.carrierId, row);
    questions.push({ carrierId: row.carrierId, to: message.to });
  }
  if (questions.length === 0) return 0;
  const reports = await report(questions);
  let ended = 0;
  for (const [carrierId, row] of asked) {
    const found = reports.get(carrierId) ?? 'under-way';
    const late = now - row.createdAt > reportFor;
    if (found !== 'under-way') ended++;
    const state = found === 'under-way' ? 'sent' : found;
    const dueAt = late ? Number.MAX_SAFE_INTEGER : now + reportEvery;
    await world.store.transaction((tx) => tx.messages.settle(row.service, row.id, { state, dueAt }));
  }
  return ended;
}

/** At a start: what the last run had given to a carrier and not settled, nobody knows about. */
export async function abandonTaken(world: World): Promise<void> {
  await world.store.transaction((tx) => tx.messages.abandonTaken());
}
