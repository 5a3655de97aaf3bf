import { type Id, isId, KepilError, type Language, newId, type Problem } from '../base/index.ts';
import { isOffer } from '../notice/index.ts';
import type {
  CampaignCounts,
  CampaignRecord,
  CampaignText,
  PolicyVersionRecord,
  ServiceRecord,
} from '../store/index.ts';
import { actorOf, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { addressesFor, categoryOf, topicsOf } from './mailing-kinds.ts';
import { faultInLine, isBlank, isCleanText } from './typed.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** Where the link by which people refuse more is put; a letter that advertises must have it. */
export const linkMark = '[link]';

const longestSubject = 120;
/** A letter, and an SMS: eight parts of Cyrillic. */
const longest = { email: 5000, sms: 500 } as const;

/** A mailing as typed; texts by language, empty where there is none. */
export interface CampaignForm {
  readonly class: 'marketing' | 'service';
  readonly purpose: string;
  readonly channel: 'email' | 'sms';
  readonly texts: Readonly<Record<Language, CampaignText>>;
}

/** Whether a clerk may send messages about the service, beside those that advertise. */
export function mayNotify(clerk: Pick<Clerk, 'roles'>): boolean {
  return clerk.roles.includes('officer');
}

/** The topics a mailing may be about now, by class, each with the ways it may go. */
export async function campaignTopics(world: World, service: ServiceRecord) {
  const { policy } = await inForceIn(world, service);
  const topics = (kind: 'marketing' | 'service') =>
    topicsOf(policy, kind).filter((purpose) => addressesFor(policy, purpose).length > 0);
  return { marketing: topics('marketing'), service: topics('service') };
}

async function inForceIn(world: World, { id }: ServiceRecord): Promise<PolicyVersionRecord> {
  return world.store.transaction(async (tx) => {
    const head = await headOf(tx, id);
    return { ...(await policyVersion(tx, world, { service: id, hash: head.hash })), ...head };
  });
}

/** Text as it will be sent: line ends of one kind, nothing around it. */
const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim();

function checkText(
  { subject, text }: CampaignText,
  { form, language, world }: { form: CampaignForm; language: Language; world: World },
): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) =>
    problems.push({ code, severity: 'error', field: `${field}.${language}` });
  const said = tidy(text);
  if (!isCleanText(said)) fault('field-characters', 'text');
  else if (said.split('\n').some((line) => faultInLine(line) === 'field-card-data'))
    fault('field-card-data', 'text');
  else if (said.length > longest[form.channel]) fault('mailing-too-long', 'text');
  else if (/{{|}}/.test(said)) fault('mailing-unknown-mark', 'text');
  if (form.channel === 'email') {
    const unfit = subject.length > longestSubject ? 'mailing-too-long' : faultInLine(subject);
    if (unfit) fault(unfit, 'subject');
    else if (isBlank(subject)) fault('field-mandatory', 'subject');
  }
  const heard = form.channel === 'sms' && world.post.replies !== undefined;
  const refusable =
    said.includes(linkMark) || (heard && /(?<!\p{L})(?:стоп|stop|тоқта)(?!\p{L})/iu.test(said));
  if (form.class === 'marketing' && !refusable) fault('mailing-without-refusal', 'text');
  if (form.class === 'service' && isOffer(`${subject}\n${said}`)) fault('mailing-offers', 'text');
  return problems;
}

/** Languages a mailing must be in: those in which the law wants texts for consumers. */
const isMandatory = (world: World, language: Language) => world.law.languages.includes(language);

function checkCampaign(
  world: World,
  form: CampaignForm,
  { version, clerk }: { version: PolicyVersionRecord; clerk: Clerk },
): readonly Problem[] {
  const { policy, status } = version;
  const problems: Problem[] = [];
  const fault = (code: string, field?: string) =>
    problems.push({ code, severity: 'error', ...(field && { field }) });
  if (status !== 'live') fault('mailing-draft');
  if (form.class === 'service' && !mayNotify(clerk)) fault('mailing-beyond-role', 'class');
  const topic = topicsOf(policy, form.class).includes(form.purpose);
  if (!topic) fault('mailing-topic', 'purpose');
  else if (!addressesFor(policy, form.purpose).includes(categoryOf[form.channel]))
    fault('mailing-way', 'channel');
  const carrier = world.post[form.channel];
  const named = policy.recipients.some(({ recipient }) => recipient === 'messaging_providers');
  if (!carrier) fault('mailing-no-carrier', 'channel');
  else if (carrier.thirdParty && !named) fault('mailing-carrier-unnamed', 'channel');
  for (const [language, text] of Object.entries(form.texts) as [Language, CampaignText][]) {
    const empty = isBlank(text.text) && isBlank(text.subject);
    if (!empty) problems.push(...checkText(text, { form, language, world }));
    else if (isMandatory(world, language)) fault('field-mandatory', `text.${language}`);
  }
  return problems;
}

