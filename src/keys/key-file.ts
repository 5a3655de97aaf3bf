import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  assert,
  base64Of,
  type Crypto,
  concat,
  equalBytes,
  fromBase64,
  type Id,
  isId,
  KepilError,
  type SigningKey,
  utf8,
} from '../base/index.ts';
import {
  assertPrivate,
  finishShredding,
  makePrivateFolder,
  replaceShredding,
  writeDurably,
} from './durable-file.ts';
import { type KeyDocument, parseKeyDocument, type SealedKeys } from './key-document.ts';
import type { KeyRing, ServiceKeys } from './key-ring.ts';
import { signingKeyOf } from './node-crypto.ts';

/**
 * Where the root key comes from when it is not to lie in the file: 32 bytes, from the environment or a secret
 * store.
 */
export interface KeyFileOptions {
  readonly rootKey?: Uint8Array;
}

const nonceBytes = 12;

/** The secrets sealed under the root key, each for its service and use alone. */
class Safe {
  private readonly root: Uint8Array;
  private readonly crypto: Crypto;

  constructor(root: Uint8Array, crypto: Crypto) {
    this.root = root;
    this.crypto = crypto;
  }

  /** Tells a right root key from a wrong one and nothing else. */
  get mark(): string {
    return base64Of(this.crypto.hmac(this.root, utf8('kepil/root-mark/v1')).slice(0, 16));
  }

  private keyFor(use: string): Uint8Array {
    return this.crypto.hmac(this.root, utf8(`kepil/key-file/v1/${use}`));
  }

  seal(use: string, secret: Uint8Array): string {
    const nonce = this.crypto.random(nonceBytes);
    return base64Of(concat(nonce, this.crypto.seal(this.keyFor(use), nonce, secret, utf8(use))));
  }

  open(use: string, sealed: string): Uint8Array | undefined {
    const bytes = fromBase64(sealed);
    if (!bytes || bytes.length < nonceBytes) return undefined;
    const nonce = bytes.subarray(0, nonceBytes);
    const secret = this.crypto.open(this.keyFor(use), nonce, bytes.subarray(nonceBytes), utf8(use));
    return secret?.length === 32 ? secret : undefined;
  }
}

/** The keys of a service, open. Keys of epochs come and go while others hold on to it. */
class OpenKeys implements ServiceKeys {
  readonly service: Id;
  readonly indexKey: Uint8Array;
  readonly draftKey: Uint8Array;
  readonly logKey: SigningKey;
  private keys: ReadonlyMap<number, Uint8Array>;

  constructor(service: Id, sealed: SealedKeys, open: (use: string, text: string) => Uint8Array) {
    this.service = service;
    this.indexKey = open('index', sealed.indexKey);
    this.draftKey = open('draft', sealed.draftKey);
    this.logKey = signingKeyOf(open('log', sealed.logSeed));
    this.keys = epochsIn(sealed, open);
  }

  get epochs(): readonly number[] {
    return [...this.keys.keys()].sort((a, b) => a - b);
  }

  epochKey(epoch: number): Uint8Array {
    const key = this.keys.get(epoch);
    if (!key) throw new KepilError('ERR_KEYS_MISSING', 'keys-epoch', { service: this.service, epoch });
    return key;
  }

  /** Takes up the epochs that live by now; what ended is wiped from memory. */
  renew(sealed: SealedKeys, open: (use: string, text: string) => Uint8Array): void {
    const before = this.keys;
    this.keys = new Map([...epochsIn(sealed, open)].map(([n, key]) => [n, before.get(n) ?? key]));
    for (const [epoch, key] of before) if (!this.keys.has(epoch)) key.fill(0);
  }
}

function epochsIn(
  sealed: SealedKeys,
  open: (use: string, text: string) => Uint8Array,
): ReadonlyMap<number, Uint8Array> {
  const rows = Object.entries(sealed.epochs);
  return new Map(rows.map(([n, text]) => [Number(n), open(`epoch/${n}`, text)]));
}

