import type { Crypto, Id } from '../base/index.ts';
import { KepilError } from '../base/index.ts';
import type { KeyRing } from '../keys/index.ts';
import type { LawPack } from '../law/index.ts';
import type { Post } from '../post/index.ts';
import type { Printable } from '../print/index.ts';
import type { PolicyHeadRecord, PolicyVersionRecord, ServiceRecord, Store, Tx } from '../store/index.ts';
import type { GroupQueue } from './group-queue.ts';

/** Slow hashing of passwords, handed in by the composition root (argon2id on the server). */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for an empty hash, which nothing fits, as for any other. */
  verify(hash: string, password: string): Promise<boolean>;
  /** Passwords that many people have, in lower case, with their places from the commonest, 1. */
  common(): Promise<ReadonlyMap<string, number>>;
}

/**
 * One-time passwords of authenticator apps, handed in by the composition root (HMAC-SHA-1 is Node's).
 *
 * @source RFC 6238
 */
export interface AppPasswords {
  /** The number of the step of 30 seconds an instant lies in. */
  stepAt(now: number): number;
  /** Six digits. */
  at(secret: Uint8Array, step: number): string;
  /** The secret as it is typed into an app. */
  text(secret: Uint8Array): string;
}

/**
 * Sealing of what is handed on to others, handed in by the composition root. `publicKey` is the recipient's
 * in PEM; without one a passphrase is made, returned and kept nowhere.
 *
 * @source RFC 7516
 */
export interface Packages {
  seal(
    json: string,
    publicKey?: string,
  ): Promise<{ readonly text: string; readonly sha256: string; readonly passphrase?: string } | undefined>;
  /** Whether it can be sealed for this key. */
  takesKey(pem: string): boolean;
}

/** A file of a service's public log, path relative to the log's folder (`checkpoint`, `tile/0/000`, …). */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where the public log is laid out for readers outside; the store stays the truth. */
export interface LogShelf {
  /** Sizes of the logs that this process has laid out whole, by service. */
  readonly laidOut: Map<Id, number>;
  /** Writes `files` in order, each atomically; the checkpoint comes last. */
  publish(service: ServiceRecord, files: readonly LogFile[]): Promise<void>;
}

/** What a page of our own answers, for probes that look at the running system from outside. */
export type Look = (path: string) => Promise<{
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}>;

/**
 * Everything a use case may touch: the world, handed in. `shelf` remembers policies by hash, which is safe
 * because a hash names one content for ever.
 */
export interface World {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly crypto: Crypto;
  readonly law: LawPack;
  readonly post: Post;
  readonly passwords: Passwords;
  readonly appPasswords: AppPasswords;
  readonly packages: Packages;
  readonly logs: LogShelf;
  /** A document → PDF, handed in by the composition root. */
  print(document: Printable): Promise<Uint8Array>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Where people reach the installation, without a slash at the end; for links in messages. */
  origin(): string;
  readonly shelf: Map<string, PolicyVersionRecord>;
  /** Reads that wait for a commit to share. */
  readonly reads: GroupQueue;
}

/** The policy version named by `hash`. @throws KepilError `ERR_NOT_FOUND` */
export async function policyVersion(
  tx: Tx,
  world: World,
  at: { service: Id; hash: string },
): Promise<PolicyVersionRecord> {
  const key = `${at.service}/${at.hash}`;
  const known = world.shelf.get(key);
  if (known) return known;
  const row = await tx.policies.byHash(at.service, at.hash);
  if (!row) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
  world.shelf.set(key, row);
  return row;
}

/** Of several versions the one in force: the live one, else the first draft, beside which later ones wait. */
export function inForceOf(heads: readonly PolicyHeadRecord[]): PolicyHeadRecord | undefined {
  const newestFirst = [...heads].sort((a, b) => b.version - a.version);
  const drafts = newestFirst.filter(({ status }) => status === 'draft');
  return newestFirst.find(({ status }) => status === 'live') ?? drafts.at(-1);
}

/** The version in force. @throws KepilError `ERR_NOT_FOUND` when there is none */
export async function headOf(tx: Tx, service: Id): Promise<PolicyHeadRecord> {
  return headIn(await tx.policies.heads(service));
}

/** The version in force among these. @throws KepilError `ERR_NOT_FOUND` when there is none */
export function headIn(heads: readonly PolicyHeadRecord[]): PolicyHeadRecord {
  const head = inForceOf(heads);
  if (!head) throw new KepilError('ERR_NOT_FOUND', 'policy-not-found');
  return head;
}

/** Whether `key` can name a service: it stands in URLs, cookies and names of folders. */
export function isServiceKey(key: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(key);
}

/** The service of that key. @throws KepilError `ERR_NOT_FOUND` */
export async function serviceOf(tx: Tx, key: string): Promise<ServiceRecord> {
  const service = isServiceKey(key) ? await tx.services.byKey(key) : undefined;
  if (service?.kind !== 'service') throw new KepilError('ERR_NOT_FOUND', 'service-not-found');
  return service;
}

/** Key of the service that stands for the installation itself; staff are its subjects. */
export const houseKey = '_house';

/** The installation's own service. @throws KepilError `ERR_NOT_FOUND` before the first start is through */
export async function houseOf(tx: Tx): Promise<ServiceRecord> {
  const house = await tx.services.byKey(houseKey);
  if (!house) throw new KepilError('ERR_NOT_FOUND', 'service-not-found');
  return house;
}

/** The world with some ways to its store changed, whatever kind of store it is. */
export function throughStore(world: World, changed: Partial<Store>): World {
  const { store } = world;
  const same: Store = {
    transaction: (work) => store.transaction(work),
    look: (work) => store.look(work),
    snapshot: (work) => store.snapshot(work),
    gather: (ask, answer) => store.gather(ask, answer),
    scour: (patienceMs) => store.scour(patienceMs),
    close: () => store.close(),
  };
  return { ...world, store: { ...same, ...changed } };
}
