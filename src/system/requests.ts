import { type Id, isId, KepilError, newId, textOf, utf8 } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import { isRightKey, openCase, type RightKey, rights } from '../rights/index.ts';
import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, type SubjectKeys, sealBytes } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import { record } from './entries.ts';
import { isCleanText } from './form.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { nameOf, policyVersion, type World } from './world.ts';

/** The longest words of a request or an answer, in UTF-16 code units. */
export const longestWords = 5000;

/** What can be wrong with words. */
type WordsProblem = 'words-empty' | 'words-too-long' | 'field-characters';

/** The sealed part of a request: the person's words and the answer. */
export interface RequestWords {
  readonly words: string;
  readonly answer?: string;
}

const contextOf = (id: Id) => `request:${id}`;

/**
 * A right that was exercised and met at once leaves a closed request, so that the person sees it with its
 * date.
 */
export async function closedRequest(tx: Tx, world: World, what: { me: Me; kind: RightKey }): Promise<void> {
  const { me, kind } = what;
  const now = world.now();
  const { dueOn } = openCase({ kind, receivedAt: now }, world.law);
  const id = newId(now, world.crypto.random);
  const row = { service: me.service.id, subject: me.subject, id, kind, receivedAt: now, dueOn };
  await tx.requests.insert({ ...row, state: 'done', closedAt: now });
}

/**
 * Files a request that a person at the operator's must answer; its due date runs on the working calendar.
 *
 * @law 94-V Art. 24, 25(2)
 */
export async function fileRequest(
  world: World,
  me: Me,
  what: { kind: string; words: string },
): Promise<{ request: RequestRecord } | { problem: WordsProblem | 'right-unknown' }> {
  const words = what.words.replaceAll('\r\n', '\n').trim();
  const { kind } = what;
  if (!isRightKey(kind)) return { problem: 'right-unknown' };
  if (words === '') return { problem: 'words-empty' };
  if (words.length > longestWords) return { problem: 'words-too-long' };
  if (!isCleanText(words.replaceAll('\t', ' '))) return { problem: 'field-characters' };
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const { dueOn } = openCase({ kind, receivedAt: now }, world.law);
    const sealed = sealWords(world, { subject: own.subject, id, words: { words } });
    const request: RequestRecord = {
      service: me.service.id,
      subject: me.subject,
      id,
      kind,
      state: 'open',
      receivedAt: now,
      dueOn,
      sealed,
    };
    await tx.requests.insert(request);
    await note(tx, world, {
      kind: 'request',
      subject: own.subject,
      request: id,
      record: { words },
      actor: { role: 'subject' },
    });
    return { request };
  });
}

function sealWords(world: World, what: { subject: OpenSubject; id: Id; words: RequestWords }): Uint8Array {
  const text = utf8(JSON.stringify(what.words));
  return sealBytes(what.subject.keys.subjectKey, contextOf(what.id), text, world.crypto);
}

