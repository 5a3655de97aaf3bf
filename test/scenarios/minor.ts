import { expect } from 'vitest';
import type { Policy } from '../../src/policy/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import { pdfWith } from '../pictures.ts';
import type { Person, Reply, Visitor, WorldOptions } from '../world.ts';
import { Attacker, hidden } from './attacker.ts';
import { putInForce } from './liar.ts';

/** Keeps what it is given. */
class Carried implements Carrier {
  readonly name = 'carrier.example';
  readonly thirdParty = false;
  readonly given: OutgoingMessage[] = [];

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return { state: 'sent', carrierId: String(this.given.length) };
  }
}

/** The policy with minors let in by the consent of a representative. */
export const lettingMinorsIn = (policy: Policy): Policy => ({
  ...policy,
  labels: [
    ...policy.labels.filter(({ facet }) => facet !== 'minors'),
    { facet: 'minors', label: 'guardian_consent', cites: ['12.1'], origin: 'text' },
  ],
  statements: policy.statements.map((one) =>
    one.facet === 'minors' ? { ...one, label: 'guardian_consent' } : one,
  ),
});

/** Somebody of sixteen: the day of the world is 20 November 2026. */
export const young: Person = {
  full_name: 'Алихан Придуманный',
  birth_date: '2010-04-05',
  email: 'alikhan@example.kz',
  phone: '+77010003344',
};

/** Who may consent for them. */
export const mother = {
  address: 'saltanat@example.kz',
  name: 'Салтанат Придуманная',
  relation: 'mother',
  child: 'Алихан Придуманный',
  birth: '2010-04-05',
  confirmed: 'yes',
};

/** The text of a page. */
export const plain = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

/** A world in which minors register and representatives answer, with what was sent to whom. */
export class MinorWorld {
  readonly attacker: Attacker;
  readonly post: { readonly email: Carried; readonly sms: Carried };

  private constructor(attacker: Attacker, post: MinorWorld['post']) {
    this.attacker = attacker;
    this.post = post;
  }

  static async open(more: Pick<WorldOptions, 'revise' | 'at'> = {}): Promise<MinorWorld> {
    const post = { email: new Carried(), sms: new Carried() };
    const attacker = await Attacker.open('test', { post, revise: lettingMinorsIn, ...more });
    await putInForce(attacker.world);
    for (const value of [mother.address, mother.name]) attacker.world.secrets.add(value);
    return new MinorWorld(attacker, post);
  }

  get world(): Attacker['world'] {
    return this.attacker.world;
  }

  get base(): string {
    return this.world.base;
  }

  async one(sql: string, values: unknown[] = []) {
    return (await this.attacker.sql.query(sql, values)).rows;
  }

  async count(table: string): Promise<number> {
    return Number((await this.one(`select count(*) n from ${table}`))[0].n);
  }

  /** How many of a kind there are whose keys are there. */
  async people(kind: string): Promise<number> {
    return this.count(`subject s join subject_key using (service_id, subject_id) where s.kind = '${kind}'`);
  }

  /** What was sent to an address last, of what says so, once everything that waits went out. */
  async sentTo(address: string, saying = /./): Promise<string> {
    await this.world.installation.tick();
    const all = [...this.post.email.given, ...this.post.sms.given].filter(({ to }) => to === address);
    return all.findLast(({ text }) => saying.test(text))?.text ?? '';
  }

  /** The newest code that was sent to an address. */
  async codeTo(address: string): Promise<string> {
    const code = /\b(\d{6})\b/;
    return code.exec(await this.sentTo(address, code))?.[1] ?? '';
  }

  /** The path of the link in the newest message to an address. */
  async linkTo(address: string): Promise<string> {
    const link = /\/s\/[a-z0-9-]+\/guardian\/[\w.-]+/;
    return link.exec(await this.sentTo(address, link))?.[0] ?? expect.fail('no link was sent');
  }

  /** Sends the form of a minor who names who may consent, and confirms their own address. */
  async begin(
    person: Person,
    guardian: string,
    more: { visitor?: Visitor; minor?: boolean } = {},
  ): Promise<Reply> {
    const { visitor = this.world.visitor() } = more;
    for (const value of [...Object.values(person), guardian])
      if (value.length > 4) this.world.secrets.add(value);
    const form = await visitor.get(`${this.base}/register`);
    const fields = Object.fromEntries(Object.entries(person).map(([name, value]) => [`f.${name}`, value]));
    const sent = await visitor.post(`${this.base}/register`, {
      ...fields,
      guardian,
      policy: hidden(form.body, 'policy'),
      language: 'ru',
      ...(more.minor && { minor: 'yes' }),
    });
    if (sent.status !== 200) return sent;
    const code = await this.codeTo(person.email ?? person.phone ?? '');
    return visitor.post(`${this.base}/confirm`, { draft: hidden(sent.body, 'draft'), code });
  }

  /** Says who one is behind a link, with a document. */
  async claim(
    link: string,
    form: Readonly<Record<string, string>> = mother,
    bytes = pdfWith(),
  ): Promise<Reply> {
    const visitor = this.world.visitor();
    const { body } = await visitor.get(link);
    const { address: _, ...fields } = form;
    const file = { field: 'document', name: 'svid.pdf', bytes };
    return visitor.upload(`${link}/claim`, { of: hidden(body, 'of'), ...fields }, file);
  }

  /** The officer decides about the newest representation. */
  async decide(form: Readonly<Record<string, string>>, id?: string): Promise<Reply> {
    const officer = await this.world.officer();
    const of = id ?? (await this.newest()).representation_id;
    return officer.post(`/console${this.base}/guardians/${of}`, form);
  }

  async newest() {
    const rows = await this.one('select * from representation order by representation_id desc limit 1');
    return rows[0] ?? expect.fail('nobody was asked');
  }

  /** Ticks boxes behind a link. */
  async give(link: string, boxes: readonly string[]): Promise<Reply> {
    const visitor = this.world.visitor();
    const { body } = await visitor.get(link);
    const ticks = Object.fromEntries(boxes.map((name) => [name, 'yes']));
    const form = { act: 'give', of: hidden(body, 'of'), policy: hidden(body, 'policy') };
    return visitor.post(link, { ...form, ...ticks });
  }

  /** From the first form to the consent. @returns the link of the representative */
  async letIn(person: Person = young, guardian: Partial<typeof mother> = {}): Promise<string> {
    const who = { ...mother, ...guardian };
    const begun = await this.begin(person, who.address);
    expect(begun.status, plain(begun.body)).toBe(303);
    const claimed = await this.claim(await this.linkTo(who.address), who);
    expect(claimed.status, plain(claimed.body)).toBe(303);
    const confirmed = await this.decide({ act: 'confirm' });
    expect(confirmed.status, plain(confirmed.body)).toBe(303);
    const link = await this.linkTo(who.address);
    const given = await this.give(link, ['consent']);
    expect(given.status, plain(given.body)).toBe(303);
    return link;
  }

  /** Signs somebody in by a code. */
  async signIn(email: string): Promise<Visitor> {
    const visitor = this.world.visitor();
    const asked = await visitor.post(`${this.base}/sign-in`, { address: email });
    const code = await this.codeTo(email);
    const done = await visitor.post(`${this.base}/sign-in`, { ticket: hidden(asked.body, 'ticket'), code });
    expect(done.status, plain(done.body)).toBe(303);
    return visitor;
  }

  async close(): Promise<void> {
    await this.attacker.close();
  }
}
