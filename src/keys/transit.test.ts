import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../test/certificate.ts';
import { type Policy, TransitServer } from '../../test/transit-server.ts';
import { base64Of, hexOf, KepilError } from '../base/index.ts';
import { nodeCrypto, openKeyRing, type RootSource, rootPlaceOf, Transit } from './index.ts';

const service = '01890a5d-ac96-774b-bcce-b302099a8057';

let server: TransitServer;
let folder: string;
let path: string;

beforeEach(async () => {
  server = await TransitServer.start('kepil');
  folder = mkdtempSync(join(tmpdir(), 'kepil-transit-'));
  path = join(folder, 'keys', 'keys.json');
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Asking {
  readonly token?: string;
  readonly url?: string;
  readonly key?: string;
  readonly mount?: string;
  readonly file?: string;
  readonly namespace?: string;
}

function transit(more: Asking = {}): RootSource {
  const { key = 'kepil', mount = 'transit', url = `http://127.0.0.1:${server.port}`, namespace } = more;
  const token = more.file === undefined ? { text: more.token ?? server.token() } : { file: more.file };
  const settings = { url: new URL(url), key, mount, token, patienceMs: 400 };
  return {
    kind: 'transit',
    transit: new Transit({ ...settings, ...(namespace !== undefined && { namespace }) }),
  };
}

const open = (source = transit()) => openKeyRing(path, nodeCrypto, source);
const document = () => JSON.parse(readFileSync(path, 'utf8')) as { root?: string; wrappedRoot: string };

async function secrets(source = transit()): Promise<readonly string[]> {
  const keys = (await open(source)).create(service);
  return [keys.epochKey(1), keys.indexKey, keys.draftKey, keys.logKey.seed].map(hexOf);
}

/** Why a ring is not opened, and what is said of it. */
async function refusal(source?: RootSource): Promise<Readonly<Record<string, unknown>>> {
  const error = await open(source).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KepilError)) throw error ?? new Error('nothing was refused');
  expect(error.code).toBe('ERR_KEYS_MISSING');
  return { reason: error.reason, ...error.params };
}

describe('a root key that a server keeps', () => {
  it('lies wrapped in the key file alone, and opens the same keys after a restart', async () => {
    const first = await secrets();
    expect(document().root).toBeUndefined();
    expect(document().wrappedRoot).toMatch(/^vault:v1:/);
    expect(rootPlaceOf(path)).toBe('transit');
    const source = transit();
    const root = source.kind === 'transit' ? await source.transit.open(document().wrappedRoot) : undefined;
    expect(root?.length).toBe(32);
    expect(readFileSync(path, 'utf8')).not.toContain(base64Of(root ?? new Uint8Array(1)));
    expect(await secrets()).toEqual(first);
  });

  it('is asked for at the start alone: epochs turn and services come without the server', async () => {
    const ring = await open();
    const before = server.asked.length;
    server.sealed = true;
    ring.create(service);
    ring.beginEpoch(service);
    ring.endEpochsBefore(service, 2);
    expect(server.asked.length).toBe(before);
    server.sealed = false;
    expect((await open()).service(service).epochs).toEqual([2]);
  });

  it('follows the newest version of the key of the server: those before may be forgotten', async () => {
    const first = await secrets();
    server.rotate('kepil');
    expect(await secrets()).toEqual(first);
    expect(document().wrappedRoot).toMatch(/^vault:v2:/);
    server.forget('kepil', 2);
    expect(await secrets()).toEqual(first);
    expect(existsSync(`${path}.old`)).toBe(false);
  });

  it('does without what the token may not do, but for opening', async () => {
    const policy = (more: Policy = {}): Policy => ({ 'decrypt/kepil': ['update'], ...more });
    const making = server.token(policy({ 'encrypt/kepil': ['update'] }));
    const first = await secrets(transit({ token: making }));
    expect(server.asked.slice(0, 2)).toEqual([
      '/v1/transit/datakey/plaintext/kepil',
      '/v1/transit/encrypt/kepil',
    ]);
    server.rotate('kepil');
    expect(await secrets(transit({ token: server.token(policy()) }))).toEqual(first);
    expect(document().wrappedRoot).toMatch(/^vault:v1:/);
    const blind = server.token({ 'encrypt/kepil': ['update'], 'rewrap/kepil': ['update'] });
    expect(await refusal(transit({ token: blind }))).toMatchObject({ reason: 'transit-forbidden' });
  });

  it('is opened with a token from a file, read anew each time, that nobody else may read', async () => {
    const file = join(folder, 'token');
    writeFileSync(file, `${server.token()}\n`, { mode: 0o600 });
    const source = transit({ file });
    const first = await secrets(source);
    const renewed = server.token();
    writeFileSync(file, renewed);
    expect(await secrets(source)).toEqual(first);
    chmodSync(file, 0o644);
    expect(await refusal(source)).toMatchObject({ reason: 'keys-mode' });
    rmSync(file);
    expect(await refusal(source)).toEqual({ reason: 'transit-token-unreadable', path: file });
  });

  it('is found in its namespace', async () => {
    await server.close();
    server = await TransitServer.start('kepil', { namespace: 'kz/shop' });
    expect(await refusal()).toMatchObject({ reason: 'transit-forbidden' });
    expect((await secrets(transit({ namespace: 'kz/shop' }))).length).toBe(4);
  });
});

