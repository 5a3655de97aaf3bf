import { type Id, type Json, KepilError, newId, type Problem, utf8 } from '../base/index.ts';
import type { MentionFact } from '../consent/index.ts';
import { decide, type GateRequest } from '../gate/index.ts';
import { messageText } from '../notice/index.ts';
import type { Policy } from '../policy/index.ts';
import type { MentionRecord, PolicyVersionRecord, Tx } from '../store/index.ts';
import { maskValue, sealBytes } from '../vault/index.ts';
import type { Speaker } from '../words/index.ts';
import { decided, factsFor, Refused, recordDecision } from './ask.ts';
import { countAttempt } from './attempts.ts';
import { type Me, type OwnView, openOwn } from './cabinet.ts';
import { nameFor } from './looks.ts';
import { type CheckedMention, checkMention, type MentionForm } from './mention-form.ts';
import { mentionToken } from './mention-link.ts';
import { addSubject } from './new-subject.ts';
import { tellSubject } from './outbox.ts';
import { digestOf, type OpenSubject, placeOf, writeValues } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { headOf, type World } from './world.ts';

/** What is sealed of a mention for its giver. */
export const mentionContext = (id: Id) => `mention:${id}`;

/** What came of naming somebody. */
export type Named = { readonly mention: Id } | { readonly problems: readonly Problem[] };

/**
 * Takes the data of another person from somebody who is signed in and confirms that this person agreed. The
 * person becomes a subject of a kind of their own, with keys of their own, and is told at once how to refuse.
 * The confirmation is kept as what it is: the word of another, no consent.
 *
 * @throws TooSoon when somebody names too many
 * @throws Refused when the gate says no
 * @law 94-V Art. 7(1), 94-V Art. 25(2)(5)
 */
export async function nameSomebody(
  world: World,
  me: Me,
  what: { form: MentionForm; speaker: Speaker; from: string },
): Promise<Named> {
  const first = checkMention(await policyOf(world, me), what.form);
  if ('problems' in first) return first;
  const attempt = { service: me.service.id, what: 'naming', account: me.subject, from: what.from } as const;
  await countAttempt(world, attempt);
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me, 'update');
    if (own.subject.record.kind === 'applicant') throw new KepilError('ERR_CONFLICT', 'consent-pending');
    const checked = checkMention(own.version.policy, what.form);
    if ('problems' in checked) return checked;
    const { category: field, value } = checked.address;
    const digest = digestOf(world, { service: me.service.id, field, value });
    const problem = await standsAgainst(tx, { me, own, checked, digest });
    if (problem) return { problems: [{ code: problem, severity: 'error', field: 'address' }] };
    const naming = { me, own, checked, digest, purpose: what.form.purpose, speaker: what.speaker };
    return { mention: await store(tx, world, naming) };
  });
}

/** The policy that holds for somebody. */
function policyOf(world: World, me: Me): Promise<Policy> {
  return world.store.transaction(async (tx) => {
    const subject = await tx.subjects.get(me.service.id, me.subject);
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    const head = await headOf(tx, me.service.id);
    return (await versionFor(tx, world, { head, hash: subject.policyHash })).policy;
  });
}

interface Naming {
  readonly me: Me;
  readonly own: OwnView;
  readonly checked: CheckedMention;
  readonly digest: Uint8Array;
  readonly purpose: string;
  readonly speaker: Speaker;
}

/** Why somebody may not be named: they refused this giver once, are named already, or are the giver. */
async function standsAgainst(
  tx: Tx,
  { me, own, checked, digest }: Pick<Naming, 'me' | 'own' | 'checked' | 'digest'>,
): Promise<string | undefined> {
  const { category, value } = checked.address;
  if (own.data.get(category)?.[0]?.value === value) return 'mention-oneself';
  const rows = await tx.mentions.ofGiver(me.service.id, me.subject);
  const same = rows.filter((row) => Buffer.compare(row.digest, digest) === 0);
  if (same.some(({ refused }) => refused)) return 'mention-refused-before';
  return same.some(({ endedAt }) => endedAt === undefined) ? 'mention-known' : undefined;
}

