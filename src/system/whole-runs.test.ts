import { describe, expect, it } from 'vitest';
import { wholeRuns } from './whole-runs.ts';

/** Runs that end when they are told to. */
function heldRuns() {
  const held: { end: () => void; fail: (error: Error) => void }[] = [];
  const run = wholeRuns(() => new Promise<void>((end, fail) => void held.push({ end, fail })));
  return { run, held };
}

/** Lets what can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('whole runs', () => {
  it('take in what was done before the call: a run that goes on already does not answer it', async () => {
    const { run, held } = heldRuns();
    const done: string[] = [];
    const first = run().then(() => done.push('first'));
    const second = run().then(() => done.push('second'));
    await settle();
    held[0]?.end();
    await settle();
    expect({ done, runs: held.length }).toEqual({ done: ['first'], runs: 2 });
    held[1]?.end();
    await Promise.all([first, second]);
  });

  it('are shared by all who waited', async () => {
    const { run, held } = heldRuns();
    const all = [run(), run(), run(), run()];
    await settle();
    held[0]?.end();
    await settle();
    expect(held.length).toBe(2);
    held[1]?.end();
    await Promise.all(all);
    expect(held.length).toBe(2);
  });

  it('tell of a failure to those who shared the run, and go on with the next', async () => {
    const { run, held } = heldRuns();
    const first = run().catch((error: Error) => error.message);
    const second = run();
    await settle();
    held[0]?.fail(new Error('no room'));
    expect(await first).toBe('no room');
    await settle();
    held[1]?.end();
    await second;
  });
});
