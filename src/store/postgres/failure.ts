import { Bug, type ErrorCode, KepilError } from '../../base/index.ts';

interface PgFailure extends Error {
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
}

/** SQLSTATE (or its class of two letters) and error numbers of the system → what it means to us. */
const meanings: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  '23505': ['ERR_STORE_CONFLICT', 'store-conflict'],
  '40': ['ERR_STORE_CONFLICT', 'store-conflict'],
  '55P03': ['ERR_STORE_CONFLICT', 'store-conflict'],
  '53100': ['ERR_STORAGE_FULL', 'storage-full'],
  '53': ['ERR_STORE_UNAVAILABLE', 'store-unavailable'],
  '08': ['ERR_STORE_UNAVAILABLE', 'store-unavailable'],
  '57': ['ERR_STORE_UNAVAILABLE', 'store-unavailable'],
  '58': ['ERR_STORE_UNAVAILABLE', 'store-unavailable'],
  '25006': ['ERR_STORE_UNAVAILABLE', 'store-unavailable'],
  '28': ['ERR_STORE_UNAVAILABLE', 'store-refuses'],
  '3D': ['ERR_STORE_UNAVAILABLE', 'store-refuses'],
  '42501': ['ERR_STORE_UNAVAILABLE', 'store-refuses'],
  XX: ['ERR_STORE_CORRUPT', 'store-corrupt'],
};

/**
 * What went wrong in PostgreSQL or on the way to it, as our error.
 *
 * INVARIANT: nothing of the original goes along but SQLSTATE and the names of table and constraint: message,
 * `detail` and `where` of PostgreSQL quote row values.
 * @returns KepilError; a Bug for what only our own mistake can cause (bad SQL, a missing value, a value of
 * the wrong form)
 */
export function failureOf(error: unknown): Error {
  if (error instanceof KepilError || error instanceof Bug) return error;
  const { code = '', table, constraint } = error as PgFailure;
  // Codes of the system begin with E (EPIPE), those of PostgreSQL never.
  const sqlstate = /^[0-9A-DF-Z][0-9A-Z]{4}$/.test(code) ? code : undefined;
  const place = [table, constraint].filter((name) => name !== undefined).join('.');
  const cause = new Error(`${code || 'no code'}${place === '' ? '' : ` at ${place}`}`);
  // Everything without a SQLSTATE happened on the way: refused, reset, timed out, ended.
  if (sqlstate === undefined)
    return new KepilError('ERR_STORE_UNAVAILABLE', 'store-unavailable', {}, { cause });
  const meaning = meanings[sqlstate] ?? meanings[sqlstate.slice(0, 2)];
  if (meaning === undefined) return new Bug(`PostgreSQL says ${cause.message}`, { cause });
  return new KepilError(...meaning, {}, { cause });
}
