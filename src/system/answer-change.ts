import { type Id, KepilError, type Language } from '../base/index.ts';
import { type ConsentText, consentText } from '../notice/index.ts';
import {
  basePurposes,
  consentCategories,
  type Difference,
  differencesBetween,
  ownPurposes,
} from '../policy/index.ts';
import type {
  PolicyAnswer,
  PolicyChangeRecord,
  PolicyChoiceRecord,
  PolicyHeadRecord,
  PolicyVersionRecord,
  Tx,
} from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import type { Me } from './cabinet.ts';
import { storeConsent } from './consents.ts';
import { record } from './entries.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { widens } from './tell-change.ts';
import { scheduledOf } from './versions.ts';
import { inForceOf, policyVersion, type World } from './world.ts';

/** A change as it concerns one person: from the version they are under to the announced one. */
export interface MyChange {
  readonly change: PolicyChangeRecord;
  readonly head: PolicyHeadRecord;
  readonly before: PolicyVersionRecord;
  readonly after: PolicyVersionRecord;
  /** Whether they are asked to agree: it lets the operator do more than they agreed to. */
  readonly asks: boolean;
  readonly choice?: PolicyChoiceRecord;
}

/** The newest announced change of a service that is not over: it waits for its day, or holds. */
async function openChange(tx: Tx, service: Id) {
  const heads = await tx.policies.heads(service);
  const inForce = inForceOf(heads);
  const head = scheduledOf(heads) ?? (inForce?.status === 'live' ? inForce : undefined);
  const change = head && (await tx.changes.get(service, head.version));
  return head && change ? { head, change } : undefined;
}

/** The change that somebody is told of; undefined when there is none that concerns them. */
async function changeFor(tx: Tx, world: World, me: Me): Promise<MyChange | undefined> {
  const service = me.service.id;
  const open = await openChange(tx, service);
  const subject = open && (await tx.subjects.get(service, me.subject));
  if (!open || !subject) return undefined;
  const choice = await tx.changes.choice(service, me.subject, open.head.version);
  if (!choice && subject.policyHash === open.head.hash) return undefined;
  const from = choice?.fromHash ?? subject.policyHash;
  const [before, after] = [
    await policyVersion(tx, world, { service, hash: from }),
    { ...(await policyVersion(tx, world, { service, hash: open.head.hash })), ...open.head },
  ];
  const asks = choice?.asks ?? widens(world, { before, after });
  return { ...open, before, after, asks, ...(choice && { choice }) };
}

/** What a page says of a change, with the consents that are asked for. */
export interface ShownChange extends MyChange {
  readonly differences: readonly Difference[];
  /** Absent where nothing is asked, or they have agreed already. */
  readonly consent?: ConsentText;
  /** Purposes with a box of their own that the change brings. */
  readonly optional: readonly { readonly purpose: string; readonly text: ConsentText }[];
}

/** @see ShownChange */
export async function showMyChange(world: World, me: Me, speaker: Speaker): Promise<ShownChange | undefined> {
  const mine = await world.store.transaction((tx) => changeFor(tx, world, me));
  if (!mine) return undefined;
  const { before, after, asks, choice } = mine;
  const differences = differencesBetween(before.policy, after.policy, world.law.country);
  if (!asks || choice?.answer === 'accepted') return { ...mine, differences, optional: [] };
  const { policy, hash } = after;
  const textOf = (purposes: readonly string[]) => {
    const serves = (key: string) =>
      policy.data.some((row) => row.category === key && row.purposes.some((one) => purposes.includes(one)));
    const categories = consentCategories(policy).filter(serves);
    return consentText({ speaker, policy, policyHash: hash, purposes, categories });
  };
  return {
    ...mine,
    differences,
    consent: textOf(basePurposes(policy)),
    optional: addedOwn(mine).map((purpose) => ({ purpose, text: textOf([purpose]) })),
  };
}

/** Purposes with a consent of their own that the person was not under before. */
function addedOwn({ before, after }: Pick<MyChange, 'before' | 'after'>): readonly string[] {
  const had = ownPurposes(before.policy);
  return ownPurposes(after.policy).filter((purpose) => !had.includes(purpose));
}

/** A change that somebody has neither seen nor answered, and from when it holds. */
export async function unseenChange(
  world: World,
  me: Me,
): Promise<{ readonly effectiveAt: number; readonly asks: boolean } | undefined> {
  return world.store.transaction(async (tx) => {
    const open = await openChange(tx, me.service.id);
    const choice = open && (await tx.changes.choice(me.service.id, me.subject, open.head.version));
    if (!open || !choice || choice.seenAt !== undefined) return undefined;
    return { effectiveAt: open.change.effectiveAt, asks: choice.asks };
  });
}

