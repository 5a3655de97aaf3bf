import { leaningOf } from './leanings.ts';
import type { AccessClass, DataRow, HostRow, Policy, RecipientRow, RetentionRow, Row } from './policy.ts';

/**
 * What a difference means for the subject: the operator may do more, or promises less (`widening`); may do
 * less, or promises more (`narrowing`); neither.
 */
export type Effect = 'widening' | 'narrowing' | 'neutral';

/**
 * What is owed before the new version holds for somebody: their consent anew, a notice, or nothing.
 *
 * @law 94-V Art. 7(6), 7(8), 8(4)
 */
export type Owed = 'consent' | 'notice' | 'nothing';

/** One thing that the later version says otherwise. */
export interface Difference {
  readonly kind: string;
  readonly effect: Effect;
  readonly owed: Owed;
  /** The label it is about; none where it is the operator's or a name's. */
  readonly facet?: string;
  readonly label?: string;
  /** What was said before and is now, where it is a name, a country or a number. */
  readonly was?: string | number;
  readonly is?: string | number;
  /** Clauses of the earlier version, and of the later. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Purposes concerned; none: it concerns everybody. */
  readonly purposes: readonly string[];
}

type Said = Pick<Difference, 'kind' | 'effect' | 'owed'> & Partial<Difference>;

const said = (difference: Said): Difference => ({ before: [], after: [], purposes: [], ...difference });

/** Rows by their key; of several with one key, the first, the second and so on. */
function keyed<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const key = keyOf(row);
      const nth = (counts.get(key) ?? 0) + 1;
      counts.set(key, nth);
      return [`${key} ${nth}`, row];
    }),
  );
}

/** Rows of a section with the same key, and those that one side alone has. */
function paired<T extends Row>(before: readonly T[], after: readonly T[], keyOf: (row: T) => string) {
  const old = keyed(before, keyOf);
  const now = keyed(after, keyOf);
  return {
    gone: [...old].flatMap(([key, row]) => (now.has(key) ? [] : [row])),
    come: [...now].flatMap(([key, row]) => (old.has(key) ? [] : [row])),
    both: [...now].flatMap(([key, row]) => {
      const was = old.get(key);
      return was ? [[was, row] as const] : [];
    }),
  };
}

/**
 * What the later version says otherwise, each with what it means for the subject and what is owed for it.
 * Wording, order and numbers of clauses are no differences; clauses are named where rows cite them. `home` is
 * the country whose law holds.
 *
 * Pure. O(rows).
 */
export function differencesBetween(before: Policy, after: Policy, home: string): readonly Difference[] {
  return [
    ...dataDifferences(before, after),
    ...purposeDifferences(before, after),
    ...recipientDifferences(before.recipients, after.recipients, home),
    ...hostDifferences(before.hosts, after.hosts, home),
    ...termDifferences(before.retention, after.retention),
    ...labelDifferences(labelled(before), labelled(after)),
    ...operatorDifferences(before, after),
  ];
}

function dataDifferences(before: Policy, after: Policy): readonly Difference[] {
  const facet = 'data_categories';
  const { gone, come, both } = paired(before.data, after.data, ({ category }) => category);
  const denied = paired(before.dataNotCollected, after.dataNotCollected, ({ category }) => category);
  return [
    ...come.map(({ category: label, purposes, cites }) =>
      said({ kind: 'data-added', effect: 'widening', owed: 'consent', facet, label, purposes, after: cites }),
    ),
    ...gone.map(({ category: label, purposes, cites }) =>
      said({
        kind: 'data-dropped',
        effect: 'narrowing',
        owed: 'nothing',
        facet,
        label,
        purposes,
        before: cites,
      }),
    ),
    ...both.flatMap(([was, is]) => datumDifferences(was, is)),
    ...denied.gone.map(({ category: label, cites }) =>
      said({ kind: 'denial-dropped', effect: 'widening', owed: 'notice', facet, label, before: cites }),
    ),
    ...denied.come.map(({ category: label, cites }) =>
      said({ kind: 'denial-added', effect: 'narrowing', owed: 'nothing', facet, label, after: cites }),
    ),
  ];
}

/** From what everybody may see to what nobody may. */
const classes: readonly AccessClass[] = ['public', 'technical', 'limited', 'secret'];

