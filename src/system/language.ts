import { type Id, KepilError, type Language } from '../base/index.ts';
import type { StaffRole } from '../gate/index.ts';
import { record } from './entries.ts';
import { openSubject } from './subjects.ts';
import { houseOf, type World } from './world.ts';

/** Whose language it is: a subject of a service, or a staff member, who is a subject of the house. */
export interface Speaking {
  readonly service?: Id;
  readonly id: Id;
  readonly role: 'subject' | StaffRole;
}

/** The language messages to a person are written in. @throws KepilError `ERR_NOT_SIGNED_IN` */
export async function languageOf(world: World, who: Speaking): Promise<Language> {
  return world.store.transaction(async (tx) => {
    const service = who.service ?? (await houseOf(tx)).id;
    const subject = await tx.subjects.get(service, who.id);
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    return subject.language;
  });
}

/** Writes messages to a person in another language from now on. @throws KepilError `ERR_NOT_SIGNED_IN` */
export async function changeLanguage(world: World, who: Speaking, language: Language): Promise<void> {
  await world.store.transaction(async (tx) => {
    const service = who.service ?? (await houseOf(tx)).id;
    const subject = await openSubject(tx, world, { service, id: who.id, mode: 'update' });
    if (!subject) throw new KepilError('ERR_NOT_SIGNED_IN', 'signed-out');
    if (subject.record.language === language) return;
    await tx.subjects.setLanguage(service, who.id, language);
    await record(tx, world, {
      service,
      kind: 'change',
      outcome: 'done',
      actor: { role: who.role },
      ...(who.role === 'subject' && { channel: 'cabinet' }),
      because: [{ rule: 'language-chosen' }],
      subject: { id: who.id, keys: subject.keys },
    });
  });
}
