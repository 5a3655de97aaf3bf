import { documentKinds } from '../../agreements/index.ts';
import { assert, type Id } from '../../base/index.ts';
import { decodeEntry, type Entry } from '../../ledger/index.ts';
import type { Pledge } from '../../policy/index.ts';
import type { ConsentRow, PolicyVersionRecord, ServiceRecord, SubjectRecord, Tx } from '../../store/index.ts';
import type { StoredLogCheck } from '../sequence.ts';
import { type OpenSegment, openSegments, openSubject } from '../subjects.ts';
import { type Look, policyVersion, type World } from '../world.ts';
import { gatherVisits, type VisitSample } from './visits.ts';

/** What a probe found; `n` is the count its sentence names. */
export interface Finding {
  readonly state: 'kept' | 'broken' | 'unexercised';
  readonly n: number;
}

/**
 * A subject as a probe sees them: values stay in memory and never leave the probe. `sealed` is false when
 * keys or a segment do not open, or a value stands readable where only sealed bytes belong.
 */
export interface SampledSubject {
  readonly record: SubjectRecord;
  readonly version: PolicyVersionRecord;
  readonly segments: readonly OpenSegment[];
  readonly consents: readonly ConsentRow[];
  /** The newest entries about the subject, and how many of them cannot be read. */
  readonly entries: readonly Entry[];
  readonly illegible: number;
  readonly sealed: boolean;
  /** Whether keys and segments open. */
  readonly opens: boolean;
}

/**
 * What all probes of one run look at, gathered once: some subjects, the newest entries, our own pages from
 * outside.
 */
export interface Sample {
  readonly subjects: readonly SampledSubject[];
  readonly entries: readonly Entry[];
  readonly visits: VisitSample;
  /** Leaves looked at that are no entries, or are gone: somebody edited the log. */
  readonly illegible: number;
  /** One of our own pages as a stranger is answered. */
  readonly page: (path: string) => Awaited<ReturnType<Look>>;
  readonly log: StoredLogCheck;
}

/** Everything a probe may look at. */
export interface Probing {
  readonly tx: Tx;
  readonly world: World;
  readonly service: ServiceRecord;
  readonly version: PolicyVersionRecord;
  readonly live: boolean;
  readonly sample: Sample;
  readonly pledge: Pledge;
}

/** Looks at the running system and says whether a pledge of its kind is kept. */
export type Probe = (probing: Probing) => Promise<Finding> | Finding;

/** How long a clock may be late before a probe says so, in milliseconds. */
export const graceMs = 120_000;

const sampledSubjects = 50;
const sampledEntries = 2000;
const sampledOwnEntries = 200;

/**
 * Kept when something was there to look at, unexercised when nothing was, broken when `bad` of it was wrong.
 */
export function counted(n: number, bad: number): Finding {
  if (bad > 0) return { state: 'broken', n: bad };
  return { state: n > 0 ? 'kept' : 'unexercised', n };
}

/** Pages of a service that probes look at, below its address. */
const lookedAt = [
  '/',
  '/privacy',
  '/register',
  '/sign-in',
  '/log',
  '/limited',
  ...['', ...documentKinds.map((kind) => `/${kind}`)].map((end) => `/agreements${end}`),
  ...['', '/readers', '/consents', '/requests'].map((end) => `/me${end}`),
];
const lookedAtOwn = ['/me/download', '/me/export.json', '/me/print', '/me/delete'];

/** Fetches our own pages: before any transaction, since a page needs connections of its own. */
export async function lookAround(look: Look, service: ServiceRecord): Promise<Sample['page']> {
  const pages = new Map<string, Awaited<ReturnType<Look>>>();
  for (const end of [...lookedAt, ...lookedAtOwn]) {
    const path = `/s/${service.key}${end}`;
    pages.set(path, await look(path));
  }
  return (path) => {
    const page = pages.get(path);
    assert(page, `probes look at ${path} only if it is on the list`);
    return page;
  };
}

/** Gathers the sample of a run. What cannot be read is part of it. */
export async function gatherSample(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; page: Sample['page']; log: StoredLogCheck },
): Promise<Sample> {
  const rows = await tx.subjects.list(from.service.id, 'user', { limit: sampledSubjects });
  const subjects: SampledSubject[] = [];
  for (const record of rows) {
    const sampled = await sampleSubject(tx, world, { service: from.service.id, record });
    if (sampled) subjects.push(sampled);
  }
  const newest = legible(await tx.entries.recent(from.service.id, sampledEntries));
  const illegible = subjects.reduce((sum, subject) => sum + subject.illegible, newest.illegible);
  const visits = await gatherVisits(tx, world, { service: from.service.id, graceMs });
  return { subjects, entries: newest.entries, visits, illegible, page: from.page, log: from.log };
}

/** What of leaves can be read; the leaf of a link whose entry is gone is null. */
export function legible(rows: readonly { readonly leaf: Uint8Array | null }[]) {
  const entries = rows.flatMap(({ leaf }) => (leaf && decodeEntry(leaf)) ?? []);
  return { entries, illegible: rows.length - entries.length };
}

async function sampleSubject(
  tx: Tx,
  world: World,
  at: { service: Id; record: SubjectRecord },
): Promise<SampledSubject | undefined> {
  const { service, record } = at;
  const version = await policyVersion(tx, world, { service, hash: record.policyHash });
  const consents = await tx.consents.list(service, record.id);
  const own = legible(await tx.entries.ofSubject(service, record.id, { limit: sampledOwnEntries }));
  const about = { record, version, consents, ...own };
  // Keys or segments that were swapped or edited do not open: that is what a probe is here to see.
  const closed = { ...about, segments: [], sealed: false, opens: false };
  const subject = await openSubject(tx, world, { service, id: record.id, mode: 'look' }).catch(() => null);
  if (subject === undefined) return undefined;
  const segments = subject && (await openSegments(tx, world, subject).catch(() => null));
  if (!segments) return closed;
  const stored = [...(await tx.segments.list(service, record.id)).map(({ bytes }) => bytes)];
  for (const { sealed } of await tx.requests.ofSubject(service, record.id)) if (sealed) stored.push(sealed);
  return { ...about, segments, opens: true, sealed: !stored.some((bytes) => leaks(bytes, segments)) };
}

/** Whether a value of the subject stands readable in stored bytes. */
function leaks(bytes: Uint8Array, segments: readonly OpenSegment[]): boolean {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = segments
    .flatMap(({ content }) => Object.values(content))
    .flatMap((history) => history.map(({ value }) => value));
  return values.some((value) => value.length >= 4 && stored.includes(Buffer.from(value, 'utf8')));
}
