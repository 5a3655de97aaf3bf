import type { Policy } from '../policy.ts';
import type { Said } from '../said.ts';

/**
 * How grave a finding is: what the law forbids and the program refuses · two clauses that cannot both be
 * true · vague, missing or risky · drafting.
 */
export type Severity = 'error' | 'conflict' | 'warning' | 'info';

/** What one rule found. `code` has its sentence and its remedy in the catalogue (`finding.<code>`). */
export interface Found {
  readonly code: string;
  readonly severity: Severity;
  /** The clauses at fault, in any order; none where the fault is silence. */
  readonly clauses: readonly string[];
  /** Labels the sentence lists as `{{what}}`. */
  readonly labels?: readonly (readonly [facet: string, label: string])[];
}

/** A rule of the linter. Its page `rule.md` says why it is there and has the examples it is tested by. */
export interface Rule {
  readonly id: string;
  /** Numbers of the same check in the catalogue of legal defects. */
  readonly tags: readonly string[];
  /** The article it rests on: the rule is silent on days when the article was not in force. */
  readonly law?: string;
  find(policy: Policy, said: Said): readonly Found[];
}
