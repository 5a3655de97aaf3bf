import { KepilError } from '../base/index.ts';
import type { SecondFactorRecord, SessionRecord, Tx } from '../store/index.ts';
import { type AtDoor, noteEntering, openAtDoor } from './at-door.ts';
import { type Attempt, attempting, mustWait } from './attempts.ts';
import { type AppOffer, acceptPassword, addApp, offerApp } from './authenticator-app.ts';
import { acceptRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { openFactors } from './second-factors.ts';
import { openSession, worldOfSession } from './sessions.ts';
import { noteMember } from './staff-member.ts';
import type { World } from './world.ts';

/** A second factor as it was sent. */
export type GivenFactor = { readonly kind: 'app' | 'recovery'; readonly code: string };

/** A second factor that was right; `left`: how many recovery codes are left, when it was one. */
export interface Accepted {
  readonly kind: SecondFactorRecord['kind'] | 'recovery';
  readonly left?: number;
}

/** How the entry of a sign-in says by what it was done. */
const enteredBy: Readonly<Record<Accepted['kind'], string>> = {
  app: 'entered-by-app',
  passkey: 'entered-by-passkey',
  recovery: 'entered-by-recovery',
};

/** Checks a second factor and uses it up. @returns undefined when it is not right */
export async function acceptFactor(
  tx: Tx,
  world: World,
  { staff, given }: Pick<AtDoor, 'staff'> & { given: GivenFactor },
): Promise<Accepted | undefined> {
  if (given.kind === 'recovery') {
    const left = await acceptRecoveryCode(tx, world, { staff, code: given.code });
    return left === undefined ? undefined : { kind: 'recovery', left };
  }
  const factors = await openFactors(tx, world, staff);
  const password = given.code.replaceAll(/\s/g, '');
  return (await acceptPassword(tx, world, { factors, password })) ? { kind: 'app' } : undefined;
}

/** A step of the way in: the session of whoever gave a right password, and where they are. */
export interface Step {
  readonly session: SessionRecord;
  /** As limits count it: `Client.prefix`. */
  readonly from: string;
}

const attemptOf = ({ session, from }: Step): Attempt => ({
  ...{ service: session.service, what: 'second-factor', account: `staff:${session.subject}`, from },
});

/**
 * The second step of signing in. Whatever was wrong with a factor, the answer is the same; each wrong one is
 * an entry, since the password before it was right. The session gets another token: what was known of the
 * way in opens nothing.
 *
 * @throws TooSoon after too many tries; KepilError `ERR_NOT_SIGNED_IN` when the step was left or done
 */
export async function enterWithFactor(
  world: World,
  step: Step,
  given: GivenFactor,
): Promise<{ readonly session: string; readonly by: Accepted } | { readonly problem: 'factor-wrong' }> {
  const held = worldOfSession(world, step.session, 'update');
  const attempt = attemptOf(step);
  const done = await attempting(world, attempt, {
    work: () =>
      held.store.transaction(async (tx) => {
        const member = await atDoor(tx, world, step.session);
        const by = await acceptFactor(tx, world, { staff: member.staff, given });
        if (!by) return { problem: 'factor-wrong' as const };
        await noteEntering(tx, world, { ...member, outcome: 'done', rules: [enteredBy[by.kind]] });
        return { session: await through(tx, world, step.session), by };
      }),
    right: (outcome) => 'session' in outcome,
  });
  if ('problem' in done) await noteWrong(world, step, await mustWait(world, attempt));
  return done;
}

/** @throws KepilError `ERR_NOT_SIGNED_IN` when they are no longer at work */
async function atDoor(tx: Tx, world: World, session: SessionRecord): Promise<AtDoor> {
  const member = await openAtDoor(tx, world, session.subject);
  if (!member) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  return member;
}

/** The whole session in the place of the step. */
async function through(tx: Tx, world: World, step: SessionRecord): Promise<string> {
  await tx.sessions.remove(step.digest);
  return openSession(tx, world, { service: step.service, subject: step.subject, role: 'staff' });
}

async function noteWrong(world: World, { session }: Step, locked: boolean): Promise<void> {
  await world.store.transaction(async (tx) => {
    const member = await atDoor(tx, world, session);
    const rules = ['second-factor-wrong', ...(locked ? ['second-factor-locked'] : [])];
    await noteEntering(tx, world, { ...member, outcome: 'refused', rules });
  });
}

/** What somebody without a second factor is shown. @throws KepilError `ERR_NOT_SIGNED_IN` */
export async function offerEnrolment(world: World, session: SessionRecord): Promise<AppOffer> {
  return worldOfSession(world, session, 'share').store.transaction(async (tx) => {
    const { staff } = await atDoor(tx, world, session);
    return offerApp(tx, world, { staff, session });
  });
}

/**
 * Enrols the first second factor of somebody, and lets them in. Recovery codes come with it.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when they have a factor already: it must be given, not replaced
 */
export async function enrolApp(
  world: World,
  session: SessionRecord,
  password: string,
): Promise<{ readonly session: string; readonly codes: readonly string[] } | { problem: 'app-wrong' }> {
  return worldOfSession(world, session, 'update').store.transaction(async (tx) => {
    const member = await atDoor(tx, world, session);
    const { house, staff, by } = member;
    const present = await tx.secondFactors.list(house.id, staff.record.id);
    if (present.length > 0) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const right = await addApp(tx, world, { staff, session, password: password.replaceAll(/\s/g, '') });
    if (!right) return { problem: 'app-wrong' as const };
    await tx.subjects.bumpVersion(house.id, staff.record.id);
    await noteMember(tx, world, { house, by, staff, rule: 'factor-added-app' });
    const codes = await makeRecoveryCodes(tx, world, staff);
    await noteEntering(tx, world, { ...member, outcome: 'done', rules: [enteredBy.app] });
    await tx.sessions.removeAll(house.id, staff.record.id);
    return { session: await through(tx, world, session), codes };
  });
}
