import { addMonths, civilDateAt, type Id } from '../base/index.ts';
import { activeConsents, proofMonths } from '../consent/index.ts';
import { fileUses } from '../files/index.ts';
import type { PaperRecord, ServiceRecord, Tx } from '../store/index.ts';
import { ask } from './ask.ts';
import { declaredCategories, today } from './cabinet.ts';
import { closePaper } from './close-paper.ts';
import { cut } from './destroy.ts';
import { isFrozen } from './destroy-file.ts';
import { notePaper, type OpenPaper, paperOf, paperRules } from './papers.ts';
import { openSubject } from './subjects.ts';
import { tellOfPaper } from './tell-of-paper.ts';
import type { World } from './world.ts';

/** Applications looked at in one round, for each service. */
const papersAtOnce = 100;

/**
 * Ends applications whose time is over, each in a commit of its own: one that never came back, or that nobody
 * decided on, lapses, its picture is destroyed and its signer is told; whoever registered by it and came to
 * nothing is destroyed a week later. What proves a consent goes three years after the last one that rests on
 * it has ended. Safe to run often and by two at once.
 *
 * @returns how many were ended
 * @law 94-V Art. 12(2), 94-V Art. 18, 94-V Art. 25(2)(5)
 */
export async function endPapers(world: World, onFault: (error: Error) => void): Promise<number> {
  const services = await world.store.transaction((tx) => tx.services.list());
  let ended = 0;
  for (const service of services.filter(({ kind }) => kind === 'service')) {
    for (const row of await over(world, service.id)) {
      try {
        if (await world.store.transaction((tx) => endOne(tx, world, { service, row }))) ended += 1;
      } catch (error) {
        onFault(error as Error);
      }
    }
    await world.store.transaction((tx) => dateUnused(tx, world, service.id));
  }
  return ended;
}

/** Whatever is over by now: who fails keeps no other waiting, so all are gone through. */
async function over(world: World, service: Id): Promise<readonly PaperRecord[]> {
  const all: PaperRecord[] = [];
  for (let after: Id | undefined; ; ) {
    const page = { today: today(world), limit: papersAtOnce, ...(after !== undefined && { after }) };
    const rows = await world.store.transaction((tx) => tx.papers.over(service, page));
    all.push(...rows);
    if (rows.length < papersAtOnce) return all;
    after = rows.at(-1)?.id;
  }
}

interface Ending {
  readonly service: ServiceRecord;
  readonly row: PaperRecord;
}

async function endOne(tx: Tx, world: World, { service, row: seen }: Ending): Promise<boolean> {
  const at = { service: service.id, id: seen.subject, mode: 'update' as const };
  const subject = await openSubject(tx, world, at);
  if (!subject) return false;
  const row = await tx.papers.get(service.id, seen.subject, seen.id);
  if (!row?.endsOn || row.endsOn >= today(world)) return false;
  const paper = await paperOf(tx, world, { subject, id: row.id });
  if (row.state === 'confirmed') return endProof(tx, world, paper);
  if (row.state === 'open' || row.state === 'waiting') return lapse(tx, world, { service, paper });
  return endApplicant(tx, world, paper);
}

/** What is known of a sheet goes with its picture; of whoever is blocked or held both stay. */
async function endProof(tx: Tx, world: World, { subject, row }: OpenPaper): Promise<boolean> {
  if (await isFrozen(tx, { ...row, category: fileUses['signed-proof'].category })) return false;
  await notePaper(tx, world, { subject, row, rule: paperRules.proofOver, actor: { role: 'system' } });
  return (await tx.papers.remove(row.service, row.subject, row.id)) > 0;
}

async function lapse(
  tx: Tx,
  world: World,
  { service, paper }: { service: ServiceRecord; paper: OpenPaper },
): Promise<boolean> {
  const row = await closePaper(tx, world, {
    ...{ paper, state: 'lapsed', rule: paperRules.lapsed, actor: { role: 'system' } },
  });
  await tx.subjects.bumpVersion(row.service, row.subject);
  await tellOfPaper(tx, world, { service, subject: paper.subject, row, news: 'lapsed' });
  return true;
}

/** Destroys an account that rests on nothing; whoever tries again, or is blocked, keeps it meanwhile. */
async function endApplicant(tx: Tx, world: World, { subject, row }: OpenPaper): Promise<boolean> {
  const { service } = row;
  const { id, kind } = subject.record;
  const others = await tx.papers.ofSubject(service, id);
  if (kind !== 'applicant' || others.some(({ state }) => state === 'open' || state === 'waiting'))
    return false;
  if (activeConsents(await tx.consents.list(service, id), world.now()).length > 0) return false;
  // This runs often: who is blocked or held is not asked about each time.
  const held = await tx.retention.holds.inForce(service, id);
  if (held.length > 0 || (await tx.blocks.inForce(service, id))) return false;
  const request = {
    actor: { role: 'system' as const },
    verb: 'destroy' as const,
    ...{ service, subject: id, purpose: 'destruction', channel: 'job' as const },
    categories: await declaredCategories(tx, world, { service, subject: id }),
  };
  const because = [{ rule: paperRules.lapsed, article: '94-V Art. 12(2)' }];
  const { decision, entry } = await ask(tx, world, request, { mode: 'update', unopened: true, because });
  if (!decision.allowed || !entry) return false;
  await cut(tx, world, { service, subject: id, entry, at: world.now() });
  return true;
}

/** Gives papers on which no consent rests any more their last day, and their pictures with them. */
async function dateUnused(tx: Tx, world: World, service: Id): Promise<void> {
  const now = world.now();
  const on = addMonths(civilDateAt(now, world.law.zone), proofMonths);
  for (const row of await tx.papers.unused(service, { now, limit: papersAtOnce })) {
    await tx.papers.put({ ...row, endsOn: on });
    await tx.files.keepUntil(service, row.subject, { matter: row.id, on });
  }
}
