import { type Id, newId, textOf, utf8 } from '../base/index.ts';
import type { SecondFactorRecord, Tx } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { type OpenSubject, sealBroken } from './subjects.ts';
import type { World } from './world.ts';

/** What of an authenticator app lies sealed; the secret in base64url. */
export interface AppHeld {
  readonly secret: string;
}

/** A second factor, opened. */
export type OpenFactor = Omit<SecondFactorRecord, 'sealed'> & { readonly held: AppHeld };

const contextOf = (id: Id) => `second-factor:${id}`;

/** The second factors of somebody, first added first. @throws KepilError `ERR_VAULT_SEALED` */
export async function openFactors(tx: Tx, world: World, of: OpenSubject): Promise<readonly OpenFactor[]> {
  const { service, record, keys } = of;
  const rows = await tx.secondFactors.list(service, record.id);
  return rows.map(({ sealed, ...row }) => {
    const bytes = openBytes(keys.subjectKey, contextOf(row.id), sealed, world.crypto);
    if (!bytes) throw sealBroken(of, 'second-factor');
    return { ...row, held: JSON.parse(textOf(bytes)) } as OpenFactor;
  });
}

/** Keeps a factor that was just shown to work; `mark`: up to where that used it up. */
export async function keepFactor(
  tx: Tx,
  world: World,
  what: { of: OpenSubject; mark: number } & Pick<OpenFactor, 'held'>,
): Promise<void> {
  const { of, held, mark } = what;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const sealed = sealBytes(of.keys.subjectKey, contextOf(id), utf8(JSON.stringify(held)), world.crypto);
  const row = { service: of.service, subject: of.record.id, id, kind: 'app' as const, sealed, mark };
  await tx.secondFactors.insert({ ...row, createdAt: now, usedAt: now });
}
