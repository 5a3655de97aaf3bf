import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../base/index.ts';
import { nodeCrypto } from '../keys/index.ts';
import { verifyConsistency, verifyInclusion } from './index.ts';

/** Test data of transparency-dev/merkle; kept beside the project, not in it. */
const folder = '../shared/vectors/merkle/testdata';
const present = existsSync(folder);

interface Vector {
  readonly desc: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

function vectors(kind: string): { name: string; vector: Vector }[] {
  const names = readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => name.endsWith('.json'));
  return files.map((name) => ({
    name,
    vector: JSON.parse(readFileSync(join(folder, kind, name), 'utf8')) as Vector,
  }));
}

const bytes = (text: string | undefined) => fromBase64(text ?? '') ?? new Uint8Array(0);

function holds(v: Vector): boolean {
  const path = (v.proof ?? []).map(bytes);
  return v.leafHash === undefined
    ? verifyConsistency(
        { first: v.size1, second: v.size2, firstRoot: bytes(v.root1), secondRoot: bytes(v.root2), path },
        nodeCrypto.hash,
      )
    : verifyInclusion(
        { index: v.leafIdx, size: v.treeSize, leafHash: bytes(v.leafHash), root: bytes(v.root), path },
        nodeCrypto.hash,
      );
}

describe('vectors of other implementations', () => {
  it.runIf(present)('all get the right verdict on inclusion', () => {
    const all = vectors('inclusion');
    expect(all).toHaveLength(98);
    expect(all.filter(({ vector }) => holds(vector) === vector.wantErr).map(({ name }) => name)).toEqual([]);
  });

  it.runIf(present)('all get the right verdict on consistency', () => {
    const all = vectors('consistency');
    expect(all).toHaveLength(98);
    expect(all.filter(({ vector }) => holds(vector) === vector.wantErr).map(({ name }) => name)).toEqual([]);
  });

  it.runIf(!present)('are not here: 98 inclusion and 98 consistency vectors were left out', () => {
    expect(existsSync(folder)).toBe(false);
  });
});
