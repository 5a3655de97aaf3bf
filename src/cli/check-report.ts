import type { Problem, Span } from '../base/index.ts';
import { articleText } from '../notice/index.ts';
import type { Finding, Policy } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import type { PolicyFile } from './policy-file.ts';
import { lineAt, remedyOf } from './terminal.ts';

/** A policy file with all that is wrong with it and all the law objects to. */
export interface Checked {
  readonly file: PolicyFile;
  /** Where the file lies, seen from the working directory, with `/` between folders; `stdin` is no place. */
  readonly path: string;
  /** Absent where the file has errors. */
  readonly policy?: Policy;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  /** How many findings of the baseline were left out. */
  readonly known: number;
  readonly counts: { readonly clauses: number; readonly statements: number };
  /** Where each clause stands in the file. */
  readonly places: ReadonlyMap<string, Span>;
}

/** Whether the file has errors: it is no policy then, and nothing is judged. */
export const isFaulty = ({ problems }: Checked) => problems.some(({ severity }) => severity === 'error');

/** The sentence of a finding, with the names of what it lists. */
export function saidOf(speaker: Speaker, { code, note, labels = [] }: Finding): string {
  if (note !== undefined) return note;
  const names = labels.map(([facet, label]) => speaker.label(facet, label));
  return speaker.sayCode('finding', code, { what: speaker.list(names) });
}

/** Where a finding points: the first of its clauses that stands in the file. */
function placeOf({ file, places }: Checked, { clauses }: Finding) {
  const span = clauses.map((id) => places.get(id)).find((found) => found !== undefined);
  return span && lineAt(file.text, span.start);
}

/** A finding as lines: where, how grave, which rule, what, on what article; then clauses and remedy. */
export function findingText(speaker: Speaker, checked: Checked, finding: Finding): string {
  const { rule, severity, law, clauses, code } = finding;
  const place = placeOf(checked, finding);
  const where = place ? `${checked.file.name}:${place.line}:${place.column}` : checked.file.name;
  const graded = `${speaker.sayCode('severity', severity)} ${rule}`;
  const cited = law ? ` [${articleText(speaker, law.article)}: ${speaker.sayCode('grade', law.grade)}]` : '';
  const named = clauses.length > 0 ? [speaker.say('cli.check.clauses', { clauses: clauses.join(', ') })] : [];
  return [
    `${where}: ${graded}: ${saidOf(speaker, finding)}${cited}`,
    ...[...named, speaker.sayCode('finding', `${code}.help`)].map((line) => `  ${line}`),
  ].join('\n');
}

/** What was found in one file, as data. */
export function jsonOf(checked: Checked, speaker: Speaker) {
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

const levels = { error: 'error', conflict: 'warning', warning: 'warning', info: 'note' } as const;

/** Columns of SARIF count UTF-16 units from 1, as ours do. */
function located({ path }: Checked, place: ReturnType<typeof lineAt> | undefined) {
  const region = place && { startLine: place.line, startColumn: place.column };
  const artifactLocation = { uri: encodeURI(path) };
  return [{ physicalLocation: { artifactLocation, ...(region && { region }) } }];
}

function resultsOf(checked: Checked, speaker: Speaker) {
  const { file, problems, findings } = checked;
  return [
    ...problems.map((problem) => ({
      ruleId: problem.code,
      level: levels[problem.severity],
      message: { text: speaker.sayCode('problem', problem.code, problem.params ?? {}) },
      locations: located(checked, problem.span && lineAt(file.text, problem.span.start)),
    })),
    ...findings.map((finding) => ({
      ruleId: finding.rule,
      level: levels[finding.severity],
      message: { text: saidOf(speaker, finding) },
      locations: located(checked, placeOf(checked, finding)),
      properties: { code: finding.code, clauses: finding.clauses, tags: finding.tags, ...finding.law },
    })),
  ];
}

/** What was found in all files as one SARIF log. @see SARIF 2.1.0, §3.13 to §3.27 */
export function sarifOf(checked: readonly Checked[], speaker: Speaker) {
  const results = checked.flatMap((one) => resultsOf(one, speaker));
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort().map((id) => ({ id }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Kepil', rules } }, columnKind: 'utf16CodeUnits', results }],
  };
}
