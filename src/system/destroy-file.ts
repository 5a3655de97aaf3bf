import type { Id } from '../base/index.ts';
import type { OwnedFile, Tx } from '../store/index.ts';
import { ask } from './ask.ts';
import type { World } from './world.ts';

/** Of entries under which a file went once its term was over. */
export const fileRule = 'file-term-over';

/** Files looked at in one page, and destroyed in one step. */
const filesAtOnce = 50;

/**
 * Destroys one file: its row goes, and with it its key and whatever it was, its ciphertext after it, in one
 * commit with the entry. Nothing when the gate says no.
 *
 * @returns whether it went
 * @law 94-V Art. 12(2), 18
 */
export async function destroyFile(tx: Tx, world: World, row: OwnedFile): Promise<boolean> {
  const { service, subject, id, category } = row;
  const request = {
    actor: { role: 'system' as const },
    verb: 'destroy' as const,
    ...{ service, subject, purpose: 'destruction', channel: 'job' as const, matter: id },
    categories: [category],
  };
  const because = [{ rule: fileRule, article: '94-V Art. 12(2)' }];
  const { decision } = await ask(tx, world, request, { mode: 'update', because });
  return decision.allowed && (await tx.files.remove(service, subject, id)) > 0;
}

/**
 * Destroys files whose last day is over, some in a step. Of whoever is blocked or held nothing goes, and it
 * is looked at again the next day.
 *
 * @returns how many
 */
export async function destroyDueFiles(
  tx: Tx,
  world: World,
  at: { service: Id; on: string; act: () => Promise<Id> },
): Promise<number> {
  const { service, on } = at;
  let gone = 0;
  for (let after: Id | undefined; gone < filesAtOnce; ) {
    const page = { today: on, limit: filesAtOnce, ...(after !== undefined && { after }) };
    const rows = await tx.files.due(service, page);
    for (const row of rows) {
      if (await isFrozen(tx, row)) continue;
      await at.act();
      if (await destroyFile(tx, world, row)) gone += 1;
    }
    if (rows.length < filesAtOnce) break;
    after = rows.at(-1)?.id;
  }
  return gone;
}

/** Whether a block or a hold keeps a file, or what is known of one, from destruction. */
export async function isFrozen(
  tx: Tx,
  { service, subject, category }: Pick<OwnedFile, 'service' | 'subject' | 'category'>,
): Promise<boolean> {
  if (await tx.blocks.inForce(service, subject)) return true;
  const holds = await tx.retention.holds.inForce(service, subject);
  return holds.some(({ categories }) => categories?.includes(category) ?? true);
}
