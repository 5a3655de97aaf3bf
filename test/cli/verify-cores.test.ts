import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/keys/index.ts';
import {
  decodeBundle,
  entryBundlePath,
  formatReceipt,
  inclusionProof,
  type LogReport,
  proofTiles,
  tileKey,
  tilePath,
  tileWidth,
} from '../../src/ledger/index.ts';
import { kepil, stopLeft } from '../kepil-process.ts';
import { buildLongLog, type LongLog } from '../long-log.ts';
import { temporaryFolder } from './place.ts';

/** More than a slice of 256 tiles, so that two threads have something to do. */
const size = 66_000;
const altered = 65_700;

describe('kepil verify on a long log', () => {
  const folder = temporaryFolder();
  const place = join(folder, 'log');
  let log: LongLog;

  beforeAll(() => {
    log = buildLongLog(place, size);
  }, 120_000);
  afterAll(stopLeft);

  const verify = async (where: string, ...more: string[]) => {
    const { code, out, err } = await kepil(['verify', where, '--key', log.verifierKey, '--json', ...more]);
    expect(err).toBe('');
    return { code, report: JSON.parse(out) as LogReport };
  };

  it.each(['1', '2'])('finds it sound on %s processors', async (cores) => {
    const { code, report } = await verify(place, '--cores', cores);
    expect({ code, ...report }).toMatchObject({ code: 0, ok: true, size, signature: 'good', problems: [] });
  });

  it('names the one entry that was altered, on one processor as on two', async () => {
    const copy = join(folder, 'altered');
    cpSync(place, copy, { recursive: true });
    const path = join(copy, entryBundlePath(Math.floor(altered / tileWidth), tileWidth));
    const text = readFileSync(path, 'latin1');
    const before = (decodeBundle(readFileSync(path)) ?? [])[altered % tileWidth] ?? expect.fail('no entry');
    const entry = Buffer.from(before).toString('latin1');
    writeFileSync(path, text.replace(entry, entry.replace('"at":"2026', '"at":"2025')), 'latin1');
    const reports = [await verify(copy, '--cores', '1'), await verify(copy, '--cores', '2')];
    expect(reports[0]).toEqual(reports[1]);
    expect(reports[0]?.code).toBe(1);
    expect(reports[0]?.report.problems.map(({ code, index }) => `${code} ${index ?? ''}`)).toEqual([
      'log-root-differs ',
      `log-entry-altered ${altered}`,
    ]);
  });

  it('says what it compared with, and among which entries the difference lies', async () => {
    const other = buildLongLog(join(folder, 'other'), 600);
    const rewritten = join(folder, 'rewritten');
    const { verifierKey } = buildLongLog(rewritten, 700, { signer: other.signer, another: 300 });
    const index = 299;
    const tiles = proofTiles(index, 600).map((ref) => {
      const width = ref.level === 0 ? Math.min(tileWidth, 600 - ref.index * tileWidth) : 2;
      return [tileKey(ref), new Uint8Array(readFileSync(join(other.folder, tilePath(ref, width))))] as const;
    });
    const bundle = decodeBundle(readFileSync(join(other.folder, entryBundlePath(1, tileWidth)))) ?? [];
    const receipt = formatReceipt({
      leaf: bundle[index - tileWidth] ?? expect.fail('no leaf'),
      index,
      path: inclusionProof({ index, size: 600 }, new Map(tiles), nodeCrypto.hash),
      checkpoint: other.note,
    });
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    writeFileSync(join(saved, 'mine.tlog-proof'), receipt);
    writeFileSync(join(saved, 'head'), other.note);
    const say = async (against: string) =>
      (await kepil(['verify', rewritten, '--key', verifierKey, '--lang', 'en', '--against', against])).out;
    const byReceipt = await say(join(saved, 'mine.tlog-proof'));
    expect(byReceipt).toContain('Compared with the receipt “mine.tlog-proof” of entry 299 (of 600 then).');
    expect(byReceipt).toContain('This is another history.');
    expect(byReceipt).toContain('The difference lies among entries 300–303');
    const byHead = await say(join(saved, 'head'));
    expect(byHead).toContain('Compared with the checkpoint “head” (600 entries).');
    expect(byHead).toContain('The difference lies among entries 0–599');
    const byCopy = await say(other.folder);
    expect(byCopy).toContain('Compared with the copy “other” of the log (600 entries).');
    expect(byCopy).toContain('The difference lies among entries 300–300');
  });

  it('takes no nonsense for the number of processors', async () => {
    for (const value of ['0', '1.5', 'two']) {
      const { code, err } = await kepil(['verify', place, '--cores', value, '--lang', 'en']);
      expect({ value, code }).toEqual({ value, code: 2 });
      expect(err).toContain(value);
    }
  });
});
