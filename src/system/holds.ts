import { type Id, isId, KepilError, newId, nilId, type Problem, textOf, utf8 } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import type { HoldRecord, ServiceRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { problemsOfWords } from './own-words.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Why data are kept beyond their term: a dispute, a check by an authority, a law that orders it. */
export const holdKinds = ['dispute', 'check', 'law'] as const;

/** One of the reasons. */
export type HoldKind = (typeof holdKinds)[number];

/** The longest words of what a hold rests on, in characters. */
export const longestBasis = 200;

/** Who puts and lifts holds. */
const holding: readonly StaffRole[] = ['officer'];

/** Rules of the entries about holds. */
export const holdRules = { put: 'hold-put', lifted: 'hold-lifted' } as const;

/** The reason of each kind of hold, as its entry names it. */
export const holdReasons: Readonly<Record<HoldKind, string>> = {
  dispute: 'hold-dispute',
  check: 'hold-check',
  law: 'hold-law',
};

/** What each kind of hold rests on in the law. */
const articles: Readonly<Record<HoldKind, string>> = {
  dispute: '94-V Art. 8(2)',
  check: '94-V Art. 8(2)',
  law: '94-V Art. 12(2)',
};

/** A hold in force with what it rests on; `basis` is absent when nobody knows it any more. */
export interface ShownHold extends Omit<HoldRecord, 'sealed' | 'entry'> {
  readonly basis?: string;
}

/** The holds in force, oldest first. */
export async function listHolds(world: World, service: ServiceRecord): Promise<readonly ShownHold[]> {
  return world.store.transaction(async (tx) => {
    const shown: ShownHold[] = [];
    for (const { sealed, entry: _, ...row } of await tx.retention.holds.inForce(service.id)) {
      const key = await keyOf(tx, world, { service: service.id, subject: row.subject });
      const basis = key && openBytes(key, contextOf(row.id), sealed, world.crypto);
      shown.push({ ...row, ...(basis && { basis: textOf(basis) }) });
    }
    return shown;
  });
}

/** What a hold rests on is sealed under the keys of its person, or of the service when it is everybody. */
async function keyOf(
  tx: Tx,
  world: World,
  at: { service: Id; subject: Id },
): Promise<Uint8Array | undefined> {
  if (at.subject === nilId) return world.keys.service(at.service).draftKey;
  const subject = await openSubject(tx, world, { service: at.service, id: at.subject, mode: 'look' });
  return subject?.keys.subjectKey;
}

const contextOf = (id: Id) => `hold:${id}`;

/** A hold as the officer's form sends it. */
export interface HoldForm {
  /** Whose; empty: everybody's. */
  readonly subject: string;
  /** None: all of them. */
  readonly categories: readonly string[];
  readonly kind: HoldKind | undefined;
  readonly basis: string;
}

/**
 * Puts a hold on the data of a person, or on categories of everybody: from this commit on they are not
 * destroyed, by no term and at nobody's demand, until it is lifted. They serve as before.
 *
 * @returns what is wrong, if anything
 * @law 94-V Art. 8(2), 18
 */
export async function putHold(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; form: HoldForm },
): Promise<readonly Problem[]> {
  const { service, form } = what;
  const officer = within(clerk, holding, 'holds-beyond-role');
  return world.store.transaction(async (tx) => {
    // Two at once with the same form: the second finds the first one's hold.
    await tx.services.lock(service.id);
    const subject = await subjectOf(tx, world, { service, typed: form.subject.trim() });
    const problems = [
      ...(subject === null ? [wrong('hold-subject', 'subject')] : []),
      ...(await problemsOf(tx, world, { service, form })),
    ];
    const { kind, categories } = form;
    if (problems.length > 0 || subject === null || kind === undefined) return problems;
    const id = newId(world.now(), world.crypto.random);
    const owner = subject?.record.id ?? nilId;
    if (await stands(tx, { service, owner, form })) return [wrong('hold-stands', 'subject')];
    const entry = await noteHold(tx, world, {
      service,
      officer,
      id,
      rule: holdRules.put,
      subject,
      kind,
      categories,
    });
    const key = subject?.keys.subjectKey ?? world.keys.service(service.id).draftKey;
    await tx.retention.holds.insert(service.id, {
      ...{ id, subject: owner, kind, since: world.now(), entry },
      sealed: sealBytes(key, contextOf(id), utf8(form.basis.trim()), world.crypto),
      ...(categories.length > 0 && { categories }),
    });
    return [];
  });
}

