import type { Language } from '../base/index.ts';
import { classes, lexicons, type Scope, type Topic, type TopicRow, topicRows } from './lexicon/index.ts';
import { compile, PatternIndex } from './pattern.ts';

/** A compiled row: it sets a topic, or says a label. */
export type Rule =
  | { readonly kind: 'topic'; readonly topic: Topic; readonly place: TopicRow[1] }
  | { readonly kind: 'label'; readonly facet: string; readonly label: string; readonly scope: Scope };

const languagesOf: Readonly<Record<Language, readonly Language[]>> = { ru: ['ru'], kk: ['kk'], en: ['en'] };

/** The rules for texts of `language`; names of tools count in all. */
function rulesFor(language: Language): PatternIndex<Rule> {
  const memory = new Map<string, string>();
  const index = new PatternIndex<Rule>();
  for (const [topic, place, pattern] of topicRows) {
    index.add({ kind: 'topic', topic, place }, compile(pattern, classes, memory));
  }
  for (const { facet, scope, rows } of lexicons) {
    const taken = facet === 'analytics_tools' ? (['ru'] as const) : languagesOf[language];
    for (const [label, pattern, , , own] of taken.flatMap((code) => rows[code] ?? [])) {
      const merged = { ...scope, ...own };
      // In Kazakh the word for «in order to» follows what it governs.
      const rule: Rule = {
        kind: 'label',
        facet,
        label,
        scope: language === 'kk' ? { ...merged, after: false } : merged,
      };
      index.add(rule, compile(pattern, classes, memory));
    }
  }
  return index;
}

const made = new Map<Language, PatternIndex<Rule>>();

/** The compiled lexicon of `language`, made at the first call. */
export function rulesOf(language: Language): PatternIndex<Rule> {
  const known = made.get(language);
  if (known) return known;
  const index = rulesFor(language);
  made.set(language, index);
  return index;
}
