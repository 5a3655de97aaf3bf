import { expect } from 'vitest';
import { addDays, civilDateAt } from '../../src/base/index.ts';
import type { Policy } from '../../src/policy/index.ts';
import { openService } from '../../src/system/index.ts';
import type { Reply, TestWorld } from '../world.ts';
import { completion } from './liar.ts';

/** The day on the clock of a world, or some days later. */
export const dayOf = (world: TestWorld, later = 0) => addDays(civilDateAt(world.now, 'Asia/Almaty'), later);

/**
 * Offers the policy in force, changed, as the next draft, as a policy file does: without the text.
 *
 * @returns its number
 */
export async function offerChanged(world: TestWorld, change: (policy: Policy) => Policy): Promise<string> {
  const { version } = await world.prove();
  const policy = change(version.policy);
  const opened = await openService(world.installation.world, { key: world.service.key, policy });
  expect(opened.outcome).toBe('next-draft');
  return String(opened.waiting?.version);
}

/** Approves every clause of the waiting draft and sends the form that announces it. */
export async function announceDraft(
  world: TestWorld,
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const officer = await world.officer();
  const path = `/console${world.base}/approve`;
  const { body } = await officer.get(path);
  const version = /name="version"[^>]*value="(\d+)"/.exec(body)?.[1] ?? '';
  const approved = await officer.post(path, { version, all: 'yes', take: 'yes' });
  expect(approved.status, approved.body).toBe(303);
  const publication = { 'c.effectiveOn': dayOf(world, 10), 'c.reason': 'other', 'c.note': 'Новый партнёр.' };
  return officer.post(path, { version, ...completion, ...publication, ...more });
}
