import { KepilError } from '../base/index.ts';
import type { SessionRecord, Tx } from '../store/index.ts';
import { type AtDoor, atDoor, noteEntering } from './at-door.ts';
import { attemptingAtOnce, mustWait } from './attempts.ts';
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
  readonly kind: GivenFactor['kind'];
  readonly left?: number;
}

/** How the entry of a sign-in says by what it was done. */
const enteredBy: Readonly<Record<Accepted['kind'], string>> = {
  app: 'entered-by-app',
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

/** Whose session it is that a factor is given in, and where they are. */
export interface Step {
  readonly session: SessionRecord;
  /** As limits count it: `Client.prefix`. */
  readonly from: string;
}

/** Whose way in it is; `client`: from what they come, coarsely. */
export type Entering = Pick<Step, 'session'> & { readonly client: string };

/** What a second factor is tried for: the rule of its entry, and what it opens in the same step. */
export interface Trial<T extends object> {
  readonly given: GivenFactor;
  readonly rule: (by: Accepted) => string;
  readonly open: (tx: Tx, by: Accepted, member: AtDoor) => Promise<T>;
}

/**
 * Tries a second factor. What is right is used up, and its entry says what it was given for (`rule`); what it
 * opens comes in the same transaction. Each wrong one is an entry too, since a password came before it.
 *
 * @throws TooSoon after too many tries
 */
export async function tryFactor<T extends object>(
  world: World,
  step: Step,
  { given, rule, open }: Trial<T>,
): Promise<T | undefined> {
  const { session, from } = step;
  const account = `staff:${session.subject}`;
  const attempt = { service: session.service, what: 'second-factor', account, from } as const;
  const done = await attemptingAtOnce(world, attempt, async (tx) => {
    const member = await atDoor(tx, world, session);
    const accepted = await acceptFactor(tx, world, { staff: member.staff, given });
    if (!accepted) return undefined;
    await noteEntering(tx, world, { ...member, outcome: 'done', rules: [rule(accepted)] });
    return open(tx, accepted, member);
  });
  if (!done) await noteWrong(world, session, await mustWait(world, attempt));
  return done;
}

/**
 * The second step of signing in. Whatever was wrong with a factor, the answer is the same. The session gets
 * another token: what was known of the way in opens nothing.
 *
 * @throws TooSoon after too many tries; KepilError `ERR_NOT_SIGNED_IN` when the step was left or done
 */
export async function enterWithFactor(
  world: World,
  step: Step & Entering,
  given: GivenFactor,
): Promise<{ readonly session: string; readonly by: Accepted } | { readonly problem: 'factor-wrong' }> {
  const entered = await tryFactor(worldOfSession(world, step.session, 'update'), step, {
    given,
    rule: ({ kind }) => enteredBy[kind],
    open: async (tx, by, { staff }) => ({ session: await through(tx, world, { ...step, staff }), by }),
  });
  return entered ?? { problem: 'factor-wrong' };
}

/** The whole session in the place of the step. */
async function through(
  tx: Tx,
  world: World,
  { session, client, staff }: Entering & Pick<AtDoor, 'staff'>,
): Promise<string> {
  await tx.sessions.remove(session.digest);
  const { service, subject } = session;
  const device = { keys: staff.keys, client };
  return openSession(tx, world, { service, subject, role: 'staff', device });
}

async function noteWrong(world: World, session: SessionRecord, locked: boolean): Promise<void> {
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
  entering: Entering,
  password: string,
): Promise<{ readonly session: string; readonly codes: readonly string[] } | { problem: 'app-wrong' }> {
  const { session } = entering;
  return worldOfSession(world, session, 'update').store.transaction(async (tx) => {
    await tx.sessions.holdAll(session.service, session.subject);
    const member = await atDoor(tx, world, session);
    const { house, staff, by } = member;
    const present = await tx.secondFactors.list(house.id, staff.record.id);
    if (present.length > 0) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const rule = await addApp(tx, world, { staff, session, password });
    if (!rule) return { problem: 'app-wrong' as const };
    await noteMember(tx, world, { house, by, staff, rule });
    const codes = await makeRecoveryCodes(tx, world, staff);
    await noteEntering(tx, world, { ...member, outcome: 'done', rules: [enteredBy.app] });
    await tx.sessions.removeAll(house.id, staff.record.id);
    return { session: await through(tx, world, { ...entering, staff }), codes };
  });
}
