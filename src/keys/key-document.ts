import { fromBase64, isId } from '../base/index.ts';
import { isWrapped } from './transit.ts';

/** A service's secrets as they stand in the file: base64 of nonce and sealed 32 bytes each. */
export interface SealedKeys {
  readonly epoch: number;
  /** By epoch number; a destroyed epoch is absent. */
  readonly epochs: Readonly<Record<string, string>>;
  readonly indexKey: string;
  readonly draftKey: string;
  readonly logSeed: string;
}

/**
 * The key file. `root` is absent when the root key is kept elsewhere, or lies wrapped in `wrappedRoot`;
 * `mark` tells a right root key from a wrong one.
 */
export interface KeyDocument {
  readonly format: 'kepil-keys/1';
  readonly root?: string;
  /** The root key as a key server wrapped it. */
  readonly wrappedRoot?: string;
  readonly mark: string;
  readonly services: Readonly<Record<string, SealedKeys>>;
}

type Plain = Readonly<Record<string, unknown>>;

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBytes(value: unknown, length: number): boolean {
  return typeof value === 'string' && fromBase64(value)?.length === length;
}

/** Nonce, 32 secret bytes, tag. */
const sealedBytes = 12 + 32 + 16;

function isSealedKeys(value: unknown): value is SealedKeys {
  if (!isPlain(value) || !isPlain(value['epochs'])) return false;
  const epochs = Object.entries(value['epochs']);
  const named = epochs.every(([n, sealed]) => /^[1-9]\d{0,8}$/.test(n) && isBytes(sealed, sealedBytes));
  const current =
    Object.hasOwn(value['epochs'], String(value['epoch'])) && typeof value['epoch'] === 'number';
  return (
    named && current && ['indexKey', 'draftKey', 'logSeed'].every((key) => isBytes(value[key], sealedBytes))
  );
}

/**
 * Reads the text of a key file.
 * @returns undefined when it is not one: broken JSON, another format, a secret cut short
 */
export function parseKeyDocument(text: string): KeyDocument | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isPlain(value) || value['format'] !== 'kepil-keys/1' || !isPlain(value['services'])) return undefined;
  const root = value['root'];
  if ((root !== undefined && !isBytes(root, 32)) || !isBytes(value['mark'], 16)) return undefined;
  const wrapped = value['wrappedRoot'];
  if (wrapped !== undefined && (root !== undefined || !isWrapped(wrapped))) return undefined;
  const services = Object.entries(value['services']);
  if (!services.every(([id, keys]) => isId(id) && isSealedKeys(keys))) return undefined;
  return value as unknown as KeyDocument;
}
