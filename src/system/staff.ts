import { type Id, KepilError, type Language, type Problem } from '../base/index.ts';
import { type StaffRole, staffRoles } from '../gate/index.ts';
import type { ServiceRecord, TicketRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { passwordIn, putPassword } from './credential.ts';
import { listFaces, namesOf } from './looks.ts';
import { checkPassword } from './password-rules.ts';
import { openSession } from './sessions.ts';
import { lockSetUpLink, makeSetUpLink } from './set-up-link.ts';
import {
  addMember,
  checkMember,
  type Grant,
  grantable,
  grantsIn,
  type NotedMember,
  noteMember,
} from './staff-member.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** The shortest password, in characters. */
export const shortestPassword = 12;

/**
 * A staff member with open keys, so that what they do can be tied to them in the log while their account
 * lives.
 */
export interface Staff {
  readonly id: Id;
  readonly name: string;
  readonly keys: SubjectKeys;
  /** Roles as granted, each at one service or, under the id of `house`, at all of them. */
  readonly roles: readonly { readonly service: Id; readonly role: string }[];
  readonly house: Id;
}

/**
 * The roles in force at a service, narrowest first: those granted there and those granted for the whole
 * house. Without a service only the latter count. A name that is no role is none.
 */
export function rolesAt(staff: Pick<Staff, 'roles' | 'house'>, service?: Id): readonly StaffRole[] {
  const here = staff.roles.filter((row) => row.service === staff.house || row.service === service);
  return staffRoles.filter((role) => here.some((row) => row.role === role));
}

/** Every role held at any service, narrowest first. */
export function rolesAnywhere({ roles, house }: Pick<Staff, 'roles' | 'house'>): readonly StaffRole[] {
  return rolesAt({ house, roles: roles.map((row) => ({ ...row, service: house })) });
}

/**
 * A one-time link for the first of the staff, as the token of `/console/set-up`; undefined once there is
 * somebody. A new link makes the ones before it void. Whoever uses it becomes administrator and officer of
 * the whole house: there is nobody else yet to be either.
 */
export async function offerSetUp(world: World): Promise<string | undefined> {
  return world.store.transaction(async (tx) => {
    if ((await tx.staff.count()) > 0) return undefined;
    const house = await houseOf(tx);
    return makeSetUpLink(tx, world, { house, subject: house.id });
  });
}

/** Whom a set-up link is for: the first of the staff, or somebody who was invited. */
export interface SetUpOffer {
  readonly invited?: {
    readonly name: string;
    readonly email: string;
    readonly grants: readonly Grant[];
  };
}

/** What a set-up link opens; undefined when it does not work (any more). */
export async function setUpOffer(world: World, token: string): Promise<SetUpOffer | undefined> {
  return world.store.transaction(async (tx) => {
    const link = await lockSetUpLink(tx, world, token);
    return link && offerOf(tx, world, link);
  });
}

async function offerOf(
  tx: Tx,
  world: World,
  { house, ticket }: { house: ServiceRecord; ticket: TicketRecord },
): Promise<SetUpOffer | undefined> {
  if (ticket.subject === house.id) return {};
  const id = ticket.subject ?? '';
  const member = await tx.staff.member(house.id, id);
  const staff = await openSubject(tx, world, { service: house.id, id, mode: 'share' });
  if (!staff || member?.state !== 'invited') return undefined;
  const data = dataOf(await openSegments(tx, world, staff));
  const [name = '', email = ''] = ['full_name', 'email'].map((key) => data.get(key)?.[0]?.value);
  return { invited: { name, email, grants: grantsIn(await tx.staff.roles(id)) } };
}

/** What somebody sends who makes their way in. Name and address of the invited stand already. */
export interface SetUp {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Of the page it was sent from: messages to them are written in it. */
  readonly language: Language;
}

/**
 * Takes the password of somebody who comes for the first time, with the link that was printed at the first
 * start or given to them with an invitation; the link is used up. What they get opens the enrolment of a
 * second factor and nothing else.
 */
export async function completeSetUp(
  world: World,
  form: SetUp,
): Promise<{ session: string } | { problems: readonly Problem[] }> {
  const offer = await setUpOffer(world, form.token);
  if (!offer) return { problems: [linkVoid] };
  const problems = await checkSetUp(world, { ...form, ...offer.invited });
  if (problems.length > 0) return { problems };
  const passwordHash = await world.passwords.hash(form.password);
  return world.store.transaction(async (tx) => {
    const open = await lockSetUpLink(tx, world, form.token);
    if (!open || !(await offerOf(tx, world, open))) return { problems: [linkVoid] };
    const { house, ticket } = open;
    await tx.tickets.remove(house.id, 'set-up', ticket.id);
    const first = ticket.subject === house.id;
    const who = first
      ? await addFirst(tx, world, { house, form })
      : await accept(tx, world, { house, ticket, form });
    await storePassword(tx, world, { ...who, passwordHash });
    const subject = who.staff.record.id;
    const session = await openSession(tx, world, { service: house.id, subject, role: 'staff-enrol' });
    return { session };
  });
}

const linkVoid: Problem = { code: 'link-void', severity: 'error' };

async function checkSetUp(world: World, form: SetUp): Promise<readonly Problem[]> {
  const password = await checkStaffPassword(world, form.password, [form.name, form.email]);
  return [...checkMember(form), ...password];
}

/** What staff see every day: the name of this system. */
const ownName = 'Kepil';

/** What keeps a text from being the password of somebody of whom `texts` tell, beside the services here. */
export async function checkStaffPassword(
  world: World,
  password: string,
  texts: readonly string[],
): Promise<readonly Problem[]> {
  const names = (await listFaces(world)).flatMap(namesOf);
  return checkPassword(world, password, { shortest: shortestPassword, texts: [...texts, ...names, ownName] });
}

/** The first of the staff: administrator and officer of the house. */
function addFirst(tx: Tx, world: World, from: { house: ServiceRecord; form: SetUp }): Promise<NotedMember> {
  const { house, form } = from;
  const grants = grantable(house).map((role) => ({ service: house.id, role }));
  const by = { actor: { role: 'officer' as const } };
  const { name, email, language } = form;
  const who = { house, name, email, language, grants, by };
  return addMember(tx, world, { ...who, state: 'active', rule: 'set-up-link-used' });
}

/** Somebody who was invited has come. */
async function accept(
  tx: Tx,
  world: World,
  from: { house: ServiceRecord; ticket: TicketRecord; form: SetUp },
): Promise<NotedMember> {
  const { house, ticket, form } = from;
  const id = ticket.subject ?? '';
  const staff = await openSubject(tx, world, { service: house.id, id, mode: 'update' });
  const [role] = rolesAnywhere({ roles: await tx.staff.roles(id), house: house.id });
  if (!staff || !role) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  const now = world.now();
  const member = await tx.staff.member(house.id, id);
  const cameAt = member?.cameAt ?? now;
  await tx.staff.putMember({ service: house.id, subject: id, state: 'active', since: now, cameAt });
  await tx.subjects.setLanguage(house.id, id, form.language);
  const by = { actor: { role, id }, actorKeys: staff.keys };
  const entry = await noteMember(tx, world, { house, by, staff, rule: 'invitation-accepted' });
  return { staff, entry };
}

/** Keeps the hash of a password in the place of the one before. @see putPassword */
export async function storePassword(
  tx: Tx,
  world: World,
  of: NotedMember & { passwordHash: string },
): Promise<void> {
  const { staff, passwordHash, entry } = of;
  const segments = await openSegments(tx, world, staff);
  const password = { hash: passwordHash, setAt: world.now(), entry };
  await putPassword(tx, world, { subject: staff, segments, password });
}

/** The hash of somebody's password; empty when they have none. */
export async function passwordHashOf(tx: Tx, world: World, staff: OpenSubject): Promise<string> {
  return passwordIn(await openSegments(tx, world, staff))?.hash ?? '';
}

/** The staff member of a session. @throws KepilError `ERR_NOT_SIGNED_IN` */
export async function staffOf(world: World, id: Id): Promise<Staff> {
  return world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const staff = await openSubject(tx, world, { service: house.id, id, mode: 'share' });
    const roles = await tx.staff.roles(id);
    const member = await tx.staff.member(house.id, id);
    if (!staff || member?.state !== 'active' || roles.length === 0)
      throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const held = (await openSegments(tx, world, staff)).find(({ access }) => access === 'limited');
    return { id, name: held?.content.full_name?.[0]?.value ?? '', keys: staff.keys, roles, house: house.id };
  });
}
