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

/** The one problem of a step, such as a wrong code. */
export function oneError(speaker: Speaker, code: string, field?: string): readonly FieldError[] {
  return fieldErrors(speaker, [{ code, severity: 'error', ...(field && { field }) }]);
}
