import { type Id, KepilError, type Problem } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { type Policy, visitCategories } from '../policy/index.ts';
import {
  type CategoryTerm,
  categoryTerms,
  longestDays,
  longestMonths,
  type OfficerTerm,
  withTerms,
} from '../retention/index.ts';
import type { CategoryTermRecord, PolicyHeadRecord, ServiceRecord, Tx } from '../store/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { problemsOfWords } from './own-words.ts';
import { staffName } from './staff-name.ts';
import { versionFor } from './version-for.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Why the officer sets a term the text does not name. */
export const termReasons = ['purpose', 'law', 'claims', 'order'] as const;

/** One of the reasons. */
export type TermReason = (typeof termReasons)[number];

/** Rules of the entries about terms. */
export const termRules = { set: 'term-set', dropped: 'term-dropped' } as const;

/** The longest note about a term, in characters. */
export const longestNote = 200;

/** Who sets terms. */
const setting: readonly StaffRole[] = ['officer'];

/**
 * What somebody's data are kept under: their version with every shorter term of the one in force, without the
 * officer's. What a later version declares no more serves nothing, yet goes by its term and not by a slip of
 * whoever wrote that version.
 */
export async function keptUnder(
  tx: Tx,
  world: World,
  { head, hash }: { head: PolicyHeadRecord; hash: string },
): Promise<Policy> {
  const own = await policyVersion(tx, world, { service: head.service, hash });
  const { policy } = await versionFor(tx, world, { head, hash });
  return { ...policy, data: own.policy.data };
}

/** A policy with the terms that the officer of its service set. */
export async function termedPolicy(
  tx: Tx,
  of: { readonly service: Id; readonly policy: Policy },
): Promise<Policy> {
  return withTerms(of.policy, await tx.retention.terms.list(of.service));
}

/** A category with its term, and what the officer noted about it. */
export interface ShownTerm extends CategoryTerm {
  readonly noted?: Pick<CategoryTermRecord, 'reason' | 'note' | 'at'> & { readonly by: string | undefined };
}

/** The terms of every category of the policy in force; visits lie apart and have a term of their own. */
export async function listTerms(world: World, service: ServiceRecord): Promise<readonly ShownTerm[]> {
  return world.store.transaction(async (tx) => {
    const policy = await inForce(tx, world, service.id);
    const rows = await tx.retention.terms.list(service.id);
    const shown: ShownTerm[] = [];
    for (const term of categoryTerms(policy, rows)) {
      if (visitCategories.includes(term.category)) continue;
      const row = rows.find(({ category }) => category === term.category);
      shown.push({ ...term, ...(row && { noted: await notedOf(tx, world, row) }) });
    }
    return shown;
  });
}

async function notedOf(tx: Tx, world: World, { reason, note, at, by }: CategoryTermRecord) {
  return { reason, note, at, by: await staffName(tx, world, by) };
}

async function inForce(tx: Tx, world: World, service: Id): Promise<Policy> {
  const { hash } = await headOf(tx, service);
  return (await policyVersion(tx, world, { service, hash })).policy;
}

/** A term as the officer's form sends it. */
export interface TermForm {
  readonly category: string;
  readonly length: string;
  readonly unit: 'months' | 'days' | undefined;
  readonly reason: TermReason | undefined;
  readonly note: string;
}

/**
 * Sets how long a category is kept where the text names no number, or a longer one. What holds is the shorter
 * of the two; it counts for the values that are held already. The change is an entry.
 *
 * @returns what is wrong, if anything
 * @throws KepilError `ERR_NOT_FOUND` for a category that has no term of its own here
 * @law 94-V Art. 12(2)
 */
export async function setTerm(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; form: TermForm },
): Promise<readonly Problem[]> {
  const { service, form } = what;
  const { category, reason, unit } = form;
  const officer = within(clerk, setting, 'terms-beyond-role');
  return world.store.transaction(async (tx) => {
    await checkCategory(tx, world, { service: service.id, category });
    const problems = problemsOf(form);
    if (problems.length > 0 || unit === undefined || reason === undefined) return problems;
    const length = { [unit]: Number(form.length.trim()) } satisfies Pick<OfficerTerm, 'months' | 'days'>;
    const rule = { rule: termRules.set, article: '94-V Art. 12(2)' };
    const entry = await noteTerm(tx, world, { service: service.id, officer, category, rule, counts: length });
    await tx.retention.terms.put({
      ...{ service: service.id, category, ...length, reason, note: form.note.trim() },
      ...{ by: officer.id, at: world.now(), entry },
    });
    return [];
  });
}

/**
 * Takes the officer's term back: what the text says holds again.
 *
 * @returns whether there was one
 * @throws KepilError `ERR_NOT_FOUND`
 */
export async function dropTerm(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; category: string },
): Promise<boolean> {
  const { service, category } = what;
  const officer = within(clerk, setting, 'terms-beyond-role');
  return world.store.transaction(async (tx) => {
    await checkCategory(tx, world, { service: service.id, category });
    if ((await tx.retention.terms.remove(service.id, category)) === 0) return false;
    const rule = { rule: termRules.dropped, article: '94-V Art. 12(2)' };
    await noteTerm(tx, world, { service: service.id, officer, category, rule });
    return true;
  });
}

async function checkCategory(tx: Tx, world: World, at: { service: Id; category: string }): Promise<void> {
  const policy = await inForce(tx, world, at.service);
  const known = policy.data.some(({ category }) => category === at.category);
  if (!known || visitCategories.includes(at.category)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
}

const most = { months: longestMonths, days: longestDays } as const;

function problemsOf({ length, unit, reason, note }: TermForm): readonly Problem[] {
  const error = { severity: 'error' } as const;
  const n = most[unit ?? 'months'];
  const typed = /^[1-9]\d{0,4}$/.test(length.trim()) ? Number(length.trim()) : Number.NaN;
  return [
    ...(typed <= n ? [] : [{ ...error, code: 'term-length', field: 'length', params: { n } }]),
    ...(unit === undefined ? [{ ...error, code: 'term-unit-missing', field: 'unit' }] : []),
    ...(reason === undefined ? [{ ...error, code: 'term-reason-missing', field: 'reason' }] : []),
    ...problemsOfWords({ field: 'note', text: note, longest: longestNote, long: 'term-note-long' }),
    ...(reason === 'law' && note.trim() === ''
      ? [{ ...error, code: 'term-citation-missing', field: 'note' }]
      : []),
  ];
}

function noteTerm(
  tx: Tx,
  world: World,
  what: {
    service: Id;
    officer: Clerk;
    category: string;
    rule: { rule: string; article: string };
    counts?: Readonly<Record<string, number>>;
  },
): Promise<Id> {
  const { service, officer, category, rule, counts } = what;
  return record(tx, world, {
    service,
    kind: 'policy',
    outcome: 'done',
    actor: actorOf(officer),
    actorKeys: officer.keys,
    channel: 'console',
    categories: [category],
    because: [rule],
    ...(counts && { counts }),
  });
}
