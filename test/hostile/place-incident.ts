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

/** An open incident of which it was computed whom it touches. */
export async function leaveIncident(attacker: Attacker, subject: string) {
  const officer = await attacker.world.officer();
  const desk = `/console${attacker.world.base}/incidents`;
  const entered = await officer.post(desk, incidentForm);
  expect(entered.status, entered.body).toBe(303);
  const page = entered.location ?? '';
  const counted = await officer.post(page, { act: 'count' });
  expect(counted.status, counted.body).toBe(303);
  const { visitor } = await attacker.world.staff('Дана Вторая', ['test:approver']);
  const released = await visitor.post(page, { act: 'release' });
  expect(released.status, released.body).toBe(303);
  const id = page.split('/').at(-1) ?? '';
  const strangers = [randomUUID(), subject, '00000000-0000-0000-0000-000000000000'];
  return { incident: { good: [id], bad: strangers } };
}
