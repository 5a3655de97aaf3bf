import { existsSync, readFileSync } from 'node:fs';
import { base64Of, type Crypto, fromBase64, KepilError } from '../base/index.ts';
import { assertPrivate, makePrivateFolder, writeDurably } from './durable-file.ts';

const prefix = 'kepil-backup-key/1:';

/**
 * The key of backups from its file, 32 bytes; undefined when there is no such file.
 *
 * @throws KepilError `ERR_KEYS_MISSING` `keys-mode` when others may read it, `backup-key-malformed`
 */
export function readBackupKey(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  assertPrivate(path, '600');
  const text = readFileSync(path, 'utf8').trim();
  const key = text.startsWith(prefix) ? fromBase64(text.slice(prefix.length)) : undefined;
  if (key?.length !== 32) throw new KepilError('ERR_KEYS_MISSING', 'backup-key-malformed', { path });
  return key;
}

/** Makes a key of backups, in a file of mode 0600; on disk when it returns. */
export function makeBackupKey(path: string, crypto: Pick<Crypto, 'random'>): Uint8Array {
  const key = crypto.random(32);
  makePrivateFolder(path);
  writeDurably(path, `${prefix}${base64Of(key)}\n`);
  return key;
}