/** An answer as sent: to which version, what, and for a yes the ticked boxes and their language. */
export interface ChangeAnswer {
  readonly version: number;
  readonly answer: 'accept' | 'refuse' | 'seen';
  readonly consent: boolean;
  readonly optional: readonly string[];
  readonly language: Language;
}

/**
 * Takes somebody's answer to a change. `seen` only ends the notice. A yes is a consent of its own, given by a
 * ticked box: with it they come under the version, at once or on its day. A no leaves them under the version
 * they agreed to, as silence does; a no may become a yes later, a yes is withdrawn as any consent.
 *
 * @returns what is wrong, if anything
 * @throws KepilError `ERR_CONFLICT` when another change, or none, is before them by now
 * @law 94-V Art. 7(8), 8(1), 8(7)
 */
export async function answerChange(
  world: World,
  me: Me,
  given: ChangeAnswer,
): Promise<{ readonly problem?: 'consent-required' | 'purpose-not-offered' }> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const mine = await changeFor(tx, world, me);
    const { version } = given;
    if (mine?.head.version !== version) throw new KepilError('ERR_CONFLICT', 'change-replaced');
    if (given.answer === 'accept' && !given.consent) return { problem: 'consent-required' };
    const offered = addedOwn(mine);
    if (given.optional.some((purpose) => !offered.includes(purpose)))
      return { problem: 'purpose-not-offered' };
    await ensureTold(tx, world, { me, mine });
    const at = { version, at: world.now() };
    if (given.answer === 'seen') await tx.changes.see(me.service.id, me.subject, at);
    else if (!mine.asks || mine.choice?.answer === 'accepted')
      throw new KepilError('ERR_CONFLICT', 'change-replaced');
    else if (given.answer === 'accept') await accept(tx, world, { me, mine, subject, given });
    else await refuse(tx, world, { me, mine, subject });
    return {};
  });
}

/** Whoever comes before the notice has reached them is told by the page itself. */
async function ensureTold(tx: Tx, world: World, { me, mine }: { me: Me; mine: MyChange }): Promise<void> {
  if (mine.choice) return;
  const { version } = mine.head;
  const row = { service: me.service.id, subject: me.subject, version, fromHash: mine.before.hash };
  await tx.changes.tell({ ...row, asks: mine.asks, toldAt: world.now(), tries: 0 });
}

interface Answering {
  readonly me: Me;
  readonly mine: MyChange;
  readonly subject: OpenSubject;
}

async function note(tx: Tx, answer: PolicyAnswer, { me, mine, at }: Answering & { at: number }) {
  await tx.changes.answer(me.service.id, me.subject, { version: mine.head.version, answer, at });
}

async function accept(tx: Tx, world: World, what: Answering & { given: ChangeAnswer }): Promise<void> {
  const { me, mine, subject, given } = what;
  const { policy } = mine.after;
  const name = dataOf(await openSegments(tx, world, subject)).get('full_name')?.[0]?.value;
  const values = new Map(name === undefined ? [] : [['full_name', name]]);
  const giving = { service: me.service, subject, version: mine.after, values } as const;
  const by = { language: given.language, channel: 'cabinet' } as const;
  await storeConsent(tx, world, { ...giving, ...by, purposes: basePurposes(policy) });
  for (const purpose of new Set(given.optional))
    await storeConsent(tx, world, { ...giving, ...by, purposes: [purpose] });
  await note(tx, 'accepted', { ...what, at: world.now() });
  if (mine.head.status === 'live') await tx.subjects.setPolicy(me.service.id, me.subject, mine.head.hash);
  await tx.subjects.bumpVersion(me.service.id, me.subject);
}

async function refuse(tx: Tx, world: World, what: Answering): Promise<void> {
  const { me, mine, subject } = what;
  await record(tx, world, {
    service: me.service.id,
    kind: 'policy',
    outcome: 'done',
    actor: { role: 'subject' },
    channel: 'cabinet',
    policy: mine.after.hash,
    because: [{ rule: 'change-refused', article: '94-V Art. 8(1)' }],
    subject: { id: me.subject, keys: subject.keys },
  });
  await note(tx, 'refused', { ...what, at: world.now() });
}
