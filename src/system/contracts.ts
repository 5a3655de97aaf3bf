import { identityAsked, identityLacking, identityNeeded, identityPurpose } from '../agreements/index.ts';
import { type Id, isId, KepilError, newId, type Problem } from '../base/index.ts';
import type { GateRequest, StaffRole } from '../gate/index.ts';
import type { Policy } from '../policy/index.ts';
import { requestNumber } from '../rights/index.ts';
import type {
  ConfirmedPart,
  ContractRecord,
  IdentityCheckRecord,
  RecipientRecord,
  ServiceRecord,
  Tx,
} from '../store/index.ts';
import { type Asked, ask, decided, Refused } from './ask.ts';
import type { Me } from './cabinet.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { confirmationOf } from './confirmation.ts';
import { record } from './entries.ts';
import { dataOf, type OpenSubject, openSubject } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { headOf, type World } from './world.ts';

/** Who makes and ends contracts. */
export const contracting: readonly StaffRole[] = ['officer'];

/** What is said to whoever may not. */
export const contractsBeyond = 'contracts-beyond-role';

/** How the log says that a contract was made, was not since nobody knows who it is, and ended. */
export const contractRules = {
  concluded: 'contract-concluded',
  refused: 'identity-unconfirmed',
  ended: 'contract-ended',
} as const;

/** What people call a contract by: its day and five signs of its id. */
export function contractNumber(world: Pick<World, 'law'>, row: Pick<ContractRecord, 'id' | 'concludedAt'>) {
  return requestNumber({ id: row.id, receivedAt: row.concludedAt }, world.law.zone);
}

/** The contracts of a service, newest first. @throws KepilError `ERR_FORBIDDEN` */
export async function listContracts(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; after?: Id; limit: number },
): Promise<readonly ContractRecord[]> {
  within(clerk, contracting, contractsBeyond);
  const { service, ...page } = at;
  return world.store.transaction((tx) => tx.contracts.list(service.id, page));
}

/** One's own contracts, newest first. */
export function myContracts(world: World, me: Me): Promise<readonly ContractRecord[]> {
  return world.store.transaction((tx) => tx.contracts.ofSubject(me.service.id, me.subject));
}

/** A datum that shows who somebody is, and how it was confirmed; no value stands in it. */
export interface IdentityPart {
  readonly category: string;
  readonly held: boolean;
  readonly confirmed?: Omit<ConfirmedPart, 'category'>;
}

/** The contracts of a person, and what of their identity is confirmed. */
export interface ShownContracts {
  /** Clauses by which the party of a contract is identified; absent: the policy does not say so. */
  readonly asked?: readonly string[];
  /** Of each group one is enough. */
  readonly needed: readonly (readonly IdentityPart[])[];
  readonly lacking: readonly (readonly string[])[];
  readonly rows: readonly ContractRecord[];
  readonly checks: readonly IdentityCheckRecord[];
  /** Cards whose recipients may be asked to compare. */
  readonly sources: readonly RecipientRecord[];
  /** Why the gate lets nothing of the identity be looked at. */
  readonly refused?: Refused;
}

interface At {
  readonly service: ServiceRecord;
  readonly subject: string;
}

const cardsAtOnce = 500;

/**
 * Shows the contracts of a person and how much of who they are is confirmed. What is confirmed is looked up
 * through the gate; no value is shown.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function showContracts(world: World, clerk: Clerk, at: At): Promise<ShownContracts> {
  const by = within(clerk, contracting, contractsBeyond);
  return world.store.transaction(async (tx) => {
    const subject = await personAt(tx, world, at);
    const service = at.service.id;
    const looked = await lookAtIdentity(tx, world, { by, subject });
    const { policy, needed, refused, ...rest } = looked;
    const asked = identityAsked(policy);
    const cards = await tx.recipients.list(service, { limit: cardsAtOnce });
    const concerns = ({ ended, purposes }: RecipientRecord) => !ended && purposes.includes(identityPurpose);
    return {
      ...(asked && { asked }),
      ...(refused && { refused }),
      needed: needed.map((group) => group.map((category) => partOf(rest.asked, category))),
      lacking: identityLacking(needed, confirmedIn(rest.asked)),
      rows: await tx.contracts.ofSubject(service, subject.record.id),
      checks: await tx.contracts.checks(service, subject.record.id),
      sources: cards.filter(concerns),
    };
  });
}

/** The user that an address names. @throws KepilError `ERR_NOT_FOUND` */
export async function personAt(tx: Tx, world: World, at: At): Promise<OpenSubject> {
  const open = { service: at.service.id, id: at.subject, mode: 'update' as const };
  const subject = isId(at.subject) ? await openSubject(tx, world, open) : undefined;
  if (subject?.record.kind !== 'user') throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return subject;
}

/** What a look at somebody's identity found: what is needed, and what of it the gate let be looked at. */
export interface IdentityLook {
  readonly policy: Policy;
  readonly needed: readonly (readonly string[])[];
  readonly asked?: Asked;
  readonly refused?: Refused;
}

