import { ageOn, civilDateAt, type Id, KepilError } from '../base/index.ts';
import { admitsMinors, consentState, type GuardianRelation } from '../consent/index.ts';
import { type ConsentText, consentText } from '../notice/index.ts';
import { basePurposes, consentCategories, ownPurposes, type Policy } from '../policy/index.ts';
import type { ConsentRow, PolicyVersionRecord, RepresentationRecord, Tx } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import { decided, Refused } from './ask.ts';
import { liftByGuardian } from './block.ts';
import { storeConsent } from './consents.ts';
import { checkForm } from './form.ts';
import { type Between, birthIn, type GuardianClaim, movedTo, waitingFormIn } from './guardian.ts';
import { type InRoom, mustOpenRoom, rowIn } from './guardian-claim.ts';
import { endWaiting } from './guardian-end.ts';
import { tellMinor } from './guardian-news.ts';
import { closeForGuardian } from './guardian-offer.ts';
import { isTaken, storeGiven } from './new-subject.ts';
import { offeredBoxes, type RecipientBox } from './offered-recipients.ts';
import { boxText } from './show-form.ts';
import { decideCollections, refusalIn } from './start-registration.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { openPurposes, withdrawFor } from './withdraw.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** The box without which nothing goes on. */
export const baseBox = 'consent';

/** One consent a representative may give, by the name of its box; the same texts a grown-up is shown. */
export interface GuardianBox {
  readonly name: string;
  readonly purposes: readonly string[];
  readonly text: ConsentText;
  readonly box?: RecipientBox;
}

/** What may be consented to for a minor, none of it given yet. */
export interface GuardianOffer {
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
  readonly boxes: readonly GuardianBox[];
}

/** What a representative may consent to now: under the version in force, or the account's own. */
export async function offerTo(
  tx: Tx,
  world: World,
  of: { minor: OpenSubject; speaker: Speaker },
): Promise<GuardianOffer> {
  const { minor, speaker } = of;
  const { service, record } = minor;
  const head = await headOf(tx, service);
  const waits = record.kind === 'waiting';
  const version = waits
    ? await policyVersion(tx, world, { service, hash: head.hash })
    : await versionFor(tx, world, { head, hash: record.policyHash });
  const live = head.status === 'live';
  const { policy, hash } = version;
  const textOf = (purposes: readonly string[]) =>
    consentText({ speaker, policy, policyHash: hash, purposes, categories: serving(policy, purposes) });
  const box = (name: string, purposes: readonly string[]) => ({ name, purposes, text: textOf(purposes) });
  const recipients = await offeredBoxes(tx, world, { service, version, live });
  const all: readonly GuardianBox[] = [
    box(baseBox, basePurposes(policy)),
    ...(live ? ownPurposes(policy).map((purpose) => box(`optional.${purpose}`, [purpose])) : []),
    ...recipients.map((one) => ({
      ...{ name: one.name, purposes: one.purposes, box: one },
      text: boxText(speaker, version, one).text,
    })),
  ];
  const consents = await tx.consents.list(service, record.id);
  return { version, live, boxes: all.filter((one) => !consents.some((row) => gives(row, one, world.now()))) };
}

function serving(policy: Policy, purposes: readonly string[]): readonly string[] {
  return consentCategories(policy).filter((key) =>
    policy.data.some((row) => row.category === key && row.purposes.some((one) => purposes.includes(one))),
  );
}

/** Whether a consent of a representative that holds is what a box would give. */
function gives(row: ConsentRow, { purposes, box }: GuardianBox, now: number): boolean {
  const same =
    row.transfer?.recipient === box?.recipient.id &&
    (row.transfer?.abroad ?? false) === (box?.abroad ?? false);
  const open = openPurposes(row);
  return (
    row.representation !== undefined &&
    same &&
    consentState(row, now) === 'active' &&
    purposes.every((purpose) => open.includes(purpose))
  );
}

/** The boxes a representative ticked, as sent. */
export interface GuardianGiving {
  readonly boxes: readonly string[];
  /** The version that was shown. */
  readonly policyHash: string;
  readonly speaker: Speaker;
}

/** Why nothing was given. After the last two nothing is left of the registration. */
export type GivingProblem =
  | 'policy-changed'
  | 'purpose-not-offered'
  | 'consent-required'
  | 'already-registered'
  | 'guardian-outdated';

/**
 * Gives consents for a minor, each box one of its own. With the first the minor is let in: what waited is
 * collected and the account begins; or, of an account that was there, what the minor agreed to on their own
 * ends, the block that protected them is lifted, and the demand to destroy is answered.
 *
 * @throws KepilError `ERR_NOT_FOUND`, `ERR_CONFLICT` while the right is not checked
 * @throws Refused
 * @law 94-V Art. 7(1), 94-V Art. 8(1), CC Art. 22, CC Art. 23
 */
export function giveForMinor(
  world: World,
  at: InRoom,
  giving: GuardianGiving,
): Promise<{ ok: true } | { problem: GivingProblem }> {
  return decided(world, async (tx) => {
    const room = await mustOpenRoom(tx, world, at);
    const row = rowIn(room, at.of);
    if (row.state !== 'proved' && row.state !== 'in-force')
      throw new KepilError('ERR_CONFLICT', 'guardian-unchecked');
    const who = { service: room.service.id, id: row.subject, mode: 'update' as const };
    const minor = await openSubject(tx, world, who);
    if (!minor) throw new KepilError('ERR_NOT_FOUND', 'guardian-link-over');
    const offer = await offerTo(tx, world, { minor, speaker: giving.speaker });
    const problem = problemIn(giving, { row, offer });
    if (problem) return { problem };
    const claim = room.claims.get(row.id) as Required<GuardianClaim>;
    const { service, representative } = room;
    const what = { between: { service, row, minor, representative }, offer, claim, giving };
    return give(tx, world, what);
  });
}

