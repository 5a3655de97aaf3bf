import {
  civilDateAt,
  type Id,
  isId,
  KepilError,
  newId,
  nilId,
  type Problem,
  textOf,
  utf8,
} from '../base/index.ts';
import {
  type AuthorityLetter,
  lackCodes,
  lacking,
  type Proposed,
  proposeItems,
} from '../disclosure/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { Policy } from '../policy/index.ts';
import type { AuthorityRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { checkLetter, type LetterForm } from './authority-form.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { dataOf, openSegments, openSubject } from './subjects.ts';
import { findSubjects } from './survey.ts';
import { kindOfAddress } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Roles that enter letters, refuse them and propose what to release. */
const entering: readonly StaffRole[] = ['officer'];
/** Roles that decide on what is proposed. */
export const deciding: readonly StaffRole[] = ['approver'];

/** Whether a clerk may enter letters. */
export function mayEnter(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => entering.includes(role));
}

/** Whether a clerk may decide on a proposal of others. */
export function mayDecide(clerk: Pick<Clerk, 'id' | 'roles'>, row: AuthorityRecord): boolean {
  return clerk.roles.some((role) => deciding.includes(role)) && !row.handledBy.includes(clerk.id);
}

/** The sealed part of a letter: what it says, and what was answered. */
export interface LetterWords {
  readonly letter: AuthorityLetter;
  /** Why it was refused, in the officer's words beside the reasons of the rules. */
  readonly refusal?: string;
  /** Why the proposal went back. */
  readonly returned?: string;
}

/** A letter with its words, what it lacks, and what might be released. */
export interface ShownLetter {
  readonly row: AuthorityRecord;
  readonly words: LetterWords;
  readonly items: readonly Proposed[];
  readonly policy: Policy;
}

const contextOf = (id: Id) => `authority:${id}`;

/** The key of whoever is meant; of the service where nobody is. */
async function keyFor(
  tx: Tx,
  world: World,
  at: { service: Id; subject: Id; mode: 'share' | 'update' },
): Promise<Uint8Array> {
  if (at.subject === nilId) return world.keys.service(at.service).draftKey;
  const subject = await openSubject(tx, world, { service: at.service, id: at.subject, mode: at.mode });
  if (!subject) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return subject.keys.subjectKey;
}

function sealWords(world: World, what: { key: Uint8Array; id: Id; words: LetterWords }): Uint8Array {
  return sealBytes(what.key, contextOf(what.id), utf8(JSON.stringify(what.words)), world.crypto);
}

/**
 * A letter of a service with its words and the key they are sealed under. @throws KepilError `ERR_NOT_FOUND`
 */
export async function letterIn(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; id: string; mode: 'look' | 'update' },
): Promise<{ row: AuthorityRecord; words: LetterWords; key: Uint8Array }> {
  const found = isId(at.id) ? await tx.authorityRequests.get(at.service.id, at.id, 'look') : undefined;
  if (!found) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const mode = at.mode === 'look' ? 'share' : 'update';
  // The person first, then the letter: in the order in which a destruction takes them.
  const key = await keyFor(tx, world, { service: at.service.id, subject: found.subject, mode });
  const row = await tx.authorityRequests.get(at.service.id, at.id, at.mode);
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const bytes = openBytes(key, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return { row, words: JSON.parse(textOf(bytes)) as LetterWords, key };
}

/** Writes a letter's new state and words. */
export async function putLetter(
  tx: Tx,
  world: World,
  what: { row: AuthorityRecord; words: LetterWords; key: Uint8Array },
): Promise<void> {
  const { row, words, key } = what;
  await tx.authorityRequests.put({ ...row, sealed: sealWords(world, { key, id: row.id, words }) });
}

/** What happens to a letter, as an entry; it names nobody, so that a bar on telling them holds. */
export async function noteLetter(
  tx: Tx,
  world: World,
  what: { row: Pick<AuthorityRecord, 'service' | 'id'>; clerk: Clerk; rules: readonly string[]; id?: Id },
): Promise<Id> {
  return record(tx, world, {
    ...(what.id && { id: what.id }),
    service: what.row.service,
    kind: 'letter',
    outcome: 'done',
    actor: actorOf(what.clerk),
    actorKeys: what.clerk.keys,
    channel: 'console',
    because: what.rules.map((rule) => ({ rule, article: '94-V Art. 9' })),
    matter: what.row.id,
  });
}

/** Letters of a service, newest first; what they say stays sealed. */
export async function listLetters(
  world: World,
  at: { service: Id; after?: Id; limit: number },
): Promise<readonly AuthorityRecord[]> {
  const page = { limit: at.limit, ...(at.after && { after: at.after }) };
  return world.store.transaction((tx) => tx.authorityRequests.list(at.service, page));
}

/** Opens a letter for whoever works on it. @throws KepilError `ERR_NOT_FOUND` */
export async function openLetter(
  world: World,
  at: { service: ServiceRecord; id: string },
): Promise<ShownLetter> {
  return world.store.transaction(async (tx) => {
    const { row, words } = await letterIn(tx, world, { ...at, mode: 'look' });
    const policy = await policyFor(tx, world, row);
    return { row, words, policy, items: proposeItems(row, await heldBy(tx, world, row), policy) };
  });
}

async function policyFor(tx: Tx, world: World, { service, subject }: AuthorityRecord): Promise<Policy> {
  const hash = (await tx.subjects.get(service, subject))?.policyHash ?? (await headOf(tx, service)).hash;
  return (await policyVersion(tx, world, { service, hash })).policy;
}

/** The categories of which something is held of whoever is meant; values stay where they are. */
async function heldBy(
  tx: Tx,
  world: World,
  { service, subject: id }: AuthorityRecord,
): Promise<ReadonlySet<string>> {
  const subject = id === nilId ? undefined : await openSubject(tx, world, { service, id, mode: 'share' });
  return new Set(subject && dataOf(await openSegments(tx, world, subject)).keys());
}

/**
 * Enters a letter by which a body, or somebody else, asks for data of a person, or puts one right while
 * nothing is decided. What it lacks is named at once and kept with it.
 *
 * @throws KepilError `ERR_FORBIDDEN` when no role of the clerk may; `ERR_NOT_FOUND`
 * @law 94-V Art. 9, 94-V Art. 10
 */
export async function enterLetter(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; form: LetterForm; amends?: string },
): Promise<{ id: Id } | { problems: readonly Problem[] }> {
  const by = within(clerk, entering, 'letters-beyond-role');
  const { service, form, amends } = what;
  const problems = checkLetter(world, form);
  const subject = amends === undefined ? await personOf(world, by, { service, form }) : nilId;
  if (subject === undefined) problems.push({ code: 'nobody-found', severity: 'error', field: 'person' });
  if (problems.length > 0 || subject === undefined) return { problems };
  return world.store.transaction(async (tx) => {
    const head = await headOf(tx, service.id);
    const { policy } = await policyVersion(tx, world, { service: service.id, hash: head.hash });
    if (!form.letter.categories.every((key) => policy.data.some((row) => row.category === key)))
      return { problems: [{ code: 'items-unknown', severity: 'error', field: 'category' }] };
    return amends === undefined
      ? { id: await insertLetter(tx, world, { service, by, form, subject }) }
      : amendLetter(tx, world, { service, by, form, id: amends });
  });
}

