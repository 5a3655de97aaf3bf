import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { openService } from '../../src/system/index.ts';
import { type Attacker, hidden } from '../scenarios/attacker.ts';

/** Somebody who works at the first service, somebody who was invited to, and a draft that waits. */
export async function leaveWork(attacker: Attacker) {
  const { world } = attacker;
  const colleague = await world.staff('Мақсат Придуманный', ['test:support']);
  const invited = await world.invite('Ләззат Придуманная', 'lazzat@kepil.example', ['test:analyst']);
  const part = invited.body.split('/console/staff/').find((one) => one.includes('lazzat@kepil.example'));
  const officer = await world.officer();
  const card = await officer.get(`/console/staff/${colleague.id}`);
  const was = hidden(card.body, 'was');
  expect(was).toMatch(/^[0-9a-f-]{36}\.support$/);
  return {
    member: colleague.id,
    invited: part?.slice(0, 36) ?? '',
    was,
    waiting: await leaveDraft(attacker),
  };
}

/** The same policy under another title waits at the first service. @returns its number */
async function leaveDraft({ world }: Attacker): Promise<string> {
  const { version } = await world.prove();
  const policy = { ...version.policy, title: 'Политика, которая ждёт' };
  const opened = await openService(world.installation.world, { key: world.service.key, policy });
  return String(opened.waiting?.version);
}

/** The ids among them, by kind; `strangers` are nobody's. */
export function idsOfWork(work: Awaited<ReturnType<typeof leaveWork>>, subject: string) {
  const strangers = [randomUUID(), subject, '00000000-0000-0000-0000-000000000000'];
  return {
    member: { good: [work.member], bad: strangers },
    invited: { good: [work.invited], bad: strangers },
    waiting: { good: [work.waiting], bad: ['1', '2', '99', '0', `0${work.waiting}`] },
  };
}
