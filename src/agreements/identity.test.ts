import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { identityAsked, identityLacking, identityNeeded } from './index.ts';

const policyOf = (categories: readonly string[], purposes = ['identify_party']) =>
  ({
    purposes: [{ purpose: 'identify_party', cites: ['2.3'], origin: 'text' }],
    data: categories.map((category) => ({ category, purposes, cites: ['1.1'] })),
  }) as unknown as Policy;

describe('the identity of a party', () => {
  it('is asked where the policy says so, by its clause', () => {
    expect(identityAsked(policyOf([]))).toEqual(['2.3']);
    expect(identityAsked({ ...policyOf([]), purposes: [] })).toBeUndefined();
  });

  it('is shown by what the policy collects for it: name and number, else an address', () => {
    const check = (categories: readonly string[], expected: readonly (readonly string[])[]) =>
      expect(identityNeeded(policyOf(categories))).toEqual(expected);
    check(['full_name', 'iin', 'id_document', 'email'], [['full_name'], ['iin', 'id_document']]);
    check(['full_name', 'phone'], [['full_name']]);
    check(['id_document', 'phone'], [['id_document']]);
    check(['phone', 'city_region'], [['phone']]);
    check(['city_region'], []);
    expect(identityNeeded(policyOf(['full_name', 'iin'], ['support']))).toEqual([]);
  });

  it('lacks each group of which nothing is confirmed', () => {
    const needed = [['full_name'], ['iin', 'id_document']];
    expect(identityLacking(needed, new Set())).toEqual(needed);
    expect(identityLacking(needed, new Set(['full_name']))).toEqual([['iin', 'id_document']]);
    expect(identityLacking(needed, new Set(['full_name', 'id_document']))).toEqual([]);
    expect(identityLacking([], new Set())).toEqual([]);
  });
});
