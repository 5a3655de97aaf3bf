import { defineConfig } from 'vitest/config';
import LongestFirst from './tools/longest-first.ts';

export default defineConfig({
  // The pages are Preact; see web/vite.config.ts.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tools/closing-line.mjs'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
