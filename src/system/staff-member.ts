import { type Id, type Language, newId, type Problem } from '../base/index.ts';
import { type Actor, type StaffRole, staffRoles } from '../gate/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { record } from './entries.ts';
import { addSubject } from './new-subject.ts';
import { type OpenSubject, type Writing, writeValues } from './subjects.ts';
import { faultInLine, isBlank, isEmail } from './typed.ts';
import type { World } from './world.ts';

/** A role given to somebody: at one service, or under the id of the house at all of them. */
export interface Grant {
  readonly service: Id;
  readonly role: StaffRole;
}

/** Roles that can be given for the whole house; the others are given service by service. */
const houseWide: readonly StaffRole[] = ['admin', 'officer'];

/** The roles that can be given at a service, or at the house. */
export function grantable(service: Pick<ServiceRecord, 'kind'>): readonly StaffRole[] {
  return service.kind === 'house' ? staffRoles.filter((role) => houseWide.includes(role)) : staffRoles;
}

/** How the entry of a change of roles says which one was given or taken. */
const rules: Readonly<Record<StaffRole, { readonly given: string; readonly taken: string }>> = {
  analyst: { given: 'role-given-analyst', taken: 'role-taken-analyst' },
  admin: { given: 'role-given-admin', taken: 'role-taken-admin' },
  moderator: { given: 'role-given-moderator', taken: 'role-taken-moderator' },
  marketer: { given: 'role-given-marketer', taken: 'role-taken-marketer' },
  support: { given: 'role-given-support', taken: 'role-taken-support' },
  approver: { given: 'role-given-approver', taken: 'role-taken-approver' },
  officer: { given: 'role-given-officer', taken: 'role-taken-officer' },
};

/** The role that a change of roles took away, by the word of its entry; undefined for any other word. */
export function roleTakenBy(rule: string): StaffRole | undefined {
  return staffRoles.find((role) => rules[role].taken === rule);
}

/** Who does something about a staff member, for its entry. */
export interface Doer {
  readonly actor: Actor;
  readonly actorKeys?: SubjectKeys;
}

/** Somebody who becomes staff. */
export interface NewMember {
  readonly house: ServiceRecord;
  readonly name: string;
  readonly email: string;
  /** Messages to them are written in it. */
  readonly language: Language;
  readonly state: 'invited' | 'active';
  readonly grants: readonly Grant[];
  readonly by: Doer;
  readonly rule: string;
}

/** What is wrong with the name and the address of a staff member. */
export function checkMember(form: { name: string; email: string }): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string, params?: Problem['params']) =>
    problems.push({ code, severity: 'error', field, ...(params && { params }) });
  if (isBlank(form.name)) fault('field-mandatory', 'name');
  else if (form.name.length > 200) fault('field-too-long', 'name', { n: 200 });
  const unfit = faultInLine(form.name);
  if (unfit) fault(unfit, 'name');
  if (form.email.length > 254) fault('field-too-long', 'email', { n: 254 });
  else if (!isEmail(form.email)) fault('email-malformed', 'email');
  else if (faultInLine(form.email.trim())) fault('field-card-data', 'email');
  return problems;
}

/** A staff member with open keys, and the entry of what was just done about them. */
export interface NotedMember {
  readonly staff: OpenSubject;
  readonly entry: Id;
}

/** Adds somebody to the staff: a subject of the house with name and address, a state and roles. */
export async function addMember(tx: Tx, world: World, who: NewMember): Promise<NotedMember> {
  const { house, name, email, state } = who;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const row = { service: house.id, id, kind: 'staff' as const, version: 1, policyHash: '' };
  const staff = await addSubject(tx, world, { ...row, language: who.language, createdAt: now });
  const entry = await noteMember(tx, world, { house, by: who.by, staff, rule: who.rule });
  const stored = { giver: 'subject', source: 'registration', at: now, status: 'stated' as const, entry };
  const place = { access: 'limited', retention: 'ordinary' as const };
  const writings: Writing[] = [
    { category: 'full_name', ...place, value: { ...stored, value: name.trim() } },
    { category: 'email', ...place, value: { ...stored, value: email.trim().toLowerCase() } },
  ];
  await writeValues(tx, world, { subject: staff, segments: [], writings });
  const came = state === 'active' ? { cameAt: now } : {};
  await tx.staff.putMember({ service: house.id, subject: id, state, since: now, ...came });
  await putGrants(tx, world, { house, by: who.by, staff, before: [], after: who.grants });
  return { staff, entry };
}

/** The entry of something that was done about a staff member, in the log of the house. */
export function noteMember(
  tx: Tx,
  world: World,
  what: { house: ServiceRecord; by: Doer; staff: OpenSubject; rule: string },
): Promise<Id> {
  return record(tx, world, {
    service: what.house.id,
    kind: 'staff',
    outcome: 'done',
    ...what.by,
    channel: 'console',
    because: [{ rule: what.rule }],
    subject: { id: what.staff.record.id, keys: what.staff.keys },
  });
}

/** A change of somebody's roles. */
export interface Regrant {
  readonly house: ServiceRecord;
  readonly by: Doer;
  readonly staff: OpenSubject;
  readonly before: readonly Grant[];
  readonly after: readonly Grant[];
}

const has = (grants: readonly Grant[], grant: Grant) =>
  grants.some(({ service, role }) => service === grant.service && role === grant.role);

/** Changes somebody's roles; one entry for each place at which they change says what was given and taken. */
export async function putGrants(tx: Tx, world: World, what: Regrant): Promise<void> {
  const given = what.after.filter((grant) => !has(what.before, grant));
  const taken = what.before.filter((grant) => !has(what.after, grant));
  const { id } = what.staff.record;
  for (const { service, role } of given) await tx.staff.grant(id, service, role);
  for (const { service, role } of taken) await tx.staff.revoke(id, service, role);
  for (const place of new Set([...given, ...taken].map(({ service }) => service))) {
    const here = (grants: readonly Grant[]) => grants.filter(({ service }) => service === place);
    const because = [
      ...here(given).map(({ role }) => ({ rule: rules[role].given })),
      ...here(taken).map(({ role }) => ({ rule: rules[role].taken })),
    ];
    await record(tx, world, {
      service: what.house.id,
      kind: 'staff',
      outcome: 'done',
      ...what.by,
      channel: 'console',
      because,
      matter: place,
      subject: { id, keys: what.staff.keys },
    });
  }
}

/** Grants as stored, without names that are no role. */
export function grantsIn(rows: readonly { readonly service: Id; readonly role: string }[]): readonly Grant[] {
  return rows.flatMap(({ service, role }) => {
    const known = staffRoles.find((name) => name === role);
    return known ? [{ service, role: known }] : [];
  });
}
