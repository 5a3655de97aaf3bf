import { describe, expect, it } from 'vitest';
import { base64Of, KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { rootSourceOf } from './root-source.ts';

const key = base64Of(nodeCrypto.random(32));
const transit = {
  KEPIL_TRANSIT_URL: 'https://vault.example:8200',
  KEPIL_TRANSIT_KEY: 'kepil',
  KEPIL_TRANSIT_TOKEN: 's.secret-of-ours',
};

function refusal(environment: Readonly<Record<string, string>>): string {
  try {
    rootSourceOf(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(KepilError);
    const { code, reason, params } = error as KepilError;
    expect(code).toBe('ERR_USAGE');
    expect(JSON.stringify(params)).not.toContain('secret-of-ours');
    return [reason, params['variable']].filter((part) => part !== undefined).join(' ');
  }
  return 'nothing was refused';
}

describe('where the root key comes from', () => {
  it('is the key file, unless the environment says otherwise', () => {
    expect(rootSourceOf({}).kind).toBe('file');
    expect(rootSourceOf({ KEPIL_ROOT_KEY: '' }).kind).toBe('file');
    expect(rootSourceOf({ KEPIL_ROOT_KEY: `${key}\n` })).toMatchObject({ kind: 'environment' });
    expect(rootSourceOf(transit).kind).toBe('transit');
    const near = { ...transit, KEPIL_TRANSIT_URL: 'http://127.0.0.1:8200' };
    expect(rootSourceOf(near).kind).toBe('transit');
    const more = { KEPIL_TRANSIT_MOUNT: 'team/transit', KEPIL_TRANSIT_NAMESPACE: 'kz' };
    expect(rootSourceOf({ ...transit, ...more }).kind).toBe('transit');
  });

  it.each([
    ['root-malformed KEPIL_ROOT_KEY', { KEPIL_ROOT_KEY: 'secret-of-ours' }],
    ['root-twice', { ...transit, KEPIL_ROOT_KEY: key }],
    ['transit-plain KEPIL_TRANSIT_URL', { ...transit, KEPIL_TRANSIT_URL: 'http://vault.example:8200' }],
    ['root-malformed KEPIL_TRANSIT_URL', { ...transit, KEPIL_TRANSIT_URL: 'vault.example' }],
    ['root-malformed KEPIL_TRANSIT_URL', { ...transit, KEPIL_TRANSIT_URL: 'https://u:p@vault.example' }],
    ['root-malformed KEPIL_TRANSIT_URL', { ...transit, KEPIL_TRANSIT_URL: 'https://vault.example/v1' }],
    ['root-malformed KEPIL_TRANSIT_KEY', { ...transit, KEPIL_TRANSIT_KEY: '' }],
    ['root-malformed KEPIL_TRANSIT_KEY', { ...transit, KEPIL_TRANSIT_KEY: '../x' }],
    ['root-malformed KEPIL_TRANSIT_MOUNT', { ...transit, KEPIL_TRANSIT_MOUNT: 'a/../b' }],
    ['root-malformed KEPIL_TRANSIT_NAMESPACE', { ...transit, KEPIL_TRANSIT_NAMESPACE: 'a b' }],
    ['root-malformed KEPIL_TRANSIT_TOKEN', { ...transit, KEPIL_TRANSIT_TOKEN: '' }],
    ['root-malformed KEPIL_TRANSIT_TOKEN', { ...transit, KEPIL_TRANSIT_TOKEN: 'a\nb' }],
    ['root-malformed KEPIL_TRANSIT_TOKEN', { ...transit, KEPIL_TRANSIT_TOKEN_FILE: '/run/token' }],
  ])('%s: is said with the variable and without its value', (said, environment) => {
    expect(refusal(environment)).toBe(said);
  });
});
