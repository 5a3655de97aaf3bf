import { type Id, isId, KepilError } from '../base/index.ts';
import { admitsMinors, type ProofGround, proofGrounds } from '../consent/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { RepresentationRecord, RepresentationState, ServiceRecord, Tx } from '../store/index.ts';
import { normalise } from '../vault/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import {
  type Between,
  claimIn,
  type GuardianClaim,
  guardianRules,
  movedTo,
  noteGuardian,
  sealBirth,
  sealClaim,
  waitingFormIn,
} from './guardian.ts';
import { birthProblems } from './guardian-claim.ts';
import { endRepresentation, endWaiting } from './guardian-end.ts';
import { tellGuardian } from './guardian-link.ts';
import { tellMinor } from './guardian-news.ts';
import { openSubject } from './subjects.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Roles that check who may act for whom. */
const checking: readonly StaffRole[] = ['officer'];
const beyond = 'guardian-beyond-role';

/** States in which something stands to be done or to be looked at. */
const shown: Readonly<Record<'waiting' | 'in-force', readonly RepresentationState[]>> = {
  waiting: ['asked', 'claimed', 'proved'],
  'in-force': ['in-force'],
};

/** Who may act for minors here, or says so: without a name. @throws KepilError `ERR_FORBIDDEN` */
export async function listGuardians(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; of: keyof typeof shown; after?: Id; limit: number },
): Promise<readonly RepresentationRecord[]> {
  within(clerk, checking, beyond);
  const page = { limit: at.limit, ...(at.after && { after: at.after }) };
  return world.store.transaction((tx) =>
    tx.representations.list(at.service.id, { ...page, states: shown[at.of] }),
  );
}

/** Whether the policy in force lets minors in with the consent of a representative. */
export function guardiansPromised(world: World, service: ServiceRecord): Promise<boolean> {
  return world.store.transaction(async (tx) => {
    const { hash } = await headOf(tx, service.id);
    return admitsMinors((await policyVersion(tx, world, { service: service.id, hash })).policy);
  });
}

/** The representation in which somebody consents for a person; undefined when nobody does. */
export function representedIn(
  world: World,
  of: { readonly service: Id; readonly subject: Id },
): Promise<Id | undefined> {
  return world.store.transaction(async (tx) => {
    const rows = await tx.representations.ofSubject(of.service, of.subject);
    return rows.find(({ state }) => state === 'in-force')?.id;
  });
}

