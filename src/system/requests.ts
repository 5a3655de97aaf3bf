import { type Id, isId, KepilError, newId, textOf, utf8 } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { maskCardData } from '../moderation/index.ts';
import { messageText } from '../notice/index.ts';
import { isRightKey, openCase, type RightKey, rights } from '../rights/index.ts';
import type { RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { isBlank, isCleanText } from './typed.ts';
import type { World } from './world.ts';

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
 * Numbers and codes of payment cards are masked before anything is kept; `masked` says that there were any.
 *
 * @law 94-V Art. 24, 25(2)
 */
export async function fileRequest(
  world: World,
  me: Me,
  what: { kind: string; words: string },
): Promise<{ request: RequestRecord; masked: boolean } | { problem: WordsProblem | 'right-unknown' }> {
  const { kind } = what;
  if (!isRightKey(kind)) return { problem: 'right-unknown' };
  const checked = checkWords(what.words);
  if ('problem' in checked) return checked;
  const { words, masked } = checked;
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
    await noteRequest(tx, world, { subject: own.subject, request: id, words, masked });
    return { request, masked };
  });
}

const cardDataMasked = { rule: 'card-data-masked' };

/** Words as they may be kept, or what is wrong with them. */
function checkWords(typed: string): { words: string; masked: boolean } | { problem: WordsProblem } {
  const words = typed.replaceAll('\r\n', '\n').trim();
  if (isBlank(words)) return { problem: 'words-empty' };
  if (words.length > longestWords) return { problem: 'words-too-long' };
  if (!isCleanText(words.replaceAll('\t', ' '))) return { problem: 'field-characters' };
  const { text, masked } = maskCardData(words);
  return { words: text, masked: masked > 0 };
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

async function noteRequest(
  tx: Tx,
  world: World,
  what: {
    subject: OpenSubject;
    request: Id;
    words: string;
    masked: boolean;
  },
): Promise<void> {
  await record(tx, world, {
    service: what.subject.service,
    kind: 'request',
    outcome: 'done',
    actor: { role: 'subject' },
    channel: 'cabinet',
    purpose: 'subject_rights',
    matter: what.request,
    subject: { id: what.subject.record.id, keys: what.subject.keys },
    record: { words: what.words },
    ...(what.masked && { because: [cardDataMasked] }),
  });
}

/**
 * Opens a request for whoever works on it; that they read the person's words is an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 * @throws Refused
 */
export async function openRequest(world: World, clerk: Clerk, at: { service: ServiceRecord; id: string }) {
  return decided(world, async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...at, mode: 'share' });
    await askForWords(tx, world, { clerk, row, verb: 'read', asking: { mode: 'share' } });
    const right = isRightKey(row.kind) ? rights[row.kind] : undefined;
    const law = right ? [{ rule: 'right-claimed', article: right.article }] : [];
    return { row, words: wordsOf(world, subject, row), law };
  });
}

/** Asks the gate for the words of a request, to read them or to answer with them. @throws Refused */
async function askForWords(
  tx: Tx,
  world: World,
  what: { clerk: Clerk; row: RequestRecord; verb: 'read' | 'use'; asking: Asking },
): Promise<void> {
  const { clerk, row, verb } = what;
  const request = {
    actor: actorOf(clerk),
    verb,
    service: row.service,
    subject: row.subject,
    categories: ['correspondence'],
    purpose: 'subject_rights',
    channel: 'console' as const,
    matter: row.id,
  };
  const { decision, entry } = await ask(tx, world, request, { ...what.asking, ...byClerk(clerk) });
  if (!decision.allowed) throw new Refused(decision.because, entry);
}

/** A request of a service. @throws KepilError `ERR_NOT_FOUND` */
export async function requestIn(
  tx: Tx,
  at: { readonly service: ServiceRecord; readonly id: string },
): Promise<RequestRecord> {
  const row = isId(at.id) ? await tx.requests.get(at.service.id, at.id) : undefined;
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return row;
}

async function requestOf(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; id: string; mode: 'share' | 'update' },
) {
  const row = await requestIn(tx, at);
  const subject = await openSubject(tx, world, { service: at.service.id, id: row.subject, mode: at.mode });
  if (!subject) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { row, subject };
}

/** Roles that may refuse what a person claims: support hands a refusal on to them. */
const refusing: readonly StaffRole[] = ['approver', 'officer'];

/** Whether a clerk may refuse what a person claims. */
export function mayRefuse(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => refusing.includes(role));
}

/**
 * Answers a request, once. The person finds the answer in the cabinet and is told of it by a message. Numbers
 * and codes of payment cards are masked in it, as in a request.
 *
 * @throws KepilError `ERR_FORBIDDEN` when the answer is a refusal and no role of the clerk may refuse
 * @throws Refused
 */
export async function answerRequest(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; answer: string; outcome?: 'done' | 'refused' },
): Promise<{ ok: true; masked: boolean } | { problem: WordsProblem | 'outcome-missing' | 'request-closed' }> {
  const { outcome } = what;
  const by = outcome === 'refused' ? within(clerk, refusing, 'refusal-beyond-role') : clerk;
  const checked = checkWords(what.answer);
  if ('problem' in checked) return checked;
  const { words: answer, masked } = checked;
  if (outcome === undefined) return { problem: 'outcome-missing' };
  return decided(world, async (tx) => {
    const { row, subject } = await requestOf(tx, world, { ...what, mode: 'update' });
    const words = wordsOf(world, subject, row);
    const fresh = await tx.requests.get(what.service.id, row.id);
    if (fresh?.state !== 'open' || !words) return { problem: 'request-closed' as const };
    const asking = { mode: 'update' as const, kind: 'answer' as const, record: { answer } };
    const noted = masked ? { ...asking, because: [cardDataMasked] } : asking;
    await askForWords(tx, world, { clerk: by, row, verb: 'use', asking: noted });
    const sealed = sealWords(world, { subject, id: row.id, words: { ...words, answer } });
    await tx.requests.close(what.service.id, row.subject, row.id, outcome, world.now(), sealed);
    await tellOfAnswer(tx, world, { service: what.service, subject });
    return { ok: true as const, masked };
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
  const service = await nameFor(tx, world, { service: what.service, speaker });
  const link = `${world.origin()}/s/${what.service.key}/me/requests`;
  const message = {
    channel,
    to,
    ...messageText(speaker, 'request-answered', { service, link }),
  };
  await tellSubject(tx, world, { subject: what.subject, template: 'request-answered', message });
}

/** Requests of a service for its staff, newest first; words stay sealed. */
export async function listRequests(
  world: World,
  at: { service: Id; state?: RequestRecord['state']; after?: Id; limit: number },
): Promise<readonly RequestRecord[]> {
  return world.store.transaction((tx) =>
    tx.requests.list(at.service, at.state, { limit: at.limit, ...(at.after && { after: at.after }) }),
  );
}
