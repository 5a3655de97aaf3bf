import { messageText } from '../notice/index.ts';
import type { Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { keepMessage } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments, secretDigest } from './subjects.ts';
import type { World } from './world.ts';

/** How many recovery codes somebody has who has used none. */
export const recoveryCodes = 10;

/** Without letters that are taken for digits. @source Crockford's base32 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ten signs of 32: fifty bits, each try at which is counted. */
function newCode(world: World): string {
  const signs = [...world.crypto.random(10)].map((byte) => alphabet.charAt(byte % 32)).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** A code as people write it, in its normal form. */
function plain(code: string): string {
  const bare = code.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
  return bare.replaceAll('o', '0').replaceAll(/[il]/g, '1');
}

function digestOf(world: World, staff: OpenSubject, code: string): Uint8Array {
  const context = `recovery:${staff.record.id}`;
  return secretDigest(world, { service: staff.service, context, secret: plain(code) });
}

/** Makes recovery codes; those before are void. They are shown once: only digests are kept. */
export async function makeRecoveryCodes(
  tx: Tx,
  world: World,
  staff: OpenSubject,
): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => newCode(world));
  const digests = codes.map((code) => digestOf(world, staff, code));
  await tx.secondFactors.putCodes(staff.service, staff.record.id, digests);
  return codes;
}

/** Takes a recovery code, once, and tells its owner. @returns how many are left; undefined: it is none */
export async function acceptRecoveryCode(
  tx: Tx,
  world: World,
  { staff, code }: { staff: OpenSubject; code: string },
): Promise<number | undefined> {
  const { id } = staff.record;
  const used = await tx.secondFactors.useCode(staff.service, id, digestOf(world, staff, code));
  if (used === 0) return undefined;
  const left = await tx.secondFactors.countCodes(staff.service, id);
  if (world.post.email) await tell(tx, world, { staff, left });
  return left;
}

async function tell(tx: Tx, world: World, { staff, left }: { staff: OpenSubject; left: number }) {
  const data = dataOf(await openSegments(tx, world, staff));
  const to = data.get('email')?.[0]?.value ?? '';
  const speaker = speakerOf(staff.record.language, world.law.zone);
  const words = messageText(speaker, 'staff-recovery-used', { left });
  await keepMessage(tx, world, {
    ...{ service: staff.service, owner: staff.record.id, key: staff.keys.subjectKey },
    ...{ template: 'staff-recovery-used', message: { channel: 'email', to, ...words } },
  });
}
