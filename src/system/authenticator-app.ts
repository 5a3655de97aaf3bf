import { assert, base64UrlOf, equalBytes, fromBase64Url, utf8 } from '../base/index.ts';
import type { SessionRecord, Tx } from '../store/index.ts';
import { subkey } from '../vault/index.ts';
import { keepFactor, type OpenFactor } from './second-factors.ts';
import { dataOf, type OpenSubject, openSegments } from './subjects.ts';
import type { World } from './world.ts';

/** An authenticator app about to be added: what is typed into it, or scanned as a picture. */
export interface AppOffer {
  /** Base32. */
  readonly secret: string;
  /** The same as a link that apps open. @source Key URI Format of Google Authenticator */
  readonly link: string;
}

/** RFC 4226 §4 R6 recommends 160 bits. */
const secretBytes = 20;

/**
 * The secret that a session offers. It is made of what only this person's keys make, so that it need not be
 * kept before it has been shown to work; with each change of how they sign in comes another.
 */
function offered(world: World, staff: OpenSubject, session: SessionRecord): Uint8Array {
  const use = ['kepil/app-secret/v1', session.id, String(staff.record.version)] as const;
  return subkey(staff.keys.subjectKey, use, world.crypto).subarray(0, secretBytes);
}

/** What somebody is shown who adds an app. */
export async function offerApp(
  tx: Tx,
  world: World,
  { staff, session }: { staff: OpenSubject; session: SessionRecord },
): Promise<AppOffer> {
  const data = dataOf(await openSegments(tx, world, staff));
  const account = encodeURIComponent(data.get('email')?.[0]?.value ?? '');
  const secret = world.appPasswords.text(offered(world, staff, session));
  const issuer = encodeURIComponent(issuerOf(world));
  const query = `secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`;
  return { secret, link: `otpauth://totp/${issuer}:${account}?${query}` };
}

/** Apps list accounts by this name; the host tells installations apart. */
function issuerOf(world: World): string {
  return `Kepil ${new URL(world.origin()).hostname}`;
}

/**
 * Adds the app whose password was given, in the place of the one before.
 *
 * @returns the rule by which the log says so; undefined when the password was not right
 */
export async function addApp(
  tx: Tx,
  world: World,
  what: { staff: OpenSubject; session: SessionRecord; password: string },
): Promise<'factor-added-app' | 'factor-replaced-app' | undefined> {
  const { staff, session } = what;
  const { service, record } = staff;
  const secret = offered(world, staff, session);
  const password = what.password.replaceAll(/\s/g, '');
  const step = stepOf(world, { secret, password, after: 0 });
  if (step === undefined) return undefined;
  const before = await tx.secondFactors.list(service, record.id);
  for (const { id } of before) await tx.secondFactors.remove(service, record.id, id);
  await tx.subjects.bumpVersion(service, record.id);
  await keepFactor(tx, world, { of: staff, mark: step, held: { secret: base64UrlOf(secret) } });
  return before.length > 0 ? 'factor-replaced-app' : 'factor-added-app';
}

/** Takes a password of the app, once. @returns whether it was right */
export async function acceptPassword(
  tx: Tx,
  world: World,
  { factors, password }: { factors: readonly OpenFactor[]; password: string },
): Promise<boolean> {
  for (const factor of factors) {
    const secret = fromBase64Url(factor.held.secret);
    assert(secret, 'the secret of an app is base64url');
    const step = stepOf(world, { secret, password, after: factor.mark });
    if (step === undefined) continue;
    await tx.secondFactors.noteUse({ ...factor, mark: step, usedAt: world.now() });
    return true;
  }
  return false;
}

/**
 * The step whose password it is: the present one or a neighbour, for clocks that differ, and later than
 * `after`, so that none is taken twice.
 *
 * @source RFC 6238 §5.2, §6
 */
function stepOf(
  world: World,
  from: { secret: Uint8Array; password: string; after: number },
): number | undefined {
  const present = world.appPasswords.stepAt(world.now());
  const given = utf8(from.password);
  const fitting = [present - 1, present, present + 1].filter((step) =>
    equalBytes(utf8(world.appPasswords.at(from.secret, step)), given),
  );
  return fitting.find((step) => step > from.after);
}
