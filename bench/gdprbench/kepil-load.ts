import { type Id, newId } from '../../src/base/index.ts';
import type { Installation } from '../../src/cli/installation.ts';
import type { ApiKeyRecord, PolicyVersionRecord, ServiceRecord, Tx } from '../../src/store/index.ts';
import { ask } from '../../src/system/ask.ts';
import { storeConsent } from '../../src/system/consents.ts';
import { cut } from '../../src/system/destroy.ts';
import { record } from '../../src/system/entries.ts';
import {
  completeSetUp,
  issueKey,
  keyOf,
  offerSetUp,
  openService,
  sessionOf,
  staffOf,
  sweepDestroyed,
  type World,
} from '../../src/system/index.ts';
import { addSubject } from '../../src/system/new-subject.ts';
import { placeOf, writeValues } from '../../src/system/subjects.ts';
import { policyVersion } from '../../src/system/world.ts';
import { blindDigest } from '../../src/vault/index.ts';
import { benchCategories, benchPolicy, categoryOf, metadataCategory, purposePlaces } from './kepil-policy.ts';
import { at, fieldsFor, isBrief, purposeCount, purposeOf, userCount, userOf } from './records.ts';
import { type Metadata, untouched } from './rules.ts';

const inFlight = 8;

/** One of the two services: its version in force and the key of whoever reads. */
export interface Place {
  readonly service: ServiceRecord;
  readonly version: PolicyVersionRecord;
  readonly key: ApiKeyRecord;
}

/** What a client of Kepil knows: services, whose id a user has, and who keeps the row of a purpose. */
export interface Ground {
  readonly places: readonly [Place, Place];
  /** By number of the user. */
  readonly people: Map<number, Id>;
  /** By number of the purpose. */
  readonly registers: readonly Id[];
  /** Acts of those whose time was over, by number of the user. */
  readonly acts: ReadonlyMap<number, Id>;
}

/** The service a user is registered at. */
export function placeFor({ places }: Pick<Ground, 'places'>, user: number): Place {
  return places[purposePlaces[purposeOf(user)]?.service ?? 0];
}

/** The digest an owner is found by. */
export function ownerDigest(world: World, { service }: Place, owner: string): Uint8Array {
  return blindDigest(world.keys.service(service.id).indexKey, 'name', owner, world.crypto);
}

/** The field of the blind index that owners are found in. */
export const ownerField = 'usr';

/** Loads the records into an installation, every user with theirs; then those whose time is over go. */
export async function loadKepil(installation: Installation, records: number): Promise<Ground> {
  const { world } = installation;
  const places = await openPlaces(installation);
  const registers: Id[] = [];
  for (let p = 0; p < purposeCount; p++) registers.push(await addRegister(world, places, p));
  const people = new Map<number, Id>();
  await each(Math.min(records, userCount), async (user) => {
    const numbers: number[] = [];
    for (let k = user; k < records; k += userCount) numbers.push(k);
    const place = placeFor({ places }, user);
    people.set(user, await world.store.transaction((tx) => addUser(tx, world, { place, user, numbers })));
  });
  const acts = new Map<number, Id>();
  const brief = [...people].filter(([user]) => isBrief(user));
  await each(brief.length, async (n) => {
    const [user, subject] = brief[n] as [number, Id];
    const { service } = placeFor({ places }, user);
    acts.set(user, await destroyBrief(world, { service, subject }));
  });
  const fault = (error: Error) => {
    throw error;
  };
  while ((await sweepDestroyed(world, fault)) > 0);
  await installation.tick();
  return { places, people, registers, acts };
}

