import type { FastifyRequest } from 'fastify';
import { KepilError } from '../base/index.ts';
import { addressOf, isLoopback, namedProxies, ownEyes, type Proxies } from './client.ts';

/** How an installation is reached from outside. */
export interface Reach {
  /** Proxies whose word about the client is taken. */
  readonly proxies: Proxies;
  /** The one origin the public uses, such as `https://privacy.example.kz`; absent: this machine only. */
  readonly publicOrigin?: string;
}

/** Reached from this machine alone. */
export const thisMachine: Reach = { proxies: namedProxies([]) };

const loopbackName = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;

/** Whether a request was sent to the public origin. */
export function isToPublic({ headers, client }: FastifyRequest, { publicOrigin }: Reach): boolean {
  return publicOrigin !== undefined && originOf(client.scheme, headers.host) === publicOrigin;
}

/** The origin a scheme and a `Host` make; undefined when the header is missing or no host. */
function originOf(scheme: string, host: string | undefined): string | undefined {
  const url = `${scheme}://${host ?? ''}`;
  return URL.canParse(url) && /^[^/?#@\\]+$/.test(host ?? '') ? new URL(url).origin : undefined;
}

/**
 * Refuses requests for another host: a name that an attacker points at us (DNS rebinding), or that would find
 * its way into links and caches.
 *
 * @throws KepilError `ERR_MISDIRECTED`
 * @source RFC 9110 §7.4
 */
export function refuseMisdirected(request: FastifyRequest, reach: Reach): void {
  const { host = '' } = request.headers;
  if (isToPublic(request, reach)) return;
  // A proxy that speaks plainly of a visitor: where they are sent to is the public origin.
  if (reach.publicOrigin !== undefined && originOf('https', host) === reach.publicOrigin) return;
  const peer = addressOf(request.raw.socket.remoteAddress ?? '') ?? '';
  if ((isLoopback(peer) || peer === ownEyes) && loopbackName.test(host.toLowerCase())) return;
  throw new KepilError('ERR_MISDIRECTED', 'host-unknown');
}

/**
 * Where a visitor from elsewhere must go who came in the clear; undefined when all is well. Pages send them
 * to the same path of the public origin. Whatever carries data is refused, so that nobody goes on sending it
 * so.
 *
 * @throws KepilError `ERR_FORBIDDEN` for writes, for programs, and where no proxy was named
 */
export function saferPlace(request: FastifyRequest, reach: Reach): string | undefined {
  const { scheme, local, proxied } = request.client;
  if (scheme === 'https' || local) return undefined;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (proxied && reads && isForPeople(request.url) && reach.publicOrigin !== undefined)
    return `${reach.publicOrigin}${request.url}`;
  throw new KepilError('ERR_FORBIDDEN', 'plain-from-afar');
}

/**
 * Whether an address is opened by people, in a browser; programs are not redirected.
 *
 * @source OWASP ASVS 5.0.0 4.1.2
 */
export function isForPeople(url: string): boolean {
  return url.startsWith('/') && !url.startsWith('/api/');
}

/**
 * Refuses writes that another site makes a browser send. Every browser says where a write comes from, by
 * `Sec-Fetch-Site` or by `Origin`. Programs say neither; they are let through while they carry no cookie, for
 * then there is nothing of anybody's to ride on. ADR 0008 says why there is no token in the forms.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 * @source Fetch Metadata; RFC 6454
 */
export function refuseForeign(request: FastifyRequest, reach: Reach): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { 'sec-fetch-site': site, origin } = request.headers;
  const own =
    site !== undefined
      ? site === 'same-origin' || site === 'none'
      : origin !== undefined
        ? isOwn(request, reach, origin)
        : request.headers.cookie === undefined;
  if (!own) throw new KepilError('ERR_FORBIDDEN', 'foreign-request');
}

function isOwn({ client, headers }: FastifyRequest, reach: Reach, origin: string): boolean {
  return origin === reach.publicOrigin || origin === originOf(client.scheme, headers.host);
}
