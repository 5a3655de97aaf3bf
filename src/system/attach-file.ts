import { type Id, KepilError } from '../base/index.ts';
import { fileUses } from '../files/index.ts';
import type { Tx } from '../store/index.ts';
import { ask, Refused } from './ask.ts';
import type { Me } from './cabinet.ts';
import { fileRecord, keepFile, type TakenFile } from './put-file.ts';
import type { World } from './world.ts';

/**
 * Keeps a file that a person hands in for a request of theirs, in the transaction in which the request is
 * made or replied to. The entry names the request and commits to the digest of the file.
 *
 * @returns the entry
 * @throws Refused
 * @throws KepilError `ERR_EXPIRED` when the file waited too long
 * @law 94-V Art. 24(1)(2)
 */
export async function attachFile(
  tx: Tx,
  world: World,
  what: { me: Me; matter: Id; taken: TakenFile },
): Promise<Id> {
  const { me, matter, taken } = what;
  const request = {
    actor: { role: 'subject' as const, id: me.subject },
    verb: 'store' as const,
    service: me.service.id,
    subject: me.subject,
    categories: [fileUses[taken.use].category],
    purpose: 'subject_rights',
    channel: 'cabinet' as const,
    matter,
  };
  const asked = await ask(tx, world, request, { mode: 'update', record: fileRecord(taken) });
  if (!asked.subject || !asked.entry) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
  await keepFile(tx, world, { subject: asked.subject, taken, entry: asked.entry, matter });
  return asked.entry;
}
