import { expect } from 'vitest';
import type { Reply, TestWorld, Visitor } from '../world.ts';
import { hidden } from './attacker.ts';

/** Proves by a code who one is, as the cabinet asks before acts that matter. @returns the last answer */
export async function prove(world: TestWorld, visitor: Visitor, back = `${world.base}/me`): Promise<Reply> {
  const sent = await visitor.post(`${world.base}/me/prove`, { to: 'email', back });
  expect(sent.status, sent.body).toBe(200);
  const form = { ticket: hidden(sent.body, 'ticket'), code: await world.code(), back };
  const done = await visitor.post(`${world.base}/me/prove`, form);
  expect(done.status, done.body).toBe(303);
  return done;
}
