import { type Id, isId, KepilError, newId, textOf, utf8 } from '../base/index.ts';
import { withdrawnSince } from '../consent/index.ts';
import type { ObligationRecord, RequestRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { type Speaker, speakerOf } from '../words/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { declaredCategories } from './cabinet.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { owedBy } from './owed-by.ts';
import { type RequestWords, sealWords, wordsOf } from './request-words.ts';
import { type OpenSubject, openSubject, sealBroken } from './subjects.ts';
import { tellOfRequest } from './tell-of-request.ts';
import { faultInLine, isBlank } from './typed.ts';
import type { World } from './world.ts';

/** Kinds of obligations, in the order of their form. */
export const obligationKinds = [
  'order',
  'contract',
  'case',
  'debt',
  'dispute',
] as const satisfies ObligationRecord['kind'][];

/** The longest words an obligation is described by, in UTF-16 code units; the fault's sentence says it. */
const longestWhat = 200;
const contextOf = (id: Id) => `obligation:${id}`;

/** What keeps an obligation from being recorded or met. */
export type ObligationProblem =
  | 'obligation-kind-missing'
  | 'obligation-what-missing'
  | 'obligation-categories-missing'
  | 'field-characters'
  | 'field-card-data'
  | 'obligation-what-too-long'
  | 'obligation-met';

/** An obligation opened for whoever may see it. */
export interface ShownObligation {
  readonly row: ObligationRecord;
  readonly what: string;
  /** It was recorded after everything was withdrawn, and counts for nothing. */
  readonly late: boolean;
}

interface At {
  readonly service: ServiceRecord;
  readonly subject: string;
}

/** What an obligation is about. @throws KepilError `ERR_VAULT_SEALED` */
export function whatOf(world: World, subject: OpenSubject, row: ObligationRecord): string {
  const bytes = openBytes(subject.keys.subjectKey, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw sealBroken(subject, 'obligation');
  return textOf(bytes);
}

async function held(tx: Tx, world: World, at: At): Promise<OpenSubject> {
  const open = { service: at.service.id, id: at.subject, mode: 'update' as const };
  const subject = isId(at.subject) ? await openSubject(tx, world, open) : undefined;
  if (subject?.record.kind !== 'user') throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return subject;
}

/**
 * Obligations of a person for staff, and the categories one may need. What each is about is read through the
 * gate in its own matter.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 * @throws Refused
 */
export async function showObligations(world: World, clerk: Clerk, at: At) {
  return decided(world, async (tx) => {
    const subject = await held(tx, world, at);
    const of = { service: at.service.id, subject: at.subject };
    const consents = await tx.consents.list(of.service, of.subject);
    const since = withdrawnSince(consents);
    const owed = new Set((await owedBy(tx, of, consents)).map(({ id }) => id));
    const rows: (Omit<ShownObligation, 'what'> & { readonly what?: string })[] = [];
    for (const row of await tx.obligations.list(of.service, of.subject)) {
      const late = row.metAt === undefined && since !== undefined && row.recordedAt >= since;
      const what = owed.has(row.id) ? await readWhat(tx, world, { clerk, subject, row }) : undefined;
      rows.push({ row, late, ...(what !== undefined && { what }) });
    }
    return { rows, categories: await declaredCategories(tx, world, of) };
  });
}

async function readWhat(
  tx: Tx,
  world: World,
  { clerk, subject, row }: { clerk: Clerk; subject: OpenSubject; row: ObligationRecord },
): Promise<string> {
  const request = {
    actor: actorOf(clerk),
    verb: 'read' as const,
    service: subject.service,
    subject: subject.record.id,
    categories: row.categories,
    purpose: 'obligations',
    channel: 'console' as const,
    matter: row.id,
  };
  const { decision, entry } = await ask(tx, world, request, { mode: 'update', ...byClerk(clerk) });
  if (!decision.allowed) throw new Refused(decision.because, entry);
  return whatOf(world, subject, row);
}

/**
 * Records what somebody owes, or is owed, and which of their data it needs.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 * @law 94-V Art. 8(2)
 */
export async function recordObligation(
  world: World,
  clerk: Clerk,
  what: At & { kind?: ObligationRecord['kind']; about: string; categories: readonly string[] },
): Promise<{ ok: true; late: boolean } | { problem: ObligationProblem }> {
  const { kind } = what;
  const about = what.about.trim();
  if (kind === undefined) return { problem: 'obligation-kind-missing' };
  if (isBlank(about)) return { problem: 'obligation-what-missing' };
  const fault = about.length > longestWhat ? 'obligation-what-too-long' : faultInLine(about);
  if (fault) return { problem: fault };
  return decided(world, async (tx) => {
    const subject = await held(tx, world, what);
    const of = { service: what.service.id, subject: what.subject };
    const declared = await declaredCategories(tx, world, of);
    const categories = [...new Set(what.categories)].filter((key) => declared.includes(key));
    if (categories.length === 0 || categories.length < new Set(what.categories).size)
      return { problem: 'obligation-categories-missing' as const };
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const sealed = sealBytes(subject.keys.subjectKey, contextOf(id), utf8(about), world.crypto);
    await tx.obligations.insert(of.service, of.subject, { id, kind, categories, recordedAt: now, sealed });
    const rules = ['obligation-recorded'];
    await note(tx, world, { clerk, subject, matter: id, rules, categories });
    const late = withdrawnSince(await tx.consents.list(of.service, of.subject)) !== undefined;
    return { ok: true as const, late };
  });
}

/**
 * An obligation is met. Withdrawals that waited for it are finished in the same commit, if none other stands.
 *
 * @throws KepilError `ERR_NOT_FOUND`
 * @law 94-V Art. 8(2), 94-V Art. 8(7)
 */
export async function meetObligation(
  world: World,
  clerk: Clerk,
  at: At & { id: string },
): Promise<{ ok: true; finished: number } | { problem: ObligationProblem }> {
  return decided(world, async (tx) => {
    const subject = await held(tx, world, at);
    const of = { service: at.service.id, subject: at.subject };
    const row = (await tx.obligations.list(of.service, of.subject)).find(({ id }) => id === at.id);
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if ((await tx.obligations.meet(of.service, of.subject, { id: row.id, at: world.now() })) === 0)
      return { problem: 'obligation-met' as const };
    const { categories } = row;
    await note(tx, world, { clerk, subject, matter: row.id, rules: ['obligation-met'], categories });
    const consents = await tx.consents.list(of.service, of.subject);
    const left = await owedBy(tx, of, consents);
    const finished = left.length > 0 ? 0 : await finishWithdrawals(tx, world, { ...at, open: subject });
    return { ok: true as const, finished };
  });
}

async function note(
  tx: Tx,
  world: World,
  what: {
    clerk: Clerk;
    subject: OpenSubject;
    matter: Id;
    rules: readonly string[];
    categories: readonly string[];
  },
): Promise<void> {
  const { clerk, subject, matter, rules, categories } = what;
  await record(tx, world, {
    service: subject.service,
    kind: 'request',
    outcome: 'done',
    actor: actorOf(clerk),
    actorKeys: clerk.keys,
    channel: 'console',
    purpose: 'obligations',
    categories,
    matter,
    because: rules.map((rule) => ({ rule, article: '94-V Art. 8(2)' })),
    subject: { id: subject.record.id, keys: subject.keys },
  });
}

/** A withdrawal that waits until obligations are met. */
export function waitsForObligation(row: RequestRecord): boolean {
  return row.state === 'waiting' && row.waitsUntil === undefined;
}

async function finishWithdrawals(
  tx: Tx,
  world: World,
  { service, subject: id, open }: At & { open: OpenSubject },
): Promise<number> {
  const rows = (await tx.requests.ofSubject(service.id, id)).filter(waitsForObligation);
  const speaker = speakerOf(open.record.language, world.law.zone);
  for (const row of rows) {
    const before: RequestWords = wordsOf(world, open, row) ?? { words: '' };
    const words = { ...before, answer: speaker.say('obligation.finished') };
    const closed = { ...row, state: 'done' as const, closedAt: world.now() };
    await tx.requests.update({ ...closed, sealed: sealWords(world, { subject: open, id: row.id, words }) });
    await tellOfRequest(tx, world, { service, subject: open, row: closed, words, news: 'answered' });
  }
  return rows.length;
}

/**
 * What is told of a withdrawal that cannot be finished yet: which obligations stand, which data are kept for
 * them, by which article.
 */
export function heldWords(
  world: World,
  speaker: Speaker,
  { subject, owed }: { subject: OpenSubject; owed: readonly ObligationRecord[] },
): string {
  const kept = [...new Set(owed.flatMap(({ categories }) => categories))];
  return speaker.say('obligation.held', {
    obligations: speaker.list(owed.map((row) => obligationText(world, speaker, { subject, row }))),
    categories: speaker.list(kept.map((key) => speaker.label('data_categories', key))),
  });
}

/** An obligation in a sentence: its kind and what it is about. */
export function obligationText(
  world: World,
  speaker: Speaker,
  { subject, row }: { subject: OpenSubject; row: ObligationRecord },
): string {
  return speaker.say('obligation.line', {
    kind: speaker.sayCode('obligation', row.kind),
    what: whatOf(world, subject, row),
  });
}
