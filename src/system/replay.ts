import { type Id, KepilError, newId } from '../base/index.ts';
import { decodeEntry, type Entry, type EntryKind, tagOf } from '../ledger/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { unwrapSubjectKeys } from '../vault/index.ts';
import { agreementEnded } from './agreements.ts';
import { contractRules } from './contracts.ts';
import { cut } from './destroy.ts';
import { runRule } from './destroy-due.ts';
import { endAgain } from './end-again.ts';
import { record, rulesOf } from './entries.ts';
import { pauseTelling } from './incident-telling.ts';
import { endedRule } from './mandates.ts';
import { namedRefused } from './mention-end.ts';
import {
  agreementEndedAgain,
  closes,
  contractEndedAgain,
  disclosureAgain,
  isHanded,
  mandateEnded,
  recipientClosed,
} from './record-again.ts';
import { endsPaper, paperAgain, touchesPapers } from './replay-papers.ts';
import { destroysValues, orderAgain, ordersKeeping, retentionAgain } from './replay-retention.ts';
import { shutAgain, shuts } from './replay-staff.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { epochTurned } from './turn-epoch.ts';
import type { World } from './world.ts';

/** Where a service stood when the halves of its backup were made. */
export interface BackupPlace {
  readonly service: ServiceRecord;
  /** Length of the log when the newest word was written: from there on everything is replayed. */
  readonly newest: number;
  /** Length of the log when the sealed data were written: what was changed after that is lost. */
  readonly sealed: number;
  /** Entries whose effect is in the backup though they had no place in the log yet. */
  readonly waited: ReadonlySet<Id>;
}

/** What was done anew after a backup was filled in, and how many acts of which kind are lost with it. */
export interface Replayed {
  readonly destroyed: number;
  readonly withdrawn: number;
  /** Roles, ways in and API keys taken away, data blocked. */
  readonly taken: number;
  /** Whether the key epoch had turned since: then it has to turn again. */
  readonly turned: boolean;
  /** Mailings that ran when the backup was made, and are stopped. */
  readonly mailings: number;
  readonly lost: Readonly<Partial<Record<EntryKind, number>>>;
}

/** Kinds of entries whose effect lies in one half of a backup, so that without it they are lost. */
const effects: Readonly<Partial<Record<EntryKind, 'newest' | 'sealed'>>> = {
  collection: 'sealed',
  change: 'sealed',
  request: 'sealed',
  answer: 'sealed',
  consent: 'newest',
  policy: 'newest',
  approval: 'newest',
  staff: 'newest',
  key: 'newest',
  letter: 'sealed',
  incident: 'newest',
  agreement: 'newest',
};

/** Entries read from the store at once, and subjects looked through at once. */
const leavesAtOnce = 4096;
const subjectsAtOnce = 500;

/** The words of the entries of a backup and of a restoration. */
const backupRule = 'backup-made';
const restoredRule = 'restored-from-backup';

/** The backup that entries speak of last, if any. */
export function newestBackup(entries: Iterable<Entry>): string | undefined {
  let newest: string | undefined;
  for (const entry of entries)
    if (entry.kind === 'key' && rulesOf(entry).includes(backupRule)) newest = entry.matter;
  return newest;
}

/** Notes in a service's log that a backup was made, and which. */
export async function noteBackup(world: World, service: ServiceRecord, backup: Id): Promise<void> {
  await world.store.transaction((tx) => noteOwn(tx, world, { service, backup, rule: backupRule }));
}

/** Notes in a service's log that it was restored, from which backup, and what was done anew. */
export async function noteRestored(
  world: World,
  service: ServiceRecord,
  what: { backup: Id; replayed: Replayed },
): Promise<void> {
  const { destroyed, withdrawn, taken, lost } = what.replayed;
  const counts = { destroyed, withdrawn, taken, lost: Object.values(lost).reduce((sum, n) => sum + n, 0) };
  await world.store.transaction((tx) =>
    noteOwn(tx, world, { service, backup: what.backup, rule: restoredRule, counts }),
  );
}

function noteOwn(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; backup: Id; rule: string; counts?: Readonly<Record<string, number>> },
): Promise<Id> {
  return record(tx, world, {
    service: what.service.id,
    kind: 'key',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    because: [{ rule: what.rule }],
    matter: what.backup,
    ...(what.counts && { counts: what.counts }),
  });
}

interface Placed {
  readonly index: number;
  readonly entry: Entry;
}

async function* entriesFrom(world: World, at: { service: Id; from: number }): AsyncIterable<Placed> {
  for (let from = at.from; ; from += leavesAtOnce) {
    const leaves = await world.store.transaction((tx) => tx.log.leaves(at.service, from, leavesAtOnce));
    for (const [n, leaf] of leaves.entries()) {
      const entry = decodeEntry(leaf);
      if (!entry) throw new KepilError('ERR_STORE_CORRUPT', 'store-corrupt');
      yield { index: from + n, entry };
    }
    if (leaves.length < leavesAtOnce) return;
  }
}