/** A representation with both whom it is between, locked. @throws KepilError `ERR_NOT_FOUND` */
export async function betweenIn(
  tx: Tx,
  world: World,
  at: { readonly service: ServiceRecord; readonly id: string },
): Promise<Between> {
  const { service } = at;
  const found = isId(at.id) ? await tx.representations.find(service.id, at.id) : undefined;
  const open = (id: Id) => openSubject(tx, world, { service: service.id, id, mode: 'update' });
  // In this order everywhere: two who wait for each other never deadlock.
  const representative = found && (await open(found.representative));
  const minor = found && (await open(found.subject));
  // As it stands now that both are held.
  const row = found && (await tx.representations.find(service.id, found.id));
  if (!minor || !representative || !row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return { service, row, minor, representative };
}

/** What the officer sees of a claim: what was said, and whether it fits what the minor wrote. */
export interface GuardianCase {
  readonly row: RepresentationRecord;
  readonly claim: GuardianClaim;
  /** Absent where the minor wrote nothing to compare with. */
  readonly same: { readonly child?: boolean; readonly birth?: boolean };
}

/**
 * Opens what a representative said, for whoever checks it; that it was read is an entry, and another that it
 * was laid beside what the minor wrote, of which only whether it fits is shown.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 */
export function openGuardian(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<GuardianCase> {
  const by = within(clerk, checking, beyond);
  return decided(world, async (tx) => {
    const between = await betweenIn(tx, world, at);
    await askAbout(tx, world, { by, between, whose: 'representative', verb: 'read' });
    const claim = claimIn(world, between);
    const compared = between.row.waiting !== undefined && claim.child !== undefined;
    if (compared) await askAbout(tx, world, { by, between, whose: 'minor', verb: 'read' });
    return { row: between.row, claim, same: compared ? sameIn(world, { between, claim }) : {} };
  });
}

/** Asks the gate for what one of the two said, in the matter of their representation. @throws Refused */
async function askAbout(
  tx: Tx,
  world: World,
  what: { by: Clerk; between: Between; whose: 'minor' | 'representative'; verb: 'read' | 'use' },
): Promise<void> {
  const { by, between, whose, verb } = what;
  const request = {
    actor: actorOf(by),
    verb,
    service: between.service.id,
    subject: between[whose].record.id,
    categories: whose === 'minor' ? ['full_name', 'birth_date'] : ['correspondence'],
    purpose: 'subject_rights',
    channel: 'console' as const,
    matter: between.row.id,
  };
  const { decision, entry } = await ask(tx, world, request, { mode: 'update', ...byClerk(by) });
  if (!decision.allowed) throw new Refused(decision.because, entry);
}

function sameIn(world: World, of: { between: Between; claim: GuardianClaim }): GuardianCase['same'] {
  const { between, claim } = of;
  const wrote = new Map(waitingFormIn(world, between)?.fields);
  const [name, birth] = [wrote.get('full_name'), wrote.get('birth_date')];
  return {
    ...(name !== undefined && { child: normalise('name', name) === normalise('name', claim.child ?? '') }),
    ...(birth !== undefined && { birth: birth === claim.birth }),
  };
}

/** What the officer may decide of a proof. */
export const guardianActs = ['confirm', 'lacking', 'refuse', 'end'] as const;

/** One of the acts. */
export type GuardianAct = (typeof guardianActs)[number];

/** What keeps a decision from being taken. */
export type GuardianProblem =
  | 'guardian-not-claimed'
  | 'guardian-ground-missing'
  | 'guardian-birth-differs'
  | 'guardian-of-adult';

/**
 * Decides whether somebody may act for a minor: confirms it by the document, asks for more, refuses, in
 * which case the registration is destroyed; or ends what was confirmed, as a court may order. Whoever it is
 * about is told.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused
 * @law 94-V Art. 7(1), 94-V Art. 25(2)(5)
 */
export function decideGuardian(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; act: GuardianAct; ground?: ProofGround },
): Promise<{ ok: true } | { problem: GuardianProblem }> {
  const by = within(clerk, checking, beyond);
  return decided(world, async (tx) => {
    const between = await betweenIn(tx, world, what);
    const problem = problemOf(world, { between, ...what });
    if (problem) return { problem };
    await askAbout(tx, world, { by, between, whose: 'representative', verb: 'use' });
    await carryOut[what.act](tx, world, { by, between, ground: what.ground ?? proofGrounds[0] });
    return { ok: true as const };
  });
}

function problemOf(
  world: World,
  of: { between: Between; act: GuardianAct; ground?: ProofGround },
): GuardianProblem | undefined {
  const { between, act, ground } = of;
  const { state } = between.row;
  if (act === 'end') return state === 'in-force' || state === 'proved' ? undefined : 'guardian-not-claimed';
  if (state !== 'claimed') return 'guardian-not-claimed';
  if (act !== 'confirm') return ground ? undefined : 'guardian-ground-missing';
  const claim = claimIn(world, between);
  if (birthProblems(world, claim.birth ?? '').length > 0) return 'guardian-of-adult';
  return sameIn(world, { between, claim }).birth === false ? 'guardian-birth-differs' : undefined;
}

interface Deciding {
  readonly by: Clerk;
  readonly between: Between;
  readonly ground: ProofGround;
}

type CarryOut = (tx: Tx, world: World, what: Deciding) => Promise<unknown>;

const doer = (by: Clerk) => ({ actor: actorOf(by), actorKeys: by.keys, channel: 'console' });

const carryOut: Readonly<Record<GuardianAct, CarryOut>> = { confirm, lacking, refuse, end };

async function confirm(tx: Tx, world: World, { by, between }: Deciding): Promise<void> {
  const { service, minor, representative } = between;
  const claim = claimIn(world, between);
  const birth = sealBirth(world, { minor, id: between.row.id, birth: claim.birth as string });
  const row = { ...movedTo(world, between.row, 'proved'), birth };
  await noteGuardian(tx, world, {
    ...{ about: minor, row, rule: guardianRules.confirmed, kind: 'approval', by: doer(by) },
  });
  await tx.representations.update(service.id, row);
  const until = row.expiresAt as number;
  await tellGuardian(tx, world, { service, representative, claim, template: 'guardian-confirmed', until });
}

async function lacking(tx: Tx, world: World, { by, between, ground }: Deciding): Promise<void> {
  const { service, representative } = between;
  const claim = { ...claimIn(world, between), lacking: ground };
  const sealed = sealClaim(world, { representative, id: between.row.id, claim });
  const row = { ...movedTo(world, between.row, 'asked'), claim: sealed };
  await noteGuardian(tx, world, { about: representative, row, rule: guardianRules.lacking, by: doer(by) });
  await tx.representations.update(service.id, row);
  const until = row.expiresAt as number;
  await tellGuardian(tx, world, { service, representative, claim, template: 'guardian-lacking', until });
}

async function refuse(tx: Tx, world: World, { by, between }: Deciding): Promise<void> {
  const { service, representative, row } = between;
  await noteGuardian(tx, world, { about: representative, row, rule: guardianRules.refused, by: doer(by) });
  const claim = claimIn(world, between);
  await tellGuardian(tx, world, { service, representative, claim, template: 'guardian-refused' });
  await endWaiting(tx, world, { service: service.id, subject: row.subject, rule: 'guardian-proof-refused' });
}

async function end(tx: Tx, world: World, { by, between }: Deciding): Promise<void> {
  const { service, representative } = between;
  const claim = claimIn(world, between);
  await endRepresentation(tx, world, { ...between, by: doer(by) });
  await tellGuardian(tx, world, { service, representative, claim, template: 'guardian-over' });
  if (between.minor.record.kind === 'user')
    return tellMinor(tx, world, { ...between, template: 'minor-unrepresented' });
  await endWaiting(tx, world, {
    ...{ service: service.id, subject: between.row.subject, rule: 'guardian-proof-refused' },
  });
}
