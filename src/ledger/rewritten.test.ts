import { describe, expect, it } from 'vitest';
import { equalBytes } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { type BuiltLog, builtLog } from './fixtures/built-log.ts';
import {
  encodeBundle,
  encodeEntry,
  entryBundlePath,
  formatReceipt,
  inclusionProof,
  type LogAsk,
  type LogComparison,
  type LogReport,
  verifierKeyOf,
  verifyLog,
} from './index.ts';

const origin = 'example.kz/log';
const signer = nodeCrypto.newSigningKey();
const verifierKey = verifierKeyOf(origin, signer.publicKey, nodeCrypto.hash);
const size = 11;

const leafOf = (n: number, verb = 'read') =>
  encodeEntry({
    v: 1,
    id: `018f2a00-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at: '2026-11-20T05:00:00.000Z',
    kind: 'read',
    verb,
    outcome: 'allowed',
    actor: { role: 'clerk' },
  });
type Leaves = readonly Uint8Array[];
const leaves: Leaves = Array.from({ length: size }, (_, n) => leafOf(n));
const build = (of: Leaves) => builtLog(of, origin, signer);
const verify = (log: BuiltLog, ask: LogAsk = {}): LogReport =>
  verifyLog((path) => log.files.get(path), { verifierKey, ...ask }, nodeCrypto);

/** What somebody who rewrites history may do at one place. */
const deeds: Readonly<Record<string, (at: number) => Leaves>> = {
  edits: (at) => leaves.with(at, leafOf(at, 'change')),
  deletes: (at) => leaves.toSpliced(at, 1),
  'deletes and fills up': (at) => [...leaves.toSpliced(at, 1), leafOf(99)],
  inserts: (at) => leaves.toSpliced(at, 0, leafOf(99)),
  repeats: (at) => leaves.toSpliced(at, 0, leaves[at] as Uint8Array),
  reorders: (at) =>
    at + 1 < size
      ? leaves.toSpliced(at, 2, leaves[at + 1] as Uint8Array, leaves[at] as Uint8Array)
      : leaves.toReversed(),
  'cuts off': (at) => leaves.slice(0, at),
};
const rewritten = Object.entries(deeds).flatMap(([deed, make]) =>
  leaves.map((_, at) => ({ deed, at, now: make(at) })),
);

/** Whether one of these entries is another or gone: written straight from what it means. */
function lost(now: Leaves, first: number, last: number): boolean {
  for (let n = first; n <= last; n++) {
    const [was, is] = [leaves[n], now[n]];
    if (!was || !is || !equalBytes(was, is)) return true;
  }
  return false;
}

function expectTrue(found: LogComparison | undefined, now: Leaves, upTo: number): void {
  const wrong = found?.differs ?? [];
  expect(wrong.length).toBeGreaterThan(0);
  for (const { first, last } of wrong) expect(lost(now, first, last)).toBe(true);
  if (found?.verdict === 'truncated' && found.with !== 'copy') return;
  // No entry that differs lies outside of them all.
  for (let n = 0; n < upTo; n++) {
    if (lost(now, n, n))
      expect(
        wrong.some(({ first, last }) => first <= n && n <= last),
        `entry ${n}`,
      ).toBe(true);
  }
}

describe('a small log whose files somebody without its key touches', () => {
  it.each(rewritten)('$deed at $at: shows by itself', ({ deed, now }) => {
    const files = new Map(build(leaves).files);
    files.set(entryBundlePath(0, size), encodeBundle(now));
    const shown = verifyLog((path) => files.get(path), { verifierKey }, nodeCrypto);
    expect(shown.ok, deed).toBe(false);
    const other = builtLog(now, origin, nodeCrypto.newSigningKey());
    expect(verify(other)).toMatchObject({ ok: false, signature: 'bad' });
  });
});

describe('a small log that its owner rewrites and signs', () => {
  it.each(rewritten)('$deed at $at: is sound by itself', ({ now }) => {
    expect(verify(build(now))).toMatchObject({ ok: true, signature: 'good' });
  });

  it.each(rewritten)(
    '$deed at $at: shows against every checkpoint that reaches so far, and no other',
    ({ now }) => {
      const log = build(now);
      for (let n = 0; n <= size; n++) {
        const report = verify(log, { against: build(leaves.slice(0, n)).note });
        expect(report.ok, `saved at ${n}`).toBe(!lost(now, 0, n - 1));
        expect(report.comparedWith?.verdict === 'consistent').toBe(report.ok);
        if (!report.ok) expectTrue(report.comparedWith, now, n);
      }
    },
  );

  it.each(rewritten)('$deed at $at: shows against every receipt of that day or later', ({ now }) => {
    const log = build(now);
    for (const n of [1, 2, 7, 8, size]) {
      const { tiles, note: checkpoint } = build(leaves.slice(0, n));
      for (let index = 0; index < n; index++) {
        const path = inclusionProof({ index, size: n }, tiles, nodeCrypto.hash);
        const against = formatReceipt({ leaf: leaves[index] as Uint8Array, index, path, checkpoint });
        const report = verify(log, { against });
        expect(report.ok, `receipt of ${index} at ${n}`).toBe(!lost(now, 0, n - 1));
        expect(report.comparedWith).toMatchObject({ with: 'receipt', index, size: n });
        if (!report.ok) expectTrue(report.comparedWith, now, n);
      }
    }
  });

  it.each(rewritten)('$deed at $at: is named to the entry against a copy', ({ now }) => {
    const copy = build(leaves);
    const report = verify(build(now), { copy: (path) => copy.files.get(path) });
    expect(report.ok).toBe(!lost(now, 0, size - 1));
    if (report.ok) return;
    expectTrue(report.comparedWith, now, size);
    const differing = leaves.flatMap((_, n) => (n < now.length && lost(now, n, n) ? [n] : []));
    const altered = differing.length > 0 ? [{ first: differing[0], last: differing.at(-1) }] : [];
    const gone = now.length < size ? [{ first: now.length, last: size - 1 }] : [];
    expect(report.comparedWith?.differs).toEqual([...altered, ...gone]);
    expect(report.comparedWith?.verdict).toBe(altered.length > 0 ? 'fork' : 'truncated');
  });

  it('is not held against a copy that is damaged itself, nor a receipt that contradicts itself', () => {
    const log = build(leaves);
    const copy = new Map(log.files);
    copy.set('tile/0/000.p/11', (copy.get('tile/0/000.p/11') ?? new Uint8Array()).with(3, 9));
    const damaged = verify(log, { copy: (path) => copy.get(path) });
    expect(damaged.problems.map(({ code }) => code)).toEqual(['log-saved-unproved']);
    const none = verify(log, { copy: () => undefined });
    expect(none.problems.map(({ code }) => code)).toEqual(['log-saved-malformed']);
    const path = inclusionProof({ index: 3, size }, log.tiles, nodeCrypto.hash);
    const receipt = formatReceipt({ leaf: leaves[4] as Uint8Array, index: 3, path, checkpoint: log.note });
    const broken = verify(log, { against: receipt });
    expect(broken.problems.map(({ code }) => code)).toEqual(['log-receipt-broken']);
    const cut = verify(log, { against: receipt.slice(0, 90) });
    expect(cut.problems.map(({ code }) => code)).toEqual(['log-receipt-malformed']);
  });
});
