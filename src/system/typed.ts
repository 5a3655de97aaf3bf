import { findCardData } from '../moderation/index.ts';
import { normalise } from '../vault/index.ts';

/**
 * Whether a text can be stored and shown as it was typed: no lone surrogates, no control characters but the
 * newline, nothing that was already lost on the way (U+FFFD).
 */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\uFFFD') && !/(?!\n)\p{Cc}/u.test(text);
}

/** The same on one line: no field that shows one line ever sends two. */
export function isCleanLine(text: string): boolean {
  return isCleanText(text) && !text.includes('\n');
}

/** What can be wrong with a line whatever field it stands in. */
export type LineFault = 'field-characters' | 'field-card-data';

/**
 * What forbids to keep a line as it was typed; undefined when nothing does. Numbers and codes of payment
 * cards are refused in every field: none is meant for them.
 */
export function faultInLine(text: string): LineFault | undefined {
  if (!isCleanLine(text)) return 'field-characters';
  return findCardData(text).length > 0 ? 'field-card-data' : undefined;
}

/** Whether nothing of a text can be seen: spaces, and characters without a shape of their own. */
export function isBlank(text: string): boolean {
  return !/[^\p{White_Space}\p{Cf}\p{Mn}]/u.test(text);
}

const longestEmail = 254;

/** What may stand before the @: anything that is seen, but what means something to a mail program. */
const localPart = /^[^\s@<>"(),:;\\[\]\p{C}]{1,64}$/u;
/** A part of a domain, in any script: letters and digits, hyphens between them. */
const domainPart = /^(?!.{64})[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/**
 * Whether a text is an e-mail address to which a message can go; spaces around it are not part of it.
 *
 * Quoted local parts, comments and addresses in brackets are refused: nobody has one, and each is a way to
 * say something to a mail program.
 * @source RFC 5321 §4.5.3.1, RFC 6531
 */
export function isEmail(text: string): boolean {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).split('.');
  return (
    address.length <= longestEmail &&
    localPart.test(address.slice(0, at)) &&
    domain.length > 1 &&
    domain.every((part) => domainPart.test(part))
  );
}

/** Whether a text is a telephone number, and nothing beside: digits, spaces, brackets, hyphens, one plus. */
export function isPhone(text: string): boolean {
  const number = text.trim().normalize('NFKC');
  return /^\+?[\d\s().\u2010-\u2015-]+$/.test(number) && /^\+\d{8,15}$/.test(normalise('phone', number));
}

/** Which kind of address a text is; undefined when it is neither an e-mail nor a phone number. */
export function kindOfAddress(text: string): 'email' | 'phone' | undefined {
  if (isEmail(text)) return 'email';
  return isPhone(text) ? 'phone' : undefined;
}
