import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

describe('the way back after signing in', () => {
  it('is a page of the area, with what it was asked with', () => {
    for (const path of [
      '/console',
      '/console/s/dala/subjects?after=0192f0c1',
      '/console/s/a/requests?state=all',
    ])
      expect(wayBack(path, '/console')).toBe(path);
  });

  it('is any page of the house where the whole of it is the area', () => {
    for (const path of ['/', '/s/dala/act/1?t=a%2Fb&x=1', '/console/s/a/requests?state=all&after=7'])
      expect(wayBack(path, '')).toBe(path);
    for (const path of [
      '//evil.example/',
      '///evil.example',
      '/.//evil.example',
      '/s/..//evil.example',
      '/\\evil.example',
    ])
      expect(wayBack(path, ''), path).toBeUndefined();
  });

  it('leads nowhere else', () => {
    for (const path of [
      undefined,
      '',
      'console',
      '//evil.example/console',
      '/\\evil.example',
      '/console\\..\\x',
      '/\t/evil.example',
      '/console/../s/dala/me',
      '/console/%2e%2e/s/dala/me',
      '/consoles',
      '/s/dala/me',
      'https://evil.example/console',
      'javascript:alert(1)',
      '/console#x',
      '/console/\u0000',
      '/console/ ',
      `/console/${'a'.repeat(300)}`,
    ])
      expect(wayBack(path, '/console'), String(path)).toBeUndefined();
  });

  it('is, whatever was sent, read by a browser as a path of this host and of the area', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '..',
      '.',
      '%2e',
      '%2f',
      'console',
      '@',
      ':',
      'evil.example',
      '?',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = wayBack(`/${pieces.join('')}`, '/console');
        if (found === undefined) return;
        const url = new URL(found, 'https://kepil.example');
        expect(url.origin).toBe('https://kepil.example');
        expect(url.pathname.split('/')[1]).toBe('console');
      }),
      { numRuns: 5000 },
    );
  });
});
