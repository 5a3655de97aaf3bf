import { equalBytes, type Id, isId, newId, textOf, utf8 } from '../base/index.ts';
import type { DraftRecord, ServiceRecord, Tx } from '../store/index.ts';
import { draftKeyOf, maskValue, openBytes, sealBytes } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { codeText } from './consent-code.ts';
import type { Draft } from './draft.ts';
import { holdEpoch } from './key-epochs.ts';
import { nameFor } from './looks.ts';
import { keepMessage } from './outbox.ts';
import { type OpenSubject, secretDigest } from './subjects.ts';
import type { World } from './world.ts';

/** How long a draft lives and how many wrong codes it bears. */
export const draftMinutes = 10;
/** Wrong codes after which a draft is dropped. */
export const codeAttempts = 5;

/** A draft that waits: where the code went (masked) and until when. */
export interface Waiting {
  readonly draft: Id;
  readonly sentTo: string;
  readonly expiresAt: number;
  /** Its code is the consent; `reply`: it may be sent back from the telephone, too. */
  readonly consent?: { readonly reply: boolean };
  /** The account will rest on accepted documents alone. */
  readonly limited?: true;
}

/** What a draft is sealed for. */
export const draftContext = (id: Id) => `draft:${id}`;

interface DraftKey {
  readonly key: Uint8Array;
  /** Absent: a subject's own key. */
  readonly epoch?: number;
}

async function newKeyFor(tx: Tx, world: World, at: { service: Id; holder?: OpenSubject }): Promise<DraftKey> {
  if (at.holder) return { key: at.holder.keys.subjectKey };
  const { epoch, epochKey } = await holdEpoch(tx, world, at.service);
  return { epoch, key: draftKeyOf(epochKey, world.crypto) };
}

/**
 * Seals a draft, makes its code and puts the message with it into the outbox. `holder`: whose correction it
 * is.
 */
export async function openDraft(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; content: Draft; holder?: OpenSubject },
): Promise<Waiting> {
  const { service, content } = from;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const code = newCode(world);
  const expiresAt = now + draftMinutes * 60_000;
  const { key, ...under } = await newKeyFor(tx, world, { ...from, service: service.id });
  const replied = content.form === 'sms' ? replyDigestOf(world, service.id, addressOf(content)) : undefined;
  await tx.drafts.insert({
    service: service.id,
    id,
    sealed: sealBytes(key, draftContext(id), utf8(JSON.stringify(content)), world.crypto),
    codeDigest: secretDigest(world, { service: service.id, context: draftContext(id), secret: code }),
    attempts: 0,
    createdAt: now,
    expiresAt,
    ...under,
    ...(replied && { replyDigest: replied }),
  });
  await sendCode(tx, world, { service, content, code, key, owner: from.holder?.record.id ?? id });
  return waitingOf(world, { id, expiresAt }, content);
}

/** What is to be shown of a draft that waits for its code. */
function waitingOf(world: World, at: { id: Id; expiresAt: number }, content: Draft): Waiting {
  const limited = content.agreements !== undefined && { limited: true as const };
  const consents = content.form === 'sms' && { consent: { reply: world.post.replies !== undefined } };
  const sentTo = maskValue(content.contact, addressOf(content));
  return { draft: at.id, sentTo, expiresAt: at.expiresAt, ...consents, ...limited };
}

/** By what a code that comes back from a telephone finds the drafts that wait for it. */
export function replyDigestOf(world: World, service: Id, phone: string): Uint8Array {
  return secretDigest(world, { service, context: 'reply', secret: phone });
}

function addressOf(draft: Draft): string {
  return new Map(draft.fields).get(draft.contact) as string;
}

