import type { Params } from './problem.ts';

/** Every way the world can fail, with the HTTP status that answers it. */
export const errorStatus = {
  ERR_NOT_FOUND: 404,
  ERR_NOT_SIGNED_IN: 401,
  ERR_FORBIDDEN: 403,
  ERR_BAD_REQUEST: 400,
  ERR_INVALID: 422,
  ERR_METHOD: 405,
  ERR_CONFLICT: 409,
  ERR_EXPIRED: 410,
  ERR_TOO_LARGE: 413,
  ERR_URL_TOO_LONG: 414,
  ERR_MEDIA_TYPE: 415,
  ERR_MISDIRECTED: 421,
  ERR_TOO_MANY: 429,
  ERR_STORE_CONFLICT: 409,
  ERR_STORE_UNAVAILABLE: 503,
  ERR_STORE_CORRUPT: 500,
  ERR_VAULT_SEALED: 500,
  ERR_KEYS_MISSING: 500,
  ERR_DATA_LOCKED: 503,
  ERR_STORAGE_FULL: 507,
  ERR_SOURCE_UNREACHABLE: 502,
  ERR_USAGE: 400,
} as const;

/** A way the world can fail: a key of `errorStatus`. */
export type ErrorCode = keyof typeof errorStatus;

/**
 * The world failed, or the asker may not. `reason` is a catalogue key (`error.<reason>`); `params` hold no
 * personal data.
 */
export class KepilError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: Params;

  constructor(code: ErrorCode, reason: string, params: Params = {}, options?: ErrorOptions) {
    super(`${code}: ${reason}`, options);
    this.name = 'KepilError';
    this.code = code;
    this.reason = reason;
    this.params = params;
  }
}

/** We are wrong: an invariant of the program does not hold. Never caught but to answer 500. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Stops when `condition` does not hold. @throws Bug */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Bug(what);
}
