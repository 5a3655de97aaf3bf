import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accents } from '../system/index.ts';
import { accentInk, markPicture } from './mark-picture.ts';

it('has the ink of each accent that the pages have', () => {
  const css = readFileSync('web/src/styles/looks.css', 'utf8');
  for (const accent of accents)
    expect(css, accent).toContain(`.accent-${accent} {\n  --accent: ${accentInk[accent]};`);
});

it('writes letters and nothing else', () => {
  expect(markPicture({ mark: 'ӘЖ', accent: 'blue' })).toContain('>ӘЖ</text>');
  expect(markPicture({ mark: '"<&', accent: 'plum' })).toContain('>&quot;&lt;&amp;</text>');
});