function problemIn(
  { boxes, policyHash }: GuardianGiving,
  { row, offer }: { row: RepresentationRecord; offer: GuardianOffer },
): GivingProblem | undefined {
  if (policyHash !== offer.version.hash) return 'policy-changed';
  if (boxes.some((name) => !offer.boxes.some((box) => box.name === name))) return 'purpose-not-offered';
  const needed = row.state === 'in-force' ? boxes.length > 0 : boxes.includes(baseBox);
  return needed ? undefined : 'consent-required';
}

interface Giving {
  readonly between: Between;
  readonly offer: GuardianOffer;
  readonly claim: Pick<Required<GuardianClaim>, 'name' | 'relation'>;
  readonly giving: GuardianGiving;
}

async function give(tx: Tx, world: World, what: Giving): Promise<{ ok: true } | { problem: GivingProblem }> {
  const { between } = what;
  const { service, row } = between;
  const first = row.state === 'proved';
  if (between.minor.record.kind === 'waiting') {
    const problem = await letIn(tx, world, what);
    if (problem) return { problem };
  } else if (first) await takeOver(tx, world, what);
  const minor = { ...between.minor, record: { ...between.minor.record, kind: 'user' as const } };
  await storeBoxes(tx, world, { ...what, between: { ...between, minor } });
  await tx.subjects.bumpVersion(service.id, row.subject);
  if (!first) return { ok: true };
  const { waiting: _, ...begun } = movedTo(world, row, 'in-force');
  await tx.representations.update(service.id, { ...begun, beganAt: world.now() });
  await tellMinor(tx, world, { service, minor, template: 'minor-consented' });
  return { ok: true };
}

async function storeBoxes(tx: Tx, world: World, { between, offer, claim, giving }: Giving): Promise<void> {
  const { service, minor, row } = between;
  const form = waitingFormIn(world, between);
  const { name, relation } = claim;
  const common = {
    ...{ service, subject: minor, version: offer.version, language: giving.speaker.language },
    values: new Map(form?.fields ?? []),
    channel: form ? ('registration' as const) : ('cabinet' as const),
    by: { representation: row.id, name, relation: relation as GuardianRelation },
  };
  for (const { name: box, purposes, box: to } of offer.boxes) {
    if (!giving.boxes.includes(box)) continue;
    const transfer = to && { transfer: { recipient: to.recipient, abroad: to.abroad } };
    await storeConsent(tx, world, { ...common, purposes, ...transfer });
  }
}

/** Collects what waited, as the gate allows; what cannot be let in any more is destroyed. */
async function letIn(
  tx: Tx,
  world: World,
  { between, offer, giving }: Giving,
): Promise<GivingProblem | undefined> {
  const { minor, row, representative } = between;
  const { service } = minor;
  const subject = minor.record.id;
  const form = waitingFormIn(world, between);
  const today = civilDateAt(world.now(), world.law.zone);
  const birth = birthIn(world, between);
  if (!form || birth === undefined) throw new KepilError('ERR_STORE_CORRUPT', 'store-corrupt');
  const { version, live } = offer;
  const known = new Set(version.policy.data.map(({ category }) => category));
  const sent = new Map(form.fields.filter(([category]) => known.has(category)));
  const checked = checkForm(version.policy, sent, today);
  const over = checked.problems.length > 0 || !admitsMinors(version.policy);
  const taken = !over && (await isTaken(tx, world, { service, fields: form.fields }));
  if (over || taken) {
    await endWaiting(tx, world, { service, subject, rule: 'guardian-outdated' });
    return over ? 'guardian-outdated' : 'already-registered';
  }
  const by = { subject, ageYears: ageOn(birth, today), representation: row.id };
  const block = await tx.blocks.inForce(service, subject);
  const collecting = decideCollections(world, {
    ...{ blocks: block ? [block] : [] },
    ...{ service, version, live, language: giving.speaker.language, values: checked.values },
    by: { ...by, representative: representative.record.id },
  });
  const refusal = refusalIn(collecting);
  if (refusal) throw new Refused(refusal.because);
  for (const kind of ['email', 'phone']) await tx.blindIndex.remove(service, subject, `waiting-${kind}`);
  await tx.subjects.admit(service, subject);
  await tx.subjects.setPolicy(service, subject, version.hash);
  const draft = { fields: [...checked.values], contact: form.contact };
  const user = { ...minor, record: { ...minor.record, kind: 'user' as const } };
  await storeGiven(tx, world, { subject: user, draft, version, collecting, by: row.id });
  return undefined;
}

/** An account that a minor opened on their own word is their representative's to answer for from here on. */
async function takeOver(tx: Tx, world: World, { between }: Giving): Promise<void> {
  const { service, minor, row, representative } = between;
  const through = { representation: row.id, representative: representative.record.id };
  const me = { service, subject: minor.record.id, through };
  if (row.request) await liftByGuardian(tx, world, { me, request: row.request as Id });
  const by = { actor: { role: 'representative' as const }, channel: 'cabinet' };
  const because = { rule: 'minor-consent-void', article: 'CC Art. 22' };
  for (const consent of await tx.consents.list(service.id, minor.record.id)) {
    if (consent.representation !== undefined || openPurposes(consent).length === 0) continue;
    await withdrawFor(tx, world, { subject: minor, row: consent, at: world.now(), by, because });
  }
  if (row.request) await closeForGuardian(tx, world, { service, request: row.request });
}
