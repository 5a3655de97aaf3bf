import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hexOf, KepilError } from '../../src/base/index.ts';
import { nodeCrypto, openKeyFile, type ServiceKeys } from '../../src/keys/index.ts';
import { verifyLog } from '../../src/ledger/index.ts';
import { openLogFolder } from '../../src/store/index.ts';
import { record } from '../../src/system/entries.ts';
import { sequenceLog } from '../../src/system/index.ts';
import { Attacker } from '../scenarios/attacker.ts';
import { aigul } from '../scenarios/liar.ts';

const one = '01890a5d-ac96-774b-bcce-b302099a8057';
const two = '01890a5d-ac96-774b-bcce-b302099a8058';

const secretsOf = (keys: ServiceKeys) =>
  [keys.epochKey(keys.epochs.at(-1) ?? 0), keys.indexKey, keys.draftKey, keys.logKey.seed].map(hexOf);

/** Where a write of `length` bytes may break off so that it matters; in a short one anywhere. */
function breaks(length: number, everywhere = true): readonly number[] {
  if (everywhere && length <= 2048) return Array.from({ length }, (_, at) => at);
  const edges = [0, 1, 31, 32, 33, 511, 512, 513, 4095, 4096, 4097, length - 33, length - 32, length - 1];
  const spread = Array.from({ length: 64 }, (_, n) => Math.floor((n * length) / 64));
  return [...new Set([...edges, ...spread])].filter((at) => at >= 0 && at < length);
}

describe('a key file whose write breaks off', () => {
  let folder: string;
  let path: string;
  let secrets: readonly string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kepil-torn-'));
    path = join(folder, 'keys', 'keys.json');
    secrets = secretsOf(openKeyFile(path, nodeCrypto, {}).create(one));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('at any byte of the new file is the one before, and the next write goes through', () => {
    const before = readFileSync(path);
    openKeyFile(path, nodeCrypto, {}).create(two);
    const after = readFileSync(path);
    for (const at of [...breaks(after.length, false), after.length]) {
      writeFileSync(path, before);
      writeFileSync(`${path}.new`, after.subarray(0, at), { mode: 0o600 });
      const ring = openKeyFile(path, nodeCrypto, {});
      expect(secretsOf(ring.service(one)), `broken off at ${at}`).toEqual(secrets);
      ring.create(two);
      expect(existsSync(`${path}.new`)).toBe(false);
      expect(secretsOf(openKeyFile(path, nodeCrypto, {}).service(two))).toEqual(secretsOf(ring.service(two)));
    }
  });

  it('at any byte while the old one is overwritten finishes that, and loses nothing', () => {
    const ring = openKeyFile(path, nodeCrypto, {});
    ring.beginEpoch(one);
    const old = readFileSync(path);
    ring.endEpochsBefore(one, 2);
    const now = readFileSync(path);
    const kept = secretsOf(openKeyFile(path, nodeCrypto, {}).service(one));
    for (const at of [...breaks(old.length, false), old.length]) {
      writeFileSync(path, now);
      writeFileSync(`${path}.old`, Buffer.concat([Buffer.alloc(at), old.subarray(at)]), { mode: 0o600 });
      const again = openKeyFile(path, nodeCrypto, {});
      expect(secretsOf(again.service(one)), `broken off at ${at}`).toEqual(kept);
      expect(existsSync(`${path}.old`)).toBe(false);
      expect(again.service(one).epochs).toEqual([2]);
    }
  });

  it('that a disk cut short is refused at every length, and never taken for a new one', () => {
    const whole = readFileSync(path);
    for (const at of breaks(whole.length - 1)) {
      writeFileSync(path, whole.subarray(0, at));
      const open = () => openKeyFile(path, nodeCrypto, {}).service(one);
      expect(open, `cut at ${at}`).toThrow(KepilError);
      expect(readFileSync(path).length, `cut at ${at}`).toBe(at);
    }
  });
});

describe('files of the public log whose write breaks off', () => {
  let attacker: Attacker;
  let log: string;
  let copy: string;
  beforeAll(async () => {
    attacker = await Attacker.open();
    await attacker.register(aigul);
    const { world } = attacker.world.installation;
    const { id: service } = attacker.world.service;
    const entry = { service, kind: 'key', outcome: 'done', actor: { role: 'system' } } as const;
    // More than one bundle of entries, and a tile that is full.
    await world.store.transaction(async (tx) => {
      for (let n = 0; n < 300; n++) await record(tx, world, entry);
    });
    await attacker.world.checkPledges();
    log = join(attacker.world.folder, 'log', attacker.world.service.key);
    copy = mkdtempSync(join(tmpdir(), 'kepil-torn-'));
  });
  afterAll(async () => {
    rmSync(copy, { recursive: true, force: true });
    await attacker?.close();
  });

  const files = () =>
    readdirSync(log, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(log.length + 1));
  const checkpoint = () => readFileSync(join(log, 'checkpoint'), 'utf8');
  const verified = (folder: string, against: string) => {
    const read = (path: string) => {
      const whole = join(folder, path);
      return existsSync(whole) ? readFileSync(whole) : undefined;
    };
    const key = readFileSync(join(log, 'verifier-key'), 'utf8').trim();
    const report = verifyLog(read, { verifierKey: key, against }, nodeCrypto);
    return report.problems.length === 0 && report.signature === 'good';
  };

  it('under the temporary name are nobody’s: the log verifies beside them', () => {
    cpSync(log, copy, { recursive: true });
    for (const path of files()) {
      const bytes = readFileSync(join(log, path));
      writeFileSync(join(copy, `${path}.tmp-1`), bytes.subarray(0, Math.floor(bytes.length / 2)));
    }
    expect(verified(copy, checkpoint())).toBe(true);
  });

  it('at any byte are noticed by whoever verifies, and laid out anew at the next start', async () => {
    const { world } = attacker.world.installation;
    const before = checkpoint();
    expect(verified(log, before)).toBe(true);
    for (const path of files().filter((each) => each !== 'verifier-key')) {
      rmSync(copy, { recursive: true, force: true });
      cpSync(log, copy, { recursive: true });
      const whole = readFileSync(join(log, path));
      const needed = whole.length > 0 && path !== 'checkpoint';
      for (const at of breaks(whole.length - 1)) {
        writeFileSync(join(copy, path), whole.subarray(0, at));
        if (needed && isOfThisSize(path)) expect(verified(copy, before), `${path} cut at ${at}`).toBe(false);
      }
    }
    for (const path of files()) writeFileSync(join(log, path), readFileSync(join(log, path)).subarray(0, 7));
    const fresh = { ...world, logs: openLogFolder(join(attacker.world.folder, 'log')) };
    await sequenceLog(fresh, attacker.world.service);
    expect(verified(log, before)).toBe(true);
  });

  /** Whether a file belongs to the log as large as it is now: narrower tiles of before stay lying about. */
  function isOfThisSize(path: string): boolean {
    const size = Number(readFileSync(join(log, 'checkpoint'), 'utf8').split('\n')[1]);
    const [, index = '', width] = /(\d{3})(?:\.p\/(\d+))?$/.exec(path) ?? [];
    const scale = /^tile\/(\d+)/.exec(path)?.[1] ?? '0';
    const count = Math.floor(size / 256 ** Number(scale));
    return width === undefined ? (Number(index) + 1) * 256 <= count : Number(width) === count % 256;
  }
});
