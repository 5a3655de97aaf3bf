import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { childSaying, killAtOnce } from '../../test/child.ts';
import { lockFolder } from './lock-folder.ts';
import { processMark } from './process-mark.ts';

describe('lockFolder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kepil-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const plant = (name: string, pid: number, mark: string) => {
    mkdirSync(join(folder, 'lock'), { recursive: true });
    writeFileSync(
      join(folder, 'lock', name),
      JSON.stringify({ name, pid, mark, held: true, url: 'http://old' }),
    );
  };

  it('refuses a second holder with the number and address of the first, until it lets go', async () => {
    const first = await lockFolder(folder, {});
    const refusal = { code: 'ERR_DATA_LOCKED', reason: 'data-locked' };
    await expect(lockFolder(folder, {})).rejects.toMatchObject({
      ...refusal,
      params: { pid: process.pid, url: '—' },
    });
    await first.update({ url: 'http://127.0.0.1:8080' });
    const params = { pid: process.pid, url: 'http://127.0.0.1:8080' };
    await expect(lockFolder(folder, {})).rejects.toMatchObject({ ...refusal, params });
    await first.release();
    await first.release();
    await first.update({ url: 'http://late' });
    await (await lockFolder(folder, {})).release();
    expect(readdirSync(join(folder, 'lock'))).toStrictEqual([]);
  });

  it('lets exactly one of many simultaneous starters in', async () => {
    for (let round = 0; round < 10; round++) {
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, {})));
      const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      for (const winner of winners) await winner.value.release();
    }
  });

  it('takes over from a dead process, and from one whose number somebody else has now', async () => {
    plant('9-dead', 2 ** 22 + 1, 'long ago');
    plant('9-reused', process.pid, 'another mark');
    writeFileSync(join(folder, 'lock', `${2 ** 22 + 1}-half.new`), '{');
    const lock = await lockFolder(folder, {});
    expect(readdirSync(join(folder, 'lock'))).toHaveLength(1);
    await lock.release();
  });

  it('is refused by another living process, and takes over when that is killed', async () => {
    const code = `
      import { lockFolder } from ${JSON.stringify(new URL('lock-folder.ts', import.meta.url).href)};
      await lockFolder(${JSON.stringify(folder)}, { url: 'http://other' });
      console.log('held');
      setInterval(() => {}, 1000);`;
    const { child } = await childSaying(code);
    const params = { pid: child.pid, url: 'http://other' };
    await expect(lockFolder(folder, {})).rejects.toMatchObject({ reason: 'data-locked', params });
    await killAtOnce(child);
    await (await lockFolder(folder, {})).release();
  });

  it('knows a living process by a mark and a dead one by none', () => {
    expect(processMark(process.pid)).toBe(processMark(process.pid));
    expect(processMark(process.pid)).toBeDefined();
    for (const pid of [0, -1, Number.NaN, 2 ** 22 + 1]) expect(processMark(pid)).toBeUndefined();
  });
});
