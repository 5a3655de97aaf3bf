import { type Id, nilId } from '../base/index.ts';
import { type Decision, decide, type GateFacts, type GateRequest } from '../gate/index.ts';
import type { LawPack } from '../law/index.ts';
import { type Policy, visitCategories, visitFields } from '../policy/index.ts';
import type { RecordedVisit } from './visit-days.ts';

/** A yes of the gate to recording visits: for what, which categories, and why. */
export interface VisitGrant {
  readonly request: GateRequest;
  readonly decision: Decision;
}

/** A visit as it comes in: only what may be recorded of one, and nothing else of the request. */
export interface SeenVisit {
  readonly at: number;
  readonly address: string;
  /** The network of the address: says where from, not who. */
  readonly network: string;
  readonly client?: string;
  readonly page: string;
}

/**
 * What may be recorded of a person's visits: the purpose that admits most of what the policy declares, with
 * what it admits; undefined when none does, as before a consent or after its withdrawal.
 *
 * Pure. O(purposes × categories).
 */
export function grantForPerson(
  at: { readonly service: Id; readonly subject: Id },
  facts: GateFacts,
  law: LawPack,
): VisitGrant | undefined {
  const asking = { actor: { role: 'system' }, ...collecting, ...at } as const;
  const grants = facts.policy.purposes.flatMap(({ purpose }) =>
    admitted({ ...asking, purpose, categories: declaredIn(facts.policy) }, facts, law),
  );
  return grants.toSorted((a, b) => b.request.categories.length - a.request.categories.length)[0];
}

/**
 * What may be recorded of visits by whoever has given no consent: what the protection of data needs, if the
 * policy declares it.
 *
 * Pure. O(categories).
 * @law 94-V Art. 22(1)
 */
export function grantForGuests(service: Id, facts: GateFacts, law: LawPack): VisitGrant | undefined {
  const asking = { actor: { role: 'guest' }, ...collecting, service, subject: nilId } as const;
  const [grant] = admitted(
    { ...asking, purpose: 'security', categories: declaredIn(facts.policy) },
    { ...facts, subject: { state: 'none' }, consents: [] },
    law,
  );
  return grant;
}

const collecting = { verb: 'collect', channel: 'visit' } as const;

/** The categories of visits that a policy declares. */
export function declaredIn(policy: Policy): readonly string[] {
  return visitCategories.filter((key) => policy.data.some(({ category }) => category === key));
}

/** The request narrowed to the categories that are admitted one by one. */
function admitted(request: GateRequest, facts: GateFacts, law: LawPack): readonly VisitGrant[] {
  const categories = request.categories.filter(
    (category) => decide({ ...request, categories: [category] }, facts, law).allowed,
  );
  const narrowed = { ...request, categories };
  const decision = decide(narrowed, facts, law);
  return decision.allowed ? [{ request: narrowed, decision }] : [];
}

const minuteMs = 60_000;

/** The fields of a visit that `categories` cover, whole for a person and reduced for a guest. Pure. */
export function fieldsOf(
  visit: SeenVisit,
  categories: readonly string[],
  whose: 'person' | 'guest',
): RecordedVisit | undefined {
  const whole = whose === 'person';
  const values = {
    address: whole ? visit.address : visit.network,
    client: visit.client,
    time: whole ? visit.at : visit.at - (visit.at % minuteMs),
    page: visit.page,
  };
  const kept = visitFields.filter(
    ({ field, categories: its, guest }) =>
      its.some((key) => categories.includes(key)) &&
      values[field] !== undefined &&
      (whole || guest === 'reduced'),
  );
  if (kept.length === 0) return undefined;
  return Object.fromEntries(kept.map(({ field }) => [field, values[field]]));
}
