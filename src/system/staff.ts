import { equalBytes, type Id, isId, KepilError, type Language, newId, type Problem } from '../base/index.ts';
import { type StaffRole, staffRoles } from '../gate/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { addSubject } from './confirm-registration.ts';
import { record } from './entries.ts';
import { isCleanText } from './form.ts';
import { newToken, openSession } from './sessions.ts';
import {
  type OpenSubject,
  openSegments,
  openSubject,
  secretDigest,
  type Writing,
  writeValues,
} from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** How long a set-up link works. */
const setUpHours = 24;
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

/**
 * A one-time link for the first officer, as the token of `/console/set-up`; undefined once there is staff. A
 * new link makes the ones before it void.
 */
export async function offerSetUp(world: World): Promise<string | undefined> {
  return world.store.transaction(async (tx) => {
    if ((await tx.staff.count()) > 0) return undefined;
    const house = await houseOf(tx);
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const secret = newToken(world);
    const digest = secretDigest(world, { service: house.id, context: `set-up:${id}`, secret });
    const row = { service: house.id, purpose: 'set-up' as const, id, digest, attempts: 0, createdAt: now };
    await tx.tickets.removeOf(house.id, 'set-up', house.id);
    await tx.tickets.insert({ ...row, subject: house.id, expiresAt: now + setUpHours * 3_600_000 });
    return `${id}.${secret}`;
  });
}

/** Whether a set-up token still opens the form. */
export async function isSetUpOpen(world: World, token: string): Promise<boolean> {
  return world.store.transaction(async (tx) => (await setUpTicket(tx, world, token)) !== undefined);
}

async function setUpTicket(tx: Tx, world: World, token: string) {
  const [id = '', secret = ''] = token.split('.');
  if (!isId(id)) return undefined;
  const house = await houseOf(tx);
  const ticket = await tx.tickets.lock(house.id, 'set-up', id);
  const given = secretDigest(world, { service: house.id, context: `set-up:${id}`, secret });
  return ticket && ticket.expiresAt > world.now() && equalBytes(ticket.digest, given)
    ? { house, ticket }
    : undefined;
}

/** What a new officer sends. */
export interface SetUp {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Of the page it was sent from: messages to them are written in it. */
  readonly language: Language;
}

/** Makes the first officer, with the link that was printed at the first start; the link is used up. */
export async function completeSetUp(
  world: World,
  form: SetUp,
): Promise<{ session: string } | { problems: readonly Problem[] }> {
  const problems = checkSetUp(form);
  if (problems.length > 0) return { problems };
  const passwordHash = await world.passwords.hash(form.password);
  return world.store.transaction(async (tx) => {
    const open = await setUpTicket(tx, world, form.token);
    if (!open) return { problems: [{ code: 'link-void', severity: 'error' as const }] };
    await tx.tickets.remove(open.house.id, 'set-up', open.ticket.id);
    const staff = await addStaff(tx, world, { house: open.house, form, passwordHash });
    const session = await openSession(tx, world, {
      service: open.house.id,
      subject: staff.record.id,
      role: 'staff',
    });
    return { session };
  });
}

function checkSetUp(form: SetUp): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  if (form.name.trim() === '') fault('field-mandatory', 'name');
  else if (form.name.length > 200) fault('field-too-long', 'name', { n: 200 });
  else if (!isCleanText(form.name)) fault('field-characters', 'name');
  if (form.email.length > 254) fault('field-too-long', 'email', { n: 254 });
  else if (!/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(form.email.trim()) || !isCleanText(form.email))
    fault('email-malformed', 'email');
  if ([...form.password].length < shortestPassword)
    fault('password-short', 'password', { n: shortestPassword });
  else if (form.password.length > 200) fault('field-too-long', 'password', { n: 200 });
  return problems;
}

async function addStaff(
  tx: Tx,
  world: World,
  from: { house: ServiceRecord; form: SetUp; passwordHash: string },
): Promise<OpenSubject> {
  const { house, form } = from;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const row = {
    service: house.id,
    id,
    kind: 'staff' as const,
    version: 1,
    policyHash: '',
    language: form.language,
    createdAt: now,
  };
  const staff = await addSubject(tx, world, row);
  const entry = await record(tx, world, {
    service: house.id,
    kind: 'staff',
    outcome: 'done',
    actor: { role: 'officer' },
    because: [{ rule: 'set-up-link-used' }],
    subject: { id, keys: staff.keys },
  });
  const stored = { giver: 'subject', source: 'registration', at: now, status: 'stated' as const, entry };
  const place = { retention: 'ordinary' as const };
  const writings: Writing[] = [
    { category: 'full_name', access: 'limited', ...place, value: { ...stored, value: form.name.trim() } },
    {
      category: 'email',
      access: 'limited',
      ...place,
      value: { ...stored, value: form.email.trim().toLowerCase() },
    },
    { category: 'password', access: 'credential', ...place, value: { ...stored, value: from.passwordHash } },
  ];
  await writeValues(tx, world, { subject: staff, segments: [], writings });
  await tx.staff.grant(id, house.id, 'officer');
  return staff;
}

/** The staff member of a session. @throws KepilError `ERR_NOT_SIGNED_IN` */
export async function staffOf(world: World, id: Id): Promise<Staff> {
  return world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const staff = await openSubject(tx, world, { service: house.id, id, mode: 'share' });
    const roles = await tx.staff.roles(id);
    if (!staff || roles.length === 0) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const held = (await openSegments(tx, world, staff)).find(({ access }) => access === 'limited');
    return { id, name: held?.content.full_name?.[0]?.value ?? '', keys: staff.keys, roles, house: house.id };
  });
}
