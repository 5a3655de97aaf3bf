import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type KepilProcess, kepil, saying, spawnKepil, startKepil, stopLeft } from '../kepil-process.ts';
import { examplePath, plainUser, temporaryFolder, trace } from './place.ts';

const example = readFileSync(examplePath, 'utf8');
/** Another shop; the key of a service comes from the name of the file where the text names no site. */
const other = example.replace('сайта dala-kitap.example', 'сайта').replaceAll('Дала Кітап', 'Жетісу базар');
const changed = example.replace(/\n9\.3\./, '\n9.9. Мы не продаём ваши данные никому.\n9.3.');

describe('a document for a Kepil that runs already', () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  let running: KepilProcess;
  const run = (...args: readonly string[]) => kepil(['run', '--data', data, ...args]);
  beforeAll(async () => {
    running = await startKepil(['--data', data]);
  }, 60_000);
  afterAll(stopLeft);

  it('becomes a service of the running one, which prints it too; the command ends well', async () => {
    const { code, out, err } = await run(file('zhetisu-bazar.txt', other));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`На этой папке Kepil уже работает: ${running.url}`);
    expect(out).toContain(`${running.url}/s/zhetisu-bazar/privacy`);
    expect(out).not.toContain('Остановить: Ctrl-C');
    expect((await fetch(`${running.url}/s/zhetisu-bazar/`)).status).toBe(200);
    expect(running.said()).toContain('zhetisu-bazar — черновик');
    expect((await fetch(`${running.url}/s/zhetisu-bazar/log/checkpoint`)).status).toBe(200);
  });

  it('gets the key it is given', async () => {
    const { code, out } = await run(join(folder, 'zhetisu-bazar.txt'), '--as', 'third');
    expect(code).toBe(0);
    expect(out).toContain(`${running.url}/s/third/`);
    expect((await fetch(`${running.url}/s/third/privacy`)).status).toBe(200);
  });

  it('is the same version when it is the same text', async () => {
    const { code, out } = await run(examplePath);
    expect(code).toBe(0);
    expect(out).not.toMatch(/Редакция|редакция/);
  });

  it('is the next draft version when its text changed, and says where to see what', async () => {
    const { code, out } = await run(file('dala-kitap.txt', changed));
    expect(code).toBe(0);
    expect(out).toContain('Текст изменился: редакция 2 ждёт решения ответственного');
    expect(out).toContain(`${running.url}/console/s/dala-kitap/versions/2`);
    const policy = await (await fetch(`${running.url}/s/dala-kitap/privacy`)).text();
    expect(policy).not.toContain('Мы не продаём ваши данные никому');
  });

  it('takes the place of the draft that waits, and says so', async () => {
    const { out } = await run(file('dala-kitap.txt', changed.replace('никому', 'ни за что')));
    expect(out).toContain('Редакция 2, которая ждала решения, уступила место этой');
    expect(out).toContain('редакция 3 ждёт решения');
  });

  it('may be one of several', async () => {
    const { code, out } = await run(file('one-shop.txt', other), file('two-shop.txt', other));
    expect(code).toBe(0);
    expect(out.match(/Kepil уже работает/g)).toHaveLength(1);
    expect(out).toMatch(/one-shop[\s\S]*two-shop/);
  });

  const faults = [
    { what: 'that is not there', name: 'missing.txt', said: 'Файла «missing.txt» нет.' },
    { what: 'without a policy', name: 'recipe.txt', text: 'Взять муки, месить.', said: 'не видно политики' },
    { what: 'named by a card number', name: '4111111111111111.txt', text: other, said: 'В имени файла' },
    {
      what: 'with a card number in it',
      name: 'card.txt',
      text: `${other}\n4111 1111 1111 1111`,
      said: `В строке ${other.split('\n').length + 1} файла`,
    },
    { what: 'with faults in it', name: 'bad.kepil.yaml', text: 'format: kepil-policy/9\n', said: 'ошибки' },
  ];
  it.each(faults)('$what is refused as without a running one', async ({ name, text, said }) => {
    const path = text === undefined ? join(folder, name) : file(name, text);
    const handed = await run(path);
    const alone = await kepil(['run', path, '--data', join(folder, 'elsewhere'), '--port', '0']);
    expect(handed.err).toContain(said);
    expect(handed.err).not.toMatch(trace);
    expect({ code: handed.code, err: handed.err }).toEqual({ code: alone.code, err: alone.err });
    expect(handed.code).toBe(2);
  });

  it('is told of what only the running one can see', async () => {
    const { code, err } = await run(join(folder, 'zhetisu-bazar.txt'), '--as', 'Не Обозначение');
    expect(code).toBe(2);
    expect(err).toContain('Обозначение «Не Обозначение» не годится');
  });

  it('is refused when two of them would be one service', async () => {
    const { code, err } = await run(examplePath, join(folder, 'dala-kitap.txt'));
    expect(code).toBe(2);
    expect(err).toContain('дают одно обозначение сервиса: dala-kitap');
  });

  it('and others at the same time all become services', async () => {
    const keys = ['a-shop', 'b-shop', 'c-shop'];
    const files = keys.map((key) => file(`${key}.txt`, other));
    const ended = await Promise.all(files.map((path) => run(path)));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0]);
    for (const key of keys) expect((await fetch(`${running.url}/s/${key}/`)).status, key).toBe(200);
  });

  it('is proved with the others, and is there after a new start', async () => {
    const proved = await kepil(['prove', '--data', data, '--service', 'zhetisu-bazar']);
    expect({ code: proved.code, err: proved.err }).toEqual({ code: 0, err: '' });
    expect((await running.stop()).code).toBe(0);
    running = await startKepil(['--data', data]);
    for (const key of ['zhetisu-bazar', 'third', 'one-shop', 'c-shop'])
      expect(running.said(), key).toContain(`/s/${key}/privacy`);
    expect(running.said()).toContain('Решения ответственного ждёт редакция 3');
    expect((await running.stop()).code).toBe(0);
  });
});

