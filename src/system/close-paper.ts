import { addDays, type CivilDate, type Id } from '../base/index.ts';
import { applicantDays, type PaperState } from '../consent/index.ts';
import type { Actor } from '../gate/index.ts';
import type { PaperRecord, Tx } from '../store/index.ts';
import { today } from './cabinet.ts';
import type { Clerk } from './clerk.ts';
import { destroyFile, isFrozen } from './destroy-file.ts';
import { notePaper, type OpenPaper, paperRules, paperWordsOf, putPaper } from './papers.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** How an application comes to nothing. */
export interface Closing {
  readonly state: Extract<PaperState, 'refused' | 'lapsed' | 'dropped'>;
  readonly rule: (typeof paperRules)['refused' | 'replaced' | 'lapsed' | 'dropped'];
  readonly actor: Actor;
  readonly clerk?: Clerk;
  /** Why, in the officer's words. */
  readonly words?: string;
}

/** Days for which the picture of a paper that was refused stays, in case of a complaint. */
const refusedDays = 30;

/**
 * Ends an application without a consent. The picture goes at once, or thirty days after a refusal; what a
 * registration was filled in with stays for as long as its holder may still try again.
 *
 * @returns the row as it stands then
 */
export async function closePaper(
  tx: Tx,
  world: World,
  { paper, ...how }: Closing & { readonly paper: OpenPaper },
): Promise<PaperRecord> {
  const { row, subject, words } = paper;
  const { dueOn: _, endsOn: __, ...rest } = row;
  const { words: ___, ...kept } = words;
  await notePaper(tx, world, { subject, row, ...how });
  if (how.state === 'refused' && row.state === 'waiting')
    await tx.files.keepUntil(row.service, row.subject, {
      matter: row.id,
      on: addDays(today(world), refusedDays),
    });
  else await removePictures(tx, world, row);
  return putPaper(tx, world, {
    row: { ...rest, state: how.state, decidedAt: world.now(), ...afterEnd(world, subject) },
    words: { ...kept, ...(how.words !== undefined && { words: how.words }) },
    subject,
  });
}

/** The last day of an account that came to nothing with its application; nothing of anybody else. */
export function afterEnd(world: World, { record: { kind } }: OpenSubject): { readonly endsOn?: CivilDate } {
  return kind === 'applicant' ? { endsOn: addDays(today(world), applicantDays) } : {};
}

/**
 * Destroys the pictures of an application, but for `but`; of whoever is blocked or held they go once they
 * may.
 */
export async function removePictures(
  tx: Tx,
  world: World,
  of: Pick<PaperRecord, 'service' | 'subject' | 'id'> & { readonly but?: Id },
): Promise<void> {
  const { service, subject, id } = of;
  for (const file of await tx.files.ofMatter(service, subject, id)) {
    const owned = { ...file, service, subject };
    if (file.id === of.but) continue;
    if (!(await isFrozen(tx, owned)) && (await destroyFile(tx, world, owned))) continue;
    await tx.files.keepUntil(service, subject, { matter: id, on: today(world) });
  }
}

/** Takes back an application that nobody sent: nothing of it stays but the entry. */
export async function forgetPaper(
  tx: Tx,
  world: World,
  { subject, row }: { readonly subject: OpenSubject; readonly row: PaperRecord },
): Promise<void> {
  await notePaper(tx, world, { subject, row, rule: paperRules.dropped, actor: { role: 'subject' } });
  await removePictures(tx, world, row);
  await tx.papers.remove(row.service, row.subject, row.id);
}

/**
 * Takes back the applications of somebody that agree to purposes they withdraw, and were made before
 * `before`, also those whose sheet is in the post: who says no says it of what waits as well. Precondition:
 * the subject is locked for update.
 */
export async function dropWaiting(
  tx: Tx,
  world: World,
  of: { readonly subject: OpenSubject; readonly purposes?: readonly string[]; readonly before?: number },
): Promise<void> {
  const { subject, purposes, before = Number.POSITIVE_INFINITY } = of;
  for (const row of await tx.papers.ofSubject(subject.service, subject.record.id)) {
    const same = purposes === undefined || row.purposes.some((key) => purposes.includes(key));
    const stands = row.state === 'waiting' || row.state === 'open';
    if (!stands || !same || row.madeAt >= before) continue;
    const words = paperWordsOf(world, subject, row);
    await closePaper(tx, world, {
      ...{ paper: { row, words, subject }, state: 'dropped', rule: paperRules.dropped },
      actor: { role: 'subject' },
    });
  }
}
