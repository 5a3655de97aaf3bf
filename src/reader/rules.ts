import type { Language } from '../base/index.ts';
import {
  facetScopes,
  facetSilences,
  type LexiconRow,
  lexicons,
  otherTools,
  type Scope,
  type Topic,
  type TopicRow,
  toolNames,
} from './lexicon/index.ts';
import { Matcher } from './matcher.ts';
import { compile, type Grammar } from './pattern.ts';
import { maskOf, type TopicSet, topicBit } from './topic-set.ts';

/** A pattern that sets a topic. */
export interface TopicRule {
  readonly kind: 'topic';
  readonly topic: Topic;
  readonly bit: TopicSet;
  readonly place: TopicRow[1];
  readonly pattern: string;
  /** Whether the language puts the verb last. */
  readonly verbLast: boolean;
}

/** A pattern that says a label, with the topics it needs and those that silence it as sets. */
export interface LabelRule {
  readonly kind: 'label';
  /** Names the pattern in explanations and in the evaluation: `ru data_categories.email 3`. */
  readonly id: string;
  readonly facet: string;
  readonly label: string;
  readonly pattern: string;
  /** Whether it asks for no denied verb: in Kazakh, where the verb itself denies, it says nothing then. */
  readonly affirms: boolean;
  readonly scope: Scope;
  readonly within: TopicSet;
  readonly unless: TopicSet;
  readonly beside: TopicSet;
}

/** What a matched pattern does. */
export type Rule = TopicRule | LabelRule;

const made = new Map<Language, Matcher<Rule>>();

/** The compiled lexicon of `language`, made at the first call. */
export function rulesOf(language: Language): Matcher<Rule> {
  const known = made.get(language);
  if (known) return known;
  const matcher = rulesWithout(language, new Set());
  made.set(language, matcher);
  return matcher;
}

/** The lexicon of `language` without the label patterns whose ids are in `left`: for the evaluation. */
export function rulesWithout(language: Language, left: ReadonlySet<string>): Matcher<Rule> {
  const { classes, topics, rows } = lexicons[language];
  const grammar: Grammar = { language, classes, known: new Map() };
  const matcher = new Matcher<Rule>(language);
  for (const [topic, place, text] of topics) {
    for (const pattern of compile(text, grammar)) {
      const rule = { topic, bit: topicBit(topic), place, pattern: pattern.text, verbLast: language === 'kk' };
      matcher.add({ kind: 'topic', ...rule }, pattern);
    }
  }
  for (const { facet, row, at } of labelRows(rows)) {
    const [label, text, , , own] = row;
    for (const pattern of compile(text, grammar)) {
      const id = `${language} ${facet}.${label} ${at}.${pattern.alternative}`;
      if (left.has(id)) continue;
      const affirms = pattern.places.every(({ forms }) => forms.denied.size === 0);
      const rule = labelRule({ id, facet, label, pattern: pattern.text, affirms }, own, language);
      // A datum that is only named is told to who listens for it, whatever the context.
      matcher.add(rule, pattern, facet === 'data_categories' ? 0 : rule.within);
    }
  }
  return matcher;
}

type Named = Pick<LabelRule, 'id' | 'facet' | 'label' | 'pattern' | 'affirms'>;

function labelRule(named: Named, own: Scope | undefined, language: Language): LabelRule {
  const merged: Scope = { ...facetScopes[named.facet], ...own };
  // In Kazakh the word for «in order to» follows what it governs.
  const scope = language === 'kk' ? { ...merged, after: false } : merged;
  return {
    kind: 'label',
    ...named,
    scope,
    within: maskOf(scope.in ?? []),
    unless: maskOf([...(scope.not ?? []), ...(facetSilences[named.facet] ?? [])]),
    beside: maskOf(scope.with ?? []),
  };
}

interface Placed {
  readonly facet: string;
  readonly row: LexiconRow;
  readonly at: number;
}

/** All label rows of a language with the names of tools, which are the same in every one. */
function labelRows(files: (typeof lexicons)[Language]['rows']): readonly Placed[] {
  const named = toolNames.map((row, at) => ({ facet: 'analytics_tools', row, at }));
  const others = otherTools.map(([label, pattern, yes, no], at) => ({
    facet: 'analytics_tools',
    row: [label, pattern, yes, no, { fallback: true }] as const,
    at: toolNames.length + at,
  }));
  const own = files.flatMap((file, index) =>
    Object.entries(file).flatMap(([facet, rows]) =>
      rows.map((row, at) => ({ facet, row, at: index * 1000 + at })),
    ),
  );
  return [...named, ...others, ...own];
}
