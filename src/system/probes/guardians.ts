import { civilDateAt } from '../../base/index.ts';
import { consentState } from '../../consent/index.ts';
import type { RepresentationRecord } from '../../store/index.ts';
import { ageFrom } from '../form.ts';
import { birthIn } from '../guardian.ts';
import { dataOf, openSubject } from '../subjects.ts';
import { counted, graceMs, type Probe, type Probing, type SampledSubject } from './probe.ts';
import { admits } from './question.ts';

/**
 * The gate refuses a minor who consented on their own; every minor held was consented for by a representative
 * whose right was checked, and counts on no other consent; nothing that waits for one is kept past its term.
 */
export const guardianConsent: Probe = async (probing) => {
  const { tx, world, service, sample } = probing;
  if (admitsAlone(probing)) return { state: 'broken', n: 1 };
  const late = await tx.representations.lapsed(world.now() - graceMs, 1);
  if (late.some((row) => row.service === service.id)) return { state: 'broken', n: 1 };
  const minors = [];
  for (const subject of sample.subjects) {
    const rows = await tx.representations.ofSubject(service.id, subject.record.id);
    const age = await ageIn(probing, subject, rows);
    if (age !== undefined && age < world.law.adultFrom) minors.push({ subject, rows });
  }
  return counted(minors.length, minors.filter((one) => !isRepresented(probing, one)).length);
};

/** Whether the gate in force lets a minor's own consent count. */
function admitsAlone(probing: Probing): boolean {
  const { version, world } = probing;
  const own = {
    ...{ id: 'own', policyHash: version.hash, form: 'checkbox', givenAt: world.now() - 1 },
    purposes: version.policy.purposes.map(({ purpose }) => purpose),
    categories: version.policy.data.map(({ category }) => category),
    withdrawnPurposes: {},
  };
  return admits(probing, { consents: [own], ageYears: world.law.adultFrom - 1 });
}

/** How old somebody is: by what was checked, else by what they said. */
async function ageIn(
  { tx, world, service }: Probing,
  { record, segments }: SampledSubject,
  rows: readonly RepresentationRecord[],
): Promise<number | undefined> {
  const today = civilDateAt(world.now(), world.law.zone);
  const row = rows.findLast(({ birth }) => birth !== undefined);
  const at = { service: service.id, id: record.id, mode: 'look' as const };
  const minor = row && (await openSubject(tx, world, at).catch(() => undefined));
  const checked = row && minor && birthIn(world, { minor, row });
  if (checked) return ageFrom(new Map([['birth_date', checked]]), today);
  const data = dataOf(segments);
  const said = ['birth_date', 'iin'].flatMap((key) => {
    const value = data.get(key)?.[0]?.value;
    return value === undefined ? [] : [[key, value] as const];
  });
  return ageFrom(new Map(said), today);
}

/** Whether a minor was consented for, and no consent in force is of a representative nobody checked. */
function isRepresented(
  { world }: Probing,
  { subject, rows }: { subject: SampledSubject; rows: readonly RepresentationRecord[] },
): boolean {
  const checked = new Set(rows.filter(({ birth, beganAt }) => birth && beganAt).map(({ id }) => id));
  const given = subject.consents.filter(({ representation }) => representation !== undefined);
  const active = given.filter((row) => consentState(row, world.now()) === 'active');
  return checked.size > 0 && given.length > 0 && active.every((row) => checked.has(row.representation ?? ''));
}
