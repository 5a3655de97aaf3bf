import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of a log: path relative to the log's folder, and what it holds. */
export interface LaidOut {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The folder `<data>/log/<service key>/` of each service's public log in C2SP tlog-tiles layout. */
export interface LogFolder {
  /** Sizes of the logs that this process has laid out whole, by service; kept by whoever publishes. */
  readonly laidOut: Map<string, number>;
  /**
   * Writes the files in order, each whole or not at all: the checkpoint, which comes last, never speaks of a
   * missing tile.
   */
  publish(service: { readonly key: string }, files: readonly LaidOut[]): Promise<void>;
  /** A file of the log; undefined when there is none. */
  read(service: { readonly key: string }, path: string): Promise<Uint8Array | undefined>;
}

/**
 * Opens the public logs under `folder`. Paths are made by the program, never taken from a request unchecked.
 */
export function openLogFolder(folder: string): LogFolder {
  return {
    laidOut: new Map(),
    async publish(service, files) {
      for (const file of files) await writeWhole(join(folder, service.key, file.path), file.bytes);
    },
    async read(service, path) {
      return readFile(join(folder, service.key, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
        throw error;
      });
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.tmp-${process.pid}`;
  const file = await open(temporary, 'w', 0o644);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
