/** Forms that no rule makes: each with the word it belongs to. */
const irregular: Readonly<Record<string, string>> = {
  sold: 'sell',
  kept: 'keep',
  given: 'give',
  gave: 'give',
  sent: 'send',
  held: 'hold',
  taken: 'take',
  took: 'take',
  made: 'make',
  known: 'know',
  knew: 'know',
  told: 'tell',
  seen: 'see',
  saw: 'see',
  written: 'write',
  wrote: 'write',
  chosen: 'choose',
  chose: 'choose',
  withdrawn: 'withdraw',
  withdrew: 'withdraw',
  bought: 'buy',
  paid: 'pay',
  found: 'find',
  got: 'get',
  gotten: 'get',
  brought: 'bring',
  understood: 'understand',
  undertaken: 'undertake',
  children: 'child',
  bases: 'basis',
  hidden: 'hide',
  shown: 'show',
  led: 'lead',
  met: 'meet',
  built: 'build',
};

/**
 * The stem of a lower-case English word: without the endings of number and tense, in one spelling.
 *
 * Words of one root but another part of speech stay apart: «provider» is not «provided», «personal» not
 * «person». Patterns name both where both are meant. O(length).
 */
export function englishStem(printed: string): string {
  const word = spelled(irregular[printed] ?? printed);
  if (word.length < 4) return word;
  return ended(withoutTense(withoutNumber(word)));
}

/** British spelling as American. */
function spelled(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1')
    .replace(/our(s|ed|ing|al)?$/, 'or$1')
    .replace(/(?<=.)ys(e|es|ed|ing)$/, 'yz$1')
    .replace(/fil(s|ment)?$/, 'fill$1')
    .replace(/(?<=cent)re(s)?$/, 'er$1');
}

function withoutNumber(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (/ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const root = /^(.+?)(?:ing|ed)$/.exec(word)?.[1];
  if (root === undefined || root.length < 3 || !/[aeiouy]/.test(root)) return word;
  return root.replace(/([bdfgmnprt])\1$/, '$1');
}

/** Without the silent «e» and with «i» for a last «y», so that all forms of a word end alike. */
function ended(word: string): string {
  return word.length > 3 ? word.replace(/e$/, '').replace(/y$/, 'i') : word;
}
