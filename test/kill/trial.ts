import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KepilProcess, kepil, setUpToken, spawnKepil, startKepil } from '../kepil-process.ts';
import { register } from './acts.ts';
import { Caller } from './caller.ts';
import { Chance } from './chance.ts';
import { checkAll, checkLog, findReadable, logOf, saysTooMuch } from './checks.ts';
import { Clock } from './clock.ts';
import { ageDrafts, backendsOf, freshenSessions, postmasterOf } from './database.ts';
import { type Load, startLoad } from './load.ts';
import { Mailbox } from './mailbox.ts';
import { base, Office } from './office.ts';
import { Witness } from './witness.ts';

/** Whom a trial kills. */
export type Victim = 'server' | 'postgres';

/** What came of one trial; `found` empty is well. */
export interface Outcome {
  readonly victim: Victim;
  /** What was killed, in words. */
  readonly how: string;
  readonly found: readonly string[];
  /** Server: from the new start to the first page. PostgreSQL: from the kill to the next answered read. */
  readonly backMs: number;
}

/** How often a folder is stopped in good order between two kills. */
const stopsInOrder = 0.2;
/** How often the clock has gone on by days when a killed server is started anew. */
const jumps = 0.6;

/** A data folder on which trials follow each other, with everything acknowledged on it so far. */
export class Ground {
  readonly data = mkdtempSync(join(tmpdir(), 'kepil-kill-'));
  readonly witness = new Witness();
  readonly chance: Chance;
  readonly clock = new Clock();
  #server: KepilProcess | undefined;
  #office: Office | undefined;
  #mailbox: Mailbox | undefined;
  readonly #mailed: boolean;
  #key = '';
  #policy = '';
  #trials = 0;

  /** `mailed`: with a mail server and a policy in force; else the officer hands messages on. */
  constructor(seed: number, mailed = false) {
    this.chance = new Chance(seed);
    this.#mailed = mailed;
  }

