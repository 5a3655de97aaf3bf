import { equalBytes, type Id, isId, KepilError, newId } from '../base/index.ts';
import { longestWindow } from '../incidents/index.ts';
import { deletionPreview } from '../retention/index.ts';
import type {
  ActRecord,
  EpochRecord,
  RequestRecord,
  ServiceRecord,
  SweepRecord,
  Tx,
} from '../store/index.ts';
import { ask, decided, Refused } from './ask.ts';
import { actingAs, declaredCategories, type Me, openOwn } from './cabinet.ts';
import { actorOf, byClerk, type Clerk } from './clerk.ts';
import { record } from './entries.ts';
import { recoverableUntil } from './key-epochs.ts';
import { queueOrders } from './orders.ts';
import { arrivingMs } from './put-file.ts';
import { newToken } from './sessions.ts';
import { secretDigest } from './subjects.ts';
import type { World } from './world.ts';

/** How long the link to the act works: the person keeps the page, not us. */
export const actDays = 30;

/** Jobs one sweep takes on. */
const jobsAtOnce = 100;

/** What would go and what would stay and why, before anything is done. */
export async function previewDestruction(world: World, me: Me) {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const consents = await tx.consents.list(me.service.id, me.subject);
    const held = [...own.data.keys()].map((category) => ({ category, retention: 'ordinary' as const }));
    const visited = (await tx.visits.ofSubject(me.service.id, me.subject, { limit: 1 })).length > 0;
    return { own, consents, visited, preview: deletionPreview({ held }, world.law) };
  });
}

/**
 * Destroys a person's account at their own demand: in one commit the wrapped keys go, with the pseudonym key,
 * the entry and the act, and whatever tied entries of the log to the person; from then on nothing of theirs
 * opens. The sweep removes the rest.
 *
 * @returns the act and the secret of its page
 * @throws Refused when the gate says no, such as while the data are blocked
 * @law 94-V Art. 18, 24(1)(4); DC Art. 41
 */
export async function destroyAccount(world: World, me: Me): Promise<{ act: Id; token: string }> {
  return decided(world, async (tx) => {
    const asked = await ask(
      tx,
      world,
      {
        ...actingAs(me),
        verb: 'destroy',
        service: me.service.id,
        subject: me.subject,
        categories: [],
        purpose: 'subject_rights',
        channel: 'cabinet',
      },
      { mode: 'update', unopened: true, whole: true },
    );
    if (!asked.subject || !asked.entry) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    if (!asked.decision.allowed) throw new Refused(asked.decision.because, asked.entry);
    return cutKeys(tx, world, { service: me.service.id, subject: me.subject, entry: asked.entry });
  });
}

/**
 * Destroys a person's account in the matter of a request: of whoever speaks for a child. As `destroyAccount`,
 * but nobody gets a link to the act.
 *
 * @throws Refused when the gate says no
 * @law 94-V Art. 18
 */
export async function destroyInMatter(
  tx: Tx,
  world: World,
  what: { clerk: Clerk; row: RequestRecord; subject: Id },
): Promise<Id> {
  const { clerk, row, subject } = what;
  const who = { service: row.service, subject };
  const request = {
    actor: actorOf(clerk),
    verb: 'destroy' as const,
    ...who,
    categories: await declaredCategories(tx, world, who),
    purpose: 'destruction',
    channel: 'console' as const,
    matter: row.id,
  };
  const { decision, entry } = await ask(tx, world, request, {
    mode: 'update',
    unopened: true,
    ...byClerk(clerk),
  });
  if (!decision.allowed) throw new Refused(decision.because, entry);
  if (!entry) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  return cut(tx, world, { ...who, entry, at: world.now() });
}

async function cutKeys(tx: Tx, world: World, what: Cutting): Promise<{ act: Id; token: string }> {
  const now = world.now();
  const [waiting, act] = await Promise.all([
    tx.retention.deletions.get(what.service, what.subject),
    cut(tx, world, { ...what, at: now }),
  ]);
  // The link that was sent leads to an act that will not be written.
  if (waiting) await tx.tickets.remove(what.service, 'act', waiting.act);
  const token = newToken(world);
  await tx.tickets.insert({
    service: what.service,
    purpose: 'act',
    id: act,
    digest: secretDigest(world, { service: what.service, context: `act:${act}`, secret: token }),
    attempts: 0,
    createdAt: now,
    expiresAt: now + actDays * 86_400_000,
  });
  return { act, token };
}

