import { concat, equalBytes, utf8 } from '../base/index.ts';
import { exifMark, type Orientation, orientationIn, orientationOnly } from './orientation.ts';

const begins = (bytes: Uint8Array, mark: Uint8Array) => equalBytes(bytes.subarray(0, mark.length), mark);
const jfif = utf8('JFIF\u0000');
const icc = utf8('ICC_PROFILE\u0000');
const adobe = utf8('Adobe');

/** A marker with its two bytes of length and what they announce. */
function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  return concat(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body);
}

/** What is kept of a segment of an application; nothing of most. */
function kept(marker: number, body: Uint8Array): Uint8Array | undefined {
  // A preview in miniature goes: it may show what was cut off the image.
  if (marker === 0xe0 && begins(body, jfif) && body.length >= 14)
    return segment(marker, concat(body.subarray(0, 12), Uint8Array.of(0, 0)));
  if (marker === 0xe2 && begins(body, icc)) return segment(marker, body);
  // Says how the colours are coded.
  if (marker === 0xee && begins(body, adobe)) return segment(marker, body.subarray(0, 12));
  return undefined;
}

const isStart = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Where the coded image that begins at `from` ends: at the next marker that is none of its own. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** Markers that take up a JPEG until its last. */
class Segments {
  readonly parts: Uint8Array[] = [];
  orientation: Orientation = 1;
  framed = false;
  scanned = false;

  /** Takes a segment. @returns where the next one begins */
  take(bytes: Uint8Array, at: { marker: number; from: number; end: number }): number {
    const { marker, from, end } = at;
    const body = bytes.subarray(from + 4, end);
    if (marker >= 0xe0 && marker <= 0xef) {
      if (marker === 0xe1 && begins(body, exifMark)) this.orientation = orientationIn(body.subarray(6));
      const part = kept(marker, body);
      if (part) this.parts.push(part);
      return end;
    }
    // A comment.
    if (marker === 0xfe) return end;
    this.framed ||= isStart(marker);
    if (marker !== 0xda) {
      this.parts.push(bytes.subarray(from, end));
      return end;
    }
    this.scanned = true;
    const after = afterScan(bytes, end);
    this.parts.push(bytes.subarray(from, after));
    return after;
  }
}

/**
 * A JPEG without what does not make the image: notes of the camera and of programs, places, comments,
 * previews, further images and whatever follows the end. Which way is up and the colour profile stay.
 *
 * @returns undefined when it is none, or is cut short
 * @source ITU-T T.81 Annex B
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const segments = new Segments();
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] as number;
    // Bytes that fill up.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return whole(segments);
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length) return undefined;
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    at = segments.take(bytes, { marker, from: at, end });
  }
  return undefined;
}

function whole({ parts, orientation, framed, scanned }: Segments): Uint8Array | undefined {
  if (!framed || !scanned) return undefined;
  const turned = orientation === 1 ? [] : [segment(0xe1, concat(exifMark, orientationOnly(orientation)))];
  return concat(Uint8Array.of(0xff, 0xd8), ...turned, ...parts, Uint8Array.of(0xff, 0xd9));
}
