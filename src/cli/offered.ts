import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { type Policy, parsePolicy } from '../policy/index.ts';
import { bodyOf, draftPolicy, looksLikePolicy, type Reading, readText } from '../reader/index.ts';
import type { Offered } from '../system/index.ts';
import type { Terminal } from './terminal.ts';

/** The largest file taken, in bytes. */
const largest = 5 * 1024 * 1024;

/** The text of a file in UTF-8. @throws KepilError `ERR_USAGE` when missing, empty, too large or not text */
export async function textOfFile(path: string): Promise<string> {
  const name = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new KepilError('ERR_USAGE', 'file-missing', { name });
  if (found.size > largest)
    throw new KepilError('ERR_USAGE', 'file-too-large', { name, n: largest / 1024 / 1024 });
  const bytes = await readFile(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new KepilError('ERR_USAGE', 'not-text', { name }, { cause });
  }
  if (text.trim() === '') throw new KepilError('ERR_USAGE', 'file-empty', { name });
  return text;
}

/** Reads prose. @throws KepilError `ERR_USAGE` when there is no policy in it */
export function readProse(text: string, name: string): Reading {
  const reading = readText(text, { name, hash: nodeCrypto.hash });
  if (!looksLikePolicy(reading)) throw new KepilError('ERR_USAGE', 'not-policy', { name });
  return reading;
}

/**
 * What a file offers to run: a policy file as it is, prose read on the spot. `as` is its key in addresses.
 */
export async function offerFile(path: string, to: { terminal: Terminal; as?: string }): Promise<Offered> {
  const name = basename(path);
  const text = await textOfFile(path);
  if (/\.ya?ml$/i.test(name)) {
    const policy = policyFrom(text, { name, terminal: to.terminal });
    return { key: to.as ?? keyOf(policy, name), policy };
  }
  const policy = draftPolicy(readProse(text, name), text, nodeCrypto.hash);
  return { key: to.as ?? keyOf(policy, name), policy, text: bodyOf(text) };
}

function policyFrom(text: string, from: { name: string; terminal: Terminal }): Policy {
  const { policy, problems } = parsePolicy(text);
  from.terminal.problems(problems, { name: from.name, text });
  if (!policy || problems.some(({ severity }) => severity === 'error')) {
    throw new KepilError('ERR_USAGE', 'policy-file-faulty', { name: from.name });
  }
  return policy;
}

/** The key of a service: the first label of its domain that says something, else the file's name. */
export function keyOf(policy: Policy, name: string): string {
  const host = policy.services.find((row) => row.host)?.host;
  const label = host
    ?.toLowerCase()
    .replace(/^www\./, '')
    .split('.')[0];
  const stem = name.replace(/\.[^.]*$/, '').replace(/\.kepil$/, '');
  return slug(label ?? '') || slug(stem) || 'service';
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
}