function datumDifferences(was: DataRow, is: DataRow): readonly Difference[] {
  const at = { facet: 'data_categories', label: is.category, before: was.cites, after: is.cites };
  const found: Difference[] = [];
  if (is.mandatory && !was.mandatory)
    found.push(said({ ...at, kind: 'data-made-mandatory', effect: 'widening', owed: 'consent' }));
  if (was.mandatory && !is.mandatory)
    found.push(said({ ...at, kind: 'data-made-optional', effect: 'narrowing', owed: 'nothing' }));
  const more = is.purposes.filter((purpose) => !was.purposes.includes(purpose));
  const less = was.purposes.filter((purpose) => !is.purposes.includes(purpose));
  for (const purpose of more)
    found.push(
      said({
        ...at,
        kind: 'data-purpose-added',
        effect: 'widening',
        owed: 'consent',
        is: purpose,
        purposes: [purpose],
      }),
    );
  for (const purpose of less)
    found.push(
      said({
        ...at,
        ...{
          kind: 'data-purpose-dropped',
          effect: 'narrowing',
          owed: 'nothing',
          was: purpose,
          purposes: [purpose],
        },
      }),
    );
  const step = classes.indexOf(is.access) - classes.indexOf(was.access);
  if (step !== 0)
    found.push(
      said({
        ...at,
        ...(step < 0
          ? { kind: 'data-class-lowered', effect: 'widening', owed: 'consent' }
          : { kind: 'data-class-raised', effect: 'narrowing', owed: 'nothing' }),
        ...{ was: was.access, is: is.access },
      }),
    );
  if (is.group !== was.group) {
    const effect = is.group === 'given' ? 'narrowing' : 'widening';
    const owed = effect === 'widening' ? 'consent' : 'nothing';
    found.push(said({ ...at, kind: 'data-group-changed', effect, owed, was: was.group, is: is.group }));
  }
  return found;
}

function purposeDifferences(before: Policy, after: Policy): readonly Difference[] {
  const facet = 'purposes';
  const { gone, come } = paired(before.purposes, after.purposes, ({ purpose }) => purpose);
  return [
    ...come.map(({ purpose: label, cites }) =>
      said({
        kind: 'purpose-added',
        effect: 'widening',
        owed: 'consent',
        facet,
        label,
        purposes: [label],
        after: cites,
      }),
    ),
    ...gone.map(({ purpose: label, cites }) =>
      said({
        ...{ kind: 'purpose-dropped', effect: 'narrowing', owed: 'nothing', facet, label },
        ...{ purposes: [label], before: cites },
      }),
    ),
  ];
}

function recipientDifferences(
  before: readonly RecipientRow[],
  after: readonly RecipientRow[],
  home: string,
): readonly Difference[] {
  const facet = 'recipients';
  const { gone, come, both } = paired(before, after, ({ recipient, name = '' }) => `${recipient} ${name}`);
  const named = ({ recipient: label, name }: RecipientRow) => ({
    facet,
    label,
    ...(name !== undefined && { is: name }),
  });
  return [
    ...come.map((row) =>
      said({ ...named(row), kind: 'recipient-added', effect: 'widening', owed: 'consent', after: row.cites }),
    ),
    ...gone.map((row) =>
      said({
        ...named(row),
        kind: 'recipient-dropped',
        effect: 'narrowing',
        owed: 'nothing',
        before: row.cites,
      }),
    ),
    ...both.flatMap(([was, is]) => {
      if (was.country === is.country) return [];
      const effect = is.country === home ? ('narrowing' as const) : ('widening' as const);
      const owed = effect === 'narrowing' ? ('nothing' as const) : ('consent' as const);
      const countries = {
        ...(was.country !== undefined && { was: was.country }),
        ...(is.country !== undefined && { is: is.country }),
      };
      const at = { facet, label: is.recipient, before: was.cites, after: is.cites, ...countries };
      return [said({ ...at, kind: 'recipient-country-changed', effect, owed })];
    }),
  ];
}

function hostDifferences(
  before: readonly HostRow[],
  after: readonly HostRow[],
  home: string,
): readonly Difference[] {
  const { gone, come } = paired(before, after, ({ country, name }) => `${country} ${name}`);
  const atHome = (rows: readonly HostRow[]) => rows.some(({ country }) => country === home);
  const left = atHome(before) && !atHome(after);
  const came = atHome(after) && !atHome(before);
  return [
    ...come.map(({ country, cites }) => {
      const effect = country !== home ? 'widening' : came ? 'narrowing' : 'neutral';
      return said({ kind: 'host-added', effect, owed: owedFor(effect), is: country, after: cites });
    }),
    ...gone.map(({ country, cites }) => {
      const effect = country !== home ? 'narrowing' : left ? 'widening' : 'neutral';
      return said({ kind: 'host-dropped', effect, owed: owedFor(effect), was: country, before: cites });
    }),
  ];
}

/** What is owed for another place of the data. */
const owedFor = (effect: Effect): Owed =>
  effect === 'widening' ? 'consent' : effect === 'neutral' ? 'notice' : 'nothing';

/** A term in days; a month is a twelfth of the average year. */
const daysOf = ({ months, days }: RetentionRow): number | undefined =>
  days ?? (months === undefined ? undefined : months * (365.2425 / 12));

