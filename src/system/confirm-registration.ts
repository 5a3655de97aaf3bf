import { civilDateAt, type Id, type Json, newId } from '../base/index.ts';
import { basePurposes, type Policy } from '../policy/index.ts';
import type { PolicyVersionRecord, ServiceRecord, SubjectRecord, Tx } from '../store/index.ts';
import { newSubjectKeys, wrapSubjectKeys } from '../vault/index.ts';
import { Refused } from './ask.ts';
import { attempting } from './attempts.ts';
import { type CodeWay, provedByCode, storeConsent } from './consents.ts';
import type { Draft } from './draft.ts';
import { dropDraft, takeDraft } from './drafts.ts';
import { record } from './entries.ts';
import { adultsOnly, ageFrom } from './form.ts';
import { holdEpoch } from './key-epochs.ts';
import { offeredBoxes, type RecipientBox } from './offered-recipients.ts';
import { storeLimited } from './open-limited.ts';
import { resealMessages } from './outbox.ts';
import { openSession } from './sessions.ts';
import { type Collecting, decideCollections, refusalIn } from './start-registration.ts';
import { digestOf, type OpenSubject, placeOf, writeValues } from './subjects.ts';
import { headOf, policyVersion, type World } from './world.ts';

/**
 * A new account with its session token and the id of its consent, or why not. Without a consent the account
 * rests on accepted documents alone.
 */
export type Confirmed =
  | { readonly subject: Id; readonly session: string; readonly consent?: Id }
  | { readonly problem: 'code-wrong' | 'code-expired' | 'policy-changed' | 'already-registered' };

/**
 * Second step of a registration: the right code makes, in one commit, the subject with keys, segments, blind
 * indexes, the consent with its evidence and the entries of both acts.
 *
 * @throws TooSoon after too many tries from this place
 * @law 94-V Art. 8(1), 25(2)(5)
 */
export async function confirmRegistration(
  world: World,
  at: { service: ServiceRecord; draft: Id; code: string; from: string; client: string },
): Promise<Confirmed> {
  const { service, draft, from } = at;
  const attempt = { service: service.id, what: 'registration-confirm', account: draft, from } as const;
  return attempting(world, attempt, {
    work: () =>
      register(world, { ...at, way: 'typed' }, async (tx, done) => {
        const { keys, record: row } = done.subject;
        const device = { keys, client: at.client };
        const who = { service: service.id, subject: row.id, role: 'subject' as const, device };
        const session = await openSession(tx, world, who);
        const { consent } = done;
        return { subject: row.id, session, ...(consent !== undefined && { consent }) };
      }),
    right: (outcome) => !('problem' in outcome) || !wrongCodes.includes(outcome.problem),
  });
}

/**
 * The same by a code that came back from the telephone it was sent to: the reply is the consent. Nobody is
 * signed in by it.
 *
 * @returns whether somebody was registered
 * @law 94-V Art. 8(1)
 */
export async function registerByReply(
  world: World,
  at: { service: ServiceRecord; draft: Id; code: string },
): Promise<boolean> {
  const done = await register(world, { ...at, way: 'reply' }, async (_tx, { consent }) => ({ consent }));
  return 'consent' in done && done.consent !== undefined;
}

interface Registered {
  readonly subject: OpenSubject;
  /** Absent where the account rests on accepted documents alone. */
  readonly consent?: Id;
}

type Fault = Extract<Confirmed, { problem: unknown }>;

/** Problems of somebody who may be guessing. */
const wrongCodes: readonly string[] = ['code-wrong', 'code-expired'];

async function register<T>(
  world: World,
  at: { service: ServiceRecord; draft: Id; code: string; way: CodeWay },
  then: (tx: Tx, done: Registered) => Promise<T>,
): Promise<T | Fault> {
  return world.store.transaction(async (tx) => {
    const taken = await takeDraft(tx, world, {
      service: at.service.id,
      draft: at.draft,
      code: at.code,
      kind: 'registration',
    });
    if ('problem' in taken) return taken;
    const head = await headOf(tx, at.service.id);
    if (head.hash !== taken.draft.policyHash) return drop(tx, at, 'policy-changed');
    if (await isTaken(tx, world, { service: at.service.id, draft: taken.draft }))
      return drop(tx, at, 'already-registered');
    const version = await policyVersion(tx, world, { service: at.service.id, hash: head.hash });
    const live = head.status === 'live';
    if (taken.draft.agreements) {
      const limited = await registerLimited(tx, world, {
        ...{ service: at.service, id: at.draft, draft: taken.draft, version, live },
      });
      return limited ? then(tx, { subject: limited }) : drop(tx, at, 'policy-changed');
    }
    const ticked = await tickedBoxes(tx, world, {
      service: at.service.id,
      version,
      live,
      draft: taken.draft,
    });
    if (!ticked) return drop(tx, at, 'policy-changed');
    const { fields, language } = taken.draft;
    const asked = { service: at.service.id, version, live, language };
    const collecting = decideCollections(world, { ...asked, values: new Map(fields) });
    const refusal = refusalIn(collecting);
    if (refusal) throw new Refused(refusal.because);
    const made = await createAccount(tx, world, {
      service: at.service,
      id: at.draft,
      draft: taken.draft,
      version,
      collecting,
      ticked,
      way: at.way,
    });
    return then(tx, made);
  });
}

async function registerLimited(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; id: Id; draft: Draft; version: PolicyVersionRecord; live: boolean },
): Promise<OpenSubject | undefined> {
  const row = newSubjectRow(world, { service: at.service.id, draft: at.draft, policy: at.version.policy });
  return storeLimited(tx, world, { ...at, add: () => addSubject(tx, world, row) });
}

