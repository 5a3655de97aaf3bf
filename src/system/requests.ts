import { addDays, civilDateAt, type Id, isCivilDate, isId, KepilError, newId } from '../base/index.ts';
import { endOfDay } from '../law/index.ts';
import { isRightKey, openCase, type RightKey, readRequestNumber, rights } from '../rights/index.ts';
import type { RequestAsk, RequestCounts, RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type Asking, ask, decided, Refused } from './ask.ts';
import { type Me, openOwn } from './cabinet.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { readDemand } from './decide-change.ts';
import { record } from './entries.ts';
import { checkWords, type RequestFile, sealWords, type WordsProblem, wordsOf } from './request-words.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { tellOfRequest } from './tell-of-request.ts';
import type { World } from './world.ts';

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
  const how = { channel: 'cabinet', identity: 'signed-in', enteredAt: now, pauses: [] } as const;
  await tx.requests.insert({ ...row, ...how, state: 'done', closedAt: now });
}

/**
 * A withdrawal that obligations stand in the way of leaves a request that waits until they are met; `words`
 * tell the person what is kept and why.
 *
 * @law 94-V Art. 8(2)
 */
export async function heldRequest(
  tx: Tx,
  world: World,
  what: { me: Me; subject: OpenSubject; words: string },
): Promise<void> {
  const { me, subject, words } = what;
  const now = world.now();
  const kind = 'withdraw_consent' as const;
  const id = newId(now, world.crypto.random);
  const said = { words: '', turns: [{ at: now, by: 'operator' as const, words }] };
  const row: RequestRecord = {
    service: me.service.id,
    subject: me.subject,
    id,
    kind,
    state: 'waiting',
    channel: 'cabinet',
    identity: 'signed-in',
    receivedAt: now,
    enteredAt: now,
    dueOn: openCase({ kind, receivedAt: now }, world.law).dueOn,
    pauses: [],
    sealed: sealWords(world, { subject, id, words: said }),
  };
  await tx.requests.insert(row);
  await record(tx, world, {
    service: me.service.id,
    kind: 'request',
    outcome: 'done',
    actor: { role: 'subject' },
    channel: 'cabinet',
    purpose: 'subject_rights',
    matter: id,
    subject: { id: me.subject, keys: subject.keys },
    record: { words },
    because: [{ rule: 'withdrawal-waits', article: '94-V Art. 8(2)' }],
  });
  await tellOfRequest(tx, world, { service: me.service, subject, row, words: said, news: 'asked' });
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
      channel: 'cabinet',
      identity: 'signed-in',
      receivedAt: now,
      enteredAt: now,
      dueOn,
      pauses: [],
      sealed,
    };
    await tx.requests.insert(request);
    await noteRequest(tx, world, { subject: own.subject, request: id, words, masked });
    return { request, masked };
  });
}

/** The reason of an entry whose words held numbers or codes of payment cards. */
export const cardDataMasked = { rule: 'card-data-masked' };

/** The entry of a request that somebody made in the cabinet. */
export async function noteRequest(
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
 * Opens a request for whoever works on it; that they read the person's words is an entry, and another one
 * that they saw the value that is to be changed.
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
    const words = wordsOf(world, subject, row);
    const change = words?.change && (await readDemand(tx, world, { clerk, row, change: words.change }));
    const files = await keptFiles(tx, row, words?.files ?? []);
    return { row, words, law, files, ...(change && { change }) };
  });
}

/** The files of a request that are still kept. */
export async function keptFiles(
  tx: Tx,
  row: RequestRecord,
  files: readonly RequestFile[],
): Promise<readonly RequestFile[]> {
  if (files.length === 0) return [];
  const kept = await tx.files.ofMatter(row.service, row.subject, row.id);
  return files.filter(({ id }) => kept.some((file) => file.id === id));
}

/** Asks the gate for the words of a request, to read them or to answer with them. @throws Refused */
export async function askForWords(
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

/** A request with its subject, locked. @throws KepilError `ERR_NOT_FOUND` */
export async function requestOf(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; id: string; mode: 'share' | 'update' },
) {
  const row = await requestIn(tx, at);
  const subject = await openSubject(tx, world, { service: at.service.id, id: row.subject, mode: at.mode });
  if (!subject) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { row, subject };
}

/** Requests of a service for its staff, by the day they are due or newest first; words stay sealed. */
export async function listRequests(
  world: World,
  service: Id,
  ask: RequestAsk,
): Promise<readonly RequestRecord[]> {
  return world.store.transaction((tx) => tx.requests.list(service, ask));
}

/** The rights one may claim, in the order of the table. */
export const rightKinds = Object.keys(rights) as readonly RightKey[];

/** How many requests of a service there are to work on. */
export async function countRequests(world: World, service: Id): Promise<RequestCounts> {
  const day = civilDateAt(world.now(), world.law.zone);
  return world.store.transaction((tx) => tx.requests.count(service, day));
}

/** Requests of that number, such as `20261128-4F0C9`: one but for a rare chance; none for another text. */
export async function requestsByNumber(
  world: World,
  service: Id,
  typed: string,
): Promise<readonly RequestRecord[]> {
  const number = readRequestNumber(typed);
  if (!number || !isCivilDate(number.day)) return [];
  const { zone } = world.law;
  const of = {
    from: endOfDay(addDays(number.day, -1), zone),
    to: endOfDay(number.day, zone),
    ending: number.ending,
  };
  return world.store.transaction((tx) => tx.requests.byEnding(service, of));
}

/** Requests of some people, newest first: of those an address was found to belong to. */
export async function requestsOf(
  world: World,
  service: Id,
  subjects: readonly Id[],
): Promise<readonly RequestRecord[]> {
  return world.store.transaction(async (tx) => {
    const rows = [];
    for (const subject of subjects) rows.push(...(await tx.requests.ofSubject(service, subject)));
    return rows.sort((a, b) => b.receivedAt - a.receivedAt);
  });
}
