import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../policy/index.ts';
import { speakerOf } from '../words/index.ts';
import { accentFor, accents, faceOf, markOf, namedIn, sayName } from './faces.ts';

const service = { id: 'x', key: 'dala-kitap', kind: 'service' as const, createdAt: 0 };
const policy = (more: object) => ({ services: [], operator: {}, ...more }) as unknown as Policy;
const site = policy({ services: [{ host: 'zhetisu.kz' }], operator: { name: 'ТОО «Жетісу»' } });

describe('the name of a service', () => {
  const printed = 'Пишите на a@zhetisu.kz или www.zhetisu.kz. Сайт ZheTisu.kz.';
  const operated = (name: string) => ({ policy: policy({ operator: { name } }) });
  it.each([
    { what: 'its site', of: { policy: site }, name: 'zhetisu.kz' },
    { what: 'its site as the text prints it', of: { policy: site, text: printed }, name: 'ZheTisu.kz' },
    { what: 'not an address', of: { policy: site, text: 'Почта: Info@ZHETISU.KZ' }, name: 'zhetisu.kz' },
    { what: 'its operator in quotes', of: operated('ТОО «Дала кітап»'), name: 'Дала кітап' },
    { what: 'its operator', of: operated('ИП Сейткали'), name: 'ИП Сейткали' },
  ])('is $what', ({ of, name }) => expect(namedIn(of)).toBe(name));

  it('is its key, without the digest of a file, where nobody is named', () => {
    const face = faceOf({ ...service, key: '002-e9e5e6f652fd16d4' }, { policy: policy({}) }, undefined);
    expect(face.name).toBeUndefined();
    expect(sayName(speakerOf('ru'), face, '002-e9e5e6f652fd16d4')).toBe('Сервис 002');
    expect(sayName(speakerOf('kk'), face, 'shop')).toBe('«shop» сервисі');
  });

  it('is what the officer gave, with the key where two would be called the same', () => {
    const look = { service: 'x', name: 'Лавка', mark: 'Л', accent: 'blue', withKey: true };
    expect(faceOf(service, { policy: site }, look).name).toBe('Лавка (dala-kitap)');
    expect(faceOf(service, { policy: site }, { ...look, withKey: false }).name).toBe('Лавка');
  });
});

describe('the mark of a service', () => {
  it.each([
    ['ProZango.kz', 'PZ'],
    ['legco.kz', 'LE'],
    ['Цифровая ракета', 'ЦР'],
    ['дала кітап', 'ДК'],
    ['ТОО', 'ТО'],
    ['я', 'Я'],
    ['002', '00'],
  ])('of %s is %s', (name, mark) => expect(markOf(name)).toBe(mark));
});

describe('the accent of a service', () => {
  it('is the same for the same key and no other services', () => {
    for (const key of ['a', 'dala-kitap', 'legco'])
      expect(accentFor(key, 'AA', [])).toBe(accentFor(key, 'BB', []));
  });

  it('differs from all others while there are free ones, and the pair with the mark differs always', () => {
    const key = fc.stringMatching(/^[a-z0-9]{1,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: accents.length }), (keys) => {
        const given: { mark: string; accent: (typeof accents)[number] }[] = [];
        for (const one of keys) given.push({ mark: 'AA', accent: accentFor(one, 'AA', given) });
        expect(new Set(given.map(({ accent }) => accent)).size).toBe(keys.length);
      }),
    );
  });
});

/** Relative luminance. @source WCAG 2.2 */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the palette', () => {
  const css = readFileSync('web/src/styles/looks.css', 'utf8');
  const tokens = readFileSync('web/src/styles/tokens.css', 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const [lightTokens = '', darkTokens = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  const colour = (text: string, name: string) =>
    new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text)?.[1] ?? '';
  const rule = (text: string, accent: string) =>
    new RegExp(`\\.accent-${accent} \\{([^}]*)\\}`).exec(text)?.[1] ?? '';

  it.each(accents)('has %s readable in light and in dark colours', (accent) => {
    for (const [rules, paper] of [
      [rule(light, accent), lightTokens],
      [rule(dark, accent), darkTokens],
    ] as const) {
      const ink = colour(rules, 'accent');
      for (const name of ['paper', 'paper-deep', 'field'])
        expect(contrast(ink, colour(paper, name)), `${accent} on ${name}`).toBeGreaterThanOrEqual(4.5);
      const wash = colour(rules, 'wash');
      expect(contrast(ink, wash)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour(paper, 'ink-soft'), wash)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour(rules, 'on-accent'), ink)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour(rules, 'on-accent'), colour(rules, 'accent-deep'))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has turquoise for the house, as the tokens say', () => {
    for (const name of ['accent', 'accent-deep', 'on-accent', 'wash', 'rule'])
      expect(colour(rule(light, 'turquoise'), name)).toBe(colour(lightTokens, name));
  });
});
