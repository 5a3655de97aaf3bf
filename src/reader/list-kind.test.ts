import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../keys/index.ts';
import { readText } from './read.ts';

function labelsIn(text: string): readonly string[] {
  const { statements } = readText(text, { name: 'text', hash: nodeCrypto.hash });
  return statements.map(({ facet, label }) => `${facet}.${label}`);
}

describe('a list under words that do not say what it is of', () => {
  it('is one of data when its items are data', () => {
    const list = '- имя и отчество;\n- ИИН;\n- домашний адрес;\n- сотовый телефон';
    expect(labelsIn(`1. О семье\n1.1. Семья приносит с собой следующее:\n${list}`)).toEqual(
      expect.arrayContaining(
        ['full_name', 'iin', 'postal_address', 'phone'].map((label) => `data_categories.${label}`),
      ),
    );
  });

  it('is none when its items are of any kind', () => {
    const list = '- имя и отчество;\n- зарядку для телефона;\n- сменную обувь;\n- хорошее настроение';
    expect(labelsIn(`1. О сборах\n1.1. Семья приносит с собой следующее:\n${list}`)).not.toContain(
      'data_categories.phone',
    );
  });

  it('is what the lead-in says when it says so', () => {
    const list = '- имя и отчество;\n- ИИН;\n- домашний адрес;\n- сотовый телефон';
    expect(labelsIn(`1. О семье\n1.1. Мы не собираем:\n${list}`)).not.toContain('data_categories.iin');
  });
});
