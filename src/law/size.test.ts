import { describe, expect, it } from 'vitest';
import { smallLand } from './fixtures/small-land.ts';
import { kz, sizeOf } from './index.ts';

describe('the size class of an operator', () => {
  it.each([
    [0, false, 'small'],
    [10_000, false, 'small'],
    [10_001, false, 'medium'],
    [499_999, false, 'medium'],
    [500_000, false, 'large'],
    [10_000, true, 'medium'],
    [10_001, true, 'large'],
    [500_000, true, 'large'],
  ])('of %i people, limited data %s, is %s', (subjects, limited, size) => {
    expect(sizeOf(kz, subjects, limited)).toBe(size);
  });

  it('is not known where the law has no classes', () => {
    expect(sizeOf(smallLand, 1e6, true)).toBeUndefined();
  });
});