/**
 * Does anew what was taken away after a backup was made, from the log alone: destructions, withdrawals,
 * blocks, roles, ways in, API keys and recipients; and records again what was handed on. Whose an entry is,
 * the keys of the backup tell and nobody else. What was given after it (data, consents, requests, decisions)
 * is lost and counted.
 *
 * A partial withdrawal is known by its commitment; where no set of purposes fits, the whole consent ends.
 */
export async function replayLater(world: World, at: BackupPlace): Promise<Replayed> {
  const mailings = await stopMailings(world, at.service.id);
  await pauseTelling(world, at.service.id);
  await world.store.transaction(async (tx) => {
    await tx.files.settle(at.service.id);
    await tx.representations.settle(at.service.id);
  });
  const counts = { destroyed: 0, withdrawn: 0, taken: 0, mailings };
  const { taking, lost, turned } = await later(world, at);
  for (const entry of taking) if (await takenOf(world, at.service, entry)) counts.taken += 1;
  if (taking.some(endsVisits)) await endVisits(world, at.service.id);
  const tagged = taking.filter(({ subject }) => subject !== undefined);
  if (tagged.length === 0) return { ...counts, lost, turned };
  for await (const { subject, mine } of ownersOf(world, at.service, tagged)) {
    for (const entry of mine) {
      const what = await takeAway(world, { service: at.service, subject, entry });
      if (what) counts[what] += 1;
    }
  }
  return { ...counts, lost, turned };
}

/** What came after a backup: what took something away, whether a key epoch turned, and what is lost. */
async function later(world: World, at: BackupPlace) {
  const lost: Partial<Record<EntryKind, number>> = {};
  const taking: Entry[] = [];
  let turned = false;
  const from = Math.min(at.newest, at.sealed);
  for await (const { index, entry } of entriesFrom(world, { service: at.service.id, from })) {
    if (at.waited.has(entry.id as Id) || isOwn(entry)) continue;
    if (rulesOf(entry).includes(epochTurned)) {
      turned ||= index >= at.newest;
      continue;
    }
    const half = isStrangers(entry) ? 'newest' : effects[entry.kind];
    if (!isStrangers(entry) && takesAway(entry)) {
      // Values lie in the sealed half, which may be older: they are destroyed again from there on.
      if (index >= at.newest || destroysValues(entry) || touchesPapers(entry)) taking.push(entry);
    } else if (half && index >= at[half]) lost[entry.kind] = (lost[entry.kind] ?? 0) + 1;
  }
  return { taking, lost, turned };
}

const isOwn = (entry: Entry) => rulesOf(entry).some((rule) => rule === backupRule || rule === restoredRule);

/** A refusal of mailings by a number nobody has: the entry does not say which, so that it is lost. */
const isStrangers = (entry: Entry) => entry.kind === 'withdrawal' && entry.subject === undefined;

/**
 * Stops what ran when the backup was made: nobody knows who got it since, or whether it was stopped. A person
 * writes it anew, knowingly.
 */
async function stopMailings(world: World, service: Id): Promise<number> {
  return world.store.transaction(async (tx) => {
    const mine = (await tx.campaigns.running()).filter((row) => row.service === service);
    for (const { id } of mine)
      await tx.campaigns.setState(service, id, { state: 'stopped', endedAt: world.now() });
    return mine.length;
  });
}

/** Visits that were destroyed before their term: the entry does not say of which days. */
const endsVisits = (entry: Entry) =>
  entry.kind === 'destruction' &&
  entry.subject === undefined &&
  !rulesOf(entry).some((rule) => rule === 'visit-term-over' || rule === runRule);

/** Destroys the keys of all days of visits: better too many than one that was promised away. */
async function endVisits(world: World, service: Id): Promise<void> {
  await world.store.transaction(async (tx) => {
    for (const { day } of await tx.visits.days(service)) await tx.visits.destroyKey(service, day);
  });
}

const endsMandate = (entry: Entry) => rulesOf(entry).includes(endedRule);
const endsAgreement = (entry: Entry) => rulesOf(entry).includes(agreementEnded);
const endsContract = (entry: Entry) => rulesOf(entry).includes(contractRules.ended);

function takesAway(entry: Entry): boolean {
  if (ordersKeeping(entry) || endsPaper(entry)) return true;
  if (entry.kind === 'destruction') return entry.outcome !== 'refused';
  if (entry.kind === 'withdrawal') return true;
  if (entry.kind === 'block' || entry.kind === 'unblock') return true;
  if (isHanded(entry) || closes(entry) || endsMandate(entry) || endsAgreement(entry)) return true;
  if (endsContract(entry)) return true;
  if (entry.kind === 'key') return rulesOf(entry).includes('key-revoked');
  return entry.kind === 'staff' && rulesOf(entry).some(shuts);
}

