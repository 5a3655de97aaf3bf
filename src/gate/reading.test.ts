import { describe, expect, it } from 'vitest';
import { notBrowsing } from './reading.ts';

type Question = Parameters<typeof notBrowsing.refuse>[0];

const asked = (role: string, reading?: { stopped: boolean; others: ReadonlyMap<number, number> }) =>
  notBrowsing
    .refuse({ request: { actor: { role, id: 'x' } }, facts: { reading } } as unknown as Question)
    .map(({ rule }) => rule);

describe('whoever looks through people', () => {
  it('is refused at the limit and not before it', () => {
    expect(asked('support', { stopped: false, others: new Map([[5, 58]]) })).toEqual([]);
    expect(asked('support', { stopped: false, others: new Map([[5, 59]]) })).toEqual(['reading-limit']);
  });
  it('is refused whatever they read, once stopped', () => {
    expect(asked('officer', { stopped: true, others: new Map() })).toEqual(['reading-stopped']);
  });
  it('is nobody whom nobody watches', () => {
    expect(asked('key')).toEqual([]);
    expect(asked('subject')).toEqual([]);
  });
});
