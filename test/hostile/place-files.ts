import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Id } from '../../src/base/index.ts';
import { attachFile, takeFile } from '../../src/system/index.ts';
import { pdfWith } from '../pictures.ts';
import type { Attacker } from '../scenarios/attacker.ts';

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first request of somebody. */
async function requestOf({ sql }: Attacker, subject: string): Promise<string> {
  return (await sql.query('select request_id as id from request where subject_id = $1 limit 1', [subject]))
    .rows[0].id;
}

/** A document that the first of two people handed in with their request; and a request of each. */
export async function leaveFile(
  attacker: Attacker,
  own: { readonly id: string; readonly consent: string },
  another: { readonly id: string },
) {
  const [request, other] = [await requestOf(attacker, own.id), await requestOf(attacker, another.id)];
  const of = { subject: own.id, request, other };
  const { world: inner } = attacker.world.installation;
  const { service } = attacker.world;
  const me = { service, subject: of.subject as Id };
  const sent = { name: 'справка.pdf', bytes: whole(pdfWith()) };
  const owner = { service: service.id, subject: me.subject };
  const taken = await takeFile(inner, owner, { use: 'request-document', sent });
  if ('problem' in taken) return expect.fail(taken.problem);
  const matter = of.request as Id;
  await inner.store.transaction((tx) => attachFile(tx, inner, { me, matter, taken }));
  const strangers = [randomUUID(), of.subject, '00000000-0000-0000-0000-000000000000'];
  return {
    request: { good: [request, other], bad: [own.consent, own.id, ...strangers] },
    documented: { good: [of.request], bad: [of.other, ...strangers] },
    document: { good: [taken.id], bad: [of.request, ...strangers] },
  };
}
