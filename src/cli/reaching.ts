import { isIP } from 'node:net';
import { KepilError } from '../base/index.ts';
import { isLoopback, namedProxies, type Reach } from '../server/index.ts';
import type { CertificateFiles } from './certificate.ts';

/** What the command line says about how the installation is reached. */
export interface ReachOptions {
  readonly host?: string;
  readonly origin?: string;
  /** Addresses or networks, divided by commas. */
  readonly proxy?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly httpPort?: number;
}

/** How an installation is reached, checked. */
export interface Reaching extends Reach {
  /** Address it listens at. */
  readonly host: string;
  readonly certificate?: CertificateFiles;
  /** Port that sends people over to TLS. */
  readonly httpPort?: number;
}

/** On this machine only, in the clear. */
export const onThisMachine: Reaching = { host: '127.0.0.1', proxies: namedProxies([]) };

/**
 * Checks that what was asked for is safe: whoever comes from elsewhere comes over TLS, ours or a named
 * proxy's, and links and checks of origin have one public origin to go by.
 *
 * @throws KepilError `ERR_USAGE` with the option to add or to mend
 */
export function reachingOf(options: ReachOptions): Reaching {
  const host = hostOf(options.host ?? '127.0.0.1');
  const proxies = namedProxies(options.proxy?.split(',').map((name) => name.trim()) ?? []);
  const certificate = filesOf(options);
  const open = !isLoopback(host);
  if (open && !certificate && proxies.none) throw usage('host-open', { host });
  if (options.httpPort !== undefined && !certificate) throw usage('http-port-without-tls');
  const tls = certificate !== undefined || !proxies.none;
  const publicOrigin = options.origin === undefined ? undefined : originOf(options.origin, tls);
  if (publicOrigin === undefined && (open || !proxies.none)) throw usage('origin-missing');
  return {
    host,
    proxies,
    ...(publicOrigin !== undefined && { publicOrigin }),
    ...(certificate && { certificate }),
    ...(options.httpPort !== undefined && { httpPort: options.httpPort }),
  };
}

function usage(reason: string, params: Readonly<Record<string, string>> = {}): KepilError {
  return new KepilError('ERR_USAGE', reason, params);
}

function hostOf(text: string): string {
  const host = text === 'localhost' ? '127.0.0.1' : text.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0) throw new KepilError('ERR_USAGE', 'bad-host', { value: text });
  return host;
}

function filesOf({ tlsCert, tlsKey }: ReachOptions): CertificateFiles | undefined {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) throw new KepilError('ERR_USAGE', 'tls-pair');
  return { cert: tlsCert, key: tlsKey };
}

/** The public origin in its one form: over TLS always, and with something that does it. */
function originOf(text: string, tls: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const whole = url && (url.protocol === 'https:' || url.protocol === 'http:') && isBare(url);
  if (!whole) throw new KepilError('ERR_USAGE', 'bad-origin', { value: text });
  if (url.protocol !== 'https:') throw new KepilError('ERR_USAGE', 'origin-plain', { value: text });
  if (!tls) throw new KepilError('ERR_USAGE', 'origin-without-tls', { value: text });
  return url.origin;
}

const isBare = (url: URL) =>
  url.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === '';
