import { termBegins } from '../agreements/index.ts';
import { type CivilDate, civilDateAt, type Id, nilId } from '../base/index.ts';
import { type ConsentFact, type Decision, decide, type GateFacts, type GateRequest } from '../gate/index.ts';
import { categories as categoryTable, type Policy } from '../policy/index.ts';
import { expiredCategories, type OfficerTerm, withTerms } from '../retention/index.ts';
import type {
  ApiKeyRecord,
  HeldPerson,
  PolicyHeadRecord,
  PolicyVersionRecord,
  ServiceRecord,
  Tx,
} from '../store/index.ts';
import { openSegment, type StoredValue, unwrapSubjectKeys } from '../vault/index.ts';
import { holdKey } from './api-keys.ts';
import { noticeBroken } from './broken-seals.ts';
import { record } from './entries.ts';
import { ageFrom } from './form.ts';
import { mandateFacts } from './mandates.ts';
import { dataOf, placeOf, SealBroken } from './subjects.ts';
import { versionFor } from './version-for.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** The most people of one page of a list. */
export const listedAtMost = 1000;

/** A list as asked for: everybody under a purpose, by rising id, from after somebody on. */
export interface ListAsk {
  readonly service: ServiceRecord;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly after?: Id;
  /** 1 to `listedAtMost`. */
  readonly limit: number;
}

