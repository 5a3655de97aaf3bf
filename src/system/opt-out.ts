import { addDays, civilDateAt, type Id, type Language } from '../base/index.ts';
import { coverageOf } from '../consent/index.ts';
import { endOfDay } from '../law/index.ts';
import { type ConsentText, consentText, isStop, messageText } from '../notice/index.ts';
import { consentCategories, type Policy } from '../policy/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { type Speaker, speakerOf } from '../words/index.ts';
import type { Me } from './cabinet.ts';
import { codeIn, consentByReply } from './consent-by-reply.ts';
import { storeConsent } from './consents.ts';
import { record } from './entries.ts';
import { nameFor } from './looks.ts';
import { addressesFor, type MailCategory, offerPurposes, topicsOf } from './mailing-kinds.ts';
import { readOptOutToken } from './opt-out-link.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, digestOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { kindOfAddress } from './typed.ts';
import { versionFor } from './version-for.ts';
import { headOf, houseOf, type World } from './world.ts';

/** How somebody said that they want no mailings. */
export type OptOutVia = 'link' | 'sms' | 'cabinet';

const said: Readonly<Record<OptOutVia, string>> = {
  link: 'opted-out-by-link',
  sms: 'opted-out-by-sms',
  cabinet: 'opted-out-by-cabinet',
};

/** For so long a stranger's number that wants nothing is kept, as a digest: a year. */
const suppressedDays = 365;

/**
 * Refuses mailings in this commit: from then on the gate admits none, and what waits in the outbox is
 * withheld. Each topic refused anew is an entry of its own, by the way it was said.
 *
 * @returns how many topics were refused anew
 * @law 94-V Art. 8(7), 24(1)(5)
 */
async function refuseMailings(
  tx: Tx,
  world: World,
  what: {
    subject: OpenSubject;
    purposes: readonly string[];
    category: MailCategory;
    via: OptOutVia;
  },
): Promise<number> {
  const { subject, category, via } = what;
  const { id } = subject.record;
  let refused = 0;
  for (const purpose of what.purposes) {
    const row = { purpose, category, since: world.now(), via };
    if ((await tx.optOuts.put(subject.service, id, row)) === 0) continue;
    refused += 1;
    await record(tx, world, {
      service: subject.service,
      kind: 'withdrawal',
      outcome: 'done',
      actor: { role: 'subject' },
      channel: via,
      purpose,
      categories: [category],
      policy: subject.record.policyHash,
      because: [{ rule: said[via], article: '94-V Art. 8(7)' }],
      subject: { id, keys: subject.keys },
      record: { purpose, category, via },
    });
  }
  if (refused > 0) await tx.subjects.bumpVersion(subject.service, id);
  return refused;
}

/** What a link refuses, for its page: undefined when it is none of this service. */
export function linkedRefusal(world: World, service: ServiceRecord, token: string) {
  return readOptOutToken(world, service.id, token);
}

/**
 * Refuses by the link of a letter, without signing in. Again, or by somebody who is gone: nothing more
 * happens.
 *
 * @returns whether the link is one of this service's
 */
export async function optOutByLink(world: World, service: ServiceRecord, token: string): Promise<boolean> {
  const linked = readOptOutToken(world, service.id, token);
  if (!linked) return false;
  const { subject: id, purpose, category } = linked;
  await world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
    if (subject) await refuseMailings(tx, world, { subject, purposes: [purpose], category, via: 'link' });
  });
  return true;
}

/**
 * Takes an SMS that came in. One that says «stop» refuses every mailing to its number, at each service that
 * knows it, and is confirmed once, without any offer. A number that nobody has is kept as a digest, for a
 * year, so that no mailing goes there. A code alone is a consent, where one waits for it. Other words change
 * nothing.
 *
 * @returns what it was taken for
 */
export async function takeReply(
  world: World,
  sms: { readonly from: string; readonly text: string },
): Promise<'refusal' | 'stranger' | 'consent' | 'other'> {
  const phone = sms.from.startsWith('+') ? sms.from : `+${sms.from}`;
  const code = codeIn(sms.text);
  if (code !== undefined) return (await consentByReply(world, { phone, code })) ? 'consent' : 'other';
  if (!isStop(sms.text) || kindOfAddress(phone) !== 'phone') return 'other';
  const services = await world.store.transaction((tx) => tx.services.list());
  let known = false;
  for (const service of services.filter(({ kind }) => kind === 'service'))
    if (await world.store.transaction((tx) => stopAt(tx, world, { service, phone }))) known = true;
  if (known) return 'refusal';
  await world.store.transaction((tx) => suppress(tx, world, phone));
  return 'stranger';
}

/** @returns whether somebody of the service has the number */
async function stopAt(
  tx: Tx,
  world: World,
  { service, phone }: { service: ServiceRecord; phone: string },
): Promise<boolean> {
  const digest = digestOf(world, { service: service.id, field: 'phone', value: phone });
  const found = await tx.blindIndex.find(service.id, 'phone', digest);
  for (const id of found) {
    const subject = await openSubject(tx, world, { service: service.id, id, mode: 'update' });
    if (subject?.record.kind !== 'user') continue;
    const refusal = { subject, purposes: offerPurposes, category: 'phone', via: 'sms' } as const;
    if ((await refuseMailings(tx, world, refusal)) === 0) continue;
    const speaker = speakerOf(subject.record.language, world.law.zone);
    const name = await nameFor(tx, world, { service, speaker });
    await tellSubject(tx, world, {
      subject,
      template: 'opted-out',
      message: { channel: 'sms', to: phone, ...messageText(speaker, 'opted-out', { service: name }) },
    });
  }
  return found.length > 0;
}

