import { hexOf, type Id, isId, type Json, KepilError, textOf, utf8 } from '../base/index.ts';
import type { Actor } from '../gate/index.ts';
import { basePurposes, ownPurposes } from '../policy/index.ts';
import { requestNumber } from '../rights/index.ts';
import type { PaperRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import type { Clerk } from './clerk.ts';
import { offeredText } from './consents.ts';
import type { Draft } from './draft.ts';
import { record } from './entries.ts';
import { offeredBoxes, type RecipientBox } from './offered-recipients.ts';
import { type OpenSubject, sealBroken } from './subjects.ts';
import type { World } from './world.ts';

/** What a registration waits with for its paper: the form as it was sent. */
export type PaperDraft = Pick<Draft, 'fields' | 'optional' | 'recipients' | 'contact'>;

/** What of an application only its signer's keys open. */
export interface PaperWords {
  /** The consents it has, by key, each with the hash of the text as printed. */
  readonly parts: readonly { readonly key: string; readonly sha256: string }[];
  /** The name as printed. */
  readonly name?: string;
  /** Of a registration, until it is confirmed or over. */
  readonly draft?: PaperDraft;
  /** Why it was refused, or what is wrong with the picture, in the officer's words. */
  readonly words?: string;
  /** Where the paper itself lies, when it came by post, and the day it came. */
  readonly keptAt?: string;
  readonly receivedOn?: string;
  readonly signedOn?: string;
}

/** A consent that an application may have: the base one, for a purpose, or to hand data on. */
export interface PaperPart {
  readonly key: string;
  readonly purposes: readonly string[];
  readonly transfer?: Pick<RecipientBox, 'recipient' | 'abroad'>;
}

/** An application whose signer is locked and whose words are open. */
export interface OpenPaper {
  readonly row: PaperRecord;
  readonly words: PaperWords;
  readonly subject: OpenSubject;
}

/** What people call an application by; it stands on the paper. */
export function paperNumber(world: World, { id, madeAt }: Pick<PaperRecord, 'id' | 'madeAt'>): string {
  return requestNumber({ id, receivedAt: madeAt }, world.law.zone);
}

const contextOf = (id: Id) => `paper:${id}`;

/** Seals what of an application is somebody's. */
export function sealPaper(
  world: World,
  of: { readonly subject: OpenSubject; readonly id: Id; readonly words: PaperWords },
): Uint8Array {
  const text = utf8(JSON.stringify(of.words));
  return sealBytes(of.subject.keys.subjectKey, contextOf(of.id), text, world.crypto);
}

/** What of an application is somebody's. @throws SealBroken */
export function paperWordsOf(world: World, subject: OpenSubject, row: PaperRecord): PaperWords {
  const bytes = openBytes(subject.keys.subjectKey, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw sealBroken(subject, 'paper');
  return JSON.parse(textOf(bytes)) as PaperWords;
}

/** An application of somebody who is locked. @throws KepilError `ERR_NOT_FOUND` when it is not theirs */
export async function paperOf(
  tx: Tx,
  world: World,
  at: { readonly subject: OpenSubject; readonly id: string },
): Promise<OpenPaper> {
  const { subject, id } = at;
  const row = isId(id) ? await tx.papers.get(subject.service, subject.record.id, id) : undefined;
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { row, words: paperWordsOf(world, subject, row), subject };
}

/** Writes an application back: what changed of the row, and its words. */
export async function putPaper(
  tx: Tx,
  world: World,
  { row, words, subject }: OpenPaper,
): Promise<PaperRecord> {
  const sealed = { ...row, sealed: sealPaper(world, { subject, id: row.id, words }) };
  await tx.papers.put(sealed);
  return sealed;
}

/** The entries of what becomes of an application. */
export const paperRules = {
  made: 'paper-made',
  confirmed: 'paper-confirmed',
  again: 'paper-again',
  refused: 'paper-refused',
  replaced: 'paper-policy-changed',
  lapsed: 'paper-lapsed',
  dropped: 'paper-dropped',
  proofOver: 'paper-proof-over',
} as const;

/** Records what became of an application. @returns the entry */
export function notePaper(
  tx: Tx,
  world: World,
  what: {
    readonly subject: OpenSubject;
    readonly row: PaperRecord;
    readonly rule: (typeof paperRules)[keyof typeof paperRules];
    readonly actor: Actor;
    readonly clerk?: Clerk;
    readonly record?: Json;
  },
): Promise<Id> {
  const { subject, row, rule, actor, clerk } = what;
  const channel = { subject: 'cabinet', system: 'job' }[actor.role as string] ?? 'console';
  return record(tx, world, {
    service: row.service,
    kind: rule === paperRules.made ? 'request' : 'answer',
    outcome: 'done',
    actor,
    ...(clerk && { actorKeys: clerk.keys }),
    channel,
    purpose: 'proof_of_consent',
    policy: row.policyHash,
    because: [{ rule, article: '94-V Art. 8(1)' }],
    matter: row.id,
    subject: { id: subject.record.id, keys: subject.keys },
    ...(what.record !== undefined && { record: what.record }),
  });
}

interface Offered {
  readonly service: ServiceRecord;
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
}

/**
 * The consents that an application has, in their order, as they are offered now; undefined when one of them
 * is not offered any more.
 */
export async function paperParts(
  tx: Tx,
  world: World,
  what: Offered & { readonly offer: string; readonly draft?: PaperDraft | undefined },
): Promise<readonly PaperPart[] | undefined> {
  const { service, version, live, offer, draft } = what;
  const base: PaperPart = { key: 'base', purposes: basePurposes(version.policy) };
  const offered = live ? ownPurposes(version.policy) : [];
  const own = offer === 'registration' ? (draft?.optional ?? []) : [offer].filter((key) => key !== 'base');
  if (own.some((purpose) => !offered.includes(purpose))) return undefined;
  const parts = own.map((purpose): PaperPart => ({ key: purpose, purposes: [purpose] }));
  const first = offer === 'registration' || offer === 'base' ? [base] : [];
  const names = draft?.recipients ?? [];
  if (names.length === 0) return [...first, ...parts];
  const boxes = (await offeredBoxes(tx, world, { service: service.id, version, live })).filter(({ name }) =>
    names.includes(name),
  );
  if (boxes.length < names.length) return undefined;
  const to = boxes.map(
    ({ name, purposes, recipient, abroad }): PaperPart => ({
      key: name,
      purposes,
      transfer: { recipient, abroad },
    }),
  );
  return [...first, ...parts, ...to];
}

/** The text of a part as it is printed, and as it is stored once confirmed. */
export function partText(
  world: World,
  of: {
    readonly version: PolicyVersionRecord;
    readonly part: PaperPart;
    readonly row: Pick<PaperRecord, 'language'>;
  },
) {
  const { part, version, row } = of;
  const { text, plan, textSha256 } = offeredText(world, {
    ...{ version, purposes: part.purposes, language: row.language, subjectName: false },
    ...(part.transfer && { transfer: part.transfer }),
  });
  return { text, categories: plan.categories, sha256: textSha256 };
}

/** The parts of an application as it was printed; undefined when what is offered is not what it says. */
export async function printedParts(
  tx: Tx,
  world: World,
  what: Offered & { readonly paper: OpenPaper },
): Promise<readonly PaperPart[] | undefined> {
  const { paper, version } = what;
  const { row, words } = paper;
  if (version.hash !== row.policyHash) return undefined;
  const parts = await paperParts(tx, world, { ...what, offer: row.offer, draft: words.draft });
  const same = (part: PaperPart) =>
    words.parts.some(
      ({ key, sha256 }) => key === part.key && sha256 === partText(world, { version, part, row }).sha256,
    );
  return parts?.length === words.parts.length && parts.every(same) ? parts : undefined;
}

/** The digest of a file, as it stands in the evidence of a consent. */
export const digestText = (sha256: Uint8Array): string => hexOf(sha256);
