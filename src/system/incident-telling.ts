import { civilDateAt, type Id } from '../base/index.ts';
import { tellingRules } from '../incidents/index.ts';
import { messageText } from '../notice/index.ts';
import type { AffectedRecord, IncidentRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { faultInWords, type Outcome } from './alerts.ts';
import type { Clerk } from './clerk.ts';
import { asHandling, incidentIn, noteStep, putIncident, withReason } from './incident-case.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, openSegments, openSubject } from './subjects.ts';
import { isBlank } from './typed.ts';
import type { World } from './world.ts';

/** People told in one look, and before something else has its turn; each in a commit of their own. */
const atOnce = 200;

/**
 * Decides whether the people whom an incident touches are told by the operator itself, with what is said to
 * them; or that they are not, with the reason where it is advised to.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 24(1)(1), 94-V Art. 27-1(1)(6-2)
 */
export async function decideTelling(
  world: World,
  clerk: Clerk,
  what: {
    readonly service: ServiceRecord;
    readonly id: string;
    readonly tell: boolean;
    readonly words: string;
  },
): Promise<Outcome> {
  const by = asHandling(clerk);
  const said = what.words.trim();
  const fault = faultInWords(said);
  if (fault) return { problem: fault };
  return world.store.transaction(async (tx) => {
    const { row, words } = await incidentIn(tx, world, { ...what, mode: 'update' });
    const settled = row.telling === 'done' || (row.telling === 'running' && what.tell);
    if (row.state !== 'open' || settled) return { problem: 'incident-decided' as const };
    if (row.countedAt === undefined) return { problem: 'incident-not-counted' as const };
    const tally = await tx.incidents.tally(row.service, row.id);
    const affected = Object.values(tally).reduce((sum, n) => sum + n, 0);
    const advised = tellingRules({ kinds: row.kinds, affected }).some(({ advises }) => advises);
    if ((what.tell || advised) && isBlank(said)) return { problem: 'words-empty' as const };
    const next = { ...row, telling: what.tell ? ('running' as const) : ('none' as const) };
    await putIncident(tx, world, {
      ...{ row: next, clerk: by, rule: what.tell ? 'incident-telling' : 'incident-not-telling' },
      words: what.tell ? { ...words, message: said } : withReason(words, said),
    });
    return { ok: true as const };
  });
}

/**
 * Tells the people of the incidents that are to be told of: by e-mail, else by SMS; of whoever has neither
 * that is recorded. Each person in a commit of their own with the message, so that a crash leaves them told
 * or still to tell, and nobody told twice. One who fails keeps nobody else waiting and is tried again.
 *
 * After `atMost` people something else has its turn: logs do not wait for thousands of messages.
 *
 * @returns how many were settled
 */
export async function tellAffected(
  world: World,
  onFault: (error: Error) => void,
  atMost = atOnce,
): Promise<number> {
  const rows = await world.store.transaction((tx) => tx.incidents.telling());
  let settled = 0;
  for (const row of rows) {
    if (settled >= atMost) break;
    try {
      settled += await tellSome(world, { row, atMost: atMost - settled }, onFault);
    } catch (error) {
      onFault(error as Error);
    }
  }
  return settled;
}

async function tellSome(
  world: World,
  { row, atMost }: { row: IncidentRecord; atMost: number },
  onFault: (error: Error) => void,
): Promise<number> {
  let settled = 0;
  for (let after: Id | undefined; ; ) {
    const page = { limit: atOnce, untold: true, ...(after !== undefined && { after }) };
    const people = await world.store.transaction((tx) => tx.incidents.affected(row.service, row.id, page));
    for (const person of people) {
      if (settled >= atMost) return settled;
      try {
        if (await world.store.transaction((tx) => tellOne(tx, world, person))) settled += 1;
      } catch (error) {
        onFault(error as Error);
      }
    }
    if (people.length < atOnce) break;
    after = people.at(-1)?.subject;
  }
  await world.store.transaction((tx) => finish(tx, world, row));
  return settled;
}

/** Once nobody is left to tell: the step says how many were reached. */
async function finish(tx: Tx, world: World, { service, id }: IncidentRecord): Promise<void> {
  const { row } = await incidentIn(tx, world, { service: { id: service }, id, mode: 'update' });
  const tally = await tx.incidents.tally(service, id);
  if (row.telling !== 'running' || tally.waiting > 0) return;
  await tx.incidents.put({ ...row, telling: 'done' });
  await noteStep(tx, world, { row, rule: 'incident-told', n: tally.email + tally.sms });
}

/** @returns whether this call settled them; not when somebody else was quicker, or they are gone */
async function tellOne(tx: Tx, world: World, person: AffectedRecord): Promise<boolean> {
  const { service, incident } = person;
  const subject = await openSubject(tx, world, { service, id: person.subject, mode: 'update' });
  const row = subject && (await tx.incidents.lockAffected(service, incident, person.subject));
  if (!row || row.outcome !== undefined) return false;
  const found = await incidentIn(tx, world, { service: { id: service }, id: incident, mode: 'look' });
  if (found.row.telling !== 'running') return false;
  const data = dataOf(await openSegments(tx, world, subject));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) {
    await tx.incidents.told({ ...row, outcome: 'none' });
    return true;
  }
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const record = (await tx.services.list()).find(({ id }) => id === service);
  const said = messageText(speaker, 'incident-told', {
    service: record ? await nameFor(tx, world, { service: record, speaker }) : '',
    date: speaker.date(civilDateAt(found.row.detectedAt, world.law.zone)),
    kinds: speaker.list(found.row.kinds.map((kind) => speaker.sayCode('incident.kind', kind))),
    words: found.words.message,
  });
  const message = await tellSubject(tx, world, {
    ...{ subject, template: 'incident-told' as const, message: { channel, to, ...said } },
    because: [{ rule: 'incident-told-person', article: '94-V Art. 24(1)(1)' }],
  });
  const told = message === undefined ? ({ outcome: 'refused' } as const) : { outcome: channel, message };
  await tx.incidents.told({ ...row, ...told, toldAt: world.now() });
  return true;
}

/**
 * Stops telling people of incidents: after a restoration nobody knows who was told since the backup. Somebody
 * decides anew, knowingly.
 *
 * @returns how many incidents it was
 */
export async function pauseTelling(world: World, service: Id): Promise<number> {
  return world.store.transaction(async (tx) => {
    const mine = (await tx.incidents.telling()).filter((row) => row.service === service);
    for (const row of mine) {
      await tx.incidents.put({ ...row, telling: 'paused' });
      await noteStep(tx, world, { row, rule: 'incident-telling-paused' });
    }
    return mine.length;
  });
}