async function suppress(tx: Tx, world: World, phone: string): Promise<void> {
  const house = await houseOf(tx);
  const now = world.now();
  const last = addDays(civilDateAt(now, world.law.zone), suppressedDays);
  const digest = digestOf(world, { service: house.id, field: 'phone', value: phone });
  await tx.optOuts.suppress(house.id, { digest, since: now, expiresAt: endOfDay(last, world.law.zone) });
  await record(tx, world, {
    service: house.id,
    kind: 'withdrawal',
    outcome: 'done',
    actor: { role: 'guest' },
    channel: 'sms',
    categories: ['phone'],
    because: [{ rule: 'number-suppressed', article: '94-V Art. 8(7)' }],
    counts: { days: suppressedDays },
  });
}

/** Since when a stranger's number is kept from mailings; undefined when it is not. */
export async function suppressedSince(tx: Tx, world: World, phone: string): Promise<number | undefined> {
  const house = await houseOf(tx);
  const digest = digestOf(world, { service: house.id, field: 'phone', value: phone });
  return tx.optOuts.suppressedSince(house.id, digest, world.now());
}

/** A topic of mailings by one way, and whether the person gets them. */
export interface MailingChoice {
  readonly purpose: string;
  readonly category: MailCategory;
  readonly on: boolean;
  /** The consent that turning it on gives. */
  readonly consent: ConsentText;
}

/** Every topic and way that the policy of somebody declares and they have an address for. */
export async function mailingChoices(
  world: World,
  me: Me,
  speaker: Speaker,
): Promise<readonly MailingChoice[]> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'share' });
    if (!subject) return [];
    const { policy, hash } = await ownVersion(tx, world, subject);
    const held = dataOf(await openSegments(tx, world, subject));
    const getting = await gettingIn(tx, world, subject);
    return topicsOf(policy, 'marketing').flatMap((purpose) =>
      addressesFor(policy, purpose)
        .filter((category) => held.has(category))
        .map((category) => ({
          purpose,
          category,
          on: getting(purpose, category),
          consent: textFor(speaker, { policy, hash, purpose }),
        })),
    );
  });
}

async function ownVersion(tx: Tx, world: World, subject: OpenSubject) {
  return versionFor(tx, world, { head: await headOf(tx, subject.service), hash: subject.record.policyHash });
}

function textFor(
  speaker: Speaker,
  { policy, hash, purpose }: { policy: Policy; hash: string; purpose: string },
): ConsentText {
  const categories = consentCategories(policy).filter((key) =>
    policy.data.some((row) => row.category === key && row.purposes.includes(purpose)),
  );
  return consentText({ speaker, policy, policyHash: hash, purposes: [purpose], categories });
}

/** Whether somebody gets mailings of a topic by a way, as things stand. */
async function gettingIn(tx: Tx, world: World, { service, record: { id } }: OpenSubject) {
  const consents = await tx.consents.list(service, id);
  const refused = await tx.optOuts.list(service, id);
  return (purpose: string, category: string) =>
    coverageOf(consents, { purpose, category }, world.now()).state === 'active' &&
    !refused.some((row) => row.purpose === purpose && row.category === category);
}

/** A choice as sent: a yes is a consent, by a ticked box, in the language it was read in. */
export interface MailingWish {
  readonly purpose: string;
  readonly category: string;
  readonly on: boolean;
  readonly consent: boolean;
  readonly language: Language;
}

/**
 * Turns mailings of a topic by one way on or off. Off is a refusal and takes effect in this commit. On is a
 * consent of its own; other ways that were off stay off.
 *
 * @returns what is wrong, if anything
 * @law 94-V Art. 7(8), 8(1), 8(7)
 */
export async function chooseMailing(
  world: World,
  me: Me,
  wish: MailingWish,
): Promise<'consent-required' | 'purpose-not-offered' | undefined> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
    if (!subject) return 'purpose-not-offered';
    const version = await ownVersion(tx, world, subject);
    const { purpose } = wish;
    const ways = addressesFor(version.policy, purpose);
    const category = ways.find((one) => one === wish.category);
    if (!category || !topicsOf(version.policy, 'marketing').includes(purpose)) return 'purpose-not-offered';
    if (!wish.on) {
      await refuseMailings(tx, world, { subject, purposes: [purpose], category, via: 'cabinet' });
      return undefined;
    }
    if (!wish.consent) return 'consent-required';
    const getting = await gettingIn(tx, world, subject);
    const off = ways.filter((way) => way !== category && !getting(purpose, way));
    await agree(tx, world, { me, subject, wish, off });
    return undefined;
  });
}

async function agree(
  tx: Tx,
  world: World,
  what: { me: Me; subject: OpenSubject; wish: MailingWish; off: readonly MailCategory[] },
): Promise<void> {
  const { me, subject, wish, off } = what;
  const { purpose, category, language } = wish;
  const version = await ownVersion(tx, world, subject);
  const name = dataOf(await openSegments(tx, world, subject)).get('full_name')?.[0]?.value;
  const values = new Map(name === undefined ? [] : [['full_name', name]]);
  const giving = { service: me.service, subject, version, values, language, channel: 'cabinet' } as const;
  await storeConsent(tx, world, { ...giving, purposes: [purpose] });
  const at: readonly [Id, Id] = [me.service.id, me.subject];
  await tx.optOuts.lift(...at, { purpose, category });
  const since = world.now();
  for (const way of off) await tx.optOuts.put(...at, { purpose, category: way, since, via: 'not-chosen' });
  await tx.subjects.bumpVersion(...at);
}
