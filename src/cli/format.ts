import { arrangeFile } from '../policy/index.ts';
import { policyFileAt, replaceFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil format` was told. */
export interface FormatOptions {
  /** Says which files would change, and changes none. */
  readonly check?: boolean;
}

/**
 * Lays policy files out, remarks kept. A file with errors stays as it is and is told; what came by standard
 * input goes to standard output.
 *
 * @returns the exit code: 1 when a file has errors or, with `check`, would change
 * @throws KepilError `ERR_USAGE` when a file is missing or no policy file
 */
export async function format(
  files: readonly string[],
  options: FormatOptions,
  terminal: Terminal,
): Promise<number> {
  let code = 0;
  for (const argument of files) if (!(await formatOne(argument, options, terminal))) code = 1;
  return code;
}

/** @returns whether all is well with it */
async function formatOne(argument: string, { check }: FormatOptions, terminal: Terminal): Promise<boolean> {
  const { say } = terminal.speaker;
  const file = await policyFileAt(argument);
  const { text, problems } = arrangeFile(file.text);
  if (text === undefined) {
    terminal.problems(problems, file);
    terminal.complain(say('cli.format.faulty', { name: file.name }));
    return false;
  }
  if (argument === '-' && !check) {
    terminal.print(text.replace(/\n$/, ''));
    return true;
  }
  if (text === file.text) return true;
  if (check) terminal.complain(say('cli.format.would', { name: file.name }));
  else {
    await replaceFile(argument, text);
    terminal.print(say('cli.format.done', { name: file.name }));
  }
  return check !== true;
}
