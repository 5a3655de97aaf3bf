import { type Id, isId, KepilError, type Language, textOf } from '../base/index.ts';
import type { Because } from '../gate/index.ts';
import { messageText } from '../notice/index.ts';
import { categories } from '../policy/index.ts';
import type { MentionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { maskValue, openBytes } from '../vault/index.ts';
import { speakerOf } from '../words/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { declaredCategories, type Me, openOwn } from './cabinet.ts';
import { cut } from './destroy.ts';
import { nameFor } from './looks.ts';
import { mentionContext } from './mention.ts';
import { mentionPurposes } from './mention-form.ts';
import { readMentionToken } from './mention-link.ts';
import { tellSubject } from './outbox.ts';
import { dataOf, type OpenSubject, openSegments, openSubject } from './subjects.ts';
import type { World } from './world.ts';

/** The reason of a destruction that a person who was named asked for: a restoration does it again. */
export const namedRefused = 'named-refused';

/** What a person who was named sees behind the link: data, masked, with what they were given for. */
export interface ShownMention {
  readonly language: Language;
  /** Number of the act of giving; who it was a court is told. */
  readonly id: Id;
  readonly givenAt: number;
  readonly purpose: string;
  readonly values: readonly { readonly category: string; readonly masked: string }[];
}

/**
 * What is held of somebody who was named, for whoever has the link. Looking changes nothing.
 *
 * @returns undefined when it was destroyed
 * @throws KepilError `ERR_NOT_FOUND` when it is no link of this service
 * @throws Refused when the gate says no
 * @law 94-V Art. 24(1)(1)
 */
export async function showMention(
  world: World,
  service: ServiceRecord,
  token: string,
): Promise<ShownMention | undefined> {
  const id = readMentionToken(world, service.id, token);
  if (!id) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return decided(world, async (tx) => {
    const mention = (await tx.mentions.ofMentioned(service.id, id)).find((row) => row.endedAt === undefined);
    if (!mention) return undefined;
    const asked = await ask(tx, world, acting(service.id, mention, 'read'), { mode: 'share' });
    if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
    const values = [...dataOf(asked.segments)].flatMap(([category, [held]]) =>
      held ? [{ category, masked: maskValue(categories[category]?.input ?? 'text', held.value) }] : [],
    );
    const language = asked.subject?.record.language ?? 'ru';
    return { language, id: mention.id, givenAt: mention.givenAt, purpose: mention.purpose, values };
  });
}

const acting = (service: Id, { mentioned, categories }: MentionRecord, verb: 'read' | 'destroy') => ({
  actor: { role: 'subject' as const, id: mentioned },
  verb,
  ...{ service, subject: mentioned, categories, purpose: 'subject_rights' },
  channel: 'cabinet' as const,
});

/**
 * Refuses by the link: the person's data are destroyed in this commit, the giver is told and cannot name them
 * again. A second time nothing more happens.
 *
 * @throws KepilError `ERR_NOT_FOUND` when it is no link of this service
 * @throws Refused when the gate says no, such as while the data are blocked
 * @law 94-V Art. 18, 94-V Art. 24(1)(4)
 */
export async function refuseMention(world: World, service: ServiceRecord, token: string): Promise<void> {
  const id = readMentionToken(world, service.id, token);
  if (!id) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  await decided(world, async (tx) => {
    const [mention] = await tx.mentions.ofMentioned(service.id, id);
    if (!mention || mention.endedAt !== undefined) return;
    const giver = await openSubject(tx, world, { service: service.id, id: mention.giver, mode: 'update' });
    const because = [{ rule: namedRefused, article: '94-V Art. 24(1)(4)' }];
    const gone = await destroyNamed(tx, world, { request: acting(service.id, mention, 'destroy'), because });
    if (gone === 'nothing') return;
    await tx.mentions.end(service.id, id, { at: world.now(), refused: true });
    if (giver) await tellGiver(tx, world, { service, giver });
  });
}

/** Destroys whoever was named, as the gate allows. @throws Refused */
async function destroyNamed(
  tx: Tx,
  world: World,
  what: { request: Parameters<typeof ask>[2]; because: readonly Because[] },
): Promise<'destroyed' | 'nothing'> {
  const { request, because } = what;
  const { subject, decision, entry } = await ask(tx, world, request, { mode: 'update', because });
  if (!subject) return 'nothing';
  if (!decision.allowed) throw new Refused(decision.because, entry);
  const at = world.now();
  await cut(tx, world, { service: request.service, subject: request.subject, entry: entry as Id, at });
  return 'destroyed';
}

/** Tells the giver that somebody they named refused; which one they see in their cabinet. */
async function tellGiver(
  tx: Tx,
  world: World,
  { service, giver }: { service: ServiceRecord; giver: OpenSubject },
): Promise<void> {
  const data = dataOf(await openSegments(tx, world, giver));
  const channel = data.has('email') ? ('email' as const) : ('sms' as const);
  const to = data.get(channel === 'email' ? 'email' : 'phone')?.[0]?.value;
  if (!to) return;
  const speaker = speakerOf(giver.record.language, world.law.zone);
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    link: `${world.origin()}/s/${service.key}/me/others`,
  };
  const message = { channel, to, ...messageText(speaker, 'named-refused', params) };
  await tellSubject(tx, world, { subject: giver, template: 'named-refused', message });
}

