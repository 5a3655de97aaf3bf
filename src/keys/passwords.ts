import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes. @source OWASP Password Storage Cheat Sheet */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hash of a password nobody has: verified against when there is no account, so that both answers take the
 * same time.
 */
let decoy: Promise<string> | undefined;

/** Slow, salted hashing of passwords with argon2id. */
export const argonPasswords = {
  hash: (password: string): Promise<string> => hash(password.normalize('NFKC'), strength),
  /** Whether the password fits; an empty hash fits nothing but takes as long as any. */
  async verify(known: string, password: string): Promise<boolean> {
    decoy ??= hash('no account has this password', strength);
    const against = known === '' ? await decoy : known;
    const fits = await verify(against, password.normalize('NFKC'));
    return fits && known !== '';
  },
  common: commonPasswords,
};

/** Places in the list of common passwords, read when somebody first chooses a password. */
let places: Promise<ReadonlyMap<string, number>> | undefined;

async function readPlaces(): Promise<ReadonlyMap<string, number>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Map(dictionary['passwords-common'].map((word, index) => [word, index + 1]));
}

/** Common passwords, lower case, the commonest first (49 000 of them), with their places from 1. */
function commonPasswords(): Promise<ReadonlyMap<string, number>> {
  places ??= readPlaces();
  return places;
}
