import { expect } from 'vitest';
import type { OutgoingMessage } from '../../src/post/index.ts';
import { confirmRegistration, startRegistration } from '../../src/system/index.ts';
import type { Attacker } from './attacker.ts';

/** Ids of people. */
export type Many = readonly string[];

const numbered = (n: number) => ({
  full_name: `Придуманный Человек ${n}`,
  birth_date: '1988-04-12',
  email: `person${n}@example.kz`,
  phone: `+7701${String(2_000_000 + n)}`,
});

/**
 * Registers many people at once; their codes come by the carrier that puts messages into `given`.
 *
 * @returns their ids, in order
 */
export async function register(
  attacker: Attacker,
  n: number,
  given: readonly OutgoingMessage[],
): Promise<Many> {
  const { installation, service } = attacker.world;
  const policyHash = await attacker.policy();
  const drafts: { id: string; email: string }[] = [];
  for (let one = 0; one < n; one++) {
    const fields = new Map(Object.entries(numbered(one)));
    for (const value of fields.values()) attacker.world.secrets.add(value);
    const started = await startRegistration(installation.world, {
      ...{ service, fields, consent: true, optional: [], policyHash, language: 'ru' },
    });
    if (!('draft' in started)) expect.fail(JSON.stringify(started));
    drafts.push({ id: started.draft, email: fields.get('email') ?? '' });
  }
  await installation.tick();
  const ids: string[] = [];
  for (const { id, email } of drafts) {
    const text = given.find(({ to }) => to === email)?.text ?? '';
    const code = /\b(\d{6})\b/.exec(text)?.[1] ?? '';
    const at = { service, draft: id, code, from: `from ${id}`, client: '' };
    const done = await confirmRegistration(installation.world, at);
    if (!('subject' in done)) expect.fail(JSON.stringify(done));
    ids.push(done.subject);
  }
  return ids;
}
