import { civilDateAt, KepilError, type Language, newId } from '../base/index.ts';
import { paperTerms } from '../consent/index.ts';
import { paperForm } from '../notice/index.ts';
import type { PaperRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { decided } from './ask.ts';
import { type Me, type OwnView, openOwn } from './cabinet.ts';
import { forgetPaper } from './close-paper.ts';
import { checkForm } from './form.ts';
import {
  notePaper,
  type PaperDraft,
  type PaperWords,
  paperNumber,
  paperOf,
  paperParts,
  paperRules,
  partText,
  printedParts,
  sealPaper,
} from './papers.ts';
import { decideCollections, refusalIn } from './start-registration.ts';
import type { OpenSubject } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** What an application is made for. */
export interface Applied {
  readonly service: ServiceRecord;
  readonly subject: OpenSubject;
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
  /** `registration`, `base`, or a purpose. */
  readonly offer: string;
  readonly language: Language;
  readonly draft?: PaperDraft;
  /** As it is printed. */
  readonly name?: string;
}

/** The application, or why there is none. */
export type Made =
  | { readonly paper: PaperRecord }
  | { readonly problem: 'paper-waits' | 'purpose-not-offered' };

/**
 * Makes an application for a consent: bound to the texts as they stand, the version of the policy and the
 * language. One for the same that was not sent yet is taken back; where one waits for the officer, no other
 * is made. Precondition: the subject is locked for update.
 *
 * @law 94-V Art. 8(1), 94-V Art. 8(4)
 */
export async function makePaper(tx: Tx, world: World, of: Applied): Promise<Made> {
  const { service, subject, version, offer, language, draft, name } = of;
  const parts = await paperParts(tx, world, { ...of, draft });
  if (!parts) return { problem: 'purpose-not-offered' };
  const mine = await tx.papers.ofSubject(service.id, subject.record.id);
  const same = mine.filter((row) => row.offer === offer);
  if (same.some(({ state }) => state === 'waiting')) return { problem: 'paper-waits' };
  for (const row of same.filter(({ state }) => state === 'open'))
    await forgetPaper(tx, world, { subject, row });
  const id = newId(world.now(), world.crypto.random);
  const texts = parts.map((part) => ({ part, ...partText(world, { version, part, row: { language } }) }));
  const own = texts.filter(({ part }) => part.transfer === undefined);
  const words: PaperWords = {
    parts: texts.map(({ part, sha256 }) => ({ key: part.key, sha256 })),
    ...(name !== undefined && { name }),
    ...(draft && { draft }),
  };
  const paper: PaperRecord = {
    ...{ service: service.id, subject: subject.record.id, id, offer, state: 'open', language },
    policyHash: version.hash,
    purposes: [...new Set(own.flatMap(({ part }) => part.purposes))],
    categories: [...new Set(own.flatMap(({ categories }) => categories))],
    madeAt: world.now(),
    endsOn: paperTerms(world.now(), world.law).endsOn,
    consents: [],
    sealed: sealPaper(world, { subject, id, words }),
  };
  await tx.papers.insert(paper);
  const shas = words.parts.map(({ key, sha256 }) => ({ key, sha256 }));
  await notePaper(tx, world, {
    ...{ subject, row: paper, rule: paperRules.made, actor: { role: 'subject' }, record: { parts: shas } },
  });
  return { paper };
}

/**
 * The version that an application is held against: for a registration the one in force, for somebody who has
 * an account the one that holds for them.
 */
export async function versionOf(
  tx: Tx,
  world: World,
  of: { readonly subject: OpenSubject; readonly offer: string },
): Promise<{ readonly version: PolicyVersionRecord; readonly live: boolean }> {
  const { subject, offer } = of;
  const head = await headOf(tx, subject.service);
  const live = head.status === 'live';
  if (offer !== 'registration')
    return { version: await versionFor(tx, world, { head, hash: subject.record.policyHash }), live };
  return { version: await policyVersion(tx, world, { service: subject.service, hash: head.hash }), live };
}

/** An application as a file. */
export interface PaperFile {
  readonly pdf: Uint8Array;
  readonly number: string;
}

/**
 * The application to print and sign.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is not theirs, `ERR_CONFLICT` when what it says is not offered
 * any more
 */
export async function printPaper(world: World, me: Me, id: string): Promise<PaperFile> {
  const form = await decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const { row, words } = await paperOf(tx, world, { subject: own.subject, id });
    const version = await policyVersion(tx, world, { service: me.service.id, hash: row.policyHash });
    const texts = await textsOf(tx, world, { me, own, row, words });
    const number = paperNumber(world, row);
    const speaker = speakerOf(row.language, world.law.zone);
    const text = paperForm(speaker, {
      ...{ number, texts, policyHash: row.policyHash, operator: version.policy.operator },
      madeOn: civilDateAt(row.madeAt, world.law.zone),
      lastOn: row.endsOn ?? civilDateAt(row.madeAt, world.law.zone),
      ...(words.name !== undefined && { name: words.name }),
    });
    return { number, text: { ...text, language: row.language } };
  });
  return { pdf: await world.print(form.text), number: form.number };
}

async function textsOf(
  tx: Tx,
  world: World,
  { me, own, row, words }: { me: Me; own: OwnView; row: PaperRecord; words: PaperWords },
) {
  const at = await versionOf(tx, world, { subject: own.subject, offer: row.offer });
  const paper = { row, words, subject: own.subject };
  const parts = await printedParts(tx, world, { service: me.service, ...at, paper });
  if (!parts) throw new KepilError('ERR_CONFLICT', 'paper-replaced');
  return parts.map((part) => partText(world, { version: at.version, part, row }).text);
}

/**
 * Makes the application of a registration anew: after a refusal, when its time is over, or when the policy
 * changed. What was filled in stands; where the policy asks otherwise by now, it cannot be.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is not theirs
 */
export async function paperAnew(
  world: World,
  me: Me,
  id: string,
): Promise<Made | { readonly problem: 'paper-form-changed' | 'paper-decided' }> {
  return decided(world, async (tx) => {
    const { subject } = await openOwn(tx, world, me, 'update');
    const { row, words } = await paperOf(tx, world, { subject, id });
    if (words.draft === undefined || row.state === 'confirmed') return { problem: 'paper-decided' as const };
    const at = await versionOf(tx, world, { subject, offer: row.offer });
    if (!stillFits(world, { ...at, me, words, row })) return { problem: 'paper-form-changed' as const };
    const { draft, name } = words;
    const about = { service: me.service, subject, ...at, offer: row.offer, language: row.language };
    return makePaper(tx, world, { ...about, draft, ...(name !== undefined && { name }) });
  });
}

/** Whether a form that was filled in earlier could be sent now. */
function stillFits(
  world: World,
  of: {
    me: Me;
    version: PolicyVersionRecord;
    live: boolean;
    words: PaperWords;
    row: PaperRecord;
  },
): boolean {
  const { me, version, live, words, row } = of;
  const values = new Map(words.draft?.fields);
  const today = civilDateAt(world.now(), world.law.zone);
  if (checkForm(version.policy, values, today).problems.length > 0) return false;
  const asked = { service: me.service.id, version, live, language: row.language, values };
  return refusalIn(decideCollections(world, asked)) === undefined;
}
