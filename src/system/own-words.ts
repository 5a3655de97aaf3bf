import type { Problem } from '../base/index.ts';
import { faultInLine, isBlank } from './typed.ts';

/** A line of the officer's own words, as it was typed, and what may be wrong with it. */
interface OwnWords {
  readonly field: string;
  readonly text: string;
  readonly longest: number;
  /** Code for a longer one; `n` is how long it may be. */
  readonly long: string;
  /** Code for none; absent where it may be left out. */
  readonly missing?: string;
}

/** What is wrong with a line of the officer's own words. Pure. */
export function problemsOfWords({ field, text, longest, long, missing }: OwnWords): readonly Problem[] {
  const words = text.trim();
  const wrong = (code: string, params: Problem['params'] = {}): readonly Problem[] => [
    { code, severity: 'error', field, params },
  ];
  if (words === '') return missing === undefined ? [] : wrong(missing);
  const fault = faultInLine(words) ?? (isBlank(words) ? 'field-characters' : undefined);
  if (fault) return wrong(fault);
  return words.length > longest ? wrong(long, { n: longest }) : [];
}
