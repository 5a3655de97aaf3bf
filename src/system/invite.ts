import type { Id, Language, Problem } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import type { Clerk } from './clerk.ts';
import { keepMessage } from './outbox.ts';
import { linkUntil, makeSetUpLink, setUpHours } from './set-up-link.ts';
import { addMember, checkMember, type Grant, grantsIn, noteMember, putGrants } from './staff-member.ts';
import { administering, onMember, readGrants, shutOut, wrong } from './staff-rights.ts';
import { dataOf, digestOf, type OpenSubject, openSegments } from './subjects.ts';
import type { World } from './world.ts';

/** An invitation as an administrator writes it; `grants` as `readGrants` reads them. */
export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly grants: readonly string[];
  /** Of the page it was written on, until they come and have one of their own. */
  readonly language: Language;
}

/** The one-time link of somebody invited, as the token of `/console/set-up`; or what is wrong. */
export type Invited =
  | { readonly token: string; readonly id: Id; readonly until: number }
  | { readonly problems: readonly Problem[] };

/**
 * Invites somebody to work here: they are staff from the moment they use the link, with the roles given now.
 * The link is shown to the administrator, once, and sent where a channel is set up.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 */
export async function inviteStaff(world: World, clerk: Clerk, form: Invitation): Promise<Invited> {
  return world.store.transaction(async (tx) => {
    const { house, by } = await administering(tx, clerk);
    const checked = checkInvitation(await tx.services.list(), form);
    if ('problems' in checked) return checked;
    const { grants } = checked;
    if (await isStaff(tx, world, { house, email: form.email }))
      return wrong('staff-known', { field: 'email' });
    const { name, email, language } = form;
    const who = { house, name, email, language, grants, by };
    const { staff } = await addMember(tx, world, { ...who, state: 'invited', rule: 'staff-invited' });
    return handOver(tx, world, { house, staff });
  });
}

function checkInvitation(
  services: readonly ServiceRecord[],
  form: Invitation,
): { grants: readonly Grant[] } | { problems: readonly Problem[] } {
  const grants = readGrants(services, form.grants);
  const ofGrants =
    grants === undefined
      ? wrong('grant-unknown', { field: 'grant' }).problems
      : grants.length > 0
        ? []
        : none;
  const problems = [...checkMember(form), ...ofGrants];
  return problems.length > 0 || !grants ? { problems } : { grants };
}

const none = wrong('grants-empty', { field: 'grant' }).problems;

/** Whether an address is somebody's of the staff; two invitations at once wait for each other. */
async function isStaff(tx: Tx, world: World, at: { house: ServiceRecord; email: string }): Promise<boolean> {
  const digest = digestOf(world, { service: at.house.id, field: 'email', value: at.email });
  await tx.blindIndex.claim(at.house.id, 'email', digest);
  return (await tx.blindIndex.find(at.house.id, 'email', digest)).length > 0;
}

/**
 * Gives somebody who has not come yet, or whose access has ended, another link; those before it are void. Who
 * comes back gets the roles given now; who was invited keeps theirs.
 *
 * @throws KepilError `ERR_NOT_FOUND`, `ERR_FORBIDDEN`
 */
export function inviteAgain(
  world: World,
  clerk: Clerk,
  what: { id: string; grants: readonly string[] },
): Promise<Invited> {
  return onMember(world, { clerk, id: what.id }, async (at) => {
    const { tx, house, row, staff, by } = at;
    if (row.state === 'active') return wrong('already-came');
    if (row.state === 'ended') {
      const after = readGrants(await tx.services.list(), what.grants);
      if (!after) return wrong('grant-unknown', { field: 'grant' });
      if (after.length === 0) return { problems: none };
      await putGrants(tx, world, { ...at, before: grantsIn(await tx.staff.roles(row.subject)), after });
    }
    await tx.staff.putMember({ ...row, state: 'invited', since: world.now() });
    await noteMember(tx, world, { house, by, staff, rule: 'invited-again' });
    return handOver(tx, world, { house, staff });
  });
}

/**
 * Gives somebody at work a new way in, who lost theirs: password, second factors, recovery codes and sessions
 * are void in one commit, roles stay. Nobody does it for themselves.
 *
 * @throws KepilError `ERR_NOT_FOUND`, `ERR_FORBIDDEN`
 */
export function resetEntry(world: World, clerk: Clerk, what: { id: string }): Promise<Invited> {
  return onMember(world, { clerk, id: what.id }, async (at) => {
    const { tx, house, row, staff, by } = at;
    if (row.state !== 'active') return wrong('not-at-work');
    await noteMember(tx, world, { house, by, staff, rule: 'entry-reset' });
    await shutOut(at);
    await tx.staff.putMember({ ...row, state: 'invited', since: world.now() });
    return handOver(tx, world, { house, staff });
  });
}

async function handOver(
  tx: Tx,
  world: World,
  to: { house: ServiceRecord; staff: OpenSubject },
): Promise<Invited> {
  const { house, staff } = to;
  const { id } = staff.record;
  const token = await makeSetUpLink(tx, world, { house, subject: id });
  const until = linkUntil(world.now());
  if (world.post.email) await send(tx, world, { ...to, token, until });
  return { token, id, until };
}

/** Sends the link. While nothing is set up to send with, the administrator hands it over. */
async function send(
  tx: Tx,
  world: World,
  what: { house: ServiceRecord; staff: OpenSubject; token: string; until: number },
): Promise<void> {
  const { house, staff, until } = what;
  const data = dataOf(await openSegments(tx, world, staff));
  const to = data.get('email')?.[0]?.value ?? '';
  const link = setUpAddress(world, what.token);
  const speaker = speakerOf(staff.record.language, world.law.zone);
  const words = messageText(speaker, 'staff-set-up', { link, hours: setUpHours });
  await keepMessage(tx, world, {
    service: house.id,
    owner: staff.record.id,
    key: staff.keys.subjectKey,
    template: 'staff-set-up',
    message: { channel: 'email', to, ...words },
    expiresAt: until,
  });
}

/** Where a set-up link leads. */
export function setUpAddress(world: Pick<World, 'origin'>, token: string): string {
  return `${world.origin()}/console/set-up?token=${token}`;
}
