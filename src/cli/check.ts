import { type CivilDate, civilDateAt, isCivilDate, KepilError } from '../base/index.ts';
import { kz } from '../law/index.ts';
import { clausePlaces, findingsOf, parsePolicy } from '../policy/index.ts';
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
  const baseline = options.baseline === undefined ? Baseline.empty : await Baseline.read(options.baseline);
  const checked: Checked[] = [];
  for (const argument of files) checked.push(checkFile(await policyFileAt(argument, options), day, baseline));
  if (options.writeBaseline !== undefined)
    await writeBaseline(
      options.writeBaseline,
      checked.map(({ file, findings }) => ({ file: file.name, findings })),
    );
  report(checked, options, terminal);
  const unlawful = options.writeBaseline === undefined && checked.some(isUnlawful);
  return unlawful || checked.some(isFaulty) ? 1 : 0;
}

function checkFile({ prose, ...file }: Sheet, day: CivilDate, baseline: Baseline): Checked {
  const { policy, problems } = parsePolicy(file.text);
  const { clauses = [], statements = [] } = policy ?? {};
  const faulty = problems.some(({ severity }) => severity === 'error');
  const text = policy && !faulty && prose !== undefined ? anchoredText(policy, file.name, prose) : undefined;
  const found = policy && !faulty ? findingsOf(policy, { law: kz, day, text }) : [];
  const findings = found.filter((finding) => !baseline.knows(file.name, finding));
  return {
    ...{ file, problems, findings },
    known: found.length - findings.length,
    counts: { clauses: clauses.length, statements: statements.length },
    places: findings.length > 0 ? clausePlaces(file.text) : new Map(),
  };
}

const isUnlawful = ({ findings }: Checked) => findings.some(({ severity }) => severity === 'error');

function report(checked: readonly Checked[], options: CheckOptions, terminal: Terminal): void {
  const data = (value: unknown) => terminal.print(JSON.stringify(value, undefined, 2));
  if (options.sarif) data(sarifOf(checked, terminal.speaker));
  else if (options.json) data(checked.map((one) => jsonOf(one, terminal.speaker)));
  else for (const one of checked) print(one, terminal);
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
