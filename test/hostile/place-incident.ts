import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Attacker } from '../scenarios/attacker.ts';

/** An incident in due form that touches everybody of the service. */
export const incidentForm = {
  kind: ['access', 'copying'],
  detectedOn: '2026-11-20',
  detectedTime: '10:00',
  fromOn: '2026-11-18',
  toOn: '2026-11-20',
  whole: 'yes',
  what: 'Пропал рабочий ноутбук.',
  contact: 'Айгерим Придуманная, +7 700 000-00-00',
  measures: 'Доступ отозван, пароль сменён.',
};

/** Two open incidents, counted; of the second somebody else shows whom it touches. */
export async function leaveIncident(attacker: Attacker, subject: string) {
  const officer = await attacker.world.officer();
  const desk = `/console${attacker.world.base}/incidents`;
  const enter = async () => {
    const entered = await officer.post(desk, incidentForm);
    expect(entered.status, entered.body).toBe(303);
    const page = entered.location ?? '';
    const counted = await officer.post(page, { act: 'count' });
    expect(counted.status, counted.body).toBe(303);
    return page;
  };
  const [worked, seen] = [await enter(), await enter()];
  const { visitor } = await attacker.world.staff('Дана Вторая', ['test:approver']);
  const released = await visitor.post(seen, { act: 'release' });
  expect(released.status, released.body).toBe(303);
  const idOf = (page: string) => page.split('/').at(-1) ?? '';
  const strangers = [randomUUID(), subject, '00000000-0000-0000-0000-000000000000'];
  return {
    incident: { good: [idOf(worked)], bad: strangers },
    seenIncident: { good: [idOf(seen)], bad: strangers },
  };
}
