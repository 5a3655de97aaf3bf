import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { KepilError } from '../base/index.ts';
import { type Installation, openInstallation } from './installation.ts';

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

/**
 * Opens the installation on a data folder for `work` alone, and closes it.
 *
 * @throws KepilError `ERR_USAGE` `data-missing` where Kepil was never run
 */
export function withInstallation<T>(
  data: string,
  { databaseUrl }: { readonly databaseUrl?: string },
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(data, 'keys'))) throw new KepilError('ERR_USAGE', 'data-missing', { data });
  return endingWhole(async () => {
    const installation = await openInstallation({ data, ...(databaseUrl && { databaseUrl }) });
    try {
      return await work(installation);
    } finally {
      await installation.close();
    }
  });
}
