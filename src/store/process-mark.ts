import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Something that stays the same while process `pid` lives and differs for another process that gets the
 * number later.
 *
 * On Linux the boot and the start time in ticks since it; elsewhere only whether somebody answers to the
 * number. A zombie counts as dead: it holds nothing any more.
 *
 * @returns undefined when no such process lives
 */
export function processMark(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux') return answers(pid) ? 'alive' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${bootOf()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

let boot: string | undefined;

function bootOf(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return boot;
}

/** The folder process `pid` works in, or undefined where the system does not tell. */
export function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Waits until `done` holds, asking every few milliseconds.
 *
 * @returns whether it came true within `withinMs`
 */
export async function until(done: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!done()) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}
