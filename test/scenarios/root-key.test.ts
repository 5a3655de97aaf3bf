import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { base64Of, type Id } from '../../src/base/index.ts';
import { type Installation, keysPath, openInstallation } from '../../src/cli/installation.ts';
import { moveKeys } from '../../src/cli/keys.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { rootSourceOf } from '../../src/cli/root-source.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { nodeCrypto, rootPlaceOf } from '../../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../../src/reader/index.ts';
import { openService, type ServiceRecord, turnEpoch } from '../../src/system/index.ts';
import { openSegments, openSubject } from '../../src/system/subjects.ts';
import { databaseOn, type FreshDatabase, freshDatabase } from '../database.ts';
import { addPerson } from '../person.ts';
import { TransitServer } from '../transit-server.ts';
import { exampleText } from './liar.ts';

type Environment = Readonly<Record<string, string>>;

const folder = mkdtempSync(join(tmpdir(), 'kepil-root-'));
const data = join(folder, 'data');
const databases: FreshDatabase[] = [];
let server: TransitServer;
let service: ServiceRecord;
let person: Id;
let behind: Environment;

const said: string[] = [];
const terminalIn = (environment: Environment) => {
  const stream = { write: (line: string) => said.push(line) > 0 };
  return openTerminal({ out: stream, err: stream, environment }, 'en');
};

