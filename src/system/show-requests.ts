import { rightsOffered } from '../rights/index.ts';
import type { RequestRecord, ServiceRecord } from '../store/index.ts';
import { decided } from './ask.ts';
import { type Me, openOwn, today } from './cabinet.ts';
import { type RequestFile, type RequestWords, wordsOf } from './request-words.ts';
import { keptFiles } from './requests.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** A person's requests with their words opened, newest first, and the rights they may claim by a request. */
export interface ShownRequests {
  readonly rows: readonly {
    readonly row: RequestRecord;
    readonly words: RequestWords | undefined;
    /** Those that are still kept. */
    readonly files: readonly RequestFile[];
  }[];
  /** Keys of rights an officer decides. */
  readonly kinds: readonly string[];
}

/** A person's requests and the rights that are claimed by one. */
export async function showMyRequests(world: World, me: Me): Promise<ShownRequests> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const rows = await tx.requests.ofSubject(me.service.id, me.subject);
    const sorted = [...rows].sort((a, b) => b.receivedAt - a.receivedAt);
    const offered = rightsOffered(own.version.policy, today(world), world.law);
    const shown = [];
    for (const row of sorted) {
      const words = wordsOf(world, own.subject, row);
      shown.push({ row, words, files: await keptFiles(tx, row, words?.files ?? []) });
    }
    return {
      rows: shown,
      kinds: offered.filter(({ right }) => right.desk !== 'self').map(({ right }) => right.key),
    };
  });
}

/** The rights a service gives today, whoever asks. */
export async function rightsGiven(world: World, service: ServiceRecord): Promise<readonly string[]> {
  const { policy } = await world.store.transaction(async (tx) =>
    policyVersion(tx, world, { service: service.id, hash: (await headOf(tx, service.id)).hash }),
  );
  return rightsOffered(policy, today(world), world.law).map(({ right }) => right.key);
}
