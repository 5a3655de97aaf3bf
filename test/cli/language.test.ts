import { describe, expect, it } from 'vitest';
import { askedLanguage, systemLanguage } from '../../src/cli/language.ts';
import { main } from '../../src/cli/main.ts';
import { trace } from './place.ts';

/** Runs a command in this process, on a system of that locale. */
async function kepil(words: readonly string[], locale = 'ru_RU.UTF-8') {
  const said = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => ({
    write(text: string) {
      said[stream] += text;
    },
  });
  const code = await main(words, { out: into('out'), err: into('err'), environment: { LANG: locale } });
  return { code, ...said };
}

describe('the language of the command line', () => {
  it.each([
    [{ LC_ALL: 'kk_KZ.UTF-8', LANG: 'en_US.UTF-8' }, 'kk'],
    [{ LC_ALL: '', LC_MESSAGES: 'en_GB', LANG: 'ru_RU' }, 'en'],
    [{ LANG: 'en' }, 'en'],
    [{ LANG: 'kk@cyrillic' }, 'kk'],
    [{ LC_ALL: 'C.UTF-8', LANG: 'kk_KZ' }, 'ru'],
    [{ LANG: 'de_DE.UTF-8' }, 'ru'],
    [{}, 'ru'],
  ])('%j means %s', (environment, language) => {
    expect(systemLanguage(environment)).toBe(language);
  });

  it.each([
    [['--lang', 'kk', 'prove'], 'kk'],
    [['prove', '--lang=en'], 'en'],
    [['--lang', 'kk', 'prove', '--lang', 'en'], 'en'],
    [['prove', '--lang'], undefined],
    [['prove', '--lang', 'de'], undefined],
    [['read', '--', '--lang', 'kk'], undefined],
    [['read', 'file'], undefined],
  ])('%j asks for %s', (words, language) => {
    expect(askedLanguage(words)).toBe(language);
  });

  it('is that of the system, and --lang goes before it, at the program and at every command', async () => {
    const system = await kepil(['--help'], 'en_GB.UTF-8');
    expect(system.out).toMatch(/^Usage: kepil \[options\] \[command\]\n/);
    for (const line of [
      ['--lang', 'kk', 'run', '--help'],
      ['run', '--lang=kk', '--help'],
    ]) {
      const { code, out } = await kepil(line, 'en_GB.UTF-8');
      expect({ code, title: out.split('\n', 1)[0] }).toEqual({
        code: 0,
        title: 'Қолданылуы: kepil run [параметрлер] [файл...]',
      });
    }
  });

  it.each(['ru', 'kk', 'en'])('has no word of another language in the help texts in %s', async (language) => {
    for (const command of [[], ['read'], ['run'], ['prove'], ['verify']]) {
      const { out } = await kepil([...command, '--lang', language, '--help']);
      const foreign =
        language === 'en'
          ? /\p{Script=Cyrillic}/u
          : /\b(?:usage|options|arguments|commands|default|file|folder|key|port)\b(?!:)/i;
      expect(out).toContain('--lang');
      expect(out.replaceAll(/--[\w-]+|kepil \w+|\.kepil\b\S*/g, '')).not.toMatch(foreign);
    }
  });

  it.each([
    [['--lang', 'de', 'prove'], 'Языка «de» нет'],
    [['prove', '--lang'], 'нужно значение'],
  ])('%j is refused with a sentence and 2', async (words, says) => {
    const { code, out, err } = await kepil(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).not.toMatch(trace);
  });

  it('without a command is the help text, and 2', async () => {
    const { code, out, err } = await kepil([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^Вызов: kepil \[ключи\] \[команда\]\n/);
  });
});
