import { civilDateAt, type Id, KepilError } from '../base/index.ts';
import type { Actor, StaffRole } from '../gate/index.ts';
import { endOfDay } from '../law/index.ts';
import { dueAfter, isRightKey, type PauseReason, pauseEndsOn } from '../rights/index.ts';
import type { IdentityProof, RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { decided } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { checkWords, type RequestWords, sealWords, type WordsProblem, wordsOf } from './request-words.ts';
import { askForWords, cardDataMasked, requestOf } from './requests.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { tellOfRequest } from './tell-of-request.ts';
import type { World } from './world.ts';

/** What keeps a request from being put to wait, taken up again, or its claimant from being known. */
export type WaitProblem =
  | WordsProblem
  | 'request-closed'
  | 'request-waits'
  | 'request-not-waiting'
  | 'request-late'
  | 'pause-used'
  | 'identity-by-other'
  | 'pause-reason-missing'
  | 'identity-method-missing'
  | 'identity-known';

/** Ways in which staff make sure who asks. */
export const identityMethods = [
  'document-seen',
  'signature',
  'called-back',
  'known-address',
] as const satisfies IdentityProof[];

/** One of the ways. */
export type IdentityMethod = (typeof identityMethods)[number];

/** What the entry of a pause says of its reason. */
const pausedFor: Readonly<Record<PauseReason, { readonly rule: string }>> = {
  identity: { rule: 'paused-for-identity' },
  documents: { rule: 'paused-for-documents' },
  clarification: { rule: 'paused-for-clarification' },
};

/** What an entry says of how it is known who asks. */
const knownBy: Readonly<Record<IdentityMethod, { readonly rule: string }>> = {
  'document-seen': { rule: 'identity-document-seen' },
  signature: { rule: 'identity-signature' },
  'called-back': { rule: 'identity-called-back' },
  'known-address': { rule: 'identity-known-address' },
};

/**
 * Roles that may say who asks. Support is not among them, and an approver not of a request they took in:
 * nobody makes up a request and then the reason to look at somebody's data. The officer needs no such reason.
 */
const proving: readonly StaffRole[] = ['approver', 'officer'];

/** Whether a clerk may say who asks. */
export function mayProve(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => proving.includes(role));
}

/** A request of a service, by its id. */
interface At {
  readonly service: ServiceRecord;
  readonly id: string;
}

/**
 * Asks the person for something the answer needs and stops the clock until they reply, ten working days at
 * most: after that it goes on by itself. A request that is late cannot be put to wait, nor one twice for the
 * same reason.
 *
 * @throws Refused
 * @law 94-V Art. 25(2)(6), 94-V Art. 25(2)(8)
 */
export async function askPerson(
  world: World,
  clerk: Clerk,
  at: At & { reason?: PauseReason; words: string },
): Promise<{ ok: true; until: string } | { problem: WaitProblem }> {
  const { reason } = at;
  const checked = checkWords(at.words);
  if (reason === undefined) return { problem: 'pause-reason-missing' };
  if ('problem' in checked) return checked;
  return decided(world, async (tx) => {
    const held = await hold(tx, world, at);
    const now = world.now();
    const { row, words } = held;
    if (!words || row.closedAt !== undefined) return { problem: 'request-closed' as const };
    if (row.state === 'waiting') return { problem: 'request-waits' as const };
    if (row.dueOn < civilDateAt(now, world.law.zone)) return { problem: 'request-late' as const };
    if (row.pauses.some((pause) => pause.reason === reason)) return { problem: 'pause-used' as const };
    const because = [
      { ...pausedFor[reason], article: '94-V Art. 25(2)(6)' },
      ...(checked.masked ? [cardDataMasked] : []),
    ];
    const asking = { mode: 'update' as const, kind: 'request' as const, because };
    const noted = { ...asking, record: { asked: checked.words } };
    await askForWords(tx, world, { clerk, row, verb: 'use', asking: noted });
    const waitsUntil = pauseEndsOn(now, world.law);
    const turns = [...(words.turns ?? []), { at: now, by: 'operator' as const, words: checked.words }];
    const asked = { ...words, turns };
    const next: RequestRecord = {
      ...row,
      state: 'waiting',
      waitsUntil,
      pauses: [...row.pauses, { reason, since: now }],
      sealed: sealWords(world, { subject: held.subject, id: row.id, words: asked }),
    };
    await tx.requests.update(next);
    const telling = { service: at.service, subject: held.subject, row: next, words: asked };
    await tellOfRequest(tx, world, { ...telling, news: 'asked' });
    return { ok: true as const, until: waitsUntil };
  });
}

