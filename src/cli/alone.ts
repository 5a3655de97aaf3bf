import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KepilError } from '../base/index.ts';
import { type Installation, openInstallation } from './installation.ts';
import { rootSourceOf } from './root-source.ts';
import type { Terminal } from './terminal.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does `work` so that a signal ends the process with its exit handlers: they stop a PostgreSQL that was
 * started for the purpose.
 */
export async function endingWhole<T>(work: () => Promise<T>): Promise<T> {
  for (const signal of signals) process.once(signal, leave);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, leave);
  }
}

function leave(): void {
  process.exit(130);
}

/** How an installation that does not run is opened. */
interface Alone {
  readonly databaseUrl?: string;
  /** Says where the root key comes from. */
  readonly environment: Terminal['environment'];
}

/**
 * Opens the installation on a data folder for `work` alone, and closes it.
 *
 * @throws KepilError `ERR_USAGE` `data-missing` where Kepil was never run
 */
export function withInstallation<T>(
  data: string,
  { databaseUrl, environment }: Alone,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(data, 'keys'))) throw new KepilError('ERR_USAGE', 'data-missing', { data });
  return endingWhole(async () => {
    const root = rootSourceOf(environment);
    const installation = await openInstallation({ data, root, ...(databaseUrl && { databaseUrl }) });
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  });
}