interface Cutting {
  readonly service: Id;
  readonly subject: Id;
  /** Of the destruction. */
  readonly entry: Id;
}

/**
 * Takes what a destruction takes at once, orders whoever holds copies to destroy them, writes the act and
 * leaves the rest to the sweep. Precondition: the gate allowed it, in `entry`. `act`: its id, where it was
 * promised beforehand.
 *
 * @returns the act
 */
export async function cut(
  tx: Tx,
  world: World,
  what: Cutting & { readonly at: number; readonly act?: Id },
): Promise<Id> {
  const act = what.act ?? newId(world.now(), world.crypto.random);
  const { service, subject, at } = what;
  // All of it goes out at once and is done in this order: what was handed on is read before it goes.
  const [orders, { epoch, disclosures, files, links, ...taken }, epochs] = await Promise.all([
    queueOrders(tx, world, { ...what, kind: 'destroy' }),
    tx.destruction.cut(service, subject),
    tx.epochs.list(service),
    // Nobody vouches any more for whom they named: from here on nothing is done with those data.
    tx.mentions.endOf(service, subject, at),
    // Nor does anybody act for them.
    tx.representations.endOf(service, subject, at),
    // Nor does whoever named them keep their address.
    tx.mentions.end(service, subject, { at, refused: false }),
  ]);
  const more = {
    ...counted('files', files),
    ...counted('disclosures', disclosures),
    ...counted('orders', orders),
  };
  const counts = { keys: 1, ...taken, ...more, links };
  const until = recoverableIn(world, { epochs, epoch });
  await tx.destruction.insertAct({ service, id: act, decidedAt: at, counts, entry: what.entry, ...until });
  await tx.destruction.enqueue({ service, subject, act });
  return act;
}

/** What an act says of the time until which old copies could still give something away. */
function recoverableIn(
  world: World,
  of: { epochs: readonly EpochRecord[]; epoch: number | undefined },
): Pick<ActRecord, 'epoch' | 'recoverableUntil'> {
  const held = of.epochs.find(({ epoch }) => epoch === of.epoch);
  if (!held) return {};
  return { epoch: held.epoch, recoverableUntil: recoverableUntil(held.beganAt, world.now()) };
}

/** A count of what not everybody has: nothing where there was none. */
function counted(name: string, n: number): Readonly<Record<string, number>> {
  return n > 0 ? { [name]: n } : {};
}

/** The act a person was shown, for whoever holds its link. @throws KepilError `ERR_NOT_FOUND` */
export async function actOf(
  world: World,
  at: { service: ServiceRecord; act: string; token: string },
): Promise<ActRecord> {
  return world.store.transaction(async (tx) => {
    const ticket = isId(at.act) ? await tx.tickets.lock(at.service.id, 'act', at.act) : undefined;
    const given = secretDigest(world, { service: at.service.id, context: `act:${at.act}`, secret: at.token });
    if (!ticket || ticket.expiresAt <= world.now() || !equalBytes(ticket.digest, given))
      throw new KepilError('ERR_NOT_FOUND', 'not-found');
    const act = await tx.destruction.act(at.service.id, at.act);
    if (!act) throw new KepilError('ERR_NOT_FOUND', 'act-waits');
    return act;
  });
}

/**
 * Sweeps what destructions left: rows, links, messages; one job a transaction, so that a crash leaves each
 * job either done or still to do. Closes each act with its counts and an entry of the sweep. A job that fails
 * is told of and waits for the next time; the others go on.
 *
 * @returns how many jobs were finished
 */
