import { ageOn, civilDateAt } from '../base/index.ts';
import type { Tx } from '../store/index.ts';
import { Refused } from './ask.ts';
import { ageFrom } from './form.ts';
import { birthIn } from './guardian.ts';
import { dataOf, type OpenSegment, type OpenSubject } from './subjects.ts';
import type { World } from './world.ts';

interface Whose {
  readonly subject: OpenSubject;
  readonly segments: readonly OpenSegment[];
}

/** When somebody was born, as a document showed it to the officer; undefined for most people. */
async function checkedBirth(tx: Tx, world: World, minor: OpenSubject): Promise<string | undefined> {
  const rows = await tx.representations.ofSubject(minor.service, minor.record.id);
  const row = rows.findLast(({ birth }) => birth !== undefined);
  return row && birthIn(world, { minor, row });
}

/** How old somebody is, by the document that was checked, else by what they said; undefined when unknown. */
export async function ageOf(tx: Tx, world: World, { subject, segments }: Whose): Promise<number | undefined> {
  const today = civilDateAt(world.now(), world.law.zone);
  const checked = await checkedBirth(tx, world, subject);
  if (checked !== undefined) return ageOn(checked, today);
  const data = dataOf(segments);
  const said = (['birth_date', 'iin'] as const).flatMap((key) => {
    const value = data.get(key)?.[0]?.value;
    return value === undefined ? [] : [[key, value] as const];
  });
  return ageFrom(new Map<string, string>(said), today);
}

/**
 * Refuses a consent that a minor gives themselves.
 *
 * @throws Refused
 * @law CC Art. 22, CC Art. 23
 */
export async function refuseMinor(tx: Tx, world: World, whose: Whose): Promise<void> {
  const age = await ageOf(tx, world, whose);
  if (age === undefined || age >= world.law.adultFrom) return;
  const article = age < world.law.actsAloneFrom ? 'CC Art. 23' : 'CC Art. 22';
  throw new Refused([{ rule: 'guardian-needed', article }]);
}
