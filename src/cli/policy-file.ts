import { rename, writeFile } from 'node:fs/promises';
import { KepilError } from '../base/index.ts';
import { isPolicyFile, type Sheet, sheetAt, type Taking } from './offered.ts';

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

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  await writeFile(beside, text);
  await rename(beside, path);
}
