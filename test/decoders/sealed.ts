import { createDecipheriv, generateKeyPairSync, pbkdf2Sync } from 'node:crypto';
import { canonicalJson, type Id, type Json, utf8 } from '../../src/base/index.ts';
import { nodeCrypto, packages } from '../../src/keys/index.ts';
import {
  chunkLength,
  newSubjectKeys,
  openBytes,
  openSegment,
  openStream,
  type SegmentAddress,
  sealBytes,
  sealSegment,
  sealStream,
  streamHeadBytes,
  unwrapSubjectKeys,
  wrapSubjectKeys,
} from '../../src/vault/index.ts';
import type { Decoder } from './decoder.ts';
import { textIn } from './ledger.ts';

const service = '018f2a00-0000-7000-8000-00000000000a' as Id;
const [subject, another] = [
  '018f2a00-0000-7000-8000-000000000001',
  '018f2a00-0000-7000-8000-000000000002',
] as [Id, Id];
const keys = newSubjectKeys(nodeCrypto);
const epochKey = nodeCrypto.random(32);
const key = nodeCrypto.random(32);

const address: SegmentAddress = { service, subject, access: 'limited', retention: 'ordinary', version: 3 };
const content = { email: [{ value: 'p@example.kz', at: 1, source: 'given' as const }] };
const seal = (at: SegmentAddress) => sealSegment(at, content as never, keys, nodeCrypto).bytes;
const segment = seal(address);
/** Segments that are right elsewhere: an older version, another class, another person under the same key. */
const strangers = [{ version: 2 }, { access: 'secret' }, { subject: another }].map((other) =>
  seal({ ...address, ...other } as SegmentAddress),
);

const wrapped = wrapSubjectKeys(keys, { service, subject, epoch: 7, epochKey }, nodeCrypto).bytes;
const hexadecimal = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');

function streamOf(chunks: readonly string[]): Uint8Array {
  const stream = sealStream(key, 'test', nodeCrypto);
  const sealed = chunks.map((chunk, n) => stream.seal(utf8(chunk), n === chunks.length - 1));
  return Buffer.concat([stream.head, ...sealed]);
}

/** Opens a stream as whoever reads one does: length, chunk, until nothing follows. */
function readStream(bytes: Uint8Array): string | undefined {
  const stream = openStream(key, { context: 'test', head: bytes.slice(0, streamHeadBytes) }, nodeCrypto);
  const texts: string[] = [];
  let at = streamHeadBytes;
  while (stream && at < bytes.length) {
    const length = chunkLength(bytes.slice(at, at + 4));
    if (length === undefined || at + 4 + length > bytes.length) return undefined;
    const end = at + 4 + length;
    const opened = stream.open(bytes.slice(at + 4, end), end === bytes.length);
    if (!opened) return undefined;
    texts.push(Buffer.from(opened).toString('utf8'));
    at = end;
  }
  return texts.length > 0 ? texts.join('|') : undefined;
}

const made = await packages.seal('{"values":{"phone":"made up"}}');
/** Opens a package as RFC 7516 says; whoever gets one has a library for it. */
function readPackage(text: string): string | undefined {
  const [head = '', under = '', nonce = '', sealed = '', tag = ''] = text.split('.');
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  try {
    const { p2s, p2c } = JSON.parse(bytes(head).toString('utf8')) as { p2s: string; p2c: number };
    if (p2c !== 10_000) return undefined;
    const salt = Buffer.concat([Buffer.from('PBES2-HS512+A256KW\0', 'utf8'), bytes(p2s)]);
    const outer = pbkdf2Sync(made?.passphrase ?? '', salt, p2c, 32, 'sha512');
    const unwrap = createDecipheriv('id-aes256-wrap', outer, Buffer.alloc(8, 0xa6));
    const inner = Buffer.concat([unwrap.update(bytes(under)), unwrap.final()]);
    if (bytes(tag).length !== 16) return undefined;
    const cipher = createDecipheriv('aes-256-gcm', inner, bytes(nonce), { authTagLength: 16 });
    cipher.setAAD(Buffer.from(head, 'utf8')).setAuthTag(bytes(tag));
    return cipher.update(bytes(sealed), undefined, 'utf8') + cipher.final('utf8');
  } catch {
    return undefined;
  }
}

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ format: 'pem', type: 'spki' })
  .toString();

/** What lies sealed in the database, in archives and in what is handed on. */
export const ofVault: readonly Decoder[] = [
  {
    name: 'segment',
    law: 'sealed',
    samples: [segment],
    read: (bytes) => {
      const opened = openSegment({ address, bytes }, keys, nodeCrypto);
      return opened && canonicalJson(opened as unknown as Json);
    },
  },
  {
    name: 'segment from elsewhere',
    law: 'sealed',
    samples: [segment],
    read: (bytes) => {
      for (const other of strangers) {
        const half = Math.floor(bytes.length / 2);
        const mixed = [
          other,
          Buffer.concat([bytes.slice(0, half), other.slice(half)]),
          Buffer.concat([other.slice(0, half), bytes.slice(half)]),
        ];
        if (mixed.some((one) => openSegment({ address, bytes: one }, keys, nodeCrypto)))
          return 'a segment from elsewhere';
      }
      return hexadecimal(bytes) === hexadecimal(segment) ? 'its own' : undefined;
    },
  },
  {
    name: 'wrapped keys',
    law: 'sealed',
    samples: [wrapped],
    read: (bytes) =>
      hexadecimal(
        unwrapSubjectKeys({ epoch: 7, bytes }, { service, subject, epochKey }, nodeCrypto)?.subjectKey,
      ),
  },
  {
    name: 'sealed bytes',
    law: 'sealed',
    samples: [sealBytes(key, 'draft:1', utf8('{"a":1}'), nodeCrypto)],
    read: (bytes) => hexadecimal(openBytes(key, 'draft:1', bytes, nodeCrypto)),
  },
  {
    name: 'sealed stream',
    law: 'sealed',
    samples: [streamOf(['one', 'two', 'three']), streamOf(['four'])],
    read: readStream,
  },
  {
    name: 'sealed package',
    law: 'sealed',
    slower: 200,
    samples: [utf8(made?.text ?? '')],
    read: (bytes) => readPackage(textIn(bytes) ?? ''),
  },
  {
    name: 'key of a recipient',
    law: 'sealed',
    slower: 4,
    samples: [utf8(pem)],
    // Any RSA key is somebody's key; that it is the right one the officer sees by its fingerprint.
    read: (bytes) => (packages.takesKey(textIn(bytes) ?? '') ? 'a key' : undefined),
  },
];
