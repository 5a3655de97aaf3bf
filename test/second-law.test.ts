import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallLand } from '../src/law/fixtures/small-land.ts';
import { deadlineOf, dueOn, inForce } from '../src/law/index.ts';
import { policyText } from '../src/notice/index.ts';
import { anyPolicy } from '../src/policy/fixtures/any-policy.ts';
import { findingsOf } from '../src/policy/index.ts';
import { rules } from '../src/policy/rules/index.ts';
import { speakerOf } from '../src/words/index.ts';
import { isTest, readSources } from './tidy/source.ts';

describe('another land', () => {
  it('counts its own working days in its own zone', () => {
    // Wednesday 25 November 2026 in Auckland: Thursday is the first, Sunday the 29th a holiday.
    const wednesday = Date.parse('2026-11-24T12:00:00Z');
    expect(dueOn(smallLand, 'access.reply', wednesday)).toBe('2026-12-02');
    expect(deadlineOf(smallLand, 'access.reply', wednesday)).toMatchObject({
      article: 'SL Art. 1',
      certainty: 'final',
    });
  });

  it('has articles in force from their own days', () => {
    expect(inForce(smallLand, 'SL Art. 2', '2026-05-31')).toBe(false);
    expect(inForce(smallLand, 'SL Art. 2', '2026-06-01')).toBe(true);
    expect(inForce(smallLand, '94-V Art. 9', '2026-11-27')).toBe(false);
  });

  it('judges a policy by no article of another, and says its own terms in a text', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const all = findingsOf(policy, { law: smallLand, day: '2026-11-27' });
        // What a person noted is not the law's to judge.
        const found = all.filter(({ note }) => note === undefined);
        expect(found.filter(({ law }) => law !== undefined)).toEqual([]);
        const free = new Set(rules.filter(({ law }) => law === undefined).map(({ id }) => id));
        expect(found.filter(({ rule }) => !free.has(rule))).toEqual([]);
        const speaker = speakerOf('en', smallLand.zone);
        const { sections } = policyText({ policy, speaker, law: smallLand });
        const withdraw = sections.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'withdraw');
        expect(withdraw?.text).toContain('within 6 working days');
      }),
      { numRuns: 60 },
    );
  });
});

describe('the law of Kazakhstan', () => {
  it('is handed in by the composition root and named by no other room', () => {
    const product = readSources(join(import.meta.dirname, '..'), ['src']).filter(({ path }) => !isTest(path));
    const naming = product.filter(({ text }) => /import (?:type )?\{[^}]*\bkz\b[^}]*\} from/.test(text));
    const rooms = new Set(naming.map(({ path }) => path.split('/').slice(0, 2).join('/')));
    expect([...rooms].sort()).toEqual(['src/cli']);
  });
});
