import {
  type CivilDate,
  civilDateAt,
  type Id,
  isCivilDate,
  type Json,
  KepilError,
  type Problem,
} from '../base/index.ts';
import { paperTerms, signedWithin } from '../consent/index.ts';
import type { FileRecord, PaperRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { type Asked, ask, decided, Refused } from './ask.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { closePaper } from './close-paper.ts';
import { type Giving, storeConsent } from './consents.ts';
import { versionOf } from './make-paper.ts';
import { isTaken, storeGiven } from './new-subject.ts';
import {
  digestText,
  notePaper,
  type OpenPaper,
  type PaperPart,
  paperNumber,
  paperOf,
  paperRules,
  paperWordsOf,
  printedParts,
  putPaper,
} from './papers.ts';
import { checkWords } from './request-words.ts';
import { contentOf } from './sealed-file.ts';
import { findPaper } from './send-paper.ts';
import { decideCollections, refusalIn } from './start-registration.ts';
import { dataOf, openSegments } from './subjects.ts';
import { tellOfPaper } from './tell-of-paper.ts';
import type { World } from './world.ts';

interface At {
  readonly service: ServiceRecord;
  readonly id: string;
}

/** Done, or what is wrong. */
export type PaperDecided = { readonly ok: true } | { readonly problem: Problem };

const done = { ok: true } as const;
const fault = (code: string, field?: string): { readonly problem: Problem } => ({
  problem: { code, severity: 'error', ...(field && { field }) },
});

/**
 * An application whose signer is locked, for the officer who works on it: that they read it is an entry in
 * its matter. `name`: of the person, where it stands on the paper.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 */
export async function readPaper(
  tx: Tx,
  world: World,
  what: At & { readonly clerk: Clerk; readonly mode: 'share' | 'update' },
): Promise<OpenPaper & { readonly clerk: Clerk; readonly segments: Asked['segments'] }> {
  const clerk = within(what.clerk, ['officer'], 'papers-beyond-role');
  const found = await findPaper(tx, what);
  const request = {
    actor: actorOf(clerk),
    verb: 'read' as const,
    service: what.service.id,
    subject: found.subject,
    categories: ['correspondence'],
    purpose: 'proof_of_consent',
    channel: 'console' as const,
    matter: found.id,
  };
  const asked = await ask(tx, world, request, { mode: what.mode, ...byClerk(clerk) });
  const { decision, subject, entry, segments } = asked;
  if (!subject) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  if (!decision.allowed) throw new Refused(decision.because, entry);
  return { ...(await paperOf(tx, world, { subject, id: found.id })), clerk, segments };
}

/** What the officer says of a paper that they confirm. */
export interface PaperConfirmation extends At {
  /** The consents that are signed for, by key. */
  readonly parts: readonly string[];
  readonly signedOn: string;
}

/**
 * Confirms that a paper is signed: the consents it gives come into force now and not earlier, each with the
 * paper as its evidence. Of a registration that waited for it the form becomes the person's data. Confirming
 * twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused when the gate does not let the data of a registration be collected
 * @law 94-V Art. 7(1), 94-V Art. 8(1), 94-V Art. 25(2)(5)
 */
export async function confirmPaper(
  world: World,
  clerk: Clerk,
  what: PaperConfirmation,
): Promise<PaperDecided> {
  return decided(world, async (tx) => {
    const paper = await readPaper(tx, world, { ...what, clerk, mode: 'update' });
    if (paper.row.state !== 'waiting') return fault('paper-decided');
    const { service, signedOn } = what;
    const file = await pictureOf(tx, paper.row);
    if (!file) return fault('paper-no-picture');
    const at = await versionOf(tx, world, { subject: paper.subject, offer: paper.row.offer });
    const printed = await printedParts(tx, world, { service, ...at, paper });
    if (!printed) return replaced(tx, world, { service, paper });
    const times = { madeAt: paper.row.madeAt, now: world.now() };
    const came = cameOn(world, paper);
    if (!isCivilDate(signedOn) || signedOn > came || !signedWithin(signedOn, times, world.law))
      return fault('paper-signed-on', 'signedOn');
    const parts = printed.filter(({ key }) => what.parts.includes(key));
    const missing = missingIn(paper, { parts, asked: what.parts });
    if (missing) return fault(missing, 'part');
    const subject = await admitted(tx, world, { ...at, service, paper });
    if (subject === undefined) return fault('paper-address-taken');
    const signed = { paper: { ...paper, subject }, version: at.version, service, signedOn, file };
    await putInForce(tx, world, { ...signed, parts });
    return done;
  });
}

/** The day on which a sheet came: nobody signed it later. */
function cameOn(world: World, { row, words }: OpenPaper): CivilDate {
  const sent = civilDateAt(row.sentAt ?? world.now(), world.law.zone);
  return row.way === 'post' ? (words.receivedOn ?? sent) : sent;
}

function missingIn(
  { row }: OpenPaper,
  { parts, asked }: { parts: readonly PaperPart[]; asked: readonly string[] },
): string | undefined {
  if (parts.length === 0 || parts.length < new Set(asked).size) return 'paper-parts-choose';
  const needs = row.offer === 'registration' && !parts.some(({ key }) => key === 'base');
  return needs ? 'paper-base-needed' : undefined;
}

/** The picture that the officer was shown: the newest one that is whole. */
async function pictureOf(tx: Tx, row: PaperRecord): Promise<FileRecord | undefined> {
  const files = await tx.files.ofMatter(row.service, row.subject, row.id);
  return files.findLast(({ state }) => state === 'kept');
}

/** The policy changed while the paper waited: nothing is agreed to that is not offered any more. */
async function replaced(
  tx: Tx,
  world: World,
  { service, paper }: { service: ServiceRecord; paper: OpenPaper & { clerk: Clerk } },
): Promise<PaperDecided> {
  const { clerk } = paper;
  const row = await closePaper(tx, world, {
    ...{ paper, state: 'refused', rule: paperRules.replaced, actor: actorOf(clerk), clerk },
    words: speakerOf(paper.row.language, world.law.zone).sayCode('because', paperRules.replaced),
  });
  await tellOfPaper(tx, world, { service, subject: paper.subject, row, news: 'refused' });
  return fault('paper-replaced');
}

/**
 * Makes a user of whoever applied, with the data of their form; others are as they were. Undefined when an
 * address of theirs belongs to somebody else by now.
 */
async function admitted(
  tx: Tx,
  world: World,
  of: { service: ServiceRecord; version: PolicyVersionRecord; live: boolean; paper: OpenPaper },
): Promise<OpenPaper['subject'] | undefined> {
  const { service, version, live, paper } = of;
  const { subject, words } = paper;
  const { draft } = words;
  if (!draft || subject.record.kind !== 'applicant') return subject;
  const { id } = subject.record;
  if (await isTaken(tx, world, { service: service.id, fields: draft.fields, but: id })) return undefined;
  const values = new Map(draft.fields);
  const { language } = paper.row;
  const block = await tx.blocks.inForce(service.id, id);
  const registering = { service: service.id, version, live, language, values };
  const collecting = decideCollections(world, { ...registering, blocks: block ? [block] : [] });
  const refusal = refusalIn(collecting);
  if (refusal) throw new Refused(refusal.because);
  const user = { ...subject, record: { ...subject.record, kind: 'user' as const } };
  await tx.subjects.admit(service.id, id);
  await tx.subjects.setPolicy(service.id, id, version.hash);
  const segments = await openSegments(tx, world, user);
  await storeGiven(tx, world, { subject: user, draft, version, collecting, segments });
  await forgetForms(tx, world, { subject: user, but: paper.row.id });
  return user;
}

/** What earlier applications were filled in with is nobody's any more once one of them was confirmed. */
async function forgetForms(
  tx: Tx,
  world: World,
  { subject, but }: { subject: OpenPaper['subject']; but: Id },
): Promise<void> {
  for (const earlier of await tx.papers.ofSubject(subject.service, subject.record.id)) {
    if (earlier.id === but) continue;
    const { draft: _, ...words } = paperWordsOf(world, subject, earlier);
    const { endsOn: __, ...row } = earlier;
    await putPaper(tx, world, { row, words, subject });
  }
}

interface Signed {
  readonly service: ServiceRecord;
  readonly paper: OpenPaper & { readonly clerk: Clerk };
  readonly version: PolicyVersionRecord;
  readonly signedOn: string;
  readonly file: FileRecord;
  readonly parts: readonly PaperPart[];
}

/** Stores the consents of a paper, and says of it that they rest on it. */
async function putInForce(tx: Tx, world: World, of: Signed): Promise<void> {
  const { service, paper, version, parts, signedOn } = of;
  const { subject, clerk } = paper;
  const { draft: _, words: __, ...words } = paper.words;
  const name = words.name ?? dataOf(await openSegments(tx, world, subject)).get('full_name')?.[0]?.value;
  const values = new Map(name === undefined ? [] : [['full_name', name]]);
  const giving = {
    ...{ service, subject, version, values, language: paper.row.language },
    channel: paper.row.offer === 'registration' ? ('registration' as const) : ('cabinet' as const),
    ...evidenceOf(world, of),
  };
  const consents: Id[] = [];
  for (const { purposes, transfer } of parts)
    consents.push(await storeConsent(tx, world, { ...giving, purposes, ...(transfer && { transfer }) }));
  const record: Json = { signedOn, parts: parts.map(({ key }) => key), consents };
  const actor = actorOf(clerk);
  await notePaper(tx, world, { ...paper, rule: paperRules.confirmed, actor, clerk, record });
  const { endsOn: ___, dueOn: ____, ...rest } = paper.row;
  const row = await putPaper(tx, world, {
    row: { ...rest, state: 'confirmed', decidedAt: world.now(), consents },
    words: { ...words, signedOn },
    subject,
  });
  await tx.subjects.bumpVersion(row.service, row.subject);
  await tellOfPaper(tx, world, { service, subject, row, news: 'confirmed' });
}

/** What shows that the consent was given: the paper by its number, and the picture by its digest. */
function evidenceOf(world: World, of: Signed): Pick<Giving, 'form' | 'evidence'> {
  const { paper, signedOn, file } = of;
  const { row, subject, words } = paper;
  const { sha256 } = contentOf(world, subject.keys, { ...file, service: row.service, subject: row.subject });
  const number = paperNumber(world, row);
  return {
    form: 'written_checked',
    evidence: {
      shown: { kind: 'signed-paper', way: row.way ?? 'upload', number, sha256: digestText(sha256) },
      kept: { signedOn, file: file.id, ...(words.keptAt !== undefined && { keptAt: words.keptAt }) },
    },
  };
}

/**
 * Refuses a paper, with the reason, which the person reads in their cabinet; or asks for a better picture,
 * and the application waits for that for thirty days more.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 * @law 94-V Art. 8(1)
 */
export async function refusePaper(
  world: World,
  clerk: Clerk,
  what: At & { readonly act: 'refuse' | 'again'; readonly words: string },
): Promise<PaperDecided> {
  const checked = checkWords(what.words);
  if ('problem' in checked) return fault(checked.problem, 'words');
  const words = checked.words;
  return decided(world, async (tx) => {
    const paper = await readPaper(tx, world, { ...what, clerk, mode: 'update' });
    const { row, subject } = paper;
    if (row.state !== 'waiting') return fault('paper-decided');
    const by = { actor: actorOf(paper.clerk), clerk: paper.clerk };
    await tx.subjects.bumpVersion(row.service, row.subject);
    const closed =
      what.act === 'refuse'
        ? await closePaper(tx, world, { ...by, paper, words, state: 'refused', rule: paperRules.refused })
        : await askAgain(tx, world, { ...by, paper, words });
    const news = what.act === 'refuse' ? ('refused' as const) : ('again' as const);
    await tellOfPaper(tx, world, { service: what.service, subject, row: closed, news });
    return done;
  });
}

async function askAgain(
  tx: Tx,
  world: World,
  of: { paper: OpenPaper; words: string; actor: ReturnType<typeof actorOf>; clerk: Clerk },
): Promise<PaperRecord> {
  const { paper, words, actor, clerk } = of;
  const { row, subject } = paper;
  await notePaper(tx, world, { subject, row, rule: paperRules.again, actor, clerk });
  const { dueOn: _, sentAt: __, way: ___, ...rest } = row;
  const { endsOn } = paperTerms(world.now(), world.law);
  return putPaper(tx, world, {
    row: { ...rest, state: 'open', endsOn },
    words: { ...paper.words, words },
    subject,
  });
}
