import { textOf, utf8 } from '../base/index.ts';
import { decodeEntry } from './encode.ts';
import type { Entry } from './entry.ts';

/**
 * Tells entries by the shapes of those seen before, several times quicker than by decoding each.
 *
 * A log repeats a few shapes: the same fields and keys, and of the rest only ids, tags, digests and instants
 * differ, all of one length. What fits no shape is decoded, and teaches its own. Bytes are taken for an entry
 * exactly when `decodeEntry` takes them.
 */
export class EntryShapes {
  /** By the length of the leaf. */
  private readonly shapes = new Map<number, Shape[]>();
  private count = 0;

  /** Whether the bytes from `start` to `end` are an entry. */
  isEntry(leaves: Leaves, start: number, end: number): boolean {
    const known = this.shapes.get(end - start);
    if (known?.some((shape) => fits(shape, leaves, start))) return true;
    const leaf = leaves.bytes.subarray(start, end);
    const entry = decodeEntry(leaf);
    if (entry) this.learn(leaf, entry);
    return entry !== undefined;
  }

  private learn(leaf: Uint8Array, entry: Entry): void {
    const others = this.shapes.get(leaf.length) ?? [];
    if (others.length >= shapesOfLengthAtMost || this.count >= shapesAtMost) return;
    this.shapes.set(leaf.length, [...others, shapeOf(leaf, entry)]);
    this.count++;
  }
}

/** Bounds for a log made to have no two entries alike: time wasted on each, and memory. */
const shapesOfLengthAtMost = 16;
const shapesAtMost = 2048;

/** Bytes with leaves in them, and a view of the very same. */
export interface Leaves {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** What may stand at each byte. Most stand as they are, and are compared four at a time. */
interface Shape {
  /** Where each group of four bytes begins, which of their bits are to be as they are, and how. */
  readonly groups: Uint32Array;
  readonly masks: Int32Array;
  readonly fixed: Int32Array;
  /** Where the other bytes are, and of each where in `kindsAt` its kind begins. */
  readonly open: Uint32Array;
  readonly kindOf: Uint16Array;
  /** Where the instant begins. */
  readonly at: number;
}

const kinds = ['0123456789', '0123456789abcdef', base64Url(), 'AQgw', 'AEIMQUYcgkosw048'] as const;
const [digit, hex, letter, lastOf16, lastOf32] = [256, 512, 768, 1024, 1280];
/** By kind and byte whether it may stand there. */
const kindsAt = Uint8Array.from({ length: kinds.length * 256 }, (_, i) =>
  kinds[i >> 8]?.includes(String.fromCharCode(i & 255)) ? 1 : 0,
);

function base64Url(): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
}

function fits(
  { groups, masks, fixed, open, kindOf, at }: Shape,
  { bytes, view }: Leaves,
  start: number,
): boolean {
  for (let i = 0; i < masks.length; i++) {
    if ((view.getInt32(start + (groups[i] as number)) & (masks[i] as number)) !== fixed[i]) return false;
  }
  for (let i = 0; i < open.length; i++) {
    const byte = bytes[start + (open[i] as number)] as number;
    if (kindsAt[(kindOf[i] as number) + byte] === 0) return false;
  }
  return isOnCalendar(bytes, start + at);
}

/** Days of each month; the 29th of February is left to who knows the year. */
const days = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether `YYYY-MM-DDThh:mm:ss`, of which the digits are digits, is an instant that exists. */
function isOnCalendar(bytes: Uint8Array, at: number): boolean {
  const two = (from: number) =>
    ((bytes[at + from] as number) - 48) * 10 + (bytes[at + from + 1] as number) - 48;
  const day = two(8);
  if (day < 1 || day > (days[two(5)] ?? 0)) return false;
  return two(11) < 24 && two(14) < 60 && two(17) < 60;
}

/** The shape of an entry: as its leaf, but for what differs from entry to entry. */
function shapeOf(leaf: Uint8Array, entry: Entry): Shape {
  const wanted = Uint16Array.from(leaf);
  const text = textOf(leaf);
  // Letters beyond ASCII stand in `because` alone; positions are those of bytes.
  const placeOf = (name: string, value: string) => {
    const before = text.indexOf(`"${name}":"${value}"`) + name.length + 4;
    return before + utf8Extra(text.slice(0, before));
  };
  const open = (name: string, value: string | undefined, kind: (i: number, byte: number) => number) => {
    if (value === undefined) return;
    const from = placeOf(name, value);
    for (let i = 0; i < value.length; i++) wanted[from + i] = kind(i, leaf[from + i] as number);
  };
  open('at', entry.at, (_, byte) => (isDigit(byte) ? digit : byte));
  open('tag', entry.actor.tag, (i) => (i < 21 ? letter : lastOf16));
  open('subject', entry.subject, (i) => (i < 21 ? letter : lastOf16));
  open('commitment', entry.commitment, (i) => (i < 42 ? letter : lastOf32));
  for (const name of ['id', 'decision'] as const) open(name, entry[name], uuidAt);
  if (entry.matter !== undefined && uuid.test(entry.matter)) open('matter', entry.matter, uuidAt);
  return { ...compiled(wanted), at: placeOf('at', entry.at) };
}

/** `wanted`: of each byte itself, or a kind, which is more than any byte. */
function compiled(wanted: Uint16Array): Omit<Shape, 'at'> {
  const open = Uint32Array.from([...wanted.keys()].filter((i) => (wanted[i] as number) > 255));
  const groups = Uint32Array.from({ length: Math.ceil(wanted.length / 4) }, (_, n) =>
    Math.min(4 * n, wanted.length - 4),
  );
  const word = (of: (byte: number) => number) =>
    Int32Array.from(groups, (at) =>
      [0, 1, 2, 3].reduce((sum, i) => (sum << 8) | of(wanted[at + i] as number), 0),
    );
  return {
    groups,
    masks: word((byte) => (byte > 255 ? 0 : 255)),
    fixed: word((byte) => (byte > 255 ? 0 : byte)),
    open,
    kindOf: Uint16Array.from(open, (i) => (wanted[i] as number) - 256),
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const dash = 45;
const uuidAt = (_: number, byte: number) => (byte === dash ? dash : hex);
const isDigit = (byte: number) => byte >= 48 && byte <= 57;

/** Bytes of a text beyond one for each letter. */
function utf8Extra(text: string): number {
  return utf8(text).length - text.length;
}
