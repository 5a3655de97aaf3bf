import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  bodyOf,
  type Explanation,
  explainClause,
  type Reading,
  type Reason,
  type TopicWords,
} from '../reader/index.ts';
import type { Terminal } from './terminal.ts';

/**
 * Prints why the clause `number` was read as it was. It goes by its id or by its number as printed.
 *
 * @throws KepilError `ERR_USAGE` when there is no such clause
 */
export function explain(
  reading: Reading,
  number: string,
  { text, name, terminal }: { text: string; name: string; terminal: Terminal },
): void {
  const wanted = plain(number);
  const clause =
    reading.clauses.find(({ id }) => id === number) ??
    reading.clauses.find((one) => plain(one.number) === wanted && wanted !== '');
  const explanation = clause && explainClause(reading, clause.id, { text, hash: nodeCrypto.hash });
  if (!explanation) throw new KepilError('ERR_USAGE', 'no-such-clause', { name, clause: number });
  printExplanation(explanation, new Printer(terminal, bodyOf(text)));
}

/** A number without the signs around it: «3)» is 3. */
function plain(number: string): string {
  return number.replaceAll(/^[\s(]+|[\s).:]+$/gu, '').toLowerCase();
}

/** Says what stands in the text on a terminal. */
class Printer {
  readonly terminal: Terminal;
  private readonly body: string;

  constructor(terminal: Terminal, body: string) {
    this.terminal = terminal;
    this.body = body;
  }

  quote({ start, end }: { start: number; end: number }): string {
    const words = this.body.slice(start, end).replaceAll(/\s+/g, ' ').trim();
    return this.terminal.speaker.quote(words.length > 160 ? `${words.slice(0, 159)}…` : words);
  }

  line(text: string): void {
    this.terminal.print(`  ${text}`);
  }
}

function printExplanation({ clause, above, topics, reasons, byForm }: Explanation, printer: Printer): void {
  const { terminal } = printer;
  const { print, speaker } = terminal;
  print(speaker.say('cli.explain.clause', { clause: clause.id, words: printer.quote(clause.span) }));
  print(`\n${speaker.say('cli.explain.above')}`);
  if (above.length === 0) printer.line(speaker.say('cli.explain.nothing'));
  for (const one of above) {
    const params = { clause: one.clause.id, words: printer.quote(one.clause.span) };
    printer.line(speaker.say(`cli.explain.${one.clause.kind === 'heading' ? 'heading' : 'lead-in'}`, params));
    printTopics(one.topics, printer);
  }
  print(`\n${speaker.say('cli.explain.own')}`);
  printTopics(topics, printer);
  print(`\n${speaker.say('cli.explain.counted')}`);
  const counted = reasons.filter(({ outcome }) => outcome.kind === 'counts');
  if (counted.length + byForm.length === 0) printer.line(speaker.say('cli.explain.nothing'));
  for (const reason of counted) printReason(reason, printer);
  for (const { facet, label, span, confidence } of byForm) {
    printer.line(`${named(facet, label, terminal)} — ${printer.quote(span)} ${speaker.number(confidence)}`);
    printer.line(`  ${speaker.say('cli.explain.by-form')}`);
  }
  print(`\n${speaker.say('cli.explain.refused')}`);
  const refused = reasons.filter(({ outcome }) => outcome.kind !== 'counts');
  if (refused.length === 0) printer.line(speaker.say('cli.explain.nothing'));
  for (const reason of refused) printReason(reason, printer);
}

function printTopics(topics: readonly TopicWords[], printer: Printer): void {
  const { speaker } = printer.terminal;
  const lines = topics.map(({ topic, pattern, span }) =>
    speaker.say('cli.explain.topic', {
      topic: speaker.sayCode('topic', topic),
      words: printer.quote(span),
      pattern,
    }),
  );
  if (lines.length === 0) printer.line(`  ${speaker.say('cli.explain.no-topic')}`);
  for (const line of new Set(lines)) printer.line(`  ${line}`);
}

function printReason({ facet, label, pattern, span, denied, outcome }: Reason, printer: Printer): void {
  const { terminal } = printer;
  const { speaker } = terminal;
  const sure = outcome.kind === 'counts' ? ` ${speaker.number(outcome.confidence)}` : '';
  printer.line(`${named(facet, label, terminal)} — ${printer.quote(span)}${sure}`);
  printer.line(`  ${speaker.say('cli.explain.pattern', { pattern })}`);
  if (denied) printer.line(`  ${speaker.say('cli.explain.denied')}`);
  printer.line(`  ${outcomeText(outcome, terminal)}`);
}

function outcomeText(outcome: Reason['outcome'], { speaker }: Terminal): string {
  if (outcome.kind === 'counts') return speaker.sayCode('cli.explain.from', outcome.source);
  if (outcome.kind !== 'missing' && outcome.kind !== 'silenced')
    return speaker.sayCode('cli.explain.because', outcome.kind);
  const topics = speaker.list(outcome.topics.map((topic) => speaker.sayCode('topic', topic)));
  return speaker.sayCode('cli.explain.because', outcome.kind, { topics });
}

function named(facet: string, label: string, { speaker }: Terminal): string {
  return `${speaker.sayCode('facet', facet)}: ${speaker.label(facet, label)}`;
}
