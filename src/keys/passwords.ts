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
};
