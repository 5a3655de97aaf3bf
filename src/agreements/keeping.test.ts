import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { termBegins } from './index.ts';

const policy = {
  data: [
    { category: 'full_name', purposes: ['identify_party'] },
    { category: 'phone', purposes: ['contract_performance', 'support'] },
    { category: 'city_region', purposes: ['support'] },
  ],
} as unknown as Policy;

describe('the term of data that serve a contract', () => {
  const check = (contracts: readonly { endedAt?: number }[], expected: readonly number[]) => {
    const begins = termBegins(policy, contracts, 1000);
    expect(['full_name', 'phone', 'city_region'].map((category) => begins(category, 100))).toEqual(expected);
  };

  it('begins when they came, where there is no contract', () => check([], [100, 100, 100]));
  it('does not begin while one is in force', () => check([{ endedAt: 200 }, {}], [1000, 1000, 100]));
  it('begins when the last of them ended', () =>
    check([{ endedAt: 200 }, { endedAt: 300 }], [300, 300, 100]));
  it('never begins before they came', () => check([{ endedAt: 50 }], [100, 100, 100]));
});
