import { termOf } from '../../src/retention/index.ts';
import { versionFor } from '../../src/system/version-for.ts';
import { headOf } from '../../src/system/world.ts';
import type { TestWorld } from '../world.ts';

/** How many days each category of a person is kept, under the version that holds for them. */
export async function terms(world: TestWorld, subject: string): Promise<Readonly<Record<string, number>>> {
  const { world: inner } = world.installation;
  const { policy } = await inner.store.transaction(async (tx) => {
    const row = await tx.subjects.get(world.service.id, subject);
    return versionFor(tx, inner, { head: await headOf(tx, world.service.id), hash: row?.policyHash ?? '' });
  });
  const days = policy.data.map(({ category }) => [category, termOf(policy, category)?.days] as const);
  return Object.fromEntries(days.filter((row): row is [string, number] => row[1] !== undefined));
}