async function sendCode(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; content: Draft; code: string; key: Uint8Array; owner: Id },
): Promise<void> {
  const { service, content, key, owner } = what;
  const speaker = speakerOf(content.language, world.law.zone);
  const name = await nameFor(tx, world, { service, speaker });
  const { template, text } = await codeText(tx, world, {
    ...{ service, content, speaker },
    params: { code: what.code, service: name, minutes: draftMinutes },
  });
  await keepMessage(tx, world, {
    service: service.id,
    owner,
    key,
    template,
    message: {
      channel: content.contact === 'email' ? 'email' : 'sms',
      to: addressOf(content),
      ...text,
    },
    expiresAt: world.now() + draftMinutes * 60_000,
  });
}

/** Six digits, evenly spread. */
export function newCode(world: World): string {
  for (;;) {
    const bytes = world.crypto.random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < 4_294_000_000) return String(drawn % 1_000_000).padStart(6, '0');
  }
}

/** What is to be shown about a draft that waits; undefined when it is gone or another's. */
export async function waitingIn(
  tx: Tx,
  world: World,
  at: { service: Id; draft: Id; holder?: OpenSubject },
): Promise<Waiting | undefined> {
  const row = isId(at.draft) ? await tx.drafts.lock(at.service, at.draft) : undefined;
  const draft = row && row.expiresAt > world.now() ? contentOf(world, row, at.holder) : undefined;
  if (!row || !draft) return undefined;
  return waitingOf(world, row, draft);
}

/** A registration that waits for its code; undefined when it is gone. */
export function waitingDraft(world: World, at: { service: Id; draft: Id }): Promise<Waiting | undefined> {
  return world.store.transaction((tx) => waitingIn(tx, world, at));
}

function keyOf(world: World, row: DraftRecord, holder: OpenSubject | undefined): Uint8Array | undefined {
  if (row.epoch === undefined) return holder?.keys.subjectKey;
  if (holder) return undefined;
  return draftKeyOf(world.keys.service(row.service).epochKey(row.epoch), world.crypto);
}

/** The draft as sent; undefined when it is sealed under other keys, so another's. */
function contentOf(world: World, row: DraftRecord, holder: OpenSubject | undefined): Draft | undefined {
  const key = keyOf(world, row, holder);
  const bytes = key && openBytes(key, draftContext(row.id), row.sealed, world.crypto);
  return bytes && (JSON.parse(textOf(bytes)) as Draft);
}

/** A registration as sent, while it waits for its code; undefined when it is gone or over. */
export async function sentDraft(
  tx: Tx,
  world: World,
  at: { service: Id; id: Id },
): Promise<Draft | undefined> {
  const row = await tx.drafts.lock(at.service, at.id);
  return row && row.expiresAt > world.now() ? contentOf(world, row, undefined) : undefined;
}

/** A draft whose code was right, or why there is none. After `codeAttempts` wrong codes the draft is gone. */
export type Taken = { readonly draft: Draft } | { readonly problem: 'code-wrong' | 'code-expired' };

/** Removes a draft with the messages sent for it. */
export async function dropDraft(tx: Tx, at: { service: Id; id: Id }): Promise<void> {
  await tx.messages.removeAll(at.service, at.id);
  await tx.drafts.remove(at.service, at.id);
}

/** Checks the code of a draft of that kind, and locks the draft until the transaction ends. */
export async function takeDraft(
  tx: Tx,
  world: World,
  at: { service: Id; draft: Id; code: string; kind: Draft['kind']; holder?: OpenSubject },
): Promise<Taken> {
  const row = isId(at.draft) ? await tx.drafts.lock(at.service, at.draft) : undefined;
  const draft = row && row.expiresAt > world.now() ? contentOf(world, row, at.holder) : undefined;
  if (!row || draft?.kind !== at.kind) return { problem: 'code-expired' };
  const secret = at.code.replaceAll(/\s/g, '');
  const given = secretDigest(world, { service: row.service, context: draftContext(row.id), secret });
  if (equalBytes(given, row.codeDigest)) return { draft };
  if (row.attempts + 1 >= codeAttempts) await dropDraft(tx, row);
  else await tx.drafts.countAttempt(row.service, row.id);
  return { problem: 'code-wrong' };
}
