import { afterAll, beforeAll, describe } from 'vitest';
import { changesOwnData, leaves, seesOwnData, withdraws } from './cabinet.ts';
import { getsIn, isRefused, opensToPrograms, putsInForce, reads, servesLive } from './console.ts';
import { Walk } from './journey.ts';
import { readsBeforehand, registers } from './stranger.ts';

/** The whole path through the pages of the service that runs the policy in `text`. */
export function walkThePath(
  name: string,
  text: () => string,
  { stillMissing = [] }: { stillMissing?: readonly string[] } = {},
): void {
  describe(`the path through the pages of ${name}`, () => {
    const walk = new Walk(stillMissing);
    beforeAll(() => walk.start(text()));
    afterAll(() => walk.close());
    readsBeforehand(walk);
    getsIn(walk);
    registers(walk);
    seesOwnData(walk);
    changesOwnData(walk);
    reads(walk);
    withdraws(walk);
    isRefused(walk);
    leaves(walk);
    putsInForce(walk);
    servesLive(walk);
    opensToPrograms(walk);
  });
}