/** Somebody on a list, with what is held of them of the categories asked for. */
export interface Listed {
  readonly subject: Id;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A page of a list: of whom the gate let something be read; how many the others were, and of how many
 * the data did not open: nothing of theirs is told, and each is recorded.
 */
export interface ListAnswer {
  readonly decision: Decision;
  readonly entry: Id;
  readonly people: readonly Listed[];
  readonly refused: number;
  readonly unopened: number;
  /** Whom the next page comes after; absent at the end. */
  readonly next?: Id;
}

/**
 * Lists the people under one purpose with data of theirs, for an integrator's API key within its grant.
 *
 * Each person is locked and decided about as in a single read, in one commit with the entry. The page has one
 * entry, which says how many people it covers and of how many the gate refused, and is tied to each person
 * covered, so that they see it among what happened to their data; whoever was refused is not tied, since
 * nothing of theirs was read. What is refused of anybody (grant, purpose, data) is a refusal of the whole.
 *
 * @throws KepilError `ERR_NOT_SIGNED_IN` when the key was revoked meanwhile
 * @law 94-V Art. 7(8), 94-V Art. 14
 */
export async function listForKey(world: World, key: ApiKeyRecord, what: ListAsk): Promise<ListAnswer> {
  const { broken, ...answer } = await listed(world, key, what);
  for (const one of broken) await noticeBroken(world, one);
  return { ...answer, unopened: broken.length };
}

type Noted = Omit<ListAnswer, 'unopened'> & Pick<Page, 'broken'>;

function listed(world: World, key: ApiKeyRecord, what: ListAsk): Promise<Noted> {
  return world.store.transaction(async (tx) => {
    const [{ purposes, categories }, head, terms] = await Promise.all([
      holdKey(tx, world, key),
      headOf(tx, what.service.id),
      tx.retention.terms.list(what.service.id),
    ]);
    const version = await policyVersion(tx, world, { service: what.service.id, hash: head.hash });
    const asking = { what, head, version, terms, grant: { purposes, categories }, by: key.id };
    const decision = await ofAnybody(tx, world, asking);
    const page = decision.allowed ? await onePage(tx, world, asking) : nobody;
    const { people, refused, broken } = page;
    const unopened = broken.length > 0 ? { unopened: broken.length } : {};
    const entry = await noteList(tx, world, {
      ...asking,
      decision,
      counts: { people: people.length, refused, ...unopened },
    });
    if (people.length > 0)
      await tx.underPurpose.tie(
        what.service.id,
        entry,
        people.map(({ subject }) => subject),
      );
    return { decision, entry, ...page };
  });
}

interface Asking {
  readonly what: ListAsk;
  readonly head: PolicyHeadRecord;
  /** The one in force. */
  readonly version: PolicyVersionRecord;
  readonly terms: readonly OfficerTerm[];
  readonly grant: NonNullable<GateFacts['grant']>;
  readonly by: Id;
}

/** A page, with what did not open of it. */
type Page = Pick<ListAnswer, 'people' | 'refused' | 'next'> & { readonly broken: readonly SealBroken[] };
const nobody: Page = { people: [], refused: 0, broken: [] };

function requestFor({ what, by }: Asking, subject: Id): GateRequest {
  return {
    actor: { role: 'key', id: by },
    verb: 'read',
    service: what.service.id,
    subject,
    categories: what.categories,
    purpose: what.purpose,
    channel: 'api',
  };
}

/** What the gate would say of somebody who consented to everything that is asked: a no is one for all. */
async function ofAnybody(tx: Tx, world: World, asking: Asking): Promise<Decision> {
  const { what, head, version, terms, grant } = asking;
  const now = world.now();
  const consent: ConsentFact = {
    ...{ id: nilId, policyHash: head.hash, form: 'checkbox', givenAt: now, withdrawnPurposes: {} },
    ...{ purposes: [what.purpose], categories: what.categories },
  };
  const facts: GateFacts = {
    ...{ now, grant, policyHash: head.hash, service: head.status === 'live' ? 'live' : 'draft' },
    policy: withTerms(version.policy, terms),
    subject: { state: 'active' },
    ...{ consents: [consent], blocks: [], contracts: [{ id: nilId }], expired: [] },
    ...(await decisionsFor(tx, world, { asking, policy: version.policy })),
  };
  return decide(requestFor(asking, nilId), facts, world.law);
}

/** Decisions of representatives, where a policy makes the list depend on one. */
function decisionsFor(tx: Tx, world: World, { asking, policy }: { asking: Asking; policy: Policy }) {
  return mandateFacts(tx, world, { request: requestFor(asking, nilId), policy });
}

async function onePage(tx: Tx, world: World, asking: Asking): Promise<Page> {
  const { service, purpose, after, limit } = asking.what;
  const access = await classesOf(tx, world, asking);
  const page = { limit, ...(after !== undefined && { after }) };
  const ids = await tx.underPurpose.page(service.id, { purpose, access }, page);
  const held = await tx.underPurpose.hold(service.id, ids);
  const known = new Map<string, Kept>();
  const people: Listed[] = [];
  const broken: SealBroken[] = [];
  for (const person of held) {
    const hash = person.record.policyHash;
    const kept = known.get(hash) ?? (await keptFor(tx, world, { asking, hash }));
    known.set(hash, kept);
    const values = openedOr(broken, () => valuesOf(world, { asking, person, kept }));
    if (values) people.push({ subject: person.record.id, values });
  }
  const last = ids.at(-1);
  const refused = held.length - people.length - broken.length;
  return { people, refused, broken, ...(ids.length === limit && last !== undefined && { next: last }) };
}

/** What `open` gives; undefined where somebody's data do not open, which is put to the others. */
function openedOr<T>(broken: SealBroken[], open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    broken.push(error);
    return undefined;
  }
}

/** The classes in which data of these categories lie: a later version may have moved one. */
async function classesOf(tx: Tx, world: World, { what }: Asking): Promise<readonly string[]> {
  const service = what.service.id;
  const classes = new Set<string>();
  for (const { hash } of await tx.policies.heads(service)) {
    const { policy } = await policyVersion(tx, world, { service, hash });
    for (const category of what.categories) classes.add(placeOf(policy, category).access);
  }
  return [...classes];
}

/** A policy people are under, and whether the term of a value is over. */
interface Kept {
  readonly policy: Policy;
  readonly now: number;
  readonly today: CivilDate;
  readonly isOver: (category: string, at: number) => boolean;
  readonly decisions: Pick<GateFacts, 'mandates'>;
}

