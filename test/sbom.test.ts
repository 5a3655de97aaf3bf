import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly object[];
}
interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly devOptional?: true;
  readonly link?: true;
}

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'kepil-sbom-'));
const write = (name: string) => {
  const file = join(folder, name);
  execFileSync(process.execPath, [join(root, 'tools', 'sbom.mjs'), '--out', file]);
  return readFileSync(file, 'utf8');
};
const text = write('bom.json');
const bom = JSON.parse(text);
const components: readonly Component[] = bom.components;
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const locked = (Object.entries(lock.packages) as [string, Locked][])
  .filter(([path, { link }]) => path.includes('node_modules/') && !link)
  .map(([path, row]) => ({ ...row, ref: `${path.split('node_modules/').at(-1)}@${row.version}` }));

describe('the software bill of materials', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is CycloneDX 1.5 with all that it must have', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(bom.metadata.component).toMatchObject({ type: 'application', name, version });
    for (const { type, name: of, version: at } of components)
      expect([type, of !== '', at !== ''], of).toEqual(['library', true, true]);
  });

  it('has every package that npm calls neither for development nor optional for it, and no other', () => {
    // What the compiler brings for each platform has no mark, though the compiler itself has one.
    const compilers = (ref: string) => ref.startsWith('@typescript/');
    const unmarked = locked.filter(({ dev, devOptional }) => !dev && !devOptional).map(({ ref }) => ref);
    const shipped = unmarked.filter((ref) => !compilers(ref));
    const refs = components.map((one) => one['bom-ref']);
    expect(refs).toEqual([...new Set(refs)]);
    expect(refs.filter((ref) => !ref.startsWith('@kepil/')).sort()).toEqual([...new Set(shipped)].sort());
    expect(shipped.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => /^(vitest|typescript|playwright-core|@biomejs)/.test(ref))).toEqual([]);
  });

  it('names each by its package URL, with the digest of the lock file', () => {
    const integrity = new Map(locked.map((row) => [row.ref, row.integrity]));
    for (const { 'bom-ref': ref, name, version, purl, hashes = [] } of components) {
      expect(purl).toBe(`pkg:npm/${name.replace(/^@/, '%40')}@${version}`);
      const digest = hashes.map(
        ({ alg, content }) => `${alg} ${Buffer.from(content, 'hex').toString('base64')}`,
      );
      const own = integrity.get(ref)?.replace('sha512-', 'SHA-512 ');
      expect(digest, ref).toEqual(own === undefined ? [] : [own]);
    }
  });

  it('gives a licence of each', () => {
    const without = components.filter(({ licenses = [] }) => licenses.length === 0);
    expect(without.map((one) => one['bom-ref'])).toEqual([]);
  });

  it('says what needs what, and nothing beyond the list', () => {
    const known = new Set([bom.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
    const graph: readonly { ref: string; dependsOn: readonly string[] }[] = bom.dependencies;
    expect(graph.map(({ ref }) => ref).sort()).toEqual([...known].sort());
    expect(graph.flatMap(({ dependsOn }) => dependsOn).filter((on) => !known.has(on))).toEqual([]);
    expect(graph.find(({ ref }) => ref.startsWith('fastify@'))?.dependsOn.length).toBeGreaterThan(5);
  });

  it('is the same again', () => {
    expect(write('again.json')).toBe(text);
  });
});
