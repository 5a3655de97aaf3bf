import { describe, expect, it } from 'vitest';
import { base64Of, concat, newId, utf8 } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { builtLog } from './fixtures/built-log.ts';
import {
  decodeBundle,
  type Entry,
  encodeBundle,
  encodeEntry,
  entryBundlePath,
  formatCheckpoint,
  formatReceipt,
  inclusionProof,
  type LogAsk,
  type LogReport,
  leafHash,
  logPaths,
  openReceipt,
  signNote,
  tilePath,
  verifierKeyOf,
  verifyLog,
} from './index.ts';

const origin = 'example.kz/log';
const key = nodeCrypto.newSigningKey();
const verifierKey = verifierKeyOf(origin, key.publicKey, nodeCrypto.hash);
const size = 700;

function leafOf(i: number, verb = 'read'): Uint8Array {
  const at = Date.UTC(2026, 10, 24) + i * 1000;
  const random = (length: number) => nodeCrypto.hash(utf8(`${i}`)).slice(0, length);
  const iso = new Date(at).toISOString();
  const actor = { role: 'support' };
  const entry: Entry = {
    v: 1,
    id: newId(at, random),
    at: iso,
    kind: 'read',
    verb,
    outcome: 'allowed',
    actor,
  };
  return encodeEntry(entry);
}

const build = (leaves: readonly Uint8Array[], signer = key) => builtLog(leaves, origin, signer);

const leaves = Array.from({ length: size }, (_, i) => leafOf(i));
const good = build(leaves);

function verify(files: ReadonlyMap<string, Uint8Array>, ask: LogAsk = { verifierKey }): LogReport {
  return verifyLog((path) => files.get(path), ask, nodeCrypto);
}

