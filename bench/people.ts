import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Id, newId } from '../src/base/index.ts';
import type { Installation } from '../src/cli/installation.ts';
import { nodeCrypto } from '../src/keys/index.ts';
import { bodyOf, draftPolicy, readText } from '../src/reader/index.ts';
import type { ApiKeyRecord } from '../src/store/index.ts';
import { openService, type ServiceRecord } from '../src/system/index.ts';
import { addPerson } from '../test/person.ts';
import { built } from './built.ts';

const { openInstallation } = await built<typeof import('../src/cli/installation.ts')>('cli/installation');

/** What the key of `People` reads, and what for. */
export const asked = { categories: ['email', 'full_name'], purpose: 'registration_auth' } as const;

type Values = Readonly<Record<string, string>>;

/** The example service with people who consented to it, and a key that may read two of their values. */
export interface People {
  readonly installation: Installation;
  readonly service: ServiceRecord;
  readonly key: ApiKeyRecord;
  readonly ids: readonly Id[];
  close(): Promise<void>;
}

/**
 * The example on an embedded PostgreSQL of its own, with `count` people of four values each; `more`: others
 * beside them.
 */
export async function openPeople(count: number, more: Values = {}): Promise<People> {
  const folder = mkdtempSync(join(tmpdir(), 'kepil-bench-'));
  const installation = await openInstallation({ data: join(folder, 'data'), unlimited: true });
  const text = await readFile('examples/dala-kitap.txt', 'utf8');
  const reading = readText(text, { name: 'dala-kitap.txt', hash: nodeCrypto.hash });
  const policy = draftPolicy(reading, text, nodeCrypto.hash);
  const { service } = await openService(installation.world, { key: 'bench', policy, text: bodyOf(text) });
  const key = await addKey(installation, service);
  const ids: Id[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) ids.push(await addConsenting({ installation, service }, next++, more));
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await installation.settle(service);
  const close = async () => {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { installation, service, key, ids, close };
}

async function addKey({ world }: Installation, service: ServiceRecord): Promise<ApiKeyRecord> {
  const now = world.now();
  const grant = { purposes: [asked.purpose], categories: [...asked.categories] };
  const id = newId(now, nodeCrypto.random);
  const times = { createdAt: now, expiresAt: now + 86_400_000 };
  const key = { service: service.id, id, name: 'bench', digest: nodeCrypto.random(32), ...grant, ...times };
  await world.store.transaction((tx) => tx.apiKeys.insert(key));
  return key;
}

async function addConsenting(
  of: Pick<People, 'installation' | 'service'>,
  n: number,
  more: Values,
): Promise<Id> {
  const { world } = of.installation;
  const service = of.service.id;
  const values = {
    full_name: `Айгүл Сынақова-${n}`,
    birth_date: '1985-05-15',
    email: `p${n}@bench.example`,
    phone: `+7701${1_000_000 + n}`,
    ...more,
  };
  const subject = await addPerson(world, service, values);
  await world.store.transaction(async (tx) => {
    const { hash } = (await tx.policies.heads(service))[0] ?? { hash: '' };
    await tx.consents.insert(service, {
      ...{ id: newId(world.now(), nodeCrypto.random), subject, policyHash: hash, form: 'checkbox' },
      ...{ purposes: [asked.purpose], categories: Object.keys(values), givenAt: world.now() },
      ...{ withdrawnPurposes: {}, language: 'ru', textSha256: '0'.repeat(64), incomplete: [] },
      entry: newId(world.now(), nodeCrypto.random),
    });
  });
  return subject;
}
