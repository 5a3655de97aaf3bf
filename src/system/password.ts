import { KepilError, type Problem } from '../base/index.ts';
import { type MessageTemplate, messageText } from '../notice/index.ts';
import type { SessionRecord, Tx } from '../store/index.ts';
import { normalise } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { decided } from './ask.ts';
import { attempting } from './attempts.ts';
import { type Me, type OwnView, openOwn } from './cabinet.ts';
import { fittingHash, passwordIn, putPassword } from './credential.ts';
import { record } from './entries.ts';
import { faceAt, nameFor, namesOf } from './looks.ts';
import { tellSubject } from './outbox.ts';
import { endOthers } from './own-sessions.ts';
import { checkPassword, shortestAlone } from './password-rules.ts';
import { type AddressKind, confirmedAddresses } from './proof-anew.ts';
import { accountOf, enterCabinet } from './sign-in.ts';
import { dataOf, digestOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import { kindOfAddress } from './typed.ts';
import type { World } from './world.ts';

/** Somebody who is signed in and proved a short while ago who they are. */
export interface PasswordHolder {
  readonly me: Me;
  readonly session: SessionRecord;
}

/** Since when a person has a password; undefined when they have none. */
export async function passwordSince(world: World, me: Me): Promise<number | undefined> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'share' });
    return subject && passwordIn(await openSegments(tx, world, subject))?.setAt;
  });
}

/**
 * Gives a person a password, or another one. The other sessions end where there was one before: whoever knew
 * it is out. The person is told at the addresses they confirmed.
 *
 * @returns whether it is their first, or what is wrong with it; then nothing changes
 * @throws Refused when the gate lets nothing of theirs be used; KepilError `ERR_NOT_SIGNED_IN`
 */
export async function setPassword(
  world: World,
  holder: PasswordHolder,
  password: string,
): Promise<{ readonly first: boolean } | { readonly problems: readonly Problem[] }> {
  const texts = await decided(world, async (tx) => {
    const own = await openOwn(tx, world, holder.me);
    return textsAbout(tx, world, { own, holder });
  });
  const problems = await checkPassword(world, password, { shortest: shortestAlone, texts });
  if (problems.length > 0) return { problems };
  const hash = await world.passwords.hash(password);
  return world.store.transaction(async (tx) => {
    const { subject, segments } = await held(tx, world, holder.me);
    const first = passwordIn(segments) === undefined;
    const rule = first ? 'password-set' : 'password-changed';
    const entry = await noteAboutPassword(tx, world, { subject, rule });
    await putPassword(tx, world, { subject, segments, password: { hash, setAt: world.now(), entry } });
    await afterwards(tx, world, { holder, subject, template: rule, endsOthers: !first });
    return { first };
  });
}

/** Takes a person's password away: codes alone open the cabinet. The other sessions end. */
export async function removePassword(world: World, holder: PasswordHolder): Promise<void> {
  await world.store.transaction(async (tx) => {
    const { subject, segments } = await held(tx, world, holder.me);
    if (!passwordIn(segments)) return;
    await noteAboutPassword(tx, world, { subject, rule: 'password-removed' });
    await putPassword(tx, world, { subject, segments });
    await afterwards(tx, world, { holder, subject, template: 'password-removed', endsOthers: true });
  });
}

async function held(tx: Tx, world: World, me: Me) {
  const subject = await openSubject(tx, world, { service: me.service.id, id: me.subject, mode: 'update' });
  if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
  return { subject, segments: await openSegments(tx, world, subject) };
}

/** What is known about the person and what the service is called: words no password may be made of. */
async function textsAbout(
  tx: Tx,
  world: World,
  { own, holder }: { own: OwnView; holder: PasswordHolder },
): Promise<readonly string[]> {
  const mine = [...own.data.values()].flat().map(({ value }) => value);
  return [...mine, ...namesOf(await faceAt(tx, world, holder.me.service))];
}

async function noteAboutPassword(
  tx: Tx,
  world: World,
  { subject, rule }: { subject: OpenSubject; rule: string },
) {
  return record(tx, world, {
    service: subject.service,
    kind: 'session',
    outcome: 'done',
    actor: { role: 'subject' },
    channel: 'cabinet',
    because: [{ rule }],
    subject: { id: subject.record.id, keys: subject.keys },
  });
}

async function afterwards(
  tx: Tx,
  world: World,
  what: {
    holder: PasswordHolder;
    subject: OpenSubject;
    template: MessageTemplate;
    endsOthers: boolean;
  },
): Promise<void> {
  const { holder, subject, template } = what;
  if (what.endsOthers) {
    const actor = { role: 'subject' as const };
    await endOthers(tx, world, { session: holder.session, actor, channel: 'cabinet', which: 'others' });
  }
  const segments = await openSegments(tx, world, subject);
  const to = confirmedAddresses(dataOf(segments));
  await tellAboutSignIn(tx, world, { me: holder.me, subject, template, to });
}

/** Tells a person at their own addresses that something about how they sign in has changed. */
export async function tellAboutSignIn(
  tx: Tx,
  world: World,
  what: {
    readonly me: Me;
    readonly subject: OpenSubject;
    readonly template: MessageTemplate;
    readonly to: readonly { readonly kind: AddressKind; readonly address: string }[];
  },
): Promise<void> {
  const { me, subject, template, to } = what;
  const speaker = speakerOf(subject.record.language, world.law.zone);
  const service = await nameFor(tx, world, { service: me.service, speaker });
  const link = `${world.origin()}/s/${me.service.key}/me/security`;
  const words = messageText(speaker, template, { service, link });
  for (const { kind, address } of to) {
    const channel = kind === 'email' ? ('email' as const) : ('sms' as const);
    await tellSubject(tx, world, { subject, template, message: { channel, to: address, ...words } });
  }
}

/**
 * Signs a person in by address and password. An unknown address, one without a password and a wrong password
 * look the same and take the same work.
 *
 * @throws TooSoon after too many tries at this address or from this place, whether anybody has the address
 */
export async function signInByPassword(
  world: World,
  at: { service: Me['service']; address: string; password: string; from: string; client: string },
): Promise<{ session: string } | { problem: 'address-malformed' | 'password-sign-in-wrong' }> {
  const address = at.address.trim();
  const kind = kindOfAddress(address);
  if (!kind) return { problem: 'address-malformed' };
  const { from } = at;
  const attempt = {
    service: at.service.id,
    what: 'password',
    account: accountOf(kind, address),
    from,
  } as const;
  return attempting(world, attempt, {
    work: () => enterPassword(world, { ...at, kind, address: normalise(kind, address) }),
    right: (outcome) => 'session' in outcome,
  });
}

async function enterPassword(
  world: World,
  at: { service: Me['service']; kind: AddressKind; address: string; password: string; client: string },
): Promise<{ session: string } | { problem: 'password-sign-in-wrong' }> {
  const { id: service } = at.service;
  const digest = digestOf(world, { service, field: at.kind, value: at.address });
  const [id] = await world.store.transaction((tx) => tx.blindIndex.find(service, at.kind, digest));
  const hash = await fittingHash(world, { service, subject: id, password: at.password });
  if (id === undefined || hash === undefined) return { problem: 'password-sign-in-wrong' };
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service, id, mode: 'share' });
    const still = subject && passwordIn(await openSegments(tx, world, subject))?.hash === hash;
    if (!still) return { problem: 'password-sign-in-wrong' };
    const session = await enterCabinet(tx, world, {
      subject,
      client: at.client,
      rule: 'signed-in-by-password',
    });
    return { session };
  });
}
