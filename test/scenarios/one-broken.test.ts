import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Id, newId } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import type { RequestRecord } from '../../src/store/index.ts';
import { endWaits } from '../../src/system/index.ts';
import { addPerson } from '../person.ts';
import { openWorld, type TestWorld } from '../world.ts';
import { exampleText } from './liar.ts';

describe('one person whose keys do not open', () => {
  let world: TestWorld;
  let broken: Id;
  let sound: Id;
  const faults: Error[] = [];
  const onFault = (error: Error) => void faults.push(error);

  beforeAll(async () => {
    world = await openWorld(exampleText());
    const { installation, service } = world;
    broken = await addPerson(installation.world, service.id, { email: 'broken@example.kz' });
    sound = await addPerson(installation.world, service.id, { email: 'sound@example.kz' });
    await sql(
      `update subject_key set bytes = overlay(bytes placing '\\x00000000'::bytea from 20)
      where subject_id = '${broken}'`,
    );
  });
  afterAll(() => world?.close());

  async function sql(text: string) {
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    const { rows } = await client.query(text);
    await client.end();
    return rows;
  }

  const waiting = (subject: Id, n: number): RequestRecord => ({
    ...{ service: world.service.id, subject, id: newId(world.now + n, nodeCrypto.random) },
    ...{ kind: 'object', state: 'waiting', channel: 'cabinet', identity: 'signed-in' },
    ...{ receivedAt: world.now, enteredAt: world.now, dueOn: '2026-11-25' },
    ...{ pauses: [{ reason: 'identity', since: world.now }], waitsUntil: '2026-11-19' },
  });

  it('keeps nobody else waiting, though theirs fill more than one batch before them', async () => {
    await world.installation.world.store.transaction(async (tx) => {
      for (let n = 0; n < 51; n++) await tx.requests.insert(waiting(broken, n));
      await tx.requests.insert(waiting(sound, 99));
    });
    expect(await endWaits(world.installation.world, onFault)).toBe(1);
    expect(faults).toHaveLength(51);
    expect(faults[0]).toMatchObject({ code: 'ERR_VAULT_SEALED' });
    const open = await sql("select subject_id from request where state = 'open'");
    expect(open).toEqual([{ subject_id: sound }]);
  });
});
