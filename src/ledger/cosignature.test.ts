import { describe, expect, it } from 'vitest';
import { base64Of, fromBase64 } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  cosign,
  emptyRoot,
  formatCheckpoint,
  openCosigned,
  openNote,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierKeyOf,
  witnessKey,
  witnessKeyOf,
} from './index.ts';

const name = 'example.kz/log';
const key = nodeCrypto.newSigningKey();
const verifier = verifierKeyOf(name, key.publicKey, nodeCrypto.hash);
const text = formatCheckpoint({ origin: name, size: 0, root: emptyRoot(nodeCrypto.hash) });
const note = signNote(text, name, key, nodeCrypto);

const own = { name: 'witness.example', key: nodeCrypto.newSigningKey(), time: 1_790_000_000 };
const ownKey = witnessKeyOf(own.name, own.key.publicKey, nodeCrypto.hash);
const cosigned = cosign(note, own, nodeCrypto);

describe('a cosigned checkpoint', () => {
  it('opens with the key of its witness, and says when it was seen', () => {
    expect(openCosigned(cosigned, ownKey, nodeCrypto)).toEqual({ text, time: own.time });
  });

  it('keeps the signature of the log', () => {
    expect(openNote(cosigned, verifier, nodeCrypto)).toEqual({ text });
    expect(parseNote(cosigned)?.signatures).toHaveLength(2);
  });

  it('carries one cosignature of each witness, the newest', () => {
    const later = cosign(cosigned, { ...own, time: own.time + 60 }, nodeCrypto);
    expect(openCosigned(later, ownKey, nodeCrypto)?.time).toBe(own.time + 60);
    expect(parseNote(later)?.signatures).toHaveLength(2);
    const other = { ...own, name: 'other.example', key: nodeCrypto.newSigningKey() };
    const both = cosign(later, other, nodeCrypto);
    expect(parseNote(both)?.signatures).toHaveLength(3);
    expect(openCosigned(both, ownKey, nodeCrypto)?.time).toBe(own.time + 60);
  });

  it('has the form of the specification: id, eight bytes of time, signature', () => {
    const [, line = ''] = cosigned.trimEnd().split('\n').slice(-2);
    const bytes = fromBase64(line.split(' ')[2] ?? '') ?? new Uint8Array();
    expect(bytes).toHaveLength(4 + 8 + 64);
    expect(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(4)).toBe(BigInt(own.time));
    const signed = new TextEncoder().encode(`cosignature/v1\ntime ${own.time}\n${text}`);
    expect(nodeCrypto.verify(own.key.publicKey, signed, bytes.slice(12))).toBe(true);
    expect(parseVerifierKey(ownKey, nodeCrypto.hash)).toBeUndefined();
    expect(parseVerifierKey(ownKey, nodeCrypto.hash, witnessKey)?.name).toBe(own.name);
  });

  it('does not open by another key, after any change, or with the time turned back', () => {
    const stranger = nodeCrypto.newSigningKey();
    const others = witnessKeyOf(own.name, stranger.publicKey, nodeCrypto.hash);
    expect(openCosigned(cosigned, others, nodeCrypto)).toBeUndefined();
    expect(openCosigned(note, ownKey, nodeCrypto)).toBeUndefined();
    expect(openCosigned(cosigned, verifier, nodeCrypto)).toBeUndefined();
    expect(openCosigned(cosigned.replace('\n0\n', '\n1\n'), ownKey, nodeCrypto)).toBeUndefined();
    const line = cosigned.trimEnd().split('\n').at(-1) as string;
    const bytes = fromBase64(line.split(' ')[2] ?? '') as Uint8Array;
    for (let at = 4; at < bytes.length; at++) {
      const turned = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));
      const mutated = cosigned.replace(line, `— ${own.name} ${base64Of(turned)}`);
      expect(openCosigned(mutated, ownKey, nodeCrypto), `byte ${at}`).toBeUndefined();
    }
  });
});
