import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KepilError } from '../base/index.ts';
import { TooSoon } from '../system/index.ts';
import { ownEyes } from './client.ts';
import type { ServerParts } from './route.ts';

/** How much of one kind may be asked. */
export interface Allowance {
  /** Requests a minute from one address, IPv6 counted by /64. */
  readonly perAddress: number;
  /** Requests a minute by one who is signed in, or with one key, from wherever. */
  readonly perAccount: number;
  /** Bytes of a body at most. */
  readonly body: number;
}

const kib = 1024;

/** The kinds of routes and how much each bears. A route names its kind in its row. */
export const allowances = {
  /** Styles, fonts, scripts. */
  asset: { perAddress: 1200, perAccount: 1200, body: kib },
  /** Tiles and checkpoints of the public log: a verifier reads thousands. */
  log: { perAddress: 3000, perAccount: 3000, body: kib },
  /** Pages to look at. */
  page: { perAddress: 600, perAccount: 300, body: kib },
  /** A copy of everything: dear to make. */
  copy: { perAddress: 30, perAccount: 10, body: kib },
  /** Forms. The longest is a registration with every field filled. */
  form: { perAddress: 120, perAccount: 60, body: 128 * kib },
  /** A form that anyone may send and that makes us send a message. */
  registration: { perAddress: 30, perAccount: 30, body: 128 * kib },
  /** Codes and passwords; besides, tries are counted by account (`system/attempts.ts`). */
  secret: { perAddress: 30, perAccount: 30, body: 16 * kib },
  /** Calls of programs. */
  call: { perAddress: 1200, perAccount: 600, body: 16 * kib },
} as const satisfies Readonly<Record<string, Allowance>>;

/** A kind of route. */
export type RouteKind = keyof typeof allowances;

declare module 'fastify' {
  interface FastifyContextConfig {
    kind?: RouteKind;
  }
  interface FastifyInstance {
    /** Counts requests by account; by address they are counted before their route. */
    limitAccount(request: FastifyRequest, account: string, reason?: 'too-many' | 'key-too-many'): void;
  }
}

/** Characters of an address with its query at most: ours are far shorter. */
const longestUrl = 2048;

/** Limits every request by its address before its route, and lets routes limit by account. */
export function addLimits(app: FastifyInstance, parts: ServerParts): void {
  const taps = new Taps();
  const take = (request: FastifyRequest, from: Drawn) => {
    if (parts.unlimited === true || request.client.address === ownEyes) return;
    const kind = request.routeOptions.config?.kind ?? 'page';
    const now = parts.world.now();
    const waitMs = taps.draw(`${kind} ${from.who} ${from.name}`, allowances[kind][from.who], now);
    if (waitMs > 0) throw new TooSoon(now + waitMs, now, from.reason ?? 'too-many');
  };
  app.addHook('onRequest', async (request) => {
    take(request, { who: 'perAddress', name: request.client.prefix });
    if (request.url.length > longestUrl) throw new KepilError('ERR_URL_TOO_LONG', 'url-too-long');
  });
  app.decorate('limitAccount', (request, name, reason) =>
    take(request, { who: 'perAccount', name, ...(reason && { reason }) }),
  );
}

interface Drawn {
  readonly who: 'perAddress' | 'perAccount';
  readonly name: string;
  readonly reason?: 'too-many' | 'key-too-many';
}

interface Tap {
  left: number;
  at: number;
}

/** Taps kept at most, before those that are full again are dropped. */
const mostTaps = 100_000;

/** Taps that refill by themselves: each gives `perMinute` at once, and as many again in a minute. */
export class Taps {
  readonly #taps = new Map<string, Tap>();

  /** Draws one. @returns how long to wait for it, in milliseconds; 0: it was given */
  draw(name: string, perMinute: number, now: number): number {
    const tap = this.#taps.get(name) ?? { left: perMinute, at: now };
    const elapsed = Math.max(0, now - tap.at);
    tap.left = Math.min(perMinute, tap.left + (elapsed * perMinute) / 60_000);
    tap.at = now;
    this.#taps.set(name, tap);
    if (this.#taps.size > mostTaps) this.#drop(now);
    if (tap.left < 1) return Math.ceil(((1 - tap.left) * 60_000) / perMinute);
    tap.left -= 1;
    return 0;
  }

  /** How many are kept. */
  get size(): number {
    return this.#taps.size;
  }

  /** Those that must be full again; should all be in use, the half that has been there longest. */
  #drop(now: number): void {
    for (const [name, tap] of this.#taps) if (now - tap.at >= 60_000) this.#taps.delete(name);
    if (this.#taps.size <= mostTaps) return;
    let over = this.#taps.size / 2;
    for (const name of this.#taps.keys()) {
      if (over-- <= 0) return;
      this.#taps.delete(name);
    }
  }
}
