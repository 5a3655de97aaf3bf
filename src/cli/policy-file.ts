import { rename, writeFile } from 'node:fs/promises';
import { KepilError } from '../base/index.ts';
import { type Policy, parsePolicy } from '../policy/index.ts';
import { isPolicyFile, type Sheet, sheetAt, type Taking } from './offered.ts';
import type { Terminal } from './terminal.ts';

/** A policy file with its text. */
export interface PolicyFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The policy file that an argument names, with its text when there is one; `-` is standard input.
 *
 * @throws KepilError `ERR_USAGE` when it is missing, or prose
 */
export async function policyFileAt(argument: string, taking?: Taking): Promise<Sheet> {
  const sheet = await sheetAt(argument, taking);
  if (argument !== '-' && !isPolicyFile(sheet.name))
    throw new KepilError('ERR_USAGE', 'not-policy-file', { name: sheet.name });
  return sheet;
}

/**
 * The policy in a file; what is wrong with it is shown on `terminal`.
 *
 * @throws KepilError `ERR_USAGE` when it is missing, prose, or faulty
 */
export async function policyAt(argument: string, terminal: Terminal): Promise<Policy> {
  const { name, text } = await policyFileAt(argument);
  const { policy, problems } = parsePolicy(text);
  const faulty = problems.some(({ severity }) => severity === 'error');
  if (faulty) terminal.problems(problems, { name, text });
  if (!policy || faulty) throw new KepilError('ERR_USAGE', 'policy-file-faulty', { name });
  return policy;
}

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, text);
  await rename(beside, path);
}
