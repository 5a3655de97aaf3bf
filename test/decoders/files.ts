import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Id, KepilError } from '../../src/base/index.ts';
import { archivedParts, archiveSeal, checkArchive, writeArchive } from '../../src/cli/archive-file.ts';
import {
  makeBackupKey,
  nodeCrypto,
  openKeyFile,
  openWitnessKey,
  readBackupKey,
} from '../../src/keys/index.ts';
import type { DumpPart, StoreHalf } from '../../src/store/index.ts';
import type { Decoder } from './decoder.ts';

const service = '018f2a00-0000-7000-8000-00000000000a' as Id;
const hexadecimal = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Files are refused by an error that names the file. */
const refuses = (error: unknown) =>
  error instanceof KepilError && ['ERR_USAGE', 'ERR_KEYS_MISSING', 'ERR_VAULT_SEALED'].includes(error.code);

async function* parts(): AsyncIterable<DumpPart> {
  yield { table: 'subject', columns: ['service_id'] } as unknown as DumpPart;
  yield Buffer.alloc(70_000, 'row of a made-up person\n');
  yield Buffer.from('the last one');
}

/** Decoders of files, which need a folder of their own. `close` takes it away. */
export interface FileDecoders {
  readonly decoders: readonly Decoder[];
  close(): void;
}

/** What lies in files: keys and archives. */
export async function ofFiles(): Promise<FileDecoders> {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-decoders-'));
  mkdirSync(join(folder, 'keys'), { mode: 0o700 });
  const at = (name: string) => join(folder, 'keys', name);
  const put = (name: string, bytes: Uint8Array) => {
    writeFileSync(at(name), bytes, { mode: 0o600 });
    chmodSync(at(name), 0o600);
    return at(name);
  };
  openKeyFile(at('keys'), nodeCrypto).create(service);
  const backup = makeBackupKey(at('backup'), 3, nodeCrypto);
  openWitnessKey(at('witness'), 'witness.example', nodeCrypto);
  const archive = async (half: StoreHalf): Promise<Decoder> => {
    const seal = half === 'sealed' ? { key: backup.data } : { key: backup.keys, generation: 3 };
    const head = {
      format: 'kepil-backup/1',
      half,
      id: service,
      at: '2026-11-20T05:00:00.000Z',
      schema: 19,
      services: [],
    } as const;
    await writeArchive(at(half), seal, { head, ...(half === 'newest' && { keys: '{}' }), parts: parts() });
    return {
      name: `archive of ${half === 'newest' ? 'keys' : 'data'}`,
      law: 'sealed',
      slower: 40,
      samples: [readFileSync(at(half))],
      refuses,
      read: async (bytes) => {
        const path = put(`${half}-spoiled`, bytes);
        const found = await checkArchive(path, backup, half);
        const all: string[] = [JSON.stringify(found.head), found.keys ?? ''];
        for await (const part of archivedParts(path, await archiveSeal(path, backup, half), half))
          all.push(part instanceof Uint8Array ? hexadecimal(nodeCrypto.hash(part)) : JSON.stringify(part));
        return all.join(' ');
      },
    };
  };
  const decoders: readonly Decoder[] = [
    {
      name: 'key document',
      law: 'sealed',
      slower: 10,
      samples: [readFileSync(at('keys'))],
      refuses,
      read: (bytes) => {
        const ring = openKeyFile(put('keys-spoiled', bytes), nodeCrypto).service(service);
        const { indexKey, draftKey, logKey, epochs } = ring;
        return [indexKey, draftKey, logKey.publicKey, ...epochs.map((n) => ring.epochKey(n))]
          .map(hexadecimal)
          .join();
      },
    },
    {
      name: 'key of backups',
      law: 'sealed',
      slower: 10,
      samples: [readFileSync(at('backup'))],
      refuses,
      // A key tells nothing of being the right one: what it opens does. A shorter or longer one is none.
      read: (bytes) => (readBackupKey(put('backup-spoiled', bytes)) ? 'a key' : undefined),
    },
    {
      name: 'key of a witness',
      law: 'sealed',
      slower: 10,
      samples: [readFileSync(at('witness'))],
      refuses,
      read: (bytes) =>
        openWitnessKey(put('witness-spoiled', bytes), 'witness.example', nodeCrypto) ? 'a key' : undefined,
    },
    await archive('newest'),
    await archive('sealed'),
  ];
  return { decoders, close: () => rmSync(folder, { recursive: true, force: true }) };
}
