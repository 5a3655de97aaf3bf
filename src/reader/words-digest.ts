import { type Hash, hexOf, utf8 } from '../base/index.ts';
import type { Clause } from '../policy/index.ts';

/**
 * SHA-256 in hexadecimal of a clause's words without its printed number and outer space: the same clause has
 * the same digest after a clause was put in above it.
 */
export function digestOfWords({ number, span }: Clause, body: string, hash: Hash): string {
  const line = body.slice(span.start, span.end).trim();
  const words = line.startsWith(number) ? line.slice(number.length).trim() : line;
  return hexOf(hash(utf8(words.toWellFormed())));
}