/** The boxes of recipients that were ticked; undefined when one of them is not what it was. */
async function tickedBoxes(
  tx: Tx,
  world: World,
  at: Parameters<typeof offeredBoxes>[2] & { draft: Draft },
): Promise<readonly RecipientBox[] | undefined> {
  const { recipients = [] } = at.draft;
  if (recipients.length === 0) return [];
  const boxes = await offeredBoxes(tx, world, at);
  const ticked = boxes.filter(({ name }) => recipients.includes(name));
  return ticked.length === recipients.length ? ticked : undefined;
}

async function drop(
  tx: Tx,
  at: { service: ServiceRecord; draft: Id },
  problem: 'policy-changed' | 'already-registered',
): Promise<Fault> {
  await dropDraft(tx, { service: at.service.id, id: at.draft });
  return { problem };
}

/** Whether an address of the draft belongs to somebody already; two at once wait for each other. */
async function isTaken(tx: Tx, world: World, at: { service: Id; draft: Draft }): Promise<boolean> {
  const values = new Map(at.draft.fields);
  for (const field of ['email', 'phone'] as const) {
    const value = values.get(field);
    if (!value) continue;
    const digest = digestOf(world, { service: at.service, field, value });
    await tx.blindIndex.claim(at.service, field, digest);
    if ((await tx.blindIndex.find(at.service, field, digest)).length > 0) return true;
  }
  return false;
}

async function createAccount(
  tx: Tx,
  world: World,
  from: {
    service: ServiceRecord;
    id: Id;
    draft: Draft;
    version: PolicyVersionRecord;
    collecting: readonly Collecting[];
    ticked: readonly RecipientBox[];
    way: CodeWay;
  },
): Promise<Registered> {
  const { service, draft, version } = from;
  const subject = await addSubject(
    tx,
    world,
    newSubjectRow(world, { service: service.id, draft, policy: version.policy }),
  );
  await storeGiven(tx, world, { subject, draft, version, collecting: from.collecting });
  const values = new Map(draft.fields);
  const proved = draft.form === 'sms' && provedByCode(values.get('phone') ?? '', from.way);
  const giving = { service, subject, version, values, ...proved };
  const consent = await storeConsent(tx, world, { ...giving, purposes: basePurposes(version.policy) });
  for (const purpose of draft.optional) await storeConsent(tx, world, { ...giving, purposes: [purpose] });
  for (const { recipient, abroad, purposes } of from.ticked)
    await storeConsent(tx, world, { ...giving, purposes, transfer: { recipient, abroad } });
  await resealMessages(tx, world, { service: service.id, draft: from.id, subject });
  await tx.drafts.remove(service.id, from.id);
  return { subject, consent };
}

/** An entry for each purpose, then the values, each under the entry it was collected by. */
async function storeGiven(
  tx: Tx,
  world: World,
  from: {
    subject: OpenSubject;
    draft: Draft;
    version: PolicyVersionRecord;
    collecting: readonly Collecting[];
  },
): Promise<void> {
  const { subject, draft, version } = from;
  const entries = new Map<string, Id>();
  for (const collecting of from.collecting) {
    const entry = await recordCollection(tx, world, { subject, draft, version, collecting });
    for (const category of collecting.categories) entries.set(category, entry);
  }
  const at = world.now();
  const writings = draft.fields.map(([category, value]) => {
    const status = category === draft.contact ? ('confirmed' as const) : ('stated' as const);
    const entry = entries.get(category) as Id;
    const stored = { value, giver: 'subject', source: 'registration', at, status, entry };
    return { category, ...placeOf(version.policy, category), value: stored };
  });
  await writeValues(tx, world, { subject, segments: [], writings });
}

function recordCollection(
  tx: Tx,
  world: World,
  from: { subject: OpenSubject; draft: Draft; version: PolicyVersionRecord; collecting: Collecting },
): Promise<Id> {
  const { subject, draft, version, collecting } = from;
  const { purpose, categories, decision } = collecting;
  return record(tx, world, {
    service: subject.service,
    kind: 'collection',
    verb: 'collect',
    outcome: 'allowed',
    actor: { role: 'subject' },
    channel: 'registration',
    purpose,
    categories,
    policy: version.hash,
    because: decision.because,
    subject: { id: subject.record.id, keys: subject.keys },
    record: Object.fromEntries(draft.fields.filter(([category]) => categories.includes(category))) as Json,
  });
}

function newSubjectRow(world: World, from: { service: Id; draft: Draft; policy: Policy }): SubjectRecord {
  const now = world.now();
  const age = ageFrom(new Map(from.draft.fields), civilDateAt(now, world.law.zone));
  return {
    service: from.service,
    id: newId(now, world.crypto.random),
    kind: 'user',
    version: 1,
    policyHash: from.draft.policyHash,
    language: from.draft.language,
    createdAt: now,
    ...(adultsOnly(from.policy) && age !== undefined && { adult: age >= 18 }),
  };
}

/** Stores a subject row with fresh keys wrapped under the newest epoch of the service. */
export async function addSubject(tx: Tx, world: World, row: SubjectRecord): Promise<OpenSubject> {
  const keys = newSubjectKeys(world.crypto);
  const at = { service: row.service, subject: row.id, ...(await holdEpoch(tx, world, row.service)) };
  await tx.subjects.insert(row);
  await tx.subjectKeys.insert(row.service, row.id, wrapSubjectKeys(keys, at, world.crypto));
  return { service: row.service, record: row, keys };
}