async function store(tx: Tx, world: World, naming: Naming): Promise<Id> {
  const { me, own, checked, purpose } = naming;
  const now = world.now();
  const [id, mentioned] = [newId(now, world.crypto.random), newId(now, world.crypto.random)];
  const categories = [...checked.values.keys()];
  const fact: MentionFact = { id, giver: me.subject, purpose, categories };
  const request: GateRequest = {
    actor: { role: 'subject', id: me.subject },
    verb: 'collect',
    service: me.service.id,
    subject: mentioned,
    categories,
    purpose,
    channel: 'cabinet',
    giver: me.subject,
  };
  const { version } = own;
  const live = (await headOf(tx, me.service.id)).status === 'live';
  const facts = await factsFor(tx, world, { request, version, live, segments: [] });
  const decision = decide(request, { ...facts, mentioning: fact }, world.law);
  if (!decision.allowed) throw new Refused(decision.because);
  const subject = await addSubject(tx, world, {
    service: me.service.id,
    id: mentioned,
    kind: 'mentioned',
    version: 1,
    policyHash: version.hash,
    language: naming.speaker.language,
    createdAt: now,
  });
  const entry = await recordDecision(tx, world, {
    ...{ request, decision, version, subject },
    asking: {
      actorKeys: own.subject.keys,
      record: { values: Object.fromEntries(checked.values), giver: me.subject, way: checked.way } as Json,
    },
  });
  await keepValues(tx, world, { subject, version, checked, giver: me.subject, entry });
  await tx.mentions.insert(me.service.id, rowOf(world, { id, mentioned, categories, naming }));
  await tellNamed(tx, world, { subject, naming });
  return id;
}

function rowOf(
  world: World,
  of: { id: Id; mentioned: Id; categories: readonly string[]; naming: Naming },
): MentionRecord {
  const { id, mentioned, categories, naming } = of;
  const { me, own, checked, digest, purpose } = naming;
  const masked = utf8(maskValue(checked.address.category, checked.address.value));
  return {
    ...{ id, mentioned, categories, purpose, digest },
    giver: me.subject,
    way: checked.way,
    givenAt: world.now(),
    refused: false,
    sealed: sealBytes(own.subject.keys.subjectKey, mentionContext(id), masked, world.crypto),
  };
}

async function keepValues(
  tx: Tx,
  world: World,
  from: {
    subject: OpenSubject;
    version: PolicyVersionRecord;
    checked: CheckedMention;
    giver: Id;
    entry: Id;
  },
): Promise<void> {
  const { subject, version, checked, giver, entry } = from;
  const stored = { giver, source: 'named', at: world.now(), status: 'stated' as const, entry };
  const writings = [...checked.values].map(([category, value]) => ({
    category,
    ...placeOf(version.policy, category),
    value: { ...stored, value },
  }));
  await writeValues(tx, world, { subject, segments: [], writings });
}

/** Tells the person that they were named, for what, and where they refuse. */
async function tellNamed(
  tx: Tx,
  world: World,
  { subject, naming }: { subject: OpenSubject; naming: Naming },
): Promise<void> {
  const { me, checked, speaker, purpose } = naming;
  const { service } = me;
  const { category, value } = checked.address;
  const params = {
    service: await nameFor(tx, world, { service, speaker }),
    data: speaker.list([...checked.values.keys()].map((key) => speaker.label('data_categories', key))),
    purposes: speaker.label('purposes', purpose),
    link: `${world.origin()}/s/${service.key}/named/${mentionToken(world, service.id, subject.record.id)}`,
  };
  const text = messageText(speaker, 'named', params);
  const channel = category === 'email' ? ('email' as const) : ('sms' as const);
  await tellSubject(tx, world, { subject, template: 'named', message: { channel, to: value, ...text } });
}
