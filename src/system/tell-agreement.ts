import { stateOfVersion } from '../agreements/index.ts';
import { civilDateAt, type Id } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import type { AgreementHead, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { versionOf } from './agreements.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** People read at once; each is told in a commit of their own. */
const atOnce = 200;
const minute = 60_000;
/** For so long after its approval a version is looked through again. */
const lookedFor = 30 * 24 * 60 * minute;

/**
 * Tells everybody of newly approved documents, once each: from which day on they hold and where to read them
 * and answer. Each person in a commit of their own, so that a crash leaves everybody told or still to tell. A
 * person who cannot be told is told of by `onFault`, keeps nobody waiting, and is tried again.
 *
 * @returns how many were told
 */
export async function tellAgreements(world: World, onFault: (error: Error) => void): Promise<number> {
  const now = world.now();
  const found = await world.store.transaction(async (tx) => {
    const rows = await tx.agreements.toTell({ before: now - minute, since: now - lookedFor });
    const services = rows.length === 0 ? [] : await tx.services.list();
    return rows.flatMap((row) => {
      const service = services.find(({ id }) => id === row.service);
      return service ? [{ row, service }] : [];
    });
  });
  let told = 0;
  for (const { row, service } of found) {
    try {
      if (await isOpen(world, row)) told += await tellAll(world, { row, service, onFault });
      await world.store.transaction((tx) => tx.agreements.markTold(service.id, row.id, now));
    } catch (error) {
      onFault(error as Error);
    }
  }
  return told;
}

/** Whether a version holds or will: nobody is told of one that another followed. */
async function isOpen(world: World, row: AgreementHead): Promise<boolean> {
  const heads = await world.store.transaction((tx) => tx.agreements.heads(row.service));
  const rows = heads.map((one) => versionOf(world, one));
  const now = rows.find(({ id }) => id === row.id);
  const state = now && stateOfVersion(now, rows, civilDateAt(world.now(), world.law.zone));
  return state === 'waiting' || state === 'in-force';
}

async function tellAll(
  world: World,
  what: { row: AgreementHead; service: ServiceRecord; onFault: (error: Error) => void },
): Promise<number> {
  const { row, service, onFault } = what;
  const { id, approvedAt = 0 } = row;
  let told = 0;
  for (let after: Id | undefined; ; ) {
    const of = { id, approvedAt, limit: atOnce, ...(after !== undefined && { after }) };
    const people = await world.store.transaction((tx) => tx.agreements.untold(service.id, of));
    for (const person of people) {
      try {
        if (await world.store.transaction((tx) => tellOne(tx, world, { row, service, person }))) told += 1;
      } catch (error) {
        onFault(error as Error);
      }
    }
    if (people.length < atOnce) return told;
    after = people.at(-1);
  }
}

/** @returns whether they were told now; not when somebody else was quicker, or they are gone */
async function tellOne(
  tx: Tx,
  world: World,
  { row, service, person }: { row: AgreementHead; service: ServiceRecord; person: Id },
): Promise<boolean> {
  const subject = await openSubject(tx, world, { service: service.id, id: person, mode: 'update' });
  if (!subject) return false;
  const known = await tx.agreements.ofSubject(service.id, person);
  if (known.some(({ agreement }) => agreement === row.id)) return false;
  await sendNotice(tx, world, { row, service, subject });
  await tx.agreements.tell(service.id, person, { id: row.id, at: world.now() });
  return true;
}

async function sendNotice(
  tx: Tx,
  world: World,
  { row, service, subject }: { row: AgreementHead; service: ServiceRecord; subject: OpenSubject },
): Promise<void> {
  const data = dataOf(await openSegments(tx, world, subject));
  const [way] = (['email', 'sms'] as const).flatMap((channel) => {
    const held = data.get(channel === 'email' ? 'email' : 'phone')?.[0];
    return held ? [{ channel, to: held.value }] : [];
  });
  if (!way) return;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    document: speaker.sayCode('agreement.kind', row.kind),
    date: speaker.date(row.effectiveOn),
    link: `${world.origin()}/s/${service.key}/me/agreements`,
  };
  await tellSubject(tx, world, {
    subject,
    template: 'agreement-changed',
    message: { ...way, ...messageText(speaker, 'agreement-changed', params) },
    because: [{ rule: 'agreement-told' }],
  });
}
