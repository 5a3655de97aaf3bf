import type { KepilError, Language, Problem } from '../base/index.ts';
import { type Speaker, speakerOf } from '../words/index.ts';

/** Where a command prints: people's words on `out`, faults on `err`. */
export interface Terminal {
  readonly speaker: Speaker;
  readonly environment: Streams['environment'];
  print(line: string): void;
  complain(line: string): void;
  /** Problems of a file, each with its line, the place underlined and the remedy. */
  problems(problems: readonly Problem[], of: { name: string; text: string }): void;
  /** An error of ours or of the world, said. */
  error(error: KepilError): void;
}

/** Where the words of a command go, and the environment that says in which language. */
export interface Streams {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/** A terminal on two streams that speaks `language`. */
export function openTerminal({ out, err, environment }: Streams, language: Language): Terminal {
  const speaker = speakerOf(language);
  const complain = (line: string) => void err.write(`${line}\n`);
  return {
    speaker,
    environment,
    print: (line) => void out.write(`${line}\n`),
    complain,
    problems: (problems, of) => {
      for (const problem of problems) complain(problemText(speaker, problem, of));
    },
    error: (error) => {
      complain(speaker.sayCode('error', error.reason, error.params));
      if (speaker.has(`error.${error.reason}.help`))
        complain(speaker.sayCode('error', `${error.reason}.help`, error.params));
    },
  };
}

/** A problem like a good compiler's: place, sentence, the line with the place underlined, remedy. */
export function problemText(speaker: Speaker, problem: Problem, of: { name: string; text: string }): string {
  const said = speaker.sayCode('problem', problem.code, problem.params ?? {});
  const remedy = remedyOf(speaker, problem);
  const help = remedy === undefined ? [] : [`  ${remedy}`];
  if (!problem.span) return [`${of.name}: ${said} [${problem.code}]`, ...help].join('\n');
  const { line: row, column } = lineAt(of.text, problem.span.start);
  const start = problem.span.start - column + 1;
  const line = of.text.slice(start).split('\n', 1)[0] ?? '';
  const width = Math.max(1, Math.min(problem.span.end - problem.span.start, line.length - column + 1));
  const head = `${of.name}:${row}:${column}: ${said} [${problem.code}]`;
  return [head, `  ${line}`, `  ${' '.repeat(column - 1)}${'^'.repeat(width)}`, ...help].join('\n');
}

/** What can be done about a problem, said; undefined where nothing is known. */
export function remedyOf(speaker: Speaker, { code, help, params = {} }: Problem): string | undefined {
  const key = help ?? `problem.${code}.help`;
  return speaker.has(key) ? speaker.sayCode('problem', key.slice('problem.'.length), params) : undefined;
}

/** Where an offset lies in a text: line and column, both from 1. */
export function lineAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
