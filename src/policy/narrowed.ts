import { leaningOf } from './leanings.ts';
import type { AccessClass, DataRow, LabelRow, Policy, RecipientRow, RetentionRow } from './policy.ts';

/** From what everybody may see to what nobody may. */
const classes: readonly AccessClass[] = ['public', 'technical', 'limited', 'secret'];

/**
 * The policy of somebody who agreed to `own`, after `current` came into force without their consent: what the
 * operator may do less holds for them at once, what the operator may do more does not hold for them at all.
 *
 * Never wider than `own` or `current`: a category, purpose, recipient or ground that burdens is in it only if
 * it is in both; a datum is kept no longer and shown no wider than either says; promises of both are kept.
 * Rows taken from `current` cite no clause, since clauses are those of `own`. Pure. O(rows²) in the terms,
 * else O(rows).
 *
 * @law 94-V Art. 7(6), 7(8), 8(1)
 */
export function narrowedBy(own: Policy, current: Policy): Policy {
  const purposes = new Set(current.purposes.map(({ purpose }) => purpose));
  const recipients = new Map(current.recipients.map((row) => [recipientKey(row), row]));
  const grounds = new Set(current.grounds.map(({ ground }) => ground));
  return {
    ...own,
    data: own.data.flatMap((row) => narrowedDatum(row, current.data)),
    dataNotCollected: [
      ...own.dataNotCollected,
      ...current.dataNotCollected
        .filter(({ category }) => !own.dataNotCollected.some((row) => row.category === category))
        .map((row) => ({ ...row, ...ofOther })),
    ],
    purposes: own.purposes.filter(({ purpose }) => purposes.has(purpose)),
    grounds: own.grounds.filter(
      ({ ground }) => grounds.has(ground) || leaningOf('legal_bases', ground) !== 'burdens',
    ),
    recipients: own.recipients.filter((row) => {
      const is = recipients.get(recipientKey(row));
      return is !== undefined && is.country === row.country;
    }),
    retention: shortestTerms(own, current),
    labels: narrowedLabels(own.labels, current.labels),
  };
}

/** A row of the other version: its clauses are not those of this one. */
const ofOther = { cites: [] as readonly string[], origin: 'officer' as const };

const recipientKey = ({ recipient, name = '' }: RecipientRow) => `${recipient} ${name}`;

function narrowedDatum(row: DataRow, current: readonly DataRow[]): readonly DataRow[] {
  const rows = current.filter(({ category }) => category === row.category);
  const purposes = row.purposes.filter((purpose) => rows.some((is) => is.purposes.includes(purpose)));
  if (rows.length === 0) return [];
  const strictest = Math.max(...[row, ...rows].map(({ access }) => classes.indexOf(access)));
  const mandatory = row.mandatory && rows.some((is) => is.mandatory);
  return [{ ...row, purposes, mandatory, access: classes[strictest] ?? row.access }];
}

function narrowedLabels(own: readonly LabelRow[], current: readonly LabelRow[]): readonly LabelRow[] {
  const keyOf = ({ facet, label }: LabelRow) => `${facet}.${label}`;
  const [had, has] = [new Set(own.map(keyOf)), new Set(current.map(keyOf))];
  const kept = own.filter((row) => has.has(keyOf(row)) || leaningOf(row.facet, row.label) !== 'burdens');
  const come = current.filter((row) => !had.has(keyOf(row)) && leaningOf(row.facet, row.label) === 'serves');
  return [...kept, ...come.map((row) => ({ ...row, ...ofOther }))];
}

/** A term in days; a month is a twelfth of the average year. Without limit where no number is stated. */
function daysOf({ months, days }: RetentionRow): number {
  return days ?? (months === undefined ? Number.POSITIVE_INFINITY : months * (365.2425 / 12));
}

/** The shortest number a version states for a category: rows that name it go before those that name none. */
function shortestFor({ retention }: Policy, category: string): RetentionRow | undefined {
  const named = retention.filter((row) => row.categories?.includes(category));
  const rows = named.length > 0 ? named : retention.filter((row) => !row.categories);
  const [first] = rows
    .filter((row) => Number.isFinite(daysOf(row)))
    .toSorted((a, b) => daysOf(a) - daysOf(b));
  return first;
}

/** The terms of `own`, with one of its own for each category that `current` keeps for a shorter time. */
function shortestTerms(own: Policy, current: Policy): readonly RetentionRow[] {
  const shorter = [...new Set(own.data.map(({ category }) => category))].flatMap((category) => {
    const is = shortestFor(current, category);
    const was = shortestFor(own, category);
    if (!is || (was && daysOf(was) <= daysOf(is))) return [];
    const length = is.days === undefined ? { months: is.months as number } : { days: is.days };
    return [{ ...ofOther, ...length, rule: 'fixed_term', categories: [category] }];
  });
  return [...own.retention, ...shorter];
}
