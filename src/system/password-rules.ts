import type { Problem } from '../base/index.ts';
import { guessBits } from './guessing.ts';
import { isCleanLine } from './typed.ts';
import type { World } from './world.ts';

/**
 * The shortest password that opens a cabinet on its own, in characters.
 * @source NIST SP 800-63B-4 §3.1.1.2
 */
export const shortestAlone = 15;

/** The longest password, in characters: any phrase fits, and hashing stays cheap. */
export const longestPassword = 256;

/** Bits below which a password is guessed by whoever knows what people choose. */
const fewBits = 44;

/** Words shorter than this are found in anything. */
const shortestWord = 3;

/** The words of texts, in lower case: each text whole, without its spaces, and in pieces. */
export function wordsOfTexts(texts: readonly string[]): ReadonlySet<string> {
  const all = texts.flatMap((text) => {
    const plain = text.normalize('NFKC').toLowerCase();
    return [plain, plain.replaceAll(/\s/g, ''), ...plain.split(/[^\p{L}\p{M}\p{N}]+/u)];
  });
  return new Set(all.filter((word) => [...word].length >= shortestWord));
}

/**
 * What is wrong with a password as chosen: too short or too long, one that many people have or that is soon
 * guessed, or one made of words about the person and the service (`texts`). No rule says which characters it
 * must have; spaces and any script count.
 *
 * @source NIST SP 800-63B-4 §3.1.1.2; OWASP ASVS 5.0 V6.2
 */
export async function checkPassword(
  world: Pick<World, 'passwords'>,
  password: string,
  { shortest, texts }: { readonly shortest: number; readonly texts: readonly string[] },
): Promise<readonly Problem[]> {
  const fault = (code: string, params?: Problem['params']): readonly Problem[] => [
    { code, severity: 'error', field: 'password', ...(params && { params }) },
  ];
  const characters = [...password.normalize('NFKC')].length;
  if (characters < shortest) return fault('password-short', { n: shortest });
  if (characters > longestPassword) return fault('field-too-long', { n: longestPassword });
  if (!isCleanLine(password)) return fault('field-characters');
  const common = await world.passwords.common();
  if (guessBits(password, { common, words: new Set() }) < fewBits) return fault('password-common');
  if (guessBits(password, { common, words: wordsOfTexts(texts) }) < fewBits) return fault('password-own');
  return [];
}
