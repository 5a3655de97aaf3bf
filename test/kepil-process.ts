import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', 'bin', 'kepil.js');
const ready = 'Остановить: Ctrl-C';

/** How to start it: where, through which other program (such as `unshare`), in which locale. */
export interface StartOptions {
  readonly cwd?: string;
  /** Absent: Russian, whatever the machine speaks. */
  readonly locale?: string;
  readonly through?: readonly string[];
  /** What is in its environment beside what is in ours. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What stands on its standard input; absent: nothing, and it is closed. */
  readonly input?: string | Uint8Array;
}

/** What a finished command said. `code` is null when a signal ended it. */
export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A `kepil run` that is a process of its own. */
export interface KepilProcess {
  readonly child: ChildProcess;
  /** Origin it answers at. */
  readonly url: string;
  /** From the start of the process to its first page, in milliseconds. */
  readonly firstPageMs: number;
  /** Everything it has printed. */
  said(): string;
  /** Resolves when it has ended. */
  readonly ended: Promise<Finished>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

const left = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of left) child.kill('SIGKILL');
});

/** Stops whatever a test that failed has left running. */
export async function stopLeft(): Promise<void> {
  const ends = [...left].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of left) child.kill('SIGINT');
  await Promise.all(ends);
}

/** Starts the built command line and gathers what it says. */
export function spawnKepil(args: readonly string[], options: StartOptions = {}) {
  const [first = process.execPath, ...rest] = [
    ...(options.through ?? []),
    process.execPath,
    program,
    ...args,
  ];
  const { KEPIL_DATABASE_URL: _, ...env } = process.env;
  const spoken = { ...env, ...options.environment, LC_ALL: options.locale ?? 'ru_RU.UTF-8' };
  const child = spawn(first, rest, { cwd: options.cwd, env: spoken, stdio: ['pipe', 'pipe', 'pipe'] });
  // A command that stops reading early closes the pipe: no fault of ours.
  child.stdin.on('error', () => undefined).end(options.input);
  left.add(child);
  child.once('close', () => left.delete(child));
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
  return { child, said, ended };
}

/** Runs a command to its end. */
export function kepil(args: readonly string[], options: StartOptions = {}): Promise<Finished> {
  return spawnKepil(args, options).ended;
}

/** The made-up bookshop, which most tests run. */
const bookshop = join(import.meta.dirname, '..', 'examples', 'dala-kitap.txt');

/**
 * Starts `kepil run` at any free port and waits until it has said that it is up and has shown a page: the
 * bookshop of the examples in a new data folder, unless a document is named first.
 *
 * @throws Error with what it said when it ends before
 */
export async function startKepil(args: readonly string[], options: StartOptions = {}): Promise<KepilProcess> {
  const startedAt = performance.now();
  const isNew = !existsSync(join(args[args.indexOf('--data') + 1] ?? '', 'keys'));
  const documents = isNew && args[0]?.startsWith('--') ? [bookshop] : [];
  const { child, said, ended } = spawnKepil(['run', '--port', '0', ...documents, ...args], options);
  const url = await saying(child, () => /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0], ended);
  const page = await fetch(url);
  await page.text();
  const firstPageMs = performance.now() - startedAt;
  await saying(child, () => (said.out.includes(ready) ? true : undefined), ended);
  return {
    child,
    url,
    firstPageMs,
    said: () => said.out + said.err,
    ended,
    stop(signal = 'SIGINT') {
      child.kill(signal);
      return ended;
    },
  };
}

/** What `look` finds in the words of a child, as soon as it is there. */
export function saying<T>(
  child: ChildProcess,
  look: () => T | undefined,
  ended: Promise<Finished>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const tell = () => {
      const found = look();
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', tell);
    ended.then(({ code, out, err }) => reject(new Error(`kepil ended with ${code}\n${out}${err}`)), reject);
    tell();
  });
}

/** The one-time link that was printed at the first start. */
export function setUpToken(said: string): string {
  return /set-up\?token=(\S+)/.exec(said)?.[1] ?? '';
}
