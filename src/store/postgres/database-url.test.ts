import { describe, expect, it } from 'vitest';
import { checkDatabaseUrl } from './database-url.ts';

const refusal = (url: string) => {
  try {
    checkDatabaseUrl(url);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('the address of a database', () => {
  it.each([
    'postgres://kepil:secret@127.0.0.1:5432/kepil',
    'postgresql://kepil@localhost/kepil',
    'postgres://kepil@[::1]:5432/kepil',
    'postgres://kepil@%2Fvar%2Frun%2Fpostgresql/kepil',
    'postgres://kepil@localhost/kepil?host=/var/run/postgresql',
    'postgres://kepil@db.example:5432/kepil?sslmode=verify-full',
    'postgres://kepil@db.example/kepil?sslmode=verify-full&sslrootcert=/etc/kepil/ca.pem',
  ])('%s is taken', (url) => {
    expect(refusal(url)).toBeUndefined();
  });

  it.each([
    ['postgres://kepil:secret@db.example/kepil', 'db.example'],
    ['postgres://kepil@10.0.0.5:5432/kepil', '10.0.0.5'],
    ['postgres://kepil@[fd00::5]:5432/kepil', 'fd00::5'],
    ['postgres://kepil@localhost/kepil?host=db.example', 'db.example'],
    ['postgres://kepil@127.example/kepil', '127.example'],
    ['postgres://kepil@db.example/kepil?sslmode=disable', 'db.example'],
    ['postgres://kepil@db.example/kepil?sslmode=prefer', 'db.example'],
    // Others mean different things to different drivers; some check no name.
    ['postgres://kepil@db.example/kepil?sslmode=require', 'db.example'],
    ['postgres://kepil@db.example/kepil?ssl=true', 'db.example'],
  ])('%s would let data travel readable', (url, host) => {
    expect(refusal(url)).toMatchObject({ code: 'ERR_USAGE', reason: 'database-in-clear', params: { host } });
  });

  it.each(['kepil', 'http://127.0.0.1/kepil', 'postgres:///kepil', 'postgres://'])(
    '%s is none, and is not repeated',
    (url) => {
      expect(refusal(url)).toMatchObject({ code: 'ERR_USAGE', reason: 'database-url-bad', params: {} });
    },
  );
});
