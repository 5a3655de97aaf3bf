import { type Id, KepilError } from '../base/index.ts';
import type { AttemptRecord, Tx } from '../store/index.ts';
import { blindDigest } from '../vault/index.ts';
import type { World } from './world.ts';

/** What is tried, with how patient each counter is. */
const rules = {
  /** Asking for a sign-in code: each one is a message to somebody. */
  'code-asked': {
    pair: { free: 5, firstMs: 30_000, leakMs: 600_000 },
    account: { free: 10, firstMs: 30_000, leakMs: 600_000 },
    source: { free: 30, firstMs: 5_000, leakMs: 20_000 },
  },
  /** Entering a code sent for sign-in or correction; each code bears five wrong tries besides. */
  'code-entered': {
    pair: { free: 10, firstMs: 30_000, leakMs: 600_000 },
    account: { free: 10, firstMs: 30_000, leakMs: 600_000 },
    source: { free: 30, firstMs: 5_000, leakMs: 20_000 },
  },
  /** Entering the code of a registration. */
  'registration-confirm': {
    pair: { free: 10, firstMs: 30_000, leakMs: 600_000 },
    account: { free: 10, firstMs: 30_000, leakMs: 600_000 },
    source: { free: 30, firstMs: 5_000, leakMs: 20_000 },
  },
  /** A request by the public form: each one is a message to somebody, and may block data. */
  claim: {
    pair: { free: 3, firstMs: 600_000, leakMs: 3_600_000 },
    account: { free: 5, firstMs: 600_000, leakMs: 3_600_000 },
    source: { free: 10, firstMs: 60_000, leakMs: 600_000 },
  },
  /** Naming somebody else: each one is a message to a stranger. */
  naming: {
    pair: { free: 5, firstMs: 60_000, leakMs: 3_600_000 },
    account: { free: 10, firstMs: 60_000, leakMs: 3_600_000 },
    source: { free: 20, firstMs: 10_000, leakMs: 600_000 },
  },
  /** The password of a staff member. */
  'staff-password': {
    pair: { free: 5, firstMs: 30_000, leakMs: 900_000 },
    account: { free: 20, firstMs: 10_000, leakMs: 600_000 },
    source: { free: 20, firstMs: 5_000, leakMs: 30_000 },
  },
  /** The password of a subject. */
  password: {
    pair: { free: 5, firstMs: 30_000, leakMs: 900_000 },
    account: { free: 20, firstMs: 10_000, leakMs: 600_000 },
    source: { free: 30, firstMs: 5_000, leakMs: 20_000 },
  },
  /** A second factor, after a password that was right. */
  'second-factor': {
    pair: { free: 5, firstMs: 60_000, leakMs: 1_800_000 },
    account: { free: 10, firstMs: 60_000, leakMs: 1_800_000 },
    source: { free: 20, firstMs: 5_000, leakMs: 30_000 },
  },
} as const;

/** What is tried. */
export type Tried = keyof typeof rules;

type Counter = 'pair' | 'account' | 'source';

/** In this order everywhere, so that two who wait for each other's rows never deadlock. */
const counters: readonly Counter[] = ['pair', 'account', 'source'];

/**
 * How patient a counter is: `free` tries without a wait, then waits that double from `firstMs` up to
 * `leakMs`; each `leakMs` in which nothing is tried forgives one try. So nobody tries more often than once in
 * `leakMs` for long.
 */
export interface Patience {
  readonly free: number;
  readonly firstMs: number;
  readonly leakMs: number;
}

/** One try: at what, for which account, from where. */
export interface Attempt {
  readonly service: Id;
  readonly what: Tried;
  /** What tells the account apart, in its normal form: an address, the id of a draft or ticket. */
  readonly account: string;
  /** Where it comes from, as limits count it: `Client.prefix`. */
  readonly from: string;
}

/** Tried too often: `retryAt` tells from when on it may be tried again, whoever the account belongs to. */
export class TooSoon extends KepilError {
  readonly retryAt: number;

  constructor(retryAt: number, now: number, reason = 'try-later') {
    super('ERR_TOO_MANY', reason, { count: Math.max(1, Math.ceil((retryAt - now) / 60_000)) });
    this.retryAt = retryAt;
  }
}

/** How long a place that an account was entered from is remembered, in milliseconds. */
const knownMs = 7 * 86_400_000;

/**
 * Counts a try before it is made. Three counters bound it: this account from this place, this account from
 * anywhere, anything from this place. A stranger who tries at an account makes only their own place wait for
 * long: the waits of the account as a whole are short, and a place from which the account was entered lately
 * is not held by them at all. What stands in the store is keyed: neither account nor place can be read there.
 *
 * @throws TooSoon when it came too soon; nothing is counted then, so that whoever waits gets in
 */