/** The good log with some files changed (undefined: removed). */
function damaged(changes: Readonly<Record<string, Uint8Array | undefined>>): Map<string, Uint8Array> {
  const files = new Map(good.files);
  for (const [path, bytes] of Object.entries(changes)) {
    expect(good.files.has(path), path).toBe(true);
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  return files;
}

function file(path: string): Uint8Array {
  return good.files.get(path) ?? expect.fail(path);
}

function withHash(path: string, at: number): Uint8Array {
  const bytes = file(path).slice();
  bytes.set(nodeCrypto.hash(utf8('another')), at * 32);
  return bytes;
}

function withLeaf(path: string, at: number, leaf: Uint8Array): Uint8Array {
  return encodeBundle((decodeBundle(file(path)) ?? []).with(at, leaf));
}

const codes = (report: LogReport) => report.problems.map(({ code }) => code);
const shown = (report: LogReport) =>
  report.problems.map(({ code, params }) => `${code} ${params['first'] ?? ''}-${params['last'] ?? ''}`);

describe('a sound log', () => {
  it('of every interesting size verifies', () => {
    for (const n of [0, 1, 2, 255, 256, 257, 512, 513, size]) {
      const built = build(leaves.slice(0, n));
      const report = verify(built.files, { verifierKey, against: built.note });
      expect(report, `size ${n}`).toMatchObject({
        ok: true,
        size: n,
        origin,
        signature: 'good',
        problems: [],
      });
    }
  });

  it('verifies without a verifier key, saying that the signature was not checked', () => {
    expect(verify(good.files, {})).toMatchObject({ ok: true, signature: 'unchecked' });
  });

  it('verifies against every checkpoint it ever had', () => {
    for (const n of [0, 1, 100, 256, 300, 512, 699]) {
      const report = verify(good.files, { verifierKey, against: build(leaves.slice(0, n)).note });
      expect(report).toMatchObject({ ok: true, comparedWith: { size: n, verdict: 'consistent' } });
    }
  });

  it('verifies when it has grown and full files took the place of partial ones', () => {
    const files = new Map(build(Array.from({ length: 800 }, (_, i) => leafOf(i))).files);
    files.set('checkpoint', utf8(good.note));
    expect(codes(verify(files))).toEqual(['log-tile-missing']);
    files.set('tile/1/000.p/2', file('tile/1/000.p/2'));
    expect(verify(files).ok).toBe(true);
  });
});

describe('a damaged log: the report names', () => {
  it('one altered entry', () => {
    const report = verify(
      damaged({ 'tile/entries/001': withLeaf('tile/entries/001', 44, leafOf(300, 'use')) }),
    );
    expect(report).toMatchObject({ ok: false, signature: 'good' });
    expect(shown(report)).toEqual(['log-root-differs -', 'log-entry-altered 300-300']);
    expect(report.problems[1]?.index).toBe(300);
  });

  it('altered neighbours as one range, and an altered entry on the edge', () => {
    const two = withLeaf('tile/entries/002.p/188', 0, leafOf(512, 'use'));
    const three = encodeBundle(
      (decodeBundle(two) ?? []).with(1, leafOf(513, 'use')).with(187, leafOf(699, 'use')),
    );
    const report = verify(damaged({ 'tile/entries/002.p/188': three }));
    expect(shown(report).slice(1)).toEqual(['log-entry-altered 512-513', 'log-entry-altered 699-699']);
  });

  it('an entry that is no entry', () => {
    const report = verify(damaged({ 'tile/entries/000': withLeaf('tile/entries/000', 7, utf8('{}')) }));
    expect(shown(report)).toEqual(['log-entry-invalid 7-7', 'log-root-differs -', 'log-entry-altered 7-7']);
  });

  it('an entry that is no entry though it was signed', () => {
    const built = build(leaves.with(7, utf8('{"name":"somebody"}')));
    expect(shown(verify(built.files))).toEqual(['log-entry-invalid 7-7']);
  });

  it('exchanged entries', () => {
    const all = decodeBundle(file('tile/entries/000')) ?? [];
    const swapped = encodeBundle(all.with(3, all[9] as Uint8Array).with(9, all[3] as Uint8Array));
    const report = verify(damaged({ 'tile/entries/000': swapped }));
    expect(shown(report).slice(1)).toEqual(['log-entry-altered 3-3', 'log-entry-altered 9-9']);
  });

  it('a tile that differs, by the smallest range', () => {
    const report = verify(damaged({ 'tile/0/001': withHash('tile/0/001', 5) }));
    expect(shown(report)).toEqual(['log-tile-differs 261-261']);
    expect(report.problems[0]?.params['path']).toBe('tile/0/001');
    expect(shown(verify(damaged({ 'tile/1/000.p/2': withHash('tile/1/000.p/2', 1) })))).toEqual([
      'log-tile-differs 256-511',
    ]);
  });

  it('an entry and its tile changed together, by the tile above', () => {
    const leaf = leafOf(300, 'use');
    const tile = file('tile/0/001').slice();
    tile.set(leafHash(nodeCrypto.hash, leaf), 44 * 32);
    const bundle = withLeaf('tile/entries/001', 44, leaf);
    const report = verify(damaged({ 'tile/0/001': tile, 'tile/entries/001': bundle }));
    expect(shown(report)).toEqual(['log-root-differs -', 'log-range-altered 256-511']);
  });

  it('where entries and tiles contradict each other when neither leads to the root', () => {
    const report = verify(
      damaged({
        'tile/0/002.p/188': withHash('tile/0/002.p/188', 2),
        'tile/entries/000': withLeaf('tile/entries/000', 1, leafOf(1, 'use')),
      }),
    );
    expect(shown(report)).toEqual([
      'log-root-differs -',
      'log-entry-differs 1-1',
      'log-entry-differs 514-514',
    ]);
  });

  it('missing and broken bundles', () => {
    expect(shown(verify(damaged({ 'tile/entries/001': undefined })))).toEqual(['log-bundle-missing 256-511']);
    const both = damaged({ 'tile/entries/001': undefined, 'tile/entries/002.p/188': undefined });
    expect(shown(verify(both))).toEqual(['log-bundle-missing 256-699']);
    const whole = file('tile/entries/000');
    const all = decodeBundle(whole) ?? [];
    for (const bytes of [whole.slice(0, -1), concat(whole, Uint8Array.of(0)), encodeBundle(all.slice(1))]) {
      expect(shown(verify(damaged({ 'tile/entries/000': bytes })))).toEqual(['log-bundle-broken 0-255']);
    }
  });

  it('missing and broken tiles', () => {
    expect(verify(damaged({ 'tile/0/000': undefined })).problems).toEqual([
      { code: 'log-tile-missing', params: { path: 'tile/0/000' } },
    ]);
    expect(codes(verify(damaged({ 'tile/0/002.p/188': file('tile/0/002.p/188').slice(1) })))).toEqual([
      'log-tile-broken',
    ]);
    expect(codes(verify(damaged({ 'tile/1/000.p/2': undefined })))).toEqual(['log-tile-missing']);
  });

  it('that the root cannot be known when entries and their tile are both gone', () => {
    const report = verify(damaged({ 'tile/entries/002.p/188': undefined, 'tile/0/002.p/188': undefined }));
    expect(codes(report)).toEqual(['log-bundle-missing', 'log-tile-missing', 'log-root-unknown']);
  });

  it('a checkpoint that states another root, size or origin', () => {
    const root = nodeCrypto.hash(utf8('another'));
    const forged = formatCheckpoint({ origin, size, root });
    const signed = (text: string, name = origin) => utf8(signNote(text, name, key, nodeCrypto));
    const report = verify(damaged({ checkpoint: signed(forged) }));
    expect(report.problems).toEqual([
      {
        code: 'log-root-differs',
        params: { size, expected: base64Of(root), found: good.note.split('\n')[2] },
      },
    ]);
    const elsewhere = good.note.replaceAll(origin, 'example.kz/other');
    expect(codes(verify(damaged({ checkpoint: utf8(elsewhere) })))).toEqual([
      'log-origin-differs',
      'log-signature-bad',
    ]);
    const larger = good.note.replace('\n700\n', '\n701\n');
    expect(codes(verify(damaged({ checkpoint: utf8(larger) })))).toContain('log-signature-bad');
    const absurd = formatCheckpoint({ origin, size: 2 ** 50, root });
    expect(codes(verify(damaged({ checkpoint: signed(absurd) })))).toEqual(['log-too-large']);
  });

  it('a bad signature', () => {
    const stranger = build(leaves, nodeCrypto.newSigningKey());
    expect(verify(stranger.files)).toMatchObject({ ok: false, signature: 'bad' });
    expect(codes(verify(stranger.files))).toEqual(['log-signature-bad']);
    expect(codes(verify(good.files, { verifierKey: 'nonsense' }))).toEqual(['log-verifier-key-malformed']);
  });

  it('a checkpoint that is missing or no checkpoint', () => {
    const missing = verify(damaged({ checkpoint: undefined }), {});
    expect(missing).toMatchObject({ ok: false, size: 0, root: '', origin: '', signature: 'unchecked' });
    expect(codes(missing)).toEqual(['log-checkpoint-missing']);
    for (const bytes of [new Uint8Array(0), Uint8Array.of(0xff), utf8('text\n\n— no signature\n')]) {
      expect(codes(verify(damaged({ checkpoint: bytes })))).toEqual(['log-checkpoint-malformed']);
    }
  });

  it('every single changed byte of a file as some problem', () => {
    for (const [path, bytes] of good.files) {
      for (const at of [0, 1, 2, bytes.length >> 1, bytes.length - 1]) {
        const touched = bytes.slice();
        touched[at] = (touched[at] as number) ^ 1;
        expect(verify(damaged({ [path]: touched })).ok, `${path} at ${at}`).toBe(false);
      }
    }
  });
});

describe('against a saved checkpoint the report names', () => {
  it('another history', () => {
    const rewritten = build(leaves.with(10, leafOf(10, 'use')));
    expect(verify(rewritten.files).ok).toBe(true);
    for (const n of [11, 300, 512, 700]) {
      const report = verify(rewritten.files, { verifierKey, against: build(leaves.slice(0, n)).note });
      expect(codes(report), `saved at ${n}`).toEqual(['log-fork']);
      expect(report.comparedWith?.verdict).toBe('fork');
    }
    expect(verify(rewritten.files, { verifierKey, against: build(leaves.slice(0, 10)).note }).ok).toBe(true);
  });

  it('truncation', () => {
    const older = build(leaves.slice(0, 600));
    expect(verify(older.files).ok).toBe(true);
    const report = verify(older.files, { verifierKey, against: good.note });
    expect(report.problems).toEqual([{ code: 'log-truncated', params: { saved: 700, size: 600 } }]);
  });

  it('consistency even of a damaged log while its tiles hold', () => {
    const files = damaged({ 'tile/entries/000': withLeaf('tile/entries/000', 7, leafOf(7, 'use')) });
    const against = build(leaves.slice(0, 300)).note;
    expect(verify(files, { verifierKey, against })).toMatchObject({
      ok: false,
      comparedWith: { verdict: 'consistent' },
    });
    files.delete('tile/0/001');
    const report = verify(files, { verifierKey, against });
    expect(report.comparedWith?.verdict).toBe('unproved');
    expect(codes(report)).toContain('log-saved-unproved');
  });

  it('a saved checkpoint that proves nothing', () => {
    const forged = build(leaves.slice(0, 9), nodeCrypto.newSigningKey()).note;
    expect(codes(verify(good.files, { verifierKey, against: forged }))).toEqual(['log-saved-signature-bad']);
    expect(codes(verify(good.files, { verifierKey, against: 'nonsense' }))).toEqual(['log-saved-malformed']);
    const other = signNote(
      `example.kz/other\n${good.note.split('\n').slice(1, 3).join('\n')}\n`,
      origin,
      key,
      nodeCrypto,
    );
    expect(codes(verify(good.files, { verifierKey, against: other }))).toEqual(['log-saved-origin-differs']);
  });
});

describe('a receipt', () => {
  const index = 300;
  const path = inclusionProof({ index, size }, good.tiles, nodeCrypto.hash);
  const receipt = { leaf: leaves[index] as Uint8Array, index, path, checkpoint: good.note };

  it('shows its entry with nothing but the verifier key', () => {
    const text = formatReceipt(receipt);
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nextra ')).toBe(true);
    const opened = openReceipt(text, verifierKey, nodeCrypto);
    expect(opened).toMatchObject({ index, checkpoint: { size, origin }, entry: { kind: 'read' } });
  });

  it('shows nothing after any change', () => {
    const text = formatReceipt(receipt);
    const changes = [
      formatReceipt({ ...receipt, leaf: leafOf(index, 'use') }),
      formatReceipt({ ...receipt, index: index + 1 }),
      formatReceipt({ ...receipt, path: path.slice(1) }),
      formatReceipt({ ...receipt, checkpoint: build(leaves.slice(0, 400)).note }),
      text.replace('index 300', 'index 0300'),
      text.replace('@v1', '@v2'),
      text.slice(0, -5),
      '',
    ];
    for (const change of changes) expect(openReceipt(change, verifierKey, nodeCrypto)).toBeUndefined();
    const stranger = verifierKeyOf(origin, nodeCrypto.newSigningKey().publicKey, nodeCrypto.hash);
    expect(openReceipt(text, stranger, nodeCrypto)).toBeUndefined();
  });
});

describe('paths', () => {
  it('are those of the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067 }, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 0, index: 273 }, 112)).toBe('tile/0/273.p/112');
    expect(tilePath({ level: 2, index: 0 }, 1)).toBe('tile/2/000.p/1');
    expect(entryBundlePath(1000, 256)).toBe('tile/entries/x001/000');
    expect(() => tilePath({ level: 0, index: 0 }, 0)).toThrow();
    expect(() => entryBundlePath(0, 257)).toThrow();
  });

  it('of a log name every file it has', () => {
    expect(['checkpoint', ...logPaths(size)].sort()).toEqual([...good.files.keys()].sort());
    expect(logPaths(0)).toEqual([]);
  });

  it('lead to bundles that hold their leaves exactly', () => {
    const odd = [new Uint8Array(0), utf8('a'), new Uint8Array(0xffff)];
    expect(decodeBundle(encodeBundle(odd))).toEqual(odd);
    expect(() => encodeBundle([new Uint8Array(0x10000)])).toThrow();
    expect(decodeBundle(Uint8Array.of(0))).toBeUndefined();
    expect(decodeBundle(Uint8Array.of(0, 2, 1))).toBeUndefined();
  });
});
