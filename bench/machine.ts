import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';

const loadBefore = loadavg()[0] ?? 0;

/** The machine numbers were measured on, as rows of a table in Markdown. */
export function machineRows(): readonly string[] {
  const memory = Math.round(totalmem() / 1024 ** 3);
  const model = cpus()[0]?.model.trim() || 'unknown';
  return [
    `| processor | ${cpus().length} × ${model} |`,
    `| memory | ${memory} GB |`,
    `| load of the machine before the run | ${loadBefore.toFixed(1)} |`,
    `| system | ${platform()} ${release()} |`,
    `| Node | ${process.version} |`,
    `| PostgreSQL | ${postgresVersion()} (embedded, fsync on) |`,
  ];
}

function postgresVersion(): string {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: Record<string, string>;
  };
  return Object.values(optionalDependencies)[0] ?? 'unknown';
}

/** Least, middle and greatest of some measurements. */
export function spread(all: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}

/** Today as the results are dated. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