async function within<T>(
  environment: Environment,
  work: (installation: Installation) => Promise<T>,
  at = { data, databaseUrl: databases[0]?.url ?? '' },
): Promise<T> {
  const installation = await openInstallation({ ...at, root: rootSourceOf(environment) });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** The value of the person, opened from the store. */
function read({ world }: Installation): Promise<string | undefined> {
  return world.store.transaction(async (tx) => {
    const subject = await openSubject(tx, world, { service: service.id, id: person, mode: 'look' });
    const [segment] = subject ? await openSegments(tx, world, subject) : [];
    return Object.values(segment?.content ?? {})[0]?.[0]?.value;
  });
}

const move = (to: string, environment: Environment = {}) => moveKeys({ data, to }, terminalIn(environment));

beforeAll(async () => {
  databases.push(await freshDatabase());
  server = await TransitServer.start('kepil');
  behind = {
    KEPIL_TRANSIT_URL: `http://127.0.0.1:${server.port}`,
    KEPIL_TRANSIT_KEY: 'kepil',
    KEPIL_TRANSIT_TOKEN: server.token(),
  };
  await within(behind, async (installation) => {
    const text = exampleText();
    const reading = readText(text, { name: 'policy.txt', hash: nodeCrypto.hash });
    const policy = draftPolicy(reading, text, nodeCrypto.hash);
    const opened = await openService(installation.world, { key: 'test', policy, text: bodyOf(text) });
    service = opened.service;
    person = await addPerson(installation.world, service.id, { email: 'aigul@example.kz' });
    await installation.settle(service);
  });
});

afterAll(async () => {
  for (const database of databases.reverse()) await database.drop();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('an installation whose root key a server keeps', () => {
  it('starts with it, turns its epochs, and does not start without it', async () => {
    expect(rootPlaceOf(keysPath({ data }))).toBe('transit');
    const older = join(folder, 'older');
    await within(behind, async (installation) => {
      expect(await read(installation)).toBe('aigul@example.kz');
      cpSync(join(data, 'keys'), join(older, 'keys'), { recursive: true });
      expect(await turnEpoch(installation.world, service.id)).toMatchObject({ ended: true, epoch: 2 });
      expect(await read(installation)).toBe('aigul@example.kz');
    });
    const { url: databaseUrl = '' } = databases[0] ?? {};
    await expect(within(behind, read, { data: older, databaseUrl })).rejects.toMatchObject({
      reason: 'keys-older',
    });
    server.sealed = true;
    await expect(within(behind, read)).rejects.toMatchObject({ reason: 'transit-sealed' });
    server.sealed = false;
    await expect(within({}, read)).rejects.toMatchObject({ reason: 'keys-root-in-transit' });
    expect(await within(behind, read)).toBe('aigul@example.kz');
  });

  it('is restored from a backup through the server, and not without', async () => {
    const copies = join(folder, 'copies');
    const key = join(folder, 'secret', 'backup.key');
    const ledger = join(folder, 'ledger');
    await within(behind, (installation) => makeBackup(installation, { folder: copies, key }));
    cpSync(join(data, 'log'), ledger, { recursive: true });
    const at = { data: join(folder, 'again'), databaseUrl: '', key, ledger };
    const again = await databaseOn(databases[0]?.url ?? '');
    databases.push(again);
    const options = { ...at, databaseUrl: again.url };
    await expect(restore(copies, options, terminalIn({}))).rejects.toMatchObject({
      reason: 'keys-root-in-transit',
    });
    expect(await restore(copies, options, terminalIn(behind)), said.join('\n')).toBe(0);
    expect(await within(behind, read, options)).toBe('aigul@example.kz');
  });
});

describe('the root key', () => {
  it('moves to any place, each time as a new one, and everything opens from there', async () => {
    const file = () => readFileSync(keysPath({ data }), 'utf8');
    const handed = base64Of(nodeCrypto.random(32));
    const [first, second] = [base64Of(nodeCrypto.random(32)), base64Of(nodeCrypto.random(32))];
    const steps: readonly (readonly [to: string, moving: Environment, then: Environment])[] = [
      ['file', behind, {}],
      ['file', {}, {}],
      ['environment', { KEPIL_NEW_ROOT_KEY: handed }, { KEPIL_ROOT_KEY: handed }],
      ['environment', { KEPIL_ROOT_KEY: handed, KEPIL_NEW_ROOT_KEY: first }, { KEPIL_ROOT_KEY: first }],
      ['transit', { KEPIL_ROOT_KEY: first, ...behind }, behind],
      ['transit', behind, behind],
      ['environment', { ...behind, KEPIL_NEW_ROOT_KEY: second }, { KEPIL_ROOT_KEY: second }],
    ];
    const marks = new Set<string>([JSON.parse(file()).mark]);
    for (const [to, moving, then] of steps) {
      const before = file();
      await move(to, moving);
      expect(rootPlaceOf(keysPath({ data }))).toBe(to);
      expect(await within(then, read), to).toBe('aigul@example.kz');
      marks.add(JSON.parse(file()).mark);
      for (const secret of Object.values<string>(JSON.parse(before).services[service.id].epochs))
        expect(file()).not.toContain(secret);
    }
    expect(marks.size).toBe(steps.length + 1);
    expect(said.join('')).not.toContain(second);
  });

  it('stays where it is when it cannot move, and says why', async () => {
    const whole = readFileSync(keysPath({ data }), 'utf8');
    const other = { KEPIL_ROOT_KEY: base64Of(nodeCrypto.random(32)) };
    await expect(move('cloud')).rejects.toMatchObject({ reason: 'root-place' });
    await expect(move('file')).rejects.toMatchObject({ reason: 'root-unset' });
    await expect(move('transit', other)).rejects.toMatchObject({ reason: 'root-unset' });
    await expect(move('environment', other)).rejects.toMatchObject({ reason: 'root-unset' });
    await expect(move('file', other)).rejects.toMatchObject({ reason: 'keys-root-wrong' });
    server.sealed = true;
    await expect(move('transit', { ...other, ...behind })).rejects.toMatchObject({
      reason: 'transit-sealed',
    });
    server.sealed = false;
    await expect(moveKeys({ data: join(folder, 'none'), to: 'file' }, terminalIn({}))).rejects.toMatchObject({
      reason: 'data-missing',
    });
    expect(readFileSync(keysPath({ data }), 'utf8')).toBe(whole);
  });
});
