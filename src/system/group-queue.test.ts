import { expect, it } from 'vitest';
import { GroupQueue } from './group-queue.ts';

/** Joins numbered members; a group ends when it is told to. */
function trial() {
  const queue = new GroupQueue();
  const groups: { readonly members: readonly number[]; readonly end: () => void }[] = [];
  const place = {};
  const join = (member: number, of = 'a') =>
    queue.join<number>({
      place: [place, of],
      member,
      run: (members) => new Promise((end) => groups.push({ members, end })),
    });
  const turn = () => new Promise((next) => setImmediate(next));
  const settle = async () => {
    for (let n = 0; n < 6; n++) await turn();
  };
  const sizes = () => groups.map(({ members }) => members.length);
  return { join, settle, groups, sizes };
}

it('lets one who comes alone go at once, and those who come at once go together', async () => {
  const { join, settle, groups } = trial();
  join(1);
  await settle();
  expect(groups.map(({ members }) => members)).toEqual([[1]]);
  for (const n of [2, 3, 4]) join(n);
  await settle();
  expect(groups.map(({ members }) => members)).toEqual([[1], [2, 3, 4]]);
});

it('keeps whoever comes while all lanes are busy for the next group, in order', async () => {
  const { join, settle, groups } = trial();
  for (let n = 0; n < 2; n++) {
    join(n);
    await settle();
  }
  for (const n of [2, 3, 4]) join(n);
  await settle();
  expect(groups.length).toBe(2);
  groups[1]?.end();
  await settle();
  expect(groups[2]?.members).toEqual([2, 3, 4]);
});

it('parts many among the lanes, and bounds a group', async () => {
  const { join, settle, groups, sizes } = trial();
  for (let n = 0; n < 40; n++) join(n);
  await settle();
  expect(sizes()).toEqual([20, 20]);
  for (let n = 0; n < 100; n++) join(n);
  groups[0]?.end();
  await settle();
  expect(sizes()).toEqual([20, 20, 64]);
});

it('puts no two places into one group', async () => {
  const { join, settle, groups } = trial();
  for (let n = 0; n < 6; n++) join(n, n % 2 ? 'a' : 'b');
  await settle();
  expect(groups.map(({ members }) => members)).toEqual([
    [0, 2, 4],
    [1, 3, 5],
  ]);
});
