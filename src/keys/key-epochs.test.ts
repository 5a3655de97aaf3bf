import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hexOf } from '../base/index.ts';
import {
  backupKeyAt,
  keepBackupKey,
  makeBackupKey,
  nodeCrypto,
  openKeyFile,
  readBackupKey,
} from './index.ts';

// To be told by one test that the file system knows no second names.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, linkSync: vi.fn(fs.linkSync) };
});

const service = '01890a5d-ac96-774b-bcce-b302099a8057';
const other = '01890a5d-ac96-774b-bcce-b302099a8058';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kepil-epochs-'));
  path = join(folder, 'keys', 'keys.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => openKeyFile(path, nodeCrypto);
const text = () => readFileSync(path, 'utf8');
const sealedEpoch = (n: number) => JSON.parse(text()).services[service].epochs[n] as string;

describe('a key epoch', () => {
  it('begins beside the one before, durably, with a key of its own', () => {
    const ring = open();
    const keys = ring.create(service);
    const first = hexOf(keys.epochKey(1));
    expect(ring.beginEpoch(service)).toBe(2);
    expect(keys.epochs).toEqual([1, 2]);
    const again = open().service(service);
    expect([again.epochKey(1), again.epochKey(2)].map(hexOf)).toEqual([first, hexOf(keys.epochKey(2))]);
    expect(hexOf(keys.epochKey(2))).not.toBe(first);
  });

  it('is not made a third time while two live', () => {
    const ring = open();
    ring.create(service);
    expect([ring.beginEpoch(service), ring.beginEpoch(service), open().beginEpoch(service)]).toEqual([
      2, 2, 2,
    ]);
    expect(open().service(service).epochs).toEqual([1, 2]);
  });

  it('ends for good: in memory, in the file and in what the file was', () => {
    const ring = open();
    const keys = ring.create(service);
    const held = keys.epochKey(1);
    ring.beginEpoch(service);
    const gone = sealedEpoch(1);
    const before = join(folder, 'the-old-file');
    linkSync(path, before);
    ring.endEpochsBefore(service, 2);
    expect(keys.epochs).toEqual([2]);
    expect(() => keys.epochKey(1)).toThrow(expect.objectContaining({ reason: 'keys-epoch' }));
    expect(hexOf(held)).toMatch(/^0+$/);
    expect(open().service(service).epochs).toEqual([2]);
    expect(text()).not.toContain(gone);
    expect(readFileSync(before, 'utf8')).toMatch(/^\0+$/);
    expect(existsSync(`${path}.old`)).toBe(false);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('ends only with the epochs before the one that is named', () => {
    const ring = open();
    ring.create(service);
    ring.beginEpoch(service);
    ring.endEpochsBefore(service, 2);
    expect(ring.beginEpoch(service)).toBe(3);
    ring.endEpochsBefore(service, 2);
    expect(ring.service(service).epochs).toEqual([2, 3]);
    expect(() => ring.endEpochsBefore(service, 4)).toThrow('the newest epoch is not ended');
  });

  it('ends for good where a file can have no second name', () => {
    const ring = open();
    ring.create(service);
    ring.beginEpoch(service);
    const before = join(folder, 'the-old-file');
    linkSync(path, before);
    vi.mocked(linkSync).mockImplementationOnce(() => {
      throw Object.assign(new Error('no links here'), { code: 'EPERM' });
    });
    ring.endEpochsBefore(service, 2);
    expect(open().service(service).epochs).toEqual([2]);
    expect(readFileSync(before, 'utf8')).toMatch(/^\0+$/);
    expect(existsSync(`${path}.old`)).toBe(false);
  });

  it('leaves the other services as they are', () => {
    const ring = open();
    ring.create(service);
    const theirs = hexOf(ring.create(other).epochKey(1));
    ring.beginEpoch(service);
    ring.endEpochsBefore(service, 2);
    expect(open().service(other).epochs).toEqual([1]);
    expect(hexOf(open().service(other).epochKey(1))).toBe(theirs);
  });

  it('is overwritten at the next start when a crash came before that', () => {
    const ring = open();
    ring.create(service);
    const old = text();
    // The new file has the name; the old one waits to be overwritten.
    writeFileSync(`${path}.old`, old, { mode: 0o600 });
    const witness = join(folder, 'the-old-file');
    linkSync(`${path}.old`, witness);
    open();
    expect(readFileSync(witness, 'utf8')).toMatch(/^\0+$/);
    expect(existsSync(`${path}.old`)).toBe(false);
    expect(text()).toBe(old);
  });

  it('is not lost when a crash came before the new file had the name', () => {
    const ring = open();
    ring.create(service);
    const whole = text();
    linkSync(path, `${path}.old`);
    open();
    expect(text()).toBe(whole);
    expect(existsSync(`${path}.old`)).toBe(false);
  });
});

describe('the key of backups', () => {
  const place = () => join(dirname(path), 'backup.key');

  it('steps forward and never back; what it was is overwritten', () => {
    const made = makeBackupKey(place(), 3, nodeCrypto);
    expect(readBackupKey(place())).toEqual(made);
    const before = join(folder, 'the-old-key');
    linkSync(place(), before);
    const next = backupKeyAt(made, 5, nodeCrypto);
    expect(hexOf(next.keys)).toBe(hexOf(backupKeyAt(backupKeyAt(made, 4, nodeCrypto), 5, nodeCrypto).keys));
    expect(hexOf(next.keys)).not.toBe(hexOf(made.keys));
    expect(hexOf(next.data)).toBe(hexOf(made.data));
    keepBackupKey(place(), next);
    expect(readBackupKey(place())).toEqual(next);
    expect(readFileSync(before, 'utf8')).toMatch(/^\0+$/);
    expect(() => backupKeyAt(next, 4, nodeCrypto)).toThrow('no step back');
  });

  it('is refused when it is none', () => {
    for (const bad of ['', 'kepil-backup-key/1:', 'kepil-backup-key/1:x:AAAA', 'kepil-backup-key/1:0:AAAA']) {
      makeBackupKey(place(), 0, nodeCrypto);
      writeFileSync(place(), bad);
      expect(() => readBackupKey(place()), bad).toThrow(
        expect.objectContaining({ reason: 'backup-key-malformed' }),
      );
    }
  });
});
