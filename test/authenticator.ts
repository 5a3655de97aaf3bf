import { appPasswords } from '../src/keys/index.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return new Uint8Array((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** An authenticator app with one account, on the clock it is given. */
export class Authenticator {
  readonly #secret: Uint8Array;
  readonly #now: () => number;
  #last = 0;

  /** `secret`: base32, as a page shows it. */
  constructor(secret: string, now: () => number) {
    this.#secret = fromBase32(secret);
    this.#now = now;
  }

  /** Takes the account of the page that offers it. */
  static of(page: string, now: () => number): Authenticator {
    return new Authenticator(/data-secret="([A-Z2-7]+)"/.exec(page)?.[1] ?? '', now);
  }

  /** The code shown `steps` of 30 seconds from now. */
  at(steps: number): string {
    return appPasswords.at(this.#secret, appPasswords.stepAt(this.#now()) + steps);
  }

  /**
   * A code that was not given before: that of the step before when it is still to be had, else the next one.
   * So three of them can be given within one step, and nobody waits.
   *
   * @throws Error when all that are good now were given
   */
  next(): string {
    const present = appPasswords.stepAt(this.#now());
    const step = Math.max(present - 1, this.#last + 1);
    if (step > present + 1) throw new Error('every code that is good now was given');
    this.#last = step;
    return appPasswords.at(this.#secret, step);
  }
}