  /** One trial: load, kill, recovery, checks; now and then an orderly stop. */
  async trial(victim: Victim): Promise<Outcome> {
    this.#trials += 1;
    const server = await this.#running();
    const saved = this.#saveCheckpoint();
    if (victim === 'server') await ageDrafts(this.data, this.clock.now());
    const load = startLoad(this.#target(server));
    await pause(this.chance.between(150, 1_200));
    const killed =
      victim === 'server'
        ? await this.#killServer(server, { load, saved })
        : await this.#killDatabase(server, load);
    const after = killed.server;
    // However long it took: the copy of everything along is only for who has just proved who they are.
    await freshenSessions(this.data, this.clock.now());
    const found = [...killed.found, ...(await checkAll({ ...this.#target(after), saved }))];
    await register(this.#target(after)).catch((error: Error) =>
      found.push(`nobody can register: ${error.message}`),
    );
    found.push(...this.witness.faults.splice(0));
    if (this.chance.happens(stopsInOrder)) found.push(...(await this.#stop(after, saved)));
    const { how, backMs } = killed;
    return { victim, how, found, backMs };
  }

  /**
   * Stops what runs, verifies the log with the command, looks through the files for what nobody may read
   * there, and removes the folder.
   */
  async close(): Promise<readonly string[]> {
    const found = this.#server ? [...(await this.#stop(this.#server, undefined))] : [];
    const verified = await kepil(['verify', logOf(this.data)]);
    if (verified.code !== 0) found.push(`kepil verify ended with ${verified.code}: ${verified.out}`);
    found.push(...findReadable(this.data).map((path) => `personal data stand readable in ${path}`));
    await this.#mailbox?.close();
    rmSync(this.data, { recursive: true, force: true });
    return found;
  }

  async #running(): Promise<KepilProcess> {
    this.#server ??= await this.#start();
    return this.#server;
  }

  get #environment(): Readonly<Record<string, string>> {
    return { ...this.clock.environment, ...this.#mailbox?.environment };
  }

  async #start(): Promise<KepilProcess> {
    if (this.#mailed) this.#mailbox ??= await Mailbox.open();
    const server = await startKepil(['--data', this.data], { environment: this.#environment });
    this.#server = server;
    if (this.#office) {
      this.#office.moveTo(server.url);
      return server;
    }
    const office = new Office(server.url, { now: this.clock.now, mailbox: this.#mailbox });
    await office.setUp(setUpToken(server.said()));
    await office.prepare();
    this.#key = await office.issueKey();
    const form = await new Caller(server.url).get(`/api/v1${base}/form`);
    this.#policy = (JSON.parse(form.body) as { policy: string }).policy;
    this.#office = office;
    return server;
  }

  #target(server: KepilProcess) {
    const { data, witness, chance, clock } = this;
    return {
      ...{ data, witness, chance, clock, mailbox: this.#mailbox },
      origin: server.url,
      office: this.#office as Office,
      key: this.#key,
      policy: this.#policy,
    };
  }

  #saveCheckpoint(): string | undefined {
    const checkpoint = join(logOf(this.data), 'checkpoint');
    if (!existsSync(checkpoint)) return undefined;
    const saved = join(this.data, `saved-${this.#trials}`);
    copyFileSync(checkpoint, saved);
    return saved;
  }

  async #killServer(server: KepilProcess, during: { load: Load; saved: string | undefined }) {
    const withDatabase = this.chance.happens(0.25);
    const whileStarting = this.chance.happens(0.25);
    const postmaster = postmasterOf(this.data).pid;
    server.child.kill('SIGKILL');
    if (withDatabase) process.kill(postmaster, 'SIGKILL');
    await server.ended;
    await during.load.stop();
    const found = [...saysTooMuch(server.said()), ...checkLog(this.data, during.saved)];
    const jumped = this.chance.happens(jumps);
    if (jumped) this.clock.jump(this.chance);
    if (whileStarting) await this.#killWhileStarting();
    const next = await this.#start();
    const office = this.#office as Office;
    if (jumped) await office.signIn();
    else if (!(await office.isSignedIn())) found.push('the officer was signed out');
    const killed = withDatabase ? 'server and postmaster' : 'server';
    const again = whileStarting ? `${killed}, again while starting` : killed;
    const how = jumped ? `${again}, days later` : again;
    return { server: next, found, how, backMs: next.firstPageMs };
  }

  async #killWhileStarting(): Promise<void> {
    const { child, ended } = spawnKepil(['run', '--port', '0', '--data', this.data], {
      environment: this.#environment,
    });
    await pause(this.chance.between(0, 1_500));
    child.kill('SIGKILL');
    await ended;
  }

  async #killDatabase(server: KepilProcess, load: Load) {
    const postmaster = postmasterOf(this.data).pid;
    const backend = this.chance.happens(0.3) ? this.chance.pick(backendsOf(postmaster)) : undefined;
    const twice = backend === undefined && this.chance.happens(0.25);
    const killedAt = performance.now();
    process.kill(backend ?? postmaster, 'SIGKILL');
    if (twice) await this.#killAgain(postmaster);
    const found: string[] = [];
    const backMs = (await this.#answers(server)) - killedAt;
    await pause(300);
    await load.stop();
    if (server.child.exitCode !== null || server.child.signalCode !== null) found.push('the server ended');
    const how = backend === undefined ? `postmaster${twice ? ', twice' : ''}` : 'backend';
    return { server, found, how, backMs };
  }

  /** Kills the next postmaster as well, soon after it has come. */
  async #killAgain(former: number): Promise<void> {
    for (let look = 0; look < 500; look++) {
      await pause(20);
      const pid = existsSync(join(this.data, 'pg', 'postmaster.pid')) ? postmasterOf(this.data).pid : former;
      if (pid === former || !Number.isInteger(pid) || pid <= 0) continue;
      await pause(this.chance.between(0, 500));
      process.kill(pid, 'SIGKILL');
      return;
    }
    throw new Error('no other postmaster came');
  }

  /** Waits until the server answers with what it has in the database; until then only 503 is right. */
  async #answers(server: KepilProcess): Promise<number> {
    const deadline = performance.now() + 120_000;
    const caller = new Caller(server.url);
    while (performance.now() < deadline) {
      await pause(25);
      const { status } = await caller.get(`/api/v1${base}/form`);
      if (status === 200) return performance.now();
      if (status !== 503) this.witness.faults.push(`during the outage the form answered ${status}`);
    }
    this.witness.faults.push('the server did not recover');
    return performance.now();
  }

  async #stop(server: KepilProcess, saved: string | undefined): Promise<readonly string[]> {
    const done = await server.stop();
    this.#server = undefined;
    const found = [...saysTooMuch(server.said()), ...checkLog(this.data, saved)];
    if (done.code !== 0) found.push(`an orderly stop ended with ${done.code}`);
    if (existsSync(join(this.data, 'pg', 'postmaster.pid'))) found.push('PostgreSQL was left behind');
    return found;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
