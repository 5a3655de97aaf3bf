import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { keysPath, openInstallation } from '../../src/cli/installation.ts';
import { nodeCrypto, openKeyFile } from '../../src/keys/index.ts';
import { unwrapSubjectKeys } from '../../src/vault/index.ts';
import { kepil, spawnKepil, startKepil, stopLeft } from '../kepil-process.ts';
import { addPerson } from '../person.ts';
import { examplePath, temporaryFolder } from './place.ts';

const folder = temporaryFolder();
const data = join(folder, 'data');
const inside = (...words: string[]) => ['keys', ...words, '--data', data];

afterAll(stopLeft);

interface Row {
  readonly service: string;
  readonly epoch: number;
  readonly turning?: boolean;
  readonly ended?: boolean;
}

async function json<T = readonly Row[]>(...words: string[]): Promise<T> {
  const { code, out, err } = await kepil([...inside(...words), '--json']);
  expect(code, err).toBe(0);
  return JSON.parse(out) as T;
}

interface State {
  readonly root: string;
  readonly services: readonly Row[];
}

describe('kepil keys', () => {
  it('says what it lacks where Kepil was never run', async () => {
    mkdirSync(folder, { recursive: true });
    const { code, err } = await kepil(inside('show'));
    expect([code, err.includes('--data')], err).toEqual([2, true]);
  });

  it('shows and turns the epochs of what runs, and of what does not', async () => {
    const running = await startKepil([examplePath, '--data', data]);
    const shown = await kepil([...inside('show'), '--lang', 'en']);
    expect(shown.out).toMatch(
      /^Root key: in the key file\n_house: epoch 1, since .*, turns .*\n.*: epoch 1, since/,
    );
    const turned = await kepil([...inside('turn'), '--lang', 'en']);
    expect(turned.code, turned.err).toBe(0);
    expect(turned.out).toContain('_house: epoch 2, keys moved: ');
    expect(turned.out).toContain('Make a backup');
    expect((await json<State>('show')).services.map(({ epoch, turning }) => [epoch, turning])).toEqual([
      [2, false],
      [2, false],
    ]);
    await running.stop();
    const [one] = (await json<State>('show')).services.filter(({ service }) => service !== '_house');
    const name = one?.service ?? '';
    expect(await json('turn', '--service', name)).toMatchObject([{ service: name, epoch: 3, ended: true }]);
    const none = await kepil([...inside('turn', '--service', 'nobody'), '--lang', 'en']);
    expect([none.code, none.err.length > 0]).toEqual([3, true]);
  }, 60_000);

  it('goes on with a turn that was killed, wherever that was', async () => {
    const service = await crowd();
    for (const wait of [300, 700, 900, 1_100]) {
      const { child, ended } = spawnKepil(inside('turn'));
      await pause(wait);
      child.kill('SIGKILL');
      await ended;
    }
    const rows = await json('turn');
    expect(rows.every(({ ended }) => ended)).toBe(true);
    expect((await json<State>('show')).services.some(({ turning }) => turning)).toBe(false);
    const { epochs } = openKeyFile(keysPath({ data }), nodeCrypto).service(service);
    expect(epochs.length).toBe(1);
    const held = JSON.parse(readFileSync(keysPath({ data }), 'utf8')).services[service].epochs;
    expect(Object.keys(held)).toEqual(epochs.map(String));
    expect(await openedIn(service)).toBe(people);
  }, 120_000);
});

const people = 3_000;

/** Many people, so that a turn takes its time. */
async function crowd(): Promise<Id> {
  const installation = await openInstallation({ data });
  const services = await installation.world.store.transaction((tx) => tx.services.list());
  const service = services.find(({ kind }) => kind === 'service')?.id as Id;
  for (let n = 0; n < people; n += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, k) => addPerson(installation.world, service, { value: `${n + k}` })),
    );
  await installation.close();
  return service;
}

async function openedIn(service: Id): Promise<number> {
  const installation = await openInstallation({ data });
  const { world } = installation;
  const ring = world.keys.service(service);
  const all = await world.store.transaction((tx) => tx.subjectKeys.list(service, { limit: people + 9 }));
  await installation.close();
  return all.filter(({ subject, ...wrapped }) =>
    unwrapSubjectKeys(wrapped, { service, subject, epochKey: ring.epochKey(wrapped.epoch) }, nodeCrypto),
  ).length;
}
