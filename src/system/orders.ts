import { civilDateAt, type Id, isId, KepilError, newId } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { dueOn } from '../law/index.ts';
import type { DisclosureRecord, OrderRecord, ServiceRecord, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { groupedBy } from './grouped.ts';
import type { World } from './world.ts';

/** As many as anybody ever handed on of one person. */
const packagesAtMost = 10_000;

const ordering = {
  stop: { rule: 'order-to-stop', article: '94-V Art. 8(7)' },
  destroy: { rule: 'order-to-destroy', article: '94-V Art. 18' },
  correct: { rule: 'order-to-correct', article: '94-V Art. 24(1)(2)' },
} as const;

/** How the log says what became of an order. */
const noting: Readonly<Record<OrderAct, string>> = {
  sent: 'order-sent',
  confirmed: 'order-confirmed',
  reopened: 'order-reopened',
};

/** The terms in which recipients do the same as we. @law 94-V Art. 8(7), 94-V Art. 25(2)(8) */
const clocks: Readonly<Record<OrderRecord['kind'], string>> = {
  stop: 'withdraw.stop',
  destroy: 'withdraw.stop',
  correct: 'rectify',
};

/** What ended, and so what recipients must stop or destroy. */
export interface Ending {
  readonly service: Id;
  readonly subject: Id;
  readonly kind: OrderRecord['kind'];
  readonly at: number;
  /** Ties the entry to the person while they are there; absent when they are destroyed. */
  readonly keys?: SubjectKeys;
  /** Of which packages; absent: of all. */
  readonly concerns?: (row: DisclosureRecord) => boolean;
}

/**
 * Queues an order to every recipient that holds data of a person: to stop, once for a package, to destroy, or
 * to correct. An order names packages and no person. Bodies of the state that asked by letter get none.
 *
 * @returns how many orders
 * @law 94-V Art. 8(7), 94-V Art. 18, 94-V Art. 24(1)(2)
 */
export async function queueOrders(tx: Tx, world: World, ending: Ending): Promise<number> {
  const { service, subject, kind, at, concerns = () => true } = ending;
  const handed = await tx.disclosures.ofSubject(service, subject, { limit: packagesAtMost });
  const held = handed.filter(
    (row) =>
      row.recipient !== undefined && (kind === 'destroy' || row.stoppedAt === undefined) && concerns(row),
  );
  const groups = groupedBy(held, ({ recipient }) => recipient as Id);
  for (const [recipient, rows] of groups) await queueOrder(tx, world, { ending, recipient, rows });
  const ids = held.map(({ id }) => id);
  if (kind === 'stop') await tx.disclosures.setStopped(service, subject, { ids, at });
  return groups.size;
}

async function queueOrder(
  tx: Tx,
  world: World,
  what: { ending: Ending; recipient: Id; rows: readonly DisclosureRecord[] },
): Promise<void> {
  const { ending, recipient, rows } = what;
  const { service, kind, at, keys } = ending;
  const categories = [...new Set(rows.flatMap((row) => row.categories))];
  const id = newId(world.now(), world.crypto.random);
  const entry = await record(tx, world, {
    service,
    kind: 'order',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    categories,
    recipient: rows[0]?.kind ?? 'undeclared',
    because: [ordering[kind]],
    matter: id,
    ...(keys && { subject: { id: ending.subject, keys } }),
  });
  const due = dueOn(world.law, clocks[kind], at);
  const packages = rows.map((row) => row.id);
  const made = { service, id, recipient, kind, packages, categories, madeAt: at, dueOn: due, entry };
  await tx.orders.insert(made);
}

/** Roles that see orders through. */
const seeing: readonly StaffRole[] = ['officer'];

/** What can be noted of an order. */
export const orderActs = ['sent', 'confirmed', 'reopened'] as const;

/** One of them. */
export type OrderAct = (typeof orderActs)[number];

/**
 * Notes that an order went out, that the recipient confirmed it, or takes both back. Noting it twice changes
 * nothing.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 */
export async function markOrder(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; act: OrderAct },
): Promise<void> {
  const by = within(clerk, seeing, 'orders-beyond-role');
  await world.store.transaction(async (tx) => {
    const { service, act } = what;
    await tx.services.lock(service.id);
    const row = isId(what.id) ? await tx.orders.get(service.id, what.id) : undefined;
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const change = changeOf(row, act, world.now());
    if (!change) return;
    await tx.orders.mark(service.id, row.id, change);
    await record(tx, world, {
      service: service.id,
      kind: 'order',
      outcome: 'done',
      actor: actorOf(by),
      actorKeys: by.keys,
      channel: 'console',
      because: [{ rule: noting[act] }],
      matter: row.id,
    });
  });
}

function changeOf(row: OrderRecord, act: OrderAct, now: number) {
  if (act === 'sent') return row.sentAt === undefined ? { sentAt: now } : undefined;
  if (act === 'reopened')
    return row.sentAt === undefined && row.confirmedAt === undefined
      ? undefined
      : { sentAt: null, confirmedAt: null };
  return row.confirmedAt === undefined ? { sentAt: row.sentAt ?? now, confirmedAt: now } : undefined;
}

/** An order with the name of whom it goes to. */
export interface ShownOrder {
  readonly row: OrderRecord;
  readonly name: string;
  readonly overdue: boolean;
}

/** Orders of a service, newest first. */
export async function listOrders(
  world: World,
  at: { service: Id; state: 'open' | 'all'; after?: Id; limit: number },
): Promise<readonly ShownOrder[]> {
  return world.store.transaction(async (tx) => {
    const page = { limit: at.limit, ...(at.after && { after: at.after }) };
    const today = civilDateAt(world.now(), world.law.zone);
    const shown: ShownOrder[] = [];
    for (const row of await tx.orders.list(at.service, at.state, page)) {
      const name = (await tx.recipients.current(at.service, row.recipient))?.name ?? '';
      shown.push({ row, name, overdue: row.confirmedAt === undefined && row.dueOn < today });
    }
    return shown;
  });
}
