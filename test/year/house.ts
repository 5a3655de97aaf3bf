import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { civilDateAt, type Id } from '../../src/base/index.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { parsePolicy } from '../../src/policy/index.ts';
import type { Carrier, Delivery, OutgoingMessage } from '../../src/post/index.ts';
import { offerSetUp, openService, type ServiceRecord, type World } from '../../src/system/index.ts';
import { type Opening, openSession } from '../../src/system/sessions.ts';
import { Authenticator } from '../authenticator.ts';
import { Chance } from '../kill/chance.ts';
import { type Form, type Got, send } from './client.ts';
import { type Furniture, furnish } from './furniture.ts';
import { TornStore } from './torn-store.ts';

/** The five policies that are run, by the keys of their services. */
export const serviceKeys = ['callprikol', 'consult', 'legco', 'prozango', 'zhanuar'] as const;

/** What the law needs and a text may lack. */
const completion: Readonly<Record<string, string>> = {
  'c.operatorName': 'ТОО «Вымышленное»',
  'c.bin': '230640099999',
  'c.responsible': 'Руководитель службы защиты данных',
  'c.contactEmail': 'privacy@kepil.example',
  'c.hostCountry': 'KZ',
  'c.hostName': 'Центр обработки данных в Алматы',
  'c.retentionMonths': '60',
};

const officer = { name: 'Гүлнар Жылқыбаева', email: 'officer@year.example', password: 'семь синих птиц' };

/** Carries everything it is given, and remembers to whom. */
class Post implements Carrier {
  readonly name = 'mail.example';
  readonly thirdParty = false;
  given: OutgoingMessage[] = [];

  async deliver(message: OutgoingMessage): Promise<Delivery> {
    this.given.push(message);
    return { state: 'sent' };
  }
}

/** Where a house is built. */
export interface Plot {
  readonly databaseUrl: string;
  readonly chance: Chance;
  /** `YYYY-MM-DDThh:mm`, in the zone of the law. */
  readonly begins: string;
}

/** Five services in force on one installation with a settable clock, that can crash and come back. */
export class House {
  readonly folder = mkdtempSync(join(tmpdir(), 'kepil-year-'));
  readonly post = new Post();
  /** Faults of ours that were told of while nothing was torn. */
  readonly faults: Error[] = [];
  readonly services: ServiceRecord[] = [];
  readonly sql: pg.Pool;
  readonly #furniture = new Map<string, Furniture>();
  readonly #plot: Plot;
  #at: number;
  #installation: Installation | undefined;
  #torn: TornStore | undefined;
  /** The world with a store that never fails: for what is only set up for an act. */
  #whole: World | undefined;
  #admin: Id = '';
  #house: Id = '';

  private constructor(plot: Plot) {
    this.#plot = plot;
    this.#at = Date.parse(`${plot.begins}+05:00`);
    this.sql = new pg.Pool({ connectionString: plot.databaseUrl, max: 4 });
  }