describe('a server that does not give the root key', () => {
  beforeEach(async () => {
    await secrets();
  });

  it.each([
    ['is sealed', () => Object.assign(server, { sealed: true }), 'transit-sealed'],
    [
      'leads elsewhere',
      () => Object.assign(server, { standbyFor: 'http://10.0.0.1:8200' }),
      'transit-standby',
    ],
    ['says nothing', () => Object.assign(server, { silent: true }), 'transit-unreachable'],
    [
      'no longer opens this version',
      () => {
        server.rotate('kepil');
        server.forget('kepil', 2);
      },
      'transit-refused',
    ],
    [
      'fails',
      () => Object.assign(server, { instead: { status: 500, text: '{"errors":["x"]}' } }),
      'transit-failed',
    ],
    [
      'answers no JSON',
      () => Object.assign(server, { instead: { status: 200, text: '<html>' } }),
      'transit-malformed',
    ],
    [
      'answers without data',
      () => Object.assign(server, { instead: { status: 200, text: '{}' } }),
      'transit-malformed',
    ],
    [
      'answers a short key',
      () => Object.assign(server, { instead: { status: 200, text: '{"data":{"plaintext":"AAAA"}}' } }),
      'transit-malformed',
    ],
  ])('because it %s, is told apart, and changes nothing', async (_, spoil, reason) => {
    const whole = readFileSync(path, 'utf8');
    spoil();
    const said = await refusal();
    expect(said).toMatchObject({ reason, key: 'kepil', url: `http://127.0.0.1:${server.port}` });
    expect(readFileSync(path, 'utf8')).toBe(whole);
  });

  it('because it is not there, is told apart', async () => {
    const url = `http://127.0.0.1:${server.port}`;
    await server.close();
    expect(await refusal(transit({ url, token: 's.x' }))).toMatchObject({
      reason: 'transit-unreachable',
      what: expect.stringMatching(/^(ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET)$/),
    });
    server = await TransitServer.start('kepil');
  });

  it('because of the token, the mount or the key, is told apart; no word has the token', async () => {
    const token = server.token();
    server.revoke(token);
    const said = [
      await refusal(transit({ token })),
      await refusal(transit({ mount: 'kv' })),
      await refusal(transit({ key: 'other' })),
    ];
    expect(said.map(({ reason }) => reason)).toEqual([
      'transit-forbidden',
      'transit-mount',
      'transit-refused',
    ]);
    expect(JSON.stringify(said)).not.toContain(token);
  });

  it('because its certificate is nobody we know, is told apart', async () => {
    const secure = await TransitServer.start('kepil', { certificate: makeCertificate(['127.0.0.1']) });
    const url = `https://127.0.0.1:${secure.port}`;
    const said = await refusal(transit({ url, token: secure.token() }));
    expect(said).toMatchObject({ reason: 'transit-unreachable' });
    expect(secure.asked).toEqual([]);
    await secure.close();
  });

  it('does not get a key file made in its place', async () => {
    rmSync(path);
    server.sealed = true;
    expect(await refusal()).toMatchObject({ reason: 'transit-sealed' });
    expect(existsSync(path)).toBe(false);
  });
});

describe('a root key', () => {
  const handed = (key = nodeCrypto.random(32)): RootSource => ({ kind: 'environment', key });

  it('is asked for where it lies and nowhere else', async () => {
    const places: readonly (readonly [RootSource, string])[] = [
      [{ kind: 'file' }, 'file'],
      [handed(), 'environment'],
      [transit(), 'transit'],
    ];
    for (const [source, place] of places) {
      rmSync(join(folder, 'keys'), { recursive: true, force: true });
      await open(source);
      expect(rootPlaceOf(path)).toBe(place);
      for (const [other, elsewhere] of places)
        if (elsewhere !== place)
          expect(await refusal(other)).toEqual({ reason: `keys-root-in-${place}`, path });
    }
  });

  it('of another file that the server opens all the same is refused by its mark', async () => {
    await open();
    const foreign = document().wrappedRoot;
    rmSync(path);
    await open();
    writeFileSync(path, JSON.stringify({ ...document(), wrappedRoot: foreign }));
    expect(await refusal()).toMatchObject({ reason: 'keys-root-wrong' });
    writeFileSync(path, JSON.stringify({ ...document(), wrappedRoot: 'vault:v1:%%' }));
    expect(await refusal()).toMatchObject({ reason: 'keys-broken' });
  });
});