/** Does `work` for every number below `count`, some at a time. */
export async function each(
  count: number,
  work: (n: number) => Promise<void>,
  atOnce = inFlight,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function openPlaces(installation: Installation): Promise<Ground['places']> {
  const { world } = installation;
  const token = (await offerSetUp(world)) ?? '';
  const form = { token, name: 'Гүлнар', email: 'officer@bench.example', language: 'ru' as const };
  const done = await completeSetUp(world, { ...form, password: 'семь синих птиц над степью' });
  if (!('session' in done)) throw new Error('no officer');
  const session = await sessionOf(world, { token: done.session, role: 'staff-enrol' });
  const staff = await staffOf(world, session?.subject ?? '');
  const clerk = { id: staff.id, keys: staff.keys, roles: ['officer'] } as const;
  const open = async (n: 0 | 1): Promise<Place> => {
    const { policy, text } = await benchPolicy(n);
    const { service, head } = await openService(world, { key: `bench${n}`, policy, text });
    await world.store.transaction((tx) =>
      tx.policies.setStatus(service.id, head.version, 'live', world.now()),
    );
    const version = await world.store.transaction((tx) =>
      policyVersion(tx, world, { service: service.id, hash: head.hash }),
    );
    const purposes = policy.purposes.map(({ purpose }) => purpose);
    const asked = { service, name: 'bench', purposes, categories: benchCategories, days: 300 };
    const issued = await issueKey(world, clerk, asked);
    if (!('key' in issued)) throw new Error('no key');
    return { service, version, key: await keyOf(world, { service, token: issued.key }) };
  };
  return [await open(0), await open(1)];
}

/** The account that keeps the row of a purpose: what is set for every record of it. */
function addRegister(world: World, places: Ground['places'], p: number): Promise<Id> {
  const place = places[purposePlaces[p]?.service ?? 0];
  return world.store.transaction(async (tx) => {
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const service = place.service.id;
    const row = { service, id, kind: 'claimant' as const, version: 1, policyHash: place.version.hash };
    const subject = await addSubject(tx, world, { ...row, language: 'ru', createdAt: now });
    const about = { service, kind: 'collection' as const, outcome: 'done' as const };
    const entry = await record(tx, world, {
      ...{ ...about, actor: { role: 'system' as const }, subject: { id, keys: subject.keys } },
    });
    const stored = { giver: 'operator', source: 'registration', at: now, status: 'stated' as const, entry };
    const value = { ...stored, value: JSON.stringify(untouched) };
    const writing = { category: metadataCategory, access: 'limited', retention: 'ordinary' as const, value };
    await writeValues(tx, world, { subject, segments: [], writings: [writing] });
    return id;
  });
}

/** Somebody with their records, as a confirmed registration leaves them; without form, code and session. */
export async function addUser(
  tx: Tx,
  world: World,
  of: { place: Place; user: number; numbers: readonly number[]; seen?: number },
): Promise<Id> {
  const { place, user, numbers } = of;
  const { service, version } = place;
  const { purpose } = purposePlaces[purposeOf(user)] as { purpose: string };
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const row = { service: service.id, id, kind: 'user' as const, version: 1, policyHash: version.hash };
  const subject = await addSubject(tx, world, { ...row, language: 'ru', createdAt: now });
  const metadata: Metadata = {
    all: { f: fieldsFor(numbers[0] ?? user).slice(1, at.data), seen: of.seen ?? 0 },
    of: {},
  };
  const values: readonly (readonly [string, string])[] = [
    ...numbers.map((k) => [categoryOf(k), fieldsFor(k)[at.data] as string] as const),
    [metadataCategory, JSON.stringify(metadata)],
  ];
  const categories = values.map(([category]) => category);
  const entry = await record(tx, world, {
    ...{ service: service.id, kind: 'collection' as const, verb: 'collect', outcome: 'allowed' as const },
    ...{ actor: { role: 'subject' as const }, channel: 'registration', purpose, categories },
    ...{ policy: version.hash, because: [{ rule: 'consent-active', article: '94-V Art. 7(1)' }] },
    ...{ subject: { id, keys: subject.keys }, record: Object.fromEntries(values) },
  });
  const stored = { giver: 'subject', source: 'registration', at: now, status: 'stated' as const, entry };
  const writings = values.map(([category, value]) => ({
    ...{ category, ...placeOf(version.policy, category), value: { ...stored, value } },
  }));
  await writeValues(tx, world, { subject, segments: [], writings });
  await storeConsent(tx, world, { service, subject, version, purposes: [purpose], values: new Map(values) });
  const digest = ownerDigest(world, place, `user${userOf(user)}`);
  await tx.blindIndex.put(service.id, id, ownerField, digest);
  return id;
}

/** Destroys an account whose time is over, as the daily run ends one of which nothing is left. */
function destroyBrief(world: World, of: { service: ServiceRecord; subject: Id }): Promise<Id> {
  const { service, subject } = of;
  return world.store.transaction(async (tx) => {
    const act = newId(world.now(), world.crypto.random);
    const { decision, entry } = await ask(
      tx,
      world,
      {
        ...{ actor: { role: 'system' as const }, verb: 'destroy' as const, service: service.id, subject },
        ...{ categories: benchCategories, purpose: 'destruction', channel: 'job' as const, matter: act },
      },
      { mode: 'update', because: [{ rule: 'nothing-left', article: '94-V Art. 18' }] },
    );
    if (!decision.allowed || !entry) throw new Error('not destroyed');
    return cut(tx, world, { service: service.id, subject, entry, at: world.now(), act });
  });
}
