import { normalise } from '../vault/index.ts';
import { openAtDoor } from './at-door.ts';
import { attempting } from './attempts.ts';
import { openSession } from './sessions.ts';
import { passwordHashOf } from './staff.ts';
import { digestOf, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** The first step of signing in, done: a session good for the next one alone. */
export interface FirstStep {
  readonly session: string;
  /** `staff-factor`: the second factor is asked for · `staff-enrol`: they have none and set one up */
  readonly role: 'staff-factor' | 'staff-enrol';
}

/** What somebody sends who comes to the console; `client`: from what they come, coarsely. */
export interface StaffPassword {
  readonly email: string;
  readonly password: string;
  readonly client: string;
}

/**
 * Takes the password of a staff member. A wrong password and an unknown address look the same and take the
 * same time.
 *
 * @throws TooSoon after too many tries at this address or from this place, whether anybody has the address
 */
export async function staffSignIn(
  world: World,
  form: StaffPassword & { from: string },
): Promise<FirstStep | { problem: 'sign-in-wrong' }> {
  const house = await world.store.transaction(houseOf);
  const account = `email:${normalise('email', form.email)}`;
  const attempt = { service: house.id, what: 'staff-password', account, from: form.from } as const;
  return attempting(world, attempt, {
    work: () => enterPassword(world, form),
    right: (outcome) => 'session' in outcome,
  });
}

async function enterPassword(
  world: World,
  form: StaffPassword,
): Promise<FirstStep | { problem: 'sign-in-wrong' }> {
  const found = await world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const digest = digestOf(world, { service: house.id, field: 'email', value: form.email });
    const [id] = await tx.blindIndex.find(house.id, 'email', digest);
    const staff = id && (await openSubject(tx, world, { service: house.id, id, mode: 'share' }));
    if (!staff) return undefined;
    return { id, hash: await passwordHashOf(tx, world, staff) };
  });
  const fits = await world.passwords.verify(found?.hash ?? '', form.password);
  if (!found || !fits) return { problem: 'sign-in-wrong' };
  return world.store.transaction(async (tx) => {
    const member = await openAtDoor(tx, world, found.id);
    if (!member) return { problem: 'sign-in-wrong' as const };
    const factors = await tx.secondFactors.list(member.house.id, found.id);
    const role = factors.length > 0 ? ('staff-factor' as const) : ('staff-enrol' as const);
    const device = { keys: member.staff.keys, client: form.client };
    const opening = { service: member.house.id, subject: found.id, role, device };
    return { session: await openSession(tx, world, opening), role };
  });
}
