import { type Act, correct, destroy, read, readRefused, register, type Target, withdraw } from './acts.ts';
import type { Chance } from './chance.ts';
import { answerRequest, fileRequest, handOn, optOut, sendMailing, turnEpoch } from './desk.ts';

/** Work in flight that can be told to end. */
export interface Load {
  /** Lets what is in flight end. Never fails: broken connections are part of it. */
  stop(): Promise<void>;
}

const workers = 6;

/**
 * Puts registrations to the end, reads, refused reads, corrections, withdrawals, deletions, requests with
 * their answers and blocks, disclosures, mailings and turns of the key epoch on a server.
 */
export function startLoad(target: Target): Load {
  let going = true;
  const work = async () => {
    while (going) {
      const act = chooseAct(target.chance);
      const failed = await act(target).then(
        () => false,
        () => true,
      );
      if (failed) target.witness.saw('', 'none');
      // A server that is away is asked again, not without pause.
      if (failed) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = Promise.all(Array.from({ length: workers }, work));
  return {
    async stop() {
      going = false;
      await all;
    },
  };
}

/** What is done, and how often: the shares add up to one. */
const acts: readonly (readonly [Act, number])[] = [
  [register, 0.34],
  [read, 0.2],
  [readRefused, 0.06],
  [correct, 0.08],
  [withdraw, 0.03],
  [destroy, 0.04],
  [fileRequest, 0.07],
  [answerRequest, 0.06],
  [handOn, 0.05],
  [optOut, 0.03],
  [sendMailing, 0.02],
  [turnEpoch, 0.02],
];

function chooseAct(chance: Chance): Act {
  let drawn = chance.next();
  for (const [act, share] of acts) {
    drawn -= share;
    if (drawn < 0) return act;
  }
  return register;
}
