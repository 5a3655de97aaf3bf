import fc from 'fast-check';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { acceptedLanguage, chosenLanguage } from './language.ts';

describe('Accept-Language', () => {
  it.each([
    ['ru', 'ru'],
    ['KK-kz', 'kk'],
    ['en-US,en;q=0.9', 'en'],
    ['de-DE, de;q=0.9, kk;q=0.4, ru;q=0.3', 'kk'],
    ['ru;q=0.5, kk;q=0.9, en;q=0.1', 'kk'],
    ['ru;q=0.5,en;q=0.5', 'ru'],
    ['ru;q=0, en;q=0.001', 'en'],
    ['ru ; q=0.2 , kk-Cyrl-KZ ; q=1.000', 'kk'],
    ['ru;q=0.2,en;Q=0.3', 'en'],
    ['ru, kk;q=1', 'ru'],
  ])('%s → %s', (header, expected) => {
    expect(acceptedLanguage(header)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    '*',
    'de, fr;q=0.5',
    'ru;q=0',
    'ru;q=2',
    'ru;q=-1',
    'ru;q=0.1234',
    'ru;q=NaN',
    'ru;q=',
    'ru_RU',
    'russian',
    'rus',
    'ru;level=1',
    '\u0000ru',
    ',,,;;;===',
    `${'de,'.repeat(60)}ru`,
    `${'x'.repeat(2000)},ru`,
  ])('%j wants none of ours', (header) => {
    expect(acceptedLanguage(header)).toBeUndefined();
  });

  it('never fails, whatever is sent', () => {
    const part = fc.constantFrom(
      'ru',
      'kk-KZ',
      ';q=',
      '0.',
      '1',
      ',',
      '-',
      ' ',
      '*',
      'q=',
      '\t',
      'a'.repeat(99),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 400 }).map((parts) => parts.join('')),
        ),
        (header) => {
          expect([undefined, 'ru', 'kk', 'en']).toContain(acceptedLanguage(header));
        },
      ),
    );
  });
});

describe('the choice remembered in a cookie', () => {
  const chosen = (cookie: string) => chosenLanguage({ headers: { cookie } } as FastifyRequest);

  it.each([
    ['kepil_language=kk', 'kk'],
    ['a=b; kepil_language=en; c=d', 'en'],
    ['kepil_language=xx', undefined],
    ['kepil_language=', undefined],
    ['kepil_language=kk2', undefined],
    ['not_kepil_language=kk', undefined],
    ['a=kepil_language=kk', undefined],
  ])('%s → %s', (cookie, expected) => {
    expect(chosen(cookie)).toBe(expected);
  });
});
