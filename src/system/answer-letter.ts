import { type Id, type Json, newId, nilId } from '../base/index.ts';
import { dueOn } from '../law/index.ts';
import type { AuthorityRecord, DisclosureRecord, ServiceRecord, Tx } from '../store/index.ts';
import { type Asked, ask, decided, Refused } from './ask.ts';
import {
  asEntering,
  deciding,
  type LetterProblem,
  type LetterWords,
  letterIn,
  noteLetter,
  openLetter,
  putLetter,
  refusalRules,
} from './authority.ts';
import { byClerk, type Clerk, within } from './clerk.ts';
import { type Handed, sealer } from './hand-on.ts';
import { tellOfDisclosure } from './notify-disclosure.ts';
import { faultInLine, isBlank } from './typed.ts';
import type { World } from './world.ts';

interface At {
  readonly service: ServiceRecord;
  readonly id: string;
}

const longestWords = 2000;

function faultInWords(words: string): LetterProblem | undefined {
  if (words.length > longestWords) return 'field-too-long';
  return faultInLine(words.replaceAll(/\r?\n|\t/g, ' ')) === undefined ? undefined : 'field-characters';
}

/**
 * Refuses a letter, with reasons: those of the rules, which stand by themselves, or the officer's own words.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 9, 94-V Art. 11
 */
export async function refuseLetter(
  world: World,
  clerk: Clerk,
  what: At & { readonly words: string },
): Promise<{ ok: true } | { problem: LetterProblem }> {
  const by = asEntering(clerk);
  const said = what.words.trim();
  const fault = faultInWords(said);
  if (fault) return { problem: fault };
  return world.store.transaction(async (tx) => {
    const { row, words, key } = await letterIn(tx, world, { ...what, mode: 'update' });
    if (isClosed(row)) return { problem: 'letter-decided' as const };
    const rules = refusalRules(row);
    if (rules.length === 0 && isBlank(said)) return { problem: 'words-empty' as const };
    const closed = { ...row, state: 'refused' as const, closedAt: world.now() };
    const answered = { letter: words.letter, ...(said !== '' && { refusal: said }) };
    await putLetter(tx, world, { row: closed, words: answered, key });
    await noteLetter(tx, world, { row, clerk: by, rules: ['letter-refused', ...rules] });
    return { ok: true as const };
  });
}

const isClosed = ({ state }: AuthorityRecord) => state === 'released' || state === 'refused';

/**
 * Proposes what to release on a letter in due form: a part of what it asks, never more, nothing under a
 * secrecy that its norm does not lift. Somebody else decides.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 7(9), 94-V Art. 9, 94-V Art. 11
 */
export async function proposeRelease(
  world: World,
  clerk: Clerk,
  what: At & { readonly categories: readonly string[] },
): Promise<{ ok: true } | { problem: LetterProblem }> {
  const by = asEntering(clerk);
  const { items } = await openLetter(world, what);
  return world.store.transaction(async (tx) => {
    const { row, words, key } = await letterIn(tx, world, { ...what, mode: 'update' });
    const problem = keepsFrom(
      row,
      what.categories,
      new Set(items.filter(({ may }) => may).map(({ category }) => category)),
    );
    if (problem) return { problem };
    const handledBy = [...new Set([...row.handledBy, by.id])];
    const proposed = { ...row, state: 'proposed' as const, proposed: [...what.categories], handledBy };
    await putLetter(tx, world, { row: proposed, words: { letter: words.letter }, key });
    await noteLetter(tx, world, { row, clerk: by, rules: ['letter-proposed'] });
    return { ok: true as const };
  });
}

function keepsFrom(
  row: AuthorityRecord,
  categories: readonly string[],
  may: ReadonlySet<string>,
): LetterProblem | undefined {
  if (row.state !== 'open') return 'letter-decided';
  if (row.asker === 'private') return 'letter-private';
  if (row.missing.length > 0) return 'letter-lacks';
  if (row.subject === nilId) return 'letter-nobody';
  if (categories.length === 0) return 'items-choose';
  if (!categories.every((key) => row.categories.includes(key))) return 'letter-beyond';
  return categories.every((key) => may.has(key)) ? undefined : 'letter-item-kept';
}

