import { describe, expect, it } from 'vitest';
import {
  type IncidentScope,
  isBounded,
  isTouched,
  lackingInNotice,
  limitReached,
  readingLimits,
  tellingRules,
  threats,
  windowsOf,
} from './index.ts';

const at = Date.parse('2026-11-20T05:00:00.000Z');
const scope: IncidentScope = {
  ...{ from: at - 1000, to: at + 1000, whole: false, staff: ['s'], keys: [], recipients: [], purposes: [] },
};
const entry = {
  at: new Date(at).toISOString(),
  verb: 'read',
  outcome: 'allowed',
  purpose: 'support',
} as const;

describe('an entry is touched by an incident', () => {
  it.each([
    ['in its time', entry, scope, true],
    ['at its first instant', entry, { ...scope, from: at }, true],
    ['at its last instant', entry, { ...scope, to: at }, true],
    ['not before it', entry, { ...scope, from: at + 1 }, false],
    ['not after it', entry, { ...scope, to: at - 1 }, false],
    ['not when it was refused', { ...entry, outcome: 'refused' as const }, scope, false],
    ['for one of its purposes', entry, { ...scope, purposes: ['support'] }, true],
    ['not for another purpose', entry, { ...scope, purposes: ['marketing_notices'] }, false],
    ['not by a change, where nothing was changed', { ...entry, verb: 'change' }, scope, false],
    ['not without a verb', { at: entry.at, outcome: 'done' as const }, scope, false],
  ])('%s', (...[, of, within, touched]) => {
    expect(isTouched(of, { scope: within, kinds: ['access'] })).toBe(touched);
  });

  it('by an act of each threat', () => {
    const verbs = ['read', 'use', 'transfer', 'publish', 'change', 'collect', 'destroy', 'block'];
    const touching = threats.map((kind) =>
      verbs.filter((verb) => isTouched({ ...entry, verb }, { scope, kinds: [kind] })),
    );
    expect(touching.every((some) => some.length > 0)).toBe(true);
    expect(isTouched({ ...entry, verb: 'destroy' }, { scope, kinds: ['destruction'] })).toBe(true);
    expect(isTouched({ ...entry, verb: 'block' }, { scope, kinds: ['blocking'] })).toBe(true);
  });
});

describe('a scope', () => {
  it('is about somebody, or about everybody', () => {
    expect(isBounded(scope)).toBe(true);
    expect(isBounded({ ...scope, staff: [] })).toBe(false);
    expect(isBounded({ ...scope, staff: [], whole: true })).toBe(true);
    expect(isBounded({ ...scope, staff: [], recipients: ['r'] })).toBe(true);
    expect(isBounded({ ...scope, staff: [], keys: ['k'] })).toBe(true);
  });
});

describe('the notice to the body', () => {
  const whole = { what: 'Кража.', contact: 'Ответственный', measures: 'Отозвано.', affected: 0 };
  it('lacks what is not said, each by name', () => {
    expect(lackingInNotice(whole)).toEqual([]);
    for (const element of ['what', 'contact', 'measures'] as const)
      expect(lackingInNotice({ ...whole, [element]: ' \n' })).toEqual([element]);
    const { affected: _none, ...uncounted } = whole;
    expect(lackingInNotice(uncounted)).toEqual(['affected']);
  });
});

describe('who tells the people', () => {
  it('is the body by law; the operator is advised to where people can do something', () => {
    for (const kind of threats) {
      const [first, own] = tellingRules({ kinds: [kind], affected: 3 });
      expect(first).toMatchObject({ rule: 'breach-told-by-state', advises: false });
      expect(own?.advises).toBe(kind !== 'blocking');
    }
    expect(tellingRules({ kinds: ['access'], affected: 0 }).some(({ advises }) => advises)).toBe(false);
  });
});

describe('a limit of reading', () => {
  it('is reached by the sixtieth person in five minutes, for whoever may read', () => {
    for (const role of ['support', 'moderator', 'approver', 'officer']) {
      expect(limitReached(role, new Map([[5, 58]]))).toBeUndefined();
      expect(limitReached(role, new Map([[5, 59]]))).toMatchObject({ role, people: 60, minutes: 5 });
    }
  });
  it('is reached by patience too', () => {
    expect(
      limitReached(
        'support',
        new Map([
          [5, 3],
          [480, 399],
        ]),
      )?.minutes,
    ).toBe(480);
    expect(
      limitReached(
        'support',
        new Map([
          [5, 3],
          [480, 398],
        ]),
      ),
    ).toBeUndefined();
  });
  it('is none of an API key, a subject or the system', () => {
    for (const role of ['key', 'subject', 'system', 'toString']) {
      expect(windowsOf(role)).toEqual([]);
      expect(limitReached(role, new Map([[5, 10_000]]))).toBeUndefined();
    }
  });
  it('is a row of people and minutes, more than none of each', () => {
    for (const { people, minutes } of readingLimits) expect(Math.min(people, minutes)).toBeGreaterThan(0);
  });
});
