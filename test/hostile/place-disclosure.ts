import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Attacker } from '../scenarios/attacker.ts';
import { carrier, register } from '../scenarios/handing.ts';
import type { Visitor } from '../world.ts';

interface Person {
  readonly visitor: Visitor;
  readonly id: string;
}

/** A letter in due form, but for its number where `change` says so. */
export const letterForm = {
  ...{ asker: 'state', receivedOn: '2026-11-19', body: 'Управление', official: 'Серік Придуманов' },
  ...{ position: 'следователь', norm: 'ст. 185', caseNumber: '26-1', signature: 'hand' },
  ...{ category: ['full_name'], periodFrom: '2026-01-01', periodTo: '2026-11-01', channel: 'courier' },
};

/**
 * Two recipients, of which one person may still agree to the second; what was handed on to the first of two
 * people, one of whom stopped it; letters, one of them refused.
 */
export async function leaveDisclosures(
  attacker: Attacker,
  { own, other }: Readonly<Record<'own' | 'other', Person>>,
) {
  const { world } = attacker;
  const { base } = world;
  const officer = await world.officer();
  const recipient = await register(world);
  for (const { visitor, id } of [own, other]) {
    const box = `to.${recipient}.1`;
    const agreed = await visitor.post(`${base}/me/recipients`, { box, agree: 'yes' });
    expect(agreed.status, agreed.body).toBe(303);
    const form = { recipient, purpose: 'order_delivery', category: carrier.category };
    const handed = await officer.post(`/console${base}/subjects/${id}/hand-on`, form);
    expect(handed.status, handed.body).toBe(200);
  }
  expect((await other.visitor.post(`${base}/me/recipients`, { stop: 'yes' })).status).toBe(303);
  const second = await register(world, {
    ...carrier,
    kind: 'payment_providers',
    name: 'АО «Придуманный банк»',
  });
  const letters: string[] = [];
  for (const change of [{}, { caseNumber: '' }]) {
    const entered = await officer.post(`/console${base}/letters`, {
      ...letterForm,
      person: own.id,
      ...change,
    });
    expect(entered.status, entered.body).toBe(303);
    letters.push(entered.location?.split('/').at(-1) ?? '');
  }
  const [letter = '', refused = ''] = letters;
  const refusal = await officer.post(`/console${base}/letters/${refused}`, { act: 'refuse', words: '' });
  expect(refusal.status, refusal.body).toBe(303);
  const { rows: orders } = await attacker.sql.query('select order_id from recipient_order');
  const { rows: made } = await attacker.sql.query('select disclosure_id from disclosure');
  return {
    ...{ recipient, letter, refused, box: `to.${second}.1` },
    order: orders[0].order_id as string,
    disclosures: made.map(({ disclosure_id }) => disclosure_id as string),
  };
}

/** The ids among them, by kind; `subject` is a person's and opens nothing here. */
export function idsOfDisclosures(left: Awaited<ReturnType<typeof leaveDisclosures>>, subject: string) {
  const strangers = [randomUUID(), subject, '00000000-0000-0000-0000-000000000000'];
  return {
    recipient: { good: [left.recipient], bad: strangers },
    order: { good: [left.order], bad: [...strangers, left.recipient] },
    disclosure: { good: left.disclosures, bad: strangers },
    authority: { good: [left.letter], bad: strangers },
    refusedAuthority: { good: [left.refused], bad: [...strangers, left.letter] },
  };
}
