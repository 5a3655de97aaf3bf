import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const manifest = at('./dist/client/manifest.json');

/** Styles, fonts and islands: hashed files under `/assets/`, listed in `dist/client/manifest.json`. */
const client: UserConfig = {
  base: '/assets/',
  build: {
    outDir: at('./dist/client'),
    emptyOutDir: true,
    assetsDir: '',
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: {
        style: at('./src/styles/main.css'),
        proof: at('./src/client/proof.ts'),
        copy: at('./src/client/copy.ts'),
        countdown: at('./src/client/countdown.ts'),
        print: at('./src/client/print.ts'),
        reveal: at('./src/client/reveal.ts'),
        report: at('./src/styles/report.css'),
        review: at('./src/client/review.ts'),
      },
    },
  },
};

/** The checks of proofs as one module for whoever wants them in a page of their own. */
const verifier: UserConfig = {
  build: {
    outDir: at('./dist/verifier'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: at('./src/client/verifier.ts'),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'kepil-verifier.js', format: 'es' },
    },
  },
};

/**
 * The pages as one module for Node: `render(page, frame)`. Built after `client`, whose manifest it carries
 * inside.
 */
function render(): UserConfig {
  return {
    define: { __MANIFEST__: existsSync(manifest) ? readFileSync(manifest, 'utf8') : 'undefined' },
    ssr: { noExternal: true },
    build: {
      ssr: at('./src/render.tsx'),
      outDir: at('./dist/render'),
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'render.js', format: 'es' } },
    },
  };
}

export default defineConfig(({ mode }) => ({
  root: at('.'),
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ...(mode === 'render' ? render() : mode === 'verifier' ? verifier : client),
}));
