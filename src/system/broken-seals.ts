import { type Id, KepilError, newId } from '../base/index.ts';
import type { BrokenSealRecord, Store, Tx } from '../store/index.ts';
import { record } from './entries.ts';
import { whatOf } from './obligations.ts';
import { openedBytes } from './outbox.ts';
import { paperWordsOf } from './papers.ts';
import { raiseOnce } from './raise-alert.ts';
import { wordsOf } from './request-words.ts';
import { contentOf } from './sealed-file.ts';
import { openFactors } from './second-factors.ts';
import { keptKeysOf, type OpenSubject, openSegments, openSubject, SealBroken } from './subjects.ts';
import { houseOf, throughStore, type World } from './world.ts';

/**
 * The world, in which nothing that does not open stays unseen: what was swapped, edited, cut short or put
 * back from elsewhere is refused, and an entry says so, once for each place until it opens again.
 */
export function watched(world: World): World {
  const { store } = world;
  const seen: Store['transaction'] = (work) => store.transaction(work).catch((error) => told(world, error));
  const looked: Store['snapshot'] = (work) => store.snapshot(work).catch((error) => told(world, error));
  // Whoever does not open in a group is read alone, in a transaction.
  return throughStore(world, { transaction: seen, snapshot: looked });
}

/** Records what broke, then goes on with the refusal: it is the answer, whatever becomes of the record. */
async function told(world: World, error: unknown): Promise<never> {
  if (error instanceof SealBroken) await noticeBroken(world, error);
  throw error;
}

/** Records what did not open, for whoever goes on without it, and raises the alert of it. */
export async function noticeBroken(world: World, broken: SealBroken): Promise<void> {
  if (await noteBroken(world, broken))
    await raiseOnce(world, { service: broken.service, source: 'sealed', fresh: true });
}

/** @returns whether it is of somebody of a service, and was not known before */
function noteBroken(world: World, { service, subject, place }: SealBroken): Promise<boolean> {
  return world.store.transaction(async (tx) => {
    const noticedAt = world.now();
    const entry = newId(noticedAt, world.crypto.random);
    // Whoever was destroyed meanwhile has nothing that could break.
    if (!(await tx.subjects.lock(service, subject, 'share'))) return false;
    if (!(await tx.brokenSeals.note(service, { subject, place, noticedAt, entry }))) return false;
    const keys = place === 'keys' ? undefined : await keptKeysOf(tx, world, { service, id: subject });
    await record(tx, world, {
      ...{ id: entry, service, kind: 'incident', outcome: 'refused', actor: { role: 'system' } },
      because: [{ rule: 'seal-broken' }],
      matter: place,
      subject: keys ? { id: subject, keys } : { id: subject },
    });
    // What is the house's own stands on the pages of no service.
    return (await houseOf(tx)).id !== service;
  });
}

const lookedAtOnce = 100;

/**
 * Looks again at what did not open: once everything of somebody opens, it is crossed off, with an entry.
 *
 * @returns how many were
 */
export async function lookAgain(world: World, service: Id): Promise<number> {
  const rows = await world.store.transaction((tx) => tx.brokenSeals.list(service, lookedAtOnce));
  let mended = 0;
  for (const row of rows) if (await mend(world, service, row)) mended++;
  return mended;
}

async function mend(world: World, service: Id, { subject, place }: BrokenSealRecord): Promise<boolean> {
  try {
    return await world.store.transaction(async (tx) => {
      const opened = await openSubject(tx, world, { service, id: subject, mode: 'share' });
      if (opened) await openAll(tx, world, opened);
      if ((await tx.brokenSeals.remove(service, subject, place)) === 0 || !opened) return false;
      await record(tx, world, {
        ...{ service, kind: 'incident', outcome: 'done', actor: { role: 'system' } },
        because: [{ rule: 'seal-mended' }],
        matter: place,
        subject: { id: subject, keys: opened.keys },
      });
      return true;
    });
  } catch (error) {
    if (error instanceof KepilError && error.code === 'ERR_VAULT_SEALED') return false;
    throw error;
  }
}

/** Opens what of somebody is looked after here. @throws SealBroken for the first that does not open */
async function openAll(tx: Tx, world: World, subject: OpenSubject): Promise<void> {
  const { service, id } = subject.record;
  await openSegments(tx, world, subject);
  await openFactors(tx, world, subject);
  for (const row of await tx.obligations.list(service, id)) whatOf(world, subject, row);
  for (const row of await tx.requests.ofSubject(service, id)) wordsOf(world, subject, row);
  for (const row of await tx.messages.ofSubject(service, id))
    openedBytes(world, [subject.keys.subjectKey], row);
  for (const row of await tx.papers.ofSubject(service, id)) paperWordsOf(world, subject, row);
  for (const row of await tx.files.ofSubject(service, id))
    contentOf(world, subject.keys, { ...row, service, subject: id });
}

/** What of a service's people does not open, the first noticed first. */
export function listBroken(world: World, service: Id): Promise<readonly BrokenSealRecord[]> {
  return world.store.transaction((tx) => tx.brokenSeals.list(service, lookedAtOnce));
}
