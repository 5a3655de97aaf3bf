import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { concat, KepilError, textOf, utf8 } from '../base/index.ts';
import { type BackupKey, backupKeyAt, nodeCrypto } from '../keys/index.ts';
import type { DumpedService, DumpPart, StoreHalf } from '../store/index.ts';
import {
  chunkLength,
  openStream,
  type StreamSealer,
  sealStream,
  streamChunkBytes,
  streamHeadBytes,
} from '../vault/index.ts';

/** What an archive says of itself. */
export interface ArchiveHead {
  readonly format: 'kepil-backup/1';
  readonly half: StoreHalf;
  /** Of the backup: both archives have it. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly schema: number;
  readonly services: readonly DumpedService[];
}

/** What goes into an archive; `keys`: the key file, in the archive of keys alone. */
export interface ArchiveContent {
  readonly head: ArchiveHead;
  readonly keys?: string;
  readonly parts: AsyncIterable<DumpPart>;
}

/** What an archive is sealed under: a key (32 bytes) and, of an archive of keys, its step. */
export interface ArchiveSeal {
  readonly key: Uint8Array;
  readonly generation?: number;
}

/** Bytes before the stream of an archive of keys: the step of its key. */
const generationBytes = 4;

function contextOf(half: StoreHalf, { generation }: ArchiveSeal): string {
  return `kepil/backup/v1/${half}${generation === undefined ? '' : `/${generation}`}`;
}

/** Kinds of records: head, key file, a table begins, rows of it. */
const kinds = { head: 'H', keys: 'K', table: 'T', rows: 'R' } as const;
type Kind = (typeof kinds)[keyof typeof kinds];
const recordHeadBytes = 5;

/**
 * Writes an archive, sealed, with mode 0600; whole and on disk when it returns, or not there.
 *
 * @returns its length in bytes
 */
export async function writeArchive(
  path: string,
  seal: ArchiveSeal,
  content: ArchiveContent,
): Promise<number> {
  const temporary = `${path}.new`;
  await rm(temporary, { force: true });
  const file = await open(temporary, 'wx', 0o600);
  try {
    const writer = new ArchiveWriter(
      file,
      sealStream(seal.key, contextOf(content.head.half, seal), nodeCrypto),
    );
    await writer.begin(seal.generation);
    await writer.write(kinds.head, utf8(JSON.stringify(content.head)));
    if (content.keys !== undefined) await writer.write(kinds.keys, utf8(content.keys));
    for await (const part of content.parts) {
      if (part instanceof Uint8Array) await writer.write(kinds.rows, part);
      else await writer.write(kinds.table, utf8(JSON.stringify(part)));
    }
    await writer.end();
    await file.sync();
    await file.close();
    await rename(temporary, path);
    return writer.length;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Records into sealed chunks into a file. */
class ArchiveWriter {
  readonly #file: FileHandle;
  readonly #stream: StreamSealer;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  length = 0;

  constructor(file: FileHandle, stream: StreamSealer) {
    this.#file = file;
    this.#stream = stream;
  }

  async begin(generation: number | undefined): Promise<void> {
    const step = Buffer.alloc(generation === undefined ? 0 : generationBytes);
    if (generation !== undefined) step.writeUInt32BE(generation);
    await this.#put(concat(step, this.#stream.head));
  }

  async write(kind: Kind, bytes: Uint8Array): Promise<void> {
    const head = Buffer.alloc(recordHeadBytes);
    head.write(kind, 'latin1');
    head.writeUInt32BE(bytes.length, 1);
    this.#waiting.push(head, Uint8Array.from(bytes));
    this.#waitingBytes += head.length + bytes.length;
    if (this.#waitingBytes > streamChunkBytes * 4) await this.#flush(false);
  }

  async end(): Promise<void> {
    await this.#flush(true);
  }

  /** Keeps at least a byte back until the end: the last chunk is sealed as the last. */
  async #flush(last: boolean): Promise<void> {
    const all = concat(...this.#waiting);
    let at = 0;
    for (; all.length - at > streamChunkBytes; at += streamChunkBytes)
      await this.#put(this.#stream.seal(all.subarray(at, at + streamChunkBytes), false));
    if (last) await this.#put(this.#stream.seal(all.subarray(at), true));
    this.#waiting = last ? [] : [all.slice(at)];
    this.#waitingBytes = last ? 0 : all.length - at;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) at += (await this.#file.write(bytes, at)).bytesWritten;
    this.length += bytes.length;
  }
}

/** An archive that was read to its end, every byte of it checked. */
export interface CheckedArchive {
  readonly path: string;
  /** What it is sealed under. */
  readonly seal: ArchiveSeal;
  readonly head: ArchiveHead;
  readonly keys?: string;
}

/**
 * Reads an archive through and keeps what is not rows.
 *
 * @throws KepilError `ERR_USAGE` `backup-unreadable` when it is damaged, cut short, the other half or under
 * another key
 */
export async function checkArchive(path: string, from: BackupKey, half: StoreHalf): Promise<CheckedArchive> {
  const seal = await archiveSeal(path, from, half);
  let head: ArchiveHead | undefined;
  let keys: string | undefined;
  for await (const record of recordsIn(path, seal, half)) {
    if (record.kind === kinds.head) head = headIn(record.bytes);
    if (record.kind === kinds.keys) keys = textOf(record.bytes);
  }
  if (head?.format !== 'kepil-backup/1' || head.half !== half) throw unreadable(path);
  return { path, seal, head, ...(keys !== undefined && { keys }) };
}

/** Steps a key may be behind an archive: more than a hundred services take in fifty years. */
const mostSteps = 100_000;

/**
 * What an archive is sealed under: an archive of data under the key that stays, one of keys under the step it
 * names. The copy at hand may be behind it, never ahead.
 *
 * @throws KepilError `ERR_USAGE` `backup-unreadable`
 */
export async function archiveSeal(path: string, key: BackupKey, half: StoreHalf): Promise<ArchiveSeal> {
  if (half === 'sealed') return { key: key.data };
  const bytes = await new Taker(createReadStream(path)).take(generationBytes);
  const generation = bytes && Buffer.from(bytes).readUInt32BE();
  if (generation === undefined || generation < key.generation || generation - key.generation > mostSteps)
    throw unreadable(path);
  return { generation, key: backupKeyAt(key, generation, nodeCrypto).keys };
}

function headIn(bytes: Uint8Array): ArchiveHead {
  return JSON.parse(textOf(bytes)) as ArchiveHead;
}

/** The tables and rows of an archive. @throws KepilError as `checkArchive` does */
export async function* archivedParts(
  path: string,
  seal: ArchiveSeal,
  half: StoreHalf,
): AsyncIterable<DumpPart> {
  for await (const { kind, bytes } of recordsIn(path, seal, half)) {
    if (kind === kinds.table) yield JSON.parse(textOf(bytes)) as DumpPart;
    if (kind === kinds.rows) yield bytes;
  }
}

const unreadable = (path: string) => new KepilError('ERR_USAGE', 'backup-unreadable', { path });

interface ArchiveRecord {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

async function* recordsIn(path: string, seal: ArchiveSeal, half: StoreHalf): AsyncIterable<ArchiveRecord> {
  const taker = new Taker(chunksIn(path, seal, half));
  for (;;) {
    const head = await taker.take(recordHeadBytes);
    if (!head) return;
    const length = Buffer.from(head).readUInt32BE(1);
    const bytes = length === 0 ? new Uint8Array() : await taker.take(length);
    if (!bytes) throw unreadable(path);
    yield { kind: String.fromCharCode(head[0] ?? 0), bytes };
  }
}

/** The chunks of an archive, opened one by one; a chunk is the last when nothing comes behind it. */
async function* chunksIn(path: string, seal: ArchiveSeal, half: StoreHalf): AsyncIterable<Uint8Array> {
  const taker = new Taker(createReadStream(path, { highWaterMark: 256 * 1024 }));
  if (seal.generation !== undefined) await taker.take(generationBytes);
  const head = await taker.take(streamHeadBytes);
  const stream = head && openStream(seal.key, { context: contextOf(half, seal), head }, nodeCrypto);
  if (!stream) throw unreadable(path);
  let size = await taker.take(4);
  while (size) {
    const length = chunkLength(size);
    const sealed = length === undefined ? undefined : await taker.take(length);
    const next: Uint8Array | undefined = await taker.take(4);
    const opened = sealed && stream.open(sealed, next === undefined);
    if (!opened) throw unreadable(path);
    yield opened;
    size = next;
    if (!size) return;
  }
  throw unreadable(path);
}

/** Takes so many bytes at a time from pieces of any length. */
class Taker {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** @returns undefined when fewer are left: what is left over then is dropped, and whoever asks decides */
  async take(length: number): Promise<Uint8Array | undefined> {
    const parts = [this.#held];
    let have = this.#held.length;
    while (have < length) {
      const { value, done } = await this.#pieces.next();
      if (done) return undefined;
      parts.push(value);
      have += value.length;
    }
    const all = parts.length === 1 ? this.#held : concat(...parts);
    this.#held = all.subarray(length);
    return all.subarray(0, length);
  }
}
