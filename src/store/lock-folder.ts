import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KepilError } from '../base/index.ts';
import { processMark } from './process-mark.ts';

/** What others may know of the holder of a data folder. */
export interface LockNote {
  /** Where the running Kepil answers. */
  readonly url?: string;
}

/** A data folder held by this process. */
export interface FolderLock {
  /** Lets the folder go. May be called again. */
  release(): Promise<void>;
  /** Replaces the note others see. */
  update(note: LockNote): Promise<void>;
}

interface Holder extends LockNote {
  readonly name: string;
  readonly pid: number;
  /** Tells the process from a later one with the same number. */
  readonly mark: string;
  /** Whether the folder is held; otherwise its writer is still looking whether it may. */
  readonly held: boolean;
}

const attempts = 200;

/**
 * Makes this process the only live one that works on `folder`.
 *
 * Each contender puts a file of its own into `<folder>/lock`, complete from its first moment, and then looks
 * for others. INVARIANT: of two contenders the one that wrote later sees the other, so never both hold. Files
 * of dead processes count for nothing; their names are never used again, so anybody may remove them.
 * @throws KepilError `ERR_DATA_LOCKED` `data-locked` with `pid` and `url` of the holder
 */
export async function lockFolder(folder: string, note: LockNote): Promise<FolderLock> {
  const at = join(folder, 'lock');
  await mkdir(at, { recursive: true });
  const name = `${process.pid}-${randomBytes(8).toString('hex')}`;
  const me = { name, pid: process.pid, mark: processMark(process.pid) ?? '' };
  await write(at, { ...me, ...note, held: false });
  try {
    await contend(at, name);
  } catch (error) {
    await rm(join(at, name), { force: true });
    throw error;
  }
  await write(at, { ...me, ...note, held: true });
  let released = false;
  return {
    async release() {
      released = true;
      await rm(join(at, name), { force: true });
    },
    async update(next) {
      if (!released) await write(at, { ...me, ...next, held: true });
    },
  };
}

/** Waits until nobody else is left; gives way to a holder and to a contender whose name comes first. */
async function contend(at: string, name: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const others = (await living(at)).filter((other) => other.name !== name);
    if (others.length === 0) return;
    const first = others.find((other) => other.held) ?? others.find((other) => other.name < name);
    const rival = first ?? (attempt < attempts ? undefined : others[0]);
    if (rival !== undefined) {
      throw new KepilError('ERR_DATA_LOCKED', 'data-locked', { pid: rival.pid, url: rival.url ?? '—' });
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Everybody alive with a file in the lock folder; files of the dead are removed. */
async function living(at: string): Promise<Holder[]> {
  const found: Holder[] = [];
  for (const name of await readdir(at)) {
    const holder = await read(join(at, name));
    const alive = holder === undefined ? isWriting(name) : processMark(holder.pid) === holder.mark;
    if (!alive) await rm(join(at, name), { force: true });
    else if (holder !== undefined) found.push(holder);
  }
  return found;
}

/** Whether the process that named the file may still be at it. */
function isWriting(name: string): boolean {
  return processMark(Number.parseInt(name, 10)) !== undefined;
}

/** @returns undefined for a file that has just gone or is not whole yet */
async function read(path: string): Promise<Holder | undefined> {
  if (path.endsWith('.new')) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

async function write(at: string, holder: Holder): Promise<void> {
  const path = join(at, holder.name);
  await writeFile(`${path}.new`, JSON.stringify(holder), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
