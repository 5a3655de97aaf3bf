import { assert, base64Of, type Crypto, concat, equalBytes, type SigningKey, utf8 } from '../base/index.ts';
import { keyId, parseNote, parseVerifierKey, witnessKey } from './note.ts';

/** Who cosigns, and when: whole seconds since the epoch. */
export interface Witnessing {
  readonly name: string;
  readonly key: SigningKey;
  readonly time: number;
}

/** What a witness signs: when it saw the checkpoint, then the checkpoint. */
const messageOf = (text: string, time: number) => utf8(`cosignature/v1\ntime ${time}\n${text}`);

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time));
  return bytes;
}

/**
 * The checkpoint with one more line: that a witness saw it, and no other of the same size before.
 *
 * @source C2SP tlog-cosignature v1
 */
export function cosign(note: string, by: Witnessing, crypto: Pick<Crypto, 'sign' | 'hash'>): string {
  const parsed = parseNote(note);
  assert(parsed !== undefined && Number.isSafeInteger(by.time) && by.time >= 0, 'a witness cosigns a note');
  const { name, key } = by;
  const id = keyId({ name, publicKey: key.publicKey, kind: witnessKey }, crypto.hash);
  const signature = crypto.sign(key, messageOf(parsed.text, by.time));
  const others = note
    .slice(parsed.text.length + 1)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(`— ${name} `));
  const own = `— ${name} ${base64Of(concat(id, timeBytes(by.time), signature))}`;
  return `${parsed.text}\n${[...others, own].join('\n')}\n`;
}

/**
 * The text of a checkpoint that the witness of `key` cosigned, and when.
 *
 * @returns undefined when the note or key is malformed, or no cosignature of that key is there and right
 * @source C2SP tlog-cosignature v1
 */
export function openCosigned(
  note: string,
  key: string,
  crypto: Pick<Crypto, 'verify' | 'hash'>,
): { readonly text: string; readonly time: number } | undefined {
  const parsed = parseNote(note);
  const witness = parseVerifierKey(key, crypto.hash, witnessKey);
  if (!parsed || !witness) return undefined;
  for (const { name, id, signature } of parsed.signatures) {
    if (name !== witness.name || !equalBytes(id, witness.id) || signature.length !== 72) continue;
    const time = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
    if (!Number.isSafeInteger(time)) return undefined;
    const good = crypto.verify(witness.publicKey, messageOf(parsed.text, time), signature.slice(8));
    return good ? { text: parsed.text, time } : undefined;
  }
  return undefined;
}
