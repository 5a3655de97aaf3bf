import { addDays, addMonths } from '../../base/index.ts';
import { formCategories } from '../../policy/index.ts';
import { today } from '../cabinet.ts';
import { ageFrom, checkForm } from '../form.ts';
import { dataOf } from '../subjects.ts';
import { counted, type Probe, type Probing } from './probe.ts';
import { undeclaredVisits, wrongVisits } from './visits.ts';

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

/** The categories the form asks for, as it stands on its page. */
async function asked(probing: Probing): Promise<ReadonlySet<string>> {
  const { body } = probing.sample.page(formPath(probing));
  return new Set([...body.matchAll(/\sname=["']?f\.([^"'\s>]*)/g)].map(([, category = '']) => category));
}

/** Subjects of whom anything is held. */
const heldOf = (probing: Probing): number =>
  probing.sample.subjects.filter(({ segments }) => dataOf(segments).size > 0).length;

/**
 * The form asks for what is declared and nothing else, and the check refuses a field that is not. Where the
 * clause names no category but promises the least there can be, whatever is held is counted.
 */
export const dataCollected: Probe = async (probing) => {
  const { label } = probing.pledge;
  const { policy } = probing.version;
  const declared = new Set(formCategories(policy).map(({ category }) => category));
  const fields = await asked(probing);
  const honest = declared.has(label) === fields.has(label) && [...fields].every((key) => declared.has(key));
  if (!honest) return { state: 'broken', n: 1 };
  const stray = checkForm(policy, new Map([['undeclared_probe', 'x']]), today(probing.world));
  if (!stray.problems.some(({ code }) => code === 'field-unknown')) return { state: 'broken', n: 1 };
  const held = probing.pledge.facet === 'data_categories' ? holders(probing, label) : heldOf(probing);
  return counted(held, undeclared(probing) + undeclaredVisits(probing.sample.visits));
};

/** Nobody holds the category and no form asks for it, even where another clause says that it is collected. */
export const dataNotCollected: Probe = async (probing) => {
  const { label } = probing.pledge;
  const held = holders(probing, label) + undeclaredVisits(probing.sample.visits, label);
  const bad = held + ((await asked(probing)).has(label) ? 1 : 0);
  return counted(probing.sample.subjects.length, bad);
};

/**
 * Visits hold declared fields alone, whole where their person agreed to it and cut short elsewhere, none with
 * a query, none past its term; and each opens with the keys it belongs to.
 */
export const visitsDeclared: Probe = ({ sample: { visits } }) => {
  const n = visits.rows.reduce((sum, row) => sum + row.n, 0);
  return counted(n, wrongVisits(visits) + visits.late);
};

/** Each value names its giver, its source and the entry that recorded it. */
export const sourceRecorded: Probe = (probing) => {
  const values = probing.sample.subjects.flatMap(({ segments }) => [...dataOf(segments).values()].flat());
  const bare = values.filter(({ giver, source, entry }) => giver === '' || source === '' || entry === '');
  return counted(values.length, bare.length);
};

const channels = new Set(['registration', 'cabinet', 'api', 'console', 'outbox', 'job', 'visit']);

/** Data came in through declared channels only. */
export const scopeDeclared: Probe = (probing) => {
  const collected = probing.sample.entries.filter(({ kind }) => kind === 'collection');
  return counted(
    collected.length,
    collected.filter(({ channel }) => !channel || !channels.has(channel)).length,
  );
};

/** Operations that are done to every value by storing it; its entry is that of its collection. */
const doneByStoring: readonly string[] = ['accumulate', 'store'];

/** Each stored value has its entry in the log; entries of the act exist, or values that were stored. */
export const operationRecorded =
  (verbs: Readonly<Record<string, string>>): Probe =>
  async (probing) => {
    const { tx, service, sample, pledge } = probing;
    let [stored, lost] = [0, 0];
    for (const { segments } of sample.subjects.slice(0, 20)) {
      for (const entry of new Set([...dataOf(segments).values()].flat().map((value) => value.entry))) {
        stored += 1;
        if (!(await tx.entries.get(service.id, entry))) lost += 1;
      }
    }
    const verb = verbs[pledge.label] ?? pledge.label;
    if (doneByStoring.includes(verb)) return counted(stored, lost);
    const done = sample.entries.filter((entry) => entry.verb === verb && entry.outcome !== 'refused');
    return counted(done.length, lost);
  };

/**
 * The form's check refuses a person a day short of eighteen; those registered are known to be of age, and
 * nobody is known to be younger.
 */
export const adultsOnly: Probe = (probing) => {
  const { sample, version, world } = probing;
  const birth = addDays(addMonths(today(world), -18 * 12), 1);
  const asks = formCategories(version.policy).some(({ category }) => category === 'birth_date');
  const refused = checkForm(version.policy, new Map([['birth_date', birth]]), today(world)).problems.some(
    ({ code }) => code === 'under-age',
  );
  const known = sample.subjects.filter(({ record }) => record.adult !== undefined);
  const young = known.filter(({ record }) => record.adult === false).length;
  return counted(known.length, young + (asks && !refused ? 1 : 0));
};

/** Nobody held is known to be a minor, by birth date or by IIN, but for whom a representative consented. */
export const minorsRemoved: Probe = (probing) => {
  const young = probing.sample.subjects.filter(({ record, segments, consents }) => {
    if (consents.some(({ representation }) => representation !== undefined)) return false;
    const data = dataOf(segments);
    const ages = ['birth_date', 'iin'].map((category) => {
      const value = data.get(category)?.[0]?.value;
      return value === undefined ? undefined : ageFrom(new Map([[category, value]]), today(probing.world));
    });
    return record.adult === false || ages.some((age) => age !== undefined && age < 18);
  });
  return counted(probing.sample.subjects.length, young.length);
};
