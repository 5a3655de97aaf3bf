import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KepilError } from '../base/index.ts';
import { TooSoon } from '../system/index.ts';
import { allowances, type RouteKind } from './allowances.ts';
import { ownEyes } from './client.ts';
import type { ServerParts } from './route.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    kind?: RouteKind;
    /** Its form may carry a file. */
    files?: true;
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
