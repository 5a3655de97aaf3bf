import type { Id } from '../base/index.ts';
import { basePurposes } from '../policy/index.ts';
import type { PolicyVersionRecord, ServiceRecord, Tx } from '../store/index.ts';
import { applyOnPaper } from './applicants.ts';
import { Refused } from './ask.ts';
import { attempting } from './attempts.ts';
import { type CodeWay, provedByCode, storeConsent } from './consents.ts';
import type { Draft } from './draft.ts';
import { dropDraft, takeDraft } from './drafts.ts';
import { askGuardian, type WaitsForGuardian, waitsUnder } from './guardian-ask.ts';
import { addSubject, isTaken, newSubjectRow, storeGiven } from './new-subject.ts';
import { offeredBoxes, type RecipientBox } from './offered-recipients.ts';
import { storeLimited } from './open-limited.ts';
import { resealMessages } from './outbox.ts';
import { openSession } from './sessions.ts';
import { type Collecting, decideCollections, refusalIn } from './start-registration.ts';
import type { OpenSubject } from './subjects.ts';
import { headOf, policyVersion, type World } from './world.ts';

/**
 * A new account with its session token and what it rests on, or why not.
 */
export type Confirmed =
  | ({ readonly subject: Id; readonly session: string } & Rested)
  | WaitsForGuardian
  | {
      readonly problem:
        | 'code-wrong'
        | 'code-expired'
        | 'policy-changed'
        | 'already-registered'
        | 'guardian-waits';
    };

/** The consent, or the application that is to be signed; neither: accepted documents alone. */
interface Rested {
  readonly consent?: Id;
  readonly paper?: Id;
}

/**
 * Second step of a registration: the right code makes, in one commit, the subject with keys, segments, blind
 * indexes, the consent with its evidence and the entries of both acts; of a minor it keeps what was sent
 * until a representative consents.
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
        const { subject: _, ...rested } = done;
        return { subject: row.id, session: await openSession(tx, world, who), ...rested };
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

type Registered = { readonly subject: OpenSubject } & Rested;

type Fault = Extract<Confirmed, { problem: unknown }>;
/** What confirms nobody yet: something is wrong, or a representative is to be asked. */
type Otherwise = Fault | WaitsForGuardian;

/** Problems of somebody who may be guessing. */
const wrongCodes: readonly string[] = ['code-wrong', 'code-expired'];

async function register<T>(
  world: World,
  at: { service: ServiceRecord; draft: Id; code: string; way: CodeWay },
  then: (tx: Tx, done: Registered) => Promise<T>,
): Promise<T | Otherwise> {
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
    if (await isTaken(tx, world, { service: at.service.id, fields: taken.draft.fields }))
      return drop(tx, at, 'already-registered');
    const waits = await forGuardian(tx, world, { at, draft: taken.draft });
    if (waits) return waits;
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
    const from = { service: at.service, id: at.draft, draft: taken.draft, version };
    const made =
      taken.draft.form === 'written_scan'
        ? await applyOnPaper(tx, world, { ...from, live })
        : await createAccount(tx, world, { ...from, collecting, ticked, way: at.way });
    await resealMessages(tx, world, { service: at.service.id, draft: at.draft, subject: made.subject });
    await tx.drafts.remove(at.service.id, at.draft);
    return then(tx, made);
  });
}

/** Of a minor: who may consent is asked. Nobody comes in under an address for which somebody is asked. */
async function forGuardian(
  tx: Tx,
  world: World,
  { at, draft }: { at: { service: ServiceRecord; draft: Id }; draft: Draft },
): Promise<Otherwise | undefined> {
  const { guardian } = draft;
  const what = { service: at.service, id: at.draft, draft };
  if (guardian) return askGuardian(tx, world, { ...what, guardian });
  return (await waitsUnder(tx, world, what)) ? drop(tx, at, 'guardian-waits') : undefined;
}

async function registerLimited(
  tx: Tx,
  world: World,
  at: { service: ServiceRecord; id: Id; draft: Draft; version: PolicyVersionRecord; live: boolean },
): Promise<OpenSubject | undefined> {
  const { policy } = at.version;
  const row = newSubjectRow(world, { service: at.service.id, draft: at.draft, policy, kind: 'user' });
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
  problem: 'policy-changed' | 'already-registered' | 'guardian-waits',
): Promise<Fault> {
  await dropDraft(tx, { service: at.service.id, id: at.draft });
  return { problem };
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
    newSubjectRow(world, { service: service.id, draft, policy: version.policy, kind: 'user' }),
  );
  await storeGiven(tx, world, { subject, draft, version, collecting: from.collecting });
  const values = new Map(draft.fields);
  const proved = draft.form === 'sms' && provedByCode(values.get('phone') ?? '', from.way);
  const giving = { service, subject, version, values, ...proved };
  const consent = await storeConsent(tx, world, { ...giving, purposes: basePurposes(version.policy) });
  for (const purpose of draft.optional) await storeConsent(tx, world, { ...giving, purposes: [purpose] });
  for (const { recipient, abroad, purposes } of from.ticked)
    await storeConsent(tx, world, { ...giving, purposes, transfer: { recipient, abroad } });
  return { subject, consent };
}