async function keptFor(tx: Tx, world: World, of: { asking: Asking; hash: string }): Promise<Kept> {
  const { head, terms } = of.asking;
  const version = await versionFor(tx, world, { head, hash: of.hash });
  const policy = withTerms(version.policy, terms);
  const now = world.now();
  const today = civilDateAt(now, world.law.zone);
  // Terms run in days: values of one category and day share the answer, whosever they are.
  const known = new Map<string, boolean>();
  let last = { at: now, day: today };
  const isOver = (category: string, at: number) => {
    if (at !== last.at) last = { at, day: civilDateAt(at, world.law.zone) };
    const place = `${category} ${last.day}`;
    const found = known.get(place);
    if (found !== undefined) return found;
    const values = [{ category, at }];
    const over = expiredCategories({ policy, values, today }, world.law).length > 0;
    known.set(place, over);
    return over;
  };
  const decisions = await decisionsFor(tx, world, { asking: of.asking, policy });
  return { policy, now, today, isOver, decisions };
}

/** Somebody's values of what is asked, when the gate lets them be read; undefined when it does not. */
function valuesOf(
  world: World,
  of: { asking: Asking; person: HeldPerson; kept: Kept },
): Readonly<Record<string, string>> | undefined {
  const { asking, person, kept } = of;
  const { categories } = asking.what;
  const data = openData(world, asking.what.service.id, person);
  const values: Record<string, string> = {};
  const expired: string[] = [];
  const begins = termBegins(kept.policy, person.contracts, kept.now);
  for (const category of categories) {
    const [value] = data.get(category) ?? [];
    if (!value) continue;
    values[category] = value.value;
    if (kept.isOver(category, begins(category, value.at))) expired.push(category);
  }
  const facts: GateFacts = {
    ...{ now: kept.now, policy: kept.policy, policyHash: person.record.policyHash, grant: asking.grant },
    service: asking.head.status === 'live' ? 'live' : 'draft',
    subject: { state: 'active', ...agedBy(data, kept.today) },
    ...{ consents: person.consents, blocks: person.blocks, contracts: person.contracts, expired },
    ...kept.decisions,
  };
  return decide(requestFor(asking, person.record.id), facts, world.law).allowed ? values : undefined;
}

function agedBy(data: ReadonlyMap<string, readonly StoredValue[]>, today: CivilDate) {
  const said = (['birth_date', 'iin'] as const).flatMap((key) => {
    const value = data.get(key)?.[0]?.value;
    return value === undefined ? [] : [[key, value] as const];
  });
  if (said.length === 0) return {};
  const ageYears = ageFrom(new Map<string, string>(said), today);
  return ageYears === undefined ? {} : { ageYears };
}

function openData(world: World, service: Id, { record: row, key, segments }: HeldPerson) {
  const epochKey = world.keys.service(service).epochKey(key.epoch);
  const keys = unwrapSubjectKeys(key, { service, subject: row.id, epochKey }, world.crypto);
  if (!keys) throw new SealBroken('keys-refused', { service, subject: row.id, place: 'keys' });
  const opened = segments.map(({ access, retention, version, bytes }) => {
    const address = { service, subject: row.id, access, retention, version };
    const content = openSegment({ address, bytes }, keys, world.crypto);
    const place = `segment-${access}-${retention}`;
    if (!content) throw new SealBroken('segment-refused', { service, subject: row.id, place });
    return { access, retention, version, content };
  });
  return dataOf(opened);
}

function noteList(
  tx: Tx,
  world: World,
  of: Asking & { decision: Decision; counts: Readonly<Record<string, number>> },
): Promise<Id> {
  const { what, head, version, decision, counts, by } = of;
  const declared = version.policy.purposes.some(({ purpose }) => purpose === what.purpose);
  const standing = world.law.standingPurposes.some(({ key }) => key === what.purpose);
  return record(tx, world, {
    service: what.service.id,
    kind: decision.allowed ? 'read' : 'refusal',
    outcome: decision.allowed ? 'allowed' : 'refused',
    verb: 'read',
    actor: { role: 'key', id: by },
    channel: 'api',
    // What nobody declared is somebody's free text.
    purpose: declared || standing ? what.purpose : 'undeclared',
    categories: what.categories.filter((key) => Object.hasOwn(categoryTable, key)),
    policy: head.hash,
    because: decision.because,
    ...(decision.mandate !== undefined && { decision: decision.mandate }),
    ...(decision.allowed && { counts }),
  });
}