/** Asks the gate whether what shows who somebody is may be looked at, to identify the party of a contract. */
export async function lookAtIdentity(
  tx: Tx,
  world: World,
  { by, subject }: { by: Clerk; subject: OpenSubject },
): Promise<IdentityLook> {
  const { service, record: person } = subject;
  const head = await headOf(tx, service);
  const { policy } = await versionFor(tx, world, { head, hash: person.policyHash });
  const needed = identityNeeded(policy);
  if (needed.length === 0) return { policy, needed };
  const request: GateRequest = {
    ...{ actor: actorOf(by), verb: 'use', service, subject: person.id, categories: needed.flat() },
    ...{ purpose: identityPurpose, channel: 'console' },
  };
  const asked = await ask(tx, world, request, { mode: 'update', ...byClerk(by) });
  if (asked.decision.allowed) return { policy, needed, asked };
  return { policy, needed, refused: new Refused(asked.decision.because, asked.entry) };
}

function partOf(asked: Asked | undefined, category: string): IdentityPart {
  const value = asked && dataOf(asked.segments).get(category)?.[0];
  const found = confirmationOf(value);
  const { way, at, entry } = found ?? {};
  return {
    ...{ category, held: value !== undefined },
    ...(way && at !== undefined && entry && { confirmed: { way, at, entry } }),
  };
}

/** Of which categories something confirmed is held. */
export function confirmedIn(asked: Asked | undefined): ReadonlySet<string> {
  const data = asked ? dataOf(asked.segments) : new Map();
  return new Set([...data.keys()].filter((category) => confirmationOf(data.get(category)?.[0])));
}

/**
 * Makes a contract with a person, once what the policy needs is confirmed of who they are. How and when it
 * was confirmed is kept with the contract; no value is. Otherwise nothing is made, and the log says so.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @throws Refused when the gate does not let their identity be looked at
 * @law 94-V Art. 7(8), 94-V Art. 14
 */
export async function concludeContract(
  world: World,
  clerk: Clerk,
  at: At,
): Promise<{ readonly id: Id } | { readonly problem: Problem }> {
  const by = within(clerk, contracting, contractsBeyond);
  return decided(world, async (tx) => {
    const subject = await personAt(tx, world, at);
    const { needed, asked, refused, policy } = await lookAtIdentity(tx, world, { by, subject });
    if (refused) throw refused;
    if (!identityAsked(policy)) return { problem: fault('identity-not-asked') };
    const lacking = identityLacking(needed, confirmedIn(asked));
    const now = world.now();
    const id = newId(now, world.crypto.random);
    if (!asked || lacking.length > 0) {
      await note(tx, world, { by, subject, id, rule: contractRules.refused, refused: true });
      return { problem: fault('identity-lacking') };
    }
    const confirmed = needed.flat().flatMap((category): ConfirmedPart[] => {
      const part = partOf(asked, category).confirmed;
      return part ? [{ category, ...part }] : [];
    });
    const categories = confirmed.map(({ category }) => category);
    const entry = await note(tx, world, { by, subject, id, rule: contractRules.concluded, categories });
    await tx.contracts.insert({
      ...{ service: at.service.id, subject: subject.record.id, id, concludedAt: now, confirmed, entry },
      concludedBy: by.id,
    });
    await tx.subjects.bumpVersion(at.service.id, subject.record.id);
    return { id };
  });
}

const fault = (code: string): Problem => ({ code, severity: 'error', field: 'form' });

/**
 * Ends a contract: from now on nothing is used for it, and the term of the data that served it runs. Twice
 * changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export async function endContract(world: World, clerk: Clerk, at: At & { id: string }): Promise<void> {
  const by = within(clerk, contracting, contractsBeyond);
  await world.store.transaction(async (tx) => {
    const subject = await personAt(tx, world, at);
    const service = at.service.id;
    const row = (await tx.contracts.ofSubject(service, subject.record.id)).find(({ id }) => id === at.id);
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const ended = { id: row.id, at: world.now(), by: by.id };
    if ((await tx.contracts.end(service, subject.record.id, ended)) === 0) return;
    await note(tx, world, { by, subject, id: row.id, rule: contractRules.ended });
    await tx.subjects.bumpVersion(service, subject.record.id);
  });
}

function note(
  tx: Tx,
  world: World,
  what: {
    by: Clerk;
    subject: OpenSubject;
    id: Id;
    rule: string;
    categories?: readonly string[];
    refused?: true;
  },
): Promise<Id> {
  const { by, subject, id, rule, categories, refused } = what;
  return record(tx, world, {
    ...{ service: subject.service, kind: 'agreement', outcome: refused ? 'refused' : 'done' },
    ...{ actor: actorOf(by), actorKeys: by.keys, channel: 'console', because: [{ rule }], matter: id },
    subject: { id: subject.record.id, keys: subject.keys },
    ...(categories && { categories }),
  });
}
