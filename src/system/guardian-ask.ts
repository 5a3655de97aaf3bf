import { type Id, newId } from '../base/index.ts';
import { guardianWaitDays } from '../consent/index.ts';
import type { ServiceRecord, Tx } from '../store/index.ts';
import { blindDigest, normalise } from '../vault/index.ts';
import type { Draft } from './draft.ts';
import { dropDraft } from './drafts.ts';
import { type GuardianClaim, guardianRules, noteGuardian, sealClaim, sealWaiting } from './guardian.ts';
import { endWaiting } from './guardian-end.ts';
import { guardianAt, guardianDigest, tellGuardian } from './guardian-link.ts';
import type { NamedGuardian } from './named-guardian.ts';
import { addSubject } from './new-subject.ts';
import type { OpenSubject } from './subjects.ts';
import { headOf, type World } from './world.ts';

/** A registration that waits for a representative, or why it does not. */
export type WaitsForGuardian =
  | { readonly waits: Id; readonly until: number }
  | { readonly problem: 'guardian-waits' };

/**
 * Keeps the registration of a minor, sealed, and asks the one they named for consent. Nothing else is done
 * with it: the minor is no user, is found by nobody, and goes with everything once the time is over. Whoever
 * tries again takes the place of what waited, unless somebody is at it already.
 *
 * @law 94-V Art. 7(1), CC Art. 22, CC Art. 23
 */
export async function askGuardian(
  tx: Tx,
  world: World,
  from: { service: ServiceRecord; id: Id; draft: Draft; guardian: NamedGuardian },
): Promise<WaitsForGuardian> {
  const { service, draft, guardian } = from;
  const earlier = await takePlace(tx, world, { service, draft });
  await dropDraft(tx, { service: service.id, id: from.id });
  if (earlier) return earlier;
  const now = world.now();
  const id = newId(now, world.crypto.random);
  const until = now + guardianWaitDays.asked * 86_400_000;
  const { language, fields, contact } = draft;
  const hash = (await headOf(tx, service.id)).hash;
  const row = { service: service.id, version: 1, policyHash: hash, language, createdAt: now };
  const minor = await addSubject(tx, world, {
    ...{ ...row, id: newId(now, world.crypto.random), kind: 'waiting' as const },
  });
  const representative = await representativeAt(tx, world, { service, guardian, row });
  for (const { field, digest } of addressesOf(world, { service, draft }))
    await tx.blindIndex.put(service.id, minor.record.id, field, digest);
  const claim: GuardianClaim = guardian;
  await tx.representations.insert(service.id, {
    ...{ id, subject: minor.record.id, representative: representative.record.id },
    ...{ state: 'asked', askedAt: now, expiresAt: until },
    waiting: sealWaiting(world, { minor, id, form: { fields, language, contact } }),
    claim: sealClaim(world, { representative, id, claim }),
  });
  const by = { actor: { role: 'guest' as const }, channel: 'registration' };
  await noteGuardian(tx, world, { about: minor, row: { id }, rule: guardianRules.asked, by });
  await noteGuardian(tx, world, { about: representative, row: { id }, rule: guardianRules.named, by });
  await tellGuardian(tx, world, { service, representative, claim, template: 'guardian-asked', until });
  return { waits: id, until };
}

/** The one an address belongs to, or a new one: who acts for two children is one person. */
export async function representativeAt(
  tx: Tx,
  world: World,
  at: {
    service: ServiceRecord;
    guardian: NamedGuardian;
    row: Omit<Parameters<typeof addSubject>[2], 'id' | 'kind'>;
  },
): Promise<OpenSubject> {
  const { service, guardian, row } = at;
  const where = { service: service.id, ...guardian };
  const known = await guardianAt(tx, world, where);
  if (known) return known;
  const id = newId(world.now(), world.crypto.random);
  const made = await addSubject(tx, world, { ...row, id, kind: 'representative' });
  await tx.blindIndex.put(service.id, id, `guardian-${guardian.kind}`, guardianDigest(world, where));
  return made;
}

/** By what a registration that waits is known again: the minor's own addresses. */
function addressesOf(world: World, { service, draft }: { service: ServiceRecord; draft: Draft }) {
  const { indexKey } = world.keys.service(service.id);
  const values = new Map(draft.fields);
  return (['email', 'phone'] as const).flatMap((kind) => {
    const value = values.get(kind);
    const field = `waiting-${kind}`;
    if (value === undefined) return [];
    return [{ field, digest: blindDigest(indexKey, field, normalise(kind, value), world.crypto) }];
  });
}

/**
 * Ends what waits under the same address and was not answered yet; two at once wait for each other.
 *
 * @returns the problem when somebody is at it
 */
async function takePlace(
  tx: Tx,
  world: World,
  { service, draft }: { service: ServiceRecord; draft: Draft },
): Promise<{ readonly problem: 'guardian-waits' } | undefined> {
  for (const { field, digest } of addressesOf(world, { service, draft })) {
    await tx.blindIndex.claim(service.id, field, digest);
    for (const subject of await tx.blindIndex.find(service.id, field, digest)) {
      const [row] = await tx.representations.ofSubject(service.id, subject);
      if (row?.state === 'claimed' || row?.state === 'proved') return { problem: 'guardian-waits' };
      await endWaiting(tx, world, { service: service.id, subject, rule: 'guardian-asked-anew' });
    }
  }
  return undefined;
}

/** Whether a registration waits for a representative under an address of this one. */
export async function waitsUnder(
  tx: Tx,
  world: World,
  of: { service: ServiceRecord; draft: Draft },
): Promise<boolean> {
  for (const { field, digest } of addressesOf(world, of)) {
    await tx.blindIndex.claim(of.service.id, field, digest);
    if ((await tx.blindIndex.find(of.service.id, field, digest)).length > 0) return true;
  }
  return false;
}
