import { addDays, addMonths } from '../../base/index.ts';
import { formCategories } from '../../policy/index.ts';
import { expiredCategories } from '../../retention/index.ts';
import { today } from '../cabinet.ts';
import { checkForm } from '../form.ts';
import { dataOf } from '../subjects.ts';
import { counted, type Probe, type Probing } from './probe.ts';

function holders(probing: Probing, category: string): number {
  return probing.sample.subjects.filter(({ segments }) => dataOf(segments).has(category)).length;
}

/** Subjects who hold a category their policy version does not declare. */
function undeclared(probing: Probing): number {
  return probing.sample.subjects.filter(({ segments, version }) => {
    const declared = new Set(version.policy.data.map(({ category }) => category));
    return [...dataOf(segments).keys()].some((category) => !declared.has(category));
  }).length;
}

const formPath = (probing: Probing) => `/s/${probing.service.key}/register`;

async function formAsks(probing: Probing, category: string): Promise<boolean> {
  const { body } = await probing.sample.page(formPath(probing));
  return body.includes(`name="f.${category}"`);
}

/** The form asks for what is declared and the check refuses a field that is not. */
export const dataCollected: Probe = async (probing) => {
  const { label } = probing.pledge;
  const { policy } = probing.version;
  const asked = formCategories(policy).some(({ category }) => category === label);
  if (asked !== (await formAsks(probing, label))) return { state: 'broken', n: 1 };
  const stray = checkForm(policy, new Map([['undeclared_probe', 'x']]), today(probing.world));
  if (!stray.problems.some(({ code }) => code === 'field-unknown')) return { state: 'broken', n: 1 };
  return counted(holders(probing, label), undeclared(probing));
};

/** Nobody holds the category and no form asks for it, unless another clause declares it. */
export const dataNotCollected: Probe = async (probing) => {
  const { label } = probing.pledge;
  const declared = probing.version.policy.data.some(({ category }) => category === label);
  if (declared)
    return {
      state: probing.sample.subjects.length > 0 ? 'kept' : 'unexercised',
      n: probing.sample.subjects.length,
    };
  const bad = holders(probing, label) + ((await formAsks(probing, label)) ? 1 : 0);
  return counted(probing.sample.subjects.length, bad);
};

/** Each value names its giver, its source and the entry that recorded it. */
export const sourceRecorded: Probe = (probing) => {
  const values = probing.sample.subjects.flatMap(({ segments }) => [...dataOf(segments).values()].flat());
  const bare = values.filter(({ giver, source, entry }) => giver === '' || source === '' || entry === '');
  return counted(values.length, bare.length);
};

const channels = new Set(['registration', 'cabinet', 'api', 'console', 'outbox', 'job']);

/** Data came in through declared channels only. */
export const scopeDeclared: Probe = (probing) => {
  const collected = probing.sample.entries.filter(({ kind }) => kind === 'collection');
  return counted(
    collected.length,
    collected.filter(({ channel }) => !channel || !channels.has(channel)).length,
  );
};

/** Each stored value has its entry in the log; entries of the act exist. */
export const operationRecorded =
  (verbs: Readonly<Record<string, string>>): Probe =>
  async (probing) => {
    const { tx, service, sample, pledge } = probing;
    let lost = 0;
    for (const { segments } of sample.subjects.slice(0, 20)) {
      for (const entry of new Set([...dataOf(segments).values()].flat().map((value) => value.entry))) {
        if (!(await tx.entries.get(service.id, entry))) lost += 1;
      }
    }
    const verb = verbs[pledge.label] ?? pledge.label;
    const done = sample.entries.filter((entry) => entry.verb === verb && entry.outcome !== 'refused');
    return counted(done.length, lost);
  };

/** No draft outlives its ten minutes, nothing orphaned stands, and no value is past its term. */
export const retentionTerm: Probe = async (probing) => {
  const { tx, world, service, sample } = probing;
  const now = world.now();
  const oldest = await tx.drafts.oldestExpiry(service.id);
  const stale = oldest !== undefined && oldest < now - 120_000 ? 1 : 0;
  const orphans = await tx.destruction.countOrphans(service.id);
  const late = sample.subjects.filter(({ segments, version }) => {
    const values = [...dataOf(segments)].map(([category, history]) => ({
      category,
      at: history[0]?.at ?? now,
    }));
    return expiredCategories({ policy: version.policy, values, today: today(world) }, world.law).length > 0;
  });
  return counted(sample.subjects.length, stale + orphans + late.length);
};

/**
 * The form's check refuses a person a day short of eighteen, and nobody registered is known to be younger.
 */
export const adultsOnly: Probe = (probing) => {
  const { sample, version, world } = probing;
  const birth = addDays(addMonths(today(world), -18 * 12), 1);
  const asks = formCategories(version.policy).some(({ category }) => category === 'birth_date');
  const refused = checkForm(version.policy, new Map([['birth_date', birth]]), today(world)).problems.some(
    ({ code }) => code === 'under-age',
  );
  const young = sample.subjects.filter(({ record }) => record.adult === false).length;
  return counted(sample.subjects.length, young + (asks && !refused ? 1 : 0));
};

/** Nobody held is known to be a minor, by birth date or by IIN. */
export const minorsRemoved: Probe = (probing) => {
  const adults = addMonths(today(probing.world), -18 * 12);
  const young = probing.sample.subjects.filter(({ record, segments }) => {
    const birth = dataOf(segments).get('birth_date')?.[0]?.value;
    return record.adult === false || (birth !== undefined && birth > adults);
  });
  return counted(probing.sample.subjects.length, young.length);
};
