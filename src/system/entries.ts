import { canonicalJson, type Id, type Json, newId, nilId, utf8 } from '../base/index.ts';
import type { Actor, Because } from '../gate/index.ts';
import {
  commitmentKey,
  commitmentOf,
  type Entry,
  type EntryKind,
  encodeEntry,
  isEntryReason,
  type Mould,
  mouldOf,
  tagOf,
  type Varying,
} from '../ledger/index.ts';
import type { PendingEntry, Tx } from '../store/index.ts';
import type { SubjectKeys } from '../vault/index.ts';
import type { World } from './world.ts';

/** Something that happened, on its way into the log. `record` is committed to, not stored in the entry. */
export interface Occurrence {
  /** Made beforehand when the record committed to must name it. */
  readonly id?: Id;
  readonly service: Id;
  readonly kind: EntryKind;
  readonly outcome: Entry['outcome'];
  readonly actor: Actor;
  /** Without keys, as when they do not open, the entry is tied to them in the database alone. */
  readonly subject?: { readonly id: Id; readonly keys?: SubjectKeys };
  /** Keys of the staff member acting, so that the entry can be tied to them while their account lives. */
  readonly actorKeys?: SubjectKeys;
  readonly verb?: string;
  readonly channel?: string;
  readonly purpose?: string;
  readonly categories?: readonly string[];
  readonly policy?: string;
  readonly because?: readonly Because[];
  readonly matter?: string;
  readonly decision?: string;
  readonly recipient?: string;
  readonly country?: string;
  readonly record?: Json;
  readonly counts?: Readonly<Record<string, number>>;
}

/**
 * How a reason stands in an entry: `rule@clause:2.1`, `rule@article:94-V Art. 8(1)`, or the bare rule where
 * neither fits one.
 */
export function becauseText(because: Because): string {
  const places = [
    because.clause && `clause:${because.clause}`,
    because.article && `article:${because.article}`,
  ];
  const reasons = places.filter((place) => place !== undefined).map((place) => `${because.rule}@${place}`);
  return reasons.find(isEntryReason) ?? because.rule;
}

/** The rules that an entry names, without clause or article. */
export function rulesOf(entry: Entry): readonly string[] {
  return (entry.because ?? []).map((because) => because.split('@')[0] ?? '');
}

/** Appends the entry of an occurrence in the transaction of its effect. @returns the entry's id */
export async function record(tx: Tx, world: World, what: Occurrence): Promise<Id> {
  const entry = pendingOf(world, what);
  await tx.entries.append(entry);
  return entry.id;
}

/** The entry of an occurrence, for whoever appends it in the transaction of its effect. */
export function pendingOf(world: World, what: Occurrence): PendingEntry {
  const now = world.now();
  const id = what.id ?? newId(now, world.crypto.random);
  const varying = compact({
    id,
    at: new Date(now).toISOString(),
    subject: what.subject?.keys && tagOf(what.subject.keys.pseudonymKey, id, world.crypto),
    commitment: commitmentFor(what, id, world),
    actorTag: actorTag(world, what, id),
  });
  const row = { service: what.service, subject: what.subject?.id ?? nilId, id };
  const alike = sayAlike(what, varying);
  if (alike === undefined) return { ...row, leaf: encodeEntry(entryOf(what, varying)) };
  const mould = moulds.get(alike) ?? mouldOf(entryOf(what, varying));
  if (moulds.size >= mouldsAtMost) moulds.clear();
  moulds.set(alike, mould);
  return { ...row, leaf: mould(varying) };
}

/** Moulds of entries of which there are many, by what they say. */
const moulds = new Map<string, Mould>();
const mouldsAtMost = 1000;

/** What entries of one mould say alike; undefined of an occurrence that is like no other. */
function sayAlike(what: Occurrence, { subject, commitment, actorTag: tag }: Varying): string | undefined {
  if (what.matter ?? what.decision ?? what.counts) return undefined;
  const { kind, outcome, verb, channel, purpose, policy, recipient, country } = what;
  const one = [kind, outcome, what.actor.role, verb, channel, purpose, policy, recipient, country];
  const reasons = what.because?.map(({ rule, clause, article }) => `${rule}@${clause}@${article}`);
  const tags = [subject !== undefined, commitment !== undefined, tag !== undefined];
  return [...one, ...tags, what.categories?.join(' '), reasons?.join(';')].join('\n');
}

function entryOf(what: Occurrence, { id, actorTag: tag, ...varying }: Varying): Entry {
  return compact({
    v: 1 as const,
    id,
    ...varying,
    kind: what.kind,
    verb: what.verb,
    outcome: what.outcome,
    actor: compact({ role: what.actor.role, tag }),
    channel: what.channel,
    purpose: what.purpose,
    categories: what.categories && [...what.categories].sort(),
    policy: what.policy,
    because: what.because?.map(becauseText),
    matter: what.matter,
    decision: what.decision,
    recipient: what.recipient,
    country: what.country,
    counts: what.counts,
  }) as Entry;
}

/**
 * How an entry names who acted: staff under their own key, which their destruction takes; an API key, which
 * is nobody, under its id.
 */
function actorTag(world: World, { actor, actorKeys }: Occurrence, id: Id): string | undefined {
  if (actorKeys) return tagOf(actorKeys.pseudonymKey, id, world.crypto);
  return actor.role === 'key' && actor.id !== undefined ? keyTagOf(world, actor.id, id) : undefined;
}

/** The tag of an API key in an entry. */
export function keyTagOf(world: World, key: Id, entry: string): string {
  return tagOf(utf8(key), entry, world.crypto);
}

function commitmentFor(what: Occurrence, id: Id, world: World): string | undefined {
  if (what.record === undefined || !what.subject?.keys) return undefined;
  const key = commitmentKey(what.subject.keys.pseudonymKey, id, world.crypto);
  return commitmentOf(key, utf8(canonicalJson(what.record)), world.crypto);
}

/** The object without its undefined members. */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}
