import { concat, utf8 } from '../base/index.ts';

/**
 * How an image lies, as a camera notes it: 1 upright, 2 to 8 turned or mirrored.
 *
 * @source CIPA DC-008 §4.6.5
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const orientationTag = 0x0112;
const shortType = 3;
/** Fields of a directory that are looked at. */
const mostFields = 512;

/**
 * The orientation in a TIFF header, the one thing of a camera's notes that is kept: without it a scan lies on
 * its side. 1 for anything that does not say.
 */
export function orientationIn(tiff: Uint8Array): Orientation {
  if (tiff.length < 14) return 1;
  const little = tiff[0] === 0x49 && tiff[1] === 0x49;
  if (!little && !(tiff[0] === 0x4d && tiff[1] === 0x4d)) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const start = view.getUint32(4, little);
  if (start < 8 || start + 2 > tiff.length) return 1;
  const fields = Math.min(view.getUint16(start, little), mostFields);
  for (let n = 0; n < fields; n++) {
    const at = start + 2 + n * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== orientationTag) continue;
    const value = view.getUint16(at + 2, little) === shortType ? view.getUint16(at + 8, little) : 1;
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** A TIFF header that says the orientation and nothing else. */
export function orientationOnly(orientation: Orientation): Uint8Array {
  return Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[orientationTag >> 8, orientationTag & 0xff, 0, shortType, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
}

/** What stands before a TIFF header in a JPEG, and sometimes in a WebP. */
export const exifMark: Uint8Array = concat(utf8('Exif'), Uint8Array.of(0, 0));
