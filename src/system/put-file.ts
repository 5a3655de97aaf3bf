import { concat, type Id, KepilError, newId } from '../base/index.ts';
import {
  FileCleaner,
  type FileFault,
  type FileUseKey,
  fileName,
  fileQuota,
  fileUses,
} from '../files/index.ts';
import { maskCardData } from '../moderation/index.ts';
import type { Tx } from '../store/index.ts';
import { sealFile } from '../vault/index.ts';
import { addressOf, type FileContent, type FilePlace, partBytes, sealContent } from './sealed-file.ts';
import type { OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** A file as it is sent: what its sender calls it, and its bytes as they come. */
export interface SentFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Limits other than those of a use: of what is no document that people hand in. */
export interface FileLimits {
  readonly maxBytes: number;
  /** Bytes one person may have. */
  readonly quotaBytes: number;
}

/** What is to be taken. */
interface Taking {
  readonly use: FileUseKey;
  readonly sent: SentFile;
  readonly limits?: FileLimits;
}

/** What keeps a file from being taken; `file-quota`: the person has as much here as anybody may. */
export type FileProblem = FileFault | 'file-quota';

/** A file of which all is here, and that nobody can open before it is kept: its key is in memory alone. */
export interface TakenFile extends FilePlace {
  readonly use: FileUseKey;
  readonly content: FileContent;
  readonly parts: number;
  /** SHA-256 of the ciphertext. */
  readonly digest: Uint8Array;
}

/**
 * Takes a file of a person as it comes, in constant memory: its kind is told by its bytes, what must not be
 * in it is refused or taken out, and its ciphertext goes into the store part by part.
 *
 * It becomes the person's only with `keepFile`, in the commit of the act it belongs to; `dropFile` otherwise.
 * A crash in between leaves ciphertext to which there is no key, and the sweep takes it an hour later.
 * Whether the act is allowed is asked in its commit.
 *
 * @throws KepilError `ERR_NOT_FOUND` when there is no such person; whatever `sent` throws
 */
export async function takeFile(
  world: World,
  owner: { readonly service: Id; readonly subject: Id },
  what: Taking,
): Promise<TakenFile | { readonly problem: FileProblem }> {
  const id = newId(world.now(), world.crypto.random);
  const place = { ...owner, id };
  const begun = await world.store.transaction((tx) => begin(tx, world, { place, what }));
  if (begun) return begun;
  try {
    const taken = await new Arriving(world, place, what).take();
    if ('problem' in taken) await dropFile(world, place);
    return taken;
  } catch (error) {
    // Should this fail too, the sweep does it.
    await dropFile(world, place).catch(() => undefined);
    throw error;
  }
}

/** Keeps a place for a file within the person's quota: of two at once the second sees the first. */
async function begin(
  tx: Tx,
  world: World,
  { place, what }: { place: FilePlace; what: Taking },
): Promise<{ problem: 'file-quota' } | undefined> {
  const { service, subject, id } = place;
  const { category, maxBytes, quotaBytes } = limitsOf(what);
  if (!(await tx.subjects.lock(service, subject, 'update')))
    throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { bytes, files } = await tx.files.usage(service, subject);
  if (files >= fileQuota.files || bytes + maxBytes > quotaBytes) return { problem: 'file-quota' };
  const row = { id, use: what.use, category, state: 'arriving' as const, reserved: maxBytes, parts: 0 };
  await tx.files.begin(service, subject, { ...row, begunAt: world.now() });
  return undefined;
}

const limitsOf = ({ use, limits }: Taking) => ({
  ...fileUses[use],
  quotaBytes: fileQuota.bytes,
  ...limits,
});

/** One file on its way from its sender into the store. */
class Arriving {
  readonly #world: World;
  readonly #place: FilePlace;
  readonly #use: FileUseKey;
  readonly #sent: SentFile;
  readonly #cleaner: FileCleaner;
  readonly #key: Uint8Array;
  readonly #sealer: ReturnType<typeof sealFile>;
  readonly #plainSum;
  readonly #sealedSum;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #size = 0;
  #parts = 0;

  constructor(world: World, place: FilePlace, what: Taking) {
    const { crypto } = world;
    this.#world = world;
    this.#place = place;
    this.#use = what.use;
    this.#sent = what.sent;
    this.#cleaner = new FileCleaner(limitsOf(what));
    this.#key = crypto.random(32);
    this.#sealer = sealFile(this.#key, addressOf(place), crypto);
    this.#plainSum = crypto.hashing();
    this.#sealedSum = crypto.hashing();
  }

  async take(): Promise<TakenFile | { readonly problem: FileFault }> {
    for await (const bytes of gathered(this.#sent.bytes)) {
      const cleaned = this.#cleaner.push(bytes);
      if ('problem' in cleaned) return cleaned;
      await this.#seal(cleaned.bytes);
    }
    const rest = this.#cleaner.end();
    if ('problem' in rest) return rest;
    await this.#seal(rest.bytes);
    await this.#store(this.#sealer.end(), true);
    const kind = this.#cleaner.kind ?? 'pdf';
    const { text } = maskCardData(fileName(this.#sent.name, kind));
    return {
      ...this.#place,
      use: this.#use,
      parts: this.#parts,
      digest: this.#sealedSum.digest(),
      content: {
        key: this.#key,
        head: this.#sealer.head,
        name: fileName(text, kind),
        kind,
        size: this.#size,
        sha256: this.#plainSum.digest(),
      },
    };
  }

  /** Seals and stores in pieces, however much comes at once: an image comes whole. */
  async #seal(bytes: Uint8Array): Promise<void> {
    this.#plainSum.update(bytes);
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length; at += partBytes)
      await this.#store(this.#sealer.push(bytes.subarray(at, at + partBytes)), false);
  }

  /** Stores whole parts of what has been sealed; with the last whatever there is. */
  async #store(sealed: Uint8Array, last: boolean): Promise<void> {
    this.#waiting.push(sealed);
    this.#waitingBytes += sealed.length;
    if (this.#waitingBytes < partBytes && !last) return;
    const all = concat(...this.#waiting);
    const upTo = last ? all.length : all.length - (all.length % partBytes);
    for (let at = 0; at < upTo; at += partBytes)
      await this.#put(all.subarray(at, Math.min(at + partBytes, upTo)));
    this.#waiting = [all.slice(upTo)];
    this.#waitingBytes = all.length - upTo;
  }

  async #put(bytes: Uint8Array): Promise<void> {
    const { service, subject, id } = this.#place;
    const what = { id, part: this.#parts, bytes };
    const stored = await this.#world.store.transaction((tx) => tx.files.addPart(service, subject, what));
    // Swept or destroyed meanwhile, with whom it belongs to.
    if (!stored) throw new KepilError('ERR_EXPIRED', 'file-gone');
    this.#sealedSum.update(bytes);
    this.#parts += 1;
  }
}

/** So many bytes are looked at and sealed at once. */
const pieceBytes = 65_536;

/** What comes in pieces of any length, in whole pieces: a byte at a time costs no more than all at once. */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let piece = new Uint8Array(pieceBytes);
  let filled = 0;
  for await (const some of bytes) {
    for (let at = 0; at < some.length; ) {
      const next = some.subarray(at, at + pieceBytes - filled);
      piece.set(next, filled);
      filled += next.length;
      at += next.length;
      if (filled < pieceBytes) continue;
      yield piece;
      piece = new Uint8Array(pieceBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/**
 * Makes a file that was taken the person's, in the transaction of the act it belongs to: its key goes into
 * the store, sealed under theirs. Precondition: the gate allowed the act, in `entry`, which commits to the
 * digest of the file (`fileRecord`).
 *
 * @throws KepilError `ERR_EXPIRED` when it waited too long and was swept
 */
export async function keepFile(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; taken: TakenFile; entry: Id; matter?: Id },
): Promise<void> {
  const { subject, taken, entry, matter } = what;
  const { service, id, parts, digest, content } = taken;
  const owner = subject.record.id;
  const fits = taken.subject === owner && service === subject.service;
  const sealed = sealContent(world, { service, subject: owner, id }, { keys: subject.keys, content });
  const row = { id, parts, digest, sealed, reserved: content.size, keptAt: world.now(), entry };
  const kept = fits ? await tx.files.keep(service, owner, { ...row, ...(matter && { matter }) }) : 0;
  if (kept === 0) throw new KepilError('ERR_EXPIRED', 'file-gone');
}

/** Removes a file that was taken and is not kept; nothing happens when it is gone. */
export async function dropFile(world: World, { service, subject, id }: FilePlace): Promise<void> {
  await world.store.transaction(async (tx) => {
    const row = await tx.files.get(service, subject, id);
    if (row?.state === 'arriving') await tx.files.remove(service, subject, id);
  });
}

/** What the entry of an act commits to of a file: which it is, and the digest of what was kept. */
export function fileRecord({ id, content }: Pick<TakenFile, 'id' | 'content'>) {
  return { file: id, sha256: Buffer.from(content.sha256).toString('hex') };
}

/** A file that arrives and belongs to nobody's act within so many milliseconds goes. */
export const arrivingMs = 3_600_000;
