import { type Id, isId, type Json, KepilError, nilId, type Params } from '../base/index.ts';
import {
  type Because,
  type ConsentFact,
  type Decision,
  decide,
  type GateFacts,
  type GateRequest,
  type Role,
  type Verb,
} from '../gate/index.ts';
import type { EntryKind } from '../ledger/index.ts';
import { categories, facets, type Policy } from '../policy/index.ts';
import type { PolicyVersionRecord, SubjectFacts, SubjectRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { type Occurrence, record } from './entries.ts';
import { type FactsFrom, factsOf } from './facts.ts';
import { mandateFacts } from './mandates.ts';
import { type OpenSegment, type OpenSubject, opened, subjectWith } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { noteReading, readingFacts } from './watch-reading.ts';
import { headIn, policyVersion, type World } from './world.ts';

/**
 * What came of asking the gate. `subject` and `segments` are there when the subject is; `entry` when one was
 * written.
 */
export interface Asked {
  readonly decision: Decision;
  readonly version: PolicyVersionRecord;
  readonly subject?: OpenSubject;
  readonly segments: readonly OpenSegment[];
  readonly entry?: Id;
}

/** How to ask, and what the entry says beside the decision. */
export interface Asking {
  readonly mode: 'share' | 'update';
  /** Keys of the staff member who asks. */
  readonly actorKeys?: SubjectKeys;
  /**
   * Roles the actor holds, narrowest first: they act in the first that is admitted. When none is, the last is
   * refused. Absent: the role of the request.
   */
  readonly roles?: readonly Role[];
  /** What the entry of a yes commits to. */
  readonly record?: Json;
  /** Makes what it commits to from the data as opened, once the answer is yes. */
  readonly recordOf?: (segments: readonly OpenSegment[]) => Promise<Json>;
  /**
   * Leaves the segments closed: for the destruction of everything, whose decision depends on no value and
   * which takes no longer for much than for little.
   */
  readonly unopened?: boolean;
  readonly grant?: GateFacts['grant'];
  /** Asks about everything that the version they agreed to declares, whatever the request names. */
  readonly whole?: boolean;
  /** The consent of a registration that is not through. */
  readonly giving?: ConsentFact;
  /** Kind of the entry of a yes, where the verb's own says too little. */
  readonly kind?: EntryKind;
  /** Reasons beside those of the decision. */
  readonly because?: readonly Because[];
}

const kindOf: Readonly<Record<Verb, EntryKind>> = {
  collect: 'collection',
  accumulate: 'collection',
  store: 'collection',
  change: 'change',
  read: 'read',
  use: 'use',
  transfer: 'disclosure',
  publish: 'disclosure',
  deidentify: 'use',
  block: 'block',
  unblock: 'unblock',
  destroy: 'destruction',
};

/**
 * Asks the gate about an act on a subject that exists, in the snapshot of its effect: locks the subject,
 * gathers the facts, decides, and writes the entry of the decision. A refusal is an answer and has its entry
 * too.
 */
export async function ask(tx: Tx, world: World, asked: GateRequest, asking: Asking): Promise<Asked> {
  const { service, subject: id } = asked;
  const held = await tx.facts.hold(service, id, { mode: asking.mode, segments: !asking.unopened });
  const { record, keys: wrapped } = held;
  const subject = record && wrapped && subjectWith(world, { record, wrapped });
  const head = headIn(held.heads);
  const version = await versionFor(tx, world, { head, hash: subject?.record.policyHash ?? head.hash });
  const request = asking.whole ? { ...asked, categories: await allOf(tx, world, record) } : asked;
  const segments = subject ? held.segments.map((row) => opened(world, subject, row)) : [];
  const live = head.status === 'live';
  const stands = await factsFrom(tx, world, {
    ...{ request, version, live, segments },
    ...(subject ? { subject, stands: held.facts } : { stands: { ...noFacts, terms: held.facts.terms } }),
  });
  const facts = { ...stands, ...(await readingFacts(tx, world, request)) };
  const { acting, decision } = decideOn(world, { request, facts, asking });
  const { recordOf } = asking;
  const made = recordOf && decision.allowed ? { record: await recordOf(segments) } : {};
  const entry = await recordDecision(tx, world, {
    request: acting,
    decision,
    version,
    asking: { ...asking, ...made },
    ...(facts.recipient && { recipient: facts.recipient.kind }),
    ...(subject && { subject }),
  });
  // Whoever is not there yet has nothing that could be looked through.
  if (facts.reading && subject) await noteReading(tx, world, { request: acting, decision });
  return { decision, version, ...(subject && { subject }), segments, entry };
}

/** The categories that somebody's version declares, each once. @throws KepilError `ERR_NOT_SIGNED_IN` */
async function allOf(tx: Tx, world: World, record: SubjectRecord | undefined): Promise<readonly string[]> {
  if (!record) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  const { service, policyHash: hash } = record;
  const { policy } = await policyVersion(tx, world, { service, hash });
  return [...new Set(policy.data.map(({ category }) => category))];
}

/** The request in the first role that is admitted, else in the last. */
function inRole(
  request: GateRequest,
  roles: readonly Role[],
  admits: (as: GateRequest) => boolean,
): GateRequest {
  const tries = roles.map((role) => ({ ...request, actor: { ...request.actor, role } }));
  return tries.find(admits) ?? tries.at(-1) ?? request;
}

/** The decision, and the request in the role it was made for. */
export function decideOn(
  world: World,
  { request, facts, asking }: { request: GateRequest; facts: GateFacts; asking: Omit<Asking, 'mode'> },
): { readonly acting: GateRequest; readonly decision: Decision } {
  const { grant, giving, roles } = asking;
  const known = { ...facts, ...(grant && { grant }), ...(giving && { giving }) };
  if (roles === undefined) return { acting: request, decision: decide(request, known, world.law) };
  const acting = inRole(request, roles, (as) => decide(as, known, world.law).allowed);
  return { acting, decision: decide(acting, known, world.law) };
}

/** A decision on its way into the log. */
export interface Decided {
  readonly request: GateRequest;
  readonly decision: Decision;
  readonly version: PolicyVersionRecord;
  readonly asking: Omit<Asking, 'mode'>;
  readonly subject?: OpenSubject;
  /** The kind of the recipient that the request names. */
  readonly recipient?: string;
}

/** Writes the entry of a decision. @returns its id */
export async function recordDecision(tx: Tx, world: World, what: Decided): Promise<Id> {
  return record(tx, world, occurrenceOf(world, what));
}

/** What the entry of a decision says. */
export function occurrenceOf(world: World, what: Decided): Occurrence {
  const { request, decision, version, asking, subject } = what;
  const { recipient = request.recipient } = what;
  const restsOn = decision.mandate ?? request.decisionId;
  return {
    service: request.service,
    kind: decision.allowed ? (asking.kind ?? kindOf[request.verb]) : 'refusal',
    outcome: decision.allowed ? 'allowed' : 'refused',
    verb: request.verb,
    actor: request.actor,
    channel: request.channel,
    purpose: knownPurpose(request, version.policy, world),
    categories: request.categories.filter((category) => Object.hasOwn(categories, category)),
    policy: version.hash,
    because: [...decision.because, ...(asking.because ?? [])],
    ...(subject && { subject: { id: subject.record.id, keys: subject.keys } }),
    ...(asking.actorKeys && { actorKeys: asking.actorKeys }),
    ...(request.matter && isId(request.matter) && { matter: request.matter }),
    ...(restsOn !== undefined && { decision: restsOn }),
    ...(recipient && { recipient: knownRecipient(recipient) }),
    ...(request.country && /^[A-Z]{2}$/.test(request.country) && { country: request.country }),
    ...(asking.record !== undefined && decision.allowed && { record: asking.record }),
  };
}

/** A recipient by its label; another name could be a person's: the entry says only that it is no label. */
function knownRecipient(recipient: string): string {
  return facets.recipients?.includes(recipient) ? recipient : 'undeclared';
}

/** A purpose nobody declared is somebody's free text: the entry says only that it was not declared. */
function knownPurpose(request: GateRequest, policy: Policy, world: World): string {
  const declared = policy.purposes.some((row) => row.purpose === request.purpose);
  return declared || world.law.standingPurposes.some((row) => row.key === request.purpose)
    ? request.purpose
    : 'undeclared';
}

/** What stands of nobody. */
const noFacts = {
  ...{ consents: [], pending: [], blocks: [], optOuts: [], holds: [], obligations: [] },
  ...{ contracts: [], representations: [] },
};

/** What the gate must know of a subject, or of nobody, in the snapshot of `tx`. */
export async function factsFor(
  tx: Tx,
  world: World,
  from: Omit<FactsFrom, 'read' | 'known'> & {
    readonly request: GateRequest;
    readonly subject?: OpenSubject;
  },
): Promise<GateFacts> {
  const { service, subject } = from.request;
  const stands = await tx.facts.of(service, from.subject ? subject : nilId);
  return factsFrom(tx, world, { ...from, stands });
}

async function factsFrom(
  tx: Tx,
  world: World,
  from: Parameters<typeof factsFor>[2] & { readonly stands: SubjectFacts },
): Promise<GateFacts> {
  const { request, subject, version } = from;
  const { service, subject: id } = request;
  const known = subject !== undefined;
  const { holds, ...stands } = from.stands;
  const read = {
    ...stands,
    // Holds freeze destruction and nothing else.
    holds: known && request.verb === 'destroy' ? holds : [],
    ...(subject?.record.kind === 'mentioned' && { mentions: await tx.mentions.ofMentioned(service, id) }),
    matters: await knownMatters(tx, request),
    ...(await disclosureFacts(tx, request)),
    ...(await mandateFacts(tx, world, { request, policy: version.policy })),
  };
  return factsOf(world, { ...from, known, read, ...(subject && { keys: subject.keys }) });
}

/** The card of the recipient that a request names, and the letter that its matter is. */
async function disclosureFacts(
  tx: Tx,
  { service, subject, recipient, matter, verb }: GateRequest,
): Promise<Pick<GateFacts, 'recipient' | 'authority'>> {
  if (verb !== 'transfer') return {};
  const card =
    recipient !== undefined && isId(recipient) ? await tx.recipients.current(service, recipient) : undefined;
  const letter =
    matter !== undefined && isId(matter)
      ? await tx.authorityRequests.get(service, matter, 'look')
      : undefined;
  const about = letter?.subject === subject ? letter : undefined;
  return { ...(card && { recipient: card }), ...(about && { authority: about }) };
}

/**
 * The matter a request names, if it is about this very subject: an open request (a closed one for its own
 * words only), an application for a consent, a message to hand on, the letter of a body that asks for data,
 * or a mailing, which is about everybody.
 */
async function knownMatters(
  tx: Tx,
  { service, subject, matter, verb, purpose, categories: asked }: GateRequest,
): Promise<readonly Id[]> {
  if (matter === undefined || !isId(matter)) return [];
  if (purpose === 'obligations') {
    const owed = await tx.obligations.list(service, subject);
    return owed.some(({ id }) => id === matter) ? [matter] : [];
  }
  if (purpose === 'proof_of_consent')
    return (await tx.papers.get(service, subject, matter)) === undefined ? [] : [matter];
  const desk = await tx.requests.get(service, matter);
  const wordsOnly = asked.every((category) => category === 'correspondence');
  // Until it is known who asks, a request gives nobody a reason to look at anything but its own words.
  // To block is to protect: that needs no proof.
  const serves = desk?.closedAt === undefined && (desk?.identity !== 'waiting' || verb === 'block');
  if (desk && [desk.subject, desk.about].includes(subject) && (serves || wordsOnly)) return [matter];
  // A block outlives the answer to the request it was made for, and is lifted in its matter.
  if (desk) return (await tx.blocks.inForce(service, subject))?.request === matter ? [matter] : [];
  return (await isKnownOtherwise(tx, { service, subject, matter, verb })) ? [matter] : [];
}

/**
 * A letter that asks for data, a right to act for them or of theirs to act for another, an incident that
 * touches them, a message to hand on, or a mailing.
 */
async function isKnownOtherwise(
  tx: Tx,
  { service, subject, matter, verb }: { service: Id; subject: Id; matter: Id; verb: Verb },
): Promise<boolean> {
  const letter = verb === 'transfer' && (await tx.authorityRequests.get(service, matter, 'look'));
  if (letter) return letter.subject === subject;
  const right = await tx.representations.find(service, matter);
  if (right) return [right.subject, right.representative].includes(subject);
  if ((await tx.messages.get(service, matter))?.subject === subject) return true;
  if (await tx.incidents.isAffected(service, matter, subject)) return true;
  return (await tx.campaigns.get(service, matter)) !== undefined;
}

/**
 * Runs a use case in one transaction. A refusal thrown inside is thrown after the commit, so that its entry
 * stays.
 *
 * INVARIANT: `work` asks the gate before it has any effect of its own.
 * @throws Refused
 */
export async function decided<T>(world: World, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outcome = await world.store.transaction(async (tx) => {
    try {
      return { value: await work(tx) };
    } catch (error) {
      if (error instanceof Refused) return { refused: error };
      throw error;
    }
  });
  if ('refused' in outcome) throw outcome.refused;
  return outcome.value;
}

/** A refusal of the gate as an error with its reasons: for paths where only a yes can go on. */
export class Refused extends KepilError {
  readonly because: readonly Because[];
  readonly entry: Id | undefined;

  constructor(because: readonly Because[], entry?: Id, params: Params = {}) {
    super('ERR_FORBIDDEN', 'refused', params);
    this.because = because;
    this.entry = entry;
  }
}
