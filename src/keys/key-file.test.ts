import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { base64Of, hexOf, KepilError } from '../base/index.ts';
import { type KeyRing, nodeCrypto, openKeyFile, type ServiceKeys } from './index.ts';

const one = '01890a5d-ac96-774b-bcce-b302099a8057';
const two = '01890a5d-ac96-774b-bcce-b302099a8058';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kepil-keys-'));
  path = join(folder, 'keys', 'keys.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mode = (at: string) => statSync(at).mode & 0o777;

function secretsOf(keys: ServiceKeys): string[] {
  return [keys.epochKey(keys.epochs.at(-1) ?? 0), keys.indexKey, keys.draftKey, keys.logKey.seed].map(hexOf);
}

/** The reason of the KepilError `work` throws. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(KepilError);
    expect((error as KepilError).code).toBe('ERR_KEYS_MISSING');
    return (error as KepilError).reason;
  }
  return 'nothing was refused';
}

const open = (rootKey?: Uint8Array): KeyRing => openKeyFile(path, nodeCrypto, rootKey ? { rootKey } : {});

interface Edited {
  root?: string;
  format?: string;
  services: Record<string, { indexKey: string; draftKey: string; epochs: Record<string, string> }>;
}

function edit(change: (document: Edited) => void): void {
  const document = JSON.parse(readFileSync(path, 'utf8')) as Edited;
  change(document);
  writeFileSync(path, JSON.stringify(document));
}

describe('a key file', () => {
  it('is made at the first start, for its owner only', () => {
    open();
    expect(mode(path)).toBe(0o600);
    expect(mode(dirname(path))).toBe(0o700);
    expect(readdirSync(dirname(path))).toEqual(['keys.json']);
  });

  it('is made for its owner only under the widest mask too', () => {
    const before = process.umask(0);
    try {
      open().create(one);
    } finally {
      process.umask(before);
    }
    expect([mode(path), mode(dirname(path))]).toEqual([0o600, 0o700]);
  });

  it('gives the same keys after a restart', () => {
    const first = secretsOf(open().create(one));
    expect(secretsOf(open().service(one))).toEqual(first);
    expect(secretsOf(open().create(one))).toEqual(first);
  });

  it('gives every service and every use a key of its own', () => {
    const ring = open();
    const all = [...secretsOf(ring.create(one)), ...secretsOf(ring.create(two))];
    expect(new Set(all).size).toBe(8);
    expect(all.every((secret) => secret.length === 64)).toBe(true);
  });

  it('keeps what two rings on it create in turn', () => {
    const [left, right] = [open(), open()];
    const first = secretsOf(left.create(one));
    const second = secretsOf(right.create(two));
    expect(secretsOf(right.create(one))).toEqual(first);
    expect(secretsOf(left.service(two))).toEqual(second);
    expect(secretsOf(open().service(one))).toEqual(first);
  });

  it('gives one answer to calls at once', async () => {
    const ring = open();
    const calls = Array.from({ length: 8 }, async () => secretsOf(ring.create(one)).join());
    expect(new Set(await Promise.all(calls)).size).toBe(1);
  });

  it('signs with a key whose public part belongs to it', () => {
    const { logKey } = open().create(one);
    const message = Uint8Array.of(1);
    expect(nodeCrypto.verify(logKey.publicKey, message, nodeCrypto.sign(logKey, message))).toBe(true);
  });

  it('holds no secret in the open but the root key', () => {
    const keys = open().create(one);
    const text = readFileSync(path, 'utf8');
    const secrets = [keys.epochKey(1), keys.indexKey, keys.draftKey, keys.logKey.seed];
    for (const secret of secrets) expect(text).not.toContain(base64Of(secret).slice(0, 20));
  });

  it('survives what a crash left beside it', () => {
    const first = secretsOf(open().create(one));
    writeFileSync(`${path}.new`, '{"half":', { mode: 0o644 });
    const ring = open();
    expect(secretsOf(ring.service(one))).toEqual(first);
    ring.create(two);
    expect(existsSync(`${path}.new`)).toBe(false);
    expect(mode(path)).toBe(0o600);
  });
});

describe('a key file is refused', () => {
  it('when others could read it or its folder', () => {
    const ring = open();
    for (const bad of [0o640, 0o604, 0o620, 0o601]) {
      chmodSync(path, bad);
      expect(refusal(open)).toBe('keys-mode');
      expect(refusal(() => ring.create(one))).toBe('keys-mode');
    }
    chmodSync(path, 0o600);
    chmodSync(dirname(path), 0o755);
    expect(refusal(open)).toBe('keys-mode');
    chmodSync(dirname(path), 0o700);
    expect(refusal(open)).toBe('nothing was refused');
  });

  it('before it is made, when its folder is open to others', () => {
    mkdirSync(dirname(path), { mode: 0o755 });
    chmodSync(dirname(path), 0o755);
    expect(refusal(open)).toBe('keys-mode');
    expect(existsSync(path)).toBe(false);
  });

  it('when it is broken, and is left as it was', () => {
    open().create(one);
    const whole = readFileSync(path, 'utf8');
    for (const bad of [
      '',
      'null',
      '[]',
      whole.slice(0, -20),
      whole.replace('kepil-keys/1', 'kepil-keys/2'),
    ]) {
      writeFileSync(path, bad);
      expect(refusal(open), bad.slice(0, 20)).toBe('keys-broken');
      expect(readFileSync(path, 'utf8')).toBe(bad);
    }
  });

  it('when a secret was edited or moved to another use or service', () => {
    const ring = open();
    ring.create(one);
    ring.create(two);
    const whole = readFileSync(path, 'utf8');
    const swaps: readonly ((document: Edited) => void)[] = [
      ({ services }) => Object.assign(services[one] ?? {}, { indexKey: services[one]?.draftKey }),
      ({ services }) => Object.assign(services, { [one]: services[two] }),
      ({ services }) => Object.assign(services[one]?.epochs ?? {}, { '2': services[one]?.epochs['1'] }),
    ];
    for (const swap of swaps) {
      writeFileSync(path, whole);
      edit(swap);
      expect(refusal(() => open().service(one))).toBe('keys-broken');
    }
    writeFileSync(path, whole);
    edit((document) => {
      document.root = base64Of(nodeCrypto.random(32));
    });
    expect(refusal(open)).toBe('keys-broken');
  });

  it('when it is not a file', () => {
    mkdirSync(path, { recursive: true });
    chmodSync(dirname(path), 0o700);
    chmodSync(path, 0o700);
    expect(refusal(open)).toBe('keys-unreadable');
  });
});

describe('keys that are not there', () => {
  it('are named: the service, the epoch', () => {
    const ring = open();
    expect(refusal(() => ring.service(one))).toBe('keys-service');
    expect(refusal(() => ring.create(one).epochKey(2))).toBe('keys-epoch');
  });
});

describe('a root key kept elsewhere', () => {
  const rootKey = nodeCrypto.random(32);

  it('is not in the file, and opens what it sealed', () => {
    const first = secretsOf(open(rootKey).create(one));
    expect(readFileSync(path, 'utf8')).not.toContain(base64Of(rootKey));
    expect(secretsOf(open(rootKey).service(one))).toEqual(first);
  });

  it('is asked for when missing and refused when wrong', () => {
    open(rootKey).create(one);
    expect(refusal(open)).toBe('keys-root-missing');
    expect(refusal(() => open(nodeCrypto.random(32)))).toBe('keys-root-wrong');
    expect(refusal(() => open(rootKey.slice(1)))).toBe('keys-root-wrong');
  });
});
