import { expect } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import type { TestWorld, Visitor } from '../world.ts';

/** Texts of a document that somebody may have to accept. */
export const agreementTexts = {
  'text.ru': '1. Заказ хранится три дня.\n\n2. Споры решают переговорами.',
  'text.kk': '1. Тапсырыс үш күн сақталады.',
};

/** What the officer fills in of a new version. */
export const agreementForm = {
  ...{ kind: 'user-agreement', effectiveOn: '2026-11-20' },
  ...{ ...agreementTexts, 'text.en': '' },
};

/** Whoever approves documents of a service. */
export async function approverOf(world: TestWorld): Promise<Visitor> {
  return (await world.staff('Дана Утверждающая', [`${world.service.key}:approver`])).visitor;
}

/** Prepares a version as the officer and approves it as somebody else. @returns its id */
export async function putAgreement(
  world: TestWorld,
  approver: Visitor,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const desk = `/console${world.base}/agreements`;
  const officer = await world.officer();
  const sent = await officer.post(desk, { ...agreementForm, ...more });
  expect(sent.status, sent.body).toBe(303);
  const id = newestIn((await officer.get(desk)).body);
  const approved = await approver.post(`${desk}/${id}`, { act: 'approve' });
  expect(approved.status, approved.body).toBe(303);
  return id;
}

/** The id of the version that stands first in the register. */
export function newestIn(body: string): string {
  return /\/agreements\/([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
}

/** The hash that a form of acceptance carries. */
export function digestIn(body: string): string {
  return /name="sha256(?:\.[0-9a-f-]{36})?" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
}

/** The example, whose text also refers to a user agreement. */
export const agreed = (policy: Policy): Policy => ({
  ...policy,
  labels: [
    ...policy.labels,
    { facet: 'provisions', label: 'user_agreement', cites: ['13.2'], origin: 'text' },
  ],
});
