import type { Entry } from '../ledger/index.ts';
import type { Tx } from '../store/index.ts';
import { afterEnd, dropWaiting, removePictures } from './close-paper.ts';
import { rulesOf } from './entries.ts';
import { paperRules, paperWordsOf, putPaper } from './papers.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** By which rule an application came to which end without a consent. */
const ends: Readonly<Record<string, 'refused' | 'lapsed' | 'dropped'>> = {
  [paperRules.refused]: 'refused',
  [paperRules.replaced]: 'refused',
  [paperRules.lapsed]: 'lapsed',
  [paperRules.dropped]: 'dropped',
};

const endOf = (entry: Entry) => rulesOf(entry).flatMap((rule) => ends[rule] ?? [])[0];

/** Whether an entry says that an application came to nothing. */
export const endsPaper = (entry: Entry): boolean => entry.kind === 'answer' && endOf(entry) !== undefined;

/**
 * Applications as they lie in the sealed half of a backup, which may be older than the other: what ended one
 * since, or withdrew what it agrees to, is done anew from there on.
 */
export const touchesPapers = (entry: Entry): boolean => entry.kind === 'withdrawal' || endsPaper(entry);

/**
 * Ends again after a restoration an application that waits in the backup; after a withdrawal every one that
 * was made before it. What was confirmed since waits again: the officer has the paper.
 */
export async function paperAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { readonly subject: OpenSubject; readonly entry: Entry },
): Promise<void> {
  const { service, id } = subject.record;
  const at = Date.parse(entry.at);
  if (entry.kind === 'withdrawal') return dropWaiting(tx, world, { subject, before: at });
  const state = endOf(entry);
  const row = (await tx.papers.ofSubject(service, id)).find((one) => one.id === entry.matter);
  if (!row || state === undefined || (row.state !== 'open' && row.state !== 'waiting')) return;
  const words = paperWordsOf(world, subject, row);
  const { dueOn: _, endsOn: __, ...rest } = row;
  await removePictures(tx, world, row);
  await putPaper(tx, world, {
    row: { ...rest, state, decidedAt: at, ...afterEnd(world, subject) },
    words,
    subject,
  });
}
