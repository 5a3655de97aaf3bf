import { addDays, type Id, isCivilDate } from '../base/index.ts';
import { endOfDay } from '../law/index.ts';
import type { ConsentText } from '../notice/index.ts';
import { readRequestNumber } from '../rights/index.ts';
import type {
  FileRecord,
  PageAsk,
  PaperRecord,
  PolicyVersionRecord,
  ServiceRecord,
  Tx,
} from '../store/index.ts';
import { decided } from './ask.ts';
import { type Me, openOwn, today } from './cabinet.ts';
import type { Clerk } from './clerk.ts';
import { readPaper } from './decide-paper.ts';
import { versionOf } from './make-paper.ts';
import { type OpenPaper, paperNumber, paperOf, partText, printedParts } from './papers.ts';
import { contentOf } from './sealed-file.ts';
import { mayTakeBack } from './send-paper.ts';
import { dataOf, type OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** A picture of a paper, as it is listed. */
export interface PaperPicture {
  readonly id: Id;
  readonly name: string;
  readonly size: number;
}

/** An application with what it says and where it stands. */
export interface ShownPaper {
  readonly row: PaperRecord;
  readonly number: string;
  /** The consents it has; empty when what is offered is not what it says any more. */
  readonly parts: readonly { readonly key: string; readonly text: ConsentText }[];
  readonly pictures: readonly PaperPicture[];
  readonly words: Pick<OpenPaper['words'], 'words' | 'keptAt' | 'receivedOn' | 'signedOn'>;
}

/** One's own application. @throws KepilError `ERR_NOT_FOUND` when it is not theirs */
export async function showMyPaper(
  world: World,
  me: Me,
  id: string,
): Promise<ShownPaper & { readonly mayTakeBack: boolean; readonly mayTryAgain: boolean }> {
  return decided(world, async (tx) => {
    const { subject } = await openOwn(tx, world, me);
    const paper = await paperOf(tx, world, { subject, id });
    const { row, words } = paper;
    const closed = row.state !== 'open' && row.state !== 'waiting' && row.state !== 'confirmed';
    const shown = await shownOf(tx, world, { service: me.service, paper });
    return {
      ...shown,
      mayTakeBack: mayTakeBack(row),
      mayTryAgain:
        words.draft !== undefined && (closed || (row.state === 'open' && shown.parts.length === 0)),
    };
  });
}

/** One's own applications, the newest first. */
export function listMyPapers(world: World, me: Me): Promise<readonly PaperRecord[]> {
  return world.store.transaction((tx) => tx.papers.ofSubject(me.service.id, me.subject));
}

/** The application that a registration waits for; undefined for whoever is a user. */
export function waitsOnPaper(world: World, me: Me): Promise<Id | undefined> {
  return world.store.transaction(async (tx) => {
    const subject = await tx.subjects.get(me.service.id, me.subject);
    if (subject?.kind !== 'applicant') return undefined;
    return (await tx.papers.ofSubject(me.service.id, me.subject))[0]?.id;
  });
}

async function shownOf(
  tx: Tx,
  world: World,
  { service, paper }: { service: ServiceRecord; paper: OpenPaper },
): Promise<ShownPaper> {
  const { row, words, subject } = paper;
  const at = await versionOf(tx, world, { subject, offer: row.offer });
  // What was confirmed stands in the receipts of its consents.
  const known = row.state !== 'confirmed' && (await printedParts(tx, world, { service, ...at, paper }));
  const parts = known || [];
  const textOf = (version: PolicyVersionRecord) => (part: (typeof parts)[number]) => ({
    key: part.key,
    text: partText(world, { version, part, row }).text,
  });
  const files = await tx.files.ofMatter(row.service, row.subject, row.id);
  return {
    row,
    number: paperNumber(world, row),
    parts: parts.map(textOf(at.version)),
    pictures: picturesOf(world, subject, files),
    words,
  };
}

/** Damaged ones too: whoever opens one learns that it is. */
function picturesOf(
  world: World,
  subject: OpenSubject,
  files: readonly FileRecord[],
): readonly PaperPicture[] {
  return files
    .filter(({ state }) => state !== 'arriving')
    .map((file) => {
      const owned = { ...file, service: subject.service, subject: subject.record.id };
      const { name, size } = contentOf(world, subject.keys, owned);
      return { id: file.id, name, size };
    });
}

/**
 * An application for the officer, with the name on it; that they read it is an entry.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 */
export async function showPaper(
  world: World,
  clerk: Clerk,
  at: { readonly service: ServiceRecord; readonly id: string },
): Promise<ShownPaper & { readonly name?: string; readonly late: boolean }> {
  return decided(world, async (tx) => {
    const paper = await readPaper(tx, world, { ...at, clerk, mode: 'share' });
    const name = paper.words.name ?? dataOf(paper.segments).get('full_name')?.[0]?.value;
    const shown = await shownOf(tx, world, { service: at.service, paper });
    return { ...shown, ...(name !== undefined && { name }), late: isLatePaper(world, paper.row) };
  });
}

/** Whether an application waits longer than it should. */
export function isLatePaper(world: World, { state, dueOn }: Pick<PaperRecord, 'state' | 'dueOn'>): boolean {
  return state === 'waiting' && dueOn !== undefined && dueOn < today(world);
}

/** Applications of a service in a state. */
export function listPapers(
  world: World,
  service: Id,
  ask: PageAsk & { readonly state: PaperRecord['state'] | 'all' },
): Promise<readonly PaperRecord[]> {
  return world.store.transaction((tx) => tx.papers.list(service, ask));
}

/** How many applications wait, and how many of them too long. */
export function countPapers(world: World, service: Id) {
  return world.store.transaction((tx) => tx.papers.count(service, today(world)));
}

/** Applications that have the number on a paper; nothing when it is no number. */
export async function papersByNumber(
  world: World,
  service: Id,
  typed: string,
): Promise<readonly PaperRecord[]> {
  const read = readRequestNumber(typed);
  if (!read || !isCivilDate(read.day)) return [];
  const { zone } = world.law;
  const [from, before] = [endOfDay(addDays(read.day, -1), zone), endOfDay(read.day, zone)];
  return world.store.transaction((tx) => tx.papers.ending(service, { from, before, ending: read.ending }));
}
