import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hexOf, type Json, textOf, utf8 } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  newSubjectKeys,
  openBytes,
  openSegment,
  type SegmentAddress,
  type SegmentContent,
  type StoredValue,
  sealBytes,
  sealSegment,
  unwrapSubjectKeys,
  wrapSubjectKeys,
} from './index.ts';

const service = '01890a5d-ac96-774b-bcce-b302099a8057';
const subject = '01890a5d-ac96-774b-bcce-b302099a8058';
const other = '01890a5d-ac96-774b-bcce-b302099a8059';
const keys = newSubjectKeys(nodeCrypto);
const address: SegmentAddress = { service, subject, access: 'limited', retention: 'ordinary', version: 3 };

const value: fc.Arbitrary<StoredValue> = fc.record({
  value: fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
  giver: fc.constantFrom('subject', 'operator'),
  source: fc.constantFrom('registration', 'correction'),
  at: fc.nat(2 ** 41),
  status: fc.constantFrom('stated', 'confirmed'),
  entry: fc.uuid(),
});
const category = fc.constantFrom('email', 'phone', 'full_name', 'iin', 'birth_date');
const content: fc.Arbitrary<SegmentContent> = fc.dictionary(category, fc.array(value, { maxLength: 3 }), {
  noNullPrototype: true,
});

const stated = (text: string): StoredValue => ({
  value: text,
  giver: 'subject',
  source: 'registration',
  at: 1,
  status: 'stated',
  entry: service,
});
const sample: SegmentContent = {
  email: [stated('aruzhan.testova@example.kz')],
  full_name: [stated('Тестова Аружан')],
  iin: [stated('850515100013')],
};

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

/** Every bit of short bytes, every third of long ones. */
function* bitsOf(bytes: Uint8Array): Generator<number> {
  for (let bit = 0; bit < bytes.length * 8; bit += bytes.length > 200 ? 3 : 1) yield bit;
}

describe('a sealed segment', () => {
  const sealed = sealSegment(address, sample, keys, nodeCrypto);

  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(content, (held) => {
        expect(openSegment(sealSegment(address, held, keys, nodeCrypto), keys, nodeCrypto)).toEqual(held);
      }),
    );
  });

  it('is refused with any bit flipped', () => {
    for (const bit of bitsOf(sealed.bytes)) {
      const touched = { address, bytes: flipped(sealed.bytes, bit) };
      if (openSegment(touched, keys, nodeCrypto)) expect.fail(`bit ${bit}`);
    }
  });

  it('is refused when cut short or grown', () => {
    for (let length = 0; length < sealed.bytes.length; length++) {
      expect(
        openSegment({ address, bytes: sealed.bytes.slice(0, length) }, keys, nodeCrypto),
      ).toBeUndefined();
    }
    const longer = new Uint8Array([...sealed.bytes, 0]);
    expect(openSegment({ address, bytes: longer }, keys, nodeCrypto)).toBeUndefined();
  });

  it('is refused in any other place: subject, service, class, version', () => {
    for (const change of [
      { subject: other },
      { service: other },
      { service: subject, subject: service },
      { access: 'secret' },
      { retention: 'legal' },
      { access: 'ordinary', retention: 'limited' },
      { access: 'limitedo', retention: 'rdinary' },
      { version: 2 },
      { version: 4 },
      { version: 31 },
    ]) {
      const moved = { address: { ...address, ...change }, bytes: sealed.bytes };
      expect(openSegment(moved, keys, nodeCrypto), JSON.stringify(change)).toBeUndefined();
    }
  });

  it('is refused under keys of another subject', () => {
    expect(openSegment(sealed, newSubjectKeys(nodeCrypto), nodeCrypto)).toBeUndefined();
    const half = { subjectKey: keys.pseudonymKey, pseudonymKey: keys.subjectKey };
    expect(openSegment(sealed, half, nodeCrypto)).toBeUndefined();
  });

  it('cannot be put together from two sealings of the same place', () => {
    const again = sealSegment(address, { email: [stated('b@example.kz')] }, keys, nodeCrypto);
    for (const cut of [8, 20, 68, 80]) {
      const mixed = new Uint8Array([...sealed.bytes.subarray(0, cut), ...again.bytes.subarray(cut)]);
      const opened = openSegment({ address, bytes: mixed }, keys, nodeCrypto);
      // Cut right after the common head, the mixture is the second sealing itself.
      if (cut > 8) expect(opened, `cut at ${cut}`).toBeUndefined();
    }
  });

  it('shares nothing with another sealing of the same content but its head', () => {
    const again = sealSegment(address, sample, keys, nodeCrypto);
    const parts = (bytes: Uint8Array) =>
      [bytes.slice(8, 20), bytes.slice(20, 68), bytes.slice(68, 80), bytes.slice(80)].map(hexOf);
    const first = parts(sealed.bytes);
    expect(parts(again.bytes).filter((part) => first.includes(part))).toEqual([]);
    expect(textOf(sealed.bytes.slice(0, 4))).toBe('KSG1');
  });

  it('shows nothing of the plaintext', () => {
    fc.assert(
      fc.property(content, (held) => {
        const hex = hexOf(sealSegment(address, held, keys, nodeCrypto).bytes);
        const words = ['giver', 'registration', ...Object.keys(held)];
        const values = Object.values(held).flatMap((list) => list.map((one) => one.value));
        for (const text of [...words, ...values].filter((one) => utf8(one).length > 4)) {
          expect(hex.includes(hexOf(utf8(text)))).toBe(false);
        }
      }),
    );
    expect(hexOf(sealed.bytes)).not.toContain(hexOf(utf8('850515')));
    expect(sealed.bytes.length).toBe(canonicalLength(sample) + 8 + 60 + 28);
  });

  it('is not made of text that is no text', () => {
    expect(() => sealSegment(address, { email: [stated('\ud800')] }, keys, nodeCrypto)).toThrow(TypeError);
  });
});

