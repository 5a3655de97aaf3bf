import { writeFile } from 'node:fs/promises';
import { nodeCrypto } from '../keys/index.ts';
import { formatPolicy } from '../policy/index.ts';
import { bodyOf, draftPolicy, type Reading } from '../reader/index.ts';
import { documentAt, readProse } from './offered.ts';
import type { Terminal } from './terminal.ts';

/**
 * Reads prose and prints what was read and what was not; `output` gets the draft policy. With `text` prints
 * the extracted text alone, the one that offsets count in.
 */
export async function read(
  file: string,
  options: { output?: string; json?: boolean; text?: boolean },
  terminal: Terminal,
): Promise<void> {
  const { name, source } = await documentAt(file);
  const { text } = source;
  if (options.text) {
    terminal.print(text.replace(/\n$/, ''));
    return;
  }
  const reading = readProse(text, name);
  const body = bodyOf(text);
  if (options.output !== undefined) {
    await writeFile(options.output, formatPolicy(draftPolicy(reading, text, nodeCrypto.hash)));
  }
  if (options.json) terminal.print(JSON.stringify(jsonOf(reading, body), undefined, 2));
  else printReading(reading, body, terminal);
  if (options.output !== undefined && !options.json)
    terminal.print(terminal.speaker.say('cli.read.written', { file: options.output }));
}

function jsonOf(reading: Reading, body: string) {
  const { source, clauses, statements, unread } = reading;
  const said = statements.map(({ facet, label, clause, span, confidence }) => ({
    facet,
    label,
    clause,
    quote: body.slice(span.start, span.end),
    ...span,
    confidence,
  }));
  const silent = reading.silent.map(({ facet, label }) => ({
    facet,
    label,
    clause: '',
    quote: '',
    start: -1,
    end: -1,
    confidence: 1,
  }));
  return {
    source,
    clauses: clauses.map(({ id, number, kind, parent, span }) => ({
      id,
      number,
      ...span,
      kind,
      ...(parent && { parent }),
    })),
    statements: [...said, ...silent],
    unread: unread.map(({ clause, span }) => ({ clause, ...span })),
  };
}

function printReading(reading: Reading, body: string, terminal: Terminal): void {
  const { speaker, print } = terminal;
  const { source, clauses, statements, unread, silent } = reading;
  const counts = { clauses: clauses.length, statements: statements.length };
  print(
    speaker.say('cli.read.head', {
      name: source.name,
      language: source.language,
      chars: source.chars,
      ...counts,
    }),
  );
  for (const clause of clauses) {
    const own = statements.filter((statement) => statement.clause === clause.id);
    if (own.length === 0) continue;
    print('');
    print(speaker.say('cli.read.clause', { clause: clause.id }));
    for (const { facet, label, span, confidence } of own) {
      const name = `${speaker.sayCode('facet', facet)}: ${speaker.label(facet, label)}`;
      const quote = speaker.quote(body.slice(span.start, span.end));
      print(`  ${name} — ${quote} ${speaker.number(confidence)}`);
    }
  }
  print('');
  if (unread.length === 0) print(speaker.say('cli.read.all-read'));
  else print(speaker.say('cli.read.unread', { count: unread.length }));
  for (const { clause, span } of unread) {
    const words = body.slice(span.start, span.end).trim().slice(0, 70);
    print(`  ${speaker.say('cli.read.clause', { clause })}: ${words}`);
  }
  const labels = silent.map(({ facet }) => speaker.sayCode('facet', facet));
  if (labels.length > 0) print(speaker.say('cli.read.silent', { labels: speaker.list(labels) }));
}
