import { expect, it } from 'vitest';
import { engines } from '../../../test/store-contract.ts';

it('is checked on the embedded server, and says when no other server was given', () => {
  const given = process.env['KEPIL_TEST_DATABASE_URL'] !== undefined;
  if (!given)
    process.stderr.write(
      'store contract: KEPIL_TEST_DATABASE_URL is not given, only the embedded server was checked\n',
    );
  expect(engines.map(([name]) => name)).toStrictEqual([
    'the embedded server',
    ...(given ? ['the given server'] : []),
  ]);
});
