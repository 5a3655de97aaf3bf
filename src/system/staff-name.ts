import type { Id } from '../base/index.ts';
import type { Tx } from '../store/index.ts';
import { dataOf, openSegments, openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** The name of somebody who works here; undefined of whoever is not there any more. */
export async function staffName(tx: Tx, world: World, id: Id): Promise<string | undefined> {
  const house = await houseOf(tx);
  const staff = await openSubject(tx, world, { service: house.id, id, mode: 'look' });
  if (!staff) return undefined;
  return dataOf(await openSegments(tx, world, staff)).get('full_name')?.[0]?.value;
}
