import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { hexOf, type Id } from '../../src/base/index.ts';
import { makeBackup } from '../../src/cli/make-backup.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { turnEpoch } from '../../src/system/index.ts';
import { openSegments, openSubject, writeValues } from '../../src/system/subjects.ts';
import { subkey } from '../../src/vault/index.ts';
import { openWorld, type TestWorld } from '../world.ts';
import { exampleText } from './liar.ts';

const folder = mkdtempSync(join(tmpdir(), 'kepil-nonces-'));
let world: TestWorld | undefined;

afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How often one and the same person's data are written anew here. */
const rewrites = 40;

it('no key seals twice with one nonce, and only keys that may seal more than once do', async () => {
  const seals = new Map<string, string[]>();
  const seal = nodeCrypto.seal.bind(nodeCrypto);
  const watch = vi.spyOn(nodeCrypto, 'seal').mockImplementation((...given) => {
    const [key, nonce] = given;
    const name = hexOf(key);
    seals.set(name, [...(seals.get(name) ?? []), hexOf(nonce)]);
    return seal(...given);
  });
  world = await openWorld(exampleText());
  const { installation, service } = world;
  for (let n = 0; n < 3; n++) {
    const { visitor } = await world.register({
      full_name: 'Айгүл Жақыпова',
      birth_date: '1985-05-15',
      email: `n${n}@example.kz`,
      phone: `+7701000112${n}`,
      postal_address: 'Алматы, улица Придуманная, 12',
    });
    await visitor.get(`${world.base}/privacy`);
    await installation.tick();
  }
  await world.staff('Данияр Әлімов', ['test:support']);
  const subjects = await rewriteAll(world);
  for (let n = 0; n < 2; n++) {
    expect(await turnEpoch(installation.world, service.id)).toMatchObject({ ended: true });
    await makeBackup(installation, { folder: join(folder, 'copies'), key: join(folder, 'key', 'backup') });
  }
  watch.mockRestore();

  const rewritten = new Set(subjects.map((key) => hexOf(subkey(key, ['kepil/segment-key/v1'], nodeCrypto))));
  expect(seals.size).toBeGreaterThan(150);
  for (const [key, nonces] of seals) {
    expect(new Set(nonces).size).toBe(nonces.length);
    const counted = nonces.every((nonce) => nonce.startsWith('00000000000000'));
    if (nonces.length > 1 && !counted) expect(rewritten).toContain(key);
  }
  const most = Math.max(...[...rewritten].map((key) => seals.get(key)?.length ?? 0));
  expect(most).toBeGreaterThanOrEqual(rewrites);
}, 60_000);

/** Writes everybody's data anew many times. @returns the keys of all subjects, of the house as well */
async function rewriteAll({ installation, service: own }: TestWorld): Promise<readonly Uint8Array[]> {
  const { world: within } = installation;
  const services = await within.store.transaction((tx) => tx.services.list());
  const keys: Uint8Array[] = [];
  for (const { id: service } of services) {
    const all = await within.store.transaction((tx) => tx.subjectKeys.list(service, { limit: 99 }));
    for (const { subject: id } of all)
      for (let n = 0; n < (service === own.id ? rewrites : 1); n++)
        keys.push(await rewrite(within, service, id));
  }
  return keys;
}

function rewrite(within: TestWorld['installation']['world'], service: Id, id: Id): Promise<Uint8Array> {
  return within.store.transaction(async (tx) => {
    const subject = await openSubject(tx, within, { service, id, mode: 'update' });
    if (!subject) throw new Error('nobody is there');
    const segments = await openSegments(tx, within, subject);
    const [segment] = segments;
    const [category, values] = Object.entries(segment?.content ?? {})[0] ?? [];
    if (segment && category && values?.[0]) {
      const { access, retention } = segment as { access: string; retention: 'ordinary' };
      const writings = [{ category, access, retention, value: values[0] }];
      await writeValues(tx, within, { subject, segments, writings });
    }
    return subject.keys.subjectKey;
  });
}
