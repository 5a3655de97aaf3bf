import type { Language } from '../base/index.ts';
import { foldOf, wordOf } from './token.ts';

/** What may stand at one place of a pattern: any of these forms. */
export interface Forms {
  readonly stems: ReadonlySet<string>;
  /** Stems of Kazakh verbs that must be denied. */
  readonly denied: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  /** Whole words in just this form; `#` stands for any number. */
  readonly words: ReadonlySet<string>;
}

/** One place of a pattern, after at most `gap` other words and no stronger pause than `pause`. */
export interface Place {
  readonly forms: Forms;
  readonly gap: number;
  readonly pause: number;
  readonly optional: boolean;
}

/** A compiled sequence of places, and what must not stand right before and right behind it. */
export interface Pattern {
  readonly text: string;
  /** Which of the alternatives of the row it belongs to. */
  readonly alternative: number;
  readonly places: readonly Place[];
  readonly notBefore: Forms | undefined;
  readonly notBehind: Forms | undefined;
}

/** Word classes by name, for `@name` in patterns. */
export type WordClasses = Readonly<Record<string, string>>;

/** What a pattern is compiled with. */
export interface Grammar {
  readonly language: Language;
  readonly classes: WordClasses;
  /** The places compiled so far by how they are written: equal ones are the same. */
  readonly known?: Map<string, Forms>;
}

/**
 * Compiles pattern text.
 *
 * ` / ` parts alternatives. Words are compared by stem; `abc*` by beginning; `=abc` as they are; `^abc` when
 * the Kazakh verb is denied (a word printed in that form needs no sign); `#` any number; `a|b` either;
 * `@name` a word class; `a?` may be missing; `-abc` in front: not right behind that word, at the end: not
 * right before it. A space allows one other word between, `..` four, `...` fifteen (and any pause within the
 * sentence), `~` two but no comma, `+` none. Among the words of a choice `a_b` stands for two words in a row.
 */
export function compile(text: string, grammar: Grammar): readonly Pattern[] {
  return text
    .split(' / ')
    .flatMap((one, alternative) =>
      unfolded(one.trim()).map((words) => ({ ...sequence(words, grammar), text: one.trim(), alternative })),
    );
}

/** `a|b_c d` as `a d` and `b+c d`: a choice between one word and two becomes two patterns. */
function unfolded(text: string): readonly string[] {
  if (!text.includes('_')) return [text];
  return text.split(' ').reduce<readonly string[]>(
    (all, part) => {
      const words = part.split('|');
      const single = words.filter((word) => !word.includes('_')).join('|');
      const forms = words.filter((word) => word.includes('_')).map((word) => word.replaceAll('_', '+'));
      const ways = single === '' ? forms : [single, ...forms];
      return all.flatMap((begun) => ways.map((way) => `${begun} ${way}`.trim()));
    },
    [''],
  );
}

/** Words that may lie between, and the strongest pause among them. */
const steps: Readonly<Record<string, readonly [gap: number, pause: number]>> = {
  '+': [0, 1],
  '~': [2, 0],
  '..': [4, 1],
  '...': [15, 2],
};

function sequence(text: string, grammar: Grammar): Omit<Pattern, 'text' | 'alternative'> {
  const places: Place[] = [];
  let notBefore: Forms | undefined;
  let notBehind: Forms | undefined;
  let [gap, pause] = [1, 1];
  for (const part of text.replaceAll('+', ' + ').split(/\s+/)) {
    const step = steps[part];
    if (step) [gap, pause] = step;
    else if (part.startsWith('-')) {
      const forms = formsOf(part.slice(1), grammar);
      if (places.length === 0) notBefore = forms;
      else notBehind = forms;
    } else {
      const optional = part.endsWith('?');
      places.push({ forms: formsOf(optional ? part.slice(0, -1) : part, grammar), gap, pause, optional });
      [gap, pause] = [1, 1];
    }
  }
  return { places, notBefore, notBehind };
}

function formsOf(part: string, grammar: Grammar): Forms {
  const known = grammar.known?.get(part);
  if (known) return known;
  const forms = newForms(part, grammar);
  grammar.known?.set(part, forms);
  return forms;
}

function newForms(part: string, grammar: Grammar): Forms {
  const stems = new Set<string>();
  const denied = new Set<string>();
  const prefixes: string[] = [];
  const words = new Set<string>();
  for (const word of expand(part, grammar.classes)) {
    if (word === '#') words.add('#');
    else if (word.startsWith('=')) words.add(foldOf(word.slice(1)));
    else if (word.startsWith('^')) denied.add(wordOf(word.slice(1), grammar.language).stem);
    else if (word.endsWith('*')) prefixes.push(...softened(foldOf(word.slice(0, -1)), grammar.language));
    else {
      const known = wordOf(word, grammar.language);
      (known.denied ? denied : stems).add(known.stem);
    }
  }
  return { stems, denied, prefixes, words };
}

const soft: Readonly<Record<string, string>> = { қ: 'ғ', к: 'г', п: 'б' };

/** In Kazakh a last consonant softens before a vowel: «талап», but «талабы». */
function softened(prefix: string, language: Language): readonly string[] {
  const other = language === 'kk' ? soft[prefix.at(-1) ?? ''] : undefined;
  return other === undefined ? [prefix] : [prefix, prefix.slice(0, -1) + other];
}

function expand(part: string, classes: WordClasses): readonly string[] {
  return part
    .split('|')
    .flatMap((word) => (word.startsWith('@') ? expand(classes[word.slice(1)] ?? '', classes) : [word]));
}
