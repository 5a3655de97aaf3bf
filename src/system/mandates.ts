import {
  addDays,
  civilDateAt,
  type Id,
  isCivilDate,
  isId,
  KepilError,
  newId,
  type Problem,
} from '../base/index.ts';
import {
  type GateFacts,
  type GateRequest,
  mandatedVerbs,
  mandatesAsked,
  type StaffRole,
  type Verb,
} from '../gate/index.ts';
import { type Policy, purposes as purposeTable } from '../policy/index.ts';
import type { MandateRecord, RecipientRecord, ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Who proposes and ends decisions, and who signs them. */
const proposing: readonly StaffRole[] = ['approver', 'officer'];
const signing: readonly StaffRole[] = ['approver'];

const beyond = 'mandates-beyond-role';

/** No decision holds longer than this many days: whoever decided looks at it again. */
export const mandateDaysAtMost = 366;

/** Cards offered as recipients. */
const cardsAtOnce = 500;

/** Where a decision stands. */
export type MandateState = 'proposed' | 'in-force' | 'over' | 'ended' | 'dropped';

/** The decisions of a service and what a new one can say. */
export interface ShownMandates {
  readonly rows: readonly {
    readonly row: MandateRecord;
    readonly state: MandateState;
    readonly own: boolean;
  }[];
  /** Clauses that make acts depend on a decision; absent: the policy in force does not. */
  readonly asked?: readonly string[];
  /** Purposes that data are used for and no decision in force or proposed names. */
  readonly without: readonly string[];
  readonly verbs: readonly Verb[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly RecipientRecord[];
  readonly today: string;
}

/** Purposes for which a decision can be taken: not those that get no values at all. */
function decidedPurposes(policy: Policy): readonly string[] {
  const basisOf = (key: string) => (Object.hasOwn(purposeTable, key) ? purposeTable[key]?.basis : undefined);
  return policy.purposes.map(({ purpose }) => purpose).filter((key) => basisOf(key) !== 'deidentified');
}

/** The decisions of a service, newest first. @throws KepilError `ERR_FORBIDDEN` */
export async function listMandates(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; after?: Id; limit: number },
): Promise<ShownMandates> {
  const by = within(clerk, proposing, beyond);
  return world.store.transaction(async (tx) => {
    const service = at.service.id;
    const today = civilDateAt(world.now(), world.law.zone);
    const policy = await policyInForce(tx, world, service);
    const page = { limit: at.limit, ...(at.after && { after: at.after }) };
    const rows = await tx.mandates.list(service, page);
    const purposes = decidedPurposes(policy);
    const asked = mandatesAsked(policy);
    const named = await purposesNamed(tx, service, today);
    return {
      rows: rows.map((row) => ({ row, state: stateOf(row, today), own: row.proposedBy === by.id })),
      ...(asked && { asked }),
      without: asked ? purposes.filter((key) => !named.has(key)) : [],
      verbs: mandatedVerbs,
      purposes,
      categories: [...new Set(policy.data.map(({ category }) => category))],
      recipients: await openCards(tx, service),
      today,
    };
  });
}

async function openCards(tx: Tx, service: Id): Promise<readonly RecipientRecord[]> {
  return (await tx.recipients.list(service, { limit: cardsAtOnce })).filter(({ ended }) => !ended);
}

/** Purposes of standing decisions that are in force or wait for a signature. */
async function purposesNamed(tx: Tx, service: Id, today: string): Promise<ReadonlySet<string>> {
  const waiting = (await tx.mandates.list(service, { limit: cardsAtOnce })).filter(
    (row) => stateOf(row, today) === 'proposed',
  );
  const standing = [...waiting, ...(await tx.mandates.inForce(service, today))].filter(
    ({ matter }) => matter === undefined,
  );
  return new Set(standing.flatMap(({ purposes }) => purposes));
}

async function policyInForce(tx: Tx, world: World, service: Id): Promise<Policy> {
  const { hash } = await headOf(tx, service);
  return (await policyVersion(tx, world, { service, hash })).policy;
}

/** Where a decision stands on a day. */
export function stateOf(row: MandateRecord, today: string): MandateState {
  if (row.endedAt !== undefined) return row.signedAt === undefined ? 'dropped' : 'ended';
  if (row.untilOn < today) return 'over';
  return row.signedAt === undefined ? 'proposed' : 'in-force';
}

/** What the gate must know of decisions: those in force, where the policy makes acts depend on them. */
export async function mandateFacts(
  tx: Tx,
  world: World,
  about: { request: GateRequest; policy: Policy },
): Promise<Pick<GateFacts, 'mandates'>> {
  if (!mandatesAsked(about.policy)) return {};
  const today = civilDateAt(world.now(), world.law.zone);
  return { mandates: await tx.mandates.inForce(about.request.service, today) };
}

/** A decision as filled in. */
export interface MandateForm {
  readonly verbs: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly recipients: readonly string[];
  /** The number of a request, an order, a letter; empty: a standing decision. */
  readonly matter: string;
  readonly untilOn: string;
}

/**
 * Proposes a decision. It holds once an approver signs it, who is not the one that proposed it.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 * @law 94-V Art. 22(1)
 */
export async function proposeMandate(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; form: MandateForm },
): Promise<readonly Problem[]> {
  const by = within(clerk, proposing, beyond);
  return world.store.transaction(async (tx) => {
    const { service, form } = what;
    await tx.services.lock(service.id);
    const policy = await policyInForce(tx, world, service.id);
    const known = (await openCards(tx, service.id)).map(({ id }) => id);
    const today = civilDateAt(world.now(), world.law.zone);
    const problems = checkMandate(form, { policy, known, today });
    if (problems.length === 0) await propose(tx, world, { by, service, form });
    return problems;
  });
}