function termDifferences(
  before: readonly RetentionRow[],
  after: readonly RetentionRow[],
): readonly Difference[] {
  const facet = 'retention';
  const keyOf = ({ rule, categories = [] }: RetentionRow) => [rule, ...categories].join(' ');
  const byLength = (rows: readonly RetentionRow[]) =>
    [...rows].sort((a, b) => (daysOf(a) ?? Number.MAX_VALUE) - (daysOf(b) ?? Number.MAX_VALUE));
  const { gone, come, both } = paired(byLength(before), byLength(after), keyOf);
  return [
    ...come.map(({ rule: label, cites }) => leaning({ facet, label, after: cites, kind: 'rule-added' })),
    ...gone.map(({ rule: label, cites }) => leaning({ facet, label, before: cites, kind: 'rule-dropped' })),
    ...both.flatMap(([old, now]) => {
      const [was, is] = [daysOf(old), daysOf(now)];
      if (was === is) return [];
      const longer = is === undefined || (was !== undefined && is > was);
      const kind =
        is === undefined
          ? 'term-dropped'
          : was === undefined
            ? 'term-set'
            : longer
              ? 'term-lengthened'
              : 'term-shortened';
      const numbers = {
        ...(was !== undefined && { was: Math.round(was) }),
        ...(is !== undefined && { is: Math.round(is) }),
      };
      const at = { facet, label: now.rule, before: old.cites, after: now.cites, ...numbers };
      return [
        said({
          ...at,
          kind,
          effect: longer ? 'widening' : 'narrowing',
          owed: longer ? 'consent' : 'nothing',
        }),
      ];
    }),
  ];
}

/** Facets in which what is new must be consented to; in the others a notice does. */
const wantsConsent: ReadonlySet<string> = new Set([
  ...['data_sources', 'operations', 'storage_location', 'transfer_conditions', 'cross_border', 'cookies'],
  ...['analytics_tools', 'device_permissions', 'marketing', 'automation', 'legal_bases', 'retention'],
]);

/** A label that came or went: what that means follows from what the label is to the subject. */
function leaning(
  at: Pick<Difference, 'kind'> & {
    facet: string;
    label: string;
    before?: readonly string[];
    after?: readonly string[];
  },
): Difference {
  const is = leaningOf(at.facet, at.label);
  const came = at.after !== undefined;
  if (is === 'neutral') return said({ ...at, effect: 'neutral', owed: 'nothing' });
  const widens = came === (is === 'burdens');
  const owed = !widens ? 'nothing' : wantsConsent.has(at.facet) ? 'consent' : 'notice';
  return said({ ...at, effect: widens ? 'widening' : 'narrowing', owed });
}

interface Labelled extends Row {
  readonly facet: string;
  readonly label: string;
}

/** Labels of all facets, and grounds, which are labels too. */
function labelled({ labels, grounds }: Policy): readonly Labelled[] {
  return [...labels, ...grounds.map((row) => ({ ...row, facet: 'legal_bases', label: row.ground }))];
}

function labelDifferences(before: readonly Labelled[], after: readonly Labelled[]): readonly Difference[] {
  const { gone, come } = paired(before, after, ({ facet, label }) => `${facet}.${label}`);
  return [
    ...come.map(({ facet, label, cites }) => leaning({ kind: 'label-added', facet, label, after: cites })),
    ...gone.map(({ facet, label, cites }) => leaning({ kind: 'label-dropped', facet, label, before: cites })),
  ];
}

function operatorDifferences({ operator: was, ...before }: Policy, { operator: is, ...after }: Policy) {
  const at = { before: was.cites, after: is.cites };
  const found: Difference[] = [];
  const changed = (['kind', 'name', 'bin', 'address'] as const).some((key) => was[key] !== is[key]);
  if (changed) found.push(said({ ...at, kind: 'operator-changed', effect: 'neutral', owed: 'notice' }));
  if (was.responsible !== undefined && is.responsible === undefined)
    found.push(said({ ...at, kind: 'responsible-dropped', effect: 'widening', owed: 'notice' }));
  if (was.responsible === undefined && is.responsible !== undefined)
    found.push(said({ ...at, kind: 'responsible-named', effect: 'narrowing', owed: 'nothing' }));
  const channels = paired(before.contacts, after.contacts, ({ channel, value }) => `${channel} ${value}`);
  const facet = 'contacts';
  const kept = new Set(after.contacts.map(({ channel }) => channel));
  const had = new Set(before.contacts.map(({ channel }) => channel));
  for (const { channel: label, cites } of channels.gone)
    if (!kept.has(label))
      found.push(
        said({ kind: 'contact-dropped', effect: 'widening', owed: 'notice', facet, label, before: cites }),
      );
  for (const { channel: label, cites } of channels.come)
    found.push(
      had.has(label)
        ? said({ kind: 'contact-changed', effect: 'neutral', owed: 'notice', facet, label, after: cites })
        : said({ kind: 'contact-added', effect: 'narrowing', owed: 'nothing', facet, label, after: cites }),
    );
  const places = paired(before.services, after.services, ({ kind, host = '' }) => `${kind} ${host}`);
  for (const { kind: label, cites } of places.come)
    found.push(
      said({
        kind: 'service-added',
        effect: 'neutral',
        owed: 'notice',
        facet: 'services',
        label,
        after: cites,
      }),
    );
  for (const { kind: label, cites } of places.gone)
    found.push(
      said({
        kind: 'service-dropped',
        effect: 'neutral',
        owed: 'nothing',
        facet: 'services',
        label,
        before: cites,
      }),
    );
  return found;
}
