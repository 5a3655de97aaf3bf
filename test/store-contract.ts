import { afterAll, beforeAll, describe } from 'vitest';
import type { Id } from '../src/base/index.ts';
import { openStore, type Store, type Tx } from '../src/store/index.ts';
import { databaseOn, type FreshDatabase, freshDatabase } from './database.ts';
import { anId } from './store-rows.ts';

/** A store under test, on a database of its own. */
export interface StoreAtTest {
  url(): string;
  store(): Store;
  /** A service nobody used before. */
  service(): Id;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

const given = process.env['KEPIL_TEST_DATABASE_URL'];

/**
 * The servers the contract is checked on: ours, and the one of `KEPIL_TEST_DATABASE_URL` when there is one.
 */
export const engines: readonly (readonly [string, () => Promise<FreshDatabase>])[] = [
  ['the embedded server', freshDatabase],
  ...(given === undefined ? [] : [['the given server', () => databaseOn(given)] as const]),
];

/** Describes a part of the store's contract; `body` runs for every engine. */
export function describeStore(part: string, body: (at: StoreAtTest) => void): void {
  describe.each(engines)(`${part} on %s`, (_name, open) => {
    let database: FreshDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await open();
      store = await openStore(database.url);
    });
    afterAll(async () => {
      await store?.close();
      await database?.drop();
    });
    body({
      url: () => database.url,
      store: () => store,
      service: anId,
      transaction: (work) => store.transaction(work),
    });
  });
}
