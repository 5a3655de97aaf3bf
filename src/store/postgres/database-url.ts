import { isIPv4 } from 'node:net';
import { KepilError } from '../../base/index.ts';

/**
 * Refuses a database that data would reach in the clear: one on another machine is asked over TLS alone, its
 * certificate checked by chain and name (`sslmode=verify-full`; `sslrootcert=` names a root of one's own).
 *
 * @throws KepilError `ERR_USAGE` for that, and for what is no address of a PostgreSQL
 */
export function checkDatabaseUrl(url: string): void {
  const { host, mode } = partsOf(url);
  if (isHere(host) || mode === 'verify-full') return;
  throw new KepilError('ERR_USAGE', 'database-in-clear', { host });
}

function partsOf(url: string): { readonly host: string; readonly mode: string | null } {
  const { protocol, hostname, searchParams } = addressIn(url);
  // The driver lets the query have the last word; without any host the environment would.
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  if (!/^postgres(ql)?:$/.test(protocol) || host === '') throw malformed();
  return { host: host.replace(/^\[(.*)\]$/, '$1'), mode: searchParams.get('sslmode') };
}

function addressIn(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw malformed();
  }
}

/** Never with the address: it has the password in it. */
function malformed(): KepilError {
  return new KepilError('ERR_USAGE', 'database-url-bad');
}

/** A socket in a folder, or a name or address that leads back to this machine. */
function isHere(host: string): boolean {
  if (host.startsWith('/') || host === 'localhost' || host === '::1') return true;
  return isIPv4(host) && host.startsWith('127.');
}
