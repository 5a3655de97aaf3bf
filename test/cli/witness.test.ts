import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/keys/index.ts';
import { builtLog } from '../../src/ledger/fixtures/built-log.ts';
import { encodeEntry, openCosigned, verifierKeyOf, witnessKeyOf } from '../../src/ledger/index.ts';
import { kepil, stopLeft } from '../kepil-process.ts';
import { temporaryFolder } from './place.ts';

const origin = 'dala-kitap.example/log';
const signer = nodeCrypto.newSigningKey();

const leafOf = (n: number, verb = 'read') =>
  encodeEntry({
    v: 1,
    id: `018f2a00-0000-7000-8000-${String(n).padStart(12, '0')}`,
    at: '2026-11-20T05:00:00.000Z',
    kind: 'read',
    verb,
    outcome: 'allowed',
    actor: { role: 'clerk' },
  });
const leaves = (count: number, verb?: string) => Array.from({ length: count }, (_, n) => leafOf(n, verb));

describe('kepil witness', () => {
  afterAll(stopLeft);
  const folder = temporaryFolder();
  const log = join(folder, 'log');
  const data = join(folder, 'witness');

  /** Puts a log of that many entries into the folder, signed by its key. */
  function publish(count: number, { verb, by = signer }: { verb?: string; by?: typeof signer } = {}): string {
    rmSync(log, { recursive: true, force: true });
    const { files, note } = builtLog(leaves(count, verb), origin, by);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(log, path)), { recursive: true });
      writeFileSync(join(log, path), bytes);
    }
    writeFileSync(join(log, 'verifier-key'), verifierKeyOf(origin, by.publicKey, nodeCrypto.hash));
    return note;
  }

  const look = (...more: string[]) =>
    kepil(['witness', log, '--once', '--data', data, '--name', 'witness.example', '--lang', 'en', ...more]);
  const memory = () => join(data, 'logs', readdirSync(join(data, 'logs'))[0] ?? '');
  const cosigned = () => readFileSync(join(memory(), 'checkpoint'), 'utf8');
  const keyIn = (out: string) => /Key of the witness: (\S+)/.exec(out)?.[1] ?? '';

  it('cosigns what it sees, with a key of its own that nobody else can read', async () => {
    publish(300);
    const { code, out, err } = await look();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${origin}: cosigned, 300 entries, 300 of them new`);
    expect(statSync(join(data, 'witness.key')).mode & 0o777).toBe(0o600);
    const opened = openCosigned(cosigned(), keyIn(out), nodeCrypto);
    expect(opened?.text.split('\n')[1]).toBe('300');
    expect(Math.abs((opened?.time ?? 0) - Date.now() / 1000)).toBeLessThan(120);
  });

  it('cosigns growth, and lets others verify against what it saw', async () => {
    publish(513);
    const { code, out } = await look();
    expect(code).toBe(0);
    expect(out).toContain('513 entries, 213 of them new');
    const file = join(folder, 'seen');
    writeFileSync(file, cosigned());
    publish(520);
    const against = ['verify', log, '--against', file, '--lang', 'en'];
    const verified = await kepil([...against, '--witness', keyIn(out)]);
    expect(verified.code, verified.err).toBe(0);
    expect(verified.out).toMatch(/A witness saw the checkpoint: 20\d\d-/);
    const other = witnessKeyOf('witness.example', signer.publicKey, nodeCrypto.hash);
    const refused = await kepil([...against, '--witness', other]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('did not cosign');
    expect((await kepil(['verify', log, '--witness', keyIn(out), '--lang', 'en'])).code).toBe(2);
  });

  it.each([
    ['is shorter than before', () => publish(500)],
    ['is as long and another', () => publish(513, { verb: 'change' })],
    ['is longer and another from the start', () => publish(600, { verb: 'change' })],
    ['is signed by another key', () => publish(600, { by: nodeCrypto.newSigningKey() })],
  ])('refuses a log that %s, keeps what it showed, and its own memory', async (_what, shown) => {
    const before = cosigned();
    const note = shown();
    const { code, err } = await look();
    expect(code).toBe(1);
    expect(err).toContain('not cosigned');
    expect(cosigned()).toBe(before);
    const kept = readdirSync(memory()).filter((name) => name.startsWith('refused-'));
    expect(kept.map((name) => readFileSync(join(memory(), name), 'utf8'))).toContain(note);
  });

  it('refuses a log with an entry changed at any of its ends and in the middle', async () => {
    for (const at of [0, 300, 599]) {
      publish(600);
      const bundle = join(log, 'tile', 'entries');
      const name = readdirSync(bundle, { recursive: true }).map(String);
      const path = join(
        bundle,
        name.filter((one) => statSync(join(bundle, one)).isFile())[Math.floor(at / 256)] ?? '',
      );
      const bytes = readFileSync(path);
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      expect((await look()).code, `entry ${at}`).toBe(1);
    }
  });

  it('goes on after that with the log as it was, and tells of one that cannot be reached', async () => {
    publish(600);
    expect((await look()).out).toContain('600 entries, 87 of them new');
    const { code, err } = await kepil([
      ...['witness', log, 'http://127.0.0.1:1/log', '--once', '--data', data, '--lang', 'en'],
    ]);
    expect(code).toBe(0);
    expect(err).toContain('127.0.0.1:1');
  });

  it('watches a log over http', async () => {
    const server = createServer((request, reply) => {
      try {
        reply.end(readFileSync(join(log, request.url ?? '')));
      } catch {
        reply.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, out } = await kepil(['witness', url, '--once', '--data', data, '--lang', 'en']);
    server.close();
    expect(code).toBe(0);
    expect(out).toContain('600 entries, 0 of them new');
  });

  it('takes no key file that others can read, or that is none', async () => {
    writeFileSync(join(data, 'witness.key'), '{}');
    const { code, err } = await look();
    expect(code).toBe(3);
    expect(err).toContain('cannot be read');
    expect((await look('--every', '0')).code).toBe(2);
  });
});