export async function sweepDestroyed(world: World, onFault: (error: Error) => void): Promise<number> {
  const jobs = await world.store.transaction((tx) => tx.destruction.pending(jobsAtOnce));
  let done = 0;
  for (const job of jobs) {
    try {
      await world.store.transaction((tx) => sweepOne(tx, world, job));
      done += 1;
    } catch (error) {
      onFault(error as Error);
    }
  }
  return done;
}

/** What few people have: counted in the act only where there was some. */
const rarely: ReadonlySet<string> = new Set([
  ...['parts', 'letters', 'seals', 'incidents', 'papers'],
  ...['mentions', 'representations', 'acceptances', 'contracts'],
]);

async function sweepOne(tx: Tx, world: World, job: SweepRecord): Promise<void> {
  const { service, subject, act } = job;
  // Two sweepers at once: the second waits here and finds the first one's work done.
  if (!(await tx.subjects.lock(service, subject, 'update'))) return tx.destruction.dequeue(job);
  const [left, before] = await Promise.all([
    removed({
      segments: tx.segments.removeAll(service, subject),
      parts: tx.files.removeAll(service, subject),
      visits: tx.visits.removeAll(service, subject),
      requests: tx.requests.removeAll(service, subject),
      letters: tx.authorityRequests.removeAll(service, subject),
      seals: tx.brokenSeals.removeAll(service, subject),
      obligations: tx.obligations.removeAll(service, subject),
      incidents: tx.incidents.removeAll(service, subject),
      papers: tx.papers.removeAll(service, subject),
      mentions: tx.mentions.removeAll(service, subject),
      representations: tx.representations.removeAll(service, subject),
      claims: tx.requests.forgetAbout(service, subject),
      messages: tx.messages.removeAll(service, subject),
      tickets: summed([
        tx.tickets.removeOf(service, 'sign-in', subject),
        tx.tickets.removeOf(service, 'proof', subject),
        tx.tickets.removeOf(service, 'guardian', subject),
      ]),
      blocks: tx.blocks.removeAll(service, subject),
      mailings: summed([tx.campaigns.removeAll(service, subject), tx.optOuts.removeAll(service, subject)]),
      choices: tx.changes.removeAll(service, subject),
      acceptances: tx.agreements.removeAll(service, subject),
      contracts: tx.contracts.removeAll(service, subject),
      holds: tx.retention.holds.removeAll(service, subject),
      destroyed: tx.retention.destroyed.removeAll(service, subject),
      deletions: tx.retention.deletions.remove(service, subject),
      accounts: tx.subjects.remove(service, subject),
    }),
    tx.destruction.act(service, act),
  ]);
  const swept = Object.fromEntries(Object.entries(left).filter(([name, n]) => n > 0 || !rarely.has(name)));
  const counts = { ...before?.counts, ...swept };
  await Promise.all([
    tx.destruction.closeAct(service, act, world.now(), counts),
    tx.destruction.dequeue(job),
  ]);
  await record(tx, world, {
    service,
    kind: 'sweep',
    verb: 'destroy',
    outcome: 'done',
    actor: { role: 'system' },
    channel: 'job',
    because: [{ rule: 'destruction-swept', article: '94-V Art. 18' }],
    matter: act,
    counts,
  });
}

/** How many rows each took. */
async function removed<Name extends string>(
  asked: Readonly<Record<Name, Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(asked) as Name[];
  const counts = await Promise.all(names.map((name) => asked[name]));
  return Object.fromEntries(names.map((name, n) => [name, counts[n] ?? 0])) as Record<Name, number>;
}

async function summed(asked: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(asked)).reduce((sum, n) => sum + n, 0);
}

/** Removes drafts, tickets, sessions and counts of tries whose time is over. @returns how many drafts went */
export async function sweepExpired(world: World): Promise<number> {
  return world.store.transaction(async (tx) => {
    const now = world.now();
    await tx.tickets.sweep(now);
    await tx.sessions.sweep(now);
    await tx.attempts.sweep(now);
    await tx.optOuts.sweepSuppressed(now);
    await tx.reading.sweep(now - longestWindow * 60_000);
    await tx.files.sweepArriving(now - arrivingMs);
    return tx.drafts.sweep(now);
  });
}
