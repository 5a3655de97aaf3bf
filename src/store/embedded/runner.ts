import { spawnSync } from 'node:child_process';

/** As whom PostgreSQL runs: it refuses to run as root. */
export interface Runner {
  /**
   * `plain`: as we are. `namespace`: as root of the outside, seen as user 1000 inside a user namespace, so
   * that files stay root's and any folder will do. `nobody`: with another user id, which must be able to
   * reach the data folder.
   */
  readonly kind: 'plain' | 'namespace' | 'nobody';
  /** Owner of the data folder. */
  readonly uid?: number;
  readonly gid?: number;
}

const nobody = 65534;
const unshare = ['--user', '--map-user=1000', '--map-group=1000'];

/** The way to run PostgreSQL that works here: plainly, else in a user namespace, else as nobody. */
export function chooseRunner(): Runner {
  if (process.getuid?.() !== 0) return { kind: 'plain' };
  const probe = spawnSync('unshare', [...unshare, 'true'], { stdio: 'ignore' });
  return probe.status === 0
    ? { kind: 'namespace', uid: 0, gid: 0 }
    : { kind: 'nobody', uid: nobody, gid: nobody };
}

/** Program, arguments and spawn options that start `program` as `runner` says. */
export function commandOf(runner: Runner, program: string, args: readonly string[]) {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...windowsRoot() };
  if (runner.kind === 'namespace')
    return { program: 'unshare', args: [...unshare, program, ...args], options: { env } };
  const as = runner.kind === 'nobody' ? { uid: nobody, gid: nobody } : {};
  return { program, args: [...args], options: { env, ...as } };
}

function windowsRoot(): Record<string, string> {
  const root = process.env['SystemRoot'];
  return root === undefined ? {} : { SystemRoot: root };
}
