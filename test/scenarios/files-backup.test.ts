import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { openInstallation } from '../../src/cli/installation.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { restore } from '../../src/cli/restore.ts';
import { openTerminal } from '../../src/cli/terminal.ts';
import { attachFile, destroyAccount, fileRequest, openOwnFile, takeFile } from '../../src/system/index.ts';
import { databaseOn, type FreshDatabase } from '../database.ts';
import { pdfWith } from '../pictures.ts';
import { Attacker } from './attacker.ts';

const aigul = {
  full_name: 'Айгүл Жақыпова',
  birth_date: '1985-05-15',
  email: 'aigul@example.kz',
  phone: '+77010001122',
  postal_address: 'Алматы, улица Придуманная, 12',
};
const berik = { ...aigul, full_name: 'Берік Ахметұлы', email: 'berik@example.kz', phone: '+77010005566' };

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-files-backup-'));
  const key = join(folder, 'secret', 'backup.key');
  const kept = join(folder, 'kept');
  const ledger = join(folder, 'ledger');
  const data = join(folder, 'data');
  const files = { kept: pdfWith('', 700_000), over: pdfWith('', 1_200_000), gone: pdfWith('', 300) };
  let attacker: Attacker;
  let database: FreshDatabase;
  let ids: Readonly<Record<'kept' | 'over' | 'gone' | 'late' | 'arriving', Id>>;
  let own: Id;
  let other: Id;
  const said: string[] = [];

  const at = (subject: Id) => ({ service: attacker.world.service, subject });
  const inner = () => attacker.world.installation.world;
  const take = async (subject: Id, bytes: Uint8Array) => {
    const sent = { name: 'скан.pdf', bytes: whole(bytes) };
    const owner = { service: attacker.world.service.id, subject };
    const taken = await takeFile(inner(), owner, { use: 'request-document', sent });
    return 'problem' in taken ? expect.fail(taken.problem) : taken;
  };
  const put = async (subject: Id, bytes: Uint8Array): Promise<Id> => {
    const filed = await fileRequest(inner(), at(subject), { kind: 'other_by_law', words: 'Документ' });
    if ('problem' in filed) return expect.fail(filed.problem);
    const taken = await take(subject, bytes);
    const what = { me: at(subject), matter: filed.request.id, taken };
    await inner().store.transaction((tx) => attachFile(tx, inner(), what));
    return taken.id;
  };

  beforeAll(async () => {
    attacker = await Attacker.open('test');
    const { world } = attacker;
    own = (await attacker.register(aigul)).id as Id;
    other = (await attacker.register(berik)).id as Id;
    const before = {
      kept: await put(own, files.kept),
      over: await put(own, files.over),
      gone: await put(other, files.gone),
      arriving: (await take(own, pdfWith())).id,
    };
    await makeBackup(world.installation, { folder: kept, key });
    ids = { ...before, late: await put(own, pdfWith()) };
    await attacker.sql.query(`update file set until_on = '2020-01-01' where file_id = $1`, [ids.over]);
    world.wait({ days: 1 });
    await world.installation.tick();
    await destroyAccount(inner(), at(other));
    await world.installation.tick();
    cpSync(join(world.folder, 'log'), ledger, { recursive: true });
    database = await databaseOn(world.databaseUrl);
    const stream = { write: (line: string) => said.push(line) > 0 };
    const terminal = openTerminal({ out: stream, err: stream, environment: {} }, 'en');
    const options = { data, databaseUrl: database.url, key, ledger, olderKeys: true };
    expect(await restore(kept, options, terminal), said.join('\n')).toBe(0);
  }, 120_000);
  afterAll(async () => {
    await database?.drop();
    await attacker?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = async (text: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  it('brings files back whole, and none that was destroyed since, or never arrived', async () => {
    const found = await rows('select file_id as id, state from file order by file_id');
    expect(found).toEqual([{ id: ids.kept, state: 'kept' }]);
    expect(await rows('select distinct file_id as id from file_part')).toEqual([{ id: ids.kept }]);
    expect(said.join('\n')).toContain('destroyed again 2');
    const now = () => attacker.world.now;
    const installation = await openInstallation({ data, databaseUrl: database.url, now });
    try {
      const { bytes } = await openOwnFile(installation.world, at(own), ids.kept);
      expect(await all(bytes)).toStrictEqual(files.kept);
      for (const id of [ids.over, ids.late, ids.arriving])
        await expect(openOwnFile(installation.world, at(own), id)).rejects.toMatchObject({
          code: 'ERR_NOT_FOUND',
        });
    } finally {
      await installation.close();
    }
  });
});
