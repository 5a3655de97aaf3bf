import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { KepilError } from '../base/index.ts';
import type { Finding } from '../policy/index.ts';
import { replaceFile } from './policy-file.ts';

/** A finding that is known, by what it is about: the place of its file, the rule, what it found and where. */
interface Known {
  readonly file: string;
  readonly rule: string;
  readonly code: string;
  readonly clauses: readonly string[];
  /** What the finding lists, such as the rights that are missing: one more is a new finding. */
  readonly labels: readonly string[];
}

const knownOf = (file: string, { rule, code, clauses, labels = [] }: Finding): Known => ({
  file,
  rule,
  code,
  clauses,
  labels: labels.map(([facet, label]) => `${facet}.${label}`),
});

const keyOf = ({ file, rule, code, clauses, labels }: Known) =>
  JSON.stringify([file, rule, code, clauses, labels]);

const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

function isKnown(value: unknown): value is Known {
  if (typeof value !== 'object' || value === null) return false;
  const { file, rule, code, clauses, labels } = value as Record<keyof Known, unknown>;
  return [file, rule, code].every(isText) && areTexts(clauses) && areTexts(labels);
}

/** Findings that are known and do not count. */
export class Baseline {
  readonly #keys: ReadonlySet<string>;

  private constructor(known: readonly Known[]) {
    this.#keys = new Set(known.map(keyOf));
  }

  /** A baseline in which nothing is known. */
  static readonly empty = new Baseline([]);

  /**
   * Reads a baseline that `writeBaseline` wrote.
   *
   * @throws KepilError `ERR_USAGE` when it is missing or no baseline
   */
  static async read(path: string): Promise<Baseline> {
    const name = basename(path);
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      throw new KepilError('ERR_USAGE', 'file-missing', { name });
    });
    const known = knownIn(text);
    if (!known) throw new KepilError('ERR_USAGE', 'not-baseline', { name });
    return new Baseline(known);
  }

  /** Whether this finding of the file is known. */
  knows(file: string, finding: Finding): boolean {
    return this.#keys.has(keyOf(knownOf(file, finding)));
  }
}

function knownIn(text: string): readonly Known[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { format, findings } = (read ?? {}) as Record<string, unknown>;
  const well = format === 'kepil-baseline/1' && Array.isArray(findings) && findings.every(isKnown);
  return well ? (findings as readonly Known[]) : undefined;
}

/** Writes all findings of the files as known, whole or not at all. */
export async function writeBaseline(
  path: string,
  found: readonly { readonly file: string; readonly findings: readonly Finding[] }[],
): Promise<void> {
  const findings = found.flatMap(({ file, findings: own }) => own.map((finding) => knownOf(file, finding)));
  await replaceFile(path, `${JSON.stringify({ format: 'kepil-baseline/1', findings }, undefined, 2)}\n`);
}
