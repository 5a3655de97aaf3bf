import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../src/keys/index.ts';
import { formatPolicy, type Policy } from '../../src/policy/index.ts';
import { draftPolicy, readText } from '../../src/reader/index.ts';
import { kepil, startKepil, stopLeft } from '../kepil-process.ts';
import { examplePath, temporaryFolder } from './place.ts';

const prose = readFileSync(examplePath, 'utf8');
const drafted = draftPolicy(
  readText(prose, { name: 'shop.txt', hash: nodeCrypto.hash }),
  prose,
  nodeCrypto.hash,
);
const retold: Policy = {
  ...drafted,
  clauses: drafted.clauses.map((clause) => ({ ...clause, summary: `Пересказ пункта ${clause.id}` })),
};
/** Words of the text that no summary has. */
const own = 'сам ставит отметку';

describe('a policy file and the text it was made from', () => {
  const folder = temporaryFolder();
  const texts = join(folder, 'texts');
  const file = join(folder, 'shop.kepil.yaml');
  mkdirSync(texts);
  writeFileSync(file, formatPolicy(retold));
  const put = (text: string) => writeFileSync(join(texts, 'shop.txt'), text);
  const run = (...args: readonly string[]) => kepil(['run', file, '--data', join(folder, 'data'), ...args]);
  afterAll(stopLeft);

  it('is refused beside a text in which a clause has other words, and says which', async () => {
    put(prose.replace('сам ставит', 'сам не ставит'));
    const { code, err } = await run('--texts', texts, '--port', '0');
    expect(code).toBe(2);
    expect(err).toMatch(
      /«shop\.txt» не тот, по которому составлен «shop\.kepil\.yaml»: расходятся пункты 5\.1/,
    );
  });

  it('is refused with a folder of texts that is none', async () => {
    const { code, err } = await run('--texts', join(folder, 'nowhere'), '--port', '0');
    expect([code, err]).toEqual([2, expect.stringContaining('nowhere» нет')]);
  });

  it('shows its summary without the text, and the words themselves once they are there', async () => {
    const running = await startKepil([file, '--data', join(folder, 'data')]);
    const page = async () => (await fetch(`${running.url}/s/dala-kitap/privacy`)).text();
    const before = await page();
    expect(before).toContain('Текста оператора здесь нет');
    expect(before).toContain('Пересказ пункта 5.1');
    expect(before).not.toContain(own);

    put(prose);
    expect(await run('--texts', texts)).toMatchObject({ code: 0, err: '' });
    const after = await page();
    expect(after).toContain(own);
    expect(after).not.toContain('Пересказ пункта 5.1');
    expect(after).not.toContain('Текста оператора здесь нет');
    expect((await running.stop()).code).toBe(0);
    expect((await kepil(['verify', join(folder, 'data', 'log', 'dala-kitap')])).code).toBe(0);
  }, 120_000);
});