/** A request as it stands under its subject's lock. */
async function hold(tx: Tx, world: World, at: At) {
  const { row, subject } = await requestOf(tx, world, { ...at, mode: 'update' });
  const fresh = (await tx.requests.get(at.service.id, row.id)) ?? row;
  return { row: fresh, subject, words: wordsOf(world, subject, fresh) };
}

/** The clock goes on: the pause is over at `now`, and its days are added. */
function resumed(world: World, row: RequestRecord, now: number): RequestRecord {
  const { waitsUntil: _, ...rest } = row;
  // Whoever replies late, or is noticed late, gets no more than the whole pause.
  const last = row.waitsUntil === undefined ? now : endOfDay(row.waitsUntil, world.law.zone) - 1;
  const until = Math.min(now, last);
  const pauses = row.pauses.map((pause) => ({ ...pause, until: pause.until ?? until }));
  const claim = { receivedAt: row.receivedAt, pauses };
  const dueOn = isRightKey(row.kind) ? dueAfter({ ...claim, kind: row.kind }, world.law) : row.dueOn;
  return { ...rest, state: 'open', pauses, dueOn };
}

/**
 * The person replies to what was asked of them: their words stand with the request and its clock goes on.
 *
 * @throws KepilError `ERR_NOT_FOUND`, also for another person's request; `ERR_CONFLICT` when nothing is asked
 */
export async function replyToRequest(
  world: World,
  me: Me,
  what: { id: string; words: string },
): Promise<{ ok: true; dueOn: string; masked: boolean } | { problem: WaitProblem }> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me, 'update');
    const rows = await tx.requests.ofSubject(me.service.id, me.subject);
    const row = rows.find(({ id }) => id === what.id);
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const words = wordsOf(world, own.subject, row);
    // A withdrawal that waits for an obligation waits for no words.
    if (row.waitsUntil === undefined || !words) throw new KepilError('ERR_CONFLICT', 'request-not-waiting');
    const checked = checkWords(what.words);
    if ('problem' in checked) return checked;
    const reply = { by: { actor: { role: 'subject' as const } }, subject: own.subject, said: checked };
    const next = await takeUp(tx, world, { ...reply, row, words, channel: 'cabinet' });
    return { ok: true as const, dueOn: next.dueOn, masked: checked.masked };
  });
}

/**
 * Staff enter what a person replied by another way, and the clock goes on.
 *
 * @throws Refused
 */
export async function enterReply(
  world: World,
  clerk: Clerk,
  at: At & { words: string },
): Promise<{ ok: true; dueOn: string } | { problem: WaitProblem }> {
  const checked = checkWords(at.words);
  if ('problem' in checked) return checked;
  return decided(world, async (tx) => {
    const { row, subject, words } = await hold(tx, world, at);
    if (row.waitsUntil === undefined || !words) return { problem: 'request-not-waiting' as const };
    const by = { actor: actorOf(clerk), actorKeys: clerk.keys };
    const next = await takeUp(tx, world, { by, subject, said: checked, row, words, channel: 'console' });
    return { ok: true as const, dueOn: next.dueOn };
  });
}

interface TakingUp {
  readonly by: { readonly actor: Actor; readonly actorKeys?: SubjectKeys };
  readonly channel: 'cabinet' | 'console';
  readonly subject: OpenSubject;
  readonly row: RequestRecord;
  readonly words: RequestWords;
  readonly said: { readonly words: string; readonly masked: boolean };
}

