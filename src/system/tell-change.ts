import { civilDateAt, type Id } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import { differencesBetween } from '../policy/index.ts';
import type { PolicyChangeRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { putDueInForce } from './publish.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** People read at once; each is told in a commit of their own. */
const atOnce = 200;
const minute = 60_000;
const day = 24 * 60 * minute;
/** How often a change is looked through again for people who came since or whom nothing reached. */
const again = minute;
/** For so long after its day a change is still looked through. */
const afterEffect = 30 * day;
/** When somebody whom a message did not reach is told again, and how many messages there are at most. */
const retryAfter = day;
const mostTries = 4;

/** Whether a version lets the operator do more than another one did: then people are asked to agree anew. */
export function widens(
  world: World,
  { before, after }: { before: PolicyVersionRecord; after: PolicyVersionRecord },
): boolean {
  const found = differencesBetween(before.policy, after.policy, world.law.country);
  return found.some(({ effect }) => effect === 'widening');
}

/**
 * What is due about announced changes: those whose day has come are put in force, everybody is told once,
 * whoever a message did not reach is told again by another way, and people move to the version that holds for
 * them. Each person in a commit of their own, so that a crash leaves everybody told or still to tell.
 *
 * A person who cannot be told is told of by `onFault`, keeps nobody else waiting, and is tried again.
 *
 * @returns how many were told
 */
export async function keepChanges(world: World, onFault: (error: Error) => void): Promise<number> {
  await putDueInForce(world).catch(onFault);
  const now = world.now();
  const changes = await world.store.transaction((tx) =>
    tx.changes.toTell({ before: now - again, since: now - afterEffect }),
  );
  let told = 0;
  for (const change of changes) {
    try {
      told += await lookThrough(world, change, onFault);
    } catch (error) {
      onFault(error as Error);
    }
  }
  return told;
}

async function lookThrough(world: World, change: PolicyChangeRecord, onFault: OnFault): Promise<number> {
  const { service, version } = change;
  const found = await world.store.transaction(async (tx) => {
    const head = (await tx.policies.heads(service)).find((row) => row.version === version);
    const record = (await tx.services.list()).find(({ id }) => id === service);
    const open = head?.status === 'scheduled' || head?.status === 'live';
    return head && open && record ? { head, record } : undefined;
  });
  const now = world.now();
  let told = 0;
  if (found) {
    const { head, record } = found;
    told += await tellAll(world, { change, service: record, hash: head.hash, onFault });
    await tellBounced(world, { change, service: record, onFault });
    if (head.status === 'live') await movePeople(world, { change, hash: head.hash });
  }
  await world.store.transaction((tx) => tx.changes.markTold(service, version, now));
  return told;
}

type OnFault = (error: Error) => void;

interface Announced {
  readonly change: PolicyChangeRecord;
  readonly service: ServiceRecord;
}

async function tellAll(world: World, what: Announced & { hash: string; onFault: OnFault }): Promise<number> {
  const { change, service, hash, onFault } = what;
  let told = 0;
  for (let after: Id | undefined; ; ) {
    const of = { version: change.version, hash, limit: atOnce, ...(after !== undefined && { after }) };
    const ids = await world.store.transaction((tx) => tx.changes.untold(service.id, of));
    for (const id of ids) {
      try {
        if (await world.store.transaction((tx) => tellOne(tx, world, { change, service, hash, id })))
          told += 1;
      } catch (error) {
        onFault(error as Error);
      }
    }
    if (ids.length < atOnce) return told;
    after = ids.at(-1);
  }
}

/** @returns whether they were told now; not when somebody else was quicker, or they are gone */
async function tellOne(
  tx: Tx,
  world: World,
  { change, service, hash, id }: Announced & { hash: string; id: Id },
): Promise<boolean> {
  const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
  const { version } = change;
  if (!subject || (await tx.changes.choice(service.id, id, version))) return false;
  const fromHash = subject.record.policyHash;
  const [before, after] = [
    await policyVersion(tx, world, { service: service.id, hash: fromHash }),
    await policyVersion(tx, world, { service: service.id, hash }),
  ];
  const message = await sendNotice(tx, world, { change, service, subject });
  await tx.changes.tell({
    ...{ service: service.id, subject: id, version, fromHash },
    asks: widens(world, { before, after }),
    toldAt: world.now(),
    ...(message !== undefined && { message }),
    tries: 1,
  });
  return true;
}

/** Sends the notice by e-mail, else by SMS; by the other way when the one before did not arrive. */
async function sendNotice(
  tx: Tx,
  world: World,
  what: Announced & { subject: OpenSubject; not?: 'email' | 'sms' },
): Promise<Id | undefined> {
  const { change, service, subject, not } = what;
  const data = dataOf(await openSegments(tx, world, subject));
  const ways = (['email', 'sms'] as const).flatMap((channel) => {
    const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
    return to ? [{ channel, to }] : [];
  });
  const way = ways.find(({ channel }) => channel !== not) ?? ways[0];
  if (!way) return undefined;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    date: speaker.date(civilDateAt(change.effectiveAt, world.law.zone)),
    link: `${world.origin()}/s/${service.key}/me/policy`,
  };
  return tellSubject(tx, world, {
    subject,
    template: 'policy-changed',
    message: { ...way, ...messageText(speaker, 'policy-changed', params) },
    because: [{ rule: 'policy-change-told', article: '94-V Art. 7(8)' }],
  });
}

