import { equalBytes, type Id, isId, KepilError, type Language, newId, textOf, utf8 } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import type { DraftRecord, ServiceRecord, Tx } from '../store/index.ts';
import { maskValue, openBytes, sealBytes } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { keepMessage } from './outbox.ts';
import { secretDigest } from './subjects.ts';
import { nameOf, policyVersion, type World } from './world.ts';

/** How long a draft lives and how many wrong codes it bears. */
export const draftMinutes = 10;
/** Wrong codes after which a draft is dropped. */
export const codeAttempts = 5;

/**
 * Something a person sent that waits for the code sent to their address; sealed under the service's draft
 * key.
 */
export interface Draft {
  readonly kind: 'registration' | 'correction';
  readonly fields: readonly (readonly [string, string])[];
  readonly optional: readonly string[];
  readonly policyHash: string;
  readonly language: Language;
  readonly contact: 'email' | 'phone';
  /** Whose value is being changed, for corrections. */
  readonly subject?: Id;
}

/** A draft that waits: where the code went (masked) and until when. */
export interface Waiting {
  readonly draft: Id;
  readonly sentTo: string;
  readonly expiresAt: number;
}

/** Seals a draft, makes its code and puts the message with it into the outbox. */
export async function openDraft(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; content: Draft },
): Promise<Waiting> {
  const { service, content } = from;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const code = newCode(world);
  const expiresAt = now + draftMinutes * 60_000;
  const { draftKey } = world.keys.service(service.id);
  await tx.drafts.insert({
    service: service.id,
    id,
    sealed: sealBytes(draftKey, `draft:${id}`, utf8(JSON.stringify(content)), world.crypto),
    codeDigest: secretDigest(world, { service: service.id, context: `draft:${id}`, secret: code }),
    attempts: 0,
    createdAt: now,
    expiresAt,
  });
  await sendCode(tx, world, { service, draft: id, content, code });
  return { draft: id, sentTo: maskValue(content.contact, addressOf(content)), expiresAt };
}

function addressOf(draft: Draft): string {
  return new Map(draft.fields).get(draft.contact) as string;
}

async function sendCode(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; draft: Id; content: Draft; code: string },
): Promise<void> {
  const { contact, language } = what.content;
  const { policy } = await policyVersion(tx, world, {
    service: what.service.id,
    hash: what.content.policyHash,
  });
  const params = { code: what.code, service: nameOf(policy, what.service.key), minutes: draftMinutes };
  await keepMessage(tx, world, {
    service: what.service.id,
    owner: what.draft,
    key: world.keys.service(what.service.id).draftKey,
    template: 'registration-code',
    message: {
      channel: contact === 'email' ? 'email' : 'sms',
      to: addressOf(what.content),
      ...messageText(speakerOf(language, world.law.zone), 'registration-code', params),
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

/** What is to be shown about a draft that waits; undefined when it is gone. */
export async function waitingDraft(
  world: World,
  at: { service: Id; draft: Id },
): Promise<Waiting | undefined> {
  return world.store.transaction(async (tx) => {
    const row = isId(at.draft) ? await tx.drafts.lock(at.service, at.draft) : undefined;
    if (!row || row.expiresAt <= world.now()) return undefined;
    const draft = contentOf(world, row);
    return { draft: row.id, sentTo: maskValue(draft.contact, addressOf(draft)), expiresAt: row.expiresAt };
  });
}

function contentOf(world: World, row: DraftRecord): Draft {
  const bytes = openBytes(
    world.keys.service(row.service).draftKey,
    `draft:${row.id}`,
    row.sealed,
    world.crypto,
  );
  if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return JSON.parse(textOf(bytes)) as Draft;
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
  at: { service: Id; draft: Id; code: string; kind: Draft['kind'] },
): Promise<Taken> {
  const row = isId(at.draft) ? await tx.drafts.lock(at.service, at.draft) : undefined;
  if (!row || row.expiresAt <= world.now()) return { problem: 'code-expired' };
  const draft = contentOf(world, row);
  if (draft.kind !== at.kind) return { problem: 'code-expired' };
  const given = secretDigest(world, {
    service: row.service,
    context: `draft:${row.id}`,
    secret: at.code.replaceAll(/\s/g, ''),
  });
  if (equalBytes(given, row.codeDigest)) return { draft };
  if (row.attempts + 1 >= codeAttempts) await dropDraft(tx, row);
  else await tx.drafts.countAttempt(row.service, row.id);
  return { problem: 'code-wrong' };
}
