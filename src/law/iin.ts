import { type CivilDate, isCivilDate } from '../base/index.ts';

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * Birth date and sex an individual identification number states; undefined when no such number can have been
 * issued.
 *
 * Twelve digits `YYMMDD C SSSS K`: `C` is century and sex (1, 2: 18xx; 3, 4: 19xx; 5, 6: 20xx; odd male), `K`
 * the control digit. `C` = 0, met in some programs for foreigners, is not confirmed and not accepted.
 *
 * @law DC Art. 45
 */
export function parseIin(text: string): { readonly birth: CivilDate; readonly sex: 'm' | 'f' } | undefined {
  if (!hasControlDigit(text)) return undefined;
  const century = Number(text[6]);
  if (century < 1 || century > 6) return undefined;
  const year = 1800 + 100 * Math.floor((century - 1) / 2) + Number(text.slice(0, 2));
  const birth = `${year}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return isCivilDate(birth) ? { birth, sex: century % 2 === 1 ? 'm' : 'f' } : undefined;
}

/**
 * Whether `text` can be a business identification number: month of registration, kind 4–6, control digit.
 * @law DC Art. 45
 */
export function isBin(text: string): boolean {
  return hasControlDigit(text) && /^\d\d(0[1-9]|1[0-2])[456]/.test(text);
}

/** A second row of weights is tried when the first gives 10; a number for which both do is never issued. */
function hasControlDigit(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, at) => total + weight * (digits[at] as number), 0) % 11;
  const first = sum(firstWeights);
  const control = first === 10 ? sum(secondWeights) : first;
  return control !== 10 && control === digits[11];
}
