import { equalBytes } from '../base/index.ts';
import type { OwnedFile, Tx } from '../store/index.ts';
import { record } from './entries.ts';
import { openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** How often each file's ciphertext is looked at. */
const checkEveryMs = 24 * 3_600_000;
/** Files looked at in one round. */
const filesAtOnce = 20;

/** Of the entry that says that a file is not what was kept. */
export const damageRule = 'file-damaged';

/**
 * Looks once a day whether the ciphertext of each file is what was kept; nobody's key is needed, and nothing
 * is opened. A file that is not is damaged from then on: an entry says so, nobody is given it, and the
 * officer sees it. Two at once do no harm.
 *
 * @returns how many were looked at
 * @law 94-V Art. 22(1)
 */
export async function checkFiles(world: World, onFault: (error: Error) => void): Promise<number> {
  const before = world.now() - checkEveryMs;
  const rows = await world.store.transaction((tx) => tx.files.unchecked(before, filesAtOnce));
  for (const row of rows) {
    try {
      if (await isWhole(world, row)) await noteWhole(world, row);
      else await noteDamaged(world, row);
    } catch (error) {
      onFault(error as Error);
    }
  }
  return rows.length;
}

async function isWhole(world: World, row: OwnedFile): Promise<boolean> {
  const { service, subject, id, digest } = row;
  const sum = world.crypto.hashing();
  for (let part = 0; part < row.parts; part++) {
    const bytes = await world.store.transaction((tx) => tx.files.part(service, subject, { id, part }));
    if (!bytes) return false;
    sum.update(bytes);
  }
  return digest !== undefined && equalBytes(sum.digest(), digest);
}

async function noteWhole(world: World, { service, subject, id }: OwnedFile): Promise<void> {
  await world.store.transaction((tx) =>
    tx.files.checked(service, subject, { id, at: world.now(), damaged: false }),
  );
}

/** Notes that a file is damaged, with an entry, once; nothing when it was destroyed meanwhile. */
export async function noteDamaged(world: World, row: OwnedFile): Promise<void> {
  await world.store.transaction((tx) => noteIn(tx, world, row));
}

async function noteIn(
  tx: Tx,
  world: World,
  { service, subject: owner, id, category }: OwnedFile,
): Promise<void> {
  const subject = await openSubject(tx, world, { service, id: owner, mode: 'update' });
  if (!subject) return;
  if ((await tx.files.checked(service, owner, { id, at: world.now(), damaged: true })) === 0) return;
  await record(tx, world, {
    service,
    kind: 'incident',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    categories: [category],
    because: [{ rule: damageRule, article: '94-V Art. 22(1)' }],
    matter: id,
    subject: { id: owner, keys: subject.keys },
  });
}
