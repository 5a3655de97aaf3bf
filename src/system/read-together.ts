import { type Id, KepilError } from '../base/index.ts';
import { type GateRequest, mandatesAsked } from '../gate/index.ts';
import type {
  ApiKeyRecord,
  Gathered,
  GatheredKey,
  GatheredSubject,
  PendingEntry,
  PolicyVersionRecord,
  SubjectKeyRecord,
} from '../store/index.ts';
import { refuseSpent } from './api-keys.ts';
import { decideOn, occurrenceOf } from './ask.ts';
import { pendingOf } from './entries.ts';
import { factsOf } from './facts.ts';
import { answerOf, type ReadAnswer } from './read-answer.ts';
import { type OpenSegment, type OpenSubject, opened, SealBroken, subjectWith } from './subjects.ts';
import { versionOnShelf } from './version-for.ts';
import { inForceOf, type World } from './world.ts';

/** A read by an API key that names no matter. */
export interface KeyRead {
  readonly world: World;
  readonly key: Pick<ApiKeyRecord, 'id' | 'service'>;
  readonly request: GateRequest;
  /** Reads it in a transaction of its own. */
  alone(): Promise<ReadAnswer>;
}

interface Waiting extends KeyRead {
  resolve(answer: ReadAnswer): void;
  reject(error: unknown): void;
}

/**
 * Reads together with whoever reads at the same time: those that come while groups are under way make up the
 * next one. Each gets a decision and an entry of its own, and its answer once the entries of the group are
 * durable.
 *
 * INVARIANT: what becomes of one touches no other. Who is locked by somebody else, or cannot be decided from
 * what was gathered, is read alone; so is everybody when the group as a whole left nothing.
 * @throws what the read alone would throw
 */
export function readTogether(ask: KeyRead): Promise<ReadAnswer> {
  const { world, key } = ask;
  return new Promise((resolve, reject) => {
    world.reads.join<Waiting>({
      place: [world, key.service],
      member: { ...ask, resolve, reject },
      run: (group) => readGroup(world, group),
    });
  });
}

/** Never rejects: each of the group is told what became of it. */
async function readGroup(world: World, group: readonly Waiting[]): Promise<void> {
  const ask = {
    service: (group[0] as Waiting).key.service,
    subjects: [...new Set(group.map(({ request }) => request.subject))],
    keys: [...new Set(group.map(({ key }) => key.id))],
  };
  let outcomes: readonly Outcome[] | undefined;
  try {
    await world.store.gather(ask, (gathered) => {
      outcomes = outcomesIn(world, gathered, group);
      return outcomes.flatMap(({ entry }) => entry ?? []);
    });
  } catch (error) {
    const unsure = outcomes !== undefined && isUnavailable(error);
    for (const one of group) unsure ? one.reject(error) : readAlone(one);
    return;
  }
  for (const { tell } of outcomes ?? []) tell();
}

/** Whether the connection was lost: with it the word whether the commit came through. */
function isUnavailable(error: unknown): boolean {
  return error instanceof KepilError && error.code === 'ERR_STORE_UNAVAILABLE';
}

function readAlone(one: Waiting): void {
  one.alone().then(one.resolve, one.reject);
}

/** What is to be done once the entries are durable. */
interface Outcome {
  readonly entry?: PendingEntry;
  tell(): void;
}

/** Decides for each of the group by itself: one that fails is told so, and leaves no entry. */
function outcomesIn(world: World, gathered: Gathered, group: readonly Waiting[]): readonly Outcome[] {
  const head = inForceOf(gathered.heads);
  const people = new Map<Id, Person>();
  for (const [id, row] of gathered.subjects) {
    const { keys: wrapped } = row;
    if (wrapped) people.set(id, { row, open: once(() => openPerson(world, { ...row, wrapped })) });
  }
  return group.map((one): Outcome => {
    const person = people.get(one.request.subject);
    const key = gathered.keys.get(one.key.id);
    const version = head && person && versionOnShelf(world, { head, hash: person.row.record.policyHash });
    const alone = { tell: () => readAlone(one) };
    if (!head || !person || !key || !version || dependsOnMore(person, version)) return alone;
    try {
      refuseSpent(key, world.now());
      const live = head.status === 'live';
      const { answer, entry } = decideOne(world, one, { person, key, version, live, terms: gathered.terms });
      return { entry, tell: () => one.resolve(answer) };
    } catch (error) {
      // What is broken is recorded where it is met, beside the refusal.
      return error instanceof SealBroken ? alone : { tell: () => one.reject(error) };
    }
  });
}

/** Whether a decision depends on what no group gathers: what others said, decisions of representatives. */
function dependsOnMore({ row }: Person, { policy }: PolicyVersionRecord): boolean {
  return row.record.kind === 'mentioned' || mandatesAsked(policy) !== undefined;
}

interface Person {
  readonly row: GatheredSubject;
  /** @throws KepilError when keys or segments do not open */
  readonly open: () => { readonly subject: OpenSubject; readonly segments: readonly OpenSegment[] };
}

function openPerson(world: World, row: GatheredSubject & { readonly wrapped: SubjectKeyRecord }) {
  const subject = subjectWith(world, row);
  return { subject, segments: row.segments.map((segment) => opened(world, subject, segment)) };
}

function decideOne(
  world: World,
  { request }: KeyRead,
  by: { person: Person; key: GatheredKey; version: PolicyVersionRecord; live: boolean } & Pick<
    Gathered,
    'terms'
  >,
): { readonly answer: ReadAnswer; readonly entry: PendingEntry } {
  const { person, version, live } = by;
  const { subject, segments } = person.open();
  const asking = { grant: { purposes: by.key.purposes, categories: by.key.categories } };
  const read = { ...person.row, terms: by.terms, holds: [], matters: [] };
  const facts = factsOf(world, { version, live, known: true, segments, read, keys: subject.keys });
  const { decision } = decideOn(world, { request, facts, asking });
  const entry = pendingOf(world, occurrenceOf(world, { request, decision, version, asking, subject }));
  const { destroyed } = person.row;
  return {
    entry,
    answer: answerOf(request, { decision, entry: entry.id, known: true, segments, destroyed }),
  };
}

/** `make` at the first call; what it made, or threw, at every later one. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    made ??= attempt(make);
    if ('error' in made) throw made.error;
    return made.value;
  };
}

function attempt<T>(make: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}
