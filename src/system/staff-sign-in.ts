import { normalise } from '../vault/index.ts';
import { attempting } from './attempts.ts';
import { record } from './entries.ts';
import { openSession } from './sessions.ts';
import { digestOf, openSegments, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/**
 * Signs a staff member in. A wrong password and an unknown address look the same and take the same time.
 *
 * @throws TooSoon after too many tries at this address or from this place, whether anybody has the address
 */
export async function staffSignIn(
  world: World,
  form: { email: string; password: string; from: string },
): Promise<{ session: string } | { problem: 'sign-in-wrong' }> {
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
  form: { email: string; password: string },
): Promise<{ session: string } | { problem: 'sign-in-wrong' }> {
  const found = await world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const digest = digestOf(world, { service: house.id, field: 'email', value: form.email });
    const [id] = await tx.blindIndex.find(house.id, 'email', digest);
    const staff = id && (await openSubject(tx, world, { service: house.id, id, mode: 'share' }));
    if (!staff) return undefined;
    const secrets = (await openSegments(tx, world, staff)).find(({ access }) => access === 'credential');
    return { house, id, hash: secrets?.content.password?.[0]?.value ?? '' };
  });
  const fits = await world.passwords.verify(found?.hash ?? '', form.password.slice(0, 200));
  if (!found || !fits) return { problem: 'sign-in-wrong' };
  return world.store.transaction(async (tx) => {
    const staff = await openSubject(tx, world, { service: found.house.id, id: found.id, mode: 'share' });
    if (!staff) return { problem: 'sign-in-wrong' as const };
    const subject = { id: found.id, keys: staff.keys };
    await record(tx, world, {
      service: found.house.id,
      kind: 'session',
      outcome: 'done',
      actor: { role: 'officer' },
      subject,
    });
    return {
      session: await openSession(tx, world, { service: found.house.id, subject: found.id, role: 'staff' }),
    };
  });
}
