import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { newId } from '../../src/base/index.ts';
import { askGuardian } from '../../src/system/guardian-ask.ts';
import { makeGuardianLink } from '../../src/system/guardian-link.ts';
import { claimGuardian } from '../../src/system/index.ts';
import { openSubject } from '../../src/system/subjects.ts';
import { pdfWith } from '../pictures.ts';
import type { Attacker } from '../scenarios/attacker.ts';

const day = 86_400_000;

/** Asks somebody to consent for a minor. @returns the token of their link and the id of the representation */
async function ask(attacker: Attacker, n: number) {
  const { world } = attacker.world.installation;
  const { service } = attacker.world;
  const draft = {
    ...{ kind: 'registration' as const, optional: [], policyHash: '', language: 'ru' as const },
    ...{ contact: 'email' as const, fields: [['email', `minor${n}@example.kz`] as const] },
  };
  return world.store.transaction(async (tx) => {
    const id = newId(world.now(), world.crypto.random);
    const guardian = { kind: 'email' as const, address: `guardian${n}@example.kz` };
    const asked = await askGuardian(tx, world, { service, id, draft, guardian });
    const row = 'waits' in asked && (await tx.representations.find(service.id, asked.waits));
    if (!row) return expect.fail('nobody was asked');
    const who = { service: service.id, id: row.representative, mode: 'update' as const };
    const representative = (await openSubject(tx, world, who)) ?? expect.fail('nobody represents');
    const until = world.now() + 3650 * day;
    const path = await makeGuardianLink(tx, world, { service, representative, until });
    return { token: path.split('/').at(-1) ?? '', id: row.id };
  });
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** One who was asked to consent for a minor, and another who answered with a document. */
export async function leaveGuardian(attacker: Attacker) {
  const { world } = attacker.world.installation;
  const { service } = attacker.world;
  const [asked, answered] = [await ask(attacker, 1), await ask(attacker, 2)];
  const form = {
    ...{ name: 'Салтанат Придуманная', relation: 'mother', child: 'Алихан Придуманный' },
    ...{ birth: '2012-04-05', confirmed: true },
  };
  const sent = { name: 'справка.pdf', bytes: whole(pdfWith()) };
  const at = { service, token: answered.token, from: '127.0.0.9' };
  expect(await claimGuardian(world, at, { form, sent })).toEqual({ ok: true });
  await attacker.sql.query('update representation set expires_at = null');
  const { rows } = await attacker.sql.query(
    "select file_id as id from file where use = 'signed-proof' and matter_id = $1",
    [answered.id],
  );
  const strangers = [randomUUID(), '00000000-0000-0000-0000-000000000000'];
  return {
    guardian: { good: [asked.token], bad: ['x', `${asked.token}x`, asked.id, ...strangers] },
    right: { good: [answered.id], bad: strangers },
    proof: { good: [rows[0].id as string], bad: [answered.id, ...strangers] },
  };
}
