import { rename, writeFile } from 'node:fs/promises';
import { KepilError } from '../base/index.ts';
import { documentAt } from './offered.ts';

/** A policy file with its text. */
export interface PolicyFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The policy file that an argument names; `-` is standard input.
 *
 * @throws KepilError `ERR_USAGE` when it is missing, or prose
 */
export async function policyFileAt(argument: string): Promise<PolicyFile> {
  const { name, source } = await documentAt(argument);
  if (argument !== '-' && !/\.ya?ml$/i.test(name))
    throw new KepilError('ERR_USAGE', 'not-policy-file', { name });
  return { name, text: source.text };
}

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, text);
  await rename(beside, path);
}
