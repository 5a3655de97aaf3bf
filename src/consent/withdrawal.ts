import type { LawPack } from '../law/index.ts';
import { type Policy, purposes as purposeTable } from '../policy/index.ts';
import type { ConsentRecord } from './record.ts';

/**
 * Something that stays after a withdrawal: a code with the article that keeps it; `categories` when it is
 * data.
 */
export interface Staying {
  readonly what: 'proof-of-consent' | 'log-entries' | 'legal-residue' | 'other-purposes' | 'obligation';
  readonly article: string;
  readonly categories?: readonly string[];
  /** The purpose that goes on, for `obligation`. */
  readonly purpose?: string;
}

/** What a withdrawal does, before anybody confirms it. */
export interface WithdrawalEffect {
  /**
   * Purposes that end, each with the data that no longer serve it; `service` when the service itself cannot
   * go on.
   */
  readonly stops: readonly {
    readonly purpose: string;
    readonly categories: readonly string[];
    readonly service: boolean;
  }[];
  readonly stays: readonly Staying[];
  /** Categories that serve no purpose any more: their destruction is due. */
  readonly unserved: readonly string[];
  /** The clock for recipients and for a reasoned refusal; own processing stops at once. */
  readonly clock: 'withdraw.stop';
}

interface WithdrawalAsk {
  readonly policy: Policy;
  readonly consent: ConsentRecord;
  /** Absent: the whole consent. */
  readonly purposes?: readonly string[];
  /** Other consents of this person that still hold. */
  readonly others?: readonly ConsentRecord[];
  /** Purposes an unfulfilled obligation of the person still needs. */
  readonly obligations?: readonly string[];
}

/**
 * What stops and what stays when a consent, or some purposes of it, is withdrawn.
 *
 * A purpose an unfulfilled obligation needs goes on and is named with the article; the rest stops. Proof of
 * the consent and log entries without values stay; so do data that other purposes or a law still need.
 * @law 94-V Art. 8(2), 94-V Art. 8(7), 94-V Art. 25(2)(5)
 */
export function withdrawalEffect(ask: WithdrawalAsk, law: LawPack): WithdrawalEffect {
  const { policy, consent } = ask;
  if (consent.transfer) return transferEnds(law);
  const asked = (ask.purposes ?? consent.purposes).filter((key) => isOpen(consent, key));
  const bound = asked.filter((key) => ask.obligations?.includes(key));
  const ended = asked.filter((key) => !bound.includes(key));
  const going = consent.purposes.filter((key) => isOpen(consent, key) && !ended.includes(key));
  const served = (categories: readonly string[], keys: readonly string[]) =>
    categories.filter((category) => keys.some((key) => serves(policy, category, key)));
  const kept = new Set([
    ...served(consent.categories, going),
    ...(ask.others ?? []).filter(isUse).flatMap((other) =>
      served(
        other.categories,
        other.purposes.filter((key) => isOpen(other, key)),
      ),
    ),
  ]);
  const legal = consent.categories.filter((category) => !kept.has(category) && isKeptByLaw(policy, category));
  const others = consent.categories.filter((category) => kept.has(category));
  return {
    stops: ended.map((purpose) => ({
      purpose,
      categories: served(consent.categories, [purpose]),
      service: basisOf(purpose) === 'base',
    })),
    stays: [
      ...bound.map((purpose) => ({
        what: 'obligation' as const,
        purpose,
        article: '94-V Art. 8(2)',
        categories: served(consent.categories, [purpose]),
      })),
      ...(others.length > 0
        ? [{ what: 'other-purposes' as const, article: '94-V Art. 14', categories: others }]
        : []),
      ...(legal.length > 0
        ? [{ what: 'legal-residue' as const, article: '94-V Art. 8(2)', categories: legal }]
        : []),
      { what: 'proof-of-consent', article: proofArticle(law) },
      { what: 'log-entries', article: '94-V Art. 22(1)(5)' },
    ],
    unserved:
      ended.length === 0 ? [] : consent.categories.filter((key) => !kept.has(key) && !legal.includes(key)),
    clock: 'withdraw.stop',
  };
}

/** A consent to hand data on keeps none of them here: with it only the handing on ends. */
function transferEnds(law: LawPack): WithdrawalEffect {
  return {
    stops: [],
    stays: [
      { what: 'proof-of-consent', article: proofArticle(law) },
      { what: 'log-entries', article: '94-V Art. 22(1)(5)' },
    ],
    unserved: [],
    clock: 'withdraw.stop',
  };
}

function proofArticle(law: LawPack): string {
  return (
    law.standingPurposes.find((purpose) => purpose.key === 'proof_of_consent')?.article ??
    '94-V Art. 25(2)(5)'
  );
}

/** Whether a consent lets data be used, and not only handed on. */
function isUse({ transfer }: ConsentRecord): boolean {
  return transfer === undefined;
}

function isOpen(consent: ConsentRecord, purpose: string): boolean {
  return (
    consent.withdrawnAt === undefined &&
    consent.purposes.includes(purpose) &&
    !Object.hasOwn(consent.withdrawnPurposes, purpose)
  );
}

function basisOf(purpose: string): string | undefined {
  return Object.hasOwn(purposeTable, purpose) ? purposeTable[purpose]?.basis : undefined;
}

function serves(policy: Policy, category: string, purpose: string): boolean {
  return policy.data.some((row) => row.category === category && row.purposes.includes(purpose));
}

/**
 * A declared purpose that rests on a law needs the category, and the policy states that a law sets the term.
 */
function isKeptByLaw(policy: Policy, category: string): boolean {
  const stated = policy.retention.some((row) => row.rule === 'legal_term' && row.origin !== 'assumed');
  return (
    stated &&
    policy.purposes.some((row) => basisOf(row.purpose) === 'law' && serves(policy, category, row.purpose))
  );
}
