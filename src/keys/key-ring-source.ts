import { existsSync } from 'node:fs';
import { type Crypto, fromBase64, KepilError } from '../base/index.ts';
import { makeKeyFile, openKeyFile, type RootKey, readKeyFile, rewrapRoot } from './key-file.ts';
import type { KeyRing } from './key-ring.ts';
import type { Transit } from './transit.ts';

/** Where the root key comes from. */
export type RootSource =
  /** From the key file itself. */
  | { readonly kind: 'file' }
  /** Handed in at each start: 32 bytes. */
  | { readonly kind: 'environment'; readonly key: Uint8Array }
  /** From the key file, wrapped: a server opens it. */
  | { readonly kind: 'transit'; readonly transit: Transit };

/** Where the root key of a key file lies. @throws KepilError as `openKeyFile` does */
export function rootPlaceOf(path: string): RootSource['kind'] {
  const { root, wrappedRoot } = readKeyFile(path);
  if (wrappedRoot !== undefined) return 'transit';
  return root === undefined ? 'environment' : 'file';
}

/**
 * The key ring in the file at `path`, made when there is none, its root key from where `source` says. One
 * that was wrapped under an earlier version of the server's key is wrapped under the newest.
 *
 * @throws KepilError `ERR_KEYS_MISSING`: `keys-root-in-file`, `keys-root-in-environment`,
 * `keys-root-in-transit` when the file says that its root key lies elsewhere than `source` says; as
 * `openKeyFile` and `Transit` do
 */
export async function openKeyRing(path: string, crypto: Crypto, source: RootSource): Promise<KeyRing> {
  if (!existsSync(path)) makeKeyFile(path, crypto, await newRoot(source, crypto));
  const rootKey = await rootKeyIn(path, source);
  const ring = openKeyFile(path, crypto, { rootKey });
  if (source.kind === 'transit') await renew(path, source.transit);
  return ring;
}

/**
 * A root key that was not there before, to be kept where `source` says.
 *
 * @throws KepilError as `Transit` does
 */
export async function newRoot(source: RootSource, crypto: Crypto): Promise<RootKey> {
  if (source.kind === 'file') return { root: crypto.random(32), kept: 'file' };
  if (source.kind === 'environment') return { root: source.key, kept: 'environment' };
  const { root, wrapped } = await source.transit.make(crypto.random);
  return { root, kept: { wrapped } };
}

const elsewhere: Readonly<Record<RootSource['kind'], string>> = {
  file: 'keys-root-in-file',
  environment: 'keys-root-in-environment',
  transit: 'keys-root-in-transit',
};

/** The root key of a key file that is there. @throws KepilError as `openKeyRing` does */
export async function rootKeyIn(path: string, source: RootSource): Promise<Uint8Array> {
  const { root, wrappedRoot } = readKeyFile(path);
  const place = rootPlaceOf(path);
  if (place !== source.kind) throw new KepilError('ERR_KEYS_MISSING', elsewhere[place], { path });
  if (source.kind === 'environment') return source.key;
  if (source.kind === 'transit') return source.transit.open(wrappedRoot as string);
  return fromBase64(root as string) as Uint8Array;
}

async function renew(path: string, transit: Transit): Promise<void> {
  const wrapped = readKeyFile(path).wrappedRoot as string;
  const renewed = await transit.renew(wrapped);
  if (renewed !== undefined && versionOf(renewed) !== versionOf(wrapped)) rewrapRoot(path, renewed);
}

const versionOf = (wrapped: string) => wrapped.split(':')[1];
