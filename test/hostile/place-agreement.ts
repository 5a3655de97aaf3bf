import { randomUUID } from 'node:crypto';
import { type Id, newId } from '../../src/base/index.ts';
import { agreementDigest } from '../../src/system/agreements.ts';
import type { Attacker } from '../scenarios/attacker.ts';

/** A user agreement in force, as two people put it there, and a version that somebody prepared. */
export async function leaveAgreement({ world: { service, installation, now } }: Attacker) {
  const { world } = installation;
  const [id, prepared] = [newId(now, world.crypto.random), newId(now, world.crypto.random)];
  const kind = 'user-agreement' as const;
  const texts = { ru: '1. Заказ хранится три дня.' };
  const sha256 = agreementDigest(world, { kind, texts });
  const row = {
    ...{ service: service.id, kind, texts, sha256, languages: ['ru'] as const, proposedAt: now },
    proposedBy: randomUUID() as Id,
  };
  const approval = { number: 1, approvedAt: now, approvedBy: randomUUID() as Id };
  await world.store.transaction(async (tx) => {
    await tx.agreements.insert({ ...row, ...approval, id, effectiveOn: '2026-11-20' });
    await tx.agreements.insert({ ...row, id: prepared, effectiveOn: '2027-11-20' });
  });
  return { id, prepared, sha256 };
}

/** Ids of what was left. */
export function idsOfAgreement({ prepared }: { readonly prepared: string }, own: string) {
  return {
    agreement: { good: [prepared], bad: [own, randomUUID(), '00000000-0000-0000-0000-000000000000'] },
    accepted: { good: ['user-agreement'], bad: ['terms-of-use', 'nothing', 'USER-AGREEMENT', 'user'] },
  };
}
