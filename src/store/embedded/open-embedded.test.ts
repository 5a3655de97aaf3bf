import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { childSaying, killAtOnce } from '../../../test/child.ts';
import { processMark, until } from '../process-mark.ts';
import { nativeFolder } from './native.ts';
import { type Embedded, type EmbeddedOptions, openEmbedded } from './open-embedded.ts';
import { freePort } from './postmaster.ts';
import { chooseRunner } from './runner.ts';

const linux = process.platform === 'linux';
const root = process.getuid?.() === 0;
const module = JSON.stringify(new URL('open-embedded.ts', import.meta.url).href);

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return (await client.query(statement).finally(() => client.end())).rows;
}

describe('the embedded server', () => {
  let made: string;
  let folder: string;
  let opened: Embedded[];
  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), 'kepil-made-'));
    await (await openEmbedded({ folder: made })).stop();
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kepil-embedded-'));
    opened = [];
  });
  afterEach(async () => {
    for (const server of opened) await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
  });

  /** Begins with a cluster made before, since making one is most of the work. */
  const inherit = () => cpSync(made, folder, { recursive: true });

  const open = async (more: Partial<EmbeddedOptions> = {}) => {
    const server = await openEmbedded({ folder, ...more });
    opened.push(server);
    return server;
  };

  it('keeps what was committed over stop and start', async () => {
    const first = await open();
    await query(first.url, 'create table t as select 7 as n');
    await first.stop();
    await first.stop();
    expect(processMark(first.pid)).toBeUndefined();
    const second = await open();
    expect(await query(second.url, 'select n from t')).toStrictEqual([{ n: 7 }]);
  });

  it('lets nobody in without its password, and listens at the loopback address alone', async () => {
    const server = await open();
    expect(statSync(join(folder, 'pg.secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'pg', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m);
    const bare = new URL(server.url);
    bare.password = 'postgres';
    await expect(query(bare.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const [row] = await query(
      server.url,
      `
      select current_setting('listen_addresses') as at, current_setting('unix_socket_directories') as sockets,
        current_setting('fsync') as fsync, lower('ӘҒҚ') as lower,
        (select datlocprovider::text || datcollate from pg_database
         where datname = current_database()) as locale`,
    );
    expect(row).toStrictEqual({ at: '127.0.0.1', sockets: '', fsync: 'on', lower: 'әғқ', locale: 'bC' });
  });

  it('writes no value of a row, a parameter or a statement into its log', async () => {
    inherit();
    const server = await open();
    const canary = 'canary-51c7';
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(
      `create table t (key text primary key, n int check (n < 9)); insert into t values ('${canary}', 1)`,
    );
    const failing: [string, string[]][] = [
      ['insert into t values ($1, 2)', [canary]],
      ['insert into t values ($1, 10)', [`${canary}-2`]],
      ['select $1::uuid', [canary]],
      ['insert into t values (1, $1::int)', [canary]],
      [`select '${canary}' from nowhere`, []],
      [`do $$ begin raise warning '${canary}'; raise exception '${canary}'; end $$`, []],
    ];
    for (const [statement, values] of failing) {
      await expect(client.query(statement, values)).rejects.toThrow();
    }
    await client.end();
    await server.stop();
    const log = readFileSync(join(folder, 'pg.log'), 'utf8');
    expect(log).toContain('database system is ready');
    expect(log).not.toContain(canary);
  });

  it('starts again on the same port after its main process was killed, and tells of the end', async () => {
    inherit();
    let told = 0;
    const first = await open({
      onExit: () => {
        told += 1;
      },
    });
    await query(first.url, 'create table t as select 7 as n');
    const holding = new pg.Client({ connectionString: first.url });
    holding.on('error', () => undefined);
    await holding.connect();
    process.kill(first.pid, 'SIGKILL');
    expect(await until(() => told === 1, 10_000)).toBe(true);
    const second = await open({ port: first.port });
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select n from t')).toStrictEqual([{ n: 7 }]);
    await first.stop();
    await second.stop();
    expect(told).toBe(1);
    await holding.end().catch(() => undefined);
  });

  it('stops the server a killed Kepil left behind and takes its place', async () => {
    inherit();
    const { child, line } = await childSaying(`
      import { openEmbedded } from ${module};
      const server = await openEmbedded({ folder: ${JSON.stringify(folder)} });
      console.log(server.pid + ' ' + server.url);
      setInterval(() => {}, 1000);`);
    const [pid, url] = line.split(' ') as [string, string];
    await query(url, 'create table t as select 7 as n');
    await killAtOnce(child);
    expect(processMark(Number(pid))).toBeDefined();
    const server = await open();
    expect(processMark(Number(pid))).toBeUndefined();
    expect(await query(server.url, 'select n from t')).toStrictEqual([{ n: 7 }]);
  });

  it('ends with a process that exits without stopping it', async () => {
    inherit();
    const { child, line } = await childSaying(`
      import { openEmbedded } from ${module};
      const server = await openEmbedded({ folder: ${JSON.stringify(folder)} });
      console.log(server.pid);
      process.stdin.once('data', () => process.exit(3));`);
    child.stdin?.write('go\n');
    expect(await until(() => processMark(Number(line)) === undefined, 20_000)).toBe(true);
  });

  it.runIf(linux)('is out of reach of signals to our process group', async () => {
    inherit();
    const { pid } = await open();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, , group, session] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    expect([group, session]).toStrictEqual([pid, pid]);
  });

  it('makes a cluster anew whose making was broken off', async () => {
    const { child } = await childSaying(`
      import { watch } from 'node:fs';
      import { openEmbedded } from ${module};
      watch(${JSON.stringify(folder)}, (_, name) => { if (name?.startsWith('pg.new-')) console.log(name); });
      await openEmbedded({ folder: ${JSON.stringify(folder)} });
      setInterval(() => {}, 1000);`);
    await killAtOnce(child);
    expect(existsSync(join(folder, 'pg', 'PG_VERSION'))).toBe(false);
    mkdirSync(join(folder, 'pg', 'base'), { recursive: true });
    mkdirSync(join(folder, 'pg.new-planted'));
    const server = await open();
    expect(await query(server.url, 'select 1 as one')).toStrictEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'pg.new-planted'))).toBe(false);
  });

  it.runIf(linux)('does not take another program for its former server', async () => {
    inherit();
    await (await open()).stop();
    writeFileSync(
      join(folder, 'pg', 'postmaster.pid'),
      `${process.pid}\n${join(folder, 'pg')}\n1\n1\n\n127.0.0.1\n\nready\n`,
    );
    const server = await open();
    expect(await query(server.url, 'select 1 as one')).toStrictEqual([{ one: 1 }]);
  });

  it('says what is wrong: port taken, other version, no secret, impossible setting', async () => {
    inherit();
    await (await open()).stop();
    const rival = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => rival.listen(port, '127.0.0.1', resolve));
    await expect(open({ port })).rejects.toMatchObject({ reason: 'database-port-taken', params: { port } });
    rival.close();
    await expect(open({ settings: { shared_buffers: '1kB' } })).rejects.toMatchObject({
      reason: 'database-not-started',
    });
    const version = join(folder, 'pg', 'PG_VERSION');
    writeFileSync(version, '17\n');
    await expect(open()).rejects.toMatchObject({ reason: 'database-version', params: { found: '17' } });
    writeFileSync(version, '18\n');
    rmSync(join(folder, 'pg.secret'));
    await expect(open()).rejects.toMatchObject({ reason: 'database-secret-missing' });
  });

  it('copies the binaries into the data folder when they cannot stay where they are', async () => {
    const native = nativeFolder(folder, () => false);
    expect(native.startsWith(folder)).toBe(true);
    expect(readdirSync(native)).toEqual(expect.arrayContaining(['bin', 'lib', 'share']));
    expect(nativeFolder(folder, () => false)).toBe(native);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toStrictEqual([]);
    const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    const links = list.map(({ target }) => join(native, target.slice('native/'.length)));
    for (const link of links) rmSync(link);
    expect(nativeFolder(folder, () => false)).toBe(native);
    expect(links.filter((link) => !existsSync(link))).toStrictEqual([]);
  });

  const nobody = { kind: 'nobody', uid: 65534, gid: 65534 } as const;

  it.runIf(root && linux)(
    'runs as nobody where there are no user namespaces, and comes back from it',
    async () => {
      inherit();
      const server = await open({ runner: nobody });
      await query(server.url, 'create table t as select 7 as n');
      expect(statSync(`/proc/${server.pid}`).uid).toBe(65534);
      await server.stop();
      const again = await open({ runner: chooseRunner() });
      expect(await query(again.url, 'select n from t')).toStrictEqual([{ n: 7 }]);
    },
  );

  it.runIf(root && linux)(
    'refuses a folder nobody can reach, and says which folder bars the way',
    async () => {
      mkdirSync(join(folder, 'shut', 'data'), { recursive: true, mode: 0o700 });
      const refusal = { code: 'ERR_USAGE', reason: 'data-folder-barred' };
      const opening = openEmbedded({ folder: join(folder, 'shut', 'data'), runner: nobody });
      await expect(opening).rejects.toMatchObject({ ...refusal, params: { bar: join(folder, 'shut') } });
    },
  );

  it('names the runs it could not make here', () => {
    if (!(root && linux))
      process.stderr.write('embedded server: not root on Linux, running as nobody was not checked\n');
    expect(['plain', 'namespace', 'nobody']).toContain(chooseRunner().kind);
  });
});