export async function countAttempt(world: World, attempt: Attempt): Promise<void> {
  const now = world.now();
  const retryAt = await world.store.transaction(async (tx) => {
    const rows = await locked(tx, world, attempt);
    for (const { counter, row } of rows) {
      const ready = readyAt(rules[attempt.what][counter], row);
      if (ready > now && !(counter === 'account' && (await isKnown(tx, world, attempt)))) return ready;
    }
    for (const { counter, row } of rows) await tx.attempts.put(added(rules[attempt.what][counter], row, now));
    return undefined;
  });
  if (retryAt !== undefined) throw new TooSoon(retryAt, now);
}

/**
 * Takes a try back, because it was right: what this place did at this account is forgotten, the other
 * counters lose one, and the account knows the place for a week.
 */
export async function forgiveAttempt(world: World, attempt: Attempt): Promise<void> {
  await world.store.transaction((tx) => forgive(tx, world, attempt));
}

async function forgive(tx: Tx, world: World, attempt: Attempt): Promise<void> {
  for (const { counter, row } of await locked(tx, world, attempt)) {
    if (counter === 'pair') await tx.attempts.remove(row.service, row.scope, row.digest);
    else await tx.attempts.put({ ...row, tries: Math.max(0, row.tries - 1) });
  }
  const known = await knownPlace(tx, world, attempt);
  const now = world.now();
  await tx.attempts.put({ ...known, tries: 1, lastAt: now, expiresAt: now + knownMs });
}

/** Makes a try: counted before it, taken back when it was `right`. @throws TooSoon */
export async function attempting<T>(
  world: World,
  attempt: Attempt,
  what: { readonly work: () => Promise<T>; readonly right: (outcome: T) => boolean },
): Promise<T> {
  await countAttempt(world, attempt);
  const outcome = await what.work();
  if (what.right(outcome)) await forgiveAttempt(world, attempt);
  return outcome;
}

/**
 * Makes a try in one transaction: what is right, what follows from it and the try taken back are one step, so
 * that no other act comes between them. Counters are locked last, after sessions, subjects and tickets.
 *
 * @returns undefined when the try was wrong
 * @throws TooSoon
 */
export async function attemptingAtOnce<T>(
  world: World,
  attempt: Attempt,
  work: (tx: Tx) => Promise<T | undefined>,
): Promise<T | undefined> {
  await countAttempt(world, attempt);
  return world.store.transaction(async (tx) => {
    const outcome = await work(tx);
    if (outcome !== undefined) await forgive(tx, world, attempt);
    return outcome;
  });
}

/** Whether the next try must wait. Counts nothing. */
export async function mustWait(world: World, attempt: Attempt): Promise<boolean> {
  const now = world.now();
  return world.store.transaction(async (tx) => {
    const rows = await locked(tx, world, attempt);
    return rows.some(({ counter, row }) => readyAt(rules[attempt.what][counter], row) > now);
  });
}

function knownPlace(tx: Tx, world: World, attempt: Attempt): Promise<AttemptRecord> {
  return tx.attempts.lock(attempt.service, `${attempt.what}/known`, digestOf(world, attempt, 'pair'));
}

async function isKnown(tx: Tx, world: World, attempt: Attempt): Promise<boolean> {
  return (await knownPlace(tx, world, attempt)).expiresAt > world.now();
}

async function locked(
  tx: Tx,
  world: World,
  attempt: Attempt,
): Promise<readonly { counter: Counter; row: AttemptRecord }[]> {
  const rows = [];
  for (const counter of counters) {
    const digest = digestOf(world, attempt, counter);
    const row = await tx.attempts.lock(attempt.service, `${attempt.what}/${counter}`, digest);
    rows.push({ counter, row });
  }
  return rows;
}

function digestOf(world: World, { service, account, from }: Attempt, counter: Counter): Uint8Array {
  const who = { pair: [account, from], account: [account], source: [from] }[counter];
  const { indexKey } = world.keys.service(service);
  return blindDigest(indexKey, `attempt/${counter}`, JSON.stringify(who), world.crypto);
}

/** When the next try may be made, in milliseconds since the epoch. */
export function readyAt(patience: Patience, row: Pick<AttemptRecord, 'tries' | 'lastAt'>): number {
  const over = row.tries - patience.free;
  return over < 0 ? 0 : row.lastAt + Math.min(patience.firstMs * 2 ** over, patience.leakMs);
}

/** The row with one more try: what leaked since the last one is taken off first. */
export function added<Row extends Pick<AttemptRecord, 'tries' | 'lastAt' | 'expiresAt'>>(
  patience: Patience,
  row: Row,
  now: number,
): Row {
  const leaked = Math.floor(Math.max(0, now - row.lastAt) / patience.leakMs);
  const most = patience.free + Math.ceil(Math.log2(patience.leakMs / patience.firstMs));
  const tries = Math.min(Math.max(0, row.tries - leaked) + 1, most);
  return { ...row, tries, lastAt: now, expiresAt: now + tries * patience.leakMs };
}
