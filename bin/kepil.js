#!/usr/bin/env node
import { main } from '../dist/cli/main.js';

// Whoever reads our output may stop early (`kepil prove | head`): that is an orderly end, not a fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
