import { describe, expect, it } from 'vitest';
import { hexOf, utf8 } from '../base/index.ts';
import { hashInto, nodeCrypto } from '../keys/index.ts';
import { builtLog } from './fixtures/built-log.ts';
import { encodeBundle, encodeEntry, verifierKeyOf, verifyLog } from './index.ts';
import { checkSlice, hashIntoOf, SoundTiles } from './slice.ts';
import { rangeHash } from './tree.ts';

const origin = 'example.kz/log';
const signer = nodeCrypto.newSigningKey();
const verifierKey = verifierKeyOf(origin, signer.publicKey, nodeCrypto.hash);
const size = 256 * 5 + 40;

/** Some name a clause by a letter that is not ASCII, some hold counts, some a key with many digits. */
const leafOf = (n: number) =>
  encodeEntry({
    v: 1,
    id: `018f2a00-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at: '2026-11-20T05:00:00.000Z',
    kind: n % 11 === 0 ? 'destruction' : 'read',
    outcome: 'allowed',
    actor: { role: 'clerk' },
    ...(n % 7 === 0 && { because: ['rule@clause:2.а'] }),
    ...(n % 11 === 0 && { counts: { row: n } }),
    ...(n % 13 === 0 && { recipient: 'recipient-123456789' }),
  });
const leaves = Array.from({ length: size }, (_, n) => leafOf(n));
const { files, tiles } = builtLog(leaves, origin, signer);
const all = { first: 0, end: 5 };
const reading = (changed: ReadonlyMap<string, Uint8Array>) => (path: string) => changed.get(path);

describe('a slice', () => {
  it.each([
    ['one after the other', hashIntoOf(nodeCrypto.hash)],
    ['in place', hashInto],
  ])('of sound tiles gives the root of each, hashed %s', (_how, hashing) => {
    const report = checkSlice(reading(files), all, hashing);
    expect(report.suspects).toEqual([]);
    const sound = new SoundTiles([report]);
    for (let index = 0; index < 5; index++) {
      const hashAt = (_level: number, at: number) =>
        tiles.get(`0/${Math.floor(at / 256)}`)?.subarray(32 * (at % 256), 32 * (at % 256) + 32);
      const first = index * 256;
      const halves = [0, 128].map((at) =>
        rangeHash({ start: first + at, end: first + at + 128 }, hashAt, nodeCrypto.hash),
      );
      expect(halves.every(Boolean)).toBe(true);
      const root = nodeCrypto.hash(Uint8Array.from([1, ...(halves[0] ?? []), ...(halves[1] ?? [])]));
      expect(hexOf(sound.rootOf(index) ?? new Uint8Array())).toBe(hexOf(root));
    }
    expect(sound.rootOf(5)).toBeUndefined();
  });

  it('suspects a tile for any changed byte of its entries or hashes, and no other tile', () => {
    for (const path of ['tile/entries/002', 'tile/0/002']) {
      const bytes = files.get(path) ?? expect.fail(path);
      for (let at = 0; at < bytes.length; at += 997) {
        const changed = new Map(files).set(path, bytes.with(at, (bytes[at] ?? 0) ^ 1));
        expect(checkSlice(reading(changed), all, hashInto).suspects, `${path} ${at}`).toEqual([2]);
      }
    }
  });

  it.each([
    ['is missing', undefined],
    ['is empty', new Uint8Array()],
    ['is cut short', (files.get('tile/entries/003') ?? new Uint8Array()).slice(0, -1)],
    ['has one entry too many', encodeBundle([...leaves.slice(768, 1024), leafOf(1024)])],
    ['has one too few', encodeBundle(leaves.slice(768, 1023))],
    ['holds what is no entry', encodeBundle([utf8('{}'), ...leaves.slice(769, 1024)])],
    ['is no UTF-8', encodeBundle([Uint8Array.of(0xff, 0xfe), ...leaves.slice(769, 1024)])],
  ])('suspects a tile whose file of entries %s', (_what, bytes) => {
    const changed = new Map(files);
    if (bytes) changed.set('tile/entries/003', bytes);
    else changed.delete('tile/entries/003');
    expect(checkSlice(reading(changed), all, hashInto).suspects).toEqual([3]);
  });

  it('does not change what it was given', () => {
    const before = [...files].map(([path, bytes]) => [path, hexOf(nodeCrypto.hash(bytes))]);
    checkSlice(reading(files), all, hashInto);
    expect([...files].map(([path, bytes]) => [path, hexOf(nodeCrypto.hash(bytes))])).toEqual(before);
  });

  it('checked apart tells verifyLog the same as checked by it, whatever is wrong', () => {
    const broken = new Map(files);
    for (const [n, path] of [...files.keys()].entries()) {
      if (n % 3 === 0 && path !== 'checkpoint') {
        const bytes = files.get(path) ?? new Uint8Array();
        broken.set(path, bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1));
      }
    }
    for (const log of [files, broken]) {
      const read = reading(log);
      const slices = [
        { first: 3, end: 5 },
        { first: 0, end: 3 },
      ].map((slice) => checkSlice(read, slice, hashInto));
      const apart = verifyLog(read, { verifierKey, slices }, nodeCrypto);
      const part = verifyLog(read, { verifierKey, slices: slices.slice(1) }, nodeCrypto);
      const whole = verifyLog(read, { verifierKey }, nodeCrypto);
      const bare = verifyLog(read, { verifierKey, slices: [] }, nodeCrypto);
      expect(apart).toEqual(whole);
      expect(part).toEqual(whole);
      expect(bare).toEqual(whole);
      expect(whole.ok).toBe(log === files);
    }
  });
});