/** The words of a request and its answer; undefined for requests met at once. */
export function wordsOf(world: World, subject: OpenSubject, row: RequestRecord): RequestWords | undefined {
  if (!row.sealed) return undefined;
  const bytes = openBytes(subject.keys.subjectKey, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return JSON.parse(textOf(bytes)) as RequestWords;
}

async function note(
  tx: Tx,
  world: World,
  what: {
    kind: 'request' | 'answer';
    subject: OpenSubject;
    request: Id;
    record?: { words?: string; answer?: string };
    actor: { role: 'subject' | 'officer'; id?: Id };
    actorKeys?: SubjectKeys;
  },
): Promise<void> {
  await record(tx, world, {
    service: what.subject.service,
    kind: what.kind,
    outcome: 'done',
    actor: what.actor,
    ...(what.actorKeys && { actorKeys: what.actorKeys }),
    channel: what.actor.role === 'subject' ? 'cabinet' : 'console',
    purpose: 'subject_rights',
    matter: what.request,
    subject: { id: what.subject.record.id, keys: what.subject.keys },
    ...(what.record && { record: what.record as Record<string, string> }),
  });
}

/** A staff member working on requests. */
export interface Clerk {
  readonly id: Id;
  readonly keys: SubjectKeys;
}

/**
 * Opens a request for the officer; that they read the person's words is an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 */
export async function openRequest(world: World, clerk: Clerk, at: { service: ServiceRecord; id: string }) {
  return decided(world, async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...at, mode: 'share' });
    const asked = await ask(
      tx,
      world,
      {
        actor: { role: 'officer', id: clerk.id },
        verb: 'read',
        service: at.service.id,
        subject: row.subject,
        categories: ['correspondence'],
        purpose: 'subject_rights',
        channel: 'console',
        matter: row.id,
      },
      { mode: 'share', actorKeys: clerk.keys },
    );
    if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
    const right = isRightKey(row.kind) ? rights[row.kind] : undefined;
    const law = right ? [{ rule: 'right-claimed', article: right.article }] : [];
    return { row, words: wordsOf(world, subject, row), law };
  });
}

async function requestOf(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; id: string; mode: 'share' | 'update' },
) {
  const row = isId(at.id) ? await tx.requests.get(at.service.id, at.id) : undefined;
  const subject =
    row && (await openSubject(tx, world, { service: at.service.id, id: row.subject, mode: at.mode }));
  if (!row || !subject) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { row, subject };
}

/** Answers a request, once. The person finds the answer in the cabinet and is told of it by a message. */
export async function answerRequest(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; answer: string; outcome: 'done' | 'refused' },
): Promise<{ ok: true } | { problem: WordsProblem | 'request-closed' }> {
  const answer = what.answer.replaceAll('\r\n', '\n').trim();
  if (answer === '') return { problem: 'words-empty' };
  if (answer.length > longestWords) return { problem: 'words-too-long' };
  if (!isCleanText(answer.replaceAll('\t', ' '))) return { problem: 'field-characters' };
  return world.store.transaction(async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...what, mode: 'update' });
    const words = wordsOf(world, subject, row);
    const fresh = await tx.requests.get(what.service.id, row.id);
    if (fresh?.state !== 'open' || !words) return { problem: 'request-closed' as const };
    const sealed = sealWords(world, { subject, id: row.id, words: { ...words, answer } });
    await tx.requests.close(what.service.id, row.subject, row.id, what.outcome, world.now(), sealed);
    const actor = { role: 'officer' as const, id: clerk.id };
    await note(tx, world, {
      kind: 'answer',
      subject,
      request: row.id,
      record: { answer },
      actor,
      actorKeys: clerk.keys,
    });
    await tellOfAnswer(tx, world, { service: what.service, subject });
    return { ok: true as const };
  });
}

async function tellOfAnswer(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; subject: OpenSubject },
): Promise<void> {
  const data = dataOf(await openSegments(tx, world, what.subject));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) return;
  const speaker = speakerOf(what.subject.record.language, world.law.zone);
  const { policy } = await policyVersion(tx, world, {
    service: what.service.id,
    hash: what.subject.record.policyHash,
  });
  const link = `${world.origin()}/s/${what.service.key}/me/requests`;
  const message = {
    channel,
    to,
    ...messageText(speaker, 'request-answered', { service: nameOf(policy, what.service.key), link }),
  };
  await tellSubject(tx, world, { subject: what.subject, template: 'request-answered', message });
}

/** Requests of a service for the officer, newest first; words stay sealed. */
export async function listRequests(
  world: World,
  at: { service: Id; state?: RequestRecord['state']; after?: Id; limit: number },
): Promise<readonly RequestRecord[]> {
  return world.store.transaction((tx) =>
    tx.requests.list(at.service, at.state, { limit: at.limit, ...(at.after && { after: at.after }) }),
  );
}
