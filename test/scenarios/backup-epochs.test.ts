import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { archivedParts, archiveSeal } from '../../src/cli/archive-file.ts';
import { keysPath } from '../../src/cli/installation.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { type RestoreOptions, restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { type BackupKey, nodeCrypto, openKeyFile, readBackupKey } from '../../src/keys/index.ts';
import { destroyAccount, turnEpoch } from '../../src/system/index.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { addPerson } from '../person.ts';
import { wrappedIn } from '../raw-keys.ts';
import { openWorld, type TestWorld } from '../world.ts';
import { exampleText } from './liar.ts';

describe('an archive of keys from before the end of an epoch', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-old-keys-'));
  const [first, second, ledger] = ['first', 'second', 'ledger'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const key = join(folder, 'secret', 'backup.key');
  const oldKey = join(folder, 'secret', 'copy-from-before.key');
  const databases: FreshDatabase[] = [];
  let world: TestWorld;
  let gone: Id;

  beforeAll(async () => {
    world = await openWorld(exampleText());
    const { installation, service } = world;
    gone = await addPerson(installation.world, service.id, { email: 'gone@example.kz' });
    await addPerson(installation.world, service.id, { email: 'stays@example.kz' });
    await makeBackup(installation, { folder: first, key });
    cpSync(key, oldKey);
    await destroyAccount(installation.world, { service, subject: gone });
    expect(await turnEpoch(installation.world, service.id)).toMatchObject({ ended: true, epoch: 2 });
    const made = await makeBackup(installation, { folder: second, key });
    expect(made).toMatchObject({ keyMade: false, stepped: true });
    await installation.tick();
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
  });

  afterAll(async () => {
    for (const database of databases) await database.drop();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function restored(from: string, more: Partial<RestoreOptions> = {}) {
    const database = await databaseOn(world.databaseUrl);
    databases.push(database);
    const data = mkdtempSync(join(folder, 'data-'));
    const said: string[] = [];
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const options = { data, databaseUrl: database.url, key, ledger, ...more };
    expect(await restore(from, options, terminal), said.join('\n')).toBe(0);
    return data;
  }

  const epochsIn = (data: string) =>
    openKeyFile(keysPath({ data }), nodeCrypto).service(world.service.id).epochs;

  it('does not open with the key of backups as it is now', async () => {
    await expect(restored(first, { olderKeys: true })).rejects.toMatchObject({ reason: 'backup-unreadable' });
    expect(existsSync(`${key}.old`)).toBe(false);
    expect(readFileSync(oldKey, 'utf8')).not.toBe(readFileSync(key, 'utf8'));
  });

  it('holds no wrapped key that lives, even to whoever kept an older key of backups', async () => {
    const name = readdirSync(first).find((one) => one.endsWith('.keys.kepil')) ?? '';
    const seal = await archiveSeal(join(first, name), readBackupKey(oldKey) as BackupKey, 'newest');
    const parts: Buffer[] = [];
    for await (const part of archivedParts(join(first, name), seal, 'newest'))
      if (part instanceof Uint8Array) parts.push(Buffer.from(part));
    const ring = world.installation.world.keys.service(world.service.id);
    const found = wrappedIn([Buffer.concat(parts)], { service: world.service.id, subject: gone, ring });
    expect(found.found).toBeGreaterThan(1);
    expect(found.open).toBe(0);
  });

  it('is no hindrance to a restoration of what was made since, with either copy of the key', async () => {
    for (const copy of [key, oldKey]) expect(epochsIn(await restored(second, { key: copy }))).toEqual([2]);
  });

  it('ends its epoch again when it is restored all the same', async () => {
    const data = await restored(first, { key: oldKey, olderKeys: true });
    expect(epochsIn(data)).toEqual([2]);
  });

  it('leaves archives of data open: they hold no keys', async () => {
    const [oldest = ''] = readdirSync(first).filter((name) => name.endsWith('.data.kepil'));
    expect(epochsIn(await restored(second, { archive: join(first, oldest) }))).toEqual([2]);
  });
});
