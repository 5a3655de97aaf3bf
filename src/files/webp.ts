import { concat, equalBytes, textOf, utf8 } from '../base/index.ts';
import { exifMark, type Orientation, orientationIn, orientationOnly } from './orientation.ts';

/** Chunks that make the image, before or after whose data nothing else is kept. */
const making: readonly string[] = ['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'];
const moving: readonly string[] = ['ANIM', 'ANMF'];

const hasExif = 0x08;
const hasXmp = 0x04;

function uint32(n: number): Uint8Array {
  return Uint8Array.of(n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, n >>> 24);
}

/** A chunk, with a byte more where its length is odd. */
function chunk(name: string, body: Uint8Array): Uint8Array {
  return concat(utf8(name), uint32(body.length), body, new Uint8Array(body.length % 2));
}

interface WebpChunk {
  readonly name: string;
  readonly body: Uint8Array;
  readonly end: number;
}

function chunkAt(bytes: Uint8Array, from: number): WebpChunk | undefined {
  if (from + 8 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(from + 4, true);
  const end = from + 8 + length + (length % 2);
  const letters = bytes.subarray(from, from + 4);
  if (end > bytes.length || letters.some((byte) => byte < 0x20 || byte > 0x7e)) return undefined;
  return { name: textOf(letters), body: bytes.subarray(from + 8, from + 8 + length), end };
}

function tiffIn(body: Uint8Array): Uint8Array {
  return equalBytes(body.subarray(0, exifMark.length), exifMark) ? body.subarray(exifMark.length) : body;
}

/** The chunks within the length that the file says of itself; undefined when one is cut short. */
function chunksOf(bytes: Uint8Array): readonly WebpChunk[] | undefined {
  if (bytes.length < 20) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return undefined;
  const inside = bytes.subarray(0, whole);
  const chunks: WebpChunk[] = [];
  for (let at = 12; at < whole; at = chunks.at(-1)?.end ?? whole) {
    const next = chunkAt(inside, at);
    if (!next) return undefined;
    chunks.push(next);
  }
  return chunks;
}

/**
 * A WebP without what does not make the image: notes of the camera and of programs, unknown chunks and
 * whatever follows the end. Which way is up and the colour profile stay. Moving images are none here.
 *
 * @returns undefined when it is none, moves, or is cut short
 * @source RFC 9649 §2
 */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = chunksOf(bytes);
  if (!chunks || chunks.some(({ name }) => moving.includes(name))) return undefined;
  if (!chunks.some(({ name }) => name === 'VP8 ' || name === 'VP8L')) return undefined;
  const notes = chunks.find(({ name }) => name === 'EXIF');
  const orientation: Orientation = notes ? orientationIn(tiffIn(notes.body)) : 1;
  const turned = orientation !== 1;
  const parts = chunks
    .filter(({ name }) => making.includes(name))
    .map(({ name, body }) => chunk(name, name === 'VP8X' ? flagged(body, turned) : body));
  if (turned) parts.push(chunk('EXIF', orientationOnly(orientation)));
  const inside = concat(utf8('WEBP'), ...parts);
  return concat(utf8('RIFF'), uint32(inside.length), inside);
}

/** The header says whether notes follow. */
function flagged(body: Uint8Array, turned: boolean): Uint8Array {
  const flags = (body[0] ?? 0) & ~(hasExif | hasXmp);
  return concat(Uint8Array.of(turned ? flags | hasExif : flags), body.subarray(1));
}
