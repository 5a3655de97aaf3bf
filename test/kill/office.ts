import { Authenticator } from '../authenticator.ts';
import { Caller, textOf } from './caller.ts';

const officer = {
  name: 'Гүлнар Сынақова',
  email: 'officer@kill.example',
  password: 'семь синих птиц над степью',
};

/** Key of the service the example runs as. */
export const serviceKey = 'dala-kitap';
export const base = `/s/${serviceKey}`;

/** A purpose the example declares, and categories it gathers for it. */
export const purpose = 'registration_auth';
export const categories = ['email', 'full_name'] as const;

/**
 * The officer's desk: signs in by the one-time link and an app, issues an API key, delivers codes out of the
 * outbox.
 */
export class Office {
  readonly #caller: Caller;
  readonly #codes = new Map<string, string>();
  readonly #opened = new Set<string>();
  #looking: Promise<void> | undefined;

  constructor(origin: string) {
    this.#caller = new Caller(origin);
  }

  /** Whoever reaches it after a restart finds it at another port. */
  moveTo(origin: string): void {
    this.#caller.origin = origin;
  }

  /** Makes the first officer. @throws Error when the link is not taken */
  async setUp(token: string): Promise<void> {
    const done = await this.#caller.post('/console/set-up', { form: { token, ...officer } });
    if (done.status !== 303) throw new Error(`set-up answered ${done.status}`);
    const offer = await this.#caller.get('/console/enrol');
    const code = Authenticator.of(offer.body, Date.now).next();
    const enrolled = await this.#caller.post('/console/enrol', { form: { code } });
    if (enrolled.status !== 200) throw new Error(`the enrolment answered ${enrolled.status}`);
  }

  /** Whether the officer's session still holds. */
  async isSignedIn(): Promise<boolean> {
    return (await this.#caller.get('/console')).status === 200;
  }

  /** Issues a key for reads. @returns the key */
  async issueKey(): Promise<string> {
    const form = { name: 'Склад', purpose, category: categories, days: '30' };
    const page = await this.#caller.post(`/console${base}/keys`, { form });
    const key = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(page.body)?.[0];
    if (!key) throw new Error(`keys answered ${page.status}`);
    return key;
  }

  /** The code sent to `address`, opened in the outbox as an officer does who delivers by hand. */
  async codeFor(address: string): Promise<string> {
    for (let look = 0; look < 40; look++) {
      const code = this.#codes.get(address);
      if (code !== undefined) {
        this.#codes.delete(address);
        return code;
      }
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
      await this.#looking;
    }
    throw new Error('the code did not come');
  }

  async #look(): Promise<void> {
    const list = await this.#caller.get(`/console${base}/outbox`);
    if (list.status !== 200) throw new Error(`the outbox answered ${list.status}`);
    const found = list.body.match(new RegExp(`/console${base}/outbox/[0-9a-f-]{36}`, 'g')) ?? [];
    for (const href of new Set(found.filter((one) => !this.#opened.has(one)))) {
      const message = await this.#caller.get(href);
      if (message.status !== 200) continue;
      this.#opened.add(href);
      const text = textOf(message.body);
      const address = /[\w.+-]+@kill\.example/g;
      const to = (text.match(address) ?? []).find((each) => each !== officer.email);
      const code = /\b(\d{6})\b/.exec(text)?.[1];
      if (to && code) this.#codes.set(to, code);
    }
  }
}
