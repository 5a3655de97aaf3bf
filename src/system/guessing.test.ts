import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { argonPasswords } from '../keys/index.ts';
import { guessBits } from './guessing.ts';
import { checkPassword, longestPassword, shortestAlone, wordsOfTexts } from './password-rules.ts';

describe('a password', () => {
  const world = { passwords: argonPasswords };
  const texts = ['Айгүл Жақыпова', 'aigul.zhakypova@example.kz', '+77010001122', 'Дала Кітап', 'dala-kitap'];
  const problem = async (password: string) =>
    (await checkPassword(world, password, { shortest: shortestAlone, texts }))[0]?.code;

  it.each([
    'семь синих птиц над степью',
    'ілгері басқан қадам бар',
    'the cat sat on my old mat',
    'correct horse battery staple',
    'zk3Fqv8Lw2Hx9Pt',
    'тринадцать🦊лисиц🦊',
    `${'любая фраза, сколь угодно длинная, '.repeat(6)}до 256 знаков`,
  ])('of any characters is taken: %s', async (password) => expect(await problem(password)).toBeUndefined());

  it.each([
    ['fourteen signs', 'password-short'],
    ['семь птиц мимо', 'password-short'],
    ['🦊'.repeat(14), 'password-short'],
    ['слово '.repeat(60), 'field-too-long'],
    ['семь синих\nптиц над степью', 'field-characters'],
    ['passwordpassword', 'password-common'],
    ['Password2026!!!!', 'password-common'],
    ['парольпарольпароль', 'password-common'],
    ['йцукенгшщзхъфыва', 'password-common'],
    ['qwertyuiop12345', 'password-common'],
    ['1qaz2wsx3edc4rfv', 'password-common'],
    ['123456789012345', 'password-common'],
    ['абвгдеёжзийклмн', 'password-common'],
    ['люблюлюблюлюблю', 'password-common'],
    ['aaaaaaaaaaaaaaaaaaa', 'password-common'],
    ['Айгүл Жақыпова 1985', 'password-own'],
    ['Zhakypova-Aigul-1985', 'password-own'],
    ['Дала Кітап 2026!', 'password-own'],
    ['Dala-Kitap-2026!', 'password-own'],
    ['+77010001122+7701', 'password-own'],
  ])('is refused: %s', async (password, code) => expect(await problem(password)).toBe(code));

  it('is as hard to guess however its characters are written', async () => {
    const known = { common: await argonPasswords.common(), words: new Set<string>() };
    expect(guessBits('ＰＡＳＳＷＯＲＤ', known)).toBe(guessBits('password', known));
    expect(guessBits('gfhjkm', known)).toBe(guessBits('пароль', known));
  });

  it('never gets harder by what is known, and is never harder than its length', async () => {
    const common = await argonPasswords.common();
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(fc.string({ minLength: 3 })), (text, known) => {
        const words = wordsOfTexts(known);
        const knowing = guessBits(text, { common, words });
        expect(knowing).toBeLessThanOrEqual(guessBits(text, { common, words: new Set() }));
        expect(knowing).toBeLessThanOrEqual(4 * [...text.normalize('NFKC').toLowerCase()].length);
      }),
      { numRuns: 200 },
    );
  });

  it('as long as the longest fits the hasher, and its last character counts', async () => {
    const long = 'ж'.repeat(longestPassword - 1);
    const hash = await argonPasswords.hash(`${long}1`);
    expect(await argonPasswords.verify(hash, `${long}1`)).toBe(true);
    expect(await argonPasswords.verify(hash, `${long}2`)).toBe(false);
  });
});

describe('the list of common passwords', () => {
  let common: ReadonlyMap<string, number>;
  beforeAll(async () => {
    common = await argonPasswords.common();
  });

  it('holds far more than the three thousand that are asked for, the commonest first', () => {
    expect(common.size).toBeGreaterThan(40_000);
    expect(common.get('123456')).toBe(1);
    expect(common.get('password')).toBe(2);
  });
});
