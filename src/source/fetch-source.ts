import { BlockList, isIP } from 'node:net';
import { KepilError } from '../base/index.ts';
import { largestBytes } from './extract.ts';

/** A document that was fetched: its bytes, the type its server gave it, the last part of its address. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type?: string;
}

/** How long all of it may take, in milliseconds, and how often one may be sent on. */
const limits = { ms: 20_000, redirects: 5 };

/** Whether an argument is an address to fetch rather than a file. */
export function isAddress(argument: string): boolean {
  return /^https?:\/\//i.test(argument);
}

/**
 * Fetches a document by http or https, as a reader without scripts and cookies.
 *
 * Follows a few redirects, but none from the public network into this machine or a private one. Stops at the
 * largest size and after twenty seconds.
 *
 * @throws KepilError `ERR_USAGE` for an address that cannot be meant or a document too large;
 *   `ERR_SOURCE_UNREACHABLE` when the other side fails
 */
export async function fetchSource(address: string): Promise<Fetched> {
  const patience = AbortSignal.timeout(limits.ms);
  let url = parse(address);
  for (let hops = 0; hops <= limits.redirects; hops++) {
    const response = await ask(url, patience);
    const onward = response.status >= 300 && response.status < 400 && response.headers.get('location');
    if (!onward) return take(response, url);
    await response.body?.cancel();
    const next = parse(new URL(onward, url).href);
    if (isPrivate(next.hostname) && !isPrivate(url.hostname)) throw unreachable(url, 'redirect');
    url = next;
  }
  throw unreachable(url, 'redirects');
}

/** @throws KepilError `ERR_USAGE` */
function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.username || url.password)
    throw new KepilError('ERR_USAGE', 'address-bad');
  return url;
}

async function ask(url: URL, signal: AbortSignal): Promise<Response> {
  const headers = { accept: 'text/html, text/plain, application/pdf, */*;q=0.5', 'user-agent': 'kepil' };
  try {
    return await fetch(url, { redirect: 'manual', headers, signal });
  } catch (cause) {
    throw unreachable(url, signal.aborted ? 'timeout' : causeCode(cause), cause);
  }
}

async function take(response: Response, url: URL): Promise<Fetched> {
  if (!response.ok) throw unreachable(url, String(response.status));
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
      length += part.length;
      if (length > largestBytes) break;
      parts.push(part);
    }
  } catch (cause) {
    throw unreachable(url, causeCode(cause), cause);
  }
  const name = decodeURIComponentSafe(url.pathname.split('/').filter(Boolean).at(-1) ?? '') || url.hostname;
  if (length > largestBytes)
    throw new KepilError('ERR_USAGE', 'file-too-large', { name, n: largestBytes / 1024 / 1024 });
  const type = response.headers.get('content-type');
  return { bytes: Buffer.concat(parts), name, ...(type !== null && { type }) };
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function causeCode(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name: string };
  return cause?.code ?? name;
}

function unreachable(url: URL, what: string, cause?: unknown): KepilError {
  return new KepilError('ERR_SOURCE_UNREACHABLE', 'address-unreachable', { host: url.host, what }, { cause });
}

const privateNetworks = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['0.0.0.0', 8],
] as const)
  privateNetworks.addSubnet(net, prefix, 'ipv4');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');
privateNetworks.addSubnet('fe80::', 10, 'ipv6');
privateNetworks.addAddress('::1', 'ipv6');

/** Whether a host is written as one of this machine or a private network. */
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(host);
  if (version === 0) return host === 'localhost' || host.endsWith('.localhost') || !host.includes('.');
  return privateNetworks.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
