import { describe, expect, it } from 'vitest';
import { admittedRoles } from './admission.ts';
import type { Route } from './route.ts';

const [house, here, there] = ['house', 'here', 'there'];
const service = { id: here, key: 'here', kind: 'service', createdAt: 0 } as const;
const handle = async () => ({ to: '/' });
const page: Route & { who: 'staff' } = {
  method: 'GET',
  url: '/console/s/:key',
  who: 'staff',
  scope: 'service',
  roles: ['officer', 'support'],
  handle,
};

function check(
  granted: readonly (readonly [string, string])[],
  expected: readonly string[],
  route = page,
): void {
  const staff = { house, roles: granted.map(([at, role]) => ({ service: at, role })) };
  expect(admittedRoles(route, staff, route.scope === 'service' ? service : undefined)).toEqual(expected);
}

describe('a page of a service', () => {
  it('admits nobody without a role', () => check([], []));
  it('admits a role granted there', () => check([[here, 'officer']], ['officer']));
  it('admits a role granted for the whole house', () => check([[house, 'officer']], ['officer']));
  it('does not admit the same role of another service', () => check([[there, 'officer']], []));
  it('does not admit another role', () => check([[here, 'analyst']], []));
  it('does not admit a name that is no role', () => check([[here, 'toString']], []));
  it('gives the narrowest role first and each once', () =>
    check(
      [
        [house, 'officer'],
        [here, 'officer'],
        [here, 'support'],
        [there, 'analyst'],
      ],
      ['support', 'officer'],
    ));
});

describe('a page of the house', () => {
  const anywhere: Route & { who: 'staff' } = { ...page, scope: 'house', held: 'anywhere', handle };
  const inHouse: Route & { who: 'staff' } = { ...page, scope: 'house', held: 'house', handle };
  it('admits a role of any service where it says so', () =>
    check([[there, 'support']], ['support'], anywhere));
  it('admits no role of one service elsewhere', () => check([[there, 'officer']], [], inHouse));
  it('admits a role of the house', () => check([[house, 'officer']], ['officer'], inHouse));
});
