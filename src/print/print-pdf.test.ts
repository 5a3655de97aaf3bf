import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { type Block, printPdf } from './index.ts';

const letters = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі ёЁъЪ № ₸ «» — „“';

async function textOf(bytes: Uint8Array): Promise<{ pages: number; text: string }> {
  const pdf = await getDocumentProxy(bytes.slice());
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { pages: totalPages, text: text.replaceAll(/\s+/g, ' ') };
}

describe('a printed document', () => {
  it('has every letter of Kazakh, Russian and what stands beside them', async () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', text: `1. ${letters}` },
      { kind: 'clause', text: letters },
      { kind: 'item', text: letters },
    ];
    const { text, pages } = await textOf(await printPdf({ title: letters, language: 'kk', blocks }));
    expect(text.split(letters)).toHaveLength(5);
    expect(pages).toBe(1);
  });

  it('goes on over the pages, each numbered, nothing lost and no page empty', async () => {
    const blocks = Array.from({ length: 150 }, (_, at): Block => {
      return {
        kind: (['clause', 'item', 'heading'] as const)[at % 3] as Block['kind'],
        text: `Пункт ${at}, ${'слово '.repeat(20)}конец${at}`,
      };
    });
    const bytes = await printPdf({ title: 'Политика', subtitle: 'Редакция', language: 'ru', blocks });
    const { text, pages } = await textOf(bytes);
    expect(pages).toBeGreaterThan(3);
    for (const at of blocks.keys()) expect(text).toContain(`конец${at}`);
    expect(text.match(/\d+ \/ \d+/g)).toEqual(
      Array.from({ length: pages }, (_, at) => `${at + 1} / ${pages}`),
    );
  });

  it('takes a clause longer than a page', async () => {
    const long = `${'слово '.repeat(2000)}конец`;
    const { text } = await textOf(
      await printPdf({ title: 'x', language: 'ru', blocks: [{ kind: 'clause', text: long }] }),
    );
    expect(text).toContain('слово конец');
  });

  it('is tagged, names its language and shows its title', async () => {
    const bytes = await printPdf({ title: 'x', language: 'kk', blocks: [] });
    const raw = Buffer.from(bytes).toString('latin1');
    for (const mark of ['/StructTreeRoot', '/Lang (kk)', '/DisplayDocTitle true', '/Marked true'])
      expect(raw).toContain(mark);
  });
});
