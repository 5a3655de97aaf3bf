import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { KepilError } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { findCardData } from '../moderation/index.ts';
import { adriftClauses, type Policy, parsePolicy } from '../policy/index.ts';
import { bodyOf, draftPolicy, looksLikePolicy, type Reading, readText } from '../reader/index.ts';
import { extractText, fetchSource, isAddress, largestBytes, type SourceText } from '../source/index.ts';
import type { Offered } from '../system/index.ts';
import type { Terminal } from './terminal.ts';

/** A document of the command line with its text. */
export interface Document {
  readonly name: string;
  readonly source: SourceText;
}

/**
 * The text of what an argument names: a file, `-` for standard input, an http(s) address.
 *
 * @throws KepilError `ERR_USAGE` when missing, empty, too large or of no kind that is read;
 *   `ERR_SOURCE_UNREACHABLE` when an address does not answer
 */
export async function documentAt(argument: string): Promise<Document> {
  if (isAddress(argument)) {
    const { bytes, ...named } = await fetchSource(argument);
    return { name: named.name, source: await extractText(bytes, named) };
  }
  const name = argument === '-' ? 'stdin' : basename(argument);
  const bytes = argument === '-' ? await bytesOf(process.stdin, name) : await bytesOfFile(argument, name);
  return { name, source: await extractText(bytes, { name }) };
}

async function bytesOfFile(path: string, name: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new KepilError('ERR_USAGE', 'file-missing', { name });
  if (found.size > largestBytes) throw tooLarge(name);
  return readFile(path);
}

async function bytesOf(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > largestBytes) throw tooLarge(name);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(name: string): KepilError {
  return new KepilError('ERR_USAGE', 'file-too-large', { name, n: largestBytes / 1024 / 1024 });
}

/** Reads prose. @throws KepilError `ERR_USAGE` when there is no policy in it */
export function readProse(text: string, name: string): Reading {
  const reading = readText(text, { name, hash: nodeCrypto.hash });
  if (!looksLikePolicy(reading)) throw new KepilError('ERR_USAGE', 'not-policy', { name });
  return reading;
}

/** A document on its way to being run: its name, its text, the key it was given, if any. */
export interface Sheet {
  readonly name: string;
  readonly text: string;
  readonly as?: string;
  /** Beside a policy file: the operator's text it was made from, when that is at hand. */
  readonly prose?: string;
}

/** How a document of the command line is taken. */
export interface Taking {
  /** The key of its service. */
  readonly as?: string | undefined;
  /** The folder in which the texts of policy files lie; their own folder when absent. */
  readonly texts?: string | undefined;
}

/**
 * The document an argument names, to be run; beside a policy file its text, when there is one of that name.
 *
 * @throws KepilError `ERR_USAGE` when the folder of texts is none
 * @see documentAt
 */
export async function sheetAt(argument: string, { as, texts }: Taking = {}): Promise<Sheet> {
  const { name, source } = await documentAt(argument);
  const prose = isPolicyFile(name) ? await proseOf(source.text, { argument, texts }) : undefined;
  const sheet = { name, text: source.text, ...(as !== undefined && { as }) };
  return prose === undefined ? sheet : { ...sheet, prose };
}

/** Whether a document of that name is a policy file. */
export const isPolicyFile = (name: string) => /\.ya?ml$/i.test(name);

/** The text whose name a policy file gives, from a folder: a name that leads out of it is not followed. */
async function proseOf(
  file: string,
  { argument, texts }: { argument: string; texts?: string | undefined },
): Promise<string | undefined> {
  if (texts !== undefined && !(await stat(texts).catch(() => undefined))?.isDirectory())
    throw new KepilError('ERR_USAGE', 'folder-missing', { name: texts });
  const folder = texts ?? (argument === '-' || isAddress(argument) ? undefined : dirname(argument));
  const named = parsePolicy(file).policy?.source.name;
  if (folder === undefined || named === undefined || named !== basename(named)) return undefined;
  const path = join(folder, named);
  if (!(await stat(path).catch(() => undefined))?.isFile()) return undefined;
  return (await documentAt(path)).source.text;
}

/**
 * What a document offers to run: a policy file as it is, prose read on the spot. Problems of a policy file
 * are shown on `terminal`.
 *
 * @throws KepilError `ERR_USAGE` when it cannot be run
 */
export function offerSheet({ name, text, as, prose }: Sheet, terminal?: Terminal): Offered {
  refuseCardData(name, text);
  if (isPolicyFile(name)) {
    const policy = policyFrom(text, { name, ...(terminal && { terminal }) });
    const offered = { key: as ?? keyOf(policy, name), policy };
    return prose === undefined ? offered : { ...offered, text: anchoredText(policy, name, prose) };
  }
  const policy = draftPolicy(readProse(text, name), text, nodeCrypto.hash);
  return { key: as ?? keyOf(policy, name), policy, text: bodyOf(text) };
}

/** How many clauses that do not stand in a text are named. */
const mostNamed = 5;

/**
 * The text of a policy file, once every clause was found in it as it is anchored.
 *
 * @throws KepilError `ERR_USAGE` when it is another text, or an edited one
 */
export function anchoredText(policy: Policy, name: string, prose: string): string {
  refuseCardData(policy.source.name, prose);
  const body = bodyOf(prose);
  const adrift = adriftClauses(policy, { text: prose, body }, nodeCrypto.hash);
  if (adrift.length > 0) {
    const clauses = `${adrift.slice(0, mostNamed).join(', ')}${adrift.length > mostNamed ? ', …' : ''}`;
    const params = { name, text: policy.source.name, clauses, n: adrift.length };
    throw new KepilError('ERR_USAGE', 'text-adrift', params);
  }
  return body;
}

/** A policy is published whole, its file named beside it. */
function refuseCardData(name: string, text: string): void {
  if (findCardData(name).length > 0) throw new KepilError('ERR_USAGE', 'file-name-card-data');
  const [found] = findCardData(text);
  if (!found) return;
  const line = text.slice(0, found.start).split('\n').length;
  throw new KepilError('ERR_USAGE', 'file-card-data', { name, line });
}

function policyFrom(text: string, from: { name: string; terminal?: Terminal }): Policy {
  const { policy, problems } = parsePolicy(text);
  from.terminal?.problems(problems, { name: from.name, text });
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
