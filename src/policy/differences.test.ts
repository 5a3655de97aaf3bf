import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, differencesBetween, type Effect } from './differences.ts';
import { isLabel } from './facets.ts';
import { anyPolicy } from './fixtures/any-policy.ts';
import { leaningOf, namedLabels } from './leanings.ts';
import type { Policy, Row } from './policy.ts';

const between = (before: Policy, after: Policy) => differencesBetween(before, after, 'KZ');
const brief = (found: readonly Difference[]) =>
  found.map(({ kind, effect, label = '' }) => [kind, effect, label]);
const row: Row = { cites: [], origin: 'officer' };

/** A policy without a row, where it has one. */
function without<K extends 'data' | 'purposes' | 'recipients' | 'labels' | 'dataNotCollected' | 'grounds'>(
  policy: Policy,
  section: K,
): Policy | undefined {
  const [, ...rest] = policy[section];
  return policy[section].length > 0 ? { ...policy, [section]: rest } : undefined;
}

type Expected = readonly [kind: string, effect: Effect, label?: string | undefined];

/** One edit of a policy, and what must be said of it; undefined where there is nothing to edit. */
type Edit = (policy: Policy) => readonly [Policy, Expected] | undefined;

const first = <T>(rows: readonly T[]): T | undefined => rows[0];
const put = <T>(rows: readonly T[], at: number, value: T): readonly T[] =>
  rows.map((one, n) => (n === at ? value : one));

const edits: Readonly<Record<string, Edit>> = {
  'a datum more': (policy) => {
    if (policy.data.some(({ category }) => category === 'iin')) return undefined;
    const datum = {
      ...row,
      category: 'iin',
      group: 'given',
      mandatory: false,
      access: 'limited',
      purposes: [],
    } as const;
    return [{ ...policy, data: [...policy.data, datum] }, ['data-added', 'widening', 'iin']];
  },
  'a datum less': (policy) => {
    const less = without(policy, 'data');
    return less && [less, ['data-dropped', 'narrowing', first(policy.data)?.category]];
  },
  'a datum made mandatory, or optional': (policy) => {
    const [datum] = policy.data;
    if (!datum) return undefined;
    const after = { ...policy, data: put(policy.data, 0, { ...datum, mandatory: !datum.mandatory }) };
    return [
      after,
      datum.mandatory
        ? ['data-made-optional', 'narrowing', datum.category]
        : ['data-made-mandatory', 'widening', datum.category],
    ];
  },
  'a datum for a purpose less': (policy) => {
    const at = policy.data.findIndex(({ purposes }) => purposes.length > 0);
    const datum = policy.data[at];
    if (!datum) return undefined;
    const after = { ...policy, data: put(policy.data, at, { ...datum, purposes: datum.purposes.slice(1) }) };
    return [after, ['data-purpose-dropped', 'narrowing', datum.category]];
  },
  'a datum for a purpose more': (policy) => {
    const purpose = policy.purposes.find(
      ({ purpose: key }) => !policy.data[0]?.purposes.includes(key),
    )?.purpose;
    const [datum] = policy.data;
    if (!datum || purpose === undefined) return undefined;
    const more = { ...datum, purposes: [...datum.purposes, purpose] };
    return [
      { ...policy, data: put(policy.data, 0, more) },
      ['data-purpose-added', 'widening', datum.category],
    ];
  },
  'a datum shown to more': (policy) => {
    const [datum] = policy.data;
    if (!datum || datum.access === 'public') return undefined;
    const after = { ...policy, data: put(policy.data, 0, { ...datum, access: 'public' as const }) };
    return [after, ['data-class-lowered', 'widening', datum.category]];
  },
  'a denial less': (policy) => {
    const less = without(policy, 'dataNotCollected');
    return less && [less, ['denial-dropped', 'widening', first(policy.dataNotCollected)?.category]];
  },
  'a purpose more': (policy) => {
    if (policy.purposes.some(({ purpose }) => purpose === 'targeted_ads')) return undefined;
    const purposes = [...policy.purposes, { ...row, purpose: 'targeted_ads' }];
    return [{ ...policy, purposes }, ['purpose-added', 'widening', 'targeted_ads']];
  },
  'a recipient more': (policy) => {
    const recipients = [...policy.recipients, { ...row, recipient: 'partners', name: 'ТОО «Новое»' }];
    return [{ ...policy, recipients }, ['recipient-added', 'widening', 'partners']];
  },
  'a recipient less': (policy) => {
    const less = without(policy, 'recipients');
    return less && [less, ['recipient-dropped', 'narrowing', first(policy.recipients)?.recipient]];
  },
  'a recipient moved abroad': (policy) => {
    const [one] = policy.recipients;
    if (!one || one.country === 'US') return undefined;
    const after = { ...policy, recipients: put(policy.recipients, 0, { ...one, country: 'US' }) };
    return [after, ['recipient-country-changed', 'widening', one.recipient]];
  },
  'a place abroad more': (policy) => {
    const hosts = [...policy.hosts, { ...row, country: 'US', name: 'ЦОД' }];
    return [{ ...policy, hosts }, ['host-added', 'widening']];
  },
  'a term longer': (policy) => {
    const at = policy.retention.findIndex(({ months }) => months !== undefined && months < 1100);
    const rule = policy.retention[at];
    if (!rule) return undefined;
    const longer = { ...rule, months: (rule.months ?? 0) + 12 };
    return [
      { ...policy, retention: put(policy.retention, at, longer) },
      ['term-lengthened', 'widening', rule.rule],
    ];
  },
  'a term taken out': (policy) => {
    const at = policy.retention.findIndex(({ months }) => months !== undefined);
    const rule = policy.retention[at];
    if (!rule) return undefined;
    const { months: _, ...bare } = rule;
    return [
      { ...policy, retention: put(policy.retention, at, bare) },
      ['term-dropped', 'widening', rule.rule],
    ];
  },
  'a right less': (policy) => {
    const [kept, gone] = [
      policy.labels.filter(({ facet }) => facet !== 'rights'),
      policy.labels.filter(({ facet }) => facet === 'rights'),
    ];
    const [right, ...rest] = gone;
    return right && [{ ...policy, labels: [...kept, ...rest] }, ['label-dropped', 'widening', right.label]];
  },
  'a weaker consent': (policy) => {
    if (policy.labels.some(({ label }) => label === 'implied_by_use')) return undefined;
    const labels = [...policy.labels, { ...row, facet: 'consent_form', label: 'implied_by_use' }];
    return [{ ...policy, labels }, ['label-added', 'widening', 'implied_by_use']];
  },
  'a ground that is no consent': (policy) => {
    if (policy.grounds.some(({ ground }) => ground === 'legitimate_interest')) return undefined;
    const grounds = [...policy.grounds, { ...row, ground: 'legitimate_interest' }];
    return [{ ...policy, grounds }, ['label-added', 'widening', 'legitimate_interest']];
  },
  'nobody responsible any more': (policy) => {
    const { responsible, ...operator } = policy.operator;
    return responsible === undefined
      ? undefined
      : [{ ...policy, operator }, ['responsible-dropped', 'widening']];
  },
  'another operator': (policy) => [
    { ...policy, operator: { ...policy.operator, name: 'ТОО «Преемник»' } },
    ['operator-changed', 'neutral'],
  ],
};

