import { civilDateAt, KepilError, type Language } from '../base/index.ts';
import { refusalLetter } from '../notice/index.ts';
import type { ServiceRecord } from '../store/index.ts';
import { speakerOf } from '../words/index.ts';
import { openLetter, refusalRules } from './authority.ts';
import type { World } from './world.ts';

/** The languages in which an answer to a body of the state is written. */
export const refusalLanguages: readonly Language[] = ['ru', 'kk'];

/**
 * The refusal of a letter as a document to print and sign.
 *
 * @throws KepilError `ERR_NOT_FOUND`, also for a letter that was not refused
 */
export async function printRefusal(
  world: World,
  at: { service: ServiceRecord; id: string; language: Language },
): Promise<Uint8Array> {
  const { row, words, policy } = await openLetter(world, at);
  if (row.state !== 'refused' || row.closedAt === undefined || !refusalLanguages.includes(at.language))
    throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const { body, official, position, caseNumber } = words.letter;
  const letter = refusalLetter(speakerOf(at.language, world.law.zone), {
    ...{ operator: policy.operator, body, official, position, caseNumber },
    receivedOn: row.receivedOn,
    refusedOn: civilDateAt(row.closedAt, world.law.zone),
    rules: refusalRules(row),
    ...(words.refusal !== undefined && { words: words.refusal }),
    number: row.id,
  });
  return world.print({ ...letter, language: at.language });
}
