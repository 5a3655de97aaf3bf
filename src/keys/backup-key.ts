import { existsSync, readFileSync } from 'node:fs';
import { assert, base64Of, type Crypto, concat, fromBase64, KepilError, utf8 } from '../base/index.ts';
import {
  assertPrivate,
  finishShredding,
  makePrivateFolder,
  replaceShredding,
  writeDurably,
} from './durable-file.ts';

/** What backups are sealed under. Both keys are 32 bytes. */
export interface BackupKey {
  /** How many steps the key of archives of keys has taken. */
  readonly generation: number;
  /** Seals archives of data; stays. */
  readonly data: Uint8Array;
  /**
   * Seals archives of keys; takes a step for each key epoch that ended. Who holds it can open what is sealed
   * after it, never what was before.
   */
  readonly keys: Uint8Array;
}

const form = /^kepil-backup-key\/1:(0|[1-9]\d{0,8}):([A-Za-z0-9+/=]+)$/;

/**
 * The key of backups from its file; undefined when there is no such file.
 *
 * @throws KepilError `ERR_KEYS_MISSING` `keys-mode` when others may read it, `backup-key-malformed`
 */
export function readBackupKey(path: string): BackupKey | undefined {
  if (!existsSync(path)) return undefined;
  assertPrivate(path, '600');
  finishShredding(path);
  const [, generation, text = ''] = form.exec(readFileSync(path, 'utf8').trim()) ?? [];
  const bytes = fromBase64(text);
  if (bytes?.length !== 64) throw new KepilError('ERR_KEYS_MISSING', 'backup-key-malformed', { path });
  return { generation: Number(generation), data: bytes.slice(0, 32), keys: bytes.slice(32) };
}

const textOf = (key: BackupKey) =>
  `kepil-backup-key/1:${key.generation}:${base64Of(concat(key.data, key.keys))}\n`;

/** Makes a key of backups, in a file of mode 0600; on disk when it returns. */
export function makeBackupKey(path: string, generation: number, crypto: Pick<Crypto, 'random'>): BackupKey {
  const key = { generation, data: crypto.random(32), keys: crypto.random(32) };
  makePrivateFolder(path);
  writeDurably(path, textOf(key));
  return key;
}

/** Puts a later key in the place of the one in the file, whose bytes are overwritten. */
export function keepBackupKey(path: string, key: BackupKey): void {
  replaceShredding(path, textOf(key));
}

/** The key so many steps on: HMAC after HMAC, so that nobody comes back. */
export function backupKeyAt(key: BackupKey, generation: number, crypto: Pick<Crypto, 'hmac'>): BackupKey {
  assert(generation >= key.generation, 'a key of backups takes no step back');
  let { keys } = key;
  for (let n = key.generation; n < generation; n++)
    keys = crypto.hmac(keys, utf8('kepil/backup-key/next/v1'));
  return { ...key, generation, keys };
}
