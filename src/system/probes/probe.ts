import type { Id } from '../../base/index.ts';
import type { Entry } from '../../ledger/index.ts';
import type { Pledge } from '../../policy/index.ts';
import type { ConsentRow, PolicyVersionRecord, ServiceRecord, SubjectRecord, Tx } from '../../store/index.ts';
import { placed } from '../cabinet.ts';
import { type OpenSegment, openSegments, openSubject } from '../subjects.ts';
import { type Look, policyVersion, type World } from '../world.ts';

/** What a probe found; `n` is the count its sentence names. */
export interface Finding {
  readonly state: 'kept' | 'broken' | 'unexercised';
  readonly n: number;
}

/**
 * A subject as a probe sees them: values stay in memory and never leave the probe. `sealed` is false when a
 * segment does not open.
 */
export interface SampledSubject {
  readonly record: SubjectRecord;
  readonly version: PolicyVersionRecord;
  readonly segments: readonly OpenSegment[];
  readonly consents: readonly ConsentRow[];
  readonly sealed: boolean;
}

/**
 * What all probes of one run look at, gathered once: some subjects, the newest entries, our own pages from
 * outside.
 */
export interface Sample {
  readonly subjects: readonly SampledSubject[];
  readonly entries: readonly Entry[];
  readonly page: (path: string) => ReturnType<Look>;
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

const sampledSubjects = 50;
const sampledEntries = 2000;

/**
 * Kept when something was there to look at, unexercised when nothing was, broken when `bad` of it was wrong.
 */
export function counted(n: number, bad: number): Finding {
  if (bad > 0) return { state: 'broken', n: bad };
  return { state: n > 0 ? 'kept' : 'unexercised', n };
}

/** Gathers the sample of a run. Pages are fetched when first asked for. */
export async function gatherSample(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; look: Look },
): Promise<Sample> {
  const rows = await tx.subjects.list(from.service.id, 'user', { limit: sampledSubjects });
  const subjects: SampledSubject[] = [];
  for (const record of rows) {
    const sampled = await sampleSubject(tx, world, { service: from.service.id, record });
    if (sampled) subjects.push(sampled);
  }
  const entries = placed(await tx.entries.recent(from.service.id, sampledEntries)).map(({ entry }) => entry);
  const pages = new Map<string, ReturnType<Look>>();
  const page = (path: string) => {
    const known = pages.get(path) ?? from.look(path);
    pages.set(path, known);
    return known;
  };
  return { subjects, entries, page };
}

async function sampleSubject(
  tx: Tx,
  world: World,
  at: { service: Id; record: SubjectRecord },
): Promise<SampledSubject | undefined> {
  const { service, record } = at;
  const version = await policyVersion(tx, world, { service, hash: record.policyHash });
  const consents = await tx.consents.list(service, record.id);
  const subject = await openSubject(tx, world, { service, id: record.id, mode: 'share' });
  if (!subject) return undefined;
  const opened = await openSegments(tx, world, subject).catch(() => undefined);
  const rows = await tx.segments.list(service, record.id);
  const bare = opened?.some((segment) => rows.some((row) => leaks(row.bytes, segment))) ?? false;
  return { record, version, segments: opened ?? [], consents, sealed: opened !== undefined && !bare };
}

/** Whether a value of the segment stands readable in stored bytes. */
function leaks(bytes: Uint8Array, segment: OpenSegment): boolean {
  const stored = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = Object.values(segment.content).flatMap((history) => history.map(({ value }) => value));
  return values.some((value) => value.length >= 4 && stored.includes(Buffer.from(value, 'utf8')));
}
