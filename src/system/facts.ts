import { termBegins } from '../agreements/index.ts';
import { ageOn, type CivilDate, civilDateAt, fromHex, type Id, KepilError, textOf } from '../base/index.ts';
import { standingObligations } from '../consent/index.ts';
import type { BlockFact, ConsentFact, ContractFact, GateFacts } from '../gate/index.ts';
import { expiredCategories, type OfficerTerm, withTerms } from '../retention/index.ts';
import type { GatheredObligation, GatheredRepresentation, PolicyVersionRecord } from '../store/index.ts';
import { openBytes, type SubjectKeys } from '../vault/index.ts';
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
  readonly representations: readonly GatheredRepresentation[];
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
  /** Of the subject; without them nothing that was checked of their age is read. */
  readonly keys?: SubjectKeys;
  readonly segments: readonly OpenSegment[];
  readonly read: ReadForFacts;
}

/** What the gate must know, from what was read. Does not wait. */
export function factsOf(world: World, from: FactsFrom): GateFacts {
  const { consents, terms, obligations, matters, representations, ...read } = from.read;
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
    subject: { state: from.known ? 'active' : 'none', ...agedBy(world, { from, data, today }) },
    consents,
    ...read,
    obligations: standingObligations(obligations, consents),
    representations: representations.map(({ birth: _, ...fact }) => fact),
    matters,
    expired: expiredCategories({ policy, values, today }, world.law),
  };
}

/** What the sealed date of birth of somebody who is acted for is bound to. */
export const birthContext = (representation: Id) => `birth:${representation}`;

/** How old somebody is: by the document that was checked, else by what they said themselves. */
function agedBy(
  world: World,
  { from, data, today }: { from: FactsFrom; data: ReturnType<typeof dataOf>; today: string },
) {
  const checked = checkedBirth(world, from);
  if (checked !== undefined) return { ageYears: ageOn(checked, today) };
  const said = (['birth_date', 'iin'] as const).flatMap((key) => {
    const value = data.get(key)?.[0]?.value;
    return value === undefined ? [] : [[key, value] as const];
  });
  const ageYears = ageFrom(new Map<string, string>(said), today);
  return ageYears === undefined ? {} : { ageYears };
}

/** @throws KepilError `ERR_VAULT_SEALED` when what was checked does not open: nobody grows up by that */
function checkedBirth(world: World, { keys, read }: FactsFrom): CivilDate | undefined {
  const newest = read.representations.at(-1);
  if (!newest || !keys) return undefined;
  const sealed = fromHex(newest.birth);
  const bytes = sealed && openBytes(keys.subjectKey, birthContext(newest.id), sealed, world.crypto);
  if (!bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return textOf(bytes);
}
