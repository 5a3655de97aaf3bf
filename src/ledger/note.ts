import {
  assert,
  base64Of,
  type Crypto,
  concat,
  equalBytes,
  fromBase64,
  fromHex,
  type Hash,
  hexOf,
  type SigningKey,
  utf8,
} from '../base/index.ts';

/** A signature line: key name, 4-byte key id, signature. */
export interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** A note taken apart; nothing in it has been verified. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Who may sign: name, key id and raw Ed25519 public key. */
export interface Verifier {
  readonly name: string;
  readonly id: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** The kind of a key that signs notes. @source C2SP signed-note */
const noteKey = 1;
/** The kind of a key that cosigns checkpoints as a witness. @source C2SP tlog-cosignature */
export const witnessKey = 4;

type KeyKind = typeof noteKey | typeof witnessKey;

interface KeyOf {
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly kind?: KeyKind;
}

const signaturesAtMost = 100;

/** A key name: not empty, no Unicode space, no plus. */
function isName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s\u0085+\p{Cc}]/u.test(name);
}

/** A note is UTF-8 without control characters but the newline. */
function isNoteText(text: string): boolean {
  for (const letter of text) if (letter < ' ' && letter !== '\n') return false;
  return text.isWellFormed();
}

/** Key id: the first four bytes of SHA-256(name ‖ newline ‖ kind ‖ public key). @source C2SP signed-note */
export function keyId({ name, publicKey, kind = noteKey }: KeyOf, hash: Hash): Uint8Array {
  return hash(concat(utf8(`${name}\n`), Uint8Array.of(kind), publicKey)).slice(0, 4);
}

/**
 * The verifier key `name+id+key` of an Ed25519 public key (32 bytes), as note tools write it.
 * @source C2SP signed-note
 */
export function verifierKeyOf(name: string, publicKey: Uint8Array, hash: Hash): string {
  return writtenKey({ name, publicKey, kind: noteKey }, hash);
}

/** The key of a witness, written like that of a log, with its own kind. @source C2SP tlog-cosignature */
export function witnessKeyOf(name: string, publicKey: Uint8Array, hash: Hash): string {
  return writtenKey({ name, publicKey, kind: witnessKey }, hash);
}

function writtenKey({ name, publicKey, kind }: Required<KeyOf>, hash: Hash): string {
  assert(
    isName(name) && publicKey.length === 32,
    'a verifier has a name without spaces and a key of 32 bytes',
  );
  const encoded = base64Of(concat(Uint8Array.of(kind), publicKey));
  return `${name}+${hexOf(keyId({ name, publicKey, kind }, hash))}+${encoded}`;
}

/**
 * Reads a verifier key.
 * @returns undefined when malformed, of another kind or when its id is not that of its key
 */
export function parseVerifierKey(text: string, hash: Hash, kind: KeyKind = noteKey): Verifier | undefined {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  if (!match) return undefined;
  const [, name, hex, encoded] = match as unknown as [string, string, string, string];
  const [id, key] = [fromHex(hex), fromBase64(encoded)];
  if (!isName(name) || !id || key?.length !== 33 || key[0] !== kind) return undefined;
  const publicKey = key.slice(1);
  return equalBytes(id, keyId({ name, publicKey, kind }, hash)) ? { name, id, publicKey } : undefined;
}

/** Signs `text`, which ends in a newline, as `name`. @source C2SP signed-note */
export function signNote(
  text: string,
  name: string,
  key: SigningKey,
  crypto: Pick<Crypto, 'sign' | 'hash'>,
): string {
  assert(isName(name), 'the name of a note key has no spaces and no plus');
  assert(
    text.endsWith('\n') && isNoteText(text),
    'the text of a note ends in a newline and has no control characters',
  );
  const id = keyId({ name, publicKey: key.publicKey }, crypto.hash);
  return `${text}\n— ${name} ${base64Of(concat(id, crypto.sign(key, utf8(text))))}\n`;
}

/** Takes a note apart without verifying anything. @returns undefined when malformed */
export function parseNote(note: string): Note | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || !isNoteText(note)) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > signaturesAtMost) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const match = /^— ([^ ]+) ([^ ]+)$/.exec(line);
    const bytes = match && fromBase64(match[2] as string);
    if (!match || !bytes || bytes.length < 5 || !isName(match[1] as string)) return undefined;
    signatures.push({ name: match[1] as string, id: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return { text: note.slice(0, split + 1), signatures };
}

/**
 * The text of a note that the holder of `verifierKey` signed. Signatures of other keys are ignored.
 * @returns undefined when the note is malformed, the key is, or no signature of that key is there and right
 * @source C2SP signed-note
 */
export function openNote(
  note: string,
  verifierKey: string,
  crypto: Pick<Crypto, 'verify' | 'hash'>,
): { readonly text: string } | undefined {
  const parsed = parseNote(note);
  const verifier = parseVerifierKey(verifierKey, crypto.hash);
  if (!parsed || !verifier) return undefined;
  const own = parsed.signatures.filter(
    ({ name, id }) => name === verifier.name && equalBytes(id, verifier.id),
  );
  const message = utf8(parsed.text);
  const good = own.every((line) => crypto.verify(verifier.publicKey, message, line.signature));
  return own.length > 0 && good ? { text: parsed.text } : undefined;
}