class KeyFile implements KeyRing {
  private readonly path: string;
  private readonly crypto: Crypto;
  private readonly safe: Safe;
  private readonly known = new Map<Id, OpenKeys>();

  constructor(path: string, crypto: Crypto, safe: Safe) {
    this.path = path;
    this.crypto = crypto;
    this.safe = safe;
  }

  service(id: Id): ServiceKeys {
    const known = this.known.get(id);
    if (known) return known;
    const keys = new OpenKeys(id, this.sealedOf(id), this.openerOf(id));
    this.known.set(id, keys);
    return keys;
  }

  create(id: Id): ServiceKeys {
    assert(isId(id), 'a service has an id');
    // Read anew and written in one synchronous stretch: two rings on one file in one process cannot lose each
    // other's keys.
    const document = readKeyFile(this.path);
    if (!document.services[id]) this.put(id, this.fresh(id), writeDurably);
    return this.service(id);
  }

  beginEpoch(id: Id): number {
    const sealed = this.sealedOf(id);
    if (Object.keys(sealed.epochs).length > 1) return sealed.epoch;
    const epoch = sealed.epoch + 1;
    const epochs = { ...sealed.epochs, [epoch]: this.secret(id, `epoch/${epoch}`) };
    this.put(id, { ...sealed, epoch, epochs }, writeDurably);
    return epoch;
  }

  endEpochsBefore(id: Id, epoch: number): void {
    const sealed = this.sealedOf(id);
    assert(epoch <= sealed.epoch, 'the newest epoch is not ended');
    const living = Object.entries(sealed.epochs).filter(([n]) => Number(n) >= epoch);
    if (living.length === Object.keys(sealed.epochs).length) return;
    this.put(id, { ...sealed, epochs: Object.fromEntries(living) }, replaceShredding);
  }

  private sealedOf(id: Id): SealedKeys {
    const sealed = readKeyFile(this.path).services[id];
    if (!sealed) throw new KepilError('ERR_KEYS_MISSING', 'keys-service', { service: id });
    return sealed;
  }

  /** Memory follows the file, never the other way. */
  private put(id: Id, keys: SealedKeys, write: (path: string, text: string) => void): void {
    const document = readKeyFile(this.path);
    write(this.path, textOfDocument({ ...document, services: { ...document.services, [id]: keys } }));
    this.known.get(id)?.renew(keys, this.openerOf(id));
  }

  private secret(id: Id, use: string): string {
    return this.safe.seal(`${id}/${use}`, this.crypto.random(32));
  }

  private fresh(id: Id): SealedKeys {
    return {
      epoch: 1,
      epochs: { '1': this.secret(id, 'epoch/1') },
      indexKey: this.secret(id, 'index'),
      draftKey: this.secret(id, 'draft'),
      logSeed: this.secret(id, 'log'),
    };
  }

  private openerOf(id: Id): (use: string, text: string) => Uint8Array {
    return (use, text) => {
      const secret = this.safe.open(`${id}/${use}`, text);
      if (!secret) throw new KepilError('ERR_KEYS_MISSING', 'keys-broken', { path: this.path });
      return secret;
    };
  }
}

/**
 * A key file as it stands.
 *
 * @throws KepilError `ERR_KEYS_MISSING` `keys-mode`, `keys-broken`, `keys-unreadable`
 */
export function readKeyFile(path: string): KeyDocument {
  assertPrivate(dirname(path), '700');
  assertPrivate(path, '600');
  const document = parseKeyDocument(readText(path));
  if (!document) throw new KepilError('ERR_KEYS_MISSING', 'keys-broken', { path });
  return document;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KepilError('ERR_KEYS_MISSING', 'keys-unreadable', { path }, { cause });
  }
}

