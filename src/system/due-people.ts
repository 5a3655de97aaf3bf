import { termBegins } from '../agreements/index.ts';
import { type CivilDate, type Id, KepilError, nilId } from '../base/index.ts';
import type { ContractFact } from '../gate/index.ts';
import type { Policy } from '../policy/index.ts';
import {
  type DestructionPlan,
  type DueCategory,
  dueCategories,
  type Held,
  type Hold,
  heldOf,
  planDestruction,
  withTerms,
} from '../retention/index.ts';
import type { CategoryTermRecord, HoldRecord, PersonRecord, Tx } from '../store/index.ts';
import { openSegment, type StoredValue, unwrapSubjectKeys } from '../vault/index.ts';
import { dataOf, type OpenSegment } from './subjects.ts';
import { keptUnder } from './terms.ts';
import { headOf, type World } from './world.ts';

/** What is due of one person on a day: no value stands in it. */
export interface DuePerson {
  readonly id: Id;
  /** What would be destroyed. */
  readonly due: readonly DueCategory[];
  /** What is due and frozen, by what. */
  readonly frozen: readonly (DueCategory & { readonly by: 'block' | 'hold'; readonly hold: Id })[];
}

/** What is looked up once for everybody. */
export interface DueFacts {
  readonly service: Id;
  readonly today: CivilDate;
  readonly terms: readonly CategoryTermRecord[];
  readonly holds: readonly HoldRecord[];
}

/** @see DueFacts */
export async function dueFacts(tx: Tx, at: { service: Id; today: CivilDate }): Promise<DueFacts> {
  const terms = await tx.retention.terms.list(at.service);
  return { ...at, terms, holds: await tx.retention.holds.inForce(at.service) };
}

/** People looked at in the order of their ids; `unread`: their keys or segments do not open. */
export interface DueLook {
  readonly people: readonly DuePerson[];
  readonly unread: readonly Id[];
  /** The last one looked at; absent when nobody is left. */
  readonly last?: Id;
}

/**
 * Looks at the next `limit` people after `after`, and says what is due of them. Opens their segments, shows
 * nothing of what is in them; locks nobody.
 */
export async function lookAtPeople(
  tx: Tx,
  world: World,
  ask: { facts: DueFacts; after?: Id; limit: number },
): Promise<DueLook> {
  const { facts, after, limit } = ask;
  const rows = await tx.retention.runs.people(facts.service, {
    limit,
    ...(after !== undefined && { after }),
  });
  const head = await headOf(tx, facts.service);
  const people: DuePerson[] = [];
  const unread: Id[] = [];
  for (const row of rows) {
    const policy = await keptUnder(tx, world, { head, hash: row.record.policyHash });
    const segments = segmentsOf(world, row);
    if (!segments) {
      unread.push(row.record.id);
      continue;
    }
    const blocks = row.block === undefined ? [] : [{ id: row.block }];
    const { contracts } = row;
    people.push(
      dueOf(world, { id: row.record.id, policy, data: dataOf(segments), blocks, contracts, facts }),
    );
  }
  const last = rows.at(-1)?.record.id;
  return { people, unread, ...(last !== undefined && { last }) };
}

/** Opens what lies in the rows of a person; undefined when it was swapped, edited or played back. */
function segmentsOf(world: World, { record, key, segments }: PersonRecord): OpenSegment[] | undefined {
  const { service, id: subject } = record;
  const epochKey = world.keys.service(service).epochKey(key.epoch);
  const keys = unwrapSubjectKeys(key, { service, subject, epochKey }, world.crypto);
  const opened: OpenSegment[] = [];
  for (const { access, retention, version, bytes } of keys ? segments : []) {
    const address = { service, subject, access, retention, version };
    const content = keys && openSegment({ address, bytes }, keys, world.crypto);
    if (!content) return undefined;
    opened.push({ access, retention, version, content });
  }
  return keys && opened;
}

/** What is due of the values of one person. */
export function dueOf(
  world: World,
  of: {
    readonly id: Id;
    /** Without the officer's terms. */
    readonly policy: Policy;
    readonly data: ReadonlyMap<string, readonly StoredValue[]>;
    readonly blocks: readonly Hold[];
    /** Those that ended too. */
    readonly contracts: readonly ContractFact[];
    readonly facts: DueFacts;
  },
): DuePerson {
  const policy = withTerms(of.policy, of.facts.terms);
  const plan = planOf(world, { ...of, policy });
  const begins = termBegins(policy, of.contracts, world.now());
  const say = (items: readonly Held[]) => dueCategories({ policy, data: of.data, items, begins }, world.law);
  const frozen = plan.held.map(({ by, id }) => ({ by, id }));
  const reasons = [...new Map(frozen.map((one) => [`${one.by} ${one.id}`, one])).values()];
  return {
    id: of.id,
    due: say(plan.due),
    frozen: reasons.flatMap(({ by, id }) =>
      say(plan.held.filter((one) => one.by === by && one.id === id).map(({ item }) => item)).map((due) => ({
        ...due,
        by,
        hold: id,
      })),
    ),
  };
}

function planOf(world: World, of: Parameters<typeof dueOf>[1]): DestructionPlan<Held> {
  const { facts } = of;
  const holds = facts.holds.filter(({ subject }) => subject === of.id || subject === nilId);
  const begins = termBegins(of.policy, of.contracts, world.now());
  // The plan goes by when a term begins; what is due is named by when the value came.
  const held = heldOf(of.data).map((item) => ({ ...item, at: begins(item.category, item.at), item }));
  const ask = { policy: of.policy, held, blocks: of.blocks, holds };
  const plan = planDestruction({ ...ask, today: facts.today, cause: 'term' }, world.law);
  return {
    due: plan.due.map(({ item }) => item),
    held: plan.held.map(({ item: { item }, ...by }) => ({ ...by, item })),
    kept: plan.kept.map(({ item }) => item),
  };
}

/** Whether a stored value is among what is due of its category. */
export function isDue(due: readonly DueCategory[]): (category: string, value: StoredValue) => boolean {
  const until = new Map(due.map(({ category, newest }) => [category, newest]));
  return (category, { at }) => at <= (until.get(category) ?? Number.NEGATIVE_INFINITY);
}

/** @throws KepilError `ERR_VAULT_SEALED` */
export function unreadable(): KepilError {
  return new KepilError('ERR_VAULT_SEALED', 'segment-refused');
}
