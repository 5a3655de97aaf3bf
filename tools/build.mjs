// Builds what changed: `dist/` by the TypeScript compiler, `web/dist/` by Vite. A second run with nothing changed is quick.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

function run(program, ...args) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    stdio: 'inherit',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : files(path);
      return [path];
    })
    .sort();
}

/** Names, sizes and times of the files a step reads. */
function stampOf(folders) {
  const hash = createHash('sha256');
  for (const path of folders.flatMap((folder) =>
    statSync(folder).isDirectory() ? files(folder) : [folder],
  )) {
    const stat = statSync(path);
    hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function step(name, reads, makes, work) {
  const stampFile = join('dist', `.${name}.stamp`);
  const stamp = stampOf(reads);
  const fresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && makes.every(existsSync);
  if (fresh) return;
  work();
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
}

step('src', ['src', 'tsconfig.base.json', 'tsconfig.src.json'], ['dist/cli/main.js'], () =>
  run('typescript/bin/tsc', '-b', 'tsconfig.src.json'),
);
step(
  'web',
  ['web', 'src/ledger', 'src/base', 'src/server/pages.ts'],
  ['web/dist/render/render.js', 'web/dist/client/manifest.json'],
  () => {
    run('typescript/bin/tsc', '-p', 'web');
    run('vite/bin/vite.js', 'build', 'web', '--mode', 'client', '--logLevel', 'warn');
    run('vite/bin/vite.js', 'build', 'web', '--mode', 'render', '--logLevel', 'warn');
  },
);
