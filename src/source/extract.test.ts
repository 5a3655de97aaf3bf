import { describe, expect, it } from 'vitest';
import { extractText } from './extract.ts';

describe('extractText', () => {
  it('takes a long text and refuses one of more lines than a document has', async () => {
    const lines = (n: number) => new TextEncoder().encode('имя\n'.repeat(n));
    await expect(extractText(lines(90_000), { name: 'long.txt' })).resolves.toMatchObject({ kind: 'text' });
    await expect(extractText(lines(110_000), { name: 'endless.txt' })).rejects.toThrow('too-many-parts');
  });
});
