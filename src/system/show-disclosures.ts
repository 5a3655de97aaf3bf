import { civilDateAt, type Id } from '../base/index.ts';
import { recipientPurposes } from '../disclosure/index.ts';
import type { DisclosureRecord, RecipientRecord, ServiceRecord, Tx } from '../store/index.ts';
import { listOrders, type ShownOrder } from './orders.ts';
import { recipientState } from './recipients.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** What was handed on, with the name of whom it went to; absent of a body of the state. */
export interface ShownDisclosure {
  readonly row: DisclosureRecord;
  readonly name?: string;
}

/** A notice that a person has not got yet. */
export interface OwedNotice extends ShownDisclosure {
  readonly overdue: boolean;
}

/** Orders and notices on one page: whoever has more works them off. */
const clocksAtOnce = 100;

/** Orders and owed notices with their clocks, and what was handed on, newest first. */
export async function listDisclosures(
  world: World,
  at: { service: Id; all: boolean; after?: Id; limit: number },
): Promise<{
  readonly orders: readonly ShownOrder[];
  readonly notices: readonly OwedNotice[];
  readonly rows: readonly ShownDisclosure[];
}> {
  const { service, all } = at;
  const orders = await listOrders(world, { service, state: all ? 'all' : 'open', limit: clocksAtOnce });
  return world.store.transaction(async (tx) => {
    const page = { limit: at.limit, ...(at.after && { after: at.after }) };
    const today = civilDateAt(world.now(), world.law.zone);
    const rows = await withNames(tx, service, await tx.disclosures.list(service, page));
    const owed = await withNames(tx, service, await tx.disclosures.unsaid(service, clocksAtOnce));
    const notices = owed.map((one) => ({ ...one, overdue: one.row.noticeDueOn < today }));
    return { orders, notices, rows };
  });
}

async function withNames(
  tx: Tx,
  service: Id,
  rows: readonly DisclosureRecord[],
): Promise<readonly ShownDisclosure[]> {
  const cards = new Map<Id, RecipientRecord | undefined>();
  for (const { recipient } of rows)
    if (recipient !== undefined && !cards.has(recipient))
      cards.set(recipient, await tx.recipients.current(service, recipient));
  return rows.map((row) => {
    const card = row.recipient === undefined ? undefined : cards.get(row.recipient);
    return { row, ...(card && { name: card.name }) };
  });
}

const cardsAtOnce = 500;

/** What the form to hand data on offers: recipients in use, purposes and categories of their cards. */
export async function handOnChoices(world: World, service: ServiceRecord) {
  return world.store.transaction(async (tx) => {
    const head = await headOf(tx, service.id);
    const { policy } = await policyVersion(tx, world, { service: service.id, hash: head.hash });
    const cards = await tx.recipients.list(service.id, { limit: cardsAtOnce });
    const recipients = cards.filter((card) => recipientState(world, policy, card) === 'in-use');
    const categories = [...new Set(recipients.flatMap((card) => card.categories))];
    const purposes = recipientPurposes(policy).filter((key) =>
      recipients.some((card) => card.purposes.includes(key)),
    );
    return { recipients, purposes, categories };
  });
}
