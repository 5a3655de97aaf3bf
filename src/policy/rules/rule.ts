import type { LawPack } from '../../law/index.ts';
import type { Policy, Severity } from '../policy.ts';
import type { Said } from '../said.ts';

/** What one rule found. `code` has its sentence and its remedy in the catalogue (`finding.<code>`). */
export interface Found {
  readonly code: string;
  readonly severity: Severity;
  /** The clauses at fault, in any order; none where the fault is silence. */
  readonly clauses: readonly string[];
  /** Labels the sentence lists as `{{what}}`. */
  readonly labels?: readonly (readonly [facet: string, label: string])[];
  /** The article this one rests on, where it is not the rule's. */
  readonly law?: string;
}

/** A rule of the linter. Its page `rule.md` says why it is there and has the examples it is tested by. */
export interface Rule {
  readonly id: string;
  /** Numbers of the same check in the catalogue of legal defects. */
  readonly tags: readonly string[];
  /** The article it rests on: nothing is found on days when the article was not in force. */
  readonly law?: string;
  find(policy: Policy, said: Said, law: LawPack): readonly Found[];
}
