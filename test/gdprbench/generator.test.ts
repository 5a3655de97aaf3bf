import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, fnv64, scrambledZipf, uniform, zipfRank } from '../../bench/gdprbench/choosers.ts';
import { mixes, opsOf } from '../../bench/gdprbench/mixes.ts';
import { fieldNames, fieldsFor, javaHash, recordFor } from '../../bench/gdprbench/records.ts';

describe('a record of GDPRbench', () => {
  it('has a hash of text as Java has it', () => {
    expect(['', 'abc', 'polygenelubricants'].map((text) => javaHash(text))).toEqual([0, 96354, -2147483648]);
  });

  it('is a function of its number alone, with a datum of 100 characters', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), (k) => {
        const fields = fieldsFor(k);
        expect(fields).toEqual(fieldsFor(k));
        expect(fields.length).toBe(fieldNames.length);
        expect(fields.at(-1)).toHaveLength(100);
        expect(fields.at(-1)).toMatch(/^[-\d]+$/);
      }),
    );
  });

  it('has each field with its cardinality', () => {
    const all = Array.from({ length: 20_000 }, (_, k) => fieldsFor(k));
    const counts = fieldNames.slice(0, 9).map((_, n) => new Set(all.map((fields) => fields[n])).size);
    expect(counts).toEqual([25, 10, 10_000, 100, 2, 10, 10, 10, 10]);
  });

  it('is known by example', () => {
    expect(recordFor(123_456).slice(0, 10)).toEqual([
      ...['key123456', 'purpose6', '20000', 'user3456', 'obj56', 'dec0', 'acl6', 'shr6', 'src6', 'cat6'],
    ]);
    // «0», its hash 48, then «0» again and the hash of «0480».
    expect(
      fieldsFor(0)
        .at(-1)
        ?.startsWith(`0480${javaHash('0480')}`),
    ).toBe(true);
  });
});

describe('the choice of keys', () => {
  it('scatters ranks by FNV-1a-64, as the first keys of YCSB are known', () => {
    expect([0, 1, 2].map((rank) => String(fnv64(rank)))).toEqual([
      '6284781860667377211',
      '8517097267634966620',
      '1820151046732198393',
    ]);
  });

  it('follows the law of Zipf: the first rank comes once in 26.5', () => {
    const chance = chanceOf(7);
    const ranks = Array.from({ length: 100_000 }, () => zipfRank(chance));
    const share = (rank: number) => ranks.filter((is) => is === rank).length / ranks.length;
    expect(share(0)).toBeCloseTo(1 / 26.469, 2);
    expect(share(1)).toBeCloseTo(0.5 ** 0.99 / 26.469, 2);
    expect(Math.max(...ranks)).toBeLessThan(1e10);
  });

  it.each([
    ['uniform', uniform],
    ['scrambled', scrambledZipf],
  ])('%s: stays below the count and is the same for a seed', (_name, choose) => {
    const draw = (seed: number) => {
      const chance = chanceOf(seed);
      return Array.from({ length: 2000 }, () => choose(chance, 1000));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(3).every((k) => Number.isInteger(k) && k >= 0 && k < 1000)).toBe(true);
    const top = Math.max(...[...new Set(draw(4))].map((k) => draw(4).filter((is) => is === k).length));
    expect(top > 30).toBe(choose === scrambledZipf);
  });
});

describe('a mix', () => {
  it.each(mixes.map((mix) => [mix.name, mix] as const))(
    '%s: has each operation by its share',
    (_name, mix) => {
      expect(mix.shares.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
      const of = { records: 1000, ops: 20_000, seed: 5 };
      const ops = opsOf(mix, of);
      expect(ops).toEqual(opsOf(mix, of));
      for (const [kind, share] of mix.shares)
        expect(ops.filter((op) => op.kind === kind).length / ops.length).toBeCloseTo(share, 1);
      expect(ops.filter(({ kind }) => kind === 'insert').map(({ k }) => k)).toEqual(
        ops.filter(({ kind }) => kind === 'insert').map((_, n) => 1000 + n),
      );
      for (const { kind, field, n, k } of ops) {
        expect(field !== undefined).toBe(kind.startsWith('update-meta'));
        if (field !== undefined) expect(field >= 1 && field <= 8).toBe(true);
        if (kind === 'read-log') expect(n !== undefined && n >= 1 && n <= 1000).toBe(true);
        if (kind === 'verify-deletion') expect(k % 10).toBe(0);
      }
    },
  );
});
