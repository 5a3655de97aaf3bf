import { base64UrlOf, type Crypto, utf8 } from '../base/index.ts';

type Hmac = Pick<Crypto, 'hmac'>;

/**
 * How an entry names a subject: the first 16 bytes of HMAC(pseudonym key, `kepil/tag/v1` ‖ NUL ‖ entry id),
 * base64url.
 *
 * Two entries of one subject have unrelated tags; with the pseudonym key gone nobody can tell whose an entry
 * was.
 */
export function tagOf(pseudonymKey: Uint8Array, entryId: string, crypto: Hmac): string {
  return base64UrlOf(crypto.hmac(pseudonymKey, utf8(`kepil/tag/v1\0${entryId}`)).subarray(0, 16));
}

/**
 * The key of one entry's commitment, 32 bytes: HMAC(pseudonym key, `kepil/commitment/v1` ‖ NUL ‖ entry id).
 *
 * The person may have it: it opens this commitment and tells nothing of the pseudonym key or of other
 * entries.
 */
export function commitmentKey(pseudonymKey: Uint8Array, entryId: string, crypto: Hmac): Uint8Array {
  return crypto.hmac(pseudonymKey, utf8(`kepil/commitment/v1\0${entryId}`));
}

/** The commitment to `record` under a key of `commitmentKey`: HMAC(key, record), base64url of 32 bytes. */
export function commitmentOf(key: Uint8Array, record: Uint8Array, crypto: Hmac): string {
  return base64UrlOf(crypto.hmac(key, record));
}