describe('differences between two versions', () => {
  it('are none where nothing but wording, order and numbers changed', () =>
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const turned = {
          ...policy,
          title: 'Иначе',
          data: [...policy.data].reverse(),
          labels: [...policy.labels].reverse(),
        };
        expect(between(policy, turned)).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it('name each edit, and nothing beside, with what it is to the subject', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...Object.keys(edits)), (policy, name) => {
        const edited = edits[name]?.(policy);
        if (!edited) return;
        const [after, [kind, effect, label = '']] = edited;
        seen.set(name, (seen.get(name) ?? 0) + 1);
        expect(brief(between(policy, after)), name).toEqual([[kind, effect, label]]);
      }),
      { numRuns: 600 },
    );
    expect([...seen.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(300);
    expect(Object.keys(edits).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('turn round with the versions: what widened narrows', () => {
    const oneWay = new Set(['recipient-country-changed', 'data-group-changed']);
    const turned = { widening: 'narrowing', narrowing: 'widening', neutral: 'neutral' } as const;
    const effects = (found: readonly Difference[], turn: (effect: Effect) => Effect) =>
      found
        .filter(({ kind, effect }) => effect !== 'neutral' && !oneWay.has(kind))
        .map(({ effect, facet = '', label = '' }) => `${turn(effect)} ${facet}.${label}`)
        .sort();
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (one, other) => {
        const there = effects(between(one, other), (effect) => effect);
        expect(effects(between(other, one), (effect) => turned[effect])).toEqual(there);
      }),
      { numRuns: 200 },
    );
  });

  it('are owed consent only where they widen, and nothing where they narrow', () =>
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (one, other) => {
        for (const { effect, owed, kind } of between(one, other)) {
          if (effect === 'widening') expect(owed, kind).not.toBe('nothing');
          if (effect === 'narrowing') expect(owed, kind).toBe('nothing');
          if (effect === 'neutral') expect(owed, kind).not.toBe('consent');
        }
      }),
      { numRuns: 100 },
    ));

  it('lean on labels of the vocabulary alone, each named once', () => {
    const named = namedLabels();
    expect(named.filter(([facet, label]) => !isLabel(facet, label))).toEqual([]);
    expect(new Set(named.map((pair) => pair.join('.'))).size).toBe(named.length);
    expect(leaningOf('governing_law', 'kz_law')).toBe('neutral');
  });
});
