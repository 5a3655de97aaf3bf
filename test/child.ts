import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Starts another Node process that runs `code` (a module in TypeScript; `file:` URLs for imports) and waits
 * for the first line it prints.
 */
export async function childSaying(code: string): Promise<{ child: ChildProcess; line: string }> {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (said.includes('\n')) resolve(said.slice(0, said.indexOf('\n')));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the child ended with ${code ?? signal}`)));
  });
  return { child, line };
}

/** Kills `child` so that it can do nothing more, and waits for its end. */
export async function killAtOnce(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
