import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kepil } from '../kepil-process.ts';
import { root, temporaryFolder, trace } from './place.ts';

const good = join(root, 'examples', 'good.kepil.yaml');

describe('kepil render', () => {
  const folder = temporaryFolder();

  it.each([
    ['ru', 'Вы вправе:'],
    ['kk', 'Сіз құқылысыз:'],
    ['en', 'You have the right to:'],
  ])('sets a policy out in %s', async (lang, said) => {
    const { code, out, err } = await kepil(['render', good, '--lang', lang, '--format', 'md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(said);
    const html = await kepil(['render', good, '--lang', lang]);
    expect(html.out).toContain(`<html lang="${lang}">`);
    expect(html.out).not.toMatch(/<script|https?:/);
  });

  it('speaks the language of the policy when it is told none, whatever the machine speaks', async () => {
    const { out } = await kepil(['render', good, '--format', 'md'], { locale: 'en_GB.UTF-8' });
    expect(out).toContain('Вы вправе:');
  });

  it('writes a PDF to a file', async () => {
    const path = join(folder, 'policy.pdf');
    const { code, out } = await kepil(['render', good, '--format', 'pdf', '-o', path]);
    expect([code, out]).toEqual([0, `Записано: ${path}\n`]);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives a consent for the purposes it is asked for, and one page', async () => {
    const consent = await kepil([
      'render',
      good,
      '--part',
      'consent',
      '--purposes',
      'marketing_notices',
      '--format',
      'md',
    ]);
    expect(consent.out).toContain('Отдельное согласие: новости и предложения');
    expect(consent.out).not.toContain('почтовый адрес;');
    const summary = await kepil(['render', good, '--part', 'summary', '--format', 'md']);
    expect(summary.out).toContain('## Коротко');
    expect(summary.out.length).toBeLessThan(3000);
  });

  it.each([
    ['a format that is none', ['--format', 'docx'], '«docx»'],
    ['a part that is none', ['--part', 'half'], '«half»'],
    ['a purpose the policy has not', ['--part', 'consent', '--purposes', 'targeted_ads'], '«targeted_ads»'],
    ['a PDF without a file', ['--format', 'pdf'], '-o ФАЙЛ'],
  ])('refuses %s', async (_, args, said) => {
    const { code, out, err } = await kepil(['render', good, ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(err).not.toMatch(trace);
  });

  it('refuses prose and a file that is faulty, and writes nothing', async () => {
    const path = join(folder, 'none.html');
    const prose = await kepil(['render', join(root, 'examples', 'dala-kitap.txt'), '-o', path]);
    expect(prose.code).toBe(2);
    expect(existsSync(path)).toBe(false);
  });
});

describe('the good example', () => {
  it('gives the linter nothing to object to', async () => {
    const { code, out } = await kepil(['check', good]);
    expect([code, out]).toEqual([0, 'good.kepil.yaml: ошибок нет. Пунктов: 0, утверждений: 0.\n']);
  });
});
