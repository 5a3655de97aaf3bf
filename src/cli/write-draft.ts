import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import {
  type Edited,
  formatPolicy,
  mergeDraft,
  type Policy,
  parsePolicy,
  proposedBy,
} from '../policy/index.ts';
import { replaceFile } from './policy-file.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes a draft policy with a note of what the reader proposed. What people wrote by hand into an earlier
 * draft at this place is brought into the new one, and told.
 *
 * The file is replaced whole or not at all.
 *
 * @throws KepilError `ERR_USAGE` when what stands there is no draft that can be merged: nothing is written
 */
export async function writeDraft(draft: Policy, path: string, terminal: Terminal): Promise<void> {
  const edited = existsSync(path) ? await editedAt(path, terminal) : undefined;
  const { policy, notes } = edited
    ? mergeDraft(edited, draft, nodeCrypto.hash)
    : { policy: draft, notes: [] };
  const text = formatPolicy(policy, proposedBy(draft, nodeCrypto.hash));
  await replaceFile(path, text);
  terminal.problems(notes, { name: basename(path), text });
}

async function editedAt(path: string, terminal: Terminal): Promise<Edited> {
  const name = basename(path);
  const text = await readFile(path, 'utf8');
  const { policy, proposed, problems } = parsePolicy(text);
  const faulty = problems.some(({ severity }) => severity === 'error');
  if (faulty) terminal.problems(problems, { name, text });
  if (!policy || faulty) throw new KepilError('ERR_USAGE', 'policy-file-faulty', { name });
  if (!proposed) throw new KepilError('ERR_USAGE', 'draft-not-mergeable', { name });
  return { policy, proposed };
}
