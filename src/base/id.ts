import { hexOf } from './bytes.ts';
import type { Random } from './crypto.ts';

/** A UUID in lower case, version 7 when made here. */
export type Id = string;

/**
 * The id that stands where there is no subject: entries of the operator, not of a person.
 *
 * @source RFC 9562 §5.9
 */
export const nilId: Id = '00000000-0000-0000-0000-000000000000';

/**
 * A new UUID version 7: sorts by `now` (milliseconds since the epoch), 74 bits of chance.
 *
 * @source RFC 9562 §5.7
 */
export function newId(now: number, random: Random): Id {
  const bytes = new Uint8Array(16);
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random(10), 6);
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = hexOf(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether `text` has the form of an id. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
