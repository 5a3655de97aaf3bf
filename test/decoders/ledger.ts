import { textOf, utf8 } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { builtLog } from '../../src/ledger/fixtures/built-log.ts';
import {
  cosign,
  decodeBundle,
  decodeEntry,
  encodeBundle,
  encodeEntry,
  entryBundlePath,
  formatCheckpoint,
  formatReceipt,
  inclusionProof,
  openCosigned,
  openNote,
  openReceipt,
  parseCheckpoint,
  parseReceipt,
  parseVerifierKey,
  tilePath,
  verifierKeyOf,
  verifyLog,
  witnessKeyOf,
} from '../../src/ledger/index.ts';
import type { Decoder } from './decoder.ts';

const origin = 'example.kz/log';
const signer = nodeCrypto.newSigningKey();
const verifierKey = verifierKeyOf(origin, signer.publicKey, nodeCrypto.hash);
const witness = { name: 'witness.example', key: nodeCrypto.newSigningKey(), time: 1_795_000_000 };
const witnessKey = witnessKeyOf(witness.name, witness.key.publicKey, nodeCrypto.hash);

const leaves = Array.from({ length: 300 }, (_, n) =>
  encodeEntry({
    v: 1,
    id: `018f2a00-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at: '2026-11-20T05:00:00.000Z',
    kind: 'read',
    verb: 'read',
    outcome: 'allowed',
    actor: { role: 'clerk' },
    because: ['rule@clause:2.а', 'rule@article:94-V Art. 8(1)'],
    ...(n % 2 === 0 && { counts: { row: n } }),
  }),
);
const logs = [290, 300].map((size) => builtLog(leaves.slice(0, size), origin, signer));
const [older, log] = logs as [(typeof logs)[number], (typeof logs)[number]];
const receipts = [3, 280].map((index) => {
  const path = inclusionProof({ index, size: 300 }, log.tiles, nodeCrypto.hash);
  return formatReceipt({ leaf: leaves[index] as Uint8Array, index, path, checkpoint: log.note });
});

/** The text in bytes; undefined when they are no UTF-8, which is where every decoder of texts begins. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return textOf(bytes);
  } catch {
    return undefined;
  }
}

/** A decoder of texts. */
const ofText = (read: (text: string) => string | undefined) => (bytes: Uint8Array) => {
  const text = textIn(bytes);
  // A mark of byte order is dropped in decoding: such bytes are not what they say.
  return text === undefined || utf8(text).length !== bytes.length ? undefined : read(text);
};

/** What `verifyLog` says of the log of 300 entries with one file put in its place. */
const withFile = (path: string) => (bytes: Uint8Array) => {
  const { ok, signature, size, root } = verifyLog(
    (asked) => (asked === path ? bytes : log.files.get(asked)),
    { verifierKey },
    nodeCrypto,
  );
  return ok && signature === 'good' ? `${size} ${root}` : undefined;
};
const files = (path: string) => logs.flatMap(({ files: all }) => all.get(path) ?? []).toReversed();

/** What stands in a log, what is published of it and what people keep of it. */
export const ofLedger: readonly Decoder[] = [
  {
    name: 'entry',
    law: 'open',
    samples: leaves.slice(0, 4),
    read: (bytes) => {
      const entry = decodeEntry(bytes);
      return entry && encodeEntry(entry);
    },
  },
  {
    name: 'bundle of entries',
    law: 'open',
    samples: [encodeBundle(leaves.slice(0, 3)), encodeBundle(leaves.slice(3, 9))],
    read: (bytes) => {
      const found = decodeBundle(bytes);
      return found && encodeBundle(found);
    },
  },
  {
    name: 'file of entries in a log',
    law: 'sealed',
    slower: 8,
    samples: files(entryBundlePath(1, 44)),
    read: withFile(entryBundlePath(1, 44)),
  },
  {
    name: 'full file of entries in a log',
    law: 'sealed',
    slower: 8,
    samples: files(entryBundlePath(0, 256)),
    read: withFile(entryBundlePath(0, 256)),
  },
  {
    name: 'tile in a log',
    law: 'sealed',
    slower: 8,
    samples: files(tilePath({ level: 0, index: 0 }, 256)),
    read: withFile(tilePath({ level: 0, index: 0 }, 256)),
  },
  {
    name: 'checkpoint of a log',
    law: 'sealed',
    slower: 8,
    samples: [utf8(log.note)],
    read: withFile('checkpoint'),
  },
  {
    name: 'note',
    law: 'sealed',
    samples: [utf8(log.note), utf8(older.note)],
    read: ofText((text) => openNote(text, verifierKey, nodeCrypto)?.text),
  },
  {
    name: 'checkpoint',
    law: 'open',
    samples: [utf8(formatCheckpoint({ origin, size: 300, root: nodeCrypto.hash(utf8('')) }))],
    // Lines of extensions may follow, and are kept as they are.
    read: ofText((text) => {
      const found = parseCheckpoint(text);
      return found && formatCheckpoint(found) + text.split('\n').slice(3).join('\n');
    }),
  },
  {
    name: 'cosignature',
    law: 'sealed',
    samples: [log, older].map(({ note }) => utf8(cosign(note, witness, nodeCrypto))),
    read: ofText((text) => {
      const opened = openCosigned(text, witnessKey, nodeCrypto);
      return opened && `${opened.time} ${opened.text}`;
    }),
  },
  {
    name: 'verifier key',
    law: 'open',
    samples: [utf8(verifierKey), utf8(verifierKeyOf('other.kz/log', witness.key.publicKey, nodeCrypto.hash))],
    read: ofText((text) => {
      const found = parseVerifierKey(text, nodeCrypto.hash);
      return found && verifierKeyOf(found.name, found.publicKey, nodeCrypto.hash);
    }),
  },
  {
    name: 'receipt taken apart',
    law: 'open',
    samples: receipts.map(utf8),
    read: ofText((text) => {
      const found = parseReceipt(text);
      return found && formatReceipt(found);
    }),
  },
  {
    name: 'receipt',
    law: 'sealed',
    samples: receipts.map(utf8),
    read: ofText((text) => {
      const shown = openReceipt(text, verifierKey, nodeCrypto);
      return shown && `${shown.index} ${shown.entry.id} ${shown.checkpoint.size}`;
    }),
  },
];
