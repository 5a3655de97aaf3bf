import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, hexOf } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  emptyRoot,
  formatCheckpoint,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierKeyOf,
} from './index.ts';

const name = 'example.kz/log';
const key = nodeCrypto.newSigningKey();
const verifier = verifierKeyOf(name, key.publicKey, nodeCrypto.hash);
const text = formatCheckpoint({ origin: name, size: 0, root: emptyRoot(nodeCrypto.hash) });
const note = signNote(text, name, key, nodeCrypto);

describe('a signed note', () => {
  it('opens with the key that signed it', () => {
    expect(openNote(note, verifier, nodeCrypto)).toEqual({ text });
  });

  it('has the form of the specification', () => {
    const [origin, size, root, blank, signature] = note.split('\n');
    expect([origin, size, blank]).toEqual([name, '0', '']);
    expect(root).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
    expect(signature).toMatch(/^— example\.kz\/log [\w+/]{91}=$/);
  });

  it('is refused after any change of a letter', () => {
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom('0', 'A', ' ', '\n', '+'), (at, letter) => {
        fc.pre(note[at] !== letter);
        const touched = note.slice(0, at) + letter + note.slice(at + 1);
        expect(openNote(touched, verifier, nodeCrypto)).toBeUndefined();
      }),
    );
  });

  it('is refused under another key, another name or another id', () => {
    const stranger = nodeCrypto.newSigningKey().publicKey;
    expect(openNote(note, verifierKeyOf(name, stranger, nodeCrypto.hash), nodeCrypto)).toBeUndefined();
    expect(
      openNote(note, verifierKeyOf('example.kz/other', key.publicKey, nodeCrypto.hash), nodeCrypto),
    ).toBeUndefined();
    expect(openNote(note, verifier.replace(/\+.{8}\+/, '+00000000+'), nodeCrypto)).toBeUndefined();
    expect(openNote(note, 'nonsense', nodeCrypto)).toBeUndefined();
  });

  it('is refused when a second signature of the same key is wrong', () => {
    const line = note.slice(note.indexOf('— '));
    const wrong = signNote('other\n', name, key, nodeCrypto).split('\n').at(-2);
    expect(openNote(note + line, verifier, nodeCrypto)).toEqual({ text });
    expect(openNote(`${note}${wrong}\n`, verifier, nodeCrypto)).toBeUndefined();
  });

  it('keeps its meaning beside signatures of keys nobody knows', () => {
    const line = `— witness.example ${base64Of(new Uint8Array(76))}\n`;
    expect(openNote(note + line, verifier, nodeCrypto)).toEqual({ text });
    expect(parseNote(note + line)?.signatures).toHaveLength(2);
    expect(openNote(`${text}\n${line}`, verifier, nodeCrypto)).toBeUndefined();
  });

  it('may have empty lines in its text', () => {
    const poem = 'one\n\ntwo\n';
    expect(openNote(signNote(poem, name, key, nodeCrypto), verifier, nodeCrypto)).toEqual({ text: poem });
  });

  it('is not made of what no note can hold', () => {
    for (const bad of ['no newline', 'tab\t\n', '\ud800\n'])
      expect(() => signNote(bad, name, key, nodeCrypto)).toThrow();
    for (const bad of ['', 'two words', 'a+b', 'a\u0085b', 'a\u00a0b']) {
      expect(() => signNote('text\n', bad, key, nodeCrypto)).toThrow();
    }
  });
});

describe('a verifier key', () => {
  it('of a log run by others is read, its id being that of its key', () => {
    const others = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
    const read = parseVerifierKey(others, nodeCrypto.hash);
    expect(read?.name).toBe('sum.golang.org');
    expect(hexOf(read?.id ?? new Uint8Array(0))).toBe('033de0ae');
    expect(verifierKeyOf('sum.golang.org', read?.publicKey ?? new Uint8Array(0), nodeCrypto.hash)).toBe(
      others,
    );
  });
});

describe('a checkpoint', () => {
  const root = nodeCrypto.hash(new Uint8Array(1));

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (size) => {
        const checkpoint = { origin: name, size, root };
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  it('may have extension lines', () => {
    expect(parseCheckpoint(`${name}\n1\n${base64Of(root)}\nextension\n`)).toEqual({
      origin: name,
      size: 1,
      root,
    });
  });

  it('is refused when malformed', () => {
    const encoded = base64Of(root);
    for (const bad of [
      '',
      `${name}\n1\n${encoded}`,
      `\n1\n${encoded}\n`,
      `${name}\n01\n${encoded}\n`,
      `${name}\n-1\n${encoded}\n`,
      `${name}\n1e3\n${encoded}\n`,
      `${name}\n9007199254740993\n${encoded}\n`,
      `${name}\n1\n${encoded.slice(4)}\n`,
      `${name}\n1\n${encoded}\n\n`,
    ]) {
      expect(parseCheckpoint(bad), bad).toBeUndefined();
    }
  });
});
