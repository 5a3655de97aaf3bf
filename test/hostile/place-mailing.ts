import { randomUUID } from 'node:crypto';
import { newId } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { mentionToken } from '../../src/system/mention-link.ts';
import { optOutToken } from '../../src/system/opt-out-link.ts';
import type { Attacker } from '../scenarios/attacker.ts';

/** A mailing that was written and not sent, the link of a letter, and an address no SMS comes to. */
export async function leaveMailing({ world }: Attacker, subject: string) {
  const { world: inner } = world.installation;
  const { id: service } = world.service;
  const id = newId(world.now, nodeCrypto.random);
  const text = { subject: 'Новинки', text: 'Новые книги. Отказаться: [link]' };
  await inner.store.transaction((tx) =>
    tx.campaigns.insert({
      ...{ service, id, class: 'marketing', purpose: 'marketing_notices', channel: 'email' },
      ...{
        texts: { ru: text, kk: text },
        state: 'draft',
        by: randomUUID(),
        createdAt: world.now,
        unasked: 0,
      },
    }),
  );
  const refusal = { subject, purpose: 'marketing_notices', category: 'email' } as const;
  const letter = optOutToken(inner, service, refusal);
  const strangers = [randomUUID(), subject, '00000000-0000-0000-0000-000000000000'];
  return {
    mailing: { good: [id], bad: strangers },
    named: { good: [mentionToken(inner, service, id)], bad: [letter, 'x'.repeat(59)] },
    letter: { good: [letter], bad: [letter.slice(1), `${letter}A`, subject, 'x'.repeat(87)] },
    reply: { good: ['nobody-set-this-secret-up'], bad: ['x'] },
  };
}
