import { type Id, KepilError } from '../base/index.ts';
import type { RepresentationRecord, ServiceRecord, Tx } from '../store/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { declaredCategories } from './cabinet.ts';
import { cut } from './destroy.ts';
import {
  type Between,
  claimIn,
  endedNow,
  type GuardianDoer,
  guardianRules,
  noteGuardian,
} from './guardian.ts';
import { tellGuardian } from './guardian-link.ts';
import { type OpenSubject, openSubject } from './subjects.ts';
import { openPurposes, withdrawFor } from './withdraw.ts';
import type { World } from './world.ts';

/** So many are looked at once. */
const atOnce = 100;

/** Why a registration that waited ends; the rule of its entry. */
export type WaitingEnds =
  | 'guardian-asked-anew'
  | 'guardian-said-no'
  | 'guardian-lapsed'
  | 'guardian-proof-refused'
  | 'guardian-outdated';

const because: Readonly<Record<WaitingEnds, { readonly rule: string; readonly article: string }>> = {
  'guardian-asked-anew': { rule: 'guardian-asked-anew', article: '94-V Art. 18' },
  'guardian-said-no': { rule: 'guardian-said-no', article: '94-V Art. 7(1)' },
  'guardian-lapsed': { rule: 'guardian-lapsed', article: '94-V Art. 18' },
  'guardian-proof-refused': { rule: 'guardian-proof-refused', article: '94-V Art. 7(1)' },
  'guardian-outdated': { rule: 'guardian-outdated', article: '94-V Art. 18' },
};

/**
 * Destroys the registration of a minor that waits for nobody any more, with an act; nothing when it is gone,
 * or is one no longer.
 *
 * @returns the act
 * @throws Refused when the gate says no
 * @law 94-V Art. 18
 */
export async function endWaiting(
  tx: Tx,
  world: World,
  what: { service: Id; subject: Id; rule: WaitingEnds },
): Promise<Id | undefined> {
  const { service, subject: id, rule } = what;
  const minor = await openSubject(tx, world, { service, id, mode: 'update' });
  if (minor?.record.kind !== 'waiting') return undefined;
  return destroy(tx, world, { subject: minor, because: because[rule] });
}

async function destroy(
  tx: Tx,
  world: World,
  what: { subject: OpenSubject; because: { rule: string; article: string } },
): Promise<Id> {
  const { service, record } = what.subject;
  const who = { service, subject: record.id };
  const request = {
    actor: { role: 'system' as const },
    verb: 'destroy' as const,
    ...who,
    categories: await declaredCategories(tx, world, who),
    purpose: 'destruction',
    channel: 'job' as const,
  };
  const how = { mode: 'update' as const, unopened: true, because: [what.because] };
  const { decision, entry } = await ask(tx, world, request, how);
  if (!decision.allowed) throw new Refused(decision.because, entry);
  if (!entry) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return cut(tx, world, { ...who, entry, at: world.now() });
}

/**
 * Ends a representation in force or proved: the consents given in it stop counting in this commit, as after a
 * withdrawal, each with its entry, and whoever was handed data in their name is told to stop.
 *
 * @law 94-V Art. 8(7)
 */
export async function endRepresentation(
  tx: Tx,
  world: World,
  of: Pick<Between, 'minor' | 'row'> & {
    readonly by: GuardianDoer;
    readonly rule?: 'guardian-ended' | 'came-of-age';
  },
): Promise<void> {
  const { minor, row, by, rule = 'guardian-ended' } = of;
  const { service, id } = minor.record;
  await noteGuardian(tx, world, { about: minor, row, rule: guardianRules.ended, kind: 'withdrawal', by });
  const at = world.now();
  const given = (await tx.consents.list(service, id)).filter(
    ({ representation }) => representation === row.id,
  );
  for (const consent of given) {
    if (openPurposes(consent).length === 0) continue;
    const cause = { rule, article: '94-V Art. 8(7)' };
    await withdrawFor(tx, world, { subject: minor, row: consent, at, by, because: cause });
  }
  await tx.representations.update(service, endedNow(world, row));
  await tx.subjects.bumpVersion(service, id);
}

/**
 * Ends what waited too long: a registration is destroyed, with an act; of an account that was there before
 * only the offer ends. Whoever was asked and answered is told. One at a time, so that a crash leaves each
 * ended or waiting.
 *
 * @returns how many ended
 */
export async function endLapsed(world: World, onFault: (error: Error) => void): Promise<number> {
  const rows = await world.store.transaction((tx) => tx.representations.lapsed(world.now(), atOnce));
  return each(rows, onFault, (row) => decided(world, (tx) => lapse(tx, world, row)));
}

async function lapse(
  tx: Tx,
  world: World,
  { service, ...known }: RepresentationRecord & { readonly service: Id },
): Promise<void> {
  const who = { service, id: known.representative, mode: 'update' as const };
  const representative = await openSubject(tx, world, who);
  await tx.subjects.lock(service, known.subject, 'update');
  const row = await tx.representations.find(service, known.id);
  if (!row?.expiresAt || row.expiresAt > world.now()) return;
  const of = (await tx.services.list()).find(({ id }) => id === service);
  if (representative && of && row.state !== 'asked') await tellLapsed(tx, world, { of, representative, row });
  const gone = await endWaiting(tx, world, { service, subject: row.subject, rule: 'guardian-lapsed' });
  if (gone) return;
  await tx.representations.update(service, endedNow(world, row));
}

function tellLapsed(
  tx: Tx,
  world: World,
  { of, representative, row }: { of: ServiceRecord; representative: OpenSubject; row: RepresentationRecord },
): Promise<void> {
  const claim = claimIn(world, { representative, row });
  return tellGuardian(tx, world, { service: of, representative, claim, template: 'guardian-lapsed' });
}

/**
 * Destroys representatives who act for nobody any more, once what they are told is on its way: their
 * documents go with them.
 *
 * @returns how many went
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export async function endStrayGuardians(world: World, onFault: (error: Error) => void): Promise<number> {
  const stray = await world.store.transaction((tx) => tx.representations.stray(world.now(), atOnce));
  return each(stray, onFault, ({ service, subject: id }) =>
    decided(world, async (tx) => {
      const subject = await openSubject(tx, world, { service, id, mode: 'update' });
      const rows = await tx.representations.ofRepresentative(service, id);
      if (!subject || rows.some(({ state }) => state !== 'over')) return;
      const because = { rule: 'represents-nobody', article: '94-V Art. 18' };
      await destroy(tx, world, { subject, because });
    }),
  );
}

async function each<T>(
  rows: readonly T[],
  onFault: (error: Error) => void,
  work: (row: T) => Promise<unknown>,
): Promise<number> {
  let done = 0;
  for (const row of rows) {
    try {
      await work(row);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refused)) onFault(error as Error);
    }
  }
  return done;
}
