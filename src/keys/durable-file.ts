import {
  chmodSync,
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { KepilError } from '../base/index.ts';

/** Bits that let anybody but the owner in. */
const othersMask = 0o077;

/** Makes the folder of `path` when there is none, open to its owner only. */
export function makePrivateFolder(path: string): void {
  const folder = dirname(path);
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/**
 * Stops when anybody but the owner could read or change `path`. Windows keeps no such modes and is let
 * through.
 * @throws KepilError `ERR_KEYS_MISSING` `keys-mode` {path, mode, wanted}
 */
export function assertPrivate(path: string, wanted: '600' | '700'): void {
  if (process.platform === 'win32') return;
  const mode = statSync(path).mode & 0o777;
  if ((mode & othersMask) === 0) return;
  throw new KepilError('ERR_KEYS_MISSING', 'keys-mode', { path, mode: mode.toString(8), wanted });
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts `text` at `path` so that a crash leaves the old file or the new one, never half of one; on disk when
 * it returns.
 *
 * Mode 0600 from the first byte on. What an earlier crash left beside it is removed, since it holds secrets
 * too.
 */
export function writeDurably(path: string, text: string): void {
  const temporary = `${path}.new`;
  rmSync(temporary, { force: true });
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    fchmodSync(handle, 0o600);
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, path);
  // The new name is durable only when the folder is; Windows cannot open folders and needs it not.
  if (process.platform !== 'win32') sync(dirname(path));
}

/** The name under which a file that is to be destroyed is kept until its bytes are overwritten. */
const leaving = (path: string) => `${path}.old`;

/**
 * `writeDurably`, and then the bytes of the file that stood there are overwritten before it goes: what is no
 * longer in the new one is in no file, and not in the space the old one took either.
 *
 * A crash leaves the old file under another name, which `finishShredding` takes up; where the file system
 * knows no second name, the old one is overwritten through a handle, and a crash in between leaves its bytes.
 * A disk or a file system that writes elsewhere instead of over (flash, copy-on-write) may keep them anyway.
 */
export function replaceShredding(path: string, text: string): void {
  finishShredding(path);
  if (keepsName(path)) {
    writeDurably(path, text);
    finishShredding(path);
  } else {
    shredding(path, () => writeDurably(path, text));
  }
}

/** Overwrites the file at `path`, by whatever name it goes, after `work`. */
function shredding(path: string, work: () => void = () => undefined): void {
  const handle = openSync(path, 'r+');
  try {
    work();
    const zeros = Buffer.alloc(fstatSync(handle).size);
    for (let at = 0; at < zeros.length; ) at += writeSync(handle, zeros, at, zeros.length - at, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives the file a second name; false on a file system that knows no such thing. */
function keepsName(path: string): boolean {
  try {
    linkSync(path, leaving(path));
    return true;
  } catch (error) {
    if (!linkless.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

/** How file systems without hard links say so. */
const linkless: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
]);

/** Overwrites and removes what `replaceShredding` had still to destroy when it was stopped. */
export function finishShredding(path: string): void {
  const old = leaving(path);
  if (!existsSync(old)) return;
  // Stopped before the new file took the name: both names are of the one file there is.
  if (!isSameFile(old, path)) shredding(old);
  rmSync(old);
  if (process.platform !== 'win32') sync(dirname(path));
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
  return a.ino === b.ino && a.dev === b.dev;
}
