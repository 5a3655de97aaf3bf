import { existsSync, readFileSync } from 'node:fs';
import { base64Of, type Crypto, fromBase64, KepilError, type SigningKey } from '../base/index.ts';
import { assertPrivate, makePrivateFolder, writeDurably } from './durable-file.ts';
import { signingKeyOf } from './node-crypto.ts';

/** The key of a witness with the name it signs by. */
export interface WitnessKey {
  readonly name: string;
  readonly key: SigningKey;
}

/**
 * The key of a witness from its file, made at the first start with mode 0600. The name is that of the file:
 * who knows the key knows it by that name.
 *
 * @throws KepilError `ERR_KEYS_MISSING` `keys-mode` when others may read it, `witness-key-malformed`
 */
export function openWitnessKey(path: string, name: string, crypto: Crypto): WitnessKey {
  if (!existsSync(path)) {
    makePrivateFolder(path);
    const key = crypto.newSigningKey();
    writeDurably(path, `${JSON.stringify({ name, seed: base64Of(key.seed) }, undefined, 2)}\n`);
    return { name, key };
  }
  assertPrivate(path, '600');
  const kept = parsed(readFileSync(path, 'utf8'));
  if (!kept) throw new KepilError('ERR_KEYS_MISSING', 'witness-key-malformed', { path });
  return kept;
}

function parsed(text: string): WitnessKey | undefined {
  try {
    const { name, seed } = JSON.parse(text) as Record<string, unknown>;
    const bytes = typeof seed === 'string' ? fromBase64(seed) : undefined;
    return typeof name === 'string' && bytes?.length === 32 ? { name, key: signingKeyOf(bytes) } : undefined;
  } catch {
    return undefined;
  }
}
