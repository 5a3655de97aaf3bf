import { type Id, KepilError, type Language } from '../base/index.ts';
import { nextAdvertisingAt } from '../law/index.ts';
import { noticeTemplate, offerTemplate } from '../notice/index.ts';
import type { OutgoingMessage } from '../post/index.ts';
import type { CampaignRecord, CampaignText, ServiceRecord, Tx } from '../store/index.ts';
import { type Asked, ask } from './ask.ts';
import { linkMark } from './campaigns.ts';
import { categoryOf } from './mailing-kinds.ts';
import { suppressedSince } from './opt-out.ts';
import { optOutToken } from './opt-out-link.ts';
import { keepMessage } from './outbox.ts';
import { dataOf, type OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

/** People looked at in one go of a mailing; what else is due has its turn between. */
const atOnce = 200;

/**
 * Gives running mailings to the outbox, person by person: the gate is asked about each, in a commit of its
 * own with the message and what became of it, so that a crash leaves everybody done or still to do, and
 * nobody twice.
 *
 * A mailing that fails keeps no other waiting, and a person whose data do not open is passed over; both are
 * told of by `onFault`.
 *
 * @returns how many people were looked at
 */
export async function runCampaigns(world: World, onFault: (error: Error) => void): Promise<number> {
  const running = await world.store.transaction((tx) => tx.campaigns.running());
  let seen = 0;
  for (const { service, id } of running) {
    try {
      seen += await runSome(world, { service, id, onFault });
    } catch (error) {
      onFault(error as Error);
    }
  }
  return seen;
}

interface Run {
  readonly service: Id;
  readonly id: Id;
  readonly onFault: (error: Error) => void;
}

async function runSome(world: World, { service, id, onFault }: Run): Promise<number> {
  const { store } = world;
  const found = await store.transaction(async (tx) => {
    const row = await tx.campaigns.get(service, id);
    const record = (await tx.services.list()).find((one) => one.id === service);
    if (row?.state !== 'running' || !record) return undefined;
    const of = { purpose: row.purpose, limit: atOnce, ...(row.after && { after: row.after }) };
    return { record, people: await tx.campaigns.consented(service, of) };
  });
  if (!found) return 0;
  const { record, people } = found;
  for (const subject of people) {
    try {
      if (!(await store.transaction((tx) => sendTo(tx, world, { service: record, id, subject })))) return 0;
    } catch (error) {
      // What the store fails in is tried again with everybody who is left; sealed data open no second time.
      if (!(error instanceof KepilError && error.code === 'ERR_VAULT_SEALED')) throw error;
      onFault(error);
    }
  }
  const last = people.at(-1);
  await store.transaction(async (tx) => {
    const row = await tx.campaigns.lock(service, id);
    if (row?.state !== 'running') return;
    if (last !== undefined) await tx.campaigns.advance(service, id, { after: last });
    if (people.length === atOnce) return;
    await tx.campaigns.advance(service, id, {
      unasked: await tx.campaigns.countUnasked(service, row.purpose),
    });
    await tx.campaigns.setState(service, id, { state: 'done', endedAt: world.now() });
  });
  return people.length;
}

interface Sending {
  readonly service: ServiceRecord;
  readonly id: Id;
  readonly subject: Id;
}

/** @returns false when the mailing was stopped meanwhile */
async function sendTo(tx: Tx, world: World, { service, id, subject }: Sending): Promise<boolean> {
  // Two at once wait here: the second finds the first one's work done.
  const row = await tx.campaigns.lock(service.id, id);
  if (row?.state !== 'running') return false;
  if (await tx.campaigns.isNoted(service.id, subject, id)) return true;
  const place = { service: service.id, subject, campaign: id };
  const asked = await askToMail(tx, world, { row, subject, by: 'marketer' });
  if (!asked.subject) return true;
  const to = addressIn(asked, row);
  const refused = await refusalOf(tx, world, { asked, row, to });
  if (refused !== undefined || to === undefined) {
    await tx.campaigns.note({ ...place, outcome: refused ?? 'no-address' });
    return true;
  }
  const message = await keepMailing(tx, world, { row, service, subject: asked.subject, to });
  await tx.campaigns.note({ ...place, outcome: 'queued', message });
  return true;
}

/** Asks the gate for the use of an address for a mailing. */
export function askToMail(
  tx: Tx,
  world: World,
  what: { row: CampaignRecord; subject: Id; by: 'marketer' | 'system' },
): Promise<Asked> {
  const { row, subject, by } = what;
  const marketer = by === 'marketer' && row.class === 'marketing';
  const request = {
    actor: marketer ? { role: 'marketer' as const, id: row.by } : { role: 'system' as const },
    verb: 'use' as const,
    service: row.service,
    subject,
    categories: [categoryOf[row.channel]],
    purpose: row.purpose,
    channel: 'outbox' as const,
    matter: row.id,
  };
  return ask(tx, world, request, { mode: 'share' });
}

/** Where a mailing would go to whoever was asked about. */
export function addressIn({ segments }: Asked, { channel }: CampaignRecord): string | undefined {
  return dataOf(segments).get(categoryOf[channel])?.[0]?.value;
}

/**
 * Why a mailing may not go to somebody now, as a code: what the gate says, or that the number was refused
 * by a stranger before it became theirs, and they have not agreed since.
 */
export async function refusalOf(
  tx: Tx,
  world: World,
  what: { asked: Asked; row: CampaignRecord; to: string | undefined },
): Promise<string | undefined> {
  const { asked, row, to } = what;
  if (!asked.decision.allowed) return asked.decision.because[0]?.rule ?? 'no-ground';
  if (row.class === 'service' || row.channel !== 'sms' || to === undefined || !asked.subject)
    return undefined;
  const since = await suppressedSince(tx, world, to);
  if (since === undefined) return undefined;
  const consents = await tx.consents.list(row.service, asked.subject.record.id);
  const later = consents.some(({ purposes, givenAt }) => purposes.includes(row.purpose) && givenAt > since);
  return later ? undefined : 'suppressed';
}

async function keepMailing(
  tx: Tx,
  world: World,
  what: { row: CampaignRecord; service: ServiceRecord; subject: OpenSubject; to: string },
): Promise<Id> {
  const { row, subject } = what;
  const advertises = row.class === 'marketing';
  const now = world.now();
  const owner = { service: row.service, owner: subject.record.id, key: subject.keys.subjectKey };
  return keepMessage(tx, world, {
    ...owner,
    template: advertises ? offerTemplate : noticeTemplate,
    message: letterFor(world, what),
    dueAt: advertises && row.channel === 'sms' ? nextAdvertisingAt(world.law, now) : now,
  });
}

function letterFor(
  world: World,
  what: { row: CampaignRecord; service: ServiceRecord; subject: OpenSubject; to: string },
): OutgoingMessage {
  const { row, service, subject, to } = what;
  const { subject: title, text } = textIn(row, subject.record.language, world.law.languages);
  const letter = { channel: row.channel, to, subject: title };
  if (row.class === 'service') return { ...letter, text: text.replaceAll(linkMark, '') };
  const refusal = { subject: subject.record.id, purpose: row.purpose, category: categoryOf[row.channel] };
  const link = `${world.origin()}/s/${service.key}/unsubscribe/${optOutToken(world, row.service, refusal)}`;
  const unsubscribe = row.channel === 'email' && { unsubscribe: link };
  return { ...letter, text: text.replaceAll(linkMark, link), ...unsubscribe };
}

/** What is said to somebody: in their language, else in one that the law wants. */
function textIn(row: CampaignRecord, language: Language, others: readonly Language[]): CampaignText {
  const found = [language, ...others].map((one) => row.texts[one]).find((text) => text !== undefined);
  return found ?? { subject: '', text: '' };
}
