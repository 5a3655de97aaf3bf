import { describe, expect, it } from 'vitest';
import {
  certificateOf,
  controls,
  isPrimaryAbroad,
  stateOf,
  testedByStaff,
  threatStates,
  threats,
} from './index.ts';

const today = '2026-11-20';
const passed = (control: string, testedOn = today) => ({ control, testedOn, passed: true });

describe('the register of threats', () => {
  it('has a measure against each, and one that staff test against what no program sees', () => {
    for (const threat of threats)
      expect(
        controls.some(({ against }) => against.includes(threat)),
        threat,
      ).toBe(true);
    expect(testedByStaff).toContain('restore-drill');
  });
  it('holds a threat off while one measure is fresh and none failed', () => {
    const held = (tests: Parameters<typeof threatStates>[0]) =>
      threatStates(tests, today)
        .filter((state) => state.held)
        .map(({ threat }) => threat);
    expect(held([])).toEqual([]);
    expect(held(controls.map(({ key }) => passed(key)))).toEqual([...threats]);
    expect(held([passed('restore-drill')])).toEqual(['change', 'destruction', 'blocking']);
    expect(held([passed('restore-drill'), passed('log'), { ...passed('log'), passed: false }])).toEqual([
      'blocking',
    ]);
  });
  it('lets a restoration drill last ninety days', () => {
    const drill = controls.find(({ key }) => key === 'restore-drill');
    if (!drill) expect.fail('no drill');
    expect(stateOf(drill, undefined, today)).toBe('never');
    expect(stateOf(drill, passed('restore-drill', '2026-08-22'), today)).toBe('fresh');
    expect(stateOf(drill, passed('restore-drill', '2026-08-21'), today)).toBe('stale');
    expect(stateOf(drill, { ...passed('restore-drill'), passed: false }, today)).toBe('failed');
  });
});

describe('a place of storage', () => {
  const node = { kind: 'primary', country: 'KZ' } as const;
  it.each([
    [undefined, 'none'],
    ['2026-11-19', 'expired'],
    ['2026-11-20', 'ends-soon'],
    ['2026-12-20', 'ends-soon'],
    ['2026-12-21', 'valid'],
  ] as const)('with a certificate until %s is %s', (certificateUntil, state) => {
    expect(certificateOf({ ...node, ...(certificateUntil && { certificateUntil }) }, today)).toBe(state);
  });
  it('keeps the base itself at home, copies anywhere', () => {
    expect(isPrimaryAbroad(node, { country: 'KZ' })).toBe(false);
    expect(isPrimaryAbroad({ ...node, country: 'DE' }, { country: 'KZ' })).toBe(true);
    expect(isPrimaryAbroad({ kind: 'backup', country: 'DE' }, { country: 'KZ' })).toBe(false);
  });
});
