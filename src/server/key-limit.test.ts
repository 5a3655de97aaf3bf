import { describe, expect, it } from 'vitest';
import { KeyLimit, readsPerMinute } from './key-limit.ts';

const start = Date.parse('2026-11-20T10:00:00+05:00');

describe('the limit of a key', () => {
  it('lets so many reads a minute through, says how long to wait, and begins anew', () => {
    const limit = new KeyLimit();
    for (let n = 0; n < readsPerMinute; n++) expect(limit.take('one', start + n)).toBe(0);
    expect(limit.take('one', start + 30_500)).toBe(30);
    expect(limit.take('one', start + 59_999)).toBe(1);
    expect(limit.take('one', start + 60_000)).toBe(0);
  });

  it('is each key’s own', () => {
    const limit = new KeyLimit();
    for (let n = 0; n <= readsPerMinute; n++) limit.take('one', start);
    expect(limit.take('other', start)).toBe(0);
  });
});
