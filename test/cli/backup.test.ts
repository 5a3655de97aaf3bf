import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KepilProcess, kepil, setUpToken, spawnKepil, startKepil, stopLeft } from '../kepil-process.ts';
import { register } from '../kill/acts.ts';
import { Caller } from '../kill/caller.ts';
import { Chance } from '../kill/chance.ts';
import { base, Office } from '../kill/office.ts';
import { Witness } from '../kill/witness.ts';
import { lives, temporaryFolder, trace } from './place.ts';

describe('kepil backup and kepil restore', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const copies = join(folder, 'copies');
  const key = join(folder, 'kept', 'backup.key');
  const ledger = join(folder, 'ledger');
  const again = join(folder, 'again');
  let running: KepilProcess;

  const backup = (...more: string[]) => kepil(['backup', copies, '--key', key, '--data', data, ...more]);
  const restore = (...more: string[]) =>
    kepil(['restore', copies, '--key', key, '--ledger', ledger, '--data', again, ...more]);

  beforeAll(async () => {
    running = await startKepil(['--data', data]);
    const office = new Office(running.url);
    await office.setUp(setUpToken(running.said()));
    const form = await new Caller(running.url).get(`/api/v1${base}/form`);
    const { policy } = JSON.parse(form.body) as { policy: string };
    const witness = new Witness();
    await register({ origin: running.url, office, key: '', policy, witness, chance: new Chance(1) });
    expect(witness.acknowledged.registrations).toBe(1);
  }, 60_000);

  afterAll(stopLeft);

  it('copies a running installation through its socket', async () => {
    const { code, out, err } = await backup();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('.keys.kepil');
    expect(out).toContain('.data.kepil');
    expect(out).toContain('Создан ключ резервных копий');
    expect((await new Caller(running.url).get(`${base}/privacy`)).status).toBe(200);
  });

  it('copies one that does not run, and keeps the newest archive of keys alone', async () => {
    expect((await running.stop()).code).toBe(0);
    const { code, out, err } = await backup();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Прежних архивов ключей удалено: 1.');
    const names = readdirSync(copies).map((name) => name.replace(/^[^.]*/, ''));
    expect(names.sort()).toEqual(['.data.kepil', '.data.kepil', '.keys.kepil']);
    cpSync(join(data, 'log'), ledger, { recursive: true });
  });

  it('restores what was lost: the service answers, the log goes on, every pledge stands', async () => {
    rmSync(data, { recursive: true });
    const { code, out, err } = await restore();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('dala-kitap: уничтожено заново 0');
    expect(out).toContain('Восстановлено.');
    running = await startKepil(['--data', again]);
    expect((await new Caller(running.url).get(`${base}/privacy`)).status).toBe(200);
    const proved = await kepil(['prove', '--data', again]);
    expect(proved.out).toMatch(/нарушено 0/);
    const saved = join(ledger, 'dala-kitap', 'checkpoint');
    const verified = await kepil(['verify', join(again, 'log', 'dala-kitap'), '--against', saved]);
    expect(verified.out).toContain('Журнал её продолжает');
    expect(verified.code).toBe(0);
    const unfinished = await restore();
    expect(unfinished.code).toBe(3);
    expect((await running.stop()).code).toBe(0);
    const over = await restore();
    expect({ code: over.code, err: over.err }).toMatchObject({ code: 2 });
    expect(over.err).toContain('только в пустую папку данных');
  });

  it.each([150, 400, 700, 1000, 1300, 1600])(
    'opens nothing when its restoration is killed after %i ms',
    async (delay) => {
      const halfway = join(folder, `halfway-${delay}`);
      const args = ['restore', copies, '--key', key, '--ledger', ledger, '--data', halfway];
      const { child, ended } = spawnKepil(args);
      const killing = setTimeout(() => child.kill('SIGKILL'), delay);
      const { code, out } = await ended;
      clearTimeout(killing);
      const whole = out.includes('Восстановлено.');
      expect(whole).toBe(code === 0);
      if (whole || !existsSync(join(halfway, 'keys'))) return;
      expect(existsSync(join(halfway, 'keys', 'keys.json'))).toBe(false);
      // Also stops the PostgreSQL that was left behind.
      const proved = await kepil(['prove', '--data', halfway]);
      expect(proved).toMatchObject({ code: 3, out: '' });
      const over = await kepil(args);
      expect({ code: over.code, says: over.err.includes('только в пустую папку данных') }).toEqual({
        code: 2,
        says: true,
      });
    },
  );

  it('stops the PostgreSQL it started when it is told to stop', async () => {
    const { child, ended } = spawnKepil(['backup', copies, '--key', key, '--data', again]);
    const pidFile = join(again, 'pg', 'postmaster.pid');
    while (!existsSync(pidFile) && child.exitCode === null) await pause(10);
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    expect(lives(pid)).toBe(true);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    for (const until = Date.now() + 20_000; lives(pid) && Date.now() < until; ) await pause(50);
    expect(lives(pid)).toBe(false);
  });

  it.each([
    ['without the key', ['backup', 'x'], 'Не хватает ключа: --key'],
    ['without a log', ['restore', 'x', '--key', 'k', '--data', 'd'], 'Не хватает ключа: --ledger'],
    ['of a folder that was never run', ['backup', 'x', '--key', 'k', '--data', 'never'], 'ещё не запускали'],
    [
      'with the key beside the copies',
      ['backup', 'x', '--key', 'x/k', '--data', 'd'],
      'не должен лежать рядом',
    ],
    [
      'with no such key',
      ['restore', 'x', '--key', 'k', '--ledger', 'l', '--data', 'd'],
      'Файла ключа «k» нет.',
    ],
  ])('answers %s with a sentence and 2', async (_what, args, says) => {
    const { code, err } = await kepil([...args, '--lang', 'ru'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(err).not.toMatch(trace);
  });

  it('leaves nothing half made when there is no room for the copy', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    mkdirSync(join(folder, 'other'));
    const { code, err } = await kepil(['backup', file, '--key', key, '--data', again, '--lang', 'ru']);
    expect(code).toBe(3);
    expect(err).not.toMatch(trace);
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});