/**
 * Sends a proposal back to whoever made it, with a word on why; or takes it back oneself.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function returnProposal(
  world: World,
  clerk: Clerk,
  what: At & { readonly words: string },
): Promise<{ ok: true } | { problem: LetterProblem }> {
  const by = within(clerk, ['approver', 'officer'], 'letters-beyond-role');
  const said = what.words.trim();
  const fault = faultInWords(said);
  if (fault) return { problem: fault };
  return world.store.transaction(async (tx) => {
    const { row, words, key } = await letterIn(tx, world, { ...what, mode: 'update' });
    if (row.state !== 'proposed') return { problem: 'letter-decided' as const };
    const back = { ...row, state: 'open' as const, proposed: [] };
    const returned = { letter: words.letter, ...(said !== '' && { returned: said }) };
    await putLetter(tx, world, { row: back, words: returned, key });
    await noteLetter(tx, world, { row, clerk: by, rules: ['letter-returned'] });
    return { ok: true as const };
  });
}

/**
 * Releases what is proposed: the decision of a second person, who neither entered the letter nor proposed.
 * The gate is asked; entry, decision, record and notice stand in one commit with the seal of the package.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused when the gate says no
 * @law 94-V Art. 9, 94-V Art. 19(1), 94-V Art. 22(1)(5)
 */
export async function releaseLetter(
  world: World,
  clerk: Clerk,
  what: At,
): Promise<Handed | { problem: LetterProblem }> {
  const by = within(clerk, deciding, 'release-beyond-role');
  return decided(world, async (tx) => {
    const { row, words, key } = await letterIn(tx, world, { ...what, mode: 'update' });
    if (row.state !== 'proposed' || row.subject === nilId) return { problem: 'letter-decided' as const };
    const id = newId(world.now(), world.crypto.random);
    const decisionId = newId(world.now(), world.crypto.random);
    const label = { id, service: what.service, purpose: 'authority_request', categories: row.proposed };
    const sealing = sealer(world, label);
    const asked = await askRelease(tx, world, { by, row, decisionId, seal: sealing.seal });
    await noteLetter(tx, world, { row, clerk: by, rules: ['letter-released'], id: decisionId });
    const made = sealing.made();
    await keepRelease(tx, world, { ...what, row, words, key, id, asked, sha256: made.sha256 });
    const handed = { disclosure: id, entry: asked.entry, categories: row.proposed };
    const secret = made.passphrase === undefined ? {} : { passphrase: made.passphrase };
    return { ...handed, package: made.text, sha256: made.sha256, ...secret };
  });
}

async function askRelease(
  tx: Tx,
  world: World,
  what: {
    by: Clerk;
    row: AuthorityRecord;
    decisionId: Id;
    seal: (segments: Asked['segments']) => Promise<Json>;
  },
): Promise<Asked & { entry: Id }> {
  const { by, row, decisionId } = what;
  const request = {
    actor: { role: 'approver' as const, id: by.id },
    verb: 'transfer' as const,
    service: row.service,
    subject: row.subject,
    categories: row.proposed,
    purpose: 'authority_request',
    channel: 'console' as const,
    matter: row.id,
    decisionId,
    recipient: 'government',
    country: world.law.country,
  };
  const asked = await ask(tx, world, request, { mode: 'update', ...byClerk(by), recordOf: what.seal });
  const { decision, entry } = asked;
  if (!decision.allowed || entry === undefined) throw new Refused(decision.because, entry);
  return { ...asked, entry };
}

async function keepRelease(
  tx: Tx,
  world: World,
  from: {
    service: ServiceRecord;
    row: AuthorityRecord;
    words: LetterWords;
    key: Uint8Array;
    id: Id;
    asked: Asked & { entry: Id };
    sha256: string;
  },
): Promise<void> {
  const { service, row, id, asked } = from;
  const now = world.now();
  const { barredUntil } = row;
  const disclosure: DisclosureRecord = {
    ...{ service: row.service, subject: row.subject, id, authority: row.id, kind: 'government' },
    ...{ country: world.law.country, purpose: 'authority_request', categories: row.proposed },
    ...{ madeAt: now, entry: asked.entry, packageSha256: from.sha256 },
    noticeDueOn: barredUntil ?? dueOn(world.law, 'transfer.notify', now),
    ...(barredUntil !== undefined && { barredUntil }),
  };
  await tx.disclosures.insert(disclosure);
  const released = { ...row, state: 'released' as const, closedAt: now, disclosure: id };
  await putLetter(tx, world, { row: released, words: { letter: from.words.letter }, key: from.key });
  if (barredUntil !== undefined || !asked.subject) return;
  await tellOfDisclosure(tx, world, { service, subject: asked.subject, row: disclosure });
}