/**
 * Proposes a standing decision for each purpose that has none: to read and use what serves it, for as long as
 * a decision may hold. Doing it twice changes nothing.
 *
 * @returns how many were proposed
 * @throws KepilError `ERR_FORBIDDEN`
 */
export async function proposeMissing(world: World, clerk: Clerk, service: ServiceRecord): Promise<number> {
  const by = within(clerk, proposing, beyond);
  return world.store.transaction(async (tx) => {
    await tx.services.lock(service.id);
    const policy = await policyInForce(tx, world, service.id);
    if (!mandatesAsked(policy)) return 0;
    const today = civilDateAt(world.now(), world.law.zone);
    const named = await purposesNamed(tx, service.id, today);
    const missing = decidedPurposes(policy).flatMap((purpose) => {
      const rows = policy.data.filter((row) => row.purposes.includes(purpose));
      const categories = [...new Set(rows.map(({ category }) => category))];
      return named.has(purpose) || categories.length === 0 ? [] : [{ purpose, categories }];
    });
    const untilOn = addDays(today, mandateDaysAtMost - 1);
    for (const { purpose, categories } of missing) {
      const form = {
        verbs: ['read', 'use'],
        purposes: [purpose],
        categories,
        recipients: [],
        matter: '',
        untilOn,
      };
      await propose(tx, world, { by, service, form });
    }
    return missing.length;
  });
}

async function propose(
  tx: Tx,
  world: World,
  what: { by: Clerk; service: ServiceRecord; form: MandateForm },
): Promise<void> {
  const { by, service, form } = what;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const { matter, ...said } = form;
  await note(tx, world, { by, service, id, rule: 'mandate-proposed', categories: form.categories });
  await tx.mandates.insert({
    ...said,
    verbs: form.verbs as readonly Verb[],
    recipients: form.recipients as readonly Id[],
    ...(isId(matter) && { matter }),
    service: service.id,
    id,
    proposedBy: by.id,
    proposedAt: now,
  });
}

