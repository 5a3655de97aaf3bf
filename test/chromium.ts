/**
 * Finds a Chromium for the tests: the one the environment names, the system's, or the one that came with
 * `npm ci`.
 *
 * The packed browser is unpacked once into `node_modules/.cache` (about 2 s, 210 MB) and started with the
 * libraries and fonts it brought, so that nothing needs to be installed on the machine. A half-made folder
 * never bears the final name.
 */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** How to start a browser: its program and the environment it needs beyond ours. */
export interface Chromium {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly origin: 'environment' | 'system' | 'npm';
}

const systemPrograms = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
const require = createRequire(import.meta.url);

/**
 * The Chromium to test with.
 *
 * `KEPIL_CHROMIUM` is a path, or `npm` for the packed one even where the system has its own.
 *
 * @throws Error when the machine has none and the packed one is not made for this platform
 */
export function findChromium(wish = process.env['KEPIL_CHROMIUM']): Chromium {
  if (wish !== undefined && wish !== '' && wish !== 'npm') {
    if (!existsSync(wish)) throw new Error(`KEPIL_CHROMIUM names ${wish}, and there is no such file`);
    return { program: wish, environment: {}, origin: 'environment' };
  }
  const installed = systemPrograms.find((path) => existsSync(path));
  if (installed !== undefined && wish !== 'npm') {
    return { program: installed, environment: {}, origin: 'system' };
  }
  return packedChromium();
}

function packedChromium(): Chromium {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium here: install one and name it in KEPIL_CHROMIUM (the packed one is for Linux x64)',
    );
  }
  const packed = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = unpackOnce(join(packed, 'bin'), `chromium-${version}`);
  return {
    program: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: writeFontsFile(folder),
    },
    origin: 'npm',
  };
}

/** Unpacks beside the final name and renames: whoever comes second finds a whole folder, or drops its own. */
function unpackOnce(packed: string, name: string): string {
  const cache = cacheFolder();
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const half = mkdtempSync(join(cache, `${name}.${process.pid}-`));
  try {
    writeFileSync(join(half, 'chromium'), unbrotli(join(packed, 'chromium.br')), { mode: 0o755 });
    unpackTar(unbrotli(join(packed, 'al2023.tar.br')), half);
    unpackTar(unbrotli(join(packed, 'fonts.tar.br')), half);
    chmodSync(half, 0o755);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Beside the packages; in the home folder where those belong to somebody else. */
function cacheFolder(): string {
  const modules = join(import.meta.dirname, '..', 'node_modules');
  const beside = join(modules, '.cache');
  const cache =
    mayWrite(beside) || (!existsSync(beside) && mayWrite(modules))
      ? beside
      : join(homedir(), '.cache', 'kepil');
  mkdirSync(cache, { recursive: true });
  return cache;
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function unbrotli(path: string): Buffer {
  return brotliDecompressSync(readFileSync(path));
}

/** Plain files of a ustar archive; what the package packs has nothing else but folders. */
function unpackTar(archive: Buffer, folder: string): void {
  const text = (from: number, to: number) => archive.toString('latin1', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, at + 136), 8);
    if (text(at + 156, at + 157) === '0') {
      const path = join(folder, text(at, at + 100));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, archive.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** Open Sans came with the browser; DejaVu has the Kazakh letters and the tenge sign. */
function writeFontsFile(folder: string): string {
  const dejavu = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dejavu}</dir>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fontconfig')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;
  const path = join(folder, 'kepil-fonts.conf');
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return path;
  const half = join(mkdtempSync(join(folder, 'fonts-')), basename(path));
  writeFileSync(half, text);
  renameSync(half, path);
  rmSync(dirname(half), { recursive: true });
  return path;
}
