import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { kepil, saying, spawnKepil, startKepil, stopLeft } from '../kepil-process.ts';
import { postmasterOf } from '../kill/database.ts';
import { listens, lives, plainUser, temporaryFolder, trace } from './place.ts';

/** Fails when anything of a stopped installation is left. */
async function expectGone(url: string, postmaster: number): Promise<void> {
  expect({ listens: await listens(url), postgres: lives(postmaster) }).toEqual({
    listens: false,
    postgres: false,
  });
}

describe('kepil run', () => {
  afterEach(stopLeft);
  const folder = temporaryFolder();
  const data = join(folder, 'data');

  it('refuses a second process on one folder and names the first', async () => {
    const first = await startKepil(['--data', data]);
    const { code, out, err } = await kepil(['run', '--data', data, '--port', '0']);
    expect(code).toBe(3);
    expect(err).toContain(`процесс ${first.child.pid}, ${first.url}`);
    expect(out + err).not.toMatch(trace);
    expect((await fetch(first.url)).status).toBe(200);
    await first.stop();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops whole at %s', async (signal) => {
    const running = await startKepil(['--data', data]);
    const { pid } = postmasterOf(data);
    const { code, out, err } = await running.stop(signal);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Остановлено');
    await expectGone(running.url, pid);
  });

  it('stops whole when it is told to while starting', async () => {
    const { child, said, ended } = spawnKepil(['run', '--data', data, '--port', '0']);
    await saying(child, () => (said.out.includes('запускается') ? true : undefined), ended);
    const gone = () => existsSync(join(data, 'pg', 'postmaster.pid'));
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
    expect(gone()).toBe(false);
  });

  it('stops although a visitor never ends their request', async () => {
    const running = await startKepil(['--data', data]);
    const visitor = connect(Number(new URL(running.url).port), '127.0.0.1');
    await new Promise((resolve) => visitor.once('connect', resolve));
    visitor
      .on('error', () => undefined)
      .write('POST /s/dala-kitap/register HTTP/1.1\r\nContent-Length: 9\r\n');
    const { pid } = postmasterOf(data);
    expect((await running.stop()).code).toBe(0);
    visitor.destroy();
    await expectGone(running.url, pid);
  });

  it('is whole after a second Ctrl-C in the middle of the first', async () => {
    const running = await startKepil(['--data', data]);
    running.child.kill('SIGINT');
    running.child.kill('SIGINT');
    await running.ended;
    const again = await startKepil(['--data', data]);
    expect((await fetch(`${again.url}/s/dala-kitap/`)).status).toBe(200);
    expect((await again.stop()).code).toBe(0);
    expect((await kepil(['verify', join(data, 'log', 'dala-kitap')])).code).toBe(0);
  });

  it('says that the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const { code, err } = await kepil(['run', '--data', data, '--port', port]);
    other.close();
    expect(code).toBe(2);
    expect(err).toContain(`Порт ${port} занят`);
    expect(err).not.toMatch(trace);
    expect(existsSync(join(data, 'pg', 'postmaster.pid'))).toBe(false);
  });

  it('refuses to start without the keys of its database, and makes no other keys', async () => {
    const keys = join(data, 'keys');
    const hidden = join(folder, 'hidden');
    renameSync(keys, hidden);
    const { code, err } = await kepil(['run', '--data', data, '--port', '0']);
    expect(code).toBe(3);
    expect(err).toContain('а в базе есть сервисы');
    expect(err).toContain('резервной копии');
    expect(existsSync(keys)).toBe(false);
    renameSync(hidden, keys);
    expect((await (await startKepil(['--data', data])).stop()).code).toBe(0);
  });

  it.each([
    ['before they were there', 'keys'],
    ['among them', 'examples.begun'],
  ])('takes up the examples after a first start that was killed %s', async (_, sign) => {
    const half = join(folder, `half-${sign}`);
    const { child, ended } = spawnKepil(['run', '--data', half, '--port', '0']);
    while (!existsSync(join(half, sign))) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await ended;
    const running = await startKepil(['--data', half]);
    for (const key of ['prozango', 'callprikol', 'consult', 'zhanuar', 'legco'])
      expect((await fetch(`${running.url}/s/${key}/privacy`)).status, key).toBe(200);
    expect(existsSync(join(half, 'examples.begun'))).toBe(false);
    expect((await running.stop()).code).toBe(0);
  });

  it('runs in a folder whose path is long', async () => {
    const long = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    const running = await startKepil(['--data', long]);
    expect((await running.stop()).code).toBe(0);
  });
});

describe('a data folder that cannot be used', () => {
  const folder = temporaryFolder();
  const through = plainUser();

  it('is named when a file stands in the way', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, err } = await kepil(['run', '--data', join(file, 'data'), '--port', '0']);
    expect({ code, named: err.includes(join(file, 'data')) }).toEqual({ code: 3, named: true });
    expect(err).not.toMatch(trace);
  });

  it.runIf(through)('is named when it may not be written', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    const { code, err } = await kepil(['run', '--data', closed, '--port', '0'], { through: through ?? [] });
    chmodSync(closed, 0o700);
    expect({ code, named: err.includes(`В папку данных «${closed}» нельзя писать (EACCES)`) }).toEqual({
      code: 3,
      named: true,
    });
    expect(err).not.toMatch(trace);
    rmSync(closed, { recursive: true });
  });

  it.runIf(!through)('was not tried as a plain user: this is root, without user namespaces', () => {
    expect(process.getuid?.()).toBe(0);
  });
});