function note(
  tx: Tx,
  world: World,
  what: { by: Clerk; service: ServiceRecord; id: Id; rule: string; categories?: readonly string[] },
): Promise<Id> {
  const { by, service, id, rule, categories } = what;
  return record(tx, world, {
    service: service.id,
    kind: 'policy',
    outcome: 'done',
    actor: actorOf(by),
    actorKeys: by.keys,
    channel: 'console',
    because: [{ rule, article: '94-V Art. 22(1)' }],
    matter: id,
    decision: id,
    ...(categories && { categories }),
  });
}

function checkMandate(
  form: MandateForm,
  known: { policy: Policy; known: readonly string[]; today: string },
): readonly Problem[] {
  const { policy, today } = known;
  const fault = (code: string, field: string): Problem => ({ code, severity: 'error', field });
  const within_ = (list: readonly string[], all: readonly string[]) => list.every((key) => all.includes(key));
  const some = (list: readonly string[], all: readonly string[]) => list.length > 0 && within_(list, all);
  const data = policy.data.map(({ category }) => category);
  const handsOn = form.verbs.includes('transfer');
  const recipients = handsOn ? some(form.recipients, known.known) : form.recipients.length === 0;
  return [
    ...(some(form.verbs, mandatedVerbs) ? [] : [fault('mandate-verbs', 'verb')]),
    ...(some(form.purposes, decidedPurposes(policy)) ? [] : [fault('mandate-purposes', 'purpose')]),
    ...(some(form.categories, data) ? [] : [fault('mandate-categories', 'category')]),
    ...(recipients ? [] : [fault('mandate-recipients', 'recipient')]),
    ...(form.matter === '' || isId(form.matter) ? [] : [fault('mandate-matter', 'matter')]),
    ...checkUntil(form.untilOn, today).map((code) => fault(code, 'untilOn')),
  ];
}

function checkUntil(text: string, today: string): readonly string[] {
  if (text === '') return ['field-mandatory'];
  if (!isCivilDate(text)) return ['date-malformed'];
  if (text < today) return ['expiry-past'];
  return text < addDays(today, mandateDaysAtMost) ? [] : ['mandate-too-long'];
}

/**
 * Signs a proposed decision, so that it holds. Signing twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN` for who proposed it or may not sign; `ERR_NOT_FOUND`; `ERR_CONFLICT`
 * when it was dropped, ended, or its days are over
 */
export async function signMandate(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string },
): Promise<void> {
  const by = within(clerk, signing, 'mandate-needs-approver');
  await world.store.transaction(async (tx) => {
    const row = await lockedRow(tx, what);
    if (row.proposedBy === by.id) throw new KepilError('ERR_FORBIDDEN', 'mandate-own');
    const state = stateOf(row, civilDateAt(world.now(), world.law.zone));
    if (state === 'in-force') return;
    if (state !== 'proposed') throw new KepilError('ERR_CONFLICT', 'mandate-gone');
    const { service } = what;
    await note(tx, world, { by, service, id: row.id, rule: 'mandate-signed', categories: row.categories });
    await tx.mandates.sign(service.id, row.id, { signedBy: by.id, signedAt: world.now() });
  });
}

/**
 * Ends a decision at once, or drops a proposal. Doing it twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function endMandate(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string },
): Promise<void> {
  const by = within(clerk, proposing, beyond);
  await world.store.transaction(async (tx) => {
    const row = await lockedRow(tx, what);
    if (row.endedAt !== undefined) return;
    const { service } = what;
    await note(tx, world, { by, service, id: row.id, rule: endedRule });
    await tx.mandates.end(service.id, row.id, world.now());
  });
}

/** How the log says that a decision ended. */
export const endedRule = 'mandate-ended';

async function lockedRow(tx: Tx, at: { service: ServiceRecord; id: string }): Promise<MandateRecord> {
  await tx.services.lock(at.service.id);
  const row = isId(at.id) ? await tx.mandates.get(at.service.id, at.id) : undefined;
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return row;
}