/** Whoever was not reached for a day, and has not been to the cabinet since, is told once more. */
async function tellBounced(
  world: World,
  { change, service, onFault }: Announced & { onFault: OnFault },
): Promise<void> {
  const { version } = change;
  const of = { version, before: world.now() - retryAfter, tries: mostTries, limit: atOnce };
  const rows = await world.store.transaction((tx) => tx.changes.bounced(service.id, of));
  for (const row of rows) {
    const again = world.store.transaction(async (tx) => {
      const subject = await openSubject(tx, world, { service: service.id, id: row.subject, mode: 'update' });
      const now = await tx.changes.choice(service.id, row.subject, version);
      if (!subject || !now || now.message !== row.message) return;
      const last = now.message && (await tx.messages.get(service.id, now.message));
      const not = last ? { not: last.channel } : {};
      const message = await sendNotice(tx, world, { change, service, subject, ...not });
      const made = message !== undefined && { message };
      await tx.changes.tellAgain({ service: service.id, subject: row.subject, version, ...made });
    });
    await again.catch(onFault);
  }
}

/** Once a version holds: whoever agreed to it is under it, and whoever it asks nothing more of. */
async function movePeople(
  world: World,
  { change, hash }: { change: PolicyChangeRecord; hash: string },
): Promise<void> {
  const { service, version } = change;
  const { store } = world;
  for (;;) {
    const moved = await store.transaction(async (tx) => {
      if ((await headOf(tx, service)).hash !== hash) return 0;
      return tx.changes.moveAccepted(service, { version, hash, limit: atOnce });
    });
    if (moved < atOnce) break;
  }
  await store.transaction(async (tx) => {
    if ((await headOf(tx, service)).hash !== hash) return;
    const after = await policyVersion(tx, world, { service, hash });
    for (const from of await tx.changes.hashesInUse(service)) {
      if (from === hash) continue;
      const before = await policyVersion(tx, world, { service, hash: from });
      if (!widens(world, { before, after }) && declaresAll(after, before))
        await tx.changes.moveAll(service, from, hash);
    }
  });
}

/**
 * Whether everything somebody may have given under one version is declared by another. Who holds what is
 * declared no more stays under their own, narrowed, until it is destroyed: under the other nobody could say
 * where it came from.
 */
function declaresAll(after: PolicyVersionRecord, before: PolicyVersionRecord): boolean {
  const declared = new Set(after.policy.data.map(({ category }) => category));
  return before.policy.data.every(({ category }) => declared.has(category));
}
