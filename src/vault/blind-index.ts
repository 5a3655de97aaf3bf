import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Crypto } from '../base/index.ts';
import { subkey } from './envelope.ts';

/** Fields that can be looked up exactly. */
export type IndexedField = 'email' | 'phone' | 'iin' | 'name';

function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}

/**
 * E.164 with the plus; numbers without a country are Kazakhstan's. What has no phone's length keeps its
 * digits only.
 */
function normalPhone(value: string): string {
  const parsed = parsePhoneNumberFromString(value.normalize('NFKC'), 'KZ');
  return parsed?.isPossible() ? parsed.number : digitsOf(value);
}

const rules: Readonly<Record<IndexedField, (value: string) => string>> = {
  email: (value) => value.trim().normalize('NFC').toLowerCase(),
  phone: normalPhone,
  iin: digitsOf,
  name: (value) => value.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim(),
};

/**
 * The one form of the many ways people write the same value; what is looked up is compared in this form.
 *
 * E-mail: trimmed, NFC, lower case. Phone: E.164, `8 701 …` becomes `+7701…`. IIN: digits. Name: NFC, lower
 * case, single spaces, `ё` as `е`. A phone without a plus in front is none: no number of any country has that
 * length.
 */
export function normalise(field: IndexedField, value: string): string {
  return rules[field](value);
}

/**
 * What stands in a blind index for a normalised value: the first 16 bytes of HMAC(index key, framed(field,
 * value)).
 *
 * Whoever lacks the service's index key (32 bytes) can neither guess values nor compare services.
 */
export function blindDigest(
  indexKey: Uint8Array,
  field: string,
  normalised: string,
  crypto: Crypto,
): Uint8Array {
  return subkey(indexKey, ['kepil/blind-index/v1', field, normalised], crypto).slice(0, 16);
}
