import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPolicy } from './fixtures/any-policy.ts';
import {
  categories,
  formatPolicy,
  formCategories,
  type PledgeState,
  type Policy,
  parsePolicy,
  pledgeKinds,
  pledgesOf,
  policyHash,
  stateOrder,
  worstState,
} from './index.ts';

const hash = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

describe('the policy and its file', () => {
  it('comes back from its file as it went in, with the same hash and no problem', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { policy: again, problems } = parsePolicy(formatPolicy(policy));
        expect(problems).toEqual([]);
        expect(again).toEqual(policy);
        expect(policyHash(again as Policy, hash)).toBe(policyHash(policy, hash));
      }),
      { numRuns: 200 },
    );
  });

  it('writes a file that says the same when it is written again', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const file = formatPolicy(policy);
        expect(formatPolicy(parsePolicy(file).policy as Policy)).toBe(file);
      }),
      { numRuns: 50 },
    );
  });

  it('has a hash that changes with a clause, a row or a date and not with the order of keys', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const turned = Object.fromEntries(Object.entries(policy).reverse()) as unknown as Policy;
        expect(policyHash(turned, hash)).toBe(policyHash(policy, hash));
        expect(policyHash({ ...policy, title: `${policy.title}.` }, hash)).not.toBe(policyHash(policy, hash));
        expect(policyHash({ ...policy, dated: '1999-12-31' }, hash)).not.toBe(policyHash(policy, hash));
      }),
      { numRuns: 50 },
    );
  });
});

describe('pledges of any policy', () => {
  it('cover every clause, have unique ids and stand in the order of the clauses', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const pledges = pledgesOf(policy);
        const order = policy.clauses.map((clause) => clause.id);
        const places = pledges.map((pledge) => order.indexOf(pledge.clause));
        expect(new Set(pledges.map((pledge) => pledge.id)).size).toBe(pledges.length);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
        for (const clause of policy.clauses) {
          if (clause.kind === 'clause')
            expect(pledges.some((pledge) => pledge.clause === clause.id)).toBe(true);
        }
        for (const pledge of pledges) expect(pledgeKinds).toHaveProperty([pledge.kind]);
      }),
      { numRuns: 200 },
    );
  });

  it('hold each label of each statement in the clause it was read in', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const held = new Set(
          pledgesOf(policy).map((pledge) => `${pledge.clause}|${pledge.facet}.${pledge.label}`),
        );
        for (const { clause, facet, label } of policy.statements)
          expect(held).toContain(`${clause}|${facet}.${label}`);
      }),
    );
  });
});

describe('the registration form', () => {
  it('asks each given category once and never what a form cannot ask', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const asked = formCategories(policy);
        const askable = policy.data.filter(
          (row) => row.group === 'given' && categories[row.category]?.input !== 'none',
        );
        expect([...asked].sort(byCategory)).toEqual([...askable].sort(byCategory));
      }),
    );
  });
});

function byCategory(a: { readonly category: string }, b: { readonly category: string }): number {
  return a.category < b.category ? -1 : 1;
}

describe('the worst of several states', () => {
  it('is the first of the order that is present', () => {
    const states = fc.array(
      fc.constantFrom<PledgeState>('kept', 'broken', 'unexercised', 'manual', 'refused'),
    );
    fc.assert(
      fc.property(states, (present) => {
        const worst = worstState(present);
        const expected = [...present].sort((a, b) => stateOrder.indexOf(a) - stateOrder.indexOf(b))[0];
        expect(worst).toBe(expected);
      }),
    );
    expect(worstState(['kept', 'manual', 'broken'])).toBe('broken');
  });
});
