import { termBegins } from '../agreements/index.ts';
import { civilDateAt, type Id } from '../base/index.ts';
import { standingObligations } from '../consent/index.ts';
import type { BlockFact, ConsentFact, ContractFact, GateFacts } from '../gate/index.ts';
import { expiredCategories, type OfficerTerm, withTerms } from '../retention/index.ts';
import type { GatheredObligation, PolicyVersionRecord } from '../store/index.ts';
import { ageFrom } from './form.ts';
import { dataOf, type OpenSegment } from './subjects.ts';
import type { World } from './world.ts';

/** What the store says of a subject and of the service, in one snapshot. */
export interface ReadForFacts
  extends Pick<
    GateFacts,
    'optOuts' | 'pending' | 'holds' | 'recipient' | 'authority' | 'mentions' | 'mandates'
  > {
  readonly consents: readonly ConsentFact[];
  readonly terms: readonly OfficerTerm[];
  readonly blocks: readonly BlockFact[];
  /** Met ones too. */
  readonly obligations: readonly GatheredObligation[];
  readonly matters: readonly Id[];
  /** Those that ended too. */
  readonly contracts: readonly ContractFact[];
}

/** What facts are made of. */
export interface FactsFrom {
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
  /** Whether the subject exists. */
  readonly known: boolean;
  readonly segments: readonly OpenSegment[];
  readonly read: ReadForFacts;
}

/** What the gate must know, from what was read. Does not wait. */
export function factsOf(world: World, from: FactsFrom): GateFacts {
  const { consents, terms, obligations, matters, ...read } = from.read;
  const now = world.now();
  const data = dataOf(from.segments);
  const today = civilDateAt(now, world.law.zone);
  const policy = withTerms(from.version.policy, terms);
  const begins = termBegins(policy, read.contracts, now);
  const values = [...data].map(([category, [newest]]) => ({
    category,
    at: begins(category, newest?.at ?? now),
  }));
  return {
    now,
    policy,
    policyHash: from.version.hash,
    service: from.live ? 'live' : 'draft',
    subject: { state: from.known ? 'active' : 'none', ...agedBy(data, today) },
    consents,
    ...read,
    obligations: standingObligations(obligations, consents),
    matters,
    expired: expiredCategories({ policy, values, today }, world.law),
  };
}

/** How old the values held make somebody, where they say. */
function agedBy(data: ReturnType<typeof dataOf>, today: string) {
  const said = (['birth_date', 'iin'] as const).flatMap((key) => {
    const value = data.get(key)?.[0]?.value;
    return value === undefined ? [] : [[key, value] as const];
  });
  const ageYears = ageFrom(new Map<string, string>(said), today);
  return ageYears === undefined ? {} : { ageYears };
}
