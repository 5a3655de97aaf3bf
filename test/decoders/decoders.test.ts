import { expect, it } from 'vitest';
import { Chance } from '../kill/chance.ts';
import { type Decoder, fireAt } from './decoder.ts';
import { withDecoders } from './table.ts';

it('every decoder refuses what was spoiled, in the way it says it does', async () => {
  await withDecoders(async (decoders) => {
    expect(new Set(decoders.map(({ name }) => name)).size).toBe(decoders.length);
    for (const [n, decoder] of decoders.entries()) {
      const { inputs, refused, same, faults } = await fireAt(decoder, 1_000, new Chance(20_261_128 + n));
      expect(faults, decoder.name).toEqual([]);
      expect(refused + same, decoder.name).toBe(inputs);
      expect(refused, decoder.name).toBeGreaterThan(0);
    }
  });
}, 120_000);

it('a decoder that takes anything, or throws, is found out', async () => {
  const samples = [Buffer.from('sample')];
  const chance = new Chance(1);
  const takesAll = await fireAt({ name: 'a', law: 'sealed', samples, read: (bytes) => bytes }, 100, chance);
  expect(takesAll.faults.length).toBeGreaterThan(50);
  const trims = await fireAt(
    { name: 'b', law: 'open', samples, read: (bytes) => Buffer.from(bytes).toString().trim() },
    400,
    chance,
  );
  expect(trims.faults.length).toBeGreaterThan(0);
  const short = (bytes: Uint8Array) => bytes.length < 6 && Buffer.from(bytes).readUInt32BE(2) < 0;
  const throws: Decoder = { name: 'c', law: 'open', samples, read: (bytes) => (short(bytes) ? '' : bytes) };
  expect((await fireAt(throws, 100, chance)).faults[0]?.what).toContain('RangeError');
  await expect(fireAt({ name: 'd', law: 'open', samples, read: () => undefined }, 1, chance)).rejects.toThrow(
    'sample',
  );
});
