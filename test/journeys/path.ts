import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { inForce } from '../../src/system/index.ts';
import { changesOwnData, leaves, seesOwnData, withdraws } from './cabinet.ts';
import { getsIn, isRefused, opensToPrograms, putsInForce, reads, servesLive } from './console.ts';
import { Journey } from './journey.ts';
import { readsBeforehand, registers } from './stranger.ts';
import { aigul } from './walk.ts';

/** A journey under way, with the page of the person it follows: a phone, 360 px wide. */
export class Walk {
  /** What the law wants in a consent and this policy is silent about even when it is in force. */
  readonly stillMissing: readonly string[];
  #open: { journey: Journey; page: Page } | undefined;

  constructor(stillMissing: readonly string[]) {
    this.stillMissing = stillMissing;
  }

  /** Opens it on the policy in `text`. */
  async start(text: string): Promise<void> {
    const journey = await Journey.open(text);
    this.#open = { journey, page: await journey.newPage() };
    journey.keepSecret(Object.values(aigul));
  }

  get journey(): Journey {
    return this.#opened.journey;
  }

  get page(): Page {
    return this.#opened.page;
  }

  get #opened(): { journey: Journey; page: Page } {
    if (!this.#open) throw new Error('the walk has not started');
    return this.#open;
  }

  /** A purpose of the policy that the consent at registration covers. */
  async purpose(): Promise<string> {
    const { world } = this.journey;
    const { policy } = await inForce(world.installation.world, world.service);
    const served = ['provide_service', 'registration_auth'];
    return policy.purposes.find(({ purpose }) => served.includes(purpose))?.purpose ?? '';
  }

  /** What waits: drafts of registrations, messages in the outbox. */
  async waiting(): Promise<{ drafts: number; messages: number }> {
    const { world } = this.journey;
    return world.installation.world.store.transaction(async (tx) => ({
      drafts: await tx.drafts.count(world.service.id),
      messages: (await tx.messages.list(world.service.id, { limit: 10 })).length,
    }));
  }

  close(): Promise<void> | undefined {
    return this.#open?.journey.close();
  }
}

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
