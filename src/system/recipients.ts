import { civilDateAt, type Id, isId, KepilError, newId, type Problem } from '../base/index.ts';
import {
  checkRecipient,
  declaredRow,
  offeredRows,
  type RecipientForm,
  recipientPurposes,
} from '../disclosure/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { Policy, RecipientRow } from '../policy/index.ts';
import type { ConsentRow, RecipientRecord, ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { faultInLine, isBlank } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Roles that keep the cards of recipients. */
const keeping: readonly StaffRole[] = ['approver', 'officer'];

const beyond = 'recipients-beyond-role';

/** The cards of a service, and the recipients of its policy that have none in use. */
export interface ShownRecipients {
  readonly rows: readonly RecipientRecord[];
  readonly without: readonly RecipientRow[];
  /** All recipients of which a card can be kept. */
  readonly offered: readonly RecipientRow[];
  readonly policy: Policy;
}

/** Cards looked through for those that are missing. */
const cardsAtOnce = 500;

/** The newest version of each card, newest card first, and what of the policy still waits for one. */
export async function listRecipients(
  world: World,
  at: { service: Id; after?: Id; limit: number },
): Promise<ShownRecipients> {
  return world.store.transaction(async (tx) => {
    const { policy } = await inForceIn(tx, world, at.service);
    const page = { limit: at.limit, ...(at.after && { after: at.after }) };
    const rows = await tx.recipients.list(at.service, page);
    const all = await tx.recipients.list(at.service, { limit: cardsAtOnce });
    const kept = new Set(
      all.filter(({ ended }) => !ended).map((card) => keyOfRow(declaredRow(policy, card))),
    );
    const offered = offeredRows(policy);
    return { rows, without: offered.filter((row) => !kept.has(keyOfRow(row))), offered, policy };
  });
}

const keyOfRow = (row: RecipientRow | undefined) => row && `${row.recipient}|${row.name ?? ''}`;

async function inForceIn(tx: Tx, world: World, service: Id) {
  const head = await headOf(tx, service);
  return policyVersion(tx, world, { service, hash: head.hash });
}

/** A card with all its versions, newest first. @throws KepilError `ERR_NOT_FOUND` */
export async function recipientCard(
  world: World,
  at: { service: ServiceRecord; id: string },
): Promise<readonly [RecipientRecord, ...RecipientRecord[]]> {
  const id = at.id;
  const rows = isId(id)
    ? await world.store.transaction((tx) => tx.recipients.versions(at.service.id, id))
    : [];
  const [newest, ...older] = rows;
  if (!newest) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return [newest, ...older];
}

/** A card as filled in; `was`: the version it was shown with, for a card that is there already. */
export interface SavedRecipient {
  readonly service: ServiceRecord;
  readonly form: RecipientForm;
  readonly change?: { readonly id: string; readonly was: number };
}

/**
 * Registers a recipient, or makes a new version of its card; what was before is kept. Only a recipient that
 * the policy in force lists. Consents given under an earlier version cover what stood there.
 *
 * @throws KepilError `ERR_FORBIDDEN` when no role of the clerk may; `ERR_NOT_FOUND`
 * @law 94-V Art. 7(6), 94-V Art. 11, 94-V Art. 22(1)(5)
 */
export async function saveRecipient(
  world: World,
  clerk: Clerk,
  what: SavedRecipient,
): Promise<{ id: Id } | { problems: readonly Problem[] }> {
  const by = within(clerk, keeping, beyond);
  return world.store.transaction(async (tx) => {
    const { service, form, change } = what;
    await tx.services.lock(service.id);
    const { policy } = await inForceIn(tx, world, service.id);
    const known = change && (await cardIn(tx, { service, id: change.id }));
    if (known && known.version !== change.was) return { problems: [changedSince] };
    const trimmed = { ...form, name: form.name.trim(), contract: form.contract.trim() };
    const problems = checkForm(trimmed, policy, civilDateAt(world.now(), world.law.zone));
    if (problems.length > 0) return { problems };
    const { undertakingOn, ...filled } = trimmed;
    const card = { ...filled, ...(undertakingOn !== '' && { undertakingOn }), ended: known?.ended ?? false };
    const rule = known ? 'recipient-changed' : 'recipient-registered';
    return { id: await writeCard(tx, world, { by, service, policy, known, card, rule }) };
  });
}

const changedSince: Problem = { code: 'recipient-changed', severity: 'error' };

function checkForm(form: RecipientForm, policy: Policy, today: string): readonly Problem[] {
  const lines = [
    ['name', form.name],
    ['contract', form.contract],
  ] as const;
  const unfit = lines.flatMap(([field, text]): Problem[] => {
    const code = faultInLine(text) ?? (isBlank(text) && text !== '' ? 'field-mandatory' : undefined);
    return code ? [{ code, severity: 'error', field }] : [];
  });
  return [...unfit, ...checkRecipient(form, policy, today)];
}

/** A card of a service. @throws KepilError `ERR_NOT_FOUND` */
async function cardIn(tx: Tx, at: { service: ServiceRecord; id: string }): Promise<RecipientRecord> {
  const card = isId(at.id) ? await tx.recipients.current(at.service.id, at.id) : undefined;
  if (!card) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return card;
}

type Card = Omit<RecipientRecord, 'service' | 'id' | 'version' | 'decision' | 'changedAt' | 'changedBy'>;

async function writeCard(
  tx: Tx,
  world: World,
  what: {
    by: Clerk;
    service: ServiceRecord;
    policy: Policy;
    known: RecipientRecord | undefined;
    card: Card;
    rule: string;
  },
): Promise<Id> {
  const { by, service, known, card } = what;
  const now = world.now();
  const id = known?.id ?? newId(now, world.crypto.random);
  const clause = declaredRow(what.policy, card)?.cites[0];
  const decision = await record(tx, world, {
    service: service.id,
    kind: 'policy',
    outcome: 'done',
    actor: actorOf(by),
    actorKeys: by.keys,
    channel: 'console',
    because: [{ rule: what.rule, ...(clause !== undefined && { clause }) }],
    matter: id,
    recipient: card.kind,
    country: card.country,
    categories: card.categories,
  });
  const version = (known?.version ?? 0) + 1;
  const made = { service: service.id, id, version, decision, changedAt: now, changedBy: by.id };
  await tx.recipients.insert({ ...card, ...made });
  return id;
}

/**
 * Closes a recipient, so that nothing goes there any more, or opens it again. Doing it twice changes nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function closeRecipient(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; ended: boolean },
): Promise<void> {
  const by = within(clerk, keeping, beyond);
  await world.store.transaction(async (tx) => {
    const { service, ended } = what;
    await tx.services.lock(service.id);
    const known = await cardIn(tx, what);
    if (known.ended === ended) return;
    const { policy } = await inForceIn(tx, world, service.id);
    const rule = ended ? 'recipient-closed' : 'recipient-reopened';
    await writeCard(tx, world, { by, service, policy, known, card: { ...known, ended }, rule });
  });
}

/** Where a card stands today. */
export function recipientState(
  world: World,
  policy: Policy,
  card: RecipientRecord,
): 'in-use' | 'no-undertaking' | 'expired' | 'closed' | 'not-in-policy' {
  if (card.ended) return 'closed';
  if (!declaredRow(policy, card)) return 'not-in-policy';
  if (card.expiresOn < civilDateAt(world.now(), world.law.zone)) return 'expired';
  return card.undertakingOn === undefined ? 'no-undertaking' : 'in-use';
}

/**
 * What a card can say under a policy: the row that lists it, purposes, categories; all rows that can have
 * one.
 */
export function recipientChoices(policy: Policy, of: { readonly kind: string; readonly name: string }) {
  return {
    declared: declaredRow(policy, of),
    offered: offeredRows(policy),
    purposes: recipientPurposes(policy),
    categories: [...new Set(policy.data.map(({ category }) => category))],
  };
}

/** Names of the recipients that consents let data go to, by id. */
export async function recipientNames(
  world: World,
  service: ServiceRecord,
  consents: readonly ConsentRow[],
): Promise<ReadonlyMap<Id, string>> {
  const ids = new Set(consents.flatMap(({ transfer }) => transfer?.recipient ?? []));
  if (ids.size === 0) return new Map();
  return world.store.transaction(async (tx) => {
    const names = new Map<Id, string>();
    for (const id of ids) {
      const card = await tx.recipients.current(service.id, id);
      if (card) names.set(id, card.name);
    }
    return names;
  });
}
