import { type Id, newId } from '../src/base/index.ts';
import { record } from '../src/system/entries.ts';
import type { World } from '../src/system/index.ts';
import { addSubject } from '../src/system/new-subject.ts';
import { writeValues } from '../src/system/subjects.ts';

/**
 * Somebody with these values, stored in one commit as a registration stores them, without its forms.
 *
 * @returns their id
 */
export function addPerson(world: World, service: Id, values: Readonly<Record<string, string>>): Promise<Id> {
  return world.store.transaction(async (tx) => {
    const now = world.now();
    const id = newId(now, world.crypto.random);
    const { hash } = (await tx.policies.heads(service))[0] ?? { hash: '' };
    const row = { service, id, kind: 'user' as const, version: 1, policyHash: hash };
    const subject = await addSubject(tx, world, { ...row, language: 'ru', createdAt: now });
    const entry = await record(tx, world, {
      service,
      kind: 'collection',
      outcome: 'done',
      actor: { role: 'subject' },
      subject: { id, keys: subject.keys },
    });
    const stored = { giver: 'subject', source: 'registration', at: now, status: 'stated' as const, entry };
    const writings = Object.entries(values).map(([category, value]) => ({
      ...{ category, access: 'limited', retention: 'ordinary' as const },
      value: { ...stored, value },
    }));
    await writeValues(tx, world, { subject, segments: [], writings });
    return id;
  });
}