function textOfDocument(document: KeyDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A root key, 32 bytes, and where it is kept: in the file, not in it, or wrapped in it by a key server. */
export interface RootKey {
  readonly root: Uint8Array;
  readonly kept: 'file' | 'environment' | { readonly wrapped: string };
}

function headOf({ root, kept }: RootKey, crypto: Crypto): Omit<KeyDocument, 'services'> {
  const { mark } = new Safe(root, crypto);
  const head = { format: 'kepil-keys/1' as const, mark };
  if (kept === 'environment') return head;
  return kept === 'file' ? { ...head, root: base64Of(root) } : { ...head, wrappedRoot: kept.wrapped };
}

/** Makes a key file without services, of mode 0600 in a folder of mode 0700. Precondition: there is none. */
export function makeKeyFile(path: string, crypto: Crypto, root: RootKey): void {
  makePrivateFolder(path);
  assertPrivate(dirname(path), '700');
  writeDurably(path, textOfDocument({ ...headOf(root, crypto), services: {} }));
}

/** Puts the root key as the server wrapped it anew in the place of how it was wrapped before. */
export function rewrapRoot(path: string, wrappedRoot: string): void {
  replaceShredding(path, textOfDocument({ ...readKeyFile(path), wrappedRoot }));
}

/**
 * Seals every secret of the file under another root key, in one stroke; what the file was is overwritten.
 *
 * @throws KepilError `ERR_KEYS_MISSING` `keys-root-wrong`, `keys-broken`
 */
export function moveRoot(path: string, crypto: Crypto, roots: { from: Uint8Array; to: RootKey }): void {
  const document = readKeyFile(path);
  const [from, to] = [new Safe(roots.from, crypto), new Safe(roots.to.root, crypto)];
  if (from.mark !== document.mark) throw new KepilError('ERR_KEYS_MISSING', 'keys-root-wrong', { path });
  const move = (use: string, sealed: string) => {
    const secret = from.open(use, sealed);
    if (!secret) throw new KepilError('ERR_KEYS_MISSING', 'keys-broken', { path });
    return to.seal(use, secret);
  };
  const moved = (id: string, keys: SealedKeys): SealedKeys => {
    const epochs = Object.entries(keys.epochs).map(([n, text]) => [n, move(`${id}/epoch/${n}`, text)]);
    return {
      ...{ epoch: keys.epoch, epochs: Object.fromEntries(epochs) },
      indexKey: move(`${id}/index`, keys.indexKey),
      draftKey: move(`${id}/draft`, keys.draftKey),
      logSeed: move(`${id}/log`, keys.logSeed),
    };
  };
  const services = Object.entries(document.services).map(([id, keys]) => [id, moved(id, keys)]);
  const text = textOfDocument({ ...headOf(roots.to, crypto), services: Object.fromEntries(services) });
  replaceShredding(path, text);
}

/**
 * The key ring in a file of mode 0600 in a folder of mode 0700; made, root key and all, when there is none.
 *
 * Every service's secrets are sealed under the root key. With `rootKey` given (32 bytes) the root key is not
 * in the file, and the file alone opens nothing. Synchronous; durable when it returns. One process at a time:
 * the data folder's lock sees to that.
 * @throws KepilError `ERR_KEYS_MISSING`: `keys-mode` others could read it · `keys-broken` not a key file, or
 * edited · `keys-unreadable` · `keys-root-missing` the root key lies outside and was not given ·
 * `keys-root-wrong`
 */
export function openKeyFile(path: string, crypto: Crypto, options: KeyFileOptions = {}): KeyRing {
  const given = options.rootKey;
  if (given && given.length !== 32) throw new KepilError('ERR_KEYS_MISSING', 'keys-root-wrong', { path });
  if (!existsSync(path)) {
    const made: RootKey = { root: given ?? crypto.random(32), kept: given ? 'environment' : 'file' };
    makeKeyFile(path, crypto, made);
  }
  finishShredding(path);
  const document = readKeyFile(path);
  const own = document.root === undefined ? undefined : fromBase64(document.root);
  const root = given ?? own;
  if (!root) throw new KepilError('ERR_KEYS_MISSING', 'keys-root-missing', { path });
  const safe = new Safe(root, crypto);
  if (!equalBytes(utf8(safe.mark), utf8(document.mark))) {
    throw new KepilError('ERR_KEYS_MISSING', given ? 'keys-root-wrong' : 'keys-broken', { path });
  }
  return new KeyFile(path, crypto, safe);
}
