import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { parseReview, type Statement } from '../policy/index.ts';
import { applyReview, bodyOf, draftPolicy, type Reading } from '../reader/index.ts';
import { type Contradiction, contradictionsIn } from './contradictions.ts';
import { explain } from './explain-clause.ts';
import { documentAt, readProse } from './offered.ts';
import type { Terminal } from './terminal.ts';
import { writeDraft } from './write-draft.ts';
import { writeReport } from './write-report.ts';

/** What `kepil read` was told. */
export interface ReadOptions {
  /** Where the draft policy goes. */
  readonly output?: string;
  readonly json?: boolean;
  readonly text?: boolean;
  /** Where the report page goes. */
  readonly report?: string;
  /** What people decided of an earlier reading. */
  readonly review?: string;
  /** The clause to explain. */
  readonly explain?: string;
}

/**
 * Reads prose and prints what was read and what was not; `output` gets the draft policy. With `text` prints
 * the extracted text alone, the one that offsets count in; with `explain` why one clause was read as it was.
 *
 * @throws KepilError `ERR_USAGE` when an option that is about one text is given with several
 */
export async function read(
  files: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<void> {
  const { output, json, report, review, explain: clause } = options;
  const single = [output, json, report, review, clause].some((given) => given !== undefined);
  if (files.length > 1 && single) throw new KepilError('ERR_USAGE', 'read-one', { n: files.length });
  for (const [at, file] of files.entries()) {
    if (at > 0) terminal.print('');
    await readOne(file, options, terminal);
  }
}

async function readOne(file: string, options: ReadOptions, terminal: Terminal): Promise<void> {
  const { name, source } = await documentAt(file);
  const { text } = source;
  if (options.text) {
    terminal.print(text.replace(/\n$/, ''));
    return;
  }
  const body = bodyOf(text);
  const reading = await reviewed(readProse(text, name), body, { path: options.review, terminal });
  if (options.explain !== undefined) return explain(reading, options.explain, { text, name, terminal });
  const draft = draftPolicy(reading, text, nodeCrypto.hash);
  const contradictions = contradictionsIn(draft, body, terminal.speaker);
  if (options.output !== undefined) await writeDraft(draft, options.output, terminal);
  if (options.report !== undefined)
    await writeReport(reading, body, { path: options.report, contradictions, terminal });
  if (options.json)
    terminal.print(JSON.stringify({ ...jsonOf(reading, body), contradictions }, undefined, 2));
  else {
    printReading(reading, body, terminal);
    printContradictions(contradictions, terminal);
  }
  if (options.output !== undefined && !options.json)
    terminal.print(terminal.speaker.say('cli.read.written', { file: options.output }));
}

/** The reading with what people decided of an earlier one; told where that no longer fits. */
async function reviewed(
  reading: Reading,
  body: string,
  { path, terminal }: { path: string | undefined; terminal: Terminal },
): Promise<Reading> {
  if (path === undefined) return reading;
  const { name, source } = await documentAt(path);
  const { review, problems } = parseReview(source.text);
  const of = { name, text: source.text };
  terminal.problems(problems, of);
  if (!review || problems.some(({ severity }) => severity === 'error'))
    throw new KepilError('ERR_USAGE', 'review-faulty', { name });
  const applied = applyReview(reading, review, { body, hash: nodeCrypto.hash });
  terminal.problems(applied.notes, of);
  return applied.reading;
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

function printContradictions(contradictions: readonly Contradiction[], { print, speaker }: Terminal): void {
  if (contradictions.length === 0) return;
  print('');
  print(speaker.say('cli.read.contradictions', { count: contradictions.length }));
  for (const { message, clauses, help } of contradictions) {
    print(`  ${message} ${speaker.say('cli.check.clauses', { clauses: clauses.join(', ') })}`);
    print(`    ${help}`);
  }
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
  const names = new Map<string, string>();
  const said = new Map<string, Statement[]>();
  for (const statement of statements) {
    const others = said.get(statement.clause);
    if (others) others.push(statement);
    else said.set(statement.clause, [statement]);
  }
  for (const clause of clauses) {
    const own = said.get(clause.id);
    if (!own) continue;
    print('');
    print(speaker.say('cli.read.clause', { clause: clause.id }));
    for (const { facet, label, span, confidence } of own) {
      const name =
        names.get(`${facet}.${label}`) ??
        `${speaker.sayCode('facet', facet)}: ${speaker.label(facet, label)}`;
      names.set(`${facet}.${label}`, name);
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
