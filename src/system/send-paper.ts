import { civilDateAt, type Id, isCivilDate, isId, KepilError, type Problem } from '../base/index.ts';
import { paperTerms } from '../consent/index.ts';
import { fileUses } from '../files/index.ts';
import type { GateRequest } from '../gate/index.ts';
import type { PaperRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import type { Me } from './cabinet.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { closePaper, forgetPaper, removePictures } from './close-paper.ts';
import { versionOf } from './make-paper.ts';
import { type OpenPaper, paperOf, paperRules, printedParts, putPaper } from './papers.ts';
import { dropFile, fileRecord, keepFile, type SentFile, type TakenFile, takeFile } from './put-file.ts';
import { openSubject } from './subjects.ts';
import { tellOfPaper } from './tell-of-paper.ts';
import { faultInLine, isBlank } from './typed.ts';
import type { World } from './world.ts';

/** It waits for the officer from now on, or what is wrong. */
export type Sent = { readonly paper: PaperRecord } | { readonly problem: Problem };

const fault = (code: string, field?: string): { readonly problem: Problem } => ({
  problem: { code, severity: 'error', ...(field && { field }) },
});

/** The longest picture, as it is said. */
export const mostPaperMegabytes = fileUses['signed-proof'].maxBytes / (1024 * 1024);

/** Who brings a paper, what the gate is asked, and what is known of the paper itself. */
interface Bringing {
  readonly service: ServiceRecord;
  readonly subject: Id;
  readonly id: Id;
  readonly sent: SentFile;
  readonly request: Pick<GateRequest, 'actor' | 'channel'>;
  readonly by?: Pick<Asking, 'actorKeys' | 'roles'>;
  readonly way: 'upload' | 'post';
  readonly kept?: { readonly keptAt: string; readonly receivedOn: string };
}

/**
 * Takes the picture of a signed application from its signer. Nothing rests on it before the officer has
 * confirmed it. Where what it says is not what is offered any more, it is closed and said so.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is not theirs
 * @throws Refused
 * @law 94-V Art. 8(1)
 */
export async function sendPaper(
  world: World,
  me: Me,
  what: { readonly id: string; readonly sent: SentFile },
): Promise<Sent> {
  const found = await world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const paper = await paperOf(tx, world, { subject, id: what.id });
    return { id: paper.row.id, checked: await checkPaper(tx, world, { service: me.service, paper }) };
  });
  if (found.checked) return found.checked;
  return bring(world, {
    ...{ service: me.service, subject: me.subject, id: found.id, sent: what.sent, way: 'upload' },
    request: { actor: { role: 'subject', id: me.subject }, channel: 'cabinet' },
  });
}

/** Longest name of a place, as of a folder in an archive. */
const longestPlace = 200;

/**
 * Takes in a signed application that came by post: its picture, the day it came, and where the paper is kept.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 * @law 94-V Art. 8(1), 94-V Art. 25(2)(5)
 */
export async function takeInPaper(
  world: World,
  clerk: Clerk,
  what: {
    readonly service: ServiceRecord;
    readonly id: string;
    readonly receivedOn: string;
    readonly keptAt: string;
    readonly sent: SentFile;
  },
): Promise<Sent> {
  const { service, id } = what;
  const by = within(clerk, ['officer'], 'papers-beyond-role');
  const place = what.keptAt.trim();
  if (isBlank(place)) return fault('field-mandatory', 'keptAt');
  if (place.length > longestPlace || faultInLine(place)) return fault('paper-place', 'keptAt');
  const found = await world.store.transaction(async (tx) => {
    const paper = await lockedPaper(tx, world, { service, id });
    const { row } = paper;
    const today = civilDateAt(world.now(), world.law.zone);
    const made = civilDateAt(row.madeAt, world.law.zone);
    const on = what.receivedOn;
    if (!isCivilDate(on) || on < made || on > today)
      return { row, checked: fault('paper-day', 'receivedOn') };
    return { row, checked: await checkPaper(tx, world, { service, paper }) };
  });
  if (found.checked) return found.checked;
  return bring(world, {
    ...{ service, subject: found.row.subject, id: found.row.id, sent: what.sent, way: 'post' },
    request: { actor: actorOf(by), channel: 'console' },
    by: byClerk(by),
    kept: { keptAt: place, receivedOn: what.receivedOn },
  });
}