async function takeUp(tx: Tx, world: World, what: TakingUp): Promise<RequestRecord> {
  const { subject, row, said } = what;
  const now = world.now();
  const turns = [...(what.words.turns ?? []), { at: now, by: 'person' as const, words: said.words }];
  const sealed = sealWords(world, { subject, id: row.id, words: { ...what.words, turns } });
  const next = { ...resumed(world, row, now), sealed };
  await tx.requests.update(next);
  await note(tx, world, {
    ...what,
    request: row.id,
    rules: ['request-resumed', ...(said.masked ? [cardDataMasked.rule] : [])],
    record: { words: said.words },
  });
  return next;
}

async function note(
  tx: Tx,
  world: World,
  what: {
    readonly by: { readonly actor: Actor; readonly actorKeys?: SubjectKeys };
    readonly subject: OpenSubject;
    readonly channel: 'cabinet' | 'console' | 'job';
    readonly request: Id;
    readonly rules: readonly string[];
    readonly record?: { readonly words: string };
  },
): Promise<void> {
  await record(tx, world, {
    service: what.subject.service,
    kind: 'request',
    outcome: 'done',
    ...what.by,
    channel: what.channel,
    purpose: 'subject_rights',
    matter: what.request,
    because: what.rules.map((rule) => ({ rule })),
    subject: { id: what.subject.record.id, keys: what.subject.keys },
    ...(what.record && { record: what.record }),
  });
}

/**
 * Notes how staff made sure who asks; a clock that waited for that goes on.
 *
 * @throws Refused
 * @law 94-V Art. 10
 */
export async function proveClaimant(
  world: World,
  clerk: Clerk,
  at: At & { method?: IdentityMethod },
): Promise<{ ok: true } | { problem: WaitProblem }> {
  const { method } = at;
  const by = within(clerk, proving, 'proof-beyond-role');
  if (method === undefined) return { problem: 'identity-method-missing' };
  return decided(world, async (tx) => {
    const { row, subject } = await hold(tx, world, at);
    if (row.closedAt !== undefined) return { problem: 'request-closed' as const };
    if (row.identity !== 'waiting') return { problem: 'identity-known' as const };
    if (row.enteredBy === clerk.id && !clerk.roles.includes('officer'))
      return { problem: 'identity-by-other' as const };
    const waited = row.state === 'waiting' && row.pauses.at(-1)?.reason === 'identity';
    const next = waited ? resumed(world, row, world.now()) : row;
    await tx.requests.update({ ...next, identity: method });
    const doer = { actor: actorOf(by), actorKeys: by.keys };
    const rules = [knownBy[method].rule, ...(waited ? ['request-resumed'] : [])];
    await note(tx, world, { by: doer, subject, channel: 'console', request: row.id, rules });
    return { ok: true as const };
  });
}

/** Requests taken up in one go. */
const atOnce = 50;

/**
 * Lets the clock of requests go on whose person did not reply in time. Safe to run twice and by two at once.
 * One that fails keeps no other waiting: `onFault` is told, and it is tried again in the next run.
 *
 * @returns how many were taken up
 */
export async function endWaits(world: World, onFault: (error: Error) => void): Promise<number> {
  const today = civilDateAt(world.now(), world.law.zone);
  let ended = 0;
  for (let after: RequestRecord | undefined; ; ) {
    const page = { limit: atOnce, ...(after && { after }) };
    const rows = await world.store.transaction((tx) => tx.requests.waitedOut(today, page));
    for (const row of rows) {
      try {
        if (await world.store.transaction((tx) => endWait(tx, world, { row, today }))) ended += 1;
      } catch (error) {
        onFault(error as Error);
      }
    }
    if (rows.length < atOnce) return ended;
    after = rows.at(-1);
  }
}

/** @returns whether it still waited */
async function endWait(
  tx: Tx,
  world: World,
  { row, today }: { row: RequestRecord; today: string },
): Promise<boolean> {
  const at = { service: row.service, id: row.subject, mode: 'update' as const };
  const subject = await openSubject(tx, world, at);
  const fresh = await tx.requests.get(row.service, row.id);
  if (!subject || fresh?.state !== 'waiting' || (fresh.waitsUntil ?? today) >= today) return false;
  await tx.requests.update(resumed(world, fresh, world.now()));
  const by = { actor: { role: 'system' as const } };
  await note(tx, world, { by, subject, channel: 'job', request: row.id, rules: ['request-waited-out'] });
  return true;
}
