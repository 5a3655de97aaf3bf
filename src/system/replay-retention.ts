import { type Id, newId, nilId } from '../base/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { deletionRules, undoMs } from './delete-account.ts';
import { oldValuesRule, valueRules } from './destroy-due.ts';
import { fileRule } from './destroy-file.ts';
import { destroyValues } from './destroy-values.ts';
import { wordsRule } from './destroy-words.ts';
import { rulesOf } from './entries.ts';
import { type HoldKind, holdKinds, holdReasons, holdRules } from './holds.ts';
import { type OpenSubject, openSegments } from './subjects.ts';
import { termRules } from './terms.ts';
import type { World } from './world.ts';

const says = (entry: Entry, rules: readonly string[]) => rulesOf(entry).some((rule) => rules.includes(rule));

const wholeRules: readonly string[] = Object.values(valueRules);

/** Whether an entry says that single values were destroyed, and not everything of a person. */
export function destroysValues(entry: Entry): boolean {
  return (
    entry.kind === 'destruction' &&
    entry.outcome !== 'refused' &&
    says(entry, [...wholeRules, oldValuesRule, wordsRule])
  );
}

/** Whether an entry is about terms, holds or a deletion that waits: what a restoration must know anew. */
export function ordersKeeping(entry: Entry): boolean {
  const rules = [...Object.values(holdRules), ...Object.values(termRules), ...Object.values(deletionRules)];
  return entry.outcome !== 'refused' && says(entry, rules);
}

/**
 * Does anew what an entry about somebody says of terms, holds, deletions, single values, files or visits.
 *
 * @returns what was done; undefined when the entry is about something else
 */
export async function retentionAgain(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; subject: OpenSubject; entry: Entry },
): Promise<'taken' | 'destroyed' | 'nothing' | undefined> {
  const { service, subject, entry } = what;
  if (ordersKeeping(entry)) return (await orderAgain(tx, world, what)) ? 'taken' : 'nothing';
  if (destroysValues(entry) && !says(entry, [wordsRule]))
    return (await destroyValuesAgain(tx, world, what)) ? 'destroyed' : 'nothing';
  if (says(entry, [fileRule]))
    return (await tx.files.remove(service.id, subject.record.id, entry.matter as Id)) > 0
      ? 'destroyed'
      : 'nothing';
  if (says(entry, [wordsRule]))
    return (await tx.retention.words.drop(service.id, subject.record.id, entry.matter as Id)) > 0
      ? 'destroyed'
      : 'nothing';
  if (!says(entry, ['visits-cleared'])) return undefined;
  return (await tx.visits.removeAll(service.id, subject.record.id)) > 0 ? 'destroyed' : 'nothing';
}

/**
 * Destroys again what was destroyed by its term after a backup: of each category named every value that was
 * obtained before, or all but the current one where earlier values alone went. Better too many than one that
 * was promised away.
 *
 * @returns whether anything was there
 */
async function destroyValuesAgain(
  tx: Tx,
  world: World,
  { subject, entry }: { subject: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { categories = [] } = entry;
  const whole = says(entry, wholeRules);
  const before = Date.parse(entry.at);
  const segments = await openSegments(tx, world, subject);
  const current = new Map(segments.flatMap(({ content }) => Object.entries(content)));
  const { values } = await destroyValues(tx, world, {
    subject,
    segments,
    goes: (category, value) =>
      categories.includes(category) && value.at <= before && (whole || value !== current.get(category)?.[0]),
  });
  if (values === 0) return false;
  for (const category of whole ? categories : []) await noteAgain(tx, { subject, entry, category });
  return true;
}

async function noteAgain(
  tx: Tx,
  { subject, entry, category }: { subject: OpenSubject; entry: Entry; category: string },
): Promise<void> {
  const cause = says(entry, [valueRules.undeclared]) ? 'undeclared' : 'term-over';
  const row = { category, at: Date.parse(entry.at), cause, entry: entry.id as Id };
  await tx.retention.destroyed.put(subject.service, subject.record.id, row);
}

/**
 * Puts terms and holds again, or takes them back again, as the log says; `subject` when the entry is about
 * somebody. What they rest on was sealed and is lost.
 *
 * @returns whether something was done
 */
export async function orderAgain(
  tx: Tx,
  world: World,
  what: { service: ServiceRecord; subject?: OpenSubject; entry: Entry },
): Promise<boolean> {
  const { service, subject, entry } = what;
  const at = Date.parse(entry.at);
  const [category = ''] = entry.categories ?? [];
  if (says(entry, [termRules.set])) return termAgain(tx, { service, category, entry });
  if (says(entry, [termRules.dropped])) return (await tx.retention.terms.remove(service.id, category)) > 0;
  if (says(entry, [holdRules.lifted]))
    return (await tx.retention.holds.lift(service.id, entry.matter as Id, at)) > 0;
  if (says(entry, [holdRules.put])) return holdAgain(tx, what);
  if (!subject) return false;
  if (says(entry, [deletionRules.undone]))
    return (await tx.retention.deletions.remove(service.id, subject.record.id)) > 0;
  const row = { service: service.id, subject: subject.record.id, act: newId(at, world.crypto.random) };
  return tx.retention.deletions.insert({ ...row, askedAt: at, dueAt: at + undoMs, entry: entry.id as Id });
}

async function termAgain(
  tx: Tx,
  { service, category, entry }: { service: ServiceRecord; category: string; entry: Entry },
): Promise<boolean> {
  const { months, days } = entry.counts ?? {};
  const length = months === undefined ? { days: days ?? 1 } : { months };
  const noted = { reason: 'restored', note: '', by: nilId, at: Date.parse(entry.at), entry: entry.id as Id };
  await tx.retention.terms.put({ service: service.id, category, ...length, ...noted });
  return true;
}

async function holdAgain(
  tx: Tx,
  { service, subject, entry }: { service: ServiceRecord; subject?: OpenSubject; entry: Entry },
): Promise<boolean> {
  const id = entry.matter as Id;
  const known = await tx.retention.holds.inForce(service.id);
  if (known.some((hold) => hold.id === id)) return false;
  const kind = holdKinds.find((one: HoldKind) => says(entry, [holdReasons[one]])) ?? 'dispute';
  await tx.retention.holds.insert(service.id, {
    ...{ id, subject: subject?.record.id ?? nilId, kind, sealed: new Uint8Array(0) },
    ...{ since: Date.parse(entry.at), entry: entry.id as Id },
    ...(entry.categories && { categories: entry.categories }),
  });
  return true;
}
