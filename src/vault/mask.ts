import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** How a form asks for a value; decides how it is masked. */
export type MaskedInput = 'text' | 'email' | 'phone' | 'iin' | 'date' | 'number' | 'none';

const hidden = '•••';
const letters = new Intl.Segmenter('ru', { granularity: 'grapheme' });

/** The first character as people count them, when at least two more stay hidden. */
function initial(text: string): string {
  const parts = Array.from(letters.segment(text), (part) => part.segment);
  return parts.length > 2 ? (parts[0] ?? '') : '';
}

function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at < 1 ? hidden : `${initial(value.slice(0, at))}${hidden}${value.slice(at)}`;
}

function maskPhone(value: string): string {
  const digits = value.replace(/\D/g, '');
  if (digits.length < 9) return hidden;
  const code = parsePhoneNumberFromString(value, 'KZ')?.countryCallingCode;
  const head = code ? `+${code} ` : '';
  return `${head}${hidden} ${hidden} ${digits.slice(-4, -2)} ${digits.slice(-2)}`;
}

function maskDate(value: string): string {
  const day = /^\d{4}-\d{2}-(\d{2})$/.exec(value)?.[1];
  return `${day ?? '••'}.••.••••`;
}

const masks: Readonly<Record<MaskedInput, (value: string) => string>> = {
  text: (value) => initial(value.trim()) + hidden,
  email: maskEmail,
  phone: maskPhone,
  iin: (value) => (/^\d{12}$/.test(value) ? `••••${value.slice(-4)}` : hidden),
  date: maskDate,
  number: () => hidden,
  none: () => hidden,
};

/**
 * A value as the cabinet and the console first show it: enough for its owner to know it, not enough to use.
 *
 * `a•••@mail.kz` · `+7 ••• ••• 12 34` · `••••0013` · `12.••.••••` (dates come as `YYYY-MM-DD`) · `А•••`.
 * Values too short to hide anything in are hidden whole; so are values that are not of their kind.
 */
export function maskValue(input: MaskedInput, value: string): string {
  return masks[input](value);
}
