import type { Decoder } from './decoder.ts';
import { ofFiles } from './files.ts';
import { ofLedger } from './ledger.ts';
import { ofVault } from './sealed.ts';

/**
 * Does `work` with every decoder there is. A new one: a row in the file of its kind, or a file of its own and
 * a line here.
 */
export async function withDecoders<T>(work: (decoders: readonly Decoder[]) => Promise<T>): Promise<T> {
  const files = await ofFiles();
  try {
    return await work([...ofLedger, ...ofVault, ...files.decoders]);
  } finally {
    files.close();
  }
}
