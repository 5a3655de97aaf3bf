import { concat, equalBytes } from '../../src/base/index.ts';
import type { Chance } from '../kill/chance.ts';

/** One decoder under fire. To put another one there, add its row to `table.ts`; nothing else. */
export interface Decoder {
  readonly name: string;
  /** Right inputs. Parts of one are put into another, as somebody would who replays what was sent before. */
  readonly samples: readonly Uint8Array[];
  /**
   * What the decoder makes of `bytes`; undefined: refused. Of a decoder of sealed or signed things: what it
   * shows. Of one of things in the open: the bytes it would write for what it read.
   *
   * @throws only what `refuses` knows
   */
  read(bytes: Uint8Array): Shown | Promise<Shown>;
  /**
   * `sealed`: what was changed is refused, or shows what the very sample shows, as when a line of another
   * signer was added. `open`: what is read is written the same again, so that two texts never mean one thing.
   */
  readonly law: 'sealed' | 'open';
  /** Errors that are its documented way to refuse; none when it never throws. */
  refuses?(error: unknown): boolean;
  /** How many times fewer inputs it gets than others, because each takes so much longer. */
  readonly slower?: number;
}

/** What a decoder showed. */
export type Shown = Uint8Array | string | undefined;

/** What came of one decoder. */
export interface Barrage {
  readonly name: string;
  readonly inputs: number;
  readonly refused: number;
  /** Accepted, and rightly: it still said the same. */
  readonly same: number;
  /** Inputs that broke the law, with what happened; in hexadecimal, so that they can become a test. */
  readonly faults: readonly { readonly input: string; readonly what: string }[];
}

const noise = (chance: Chance, length: number) => Uint8Array.from({ length }, () => chance.between(0, 255));

type Change = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array;
const place = (bytes: Uint8Array, chance: Chance) => chance.between(0, Math.max(0, bytes.length - 1));

/** Ways to spoil bytes, each of them something that disks, networks or people do. */
const changes: readonly Change[] = [
  // A bit flips.
  (bytes, chance) => {
    const at = place(bytes, chance);
    return bytes.length === 0 ? bytes : bytes.with(at, (bytes[at] as number) ^ (1 << chance.between(0, 7)));
  },
  // A byte becomes another, often one that means something in a text.
  (bytes, chance) => {
    const put = chance.happens(0.5)
      ? chance.between(0, 255)
      : (chance.pick([0, 10, 13, 32, 34, 43, 45, 48, 61, 125]) ?? 0);
    return bytes.length === 0 ? bytes : bytes.with(place(bytes, chance), put);
  },
  (bytes, chance) => bytes.slice(0, place(bytes, chance)),
  (bytes, chance) => bytes.slice(place(bytes, chance)),
  // Something is left out, put in, doubled.
  (bytes, chance) => {
    const at = place(bytes, chance);
    return concat(bytes.subarray(0, at), bytes.subarray(at + chance.between(1, 40)));
  },
  (bytes, chance) => {
    const at = place(bytes, chance);
    return concat(bytes.subarray(0, at), noise(chance, chance.between(1, 40)), bytes.subarray(at));
  },
  (bytes, chance) => {
    const at = place(bytes, chance);
    return concat(bytes.subarray(0, at + chance.between(1, 80)), bytes.subarray(at));
  },
  // Two parts change places.
  (bytes, chance) => {
    const [a, b] = [place(bytes, chance), place(bytes, chance)].sort((x, y) => x - y) as [number, number];
    const end = chance.between(b, bytes.length);
    return concat(bytes.subarray(0, a), bytes.subarray(b, end), bytes.subarray(a, b), bytes.subarray(end));
  },
  // The beginning of one, the end of another.
  (bytes, chance, other) =>
    concat(bytes.subarray(0, place(bytes, chance)), other.subarray(place(other, chance))),
  // The same place of another.
  (bytes, chance, other) => {
    const at = place(bytes, chance);
    const end = at + chance.between(1, 64);
    return concat(bytes.subarray(0, at), other.subarray(at, end), bytes.subarray(end));
  },
  // Nothing of it is left.
  (bytes, chance) => noise(chance, chance.between(0, bytes.length)),
];

function spoiled(sample: Uint8Array, chance: Chance, other: Uint8Array): Uint8Array {
  let bytes = sample;
  for (let n = chance.between(1, 3); n > 0; n--)
    bytes = chance.pick(changes)?.(bytes, chance, other) ?? bytes;
  return bytes;
}

const hexadecimal = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const keyOf = (shown: Shown) => (shown instanceof Uint8Array ? hexadecimal(shown) : shown);

/** Every shorter beginning of the samples that are short, then `count` samples spoiled. */
function* inputs(
  decoder: Decoder,
  count: number,
  chance: Chance,
): Generator<{ sample: Uint8Array; input: Uint8Array }> {
  const [first = new Uint8Array()] = decoder.samples;
  const cuts = Math.min(first.length, Math.ceil(count / 4));
  for (let n = 0; n < cuts; n++)
    yield { sample: first, input: first.slice(0, Math.floor((n * first.length) / cuts)) };
  for (let n = cuts; n < count; n++) {
    const sample = chance.pick(decoder.samples) ?? first;
    yield { sample, input: spoiled(sample, chance, chance.pick(decoder.samples) ?? first) };
  }
}

/** Throws `count` spoiled inputs at a decoder. */
export async function fireAt(decoder: Decoder, count: number, chance: Chance): Promise<Barrage> {
  const rights = await Promise.all(decoder.samples.map(async (sample) => keyOf(await decoder.read(sample))));
  if (rights.includes(undefined)) throw new Error(`${decoder.name}: a sample is refused`);
  const faults: { input: string; what: string }[] = [];
  let [refused, same] = [0, 0];
  const many = Math.ceil(count / (decoder.slower ?? 1));
  for (const { input } of inputs(decoder, many, chance)) {
    const fault = (what: string) => faults.push({ input: hexadecimal(input), what });
    try {
      const shown = await decoder.read(input);
      if (shown === undefined) refused++;
      else if (decoder.law === 'sealed' ? rights.includes(keyOf(shown)) : isSame(shown, input)) same++;
      else fault(`taken for ${keyOf(shown)?.slice(0, 200)}`);
    } catch (error) {
      if (decoder.refuses?.(error)) refused++;
      else fault(error instanceof Error ? `${error.name}: ${error.message}` : 'threw something');
    }
  }
  return { name: decoder.name, inputs: many, refused, same, faults };
}

function isSame(shown: Shown, input: Uint8Array): boolean {
  return equalBytes(
    typeof shown === 'string' ? Buffer.from(shown, 'utf8') : (shown ?? new Uint8Array()),
    input,
  );
}