describe('a document for a Kepil that does not run yet, or not any more', () => {
  const folder = temporaryFolder();
  afterEach(stopLeft);
  const bazar = () => {
    const path = join(folder, 'zhetisu-bazar.txt');
    writeFileSync(path, other);
    return path;
  };

  it('waits for the one that is starting, and is handed over', async () => {
    const data = join(folder, 'starting');
    const first = spawnKepil(['run', '--data', data, '--port', '0']);
    await saying(first.child, () => (first.said.out.includes('запускается') ? true : undefined), first.ended);
    const second = await kepil(['run', bazar(), '--data', data, '--port', '0']);
    expect({ code: second.code, err: second.err }).toEqual({ code: 0, err: '' });
    expect(second.out).toContain('Kepil уже работает');
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(0);
  });

  it('waits for the one that is stopping, and runs itself', async () => {
    const data = join(folder, 'stopping');
    const first = await startKepil(['--data', data]);
    first.child.kill('SIGINT');
    const second = await startKepil([bazar(), '--data', data]);
    expect((await first.ended).code).toBe(0);
    expect((await fetch(`${second.url}/s/zhetisu-bazar/`)).status).toBe(200);
    expect((await second.stop()).code).toBe(0);
  });

  it('runs itself where the last one was killed', async () => {
    const data = join(folder, 'killed');
    const first = await startKepil(['--data', data]);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await startKepil([bazar(), '--data', data]);
    expect((await fetch(`${second.url}/s/dala-kitap/`)).status).toBe(200);
    expect((await second.stop()).code).toBe(0);
  });

  it('goes through a socket whose path is longer than an address may be', async () => {
    const data = join(folder, 'a'.repeat(70), 'b'.repeat(70));
    const first = await startKepil(['--data', data]);
    const { code, out, err } = await kepil(['run', bazar(), '--data', data]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${first.url}/s/zhetisu-bazar/`);
    expect((await kepil(['prove', '--data', data])).code).toBe(0);
    expect((await first.stop()).code).toBe(0);
  });
});

describe('a socket that answers as it should not', () => {
  const folder = temporaryFolder();
  let server: Server | undefined;
  afterEach(() => new Promise<void>((resolve) => void (server ? server.close(() => resolve()) : resolve())));

  /** Somebody else at the control socket of a data folder. */
  async function pretend(name: string, answer: Parameters<typeof createServer>[1]): Promise<string> {
    const data = join(folder, name);
    mkdirSync(data);
    server = createServer(answer as never);
    await new Promise<void>((resolve) => server?.listen(join(data, 'control.sock'), resolve));
    return data;
  }

  it.each([
    ['of an older Kepil that knows no versions', {}],
    ['of another version', { 'x-kepil-version': '9.9.9' }],
  ])('%s ends the command with a clear word', async (_what, headers) => {
    const data = await pretend(`v${Object.keys(headers).length}`, (_, reply) => {
      reply.writeHead(404, headers).end();
    });
    for (const args of [['run', examplePath], ['prove']]) {
      const { code, err } = await kepil([...args, '--data', data]);
      expect(code).toBe(2);
      expect(err).toMatch(/работает Kepil версии (—|9\.9\.9), а команда версии 0\.1\.0/);
      expect(err).not.toMatch(trace);
    }
  });

  const through = plainUser();
  it.runIf(through)('of another user ends it as well', async () => {
    const data = await pretend('theirs', (_, reply) => void reply.end());
    chmodSync(join(data, 'control.sock'), 0o000);
    const { code, err } = await kepil(['run', examplePath, '--data', data], { through: through ?? [] });
    expect(code).toBe(3);
    expect(err).toContain(`На папке данных «${data}» работает Kepil другого пользователя`);
    expect(err).not.toMatch(trace);
  });

  it.runIf(!through)('was not tried as a plain user: this is root, without user namespaces', () => {
    expect(process.getuid?.()).toBe(0);
  });
});
