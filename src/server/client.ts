import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';
import { KepilError } from '../base/index.ts';

/** Who a request truly comes from, past the proxies that were named and no further. */
export interface Client {
  /** Without port and zone; IPv4 in dots, also where it came mapped into IPv6. */
  readonly address: string;
  /** The address as limits count it: IPv4 whole, IPv6 by its /64, which one household has. */
  readonly prefix: string;
  /** Where it is without saying who: IPv4 by its /24, IPv6 by its /48. ADR 0010. */
  readonly network: string;
  /** How the client itself speaks: to us, or to the nearest proxy. */
  readonly scheme: 'http' | 'https';
  /** Whether it sits on this machine, with nobody in between who was not named. */
  readonly local: boolean;
  /** Whether it came through a proxy that was named. */
  readonly proxied: boolean;
}

/** What a connection shows before anything is believed. */
export interface Seen {
  /** Address of the peer of the socket. */
  readonly peer: string;
  /** Whether the socket itself is encrypted. */
  readonly encrypted: boolean;
  readonly headers: IncomingHttpHeaders;
}

/** The proxies whose word is taken. */
export interface Proxies {
  has(address: string): boolean;
  readonly none: boolean;
}

/** Where our own probes look from: an address no connection can have. */
export const ownEyes = '0.0.0.0';

/** An address in its one form; undefined when the text is none. */
export function addressOf(text: string): string | undefined {
  const bare = text.replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return undefined;
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!mapped) return new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const plain = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = plain.split('::');
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [left, right] = [numbers(head), numbers(tail ?? '')];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

function prefixOf(address: string): string {
  return isIPv6(address) ? `${headOf(address, 4)}::/64` : address;
}

/** The first `count` groups of an IPv6 address. */
function headOf(address: string, count: number): string {
  return groupsOf(address)
    .slice(0, count)
    .map((group) => group.toString(16))
    .join(':');
}

/** A peer that is gone has no address, and no network. */
function networkOf(address: string): string {
  if (isIPv6(address)) return `${headOf(address, 3)}::/48`;
  return isIPv4(address) ? `${address.replace(/\d+$/, '0')}/24` : '';
}

/**
 * Proxies by address or network (`10.0.0.5`, `fd00::/8`).
 *
 * @throws KepilError `ERR_USAGE` `bad-proxy` for what is neither, or is the whole internet
 */
export function namedProxies(names: readonly string[]): Proxies {
  const list = new BlockList();
  for (const name of names) {
    const [text = '', bits, ...more] = name.split('/');
    const address = addressOf(text);
    if (address === undefined || more.length > 0) throw badProxy(name);
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, bitsOf(bits, { name, most: family === 'ipv6' ? 128 : 32 }), family);
  }
  return {
    // A socket that is gone has no address.
    has: (address) => isIP(address) > 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'),
    none: names.length === 0,
  };
}

function bitsOf(text: string, of: { name: string; most: number }): number {
  const bits = Number(text);
  if (!/^\d{1,3}$/.test(text) || bits < 1 || bits > of.most) throw badProxy(of.name);
  return bits;
}

function badProxy(value: string): KepilError {
  return new KepilError('ERR_USAGE', 'bad-proxy', { value });
}

/** Whether an address is of this machine alone. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.'));
}

/** One step of a way as a proxy wrote it down. */
interface Hop {
  readonly node: string;
  readonly proto?: string;
}

/**
 * Who a request comes from. What the headers say is believed only where a named proxy says it, from the
 * nearest one outwards, up to the first address that is no named proxy. Of other peers the headers count for
 * one thing: somebody unnamed stands in between, so the client is not taken for one on this machine.
 *
 * @throws KepilError `ERR_BAD_REQUEST` when `Forwarded` and `X-Forwarded-For` name different clients: then
 *   the visitor wrote one of them
 * @source RFC 7239
 */
export function clientSeen(seen: Seen, proxies: Proxies): Client {
  const peer = addressOf(seen.peer) ?? seen.peer;
  const proxied = proxies.has(peer);
  if (!proxied) {
    const between = forwarding.some((name) => seen.headers[name] !== undefined);
    const local = (isLoopback(peer) || peer === ownEyes) && !between;
    return { ...placeOf(peer), scheme: seen.encrypted ? 'https' : 'http', local, proxied };
  }
  const hops = hopsOf(seen.headers, { peer, proxies });
  const { address, sure } = walk(peer, hops, proxies);
  const proto = hops.at(-1)?.proto ?? 'https';
  const local = sure && isLoopback(address);
  return { ...placeOf(address), scheme: proto === 'https' ? 'https' : 'http', local, proxied };
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

function placeOf(address: string): Pick<Client, 'address' | 'prefix' | 'network'> {
  return { address, prefix: prefixOf(address), network: networkOf(address) };
}

/** Outwards from the peer while named proxies speak; not `sure` where they said nothing or no address. */
function walk(
  peer: string,
  hops: readonly Hop[],
  proxies: Proxies,
): { readonly address: string; readonly sure: boolean } {
  let address = peer;
  for (const hop of hops.toReversed()) {
    if (!proxies.has(address)) break;
    const next = addressOf(bareNode(hop.node));
    if (next === undefined) return { address, sure: false };
    address = next;
  }
  return { address, sure: hops.length > 0 };
}

/** `192.0.2.1:80`, `"[2001:db8::1]:80"`, `2001:db8::1` without quotes, brackets and port. */
function bareNode(text: string): string {
  const node = text.replace(/^"(.*)"$/, '$1').trim();
  return /^\[([^\]]*)\](?::\d+)?$/.exec(node)?.[1] ?? node.replace(/^([\d.]+):\d+$/, '$1');
}

function hopsOf(headers: IncomingHttpHeaders, from: { peer: string; proxies: Proxies }): readonly Hop[] {
  const plain = plainHops(headers);
  const standard = standardHops(headers.forwarded);
  if (plain.length === 0 || standard.length === 0) return plain.length > 0 ? plain : standard;
  const ends = [plain, standard].map((hops) => walk(from.peer, hops, from.proxies).address);
  if (ends[0] !== ends[1]) throw new KepilError('ERR_BAD_REQUEST', 'forwarding-contradicts');
  return plain;
}

/** `X-Forwarded-For` with the last `X-Forwarded-Proto`, the one the nearest proxy wrote. */
function plainHops(headers: IncomingHttpHeaders): readonly Hop[] {
  const nodes = listed(headers['x-forwarded-for']);
  const proto = listed(headers['x-forwarded-proto']).at(-1)?.toLowerCase();
  return nodes.map((node) => ({ node, ...(proto !== undefined && { proto }) }));
}

function listed(header: string | string[] | undefined): readonly string[] {
  const text = [header ?? []].flat().join(',');
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

/** @source RFC 7239 §4 */
function standardHops(header: string | undefined): readonly Hop[] {
  const elements = header?.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g) ?? [];
  return elements.map((element) => {
    const pairs = (element.match(/(?:[^;"]|"(?:[^"\\]|\\.)*")+/g) ?? []).map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()] as const;
    });
    const said = new Map(pairs);
    const proto = said.get('proto')?.replaceAll('"', '').toLowerCase();
    return { node: said.get('for') ?? '', ...(proto !== undefined && { proto }) };
  });
}
