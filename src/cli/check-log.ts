import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { textOf } from '../base/index.ts';
import { hashInto, nodeCrypto } from '../keys/index.ts';
import {
  checkpointPath,
  checkSlice,
  fullTiles,
  type LogAsk,
  type LogReport,
  parseCheckpoint,
  parseNote,
  type Slice,
  type SliceReport,
  verifyLog,
} from '../ledger/index.ts';
import type { LogFolder } from './log-place.ts';

/** Tiles that one worker checks at a time: 65,536 entries. */
const sliceTiles = 256;
/** More than this gains nothing: the disk is the limit then. */
const workersAtMost = 8;

/** Checks a whole log, on `cores` processors at most; a log of a few slices on one. */
export async function checkLog(
  log: LogFolder,
  ask: LogAsk,
  cores = availableParallelism(),
): Promise<LogReport> {
  const tiles = fullTiles(sizeOf(log));
  const slices = slicesOf(tiles);
  const workers = Math.min(cores, workersAtMost, slices.length);
  const checked =
    workers > 1
      ? await checkAtOnce(log.folder, slices, workers)
      : slices.map((slice) => checkSlice(log.read, slice, hashInto));
  return verifyLog(log.read, { ...ask, slices: checked }, nodeCrypto);
}

/** Entries the head claims; 0 when it cannot be read, of which `verifyLog` will tell. */
function sizeOf({ read }: LogFolder): number {
  try {
    return (
      parseCheckpoint(parseNote(textOf(read(checkpointPath) ?? new Uint8Array()))?.text ?? '')?.size ?? 0
    );
  } catch {
    // Not UTF-8: no checkpoint.
    return 0;
  }
}

function slicesOf({ end }: Slice): readonly Slice[] {
  return Array.from({ length: Math.ceil(end / sliceTiles) }, (_, n) => ({
    first: n * sliceTiles,
    end: Math.min(end, (n + 1) * sliceTiles),
  }));
}

/** Each worker takes the next slice as soon as it has done one. */
async function checkAtOnce(
  folder: string,
  slices: readonly Slice[],
  count: number,
): Promise<readonly SliceReport[]> {
  const left = slices.values();
  const reports: SliceReport[] = [];
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./slice-worker.js', import.meta.url), { workerData: folder }),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (const slice of left) reports.push(await answerOf(worker, slice));
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return reports;
}

function answerOf(worker: Worker, slice: Slice): Promise<SliceReport> {
  return new Promise((resolve, reject) => {
    worker.once('message', (report: SliceReport) => {
      worker.off('error', reject);
      resolve(report);
    });
    worker.once('error', reject);
    worker.postMessage(slice);
  });
}
