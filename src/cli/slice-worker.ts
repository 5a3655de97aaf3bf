import { parentPort, workerData } from 'node:worker_threads';
import { hashInto } from '../keys/index.ts';
import { checkSlice, type Slice } from '../ledger/index.ts';
import { readFolder } from './log-place.ts';

/** A thread that checks slices of the log in the folder it was given, as `checkLog` asks for them. */
const read = readFolder(workerData as string);

parentPort?.on('message', (slice: Slice) => {
  const report = checkSlice(read, slice, hashInto);
  parentPort?.postMessage(report, [report.roots.buffer as ArrayBuffer]);
});
