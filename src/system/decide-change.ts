import { addDays, civilDateAt, type Id } from '../base/index.ts';
import { fileUses } from '../files/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { fewestDays, termOf } from '../retention/index.ts';
import type { RequestRecord, Tx } from '../store/index.ts';
import { ask, Refused } from './ask.ts';
import { actorOf, byClerk, type Clerk, within } from './clerk.ts';
import { queueOrders } from './orders.ts';
import type { RequestWords } from './request-words.ts';
import { dataOf, placeOf, writeValues } from './subjects.ts';
import { termedPolicy } from './terms.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Roles that decide whether a document shows what a person says. */
const changing: readonly StaffRole[] = ['officer'];

/** Whether a clerk may change a value by a document. */
export function mayChange(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.some((role) => changing.includes(role));
}

/** A demand to change a value, as whoever decides it sees it. */
export interface ShownDemand {
  readonly category: string;
  /** What stands now; absent when nothing is held. */
  readonly now?: string;
  readonly asked: string;
}

interface Deciding {
  readonly clerk: Clerk;
  readonly row: RequestRecord;
  readonly change: NonNullable<RequestWords['change']>;
}

/**
 * What stands now and what is asked for; that it was read is an entry in the matter of the request. Nothing
 * for whoever may not decide it.
 *
 * @throws Refused
 */
export async function readDemand(tx: Tx, world: World, what: Deciding): Promise<ShownDemand | undefined> {
  const { clerk, row, change } = what;
  if (row.closedAt !== undefined || !mayChange(clerk)) return undefined;
  const { segments } = await askFor(tx, world, { ...what, verb: 'read' });
  const now = dataOf(segments).get(change.category)?.[0]?.value;
  return { category: change.category, asked: change.value, ...(now !== undefined && { now }) };
}

/**
 * Changes a value as a document shows it: the value is confirmed from now on, the one before stays as what it
 * was, and whoever holds the one before is told to correct it. Precondition: the subject is locked for
 * update.
 *
 * @throws KepilError `ERR_FORBIDDEN` when no role of the clerk may change data by a document
 * @throws Refused
 * @law 94-V Art. 24(1)(2), 25(2)(8)
 */
export async function applyDemand(tx: Tx, world: World, what: Deciding & { document?: Id }): Promise<void> {
  const { row, change, document } = what;
  const { category, value } = change;
  const clerk = within(what.clerk, changing, 'change-beyond-role');
  const { subject, segments, version, entry } = await askFor(tx, world, { ...what, clerk, verb: 'change' });
  const stored = {
    ...{ value, giver: 'subject', source: 'correction', at: world.now() },
    ...{ status: 'confirmed' as const, entry, confirmedBy: clerk.id },
    ...(document && { document }),
  };
  const writings = [{ category, ...placeOf(version.policy, category), value: stored }];
  await writeValues(tx, world, { subject, segments, writings });
  await tx.subjects.bumpVersion(row.service, row.subject);
  await tellHolders(tx, world, { service: row.service, subject: row.subject, keys: subject.keys, category });
}

/** Orders whoever was given a value to correct it. @returns how many there are */
export async function tellHolders(
  tx: Tx,
  world: World,
  what: Pick<Parameters<typeof queueOrders>[2], 'service' | 'subject' | 'keys'> & { category: string },
): Promise<number> {
  const { category, ...whose } = what;
  const concerns = ({ categories }: { categories: readonly string[] }) => categories.includes(category);
  return queueOrders(tx, world, { ...whose, kind: 'correct', at: world.now(), concerns });
}

async function askFor(tx: Tx, world: World, what: Deciding & { verb: 'read' | 'change' }) {
  const { clerk, row, change, verb } = what;
  const request = {
    actor: actorOf(clerk),
    verb,
    service: row.service,
    subject: row.subject,
    categories: [change.category],
    purpose: 'subject_rights',
    channel: 'console' as const,
    matter: row.id,
  };
  const mode = verb === 'read' ? ('share' as const) : ('update' as const);
  const record = verb === 'change' ? { record: { [change.category]: change.value } } : {};
  const asked = await ask(tx, world, request, { mode, ...byClerk(clerk), ...record });
  const { decision, subject, entry } = asked;
  if (!decision.allowed || !subject || !entry) throw new Refused(decision.because, entry);
  return { ...asked, subject, entry };
}

/**
 * Says until when the documents of a request are kept, now that it is decided: their own term, or that of
 * correspondence where it is shorter.
 */
export async function scheduleDocuments(tx: Tx, world: World, row: RequestRecord): Promise<void> {
  const { daysAfterDecision = 0, category } = fileUses['request-document'];
  const { hash } = await headOf(tx, row.service);
  const version = await policyVersion(tx, world, { service: row.service, hash });
  const policy = await termedPolicy(tx, { service: row.service, policy: version.policy });
  const days = Math.min(daysAfterDecision, fewestDays(termOf(policy, category) ?? {}));
  const on = addDays(civilDateAt(world.now(), world.law.zone), days);
  await tx.files.keepUntil(row.service, row.subject, { matter: row.id, on });
}
