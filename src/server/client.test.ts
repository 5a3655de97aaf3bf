import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, clientSeen, namedProxies } from './client.ts';

const named = namedProxies(['10.0.0.5', '192.168.7.0/24', '2001:db8:7::/48', '127.0.0.1']);

const from = (peer: string, headers: Record<string, string> = {}) =>
  clientSeen({ peer, encrypted: false, headers }, named);

describe('an address', () => {
  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['0:0:0:0:0:ffff:c000:207', '192.0.2.7'],
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.700', undefined],
    ['unknown', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => expect(addressOf(text)).toBe(expected));

  it('is counted by its /64 when it is IPv6, so that a household is one', () => {
    const prefix = (peer: string) => from(peer).prefix;
    expect(prefix('2001:db8:1:2:aaaa::1')).toBe(prefix('2001:db8:1:2:bbbb:cccc:dddd:eeee'));
    expect(prefix('2001:db8:1:2::1')).not.toBe(prefix('2001:db8:1:3::1'));
    expect(prefix('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['::ffff:192.0.2.7', '192.0.2.0/24'],
    ['2001:db8:1:2:aaaa::1', '2001:db8:1::/48'],
    ['2001:db8::1', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['', ''],
  ])('of %s is %s', (peer, expected) => expect(from(peer).network).toBe(expected));

  it('is the same for every address that differs in what it leaves out', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (address, last) => {
        const other = address.replace(/\d+$/, String(last));
        expect(from(other).network).toBe(from(address).network);
      }),
    );
  });
});

describe('the client of a request', () => {
  it('is the peer, whatever the headers say, when no named proxy says it', () => {
    const lies = {
      'x-forwarded-for': '127.0.0.1',
      forwarded: 'for=127.0.0.1;proto=https',
      'x-forwarded-proto': 'https',
    };
    expect(from('203.0.113.9', lies)).toEqual({
      address: '203.0.113.9',
      prefix: '203.0.113.9',
      network: '203.0.113.0/24',
      scheme: 'http',
      local: false,
      proxied: false,
    });
  });

  it('never changes with the headers of a peer that is no named proxy', () => {
    const header = fc.constantFrom('x-forwarded-for', 'forwarded', 'x-forwarded-proto', 'x-real-ip', 'via');
    fc.assert(
      fc.property(fc.dictionary(header, fc.string()), (headers) => {
        const { address, scheme } = from('203.0.113.9', headers);
        expect({ address, scheme }).toEqual({ address: '203.0.113.9', scheme: 'http' });
      }),
    );
  });

  it.each([
    ['what the proxy appended, not what the visitor wrote', '127.0.0.1, 203.0.113.9', '203.0.113.9'],
    [
      'the first that is no named proxy, from the right',
      '198.51.100.1, 203.0.113.9, 192.168.7.9',
      '203.0.113.9',
    ],
    ['without its port', '203.0.113.9:5120', '203.0.113.9'],
    ['IPv6 in brackets', '[2001:db8::9]:443', '2001:db8::9'],
    ['the proxy itself when it wrote nonsense', 'unknown', '10.0.0.5'],
    ['the outermost named proxy when all are named', '192.168.7.1, 192.168.7.2', '192.168.7.1'],
  ])('is %s', (_, header, address) => {
    expect(from('10.0.0.5', { 'x-forwarded-for': header }).address).toBe(address);
  });

  it('is read from Forwarded too', () => {
    const header = 'for=127.0.0.1;proto=http, for="[2001:db8::9]:4711";proto=https;by=10.0.0.5';
    expect(from('10.0.0.5', { forwarded: header })).toMatchObject({
      address: '2001:db8::9',
      scheme: 'https',
      proxied: true,
      local: false,
    });
  });

  it('is refused when the two headers name different ones', () => {
    const both = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=127.0.0.1' };
    expect(() => from('10.0.0.5', both)).toThrow('forwarding-contradicts');
    expect(from('10.0.0.5', { ...both, forwarded: 'for=203.0.113.9' }).address).toBe('203.0.113.9');
  });

  it('speaks as the nearest proxy says; one that says nothing is taken to speak TLS', () => {
    const scheme = (proto?: string) =>
      from('10.0.0.5', { 'x-forwarded-for': '203.0.113.9', ...(proto && { 'x-forwarded-proto': proto }) })
        .scheme;
    expect([scheme('http'), scheme('https'), scheme('https, http'), scheme()]).toEqual([
      'http',
      'https',
      'http',
      'https',
    ]);
  });

  it('is on this machine only when nobody unnamed stands in between', () => {
    const local = (peer: string, headers = {}) =>
      clientSeen({ peer, encrypted: false, headers }, namedProxies([])).local;
    expect([local('127.0.0.1'), local('::1'), local('::ffff:127.0.0.1'), local('127.8.8.8')]).toEqual(
      Array(4).fill(true),
    );
    expect(local('203.0.113.9')).toBe(false);
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host'])
      expect(local('127.0.0.1', { [name]: '127.0.0.1' }), name).toBe(false);
  });

  it('is not on this machine behind a named proxy that says nothing of it', () => {
    expect(from('127.0.0.1').local).toBe(false);
    expect(from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }).local).toBe(false);
    expect(from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }).local).toBe(false);
    expect(from('127.0.0.1', { 'x-forwarded-for': 'unknown' }).local).toBe(false);
    expect(from('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }).local).toBe(true);
  });
});

describe('named proxies', () => {
  it.each(['', 'nginx', '10.0.0.5/33', '10.0.0.5/x', '0.0.0.0/0', '::/0', '10.0.0.0/8/8', '10.0.0.5:80'])(
    'refuse “%s”',
    (name) => expect(() => namedProxies([name])).toThrow('bad-proxy'),
  );
});
