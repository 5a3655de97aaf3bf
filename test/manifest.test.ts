import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pledgeKinds } from '../src/policy/index.ts';
import { breakersOf } from '../src/system/index.ts';
import { gatherBreakers } from './manifest/gather.ts';

const gathered = gatherBreakers(join(import.meta.dirname, '..'));

describe('the manifest of tests', () => {
  it('is what the tests say; if not: npm run manifest', () => {
    const kept = Object.keys(pledgeKinds).map((kind) => [kind, breakersOf(kind)] as const);
    expect(Object.fromEntries(kept.filter(([, tests]) => tests.length > 0))).toEqual(
      Object.fromEntries(gathered),
    );
  });

  it('names for each pledge that a probe keeps a test that breaks it', () => {
    const probed = Object.values(pledgeKinds).filter(({ keeper }) => keeper === 'probe');
    expect(probed.length).toBeGreaterThan(40);
    expect(probed.filter(({ key }) => breakersOf(key).length === 0).map(({ key }) => key)).toEqual([]);
  });

  it('names no kind of pledge that there is not', () => {
    expect([...gathered.keys()].filter((kind) => !Object.hasOwn(pledgeKinds, kind))).toEqual([]);
  });
});