/** A person one named, as one is shown them. */
export interface MyMention {
  readonly id: Id;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly givenAt: number;
  /** Masked; absent once it ended. */
  readonly address?: string;
  readonly endedAt?: number;
  readonly refused: boolean;
}

/** Whom somebody named, newest first, and for what one may name others. */
export async function myMentions(
  world: World,
  me: Me,
): Promise<{ rows: readonly MyMention[]; purposes: readonly string[] }> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const { policy } = own.version;
    const rows = await tx.mentions.ofGiver(me.service.id, me.subject);
    return {
      purposes: mentionPurposes(policy),
      rows: rows.map((row) => shownRow(world, own.subject, row)),
    };
  });
}

function shownRow(world: World, { keys }: OpenSubject, row: MentionRecord): MyMention {
  const { id, categories, purpose, givenAt, endedAt, refused, sealed } = row;
  const bytes = sealed && openBytes(keys.subjectKey, mentionContext(id), sealed, world.crypto);
  if (sealed && !bytes) throw new KepilError('ERR_VAULT_SEALED', 'segment-refused');
  return {
    ...{ id, categories, purpose, givenAt, refused },
    ...(endedAt !== undefined && { endedAt }),
    ...(bytes && { address: textOf(bytes) }),
  };
}

/**
 * Takes back whom one named: their data are destroyed in this commit. A second time nothing more happens.
 *
 * @throws KepilError `ERR_NOT_FOUND` for a mention of somebody else's
 * @throws Refused when the gate says no
 * @law 94-V Art. 18
 */
export async function takeBackMention(world: World, me: Me, id: string): Promise<void> {
  await decided(world, async (tx) => {
    await openOwn(tx, world, me, 'update');
    const rows = isId(id) ? await tx.mentions.ofGiver(me.service.id, me.subject) : [];
    const mention = rows.find((row) => row.id === id);
    if (!mention) throw new KepilError('ERR_NOT_FOUND', 'not-found');
    if (mention.endedAt !== undefined) return;
    const { mentioned: subject, categories } = mention;
    const request = { ...bySystem, service: me.service.id, subject, categories };
    const because = [{ rule: 'named-taken-back', article: '94-V Art. 18' }];
    await destroyNamed(tx, world, { request, because });
    await tx.mentions.end(me.service.id, subject, { at: world.now(), refused: false });
  });
}

/** So many people whom nobody names any more are looked for at once. */
const strayAtOnce = 100;

/**
 * Destroys the data of people whom nobody names any more: whoever did is gone or withdrew, what they were
 * given for is over. Nothing is done with them from that moment; here they go. What is blocked or held waits.
 *
 * @returns how many went
 * @law 94-V Art. 12(2), 94-V Art. 18
 */
export async function endStrayMentions(world: World, onFault: (error: Error) => void): Promise<number> {
  const stray = await world.store.transaction((tx) => tx.mentions.stray(strayAtOnce));
  let gone = 0;
  for (const at of stray) {
    try {
      await decided(world, (tx) => destroyStray(tx, world, at));
      gone += 1;
    } catch (error) {
      if (!(error instanceof Refused)) onFault(error as Error);
    }
  }
  return gone;
}

async function destroyStray(tx: Tx, world: World, at: { service: Id; subject: Id }): Promise<void> {
  const categories = await declaredCategories(tx, world, at);
  const request = { ...bySystem, ...at, categories };
  await destroyNamed(tx, world, { request, because: [{ rule: 'named-by-nobody', article: '94-V Art. 18' }] });
}

const bySystem = {
  actor: { role: 'system' as const },
  verb: 'destroy' as const,
  purpose: 'destruction',
  channel: 'job' as const,
};