/**
 * Writes a mailing down. Refused: one that advertises without a way to refuse more, one about the service
 * that offers something, a topic or a way the policy does not declare, a carrier it does not name.
 *
 * @returns its id, or what is wrong
 * @law 94-V Art. 7(8), 8(7), 14
 */
export async function writeCampaign(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; form: CampaignForm },
): Promise<{ readonly id: Id } | { readonly problems: readonly Problem[] }> {
  const { service, form } = what;
  const version = await inForceIn(world, service);
  const problems = checkCampaign(world, form, { version, clerk });
  if (problems.length > 0) return { problems };
  const id = newId(world.now(), world.crypto.random);
  const texts = Object.fromEntries(
    Object.entries(form.texts).flatMap(([language, { subject, text }]) =>
      isBlank(text) ? [] : [[language, { subject: subject.trim(), text: tidy(text) }]],
    ),
  );
  const { class: kind, purpose, channel } = form;
  const row = { service: service.id, id, class: kind, purpose, channel, texts, state: 'draft' } as const;
  await world.store.transaction((tx) =>
    tx.campaigns.insert({ ...row, by: clerk.id, createdAt: world.now(), unasked: 0 }),
  );
  return { id };
}

/** What is done with a mailing: sent, or stopped. */
export type CampaignAct = 'start' | 'stop';

/**
 * Starts a mailing that was written, or stops one at any time: then nothing more of it goes out, what waits
 * in the outbox included. Each is an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND`; `ERR_CONFLICT` when it is not where that can be done any more
 */
export async function steerCampaign(
  world: World,
  clerk: Clerk,
  what: { service: ServiceRecord; id: string; act: CampaignAct },
): Promise<void> {
  const { service, act } = what;
  await world.store.transaction(async (tx) => {
    const row = isId(what.id) ? await tx.campaigns.lock(service.id, what.id) : undefined;
    if (!row || !maySee(clerk, row)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (!actsOn(row).includes(act)) throw new KepilError('ERR_CONFLICT', 'mailing-moved-on');
    const stopped = { state: 'stopped', endedAt: world.now() } as const;
    await tx.campaigns.setState(service.id, row.id, act === 'start' ? { state: 'running' } : stopped);
    await record(tx, world, {
      service: service.id,
      kind: 'use',
      outcome: 'done',
      actor: actorOf(clerk),
      actorKeys: clerk.keys,
      channel: 'console',
      purpose: row.purpose,
      because: [{ rule: act === 'start' ? 'mailing-started' : 'mailing-stopped' }],
      matter: row.id,
    });
  });
}

/** What can be done with a mailing where it is. */
export function actsOn({ state }: Pick<CampaignRecord, 'state'>): readonly CampaignAct[] {
  if (state === 'draft') return ['start', 'stop'];
  return state === 'stopped' ? [] : ['stop'];
}

/** Mailings about the service are the officer's; those that advertise are for both. */
function maySee(clerk: Pick<Clerk, 'roles'>, { class: kind }: CampaignRecord): boolean {
  return kind === 'marketing' || mayNotify(clerk);
}

/** Mailings of a service, newest first. */
export async function listCampaigns(
  world: World,
  clerk: Clerk,
  at: { service: Id; after?: Id; limit: number },
): Promise<readonly CampaignRecord[]> {
  const page = { limit: at.limit, ...(at.after && { after: at.after }) };
  const rows = await world.store.transaction((tx) => tx.campaigns.list(at.service, page));
  return rows.filter((row) => maySee(clerk, row));
}

/** A mailing with its counts: of how many people, what became of it. Never who. */
export interface ShownCampaign {
  readonly row: CampaignRecord;
  readonly counts: CampaignCounts;
  /** People with a consent to the topic, and without one. */
  readonly asked: number;
  readonly unasked: number;
}

/** @see ShownCampaign @throws KepilError `ERR_NOT_FOUND` */
export async function showCampaign(
  world: World,
  clerk: Clerk,
  at: { service: ServiceRecord; id: string },
): Promise<ShownCampaign> {
  return world.store.transaction(async (tx) => {
    const row = isId(at.id) ? await tx.campaigns.get(at.service.id, at.id) : undefined;
    if (!row || !maySee(clerk, row)) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const counts = await tx.campaigns.counts(at.service.id, row.id);
    const ended = row.state === 'done';
    const unasked = ended ? row.unasked : await tx.campaigns.countUnasked(at.service.id, row.purpose);
    const users = await tx.subjects.count(at.service.id, 'user');
    return { row, counts, asked: Math.max(0, users - unasked), unasked };
  });
}