  static async build(plot: Plot): Promise<House> {
    const house = new House(plot);
    try {
      await house.#open();
      await house.#admit();
      for (const key of serviceKeys) house.services.push(await house.#serve(key));
      for (const service of house.services) house.#furniture.set(service.key, await furnish(house, service));
    } catch (error) {
      await house.close();
      throw error;
    }
    return house;
  }

  /** What a service was furnished with. */
  furnitureOf({ key }: ServiceRecord): Furniture {
    const own = this.#furniture.get(key);
    if (!own) throw new Error(`${key} is not furnished`);
    return own;
  }

  get installation(): Installation {
    if (!this.#installation) throw new Error('the house is closed');
    return this.#installation;
  }

  get now(): number {
    return this.#at;
  }

  get today(): string {
    return civilDateAt(this.#at, 'Asia/Almaty');
  }

  /** Lets time pass until an instant of the day of the clock, or of a later one. */
  goTo(date: string, time: string): void {
    const then = Date.parse(`${date}T${time}+05:00`);
    if (then < this.#at) throw new Error(`time does not run back to ${date} ${time}`);
    this.#at = then;
  }

  pass(minutes: number): void {
    this.#at += minutes * 60_000;
  }

  async #open(): Promise<void> {
    const { databaseUrl } = this.#plot;
    const onFault = (error: Error) => {
      if (!this.isDying && !this.isTearing) this.faults.push(error);
    };
    const channels = { post: { email: this.post, sms: this.post }, unlimited: true };
    const place = { data: this.folder, databaseUrl, now: () => this.#at++, onFault, ...channels };
    this.#installation = await openInstallation(place);
    // Chance of its own: what runs in the background draws from it whenever it runs.
    const chance = new Chance(this.#plot.chance.between(1, 2 ** 31 - 1));
    const { world } = this.#installation;
    this.#whole = { ...world };
    this.#torn = new TornStore(world.store, chance);
    Object.assign(world, { store: this.#torn });
  }

  /**
   * A crash in the middle of `work`: after some transactions nothing is kept any more, and what ran is gone.
   * Then the house opens anew on what is there.
   */
  async crash(work: () => Promise<void>): Promise<void> {
    this.#torn?.dieAfter(this.#plot.chance.between(0, 40));
    await work();
    this.#torn?.dieAfter(0);
    await this.installation.close();
    this.#installation = undefined;
    this.post.given = [];
    await this.#open();
    for (const service of this.services) await this.installation.settle(service);
  }

  /** Lets commits be lost, go without an answer or overtake each other, until told to stop. */
  tear(tears: TornStore['tears']): void {
    if (this.#torn) this.#torn.tears = tears;
  }

  /** What runs on the clock runs now; where the store is made to fail, some of it does not. */
  async beat(): Promise<void> {
    try {
      await this.installation.tick();
    } catch (error) {
      if (!this.isDying && !this.isTearing) throw error;
    }
  }

  /** How often each tear was made since it opened. */
  get torn(): TornStore['torn'] | undefined {
    return this.#torn?.torn;
  }

  /** Whether a refusal may come from a store that was made to fail. */
  get isTearing(): boolean {
    return Object.keys(this.#torn?.tears ?? {}).length > 0;
  }

  /** Whether it is in the middle of a crash: answers say nothing any more. */
  get isDying(): boolean {
    return this.#torn?.isDead ?? false;
  }

  async #admit(): Promise<void> {
    const { world } = this.installation;
    await this.arrive({ token: (await offerSetUp(world)) ?? '', ...officer });
    const found = await this.sql.query('select service_id, subject_id from staff_member');
    this.#house = found.rows[0].service_id;
    this.#admin = found.rows[0].subject_id;
  }

  /** Somebody uses a set-up link and adds an authenticator app. @returns their cookie */
  async arrive(form: { token: string; name: string; email: string; password: string }): Promise<string> {
    const step = await this.#walk('/console/set-up', form);
    const offer = await send(this.installation, { url: '/console/enrol', cookie: step });
    const app = Authenticator.of(offer.body, () => this.#at);
    return this.#walk('/console/enrol', { code: app.next() }, step);
  }

  /** Posts a form at the front door. @returns the cookies that came back */
  async #walk(url: string, form: Record<string, string>, cookie = ''): Promise<string> {
    const { server } = this.installation;
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
    };
    const payload = new URLSearchParams(form).toString();
    const reply = await server.inject({ method: 'POST', url, headers, payload });
    if (reply.statusCode >= 400) throw new Error(`${url} answered ${reply.statusCode}`);
    return reply.cookies
      .filter(({ value }) => value)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  async #serve(key: string): Promise<ServiceRecord> {
    const text = readFileSync(new URL(`../../examples/${key}.kepil.yaml`, import.meta.url), 'utf8');
    const { policy } = parsePolicy(text);
    if (!policy) throw new Error(`${key} is no policy`);
    const { service } = await openService(this.installation.world, { key, policy });
    await this.installation.settle(service);
    await this.putInForce(key, {});
    await this.#decide(key);
    return service;
  }

  /** Where acts rest on decisions of representatives: prepared by the officer, signed by an approver. */
  async #decide(key: string): Promise<void> {
    const url = `/console/s/${key}/mandates`;
    if (!(await this.desk(url)).body.includes('propose-missing')) return;
    await this.must(url, { act: 'propose-missing' });
    const cookie = await this.cookieOf(await this.invite(key, 'approver'));
    const { body } = await this.desk(url);
    const waiting = new Set(
      [...body.matchAll(/name="id" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id),
    );
    for (const id of waiting) {
      const signed = await send(this.installation, { url, cookie, form: { act: 'sign', id } });
      if (signed.status !== 303)
        throw new Error(`a decision was not signed: ${signed.status} ${said(signed)}`);
    }
  }

  /** A colleague with a role at a service arrives. @returns their id */
  async invite(key: string, role: string): Promise<Id> {
    const who = { name: 'Дана Подписывающая', email: `${role}-${crypto.randomUUID()}@kepil.example` };
    const invited = await this.desk('/console/staff', { ...who, [`grant.${key}`]: [role] });
    const token = /\/console\/set-up\?token=([\w.-]+)/.exec(invited.body)?.[1] ?? '';
    await this.arrive({ token, ...who, password: 'девять белых яблонь у реки' });
    const { rows } = await this.sql.query(
      'select subject_id from staff_member order by subject_id desc limit 1',
    );
    return rows[0].subject_id;
  }

  /** Approves every clause of the draft that waits and puts it in force, or announces it. */
  async putInForce(key: string, more: Form): Promise<void> {
    const path = `/console/s/${key}/approve`;
    const { body } = await this.desk(path);
    const version = /name="version"[^>]*value="(\d+)"/.exec(body)?.[1] ?? '';
    await this.must(path, { version, all: 'yes', take: 'yes' });
    await this.must(path, { version, ...completion, ...more });
  }

  /** A staff member's cookie, minted: how they sign in is tried elsewhere. */
  async cookieOf(staff: Id = this.#admin): Promise<string> {
    const token = await this.#mint({ service: this.#house, subject: staff, role: 'staff' });
    return `kepil_staff=${token}`;
  }

  #mint(at: Opening): Promise<string> {
    const world = this.#whole;
    if (!world) throw new Error('the house is closed');
    return world.store.transaction((tx) => openSession(tx, world, at));
  }

  /** What the desk asks for or sends, by whoever it is. */
  async desk(url: string, form?: Form, staff?: Id): Promise<Got> {
    const cookie = await this.cookieOf(staff);
    return send(this.installation, { url, cookie, ...(form && { form }) });
  }

  /** What the desk sends and must be taken. @throws Error with what was answered */
  async must(url: string, form: Form): Promise<Got> {
    const done = await this.desk(url, form);
    if (done.status !== 303)
      throw new Error(`${url} answered ${done.status} to ${Object.keys(form)}: ${said(done)}`);
    return done;
  }

  /** What a person asks for or sends, signed in just now. */
  async own(service: ServiceRecord, subject: Id, ask: { url: string; form?: Form }): Promise<Got> {
    const token = await this.#mint({ service: service.id, subject, role: 'subject' });
    const url = `/s/${service.key}${ask.url}`;
    return send(this.installation, { ...ask, url, cookie: `kepil_s_${service.key}=${token}` });
  }

  async close(): Promise<void> {
    await this.#installation?.close();
    await this.sql.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a page says is wrong. */
export function said({ body }: Got): string {
  const faults = /class="faults"[\s\S]*?<\/(?:ul|div|section)>/.exec(body)?.[0] ?? body;
  return faults
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 400);
}
