import { concat, textOf, utf8 } from '../base/index.ts';
import { type Orientation, orientationIn, orientationOnly } from './orientation.ts';

/** Chunks that make the image. All others, known or not, are left out; a moving image becomes a still one. */
const making: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'bKGD', 'hIST'],
  ...['pHYs', 'sPLT', 'cICP', 'mDCV', 'cLLI'],
];

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** @source ISO 3309 CRC-32, as PNG §5.5 uses it */
function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (let at = 0; at < bytes.length; at++)
    c = (table[(c ^ (bytes[at] as number)) & 0xff] as number) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function uint32(n: number): Uint8Array {
  return Uint8Array.of(n >>> 24, (n >>> 16) & 0xff, (n >>> 8) & 0xff, n & 0xff);
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = concat(utf8(name), body);
  return concat(uint32(body.length), named, uint32(crc32(named)));
}

interface PngChunk {
  readonly name: string;
  readonly body: Uint8Array;
  readonly end: number;
}

/** The chunk at `from`; undefined when it is cut short or its checksum is not its own. */
function chunkAt(bytes: Uint8Array, from: number): PngChunk | undefined {
  if (from + 12 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = from + 12 + view.getUint32(from);
  if (end > bytes.length) return undefined;
  const named = bytes.subarray(from + 4, end - 4);
  if (named.subarray(0, 4).some((byte) => byte < 0x41 || byte > 0x7a)) return undefined;
  if (crc32(named) !== view.getUint32(end - 4)) return undefined;
  return { name: textOf(named.subarray(0, 4)), body: named.subarray(4), end };
}

/**
 * A PNG without what does not make the image: texts, times, notes of the camera and of programs, unknown
 * chunks and whatever follows the end. Which way is up and the colour profile stay.
 *
 * @returns undefined when it is none, is cut short, or a checksum does not fit
 * @source W3C PNG 3 §5, §11
 */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let orientation: Orientation = 1;
  const seen = new Set<string>();
  for (let at = 8; ; ) {
    const next = chunkAt(bytes, at);
    if (!next || (at === 8 && (next.name !== 'IHDR' || next.body.length !== 13))) return undefined;
    const { name, body, end } = next;
    if (name === 'eXIf') orientation = orientationIn(body);
    seen.add(name);
    if (name === 'IEND') break;
    if (making.includes(name)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  if (!seen.has('IDAT')) return undefined;
  // Before the image data, as it must be: right after the header.
  if (orientation !== 1) parts.splice(2, 0, chunk('eXIf', orientationOnly(orientation)));
  return concat(...parts, chunk('IEND', new Uint8Array(0)));
}
