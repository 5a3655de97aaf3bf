import { purposes } from '../policy/index.ts';
import { isAcceptedForm } from './forms.ts';
import type { ConsentRecord, TransferScope } from './record.ts';

/**
 * Why a consent does or does not cover a use. `bundled`: a purpose that needs its own consent was merged with
 * others.
 */
export type CoverageState = 'active' | 'withdrawn' | 'expired' | 'bundled' | 'form' | 'missing';

/** Whether a consent as a whole still holds. One whose every purpose is withdrawn is withdrawn. */
export function consentState(consent: ConsentRecord, now: number): 'active' | 'withdrawn' | 'expired' {
  const left = consent.purposes.filter((purpose) => withdrawnAt(consent, purpose) === undefined);
  if (left.length === 0) return 'withdrawn';
  return isOver(consent, now) ? 'expired' : 'active';
}

/** The consents that still hold for at least one purpose, in the order given. */
export function activeConsents<C extends ConsentRecord>(consents: readonly C[], now: number): readonly C[] {
  return consents.filter((consent) => consentState(consent, now) === 'active');
}

/**
 * Whether a consent covers using `category` for `purpose` now, and the nearest reason when none does.
 *
 * A purpose that needs a consent of its own is covered only by a record that names no purpose of another
 * kind.
 * @law 94-V Art. 7(1), 94-V Art. 7(6), 94-V Art. 8(1), 94-V Art. 8(6)
 */
export function coverageOf(
  consents: readonly ConsentRecord[],
  use: { readonly purpose: string; readonly category: string },
  now: number,
): { readonly state: CoverageState; readonly consent?: ConsentRecord } {
  const named = consents.filter((consent) => consent.transfer === undefined && names(consent, use));
  return nearestOf(named.map((consent) => ({ consent, state: stateFor(consent, use, now) })));
}

/**
 * Whether a consent lets `category` go to a recipient in a country for `purpose` now, and the nearest reason
 * when none does. `abroad` asks for the consent that names the crossing of the border. What was consented
 * to is what stood on the card then: a card that grew since covers no more.
 *
 * @law 94-V Art. 7(6), 94-V Art. 16(3)
 */
export function transferCoverage(
  consents: readonly ConsentRecord[],
  use: TransferScope & { readonly purpose: string; readonly category: string },
  now: number,
): { readonly state: CoverageState; readonly consent?: ConsentRecord } {
  const named = consents.filter(
    ({ transfer, ...consent }) =>
      transfer?.recipient === use.recipient &&
      transfer.country === use.country &&
      transfer.abroad === use.abroad &&
      names(consent, use),
  );
  return nearestOf(named.map((consent) => ({ consent, state: standing(consent, use, now) })));
}

function names(
  consent: Pick<ConsentRecord, 'purposes' | 'categories'>,
  use: { readonly purpose: string; readonly category: string },
): boolean {
  return consent.purposes.includes(use.purpose) && consent.categories.includes(use.category);
}

interface Judged {
  readonly state: CoverageState;
  readonly consent?: ConsentRecord;
}

function nearestOf(judged: readonly Judged[]): Judged {
  for (const state of nearest) {
    const found = judged.find((candidate) => candidate.state === state);
    if (found) return found;
  }
  return { state: 'missing' };
}

/** Everything consented to now: purpose → categories. Purposes with nothing left are absent. */
export function coverage(
  consents: readonly ConsentRecord[],
  now: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const consent of consents.filter(({ transfer }) => transfer === undefined)) {
    for (const purpose of consent.purposes) {
      for (const category of consent.categories) {
        if (stateFor(consent, { purpose, category }, now) !== 'active') continue;
        map.set(purpose, (map.get(purpose) ?? new Set<string>()).add(category));
      }
    }
  }
  return map;
}

const nearest: readonly CoverageState[] = ['active', 'withdrawn', 'expired', 'bundled', 'form'];

function stateFor(
  consent: ConsentRecord,
  use: { readonly purpose: string; readonly category: string },
  now: number,
): CoverageState {
  const state = standing(consent, use, now);
  const ended = state === 'withdrawn' || state === 'form';
  return !ended && isBundled(consent, use.purpose) ? 'bundled' : state;
}

/** Whether it holds, whatever else it was given together with. */
function standing(
  consent: ConsentRecord,
  use: { readonly purpose: string; readonly category: string },
  now: number,
): CoverageState {
  if (withdrawnAt(consent, use.purpose) !== undefined) return 'withdrawn';
  if (!isAcceptedForm(consent.form, use.category)) return 'form';
  if (isOver(consent, now)) return 'expired';
  return consent.givenAt <= now ? 'active' : 'missing';
}

function withdrawnAt(consent: ConsentRecord, purpose: string): number | undefined {
  if (consent.withdrawnAt !== undefined) return consent.withdrawnAt;
  return Object.hasOwn(consent.withdrawnPurposes, purpose) ? consent.withdrawnPurposes[purpose] : undefined;
}

function isOver(consent: ConsentRecord, now: number): boolean {
  return consent.expiresAt !== undefined && consent.expiresAt <= now;
}

function isBundled(consent: ConsentRecord, purpose: string): boolean {
  const own = (key: string) => Object.hasOwn(purposes, key) && purposes[key]?.basis === 'own';
  return own(purpose) && !consent.purposes.every(own);
}
