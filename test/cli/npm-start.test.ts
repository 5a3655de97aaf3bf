import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from './place.ts';

const seed = join('..', 'shared', 'seeds', '000_0eb97e0e4b0a1909.txt');
const there = existsSync(join(root, seed));

/** `npm start -- …` in the checkout, as a terminal runs it: Ctrl-C reaches the whole group. */
async function npmStart(args: readonly string[], at: (url: string) => Promise<void>): Promise<string> {
  const env = { ...process.env, LC_ALL: 'ru_RU.UTF-8' };
  const child = spawn('npm', ['start', '--', ...args], { cwd: root, env, detached: true });
  let said = '';
  const take = (text: Buffer) => {
    said += text.toString('utf8');
  };
  child.stderr.on('data', take);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      take(text);
      if (said.includes('Остановить: Ctrl-C'))
        resolve(/http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]+/.exec(said)?.[0] ?? '');
    });
    ended.then(() => reject(new Error(said)));
  });
  try {
    await at(url);
  } finally {
    process.kill(-(child.pid as number), 'SIGINT');
    await ended;
  }
  return said;
}

describe('npm start', () => {
  const folder = temporaryFolder();

  it('runs the five policies that come with it', async () => {
    const said = await npmStart(['--data', join(folder, 'example'), '--port', '0'], async (url) => {
      const page = await fetch(`${url}/privacy`);
      expect([page.status, await page.text()]).toEqual([
        200,
        expect.stringContaining('Текста оператора здесь нет'),
      ]);
    });
    const services = [...said.matchAll(/^(\w+) — черновик$/gm)].map((match) => match[1]);
    expect(services).toEqual(['prozango', 'callprikol', 'consult', 'zhanuar', 'legco']);
    expect(said).toContain('Остановлено');
  }, 120_000);

  it.runIf(there)(
    'runs a policy by a path relative to the checkout',
    async () => {
      const said = await npmStart([seed, '--data', join(folder, 'seed'), '--port', '0'], async (url) => {
        expect((await fetch(`${url}/privacy`)).status).toBe(200);
      });
      expect(said).toContain('Остановлено');
    },
    120_000,
  );

  it.runIf(!there)('was not tried with a real policy: ../shared is not here', () => {
    expect(existsSync(join(root, seed))).toBe(false);
  });
});
