import { type CivilDate, civilDateAt, isCivilDate, KepilError, type Problem } from '../base/index.ts';
import { kz } from '../law/index.ts';
import { type Finding, findingsOf, parsePolicy } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import { type PolicyFile, policyFileAt } from './policy-file.ts';
import { lineAt, remedyOf, type Terminal } from './terminal.ts';

/** What `kepil check` was told. */
export interface CheckOptions {
  readonly json?: boolean;
  /** The day by whose law policies are judged; today when not given. */
  readonly asOf?: string;
}

/**
 * Checks policy files and prints what is wrong with each, like a good compiler: all of it in one run. A
 * file without errors is judged by the law as well.
 *
 * @returns the exit code: 1 when a file has errors or a policy goes against the law
 * @throws KepilError `ERR_USAGE` when a file is missing or no policy file, or the day is none
 */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const day = options.asOf ?? civilDateAt(Date.now(), kz.zone);
  if (!isCivilDate(day)) throw new KepilError('ERR_USAGE', 'bad-day', { value: day });
  const checked: Checked[] = [];
  for (const argument of files) checked.push(checkFile(await policyFileAt(argument), day));
  if (options.json)
    terminal.print(
      JSON.stringify(
        checked.map((one) => jsonOf(one, terminal)),
        undefined,
        2,
      ),
    );
  else for (const one of checked) print(one, terminal);
  return checked.some((one) => isFaulty(one) || isUnlawful(one)) ? 1 : 0;
}

interface Checked {
  readonly file: PolicyFile;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly counts: { readonly clauses: number; readonly statements: number };
}

function checkFile(file: PolicyFile, day: CivilDate): Checked {
  const { policy, problems } = parsePolicy(file.text);
  const { clauses = [], statements = [] } = policy ?? {};
  const faulty = problems.some(({ severity }) => severity === 'error');
  const findings = policy && !faulty ? findingsOf(policy, kz, day) : [];
  return { file, problems, findings, counts: { clauses: clauses.length, statements: statements.length } };
}

const isFaulty = ({ problems }: Checked) => problems.some(({ severity }) => severity === 'error');

const isUnlawful = ({ findings }: Checked) => findings.some(({ severity }) => severity === 'error');

function print(checked: Checked, terminal: Terminal): void {
  const { file, problems, counts } = checked;
  terminal.problems(problems, file);
  const { say } = terminal.speaker;
  if (isFaulty(checked)) {
    const count = problems.filter(({ severity }) => severity === 'error').length;
    terminal.complain(say('cli.check.faulty', { name: file.name, count }));
    return;
  }
  for (const finding of checked.findings) terminal.print(findingText(terminal.speaker, finding, file.name));
  terminal.print(say('cli.check.well', { name: file.name, ...counts }));
  if (checked.findings.length > 0)
    terminal.print(say('cli.check.objections', { name: file.name, count: checked.findings.length }));
}

/** The sentence of a finding, with the names of what it lists. */
function saidOf(speaker: Speaker, { code, labels = [] }: Finding): string {
  const names = labels.map(([facet, label]) => speaker.label(facet, label));
  return speaker.sayCode('finding', code, { what: speaker.list(names) });
}

/** A finding as lines: how grave, which rule, what, on what article; then the clauses and the remedy. */
function findingText(speaker: Speaker, finding: Finding, name: string): string {
  const { rule, severity, law, clauses, code } = finding;
  const graded = `${speaker.sayCode('severity', severity)} ${rule}`;
  const cited = law ? ` [${law.article}: ${speaker.sayCode('grade', law.grade)}]` : '';
  const head = `${name}: ${graded}: ${saidOf(speaker, finding)}${cited}`;
  const where =
    clauses.length > 0 ? [`  ${speaker.say('cli.check.clauses', { clauses: clauses.join(', ') })}`] : [];
  return [head, ...where, `  ${speaker.sayCode('finding', `${code}.help`)}`].join('\n');
}

function jsonOf(checked: Checked, { speaker }: Terminal) {
  const { file, problems, findings } = checked;
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
    findings: findings.map((finding) => ({
      rule: finding.rule,
      tags: finding.tags,
      code: finding.code,
      severity: finding.severity,
      clauses: finding.clauses,
      ...(finding.law && { law: finding.law }),
      message: saidOf(speaker, finding),
      help: speaker.sayCode('finding', `${finding.code}.help`),
    })),
  };
}

function helpFor(speaker: Speaker, problem: Problem): { readonly help?: string } {
  const help = remedyOf(speaker, problem);
  return help === undefined ? {} : { help };
}