/** What is about nobody: keys, terms, holds on everybody's data. */
async function takenOf(world: World, service: ServiceRecord, entry: Entry): Promise<boolean> {
  if (ordersKeeping(entry) && entry.subject === undefined)
    return world.store.transaction((tx) => orderAgain(tx, world, { service, entry }));
  if (closes(entry)) return recipientClosed(world, service, entry);
  if (endsMandate(entry)) return mandateEnded(world, service, entry);
  if (endsAgreement(entry)) return agreementEndedAgain(world, service, entry);
  if (entry.kind !== 'key') return false;
  return world.store.transaction(async (tx) => {
    const key = await tx.apiKeys.byId(entry.matter as Id);
    if (!key || key.service !== service.id || key.revokedAt !== undefined) return false;
    await tx.apiKeys.revoke(service.id, key.id, Date.parse(entry.at));
    return true;
  });
}

interface Owned {
  readonly subject: Id;
  readonly mine: readonly Entry[];
}

/** Whose entries are among `entries`, with theirs. Subjects × entries HMACs. */
async function* ownersOf(
  world: World,
  service: ServiceRecord,
  entries: readonly Entry[],
): AsyncIterable<Owned> {
  const epochs = world.keys.service(service.id);
  for (let after: Id | undefined; ; ) {
    const page = { limit: subjectsAtOnce, ...(after !== undefined && { after }) };
    const rows = await world.store.transaction((tx) => tx.subjectKeys.list(service.id, page));
    for (const { subject, ...wrapped } of rows) {
      const at = { service: service.id, subject, epochKey: epochs.epochKey(wrapped.epoch) };
      const keys = unwrapSubjectKeys(wrapped, at, world.crypto);
      if (!keys) throw new KepilError('ERR_VAULT_SEALED', 'keys-refused');
      const mine = entries.filter(
        ({ id, subject: tag }) => tag === tagOf(keys.pseudonymKey, id, world.crypto),
      );
      if (mine.length > 0) yield { subject, mine };
    }
    if (rows.length < subjectsAtOnce) return;
    after = rows.at(-1)?.subject;
  }
}

interface Taking {
  readonly service: ServiceRecord;
  readonly subject: Id;
  readonly entry: Entry;
}

/** @returns what was done; undefined when there was nothing left to do */
function takeAway(
  world: World,
  { service, subject: id, entry }: Taking,
): Promise<'destroyed' | 'withdrawn' | 'taken' | undefined> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
    return subject && takeAwayFrom(tx, world, { service, subject, entry });
  });
}

async function takeAwayFrom(
  tx: Tx,
  world: World,
  { service, subject, entry }: { service: ServiceRecord; subject: OpenSubject; entry: Entry },
): Promise<'destroyed' | 'withdrawn' | 'taken' | undefined> {
  const kept = await retentionAgain(tx, world, { service, subject, entry });
  if (kept) return kept === 'nothing' ? undefined : kept;
  if (entry.kind === 'destruction') {
    const at = Date.parse(entry.at);
    const { id } = subject.record;
    await cut(tx, world, { service: service.id, subject: id, entry: entry.id as Id, at });
    // Whoever refused is not named again by the same giver, after a restoration neither.
    const refused = rulesOf(entry).includes(namedRefused);
    await tx.mentions.end(service.id, id, { at, refused });
    return 'destroyed';
  }
  if (isHanded(entry)) {
    await disclosureAgain(tx, world, { subject, entry });
    return undefined;
  }
  if (touchesPapers(entry)) await paperAgain(tx, world, { subject, entry });
  if (endsPaper(entry)) return undefined;
  if (endsContract(entry)) return (await contractEndedAgain(tx, { subject, entry })) ? 'taken' : undefined;
  if (entry.kind === 'block' || entry.kind === 'unblock')
    return (await blockAgain(tx, world, { subject, entry })) ? 'taken' : undefined;
  if (entry.kind === 'withdrawal')
    return (await endAgain(tx, world, { subject, entry })) ? 'withdrawn' : undefined;
  return (await shutAgain(tx, world, { subject, entry })) ? 'taken' : undefined;
}

/** In order: a block that was lifted since is made and lifted again. @returns whether one was made */
async function blockAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { service, id } = subject.record;
  const known = await tx.blocks.inForce(service, id);
  const at = Date.parse(entry.at);
  if (entry.kind === 'unblock') {
    if (known && known.request === entry.matter) await tx.blocks.lift(service, id, { id: known.id, at });
    return false;
  }
  if (known) return false;
  const row = { id: newId(at, world.crypto.random), request: entry.matter as Id, since: at };
  await tx.blocks.insert(service, id, { ...row, entry: entry.id as Id });
  return true;
}
