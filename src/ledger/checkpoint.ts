import { assert, base64Of, fromBase64 } from '../base/index.ts';

/** Head of a log: `root` (32 bytes) of the tree of `size` leaves of the log named `origin`. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The note text of a checkpoint: origin, size, root in base64, a line each. @source C2SP tlog-checkpoint */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${base64Of(checkpoint.root)}\n`;
  assert(
    parseCheckpoint(text),
    'a checkpoint has an origin in one line, a whole size and a root of 32 bytes',
  );
  return text;
}

/**
 * The checkpoint in a note's text; extension lines are allowed and ignored.
 * @returns undefined when malformed
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const lines = text.split('\n');
  if (lines.length < 4 || lines.pop() !== '' || lines.includes('')) return undefined;
  const [origin, digits, encoded] = lines as [string, string, string];
  const size = /^(0|[1-9]\d{0,15})$/.test(digits) ? Number(digits) : Number.NaN;
  const root = fromBase64(encoded);
  if (!Number.isSafeInteger(size) || root?.length !== 32) return undefined;
  return { origin, size, root };
}
