import { civilDateAt } from '../base/index.ts';
import type { Grade } from '../law/index.ts';
import { articleText } from '../notice/index.ts';
import { findingsOf, type Severity } from '../policy/index.ts';
import type { PolicyVersionRecord } from '../store/index.ts';
import type { Speaker } from '../words/index.ts';
import type { World } from './world.ts';

/** What the linter objects to, said. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  readonly help: string;
  /** A person found it: `text` is in the policy's language. */
  readonly noted: boolean;
  readonly article?: string;
  readonly grade?: Grade;
  /** Ids of the clauses at fault, in the order of the text. */
  readonly clauses: readonly string[];
}

const gravest: readonly Severity[] = ['error', 'conflict', 'warning', 'info'];

/**
 * What the linter objects to in a version by the law of today, its text included where that is at hand; the
 * gravest first.
 */
export function showFindings(
  { policy, text }: PolicyVersionRecord,
  speaker: Speaker,
  { law, now }: Pick<World, 'law' | 'now'>,
): readonly ShownFinding[] {
  return findingsOf(policy, { law, day: civilDateAt(now(), law.zone), text })
    .map(({ rule, severity, code, note, clauses, labels = [], law: cited }): ShownFinding => {
      const what = speaker.list(labels.map(([facet, label]) => speaker.label(facet, label)));
      return {
        ...{ rule, severity, clauses },
        text: note ?? speaker.sayCode('finding', code, { what }),
        help: speaker.sayCode('finding', `${code}.help`),
        noted: note !== undefined,
        ...(cited && { article: articleText(speaker, cited.article), grade: cited.grade }),
      };
    })
    .sort((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity));
}
