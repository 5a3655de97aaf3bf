import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, concat, type Json, utf8 } from '../base/index.ts';
import { decodeEntry } from './encode.ts';
import { EntryShapes } from './entry-shape.ts';

const uuid = '018f2a00-0000-7000-8000-000000000001';
const plain = {
  v: 1,
  id: uuid,
  at: '2026-11-20T05:00:00.000Z',
  kind: 'read',
  outcome: 'allowed',
  actor: { role: 'support', tag: 'AAAAAAAAAAAAAAAAAAAAAA' },
} as const;
const full = {
  ...plain,
  verb: 'read',
  subject: 'BAAAAAAAAAAAAAAAAAAAAA',
  channel: 'api',
  purpose: 'account',
  categories: ['name', 'email'],
  policy: '5f'.repeat(32),
  because: ['no-consent', 'purpose@clause:2.а', 'ground@article:94-V Art. 8(1)'],
  matter: '018f2a00-0000-7000-8000-000000000002',
  decision: '018f2a00-0000-7000-8000-000000000003',
  recipient: 'bank',
  country: 'KZ',
  counts: { row: 7 },
  commitment: 'A'.repeat(43),
};
const leavesOf = (bytes: Uint8Array) => ({ bytes, view: new DataView(bytes.buffer) });
const bytesOf = (value: unknown) => utf8(canonicalJson(value as Json));

/** Whether shapes that have seen `full` and `plain` take these bytes for an entry. */
function taught(): (bytes: Uint8Array) => boolean {
  const shapes = new EntryShapes();
  for (const seen of [full, plain]) {
    const bytes = bytesOf(seen);
    expect(shapes.isEntry(leavesOf(bytes), 0, bytes.length)).toBe(true);
  }
  return (bytes) => shapes.isEntry(leavesOf(concat(utf8('ab'), bytes, utf8('c'))), 2, 2 + bytes.length);
}

describe('shapes of entries', () => {
  it.each([
    plain,
    full,
    { ...full, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff', subject: 'zz-_9aaaaaaaaaaaaaaaaw' },
    { ...full, at: '2026-12-31T23:59:59.999Z' },
    { ...full, at: '2028-02-29T00:00:00.000Z' },
    { ...full, matter: 'case-7' },
    { ...full, because: [], categories: [] },
  ])('take what is an entry: %#', (entry) => {
    expect(decodeEntry(bytesOf(entry))).toBeDefined();
    expect(taught()(bytesOf(entry))).toBe(true);
  });

  it.each([
    { ...full, at: '2026-02-30T05:00:00.000Z' },
    { ...full, at: '2026-02-29T05:00:00.000Z' },
    { ...full, at: '2026-13-01T05:00:00.000Z' },
    { ...full, at: '2026-00-01T05:00:00.000Z' },
    { ...full, at: '2026-04-31T05:00:00.000Z' },
    { ...full, at: '2026-04-00T05:00:00.000Z' },
    { ...full, at: '2026-04-30T24:00:00.000Z' },
    { ...full, at: '2026-04-30T05:60:00.000Z' },
    { ...full, at: '2026-04-30T05:00:60.000Z' },
    { ...full, subject: 'BAAAAAAAAAAAAAAAAAAAAB' },
    { ...full, commitment: `${'A'.repeat(42)}B` },
    { ...full, id: '018F2a00-0000-7000-8000-000000000001' },
    { ...full, kind: 'rood' },
    { ...full, country: 'kz' },
    { ...full, v: 2 },
  ])('take nothing of the same length that is none: %#', (entry) => {
    expect(bytesOf(entry)).toHaveLength(bytesOf(full).length);
    expect(decodeEntry(bytesOf(entry))).toBeUndefined();
    expect(taught()(bytesOf(entry))).toBe(false);
  });

  it('judge as decodeEntry does, whatever byte is changed to whatever', () => {
    const isEntry = taught();
    for (const seen of [full, plain]) {
      const bytes = bytesOf(seen);
      for (let at = 0; at < bytes.length; at++) {
        for (const byte of utf8('"0z-A,]\\ \u0000')) {
          const changed = bytes.with(at, byte);
          expect(isEntry(changed), `byte ${at} is ${byte}`).toBe(decodeEntry(changed) !== undefined);
        }
      }
    }
  });

  it('judge as decodeEntry does when parts are cut out and put in', () => {
    const bytes = bytesOf(full);
    const isEntry = taught();
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      cut: fc.nat(9),
      put: fc.uint8Array({ maxLength: 9 }),
    });
    fc.assert(
      fc.property(change, ({ at, cut, put }) => {
        const changed = concat(bytes.subarray(0, at), put, bytes.subarray(at + cut));
        expect(isEntry(changed)).toBe(decodeEntry(changed) !== undefined);
      }),
      { numRuns: 3_000 },
    );
  });

  it('go on judging rightly when they have seen more than they keep', () => {
    const isEntry = taught();
    for (let n = 100; n < 400; n++) {
      expect(isEntry(bytesOf({ ...full, counts: { row: n } }))).toBe(true);
      expect(isEntry(bytesOf({ ...full, counts: { row: `${n}` } }))).toBe(false);
    }
  });
});
