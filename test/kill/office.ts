import { Authenticator } from '../authenticator.ts';
import { carrier } from '../scenarios/handing.ts';
import { completion } from '../scenarios/liar.ts';
import { type Answer, Caller, textOf } from './caller.ts';
import type { Mailbox } from './mailbox.ts';

const officer = {
  name: 'Гүлнар Сынақова',
  email: 'officer@kill.example',
  password: 'семь синих птиц над степью',
};

/** Key of the service the example runs as. */
export const serviceKey = 'dala-kitap';
export const base = `/s/${serviceKey}`;
export const console_ = `/console${base}`;

/** How many days a postal address is kept here. */
export const addressDays = 2;

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
  readonly #now: () => number;
  #looking: Promise<void> | undefined;
  #app: Authenticator | undefined;
  /** Where e-mail comes; absent: the officer hands it on. */
  readonly mailbox: Mailbox | undefined;
  /** The id of the recipient that data are handed on to. */
  recipient = '';

  constructor(origin: string, how: { now?: () => number; mailbox?: Mailbox | undefined } = {}) {
    this.#caller = new Caller(origin);
    this.#now = how.now ?? Date.now;
    this.mailbox = how.mailbox;
  }

  get(path: string): Promise<Answer> {
    return this.#caller.get(path);
  }

  post(path: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Answer> {
    return this.#caller.post(path, { form });
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
    this.#app = Authenticator.of(offer.body, this.#now);
    const enrolled = await this.post('/console/enrol', { code: this.#app.next() });
    if (enrolled.status !== 200) throw new Error(`the enrolment answered ${enrolled.status}`);
  }

  /** Signs in after a break that ended the session. @throws Error when it is refused */
  async signIn(): Promise<void> {
    const { email, password } = officer;
    await this.#must('/console/sign-in', { email, password });
    await this.#must('/console/factor', { code: this.#app?.next() ?? '' });
  }

  /** Does what the desk does before anybody comes: a recipient, a term, and mailings where there is mail. */
  async prepare(): Promise<void> {
    if (this.mailbox) await this.#putInForce();
    const made = await this.#must(`${console_}/recipients`, { ...carrier });
    this.recipient = made.location.split('/').at(-1) ?? '';
    const term = { act: 'set', length: String(addressDays), unit: 'days', reason: 'order', note: 'Бұйрық 7' };
    await this.#must(`${console_}/terms/postal_address`, term);
  }

  async #putInForce(): Promise<void> {
    const path = `${console_}/approve`;
    const { body } = await this.get(path);
    const version = /name="version"[^>]*value="(\d+)"/.exec(body)?.[1] ?? '';
    await this.#must(path, { version, all: 'yes', take: 'yes' });
    await this.#must(path, { version, ...completion });
  }

  async #must(path: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<Answer> {
    const done = await this.post(path, form);
    if (done.status !== 303) throw new Error(`${path} answered ${done.status}`);
    return done;
  }

  /** Whether the officer's session still holds. */
  async isSignedIn(): Promise<boolean> {
    return (await this.#caller.get('/console')).status === 200;
  }

  /** Issues a key for reads. @returns the key */
  async issueKey(): Promise<string> {
    const form = { name: 'Склад', purpose, category: categories, days: '365' };
    const page = await this.#caller.post(`/console${base}/keys`, { form });
    const key = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(page.body)?.[0];
    if (!key) throw new Error(`keys answered ${page.status}`);
    return key;
  }

  /** The code sent to `address`: in the letter, or in the outbox where the officer delivers by hand. */
  async codeFor(address: string): Promise<string> {
    if (this.mailbox) return this.mailbox.codeFor(address);
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
