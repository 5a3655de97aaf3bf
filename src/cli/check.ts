import { relative, sep } from 'node:path';
import { type CivilDate, civilDateAt, isCivilDate, KepilError } from '../base/index.ts';
import { kz } from '../law/index.ts';
import { acrossOf, clausePlaces, findingsOf, parsePolicy } from '../policy/index.ts';
import { isAddress } from '../source/index.ts';
import { acrossText } from './across-report.ts';
import { Baseline, writeBaseline } from './baseline.ts';
import { type Checked, findingText, isFaulty, jsonOf, sarifOf } from './check-report.ts';
import { anchoredText, type Sheet } from './offered.ts';
import { policyFileAt } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil check` was told. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly sarif?: boolean;
  /** The day by whose law policies are judged; today when not given. */
  readonly asOf?: string;
  /** A file of findings that are known and do not count. */
  readonly baseline?: string;
  /** Where all that is found is written as known. */
  readonly writeBaseline?: string;
  /** Whether to say, too, what the policies have in common and in what they differ. */
  readonly across?: boolean;
  /** Where the texts of policy files lie; beside them when not given. */
  readonly texts?: string;
}

/**
 * Checks policy files and prints what is wrong with each, like a good compiler: all of it in one run. A
 * file without errors is judged by the law as well; where its text is at hand, by its wording too.
 *
 * @returns the exit code: 1 when a file has errors, or a policy goes against the law in a way not yet known
 * @throws KepilError `ERR_USAGE` when a file is missing or no policy file, or the day is none
 */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const day = options.asOf ?? civilDateAt(Date.now(), kz.zone);
  if (!isCivilDate(day)) throw new KepilError('ERR_USAGE', 'bad-day', { value: day });
  if (options.json && options.sarif) throw new KepilError('ERR_USAGE', 'one-format');
  if (options.across && (options.sarif || files.length < 2)) throw new KepilError('ERR_USAGE', 'across');
  const baseline = options.baseline === undefined ? Baseline.empty : await Baseline.read(options.baseline);
  const checked: Checked[] = [];
  for (const argument of files) {
    const sheet = await policyFileAt(argument, options);
    checked.push(checkFile({ ...sheet, path: pathOf(argument, sheet.name) }, day, baseline));
  }
  if (options.writeBaseline !== undefined)
    await writeBaseline(
      options.writeBaseline,
      checked.map(({ path, findings }) => ({ file: path, findings })),
    );
  report(checked, options, terminal);
  const unlawful = options.writeBaseline === undefined && checked.some(isUnlawful);
  return unlawful || checked.some(isFaulty) ? 1 : 0;
}

/** Two files of one name in two folders are two; an address stays as it is. */
function pathOf(argument: string, name: string): string {
  if (argument === '-') return name;
  return isAddress(argument) ? argument : relative('', argument).split(sep).join('/');
}

function checkFile(
  { prose, path, ...file }: Sheet & { readonly path: string },
  day: CivilDate,
  baseline: Baseline,
): Checked {
  const { policy, problems } = parsePolicy(file.text);
  const { clauses = [], statements = [] } = policy ?? {};
  const faulty = problems.some(({ severity }) => severity === 'error');
  const text = policy && !faulty && prose !== undefined ? anchoredText(policy, file.name, prose) : undefined;
  const found = policy && !faulty ? findingsOf(policy, { law: kz, day, text }) : [];
  const findings = found.filter((finding) => !baseline.knows(path, finding));
  return {
    ...{ file, path, problems, findings },
    ...(policy && !faulty && { policy }),
    known: found.length - findings.length,
    counts: { clauses: clauses.length, statements: statements.length },
    places: findings.length > 0 ? clausePlaces(file.text) : new Map(),
  };
}

const isUnlawful = ({ findings }: Checked) => findings.some(({ severity }) => severity === 'error');

function report(checked: readonly Checked[], options: CheckOptions, terminal: Terminal): void {
  const data = (value: unknown) => terminal.print(JSON.stringify(value, undefined, 2));
  if (options.sarif) data(sarifOf(checked, terminal.speaker));
  else if (options.json) {
    const files = checked.map((one) => jsonOf(one, terminal.speaker));
    data(options.across ? { files, across: acrossOf(judgedOf(checked)) } : files);
  } else {
    for (const one of checked) print(one, terminal);
    if (options.across) printAcross(checked, terminal);
  }
}

/** The policies without errors, by name; where two files have the same, by place. */
function judgedOf(checked: readonly Checked[]) {
  const names = new Set(checked.map(({ file }) => file.name));
  return checked.flatMap(({ file, path, policy, findings }) => {
    const name = names.size === checked.length ? file.name : path;
    return policy ? [{ name, policy, findings }] : [];
  });
}

function printAcross(checked: readonly Checked[], terminal: Terminal): void {
  const judged = judgedOf(checked);
  const { say } = terminal.speaker;
  if (judged.length < 2) {
    terminal.complain(say('cli.across.too-few'));
    return;
  }
  terminal.print('');
  terminal.print(say('cli.across.title', { count: judged.length }));
  for (const line of acrossText(terminal.speaker, acrossOf(judged), judged.length)) terminal.print(line);
}

function print(checked: Checked, terminal: Terminal): void {
  const { file, problems, findings, known, counts } = checked;
  terminal.problems(problems, file);
  const { say } = terminal.speaker;
  if (isFaulty(checked)) {
    const count = problems.filter(({ severity }) => severity === 'error').length;
    terminal.complain(say('cli.check.faulty', { name: file.name, count }));
    return;
  }
  for (const finding of findings) terminal.print(findingText(terminal.speaker, checked, finding));
  terminal.print(say('cli.check.well', { name: file.name, ...counts }));
  if (findings.length > 0)
    terminal.print(say('cli.check.objections', { name: file.name, count: findings.length }));
  if (known > 0) terminal.print(say('cli.check.known', { name: file.name, count: known }));
}
