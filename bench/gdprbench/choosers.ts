/** Numbers between 0 and 1 that are the same for the same seed. */
export type Chance = () => number;

/** A small generator (mulberry32): deterministic, good enough to choose keys by. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const theta = 0.99;
const items = 1e10;
/** The generalised harmonic number of `items` and `theta`. */
const zeta = 26.46902820178302;
const alpha = 1 / (1 - theta);
const second = 1 + 0.5 ** theta;
const eta = (1 - (2 / items) ** (1 - theta)) / (1 - second / zeta);

/** A rank from 0 on, the lower the more often: Zipf's law with exponent 0.99 over 10^10 items. */
export function zipfRank(chance: Chance): number {
  const u = chance();
  const uz = u * zeta;
  if (uz < 1) return 0;
  if (uz < second) return 1;
  return Math.floor(items * (eta * u - eta + 1) ** alpha);
}

const offset = 0xcbf29ce484222325n;
const prime = 1099511628211n;

/** FNV-1a-64 of the eight bytes of a number, lowest first, as a positive number. */
export function fnv64(value: number): bigint {
  let rest = BigInt(value);
  let hash = offset;
  for (let n = 0; n < 8; n++) {
    hash = BigInt.asUintN(64, (hash ^ (rest & 0xffn)) * prime);
    rest >>= 8n;
  }
  const signed = BigInt.asIntN(64, hash);
  return signed < 0n ? -signed : signed;
}

/** Chooses a number below `count`: each as often as any other. */
export const uniform = (chance: Chance, count: number): number => Math.floor(chance() * count);

/** Chooses a number below `count` by Zipf's law, the frequent ones scattered over all. */
export const scrambledZipf = (chance: Chance, count: number): number =>
  Number(fnv64(zipfRank(chance)) % BigInt(count));
