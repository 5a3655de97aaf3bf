import { civilDateAt } from '../base/index.ts';
import { kz } from '../law/index.ts';
import { findingsOf, type Policy } from '../policy/index.ts';
import type { Speaker } from '../words/index.ts';
import { saidOf } from './check-report.ts';

/** Two things a text says that cannot both be true: what, in which clauses, by which rule. */
export interface Contradiction {
  readonly rule: string;
  readonly clauses: readonly string[];
  readonly message: string;
  readonly help: string;
}

/** What a text says against itself, by the draft it amounts to; `text` is the text itself. */
export function contradictionsIn(draft: Policy, text: string, speaker: Speaker): readonly Contradiction[] {
  const day = civilDateAt(Date.now(), kz.zone);
  return findingsOf(draft, { law: kz, day, text })
    .filter(({ severity }) => severity === 'conflict')
    .map((finding) => ({
      rule: finding.rule,
      clauses: finding.clauses,
      message: saidOf(speaker, finding),
      help: speaker.sayCode('finding', `${finding.code}.help`),
    }));
}
