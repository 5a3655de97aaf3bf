import type { Problem } from '../../base/index.ts';
import type { Speaker } from '../../words/index.ts';
import type { FieldError } from '../pages.ts';

/**
 * Problems of a form as its page shows them; a field named `form` is the form as a whole. `prefix` names the
 * inputs.
 */
export function fieldErrors(
  speaker: Speaker,
  problems: readonly Problem[],
  prefix = '',
): readonly FieldError[] {
  return problems.map((problem) => {
    const help = `problem.${problem.code}.help`;
    const field = problem.field === undefined || problem.field === 'form' ? undefined : problem.field;
    return {
      ...(field !== undefined && { field: field === 'consent' ? field : `${prefix}${field}` }),
      message: speaker.sayCode('problem', problem.code, problem.params ?? {}),
      ...(speaker.has(help) && {
        help: speaker.sayCode('problem', `${problem.code}.help`, problem.params ?? {}),
      }),
    };
  });
}

/** What a schema finds wrong with a call, by the validator's word for it. */
const ofCall: Readonly<Record<string, string>> = {
  invalid_type: 'call-type',
  invalid_format: 'call-format',
  too_big: 'call-too-large',
  too_small: 'call-too-small',
  unrecognized_keys: 'call-extra',
};

/**
 * What is wrong with a call that its schema refused: each property with its rule; nothing for other errors.
 * Names of ours only: what was sent, names of its own too, is not repeated.
 */
export function callProblems(
  error: Error,
  speaker: Speaker,
): { problems?: readonly { field: string; code: string; message: string }[] } {
  const { validation } = error as { validation?: readonly { keyword: string; instancePath: string }[] };
  if (validation === undefined) return {};
  const problems = validation.slice(0, mostShown).map(({ keyword, instancePath }) => {
    const code = ofCall[keyword] ?? 'call-value';
    return { field: instancePath.split('/')[1] ?? '', code, message: speaker.sayCode('problem', code) };
  });
  return { problems };
}

const mostShown = 20;

/** The one problem of a step, such as a wrong code. */
export function oneError(speaker: Speaker, code: string, field?: string): readonly FieldError[] {
  return fieldErrors(speaker, [{ code, severity: 'error', ...(field && { field }) }]);
}
