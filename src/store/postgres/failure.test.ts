import { expect, it } from 'vitest';
import { Bug, KepilError } from '../../base/index.ts';
import { failureOf } from './failure.ts';

it.each([
  ['23505', 'ERR_STORE_CONFLICT'],
  ['40001', 'ERR_STORE_CONFLICT'],
  ['40P01', 'ERR_STORE_CONFLICT'],
  ['55P03', 'ERR_STORE_CONFLICT'],
  ['53100', 'ERR_STORAGE_FULL'],
  ['53300', 'ERR_STORE_UNAVAILABLE'],
  ['57P01', 'ERR_STORE_UNAVAILABLE'],
  ['57P03', 'ERR_STORE_UNAVAILABLE'],
  ['28P01', 'ERR_STORE_UNAVAILABLE'],
  ['3D000', 'ERR_STORE_UNAVAILABLE'],
  ['08006', 'ERR_STORE_UNAVAILABLE'],
  ['XX001', 'ERR_STORE_CORRUPT'],
  ['ECONNREFUSED', 'ERR_STORE_UNAVAILABLE'],
  ['EPIPE', 'ERR_STORE_UNAVAILABLE'],
  [undefined, 'ERR_STORE_UNAVAILABLE'],
])('takes %s for %s', (code, expected) => {
  const error = failureOf(
    Object.assign(new Error('row value'), { code, detail: 'row value', table: 'subject' }),
  );
  expect(error).toMatchObject({ code: expected });
  expect(`${error.message} ${(error.cause as Error).message}`).not.toContain('row value');
});

it.each(['22P02', '23502', '42601', '42P01'])('takes %s for our own mistake', (code) => {
  expect(failureOf(Object.assign(new Error('row value'), { code }))).toBeInstanceOf(Bug);
});

it('leaves our own errors as they are', () => {
  const error = new KepilError('ERR_CONFLICT', 'x');
  expect(failureOf(error)).toBe(error);
});
