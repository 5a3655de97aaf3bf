import type { Problem } from '../base/index.ts';
import type { Proposed } from './merge.ts';
import type { Policy } from './policy.ts';
import { policyReader } from './rows.ts';
import { Place } from './shape.ts';
import { documentOf } from './yaml.ts';

/** Longest file that is read, in MiB: some thirty times the policy of a large service. */
const longestMiB = 1;

/**
 * Reads a policy file.
 *
 * `policy` is a best effort: rows that could not be read are left out; it is absent when a section that must
 * be there is missing or wrong. Use it only when no problem has severity `error`. Every problem carries the
 * span of what is meant, in code units of `text`, and the path to it in `field`. At most about a hundred
 * problems are noted.
 *
 * Scalars are taken as written, whatever YAML would make of them. Aliases are refused, so a small file cannot
 * grow. Files over 1 MiB, files nested too deep and files full of errors are refused with a problem, within
 * seconds. Never throws.
 * `parsePolicy(formatPolicy(p))` gives a policy equal to `p`.
 */
export function parsePolicy(text: string): {
  readonly policy?: Policy;
  /** What the reader had proposed, where the file says it. */
  readonly proposed?: Proposed;
  readonly problems: readonly Problem[];
} {
  const whole = { start: 0, end: text.length };
  if (text.length > longestMiB * 1024 * 1024) {
    const params = { most: longestMiB };
    return { problems: [{ code: 'file-too-large', severity: 'error', params, span: whole }] };
  }
  try {
    const { node, problems } = documentOf(text);
    if (node === undefined) return { problems };
    const read = policyReader()(node, new Place(problems, '', whole));
    if (!read) return { problems };
    const { proposed, ...policy } = read;
    return { policy, ...(proposed && { proposed }), problems };
  } catch (error) {
    // The only thing that may fail in reading is the stack, on a file nested on purpose.
    if (error instanceof RangeError)
      return { problems: [{ code: 'file-too-deep', severity: 'error', span: whole }] };
    throw error;
  }
}