/** Whether the very same is held for the same reason already. */
async function stands(tx: Tx, what: { service: ServiceRecord; owner: Id; form: HoldForm }): Promise<boolean> {
  const { service, owner, form } = what;
  const named = (categories: readonly string[] = []) => [...categories].sort().join(' ');
  const holds = await tx.retention.holds.inForce(service.id);
  return holds.some(
    ({ subject, kind, categories }) =>
      subject === owner && kind === form.kind && named(categories) === named(form.categories),
  );
}

/** Nobody named: undefined; somebody who is not there: null. Locked: nobody destroys them meanwhile. */
async function subjectOf(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; typed: string },
): Promise<OpenSubject | undefined | null> {
  if (at.typed === '') return undefined;
  if (!isId(at.typed)) return null;
  return (await openSubject(tx, world, { service: at.service.id, id: at.typed, mode: 'update' })) ?? null;
}

function wrong(code: string, field: string): Problem {
  return { code, severity: 'error', field };
}

async function problemsOf(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; form: HoldForm },
): Promise<readonly Problem[]> {
  const { subject, categories, kind, basis } = at.form;
  const { hash } = await headOf(tx, at.service.id);
  const { policy } = await policyVersion(tx, world, { service: at.service.id, hash });
  const known = categories.every((key) => policy.data.some(({ category }) => category === key));
  return [
    ...(known ? [] : [wrong('hold-category', 'category')]),
    ...(subject.trim() === '' && categories.length === 0 ? [wrong('hold-what', 'category')] : []),
    ...(kind === undefined ? [wrong('hold-kind-missing', 'kind')] : []),
    ...problemsOfWords({
      ...{ field: 'basis', text: basis, longest: longestBasis },
      ...{ long: 'hold-basis-long', missing: 'hold-basis-missing' },
    }),
  ];
}

/**
 * Lifts a hold: what is due by then goes with the next run.
 *
 * @returns whether it was in force
 * @throws KepilError `ERR_NOT_FOUND`
 */
export async function liftHold(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string },
): Promise<boolean> {
  const { service, id } = what;
  const officer = within(clerk, holding, 'holds-beyond-role');
  if (!isId(id)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return world.store.transaction(async (tx) => {
    const hold = (await tx.retention.holds.inForce(service.id)).find((row) => row.id === id);
    if (!hold || (await tx.retention.holds.lift(service.id, id, world.now())) === 0) return false;
    const owner = hold.subject;
    const subject =
      owner === nilId
        ? undefined
        : await openSubject(tx, world, { service: service.id, id: owner, mode: 'share' });
    const { kind, categories = [] } = hold;
    await noteHold(tx, world, {
      ...{ service, officer, id, rule: holdRules.lifted, subject },
      ...{ kind: kind as HoldKind, categories },
    });
    return true;
  });
}

/** To hold is to stop destruction for a while: a block of that alone. Of everybody's data: the operator's. */
function kindOf(rule: string, subject: OpenSubject | undefined) {
  if (!subject) return 'policy' as const;
  return rule === holdRules.put ? ('block' as const) : ('unblock' as const);
}

async function noteHold(
  tx: Tx,
  world: World,
  what: {
    service: ServiceRecord;
    officer: Clerk;
    id: Id;
    rule: string;
    subject: OpenSubject | undefined;
    kind: HoldKind;
    categories: readonly string[];
  },
): Promise<Id> {
  const { service, officer, id, rule, subject, kind, categories } = what;
  return record(tx, world, {
    service: service.id,
    kind: kindOf(rule, subject),
    outcome: 'done',
    actor: actorOf(officer),
    actorKeys: officer.keys,
    channel: 'console',
    because: [{ rule }, { rule: holdReasons[kind], article: articles[kind] }],
    matter: id,
    ...(categories.length > 0 && { categories }),
    ...(subject && { subject: { id: subject.record.id, keys: subject.keys } }),
  });
}
