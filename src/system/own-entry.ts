import { KepilError, type Problem } from '../base/index.ts';
import type { SecondFactorRecord, SessionRecord } from '../store/index.ts';
import { atDoor } from './at-door.ts';
import { type AppOffer, addApp, offerApp } from './authenticator-app.ts';
import { type PlacedEntry, placed } from './cabinet.ts';
import type { Step } from './enter.ts';
import { endOthers } from './own-sessions.ts';
import { knowsPassword, noteUnproved } from './prove-anew.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { renewSession } from './sessions.ts';
import { checkStaffPassword, storePassword } from './staff.ts';
import { noteMember } from './staff-member.ts';
import type { Changed } from './staff-rights.ts';
import { dataOf, openSegments } from './subjects.ts';
import type { World } from './world.ts';

/** The authenticator app of somebody: since when, and when it was used last. */
export type OwnApp = Pick<SecondFactorRecord, 'createdAt' | 'usedAt'>;

/** How a staff member gets in, and what happened about it lately. */
export interface OwnEntry {
  readonly app: OwnApp;
  readonly codesLeft: number;
  /** Newest first. */
  readonly entries: readonly PlacedEntry[];
}

/**
 * How the holder of a session gets in. `world`, here and below: that of the session.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when they have no second factor: they sign in anew and set one up
 */
export async function ownEntry(world: World, session: SessionRecord): Promise<OwnEntry> {
  return world.store.transaction(async (tx) => {
    const { house, staff } = await atDoor(tx, world, session);
    const { id } = staff.record;
    const [app] = await tx.secondFactors.list(house.id, id);
    if (!app) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const codesLeft = await tx.secondFactors.countCodes(house.id, id);
    const entries = placed(await tx.entries.ofSubject(house.id, id, { limit: 20 }));
    return { app, codesLeft, entries };
  });
}

/** An authenticator app to add, in the place of the one there is. */
export async function offerOwnApp(world: World, session: SessionRecord): Promise<AppOffer> {
  return world.store.transaction(async (tx) => {
    const { staff } = await atDoor(tx, world, session);
    return offerApp(tx, world, { staff, session });
  });
}

/** Adds the app that was offered, once it has shown a right password. */
export async function addOwnApp(world: World, session: SessionRecord, password: string): Promise<Changed> {
  return world.store.transaction(async (tx) => {
    const { house, staff, by } = await atDoor(tx, world, session);
    const rule = await addApp(tx, world, { staff, session, password });
    if (!rule) return { problems: [{ code: 'app-wrong', severity: 'error', field: 'code' }] };
    await noteMember(tx, world, { house, by, staff, rule });
    return { ok: true };
  });
}

/** Makes new recovery codes; those before are void. @returns the codes, to be shown once */
export async function renewCodes(world: World, session: SessionRecord): Promise<readonly string[]> {
  return world.store.transaction(async (tx) => {
    const { house, staff, by } = await atDoor(tx, world, session);
    await noteMember(tx, world, { house, by, staff, rule: 'recovery-codes-made' });
    return makeRecoveryCodes(tx, world, staff);
  });
}

/**
 * Changes the password of the holder of a session. Their other sessions end, this one gets another token.
 *
 * @throws TooSoon after too many wrong tries at the present one
 */
export async function changeStaffPassword(
  world: World,
  step: Step,
  form: { current: string; password: string },
): Promise<{ readonly session: string } | { readonly problems: readonly Problem[] }> {
  const texts = await world.store.transaction(async (tx) => {
    const { staff } = await atDoor(tx, world, step.session);
    const data = dataOf(await openSegments(tx, world, staff));
    return ['full_name', 'email'].map((key) => data.get(key)?.[0]?.value ?? '');
  });
  const problems = await checkStaffPassword(world, form.password, texts);
  if (problems.length > 0) return { problems };
  if (!(await knowsPassword(world, step, form.current))) {
    await noteUnproved(world, step);
    return { problems: [{ code: 'staff-password-wrong', severity: 'error', field: 'current' }] };
  }
  const passwordHash = await world.passwords.hash(form.password);
  return world.store.transaction(async (tx) => {
    const { session } = step;
    await tx.sessions.holdAll(session.service, session.subject);
    const { house, staff, by } = await atDoor(tx, world, session);
    await endOthers(tx, world, { session, actor: by.actor, channel: 'console', which: 'others' });
    const entry = await noteMember(tx, world, { house, by, staff, rule: 'password-changed' });
    await storePassword(tx, world, { staff, entry, passwordHash });
    return { session: await renewSession(tx, world, session) };
  });
}
