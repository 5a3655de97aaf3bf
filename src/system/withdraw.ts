import { type Id, KepilError } from '../base/index.ts';
import { withdrawalEffect, withdrawnSince } from '../consent/index.ts';
import type { Actor, Because } from '../gate/index.ts';
import type { ConsentRow, DisclosureRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { decided } from './ask.ts';
import { actingAs, type Me, openOwn } from './cabinet.ts';
import { dropWaiting } from './close-paper.ts';
import { record } from './entries.ts';
import { heldWords } from './obligations.ts';
import { queueOrders } from './orders.ts';
import { owedBy } from './owed-by.ts';
import { forgetVisits, recordableOf } from './record-visits.ts';
import { closedRequest, heldRequest } from './requests.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { policyVersion, type World } from './world.ts';

/** What a withdrawal would stop and what would stay and why, before it is made. */
export async function previewWithdrawal(world: World, me: Me, consent: Id) {
  return world.store.transaction(async (tx) => {
    const row = await ownConsent(tx, me, consent);
    const { policy } = await policyVersion(tx, world, { service: me.service.id, hash: row.policyHash });
    const others = (await tx.consents.list(me.service.id, me.subject)).filter(({ id }) => id !== row.id);
    const owed = await owedBy(tx, { service: me.service.id, subject: me.subject }, [row, ...others]);
    const effect = withdrawalEffect({ policy, consent: row, others }, world.law);
    return { row, effect, owed };
  });
}

/** The person's own consent. @throws KepilError `ERR_NOT_FOUND`, also for another person's */
export async function ownConsent(tx: Tx, me: Me, consent: Id): Promise<ConsentRow> {
  const row = (await tx.consents.list(me.service.id, me.subject)).find(({ id }) => id === consent);
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return row;
}

/**
 * Withdraws a consent, whole or for some purposes; takes effect in this commit, which takes along the visits
 * recorded on the strength of it. Withdrawing twice changes nothing.
 *
 * @law 94-V Art. 8(7), 24(1)(5)
 */
export async function withdrawConsent(
  world: World,
  me: Me,
  what: { consent: Id; purposes?: readonly string[] },
): Promise<{ entry?: Id }> {
  return decided(world, async (tx) => {
    // Whoever acts for another is asked about first: their right may have ended.
    if (me.through) await openOwn(tx, world, me, 'update');
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const row = await ownConsent(tx, me, what.consent);
    if (what.purposes?.some((purpose) => !row.purposes.includes(purpose))) return {};
    const open = openPurposes(row);
    const purposes = what.purposes && open.filter((purpose) => what.purposes?.includes(purpose));
    if (row.withdrawnAt !== undefined || (purposes && purposes.length === 0)) return {};
    const whole = !purposes || purposes.length === open.length;
    const { actor } = actingAs(me);
    const by = { actor: { role: actor.role }, channel: 'cabinet' };
    const rule = me.through ? 'withdrawn-by-representative' : 'withdrawn-by-subject';
    const because = { rule, article: '94-V Art. 8(7)' };
    const ended = { subject, row, at: world.now(), by, because, ...(!whole && { purposes }) };
    const entry = await withdrawFor(tx, world, ended);
    await withdrawEarlier(tx, world, { ...ended, purposes: purposes ?? open });
    await settleRequest(tx, world, { me, subject });
    return { entry };
  });
}

/**
 * The request of a withdrawal: closed, since it was met at once; or waiting, when everything is withdrawn and
 * obligations stand. What these need is kept until they are met, and nothing else is done with it.
 *
 * @law 94-V Art. 8(2), 94-V Art. 8(7)
 */
async function settleRequest(
  tx: Tx,
  world: World,
  { me, subject }: { me: Me; subject: OpenSubject },
): Promise<void> {
  const of = { service: me.service.id, subject: me.subject };
  const consents = await tx.consents.list(of.service, of.subject);
  const owed = withdrawnSince(consents) === undefined ? [] : await owedBy(tx, of, consents);
  if (owed.length === 0) return closedRequest(tx, world, { me, kind: 'withdraw_consent' });
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const words = heldWords(world, speaker, { subject, owed });
  await heldRequest(tx, world, { me, subject, words });
}

/**
 * The same purposes of earlier consents end with the newest: who says no says it for good. A consent to hand
 * data on ends those to hand them to the same recipient alone; whoever ends a purpose here ends it there too.
 */
async function withdrawEarlier(
  tx: Tx,
  world: World,
  { row: newest, purposes, ...how }: Required<Withdrawing>,
): Promise<void> {
  const { service, id } = how.subject.record;
  for (const row of await tx.consents.list(service, id)) {
    const open = openPurposes(row);
    const ending = open.filter((purpose) => purposes.includes(purpose));
    // What a representative gave and what the person gave themselves end apart.
    const likewise = (row.representation === undefined) === (newest.representation === undefined);
    if (row.id === newest.id || ending.length === 0 || !likewise || !isEndedBy(newest, row)) continue;
    const whole = ending.length === open.length;
    await withdrawFor(tx, world, { ...how, row, ...(!whole && { purposes: ending }) });
  }
}

function isEndedBy({ transfer }: ConsentRow, row: ConsentRow): boolean {
  if (transfer === undefined) return true;
  if (row.transfer?.recipient !== transfer.recipient) return false;
  return row.transfer.abroad || !transfer.abroad;
}

/** Purposes of a consent that are not withdrawn. */
export function openPurposes(row: ConsentRow): readonly string[] {
  if (row.withdrawnAt !== undefined) return [];
  return row.purposes.filter((purpose) => row.withdrawnPurposes[purpose] === undefined);
}

/** A withdrawal: by whom, and why. */
export interface Withdrawing extends EndedConsent {
  readonly by: { readonly actor: Actor; readonly actorKeys?: SubjectKeys; readonly channel: string };
  readonly because: Because;
}

/** Ends a consent, with the entry of it. */
export async function withdrawFor(tx: Tx, world: World, ended: Withdrawing): Promise<Id> {
  const { subject, row, purposes, by, because } = ended;
  const open = openPurposes(row);
  const visits = await endConsent(tx, world, ended);
  return record(tx, world, {
    service: subject.service,
    kind: 'withdrawal',
    outcome: 'done',
    ...by,
    policy: row.policyHash,
    because: [because],
    matter: row.id,
    subject: { id: subject.record.id, keys: subject.keys },
    record: { consent: row.id, purposes: [...(purposes ?? open)].sort() },
    ...(visits > 0 && { counts: { visits } }),
  });
}

/** A consent that ends: whole, or for some purposes. */
export interface EndedConsent {
  readonly subject: OpenSubject;
  readonly row: ConsentRow;
  readonly at: number;
  readonly purposes?: readonly string[];
}

/**
 * Ends a consent of somebody, and what was recorded of their visits on the strength of it; recipients of
 * what was handed on are ordered to stop. With the last one whom they named goes, too. A paper that waits to
 * agree to the same agrees to nothing any more.
 *
 * @returns how many visits went
 */
export async function endConsent(
  tx: Tx,
  world: World,
  { subject, row, at, purposes }: EndedConsent,
): Promise<number> {
  const { service, id } = subject.record;
  const before = await recordableOf(tx, world, subject);
  await tx.consents.withdraw(service, id, row.id, at, purposes);
  // Whoever withdrew everything vouches for nobody any more.
  if (withdrawnSince(await tx.consents.list(service, id)) !== undefined)
    await tx.mentions.endOf(service, id, at);
  await tx.subjects.bumpVersion(service, id);
  if (!row.transfer) await dropWaiting(tx, world, { subject, purposes: purposes ?? row.purposes });
  const concerns = concernOf(row, purposes);
  const handed = { service, subject: id, kind: 'stop' as const, at, keys: subject.keys, concerns };
  await queueOrders(tx, world, handed);
  return forgetVisits(tx, world, { subject, before });
}

/** What was handed on under a consent to hand it on, or for purposes that ended. */
function concernOf(row: ConsentRow, purposes: readonly string[] = row.purposes) {
  const to = row.transfer?.recipient;
  return ({ recipient, purpose }: DisclosureRecord) =>
    purposes.includes(purpose) && (to === undefined || recipient === to);
}
