import { base64Of, fromBase64, type Id, textOf, utf8 } from '../base/index.ts';
import type { FileKind } from '../files/index.ts';
import type { OwnedFile } from '../store/index.ts';
import { openBytes, type SubjectKeys, sealBytes, sealedFileChunkBytes } from '../vault/index.ts';
import { SealBroken } from './subjects.ts';
import type { World } from './world.ts';

/** Sealed chunks in one row of the store: 512 KiB of plaintext. */
export const chunksInPart = 32;

/** Bytes of a whole part. */
export const partBytes = chunksInPart * sealedFileChunkBytes;

/** Files are never changed: a better one is another file. */
export const fileVersion = 1;

/** What a file is: its own key, what its ciphertext begins with, and what else only its owner's keys open. */
export interface FileContent {
  readonly key: Uint8Array;
  readonly head: Uint8Array;
  /** What it is handed out as. */
  readonly name: string;
  readonly kind: FileKind;
  /** Bytes of what was kept, and their SHA-256. */
  readonly size: number;
  readonly sha256: Uint8Array;
}

/** Whose file, and which. */
export interface FilePlace {
  readonly service: Id;
  readonly subject: Id;
  readonly id: Id;
}

/** Where the ciphertext of a file belongs. */
export const addressOf = ({ service, subject, id }: FilePlace) => ({
  service,
  subject,
  file: id,
  version: fileVersion,
});

const contextOf = ({ service, subject, id }: FilePlace) => `file:${service}:${subject}:${id}:${fileVersion}`;

/** Seals what a file is under the key of its owner, bound to service, owner, file and version. */
export function sealContent(
  world: World,
  at: FilePlace,
  what: { keys: SubjectKeys; content: FileContent },
): Uint8Array {
  const { key, head, name, kind, size, sha256 } = what.content;
  const bytes = { key: base64Of(key), head: base64Of(head), sha256: base64Of(sha256) };
  const text = utf8(JSON.stringify({ ...bytes, name, kind, size }));
  return sealBytes(what.keys.subjectKey, contextOf(at), text, world.crypto);
}

/** What a kept file is. @throws SealBroken when its row was swapped or edited */
export function contentOf(world: World, keys: SubjectKeys, row: OwnedFile): FileContent {
  const sealed = row.sealed && openBytes(keys.subjectKey, contextOf(row), row.sealed, world.crypto);
  const { service, subject } = row;
  if (!sealed) throw new SealBroken('segment-refused', { service, subject, place: 'file' });
  const { key, head, sha256, ...rest } = JSON.parse(textOf(sealed)) as Record<
    'key' | 'head' | 'sha256',
    string
  > &
    Pick<FileContent, 'name' | 'kind' | 'size'>;
  const bytes = (text: string) => fromBase64(text) ?? new Uint8Array(0);
  return { ...rest, key: bytes(key), head: bytes(head), sha256: bytes(sha256) };
}
