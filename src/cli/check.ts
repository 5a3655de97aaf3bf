import type { Problem } from '../base/index.ts';
import { parsePolicy } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import { type PolicyFile, policyFileAt } from './policy-file.ts';
import { lineAt, remedyOf, type Terminal } from './terminal.ts';

/** What `kepil check` was told. */
export interface CheckOptions {
  readonly json?: boolean;
}

/**
 * Checks policy files and prints what is wrong with each, like a good compiler: all of it in one run.
 *
 * @returns the exit code: 1 when a file has errors
 * @throws KepilError `ERR_USAGE` when a file is missing or no policy file
 */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const checked: Checked[] = [];
  for (const argument of files) checked.push(checkFile(await policyFileAt(argument)));
  if (options.json)
    terminal.print(
      JSON.stringify(
        checked.map((one) => jsonOf(one, terminal)),
        undefined,
        2,
      ),
    );
  else for (const one of checked) print(one, terminal);
  return checked.some(isFaulty) ? 1 : 0;
}

interface Checked {
  readonly file: PolicyFile;
  readonly problems: readonly Problem[];
  readonly counts: { readonly clauses: number; readonly statements: number };
}

function checkFile(file: PolicyFile): Checked {
  const { policy, problems } = parsePolicy(file.text);
  const { clauses = [], statements = [] } = policy ?? {};
  return { file, problems, counts: { clauses: clauses.length, statements: statements.length } };
}

const isFaulty = ({ problems }: Checked) => problems.some(({ severity }) => severity === 'error');

function print(checked: Checked, terminal: Terminal): void {
  const { file, problems, counts } = checked;
  terminal.problems(problems, file);
  const { say } = terminal.speaker;
  if (isFaulty(checked)) {
    const count = problems.filter(({ severity }) => severity === 'error').length;
    terminal.complain(say('cli.check.faulty', { name: file.name, count }));
  } else terminal.print(say('cli.check.well', { name: file.name, ...counts }));
}

function jsonOf(checked: Checked, { speaker }: Terminal) {
  const { file, problems } = checked;
  return {
    file: file.name,
    ok: !isFaulty(checked),
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      ...(problem.span && lineAt(file.text, problem.span.start)),
      ...(problem.field !== undefined && { path: problem.field }),
      message: speaker.sayCode('problem', problem.code, problem.params ?? {}),
      ...helpFor(speaker, problem),
    })),
  };
}

function helpFor(speaker: Speaker, problem: Problem): { readonly help?: string } {
  const help = remedyOf(speaker, problem);
  return help === undefined ? {} : { help };
}