/**
 * Whom a letter is about: found by address or number; `nilId` when it names nobody, undefined when not
 * found.
 */
async function personOf(
  world: World,
  clerk: Clerk,
  { service, form }: { service: ServiceRecord; form: LetterForm },
): Promise<Id | undefined> {
  const value = form.person.trim();
  if (value === '') return nilId;
  if (isId(value)) {
    const row = await world.store.transaction((tx) => tx.subjects.get(service.id, value));
    return row?.kind === 'user' ? row.id : undefined;
  }
  const field = kindOfAddress(value);
  const found =
    field === undefined ? [] : await findSubjects(world, clerk, { service: service.id, field, value });
  return found.length === 1 ? found[0] : undefined;
}

function statedBy(form: LetterForm) {
  const { letter, asker } = form;
  return {
    asker,
    receivedOn: form.receivedOn,
    categories: [...new Set(letter.categories)],
    missing: lacking(letter),
    secrecyNorm: letter.secrecyNorm.trim() !== '',
    ...(form.barredUntil !== '' && { barredUntil: form.barredUntil }),
  };
}

async function insertLetter(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; by: Clerk; form: LetterForm; subject: Id },
): Promise<Id> {
  const { service, by, form, subject } = from;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const key = await keyFor(tx, world, { service: service.id, subject, mode: 'update' });
  const row = { service: service.id, subject, id, state: 'open' as const, enteredAt: now, proposed: [] };
  const sealed = sealWords(world, { key, id, words: { letter: form.letter } });
  await tx.authorityRequests.insert({ ...row, ...statedBy(form), handledBy: [by.id], sealed });
  await noteLetter(tx, world, { row, clerk: by, rules: ['letter-entered'] });
  return id;
}

async function amendLetter(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; by: Clerk; form: LetterForm; id: string },
): Promise<{ id: Id } | { problems: readonly Problem[] }> {
  const { by, form } = from;
  const { row, key } = await letterIn(tx, world, { service: from.service, id: from.id, mode: 'update' });
  if (row.state !== 'open') return { problems: [{ code: 'letter-decided', severity: 'error' }] };
  const { barredUntil: _before, ...rest } = row;
  const handledBy = [...new Set([...row.handledBy, by.id])];
  const amended = { ...rest, ...statedBy(form), handledBy };
  await putLetter(tx, world, { row: amended, words: { letter: form.letter }, key });
  await noteLetter(tx, world, { row, clerk: by, rules: ['letter-amended'] });
  return { id: row.id };
}

/** What keeps a letter from going on. */
export type LetterProblem =
  | 'letter-decided'
  | 'letter-lacks'
  | 'letter-private'
  | 'letter-nobody'
  | 'letter-beyond'
  | 'letter-item-kept'
  | 'items-choose'
  | 'words-empty'
  | 'field-too-long'
  | 'field-characters';

/** Codes of the rules by which a letter is refused, whoever looks at it. */
export function refusalRules(row: AuthorityRecord): readonly string[] {
  return [
    ...(row.asker === 'private' ? ['authority-private'] : []),
    ...row.missing.map((element) => lackCodes[element]),
    ...(row.subject === nilId ? ['authority-nobody'] : []),
  ];
}

/** Today on the operator's calendar, for forms. */
export function letterDay(world: World): string {
  return civilDateAt(world.now(), world.law.zone);
}

/** The clerk in a role in which letters are entered, refused and proposed. */
export function asEntering(clerk: Clerk): Clerk {
  return within(clerk, entering, 'letters-beyond-role');
}
