import type { Language } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { type Reading, readText } from '../../src/reader/index.ts';
import type { Matcher } from '../../src/reader/matcher.ts';
import { type Rule, rulesOf, rulesWithout } from '../../src/reader/rules.ts';
import { statementsOf } from '../../src/reader/statements.ts';
import { structureOf } from '../../src/reader/structure.ts';
import type { GoldText } from './gold.ts';
import { type Count, scoreOf, sumOf } from './score.ts';

/** A text read as it is and without the rows that no other text bears out. */
export interface LeftOut {
  readonly name: string;
  /** Rows that say something in this text and in no other. */
  readonly rows: readonly string[];
  readonly whole: Count;
  readonly without: Count;
}

/**
 * Leaves one text after the other out of the lexicon: rows that count in it and in no other text of any set
 * were learned from it alone, as far as anybody can tell, and the text is read without them.
 *
 * O(texts × length); the lexicon is compiled anew for each text.
 */
export function leaveOneOut(texts: readonly GoldText[], others: readonly GoldText[]): readonly LeftOut[] {
  const fired = new Map<string, Set<string>>();
  for (const text of [...texts, ...others])
    for (const id of rowsIn(text)) fired.set(id, (fired.get(id) ?? new Set()).add(text.name));
  return texts.map((gold) => {
    const rows = [...fired].filter(([, names]) => names.size === 1 && names.has(gold.name));
    const left = new Set(rows.map(([id]) => id));
    const whole = countOf(gold, readText(gold.body, { name: gold.name, hash: nodeCrypto.hash }));
    return {
      name: gold.name,
      rows: [...left].sort(),
      whole,
      without: countOf(gold, readWithout(gold, left)),
    };
  });
}

function countOf(gold: GoldText, reading: Reading): Count {
  return sumOf(scoreOf([{ gold, reading }], true).texts.values());
}

/** The rows that count in a text. */
function rowsIn({ body, language }: GoldText): ReadonlySet<string> {
  const ids = new Set<string>();
  statementsOf(
    { body, language, heard: ({ rule, verdict }) => verdict.counts && ids.add(rule.id), rules: rulesOf },
    structureOf(body, nodeCrypto.hash),
  );
  return ids;
}

function readWithout(gold: GoldText, left: ReadonlySet<string>): Reading {
  const { body, name, language } = gold;
  const whole = readText(body, { name, hash: nodeCrypto.hash });
  const made = new Map<Language, Matcher<Rule>>();
  const rules = (of: Language): Matcher<Rule> => {
    const known = made.get(of) ?? rulesWithout(of, left);
    made.set(of, known);
    return known;
  };
  const statements = statementsOf({ body, language, rules }, structureOf(body, nodeCrypto.hash));
  const said = new Set(statements.map(({ facet }) => facet));
  // Where the rows that spoke of a facet are gone the text is silent on it.
  const quiet = silences.filter(({ facet }) => !said.has(facet));
  return { ...whole, statements, silent: quiet };
}

const silences: Reading['silent'] = [
  { facet: 'retention', label: 'unspecified' },
  { facet: 'storage_location', label: 'unspecified' },
  { facet: 'cross_border', label: 'unspecified' },
  { facet: 'minors', label: 'none' },
  { facet: 'change_notice', label: 'unspecified' },
  { facet: 'contacts', label: 'none' },
  { facet: 'governing_law', label: 'unspecified' },
];