function canonicalLength(held: SegmentContent): number {
  return utf8(canonicalJson(held as unknown as Json)).length;
}

describe('wrapped subject keys', () => {
  const epochKey = nodeCrypto.random(32);
  const at = { service, subject, epochKey };
  const wrapped = wrapSubjectKeys(keys, { ...at, epoch: 7 }, nodeCrypto);

  it('open for their subject, service, epoch and key', () => {
    expect(unwrapSubjectKeys(wrapped, at, nodeCrypto)).toEqual(keys);
  });

  it('are refused anywhere else', () => {
    for (const change of [{ subject: other }, { service: other }, { epochKey: nodeCrypto.random(32) }]) {
      expect(unwrapSubjectKeys(wrapped, { ...at, ...change }, nodeCrypto)).toBeUndefined();
    }
    expect(unwrapSubjectKeys({ ...wrapped, epoch: 8 }, at, nodeCrypto)).toBeUndefined();
  });

  it('are refused with any bit flipped, cut short or grown', () => {
    for (const bit of bitsOf(wrapped.bytes)) {
      const touched = { ...wrapped, bytes: flipped(wrapped.bytes, bit) };
      if (unwrapSubjectKeys(touched, at, nodeCrypto)) expect.fail(`bit ${bit}`);
    }
    for (const bytes of [
      wrapped.bytes.slice(1),
      wrapped.bytes.slice(0, -1),
      new Uint8Array([...wrapped.bytes, 0]),
    ]) {
      expect(unwrapSubjectKeys({ ...wrapped, bytes }, at, nodeCrypto)).toBeUndefined();
    }
  });

  it('hold the keys nowhere in the open', () => {
    const hex = hexOf(wrapped.bytes);
    for (const key of [keys.subjectKey, keys.pseudonymKey, epochKey])
      expect(hex.includes(hexOf(key.slice(0, 8)))).toBe(false);
  });
});

describe('sealed bytes', () => {
  const key = nodeCrypto.random(32);
  const bytes = utf8('{"email":"aruzhan.testova@example.kz"}');
  const sealed = sealBytes(key, 'draft:1', bytes, nodeCrypto);

  it('open to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), (plain, context) => {
        fc.pre(context.isWellFormed());
        expect(openBytes(key, context, sealBytes(key, context, plain, nodeCrypto), nodeCrypto)).toEqual(
          plain,
        );
      }),
    );
  });

  it('are refused under another context or key', () => {
    expect(openBytes(key, 'draft:2', sealed, nodeCrypto)).toBeUndefined();
    expect(openBytes(key, '', sealed, nodeCrypto)).toBeUndefined();
    expect(openBytes(nodeCrypto.random(32), 'draft:1', sealed, nodeCrypto)).toBeUndefined();
  });

  it('are refused with any bit flipped or cut short', () => {
    for (const bit of bitsOf(sealed)) {
      if (openBytes(key, 'draft:1', flipped(sealed, bit), nodeCrypto)) expect.fail(`bit ${bit}`);
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(openBytes(key, 'draft:1', sealed.slice(0, length), nodeCrypto)).toBeUndefined();
    }
  });

  it('show nothing of the plaintext and differ every time', () => {
    expect(hexOf(sealed).includes(hexOf(utf8('testova')))).toBe(false);
    expect(hexOf(sealBytes(key, 'draft:1', bytes, nodeCrypto))).not.toBe(hexOf(sealed));
  });
});

describe('keys of different uses', () => {
  it('open nothing of each other, though the bytes be the same', () => {
    const one = nodeCrypto.random(32);
    const mixed = { subjectKey: one, pseudonymKey: one };
    const segment = sealSegment(address, sample, mixed, nodeCrypto);
    const wrapped = wrapSubjectKeys(mixed, { service, subject, epoch: 1, epochKey: one }, nodeCrypto);
    const bytes = sealBytes(one, 'draft:1', utf8('x'), nodeCrypto);
    expect(openBytes(one, 'draft:1', segment.bytes, nodeCrypto)).toBeUndefined();
    expect(openBytes(one, 'draft:1', wrapped.bytes, nodeCrypto)).toBeUndefined();
    expect(openSegment({ address, bytes }, mixed, nodeCrypto)).toBeUndefined();
    const at = { service, subject, epochKey: one };
    expect(unwrapSubjectKeys({ epoch: 1, bytes: segment.bytes }, at, nodeCrypto)).toBeUndefined();
  });
});
