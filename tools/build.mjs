// Builds what changed: `dist/` by the TypeScript compiler, `web/dist/` by Vite. A second run with nothing changed is quick.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

/** Runs a program of the house in a process of its own; ends this one with its exit code when it fails. */
function run(program, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      stdio: 'inherit',
    });
    child.once('exit', (code) => {
      if (code !== 0) process.exit(code ?? 1);
      resolve();
    });
  });
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

async function step(name, reads, makes, work) {
  const stampFile = join('dist', `.${name}.stamp`);
  const stamp = stampOf(reads);
  const fresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && makes.every(existsSync);
  if (fresh) return;
  await work();
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, stamp);
}

const sources = ['src', 'tsconfig.base.json', 'tsconfig.src.json'];
const pages = ['web', 'src/ledger', 'src/base', 'package-lock.json'];
await Promise.all([
  step('src', sources, ['dist/cli/main.js'], () => run('typescript/bin/tsc', '-b', 'tsconfig.src.json')),
  step('web', pages, ['web/dist/render/render.js', 'web/dist/client/manifest.json'], async () => {
    // The render bundle carries the manifest of the client's assets: one after the other.
    await run('vite/bin/vite.js', 'build', 'web', '--mode', 'client', '--logLevel', 'warn');
    await run('vite/bin/vite.js', 'build', 'web', '--mode', 'render', '--logLevel', 'warn');
  }),
  step('verifier', pages, ['web/dist/verifier/kepil-verifier.js'], () =>
    run('vite/bin/vite.js', 'build', 'web', '--mode', 'verifier', '--logLevel', 'warn'),
  ),
]);
