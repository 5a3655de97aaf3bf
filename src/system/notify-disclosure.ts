import { civilDateAt, isCivilDate, isId, KepilError } from '../base/index.ts';
import { messageText } from '../notice/index.ts';
import type { DisclosureRecord, ServiceRecord, Tx } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { actorOf, type Clerk, within } from './clerk.ts';
import { record } from './entries.ts';
import { nameFor } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** Whom to tell of what was handed on; `name`: to whom it went, absent of a body of the state. */
interface Telling {
  readonly service: ServiceRecord;
  readonly subject: OpenSubject;
  readonly row: DisclosureRecord;
  readonly name?: string;
}

/**
 * Tells a person that data of theirs were handed on, at once. Where there is no address, or the gate
 * refuses its use, the notice stays due and the console shows it.
 *
 * @returns whether a message is on its way
 * @law 94-V Art. 19(1)
 */
export async function tellOfDisclosure(tx: Tx, world: World, what: Telling): Promise<boolean> {
  const { service, subject, row } = what;
  const data = dataOf(await openSegments(tx, world, subject));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) return false;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const named = await nameFor(tx, world, { service, speaker });
  const recipient = what.name ?? speaker.label('recipients', row.kind);
  const link = `${world.origin()}/s/${service.key}/me/recipients`;
  const said = messageText(speaker, 'data-handed-on', { service: named, recipient, link });
  const message = { channel, to, ...said };
  if (!(await tellSubject(tx, world, { subject, template: 'data-handed-on', message }))) return false;
  await tx.disclosures.setNotified(service.id, subject.record.id, { id: row.id, at: world.now() });
  return true;
}

/** What keeps a notice from being sent or put off. */
export type NoticeProblem = 'notice-given' | 'notice-no-address' | 'recheck-day';

/** The latest day on which to look again at what bars a notice, in days from today. */
const longestBarDays = 180;

/** Whether a day is one on which to look again: after today and not too far off. */
export function isRecheckDay(world: World, day: string): boolean {
  if (!isCivilDate(day)) return false;
  const { zone } = world.law;
  const last = civilDateAt(world.now() + longestBarDays * 86_400_000, zone);
  return day > civilDateAt(world.now(), zone) && day <= last;
}

/**
 * Sends a notice that was barred or could not go, or puts off the day on which to look again at what bars it.
 *
 * @throws KepilError `ERR_FORBIDDEN`, `ERR_NOT_FOUND`
 * @law 94-V Art. 19(1)
 */
export async function settleNotice(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; until?: string },
): Promise<{ ok: true } | { problem: NoticeProblem }> {
  const by = within(clerk, ['officer'], 'handing-beyond-role');
  const { service, until } = what;
  if (until !== undefined && !isRecheckDay(world, until)) return { problem: 'recheck-day' };
  return world.store.transaction(async (tx) => {
    const row = isId(what.id) ? await tx.disclosures.get(service.id, what.id) : undefined;
    if (!row) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const at = { service: service.id, id: row.subject, mode: 'update' as const };
    const subject = await openSubject(tx, world, at);
    const fresh = await tx.disclosures.get(service.id, row.id);
    if (!subject || !fresh) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (fresh.notifiedAt !== undefined) return { problem: 'notice-given' as const };
    if (until !== undefined && fresh.barredUntil === undefined) return { problem: 'recheck-day' as const };
    if (until === undefined && !(await tellNow(tx, world, { service, subject, row: fresh })))
      return { problem: 'notice-no-address' as const };
    await moveBar(tx, { row: fresh, ...(until !== undefined && { until }) });
    await record(tx, world, {
      service: service.id,
      kind: 'letter',
      outcome: 'done',
      actor: actorOf(by),
      actorKeys: by.keys,
      channel: 'console',
      because: [
        { rule: until === undefined ? 'notice-given' : 'notice-put-off', article: '94-V Art. 19(1)' },
      ],
      matter: fresh.id,
    });
    return { ok: true as const };
  });
}

async function tellNow(
  tx: Tx,
  world: World,
  { service, subject, row }: { service: ServiceRecord; subject: OpenSubject; row: DisclosureRecord },
): Promise<boolean> {
  const card = row.recipient && (await tx.recipients.current(service.id, row.recipient));
  return tellOfDisclosure(tx, world, { service, subject, row, ...(card && { name: card.name }) });
}

/** The bar of a letter stands with it too: while it stands the person sees nothing of the letter. */
async function moveBar(tx: Tx, { row, until }: { row: DisclosureRecord; until?: string }): Promise<void> {
  const bar = { id: row.id, dueOn: until ?? row.noticeDueOn, ...(until !== undefined && { until }) };
  await tx.disclosures.setBar(row.service, row.subject, bar);
  if (row.authority === undefined) return;
  const letter = { id: row.authority, ...(until !== undefined && { until }) };
  await tx.authorityRequests.setBar(row.service, row.subject, letter);
}
