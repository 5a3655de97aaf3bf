import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Id } from '../src/base/index.ts';
import { nodeCrypto, type ServiceKeys } from '../src/keys/index.ts';
import { draftKeyOf, openBytes, unwrapSubjectKeys } from '../src/vault/index.ts';

/** Length of wrapped keys of a subject: head, nonce, two keys, tag. @see docs/formats/segment.md */
const wrappedBytes = 8 + 12 + 64 + 16;

/** Every file under a folder, as it lies on the disk. */
export function rawFiles(folder: string): readonly Buffer[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
}

function* placesOf(files: readonly Buffer[], magic: string): Iterable<Buffer> {
  for (const file of files)
    for (let at = file.indexOf(magic); at >= 0; at = file.indexOf(magic, at + 1)) yield file.subarray(at);
}

interface Of {
  readonly service: Id;
  readonly subject: Id;
  readonly ring: ServiceKeys;
}

/** How many wrapped keys of a subject lie in bytes, and how many of them an epoch that lives opens. */
export function wrappedIn(files: readonly Buffer[], { service, subject, ring }: Of) {
  const counts = { found: 0, open: 0 };
  for (const place of placesOf(files, 'KSK1')) {
    const bytes = new Uint8Array(place.subarray(0, wrappedBytes));
    if (bytes.length < wrappedBytes) continue;
    counts.found += 1;
    const epoch = place.readUInt32BE(4);
    const opens = ring.epochs.some((living) => {
      const at = { service, subject, epochKey: ring.epochKey(living) };
      return unwrapSubjectKeys({ epoch, bytes }, at, nodeCrypto) !== undefined;
    });
    if (opens) counts.open += 1;
  }
  return counts;
}

/** How many copies of a registration, sealed in `length` bytes, an epoch that lives opens. */
export function draftsIn(
  files: readonly Buffer[],
  { draft, length, ring }: { draft: Id; length: number; ring: ServiceKeys },
): number {
  const keys = ring.epochs.map((epoch) => draftKeyOf(ring.epochKey(epoch), nodeCrypto));
  const opens = (bytes: Uint8Array) =>
    keys.some((key) => openBytes(key, `draft:${draft}`, bytes, nodeCrypto) !== undefined);
  return [...placesOf(files, 'KSB1')].filter((place) => opens(new Uint8Array(place.subarray(0, length))))
    .length;
}
