import { coverageOf } from '../../consent/index.ts';
import type { Recipient } from '../../disclosure/index.ts';
import { type ConsentFact, decide, type GateFacts, type GateRequest } from '../../gate/index.ts';
import { standingPurpose } from '../../law/index.ts';
import type { Entry } from '../../ledger/index.ts';
import { basePurposes, formCategories, purposes } from '../../policy/index.ts';
import type { World } from '../world.ts';
import type { Probing } from './probe.ts';

const stranger = '00000000-0000-7000-8000-000000000000';

/** What to ask the gate, where it differs from an officer's read for a declared purpose without consent. */
export type Question = Partial<GateRequest> & {
  readonly consents?: readonly ConsentFact[];
  readonly optOuts?: GateFacts['optOuts'];
  readonly pending?: GateFacts['pending'];
  readonly mandates?: GateFacts['mandates'];
  readonly grant?: GateFacts['grant'];
  readonly state?: GateFacts['subject']['state'];
  readonly ageYears?: number;
  /** The card of the recipient asked about. */
  readonly card?: Recipient;
};

/**
 * Asks the gate in force a question about a subject who never was: facts are made up, the rules are the live
 * ones. True when it says yes.
 */
export function admits(probing: Probing, what: Question): boolean {
  const { consents = [], optOuts = [], state = 'active', card, mandates, grant, ...rest } = what;
  const { pending, ageYears, ...asked } = rest;
  const { version, live, world } = probing;
  const [purpose = 'provide_service'] = basePurposes(version.policy);
  const serving = formCategories(version.policy).find((row) =>
    row.purposes.includes(asked.purpose ?? purpose),
  );
  const request: GateRequest = {
    actor: { role: 'officer', id: stranger },
    verb: 'read',
    service: probing.service.id,
    subject: stranger,
    categories: [serving?.category ?? formCategories(version.policy)[0]?.category ?? 'email'],
    purpose,
    channel: 'console',
    matter: stranger,
    ...asked,
  };
  const facts: GateFacts = {
    now: world.now(),
    policy: version.policy,
    policyHash: version.hash,
    service: live ? 'live' : 'draft',
    subject: { state, ...(ageYears !== undefined && { ageYears }) },
    consents,
    blocks: [],
    optOuts,
    expired: [],
    ...(pending && { pending }),
    ...(card && { recipient: card }),
    ...(mandates && { mandates }),
    ...(grant && { grant }),
  };
  return decide(request, facts, world.law).allowed;
}

const needConsent: readonly string[] = ['base', 'own'];

/** Uses on record that no consent of the subject covered when they were made; standing purposes need none. */
export function uncovered(
  world: World,
  subject: { readonly entries: readonly Entry[]; readonly consents: readonly ConsentFact[] },
): readonly Entry[] {
  return subject.entries.filter(({ kind, outcome, purpose = '', categories = [], at }) => {
    if (outcome !== 'allowed' || kind === 'collection' || standingPurpose(world.law, purpose)) return false;
    if (!Object.hasOwn(purposes, purpose) || !needConsent.includes(purposes[purpose]?.basis ?? ''))
      return false;
    const instant = Date.parse(at);
    const then = subject.consents.map((consent) => asOf(consent, instant));
    return categories.some((category) => coverageOf(then, { purpose, category }, instant).state !== 'active');
  });
}

/** The consent as it stood at an instant: what was withdrawn later was not withdrawn yet. */
export function asOf(consent: ConsentFact, instant: number): ConsentFact {
  const { withdrawnAt, withdrawnPurposes, ...rest } = consent;
  const early = Object.entries(withdrawnPurposes).filter(([, at]) => at <= instant);
  const whole = withdrawnAt !== undefined && withdrawnAt <= instant ? { withdrawnAt } : {};
  return { ...rest, ...whole, withdrawnPurposes: Object.fromEntries(early) };
}
