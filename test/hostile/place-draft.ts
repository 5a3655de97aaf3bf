import type { Attacker } from '../scenarios/attacker.ts';

/** The second service of the place: a draft. */
export const draftKey = 'other';

/** What the form of the second service, a draft, is made from. */
export async function formOfDraft(attacker: Attacker) {
  const form = await attacker.send({ method: 'GET', url: `/api/v1/s/${draftKey}/form` });
  return { draftPolicy: form.json().policy as string };
}