/** An application by its id, with its signer locked. @throws KepilError `ERR_NOT_FOUND` */
export async function lockedPaper(
  tx: Tx,
  world: World,
  { service, id }: { readonly service: ServiceRecord; readonly id: string },
): Promise<OpenPaper> {
  const found = await findPaper(tx, { service, id });
  const at = { service: service.id, id: found.subject, mode: 'update' as const };
  const subject = await openSubject(tx, world, at);
  if (!subject) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return paperOf(tx, world, { subject, id });
}

/** Whose application it is. @throws KepilError `ERR_NOT_FOUND` */
export async function findPaper(
  tx: Tx,
  { service, id }: { readonly service: ServiceRecord; readonly id: string },
): Promise<PaperRecord> {
  const row = isId(id) ? await tx.papers.find(service.id, id) : undefined;
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return row;
}

/** Why a paper is not taken now; closes an application that does not say any more what is offered. */
async function checkPaper(
  tx: Tx,
  world: World,
  { service, paper }: { service: ServiceRecord; paper: OpenPaper },
): Promise<{ readonly problem: Problem } | undefined> {
  if (paper.row.state === 'waiting') return fault('paper-waits', 'scan');
  if (paper.row.state !== 'open') return fault('paper-decided', 'scan');
  const at = await versionOf(tx, world, { subject: paper.subject, offer: paper.row.offer });
  if (await printedParts(tx, world, { service, ...at, paper })) return undefined;
  await closePaper(tx, world, {
    ...{ paper, state: 'dropped', rule: paperRules.replaced, actor: { role: 'system' } },
  });
  return fault('paper-replaced', 'scan');
}

async function bring(world: World, what: Bringing): Promise<Sent> {
  const { service, subject } = what;
  const owner = { service: service.id, subject };
  const taken = await takeFile(world, owner, { use: 'signed-proof', sent: what.sent });
  if ('problem' in taken) {
    const problem = { code: taken.problem, severity: 'error' as const, field: 'scan' };
    return { problem: { ...problem, params: { n: mostPaperMegabytes } } };
  }
  try {
    const done = await decided(world, (tx) => keep(tx, world, { ...what, taken }));
    if ('problem' in done) await dropFile(world, taken);
    return done;
  } catch (error) {
    await dropFile(world, taken);
    throw error;
  }
}

/** Of two at once the second finds the application waiting, before anything of it is on record. */
async function keep(tx: Tx, world: World, what: Bringing & { taken: TakenFile }): Promise<Sent> {
  const { service, id, taken, way } = what;
  const wrong = await checkPaper(tx, world, {
    service,
    paper: await lockedPaper(tx, world, { service, id }),
  });
  if (wrong) return wrong;
  const request = {
    ...what.request,
    ...{ verb: 'store' as const, service: service.id, subject: what.subject },
    categories: [fileUses['signed-proof'].category],
    purpose: 'proof_of_consent',
    matter: id,
  };
  const asked = await ask(tx, world, request, { mode: 'update', record: fileRecord(taken), ...what.by });
  const { subject, entry, decision } = asked;
  if (!subject || !entry) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  if (!decision.allowed) throw new Refused(decision.because, entry);
  const paper = await paperOf(tx, world, { subject, id });
  await keepFile(tx, world, { subject, taken, entry, matter: id });
  await removePictures(tx, world, { ...paper.row, but: taken.id });
  const { words: _, ...words } = paper.words;
  const row = await putPaper(tx, world, {
    row: { ...paper.row, state: 'waiting', way, sentAt: world.now(), ...paperTerms(world.now(), world.law) },
    words: { ...words, ...what.kept },
    subject,
  });
  await tx.subjects.bumpVersion(row.service, row.subject);
  if (way === 'post') await tellOfPaper(tx, world, { service, subject, row, news: 'received' });
  return { paper: row };
}

/**
 * Takes an application back: one that nobody sent is gone, of one that waits the picture is destroyed.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is not theirs
 */
export async function takeBackPaper(
  world: World,
  me: Me,
  id: string,
): Promise<{ readonly ok: true } | { readonly problem: Problem }> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const paper = await paperOf(tx, world, { subject, id });
    if (!mayTakeBack(paper.row)) return fault('paper-decided');
    await tx.subjects.bumpVersion(me.service.id, me.subject);
    if (paper.row.state === 'open') await forgetPaper(tx, world, paper);
    else
      await closePaper(tx, world, {
        ...{ paper, state: 'dropped', rule: paperRules.dropped, actor: { role: 'subject' } },
      });
    return { ok: true as const };
  });
}

/** Whether its signer may take it back: for a registration that was not sent the account is deleted. */
export function mayTakeBack({ state, offer }: Pick<PaperRecord, 'state' | 'offer'>): boolean {
  return state === 'waiting' || (state === 'open' && offer !== 'registration');
}
