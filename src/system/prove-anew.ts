import { atDoor, noteEntering } from './at-door.ts';
import { attempting } from './attempts.ts';
import { type GivenFactor, type Step, tryFactor } from './enter.ts';
import { renewSession } from './sessions.ts';
import { passwordHashOf } from './staff.ts';
import type { World } from './world.ts';

/** Whether the holder of a session knows their password. @throws TooSoon after too many tries */
export async function knowsPassword(world: World, step: Step, password: string): Promise<boolean> {
  const { session, from } = step;
  const account = `staff:${session.subject}`;
  const attempt = { service: session.service, what: 'staff-password', account, from } as const;
  return attempting(world, attempt, {
    work: async () => {
      const hash = await world.store.transaction(async (tx) => {
        const { staff } = await atDoor(tx, world, session);
        return passwordHashOf(tx, world, staff);
      });
      return world.passwords.verify(hash, password);
    },
    right: (fits) => fits,
  });
}

/** Notes that somebody at an open session could not say who they are. */
export async function noteUnproved(world: World, { session }: Step): Promise<void> {
  await world.store.transaction(async (tx) => {
    const member = await atDoor(tx, world, session);
    await noteEntering(tx, world, { ...member, outcome: 'refused', rules: ['proof-wrong'] });
  });
}

/**
 * Lets whoever is signed in prove anew who they are: password and second factor. What was wrong is not told
 * apart. The session gets another token.
 *
 * @param world of the session
 * @throws TooSoon after too many tries
 */
export async function proveAnew(
  world: World,
  step: Step,
  by: { password: string; factor: GivenFactor },
): Promise<{ readonly session: string } | { readonly problem: 'proof-wrong' }> {
  if (!(await knowsPassword(world, step, by.password))) {
    await noteUnproved(world, step);
    return { problem: 'proof-wrong' };
  }
  const proved = await tryFactor(world, step, {
    given: by.factor,
    rule: () => 'proved-anew',
    open: async (tx) => ({ session: await renewSession(tx, world, step.session) }),
  });
  return proved ?? { problem: 'proof-wrong' };
}
