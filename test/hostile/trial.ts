import type { InjectOptions } from 'fastify';
import { Chance } from '../kill/chance.ts';
import { type Answered, complaintsOf, plainOf } from './answers.ts';
import { curlOf } from './curl.ts';
import { type Exemplar, nameOf } from './exemplar.ts';
import { exemplars } from './exemplars/index.ts';
import { type Ask, type Spoil, write } from './making.ts';
import { type Noted, Oracle } from './oracle.ts';
import type { Place } from './place.ts';
import { spoilsOf } from './spoils.ts';

/** Something that is wrong, with the least request that shows it. */
export interface Finding {
  readonly exemplar: string;
  readonly how: string;
  readonly what: string;
  readonly curl: string;
}

/** What is drawn: from which seed, and of which exemplars alone, by a part of their names. */
export interface Drawing {
  readonly seed: number;
  readonly only?: string | undefined;
}

const perBatch = 240;
const atOnce = 8;
/** As many tries at one secret are let on. */
const triesAtOnce = 4;

/** Whether a refusal may leave an entry that says what was read, or that the gate said no. */
const mayBeRecorded = ({ exemplar, faults }: Ask) => exemplar.recorded === true && faults.has('field');

/** A read of what a page shows again, a no of the gate, or a sign-in that was turned away. */
const isOfRefusal = ({ kind, outcome }: Noted) =>
  kind === 'read' || kind === 'refusal' || (kind === 'session' && outcome === 'refused');

/** Somebody signed in asked for what is not theirs: that is noted whenever it happens. */
const isOfAccess = ({ kind, because = [] }: Noted) =>
  kind === 'refusal' && ['not-here', 'role-not-admitted'].includes(because.join());

/** Sends spoiled requests to a place and looks for what should not have come of it. */
export class Trial {
  readonly #place: Place;
  readonly #oracle: Oracle;
  readonly #exemplars: readonly Exemplar[];
  readonly #spoils = new Map<Exemplar, readonly Spoil[]>();
  readonly #chance: Chance;
  readonly findings: Finding[] = [];
  /** How often each status was given. */
  readonly statuses = new Map<number, number>();
  sent = 0;

  private constructor(place: Place, oracle: Oracle, { seed, only = '' }: Drawing) {
    this.#place = place;
    this.#oracle = oracle;
    this.#chance = new Chance(seed);
    this.#exemplars = exemplars.filter((exemplar) => nameOf(exemplar).includes(only));
    for (const exemplar of this.#exemplars) this.#spoils.set(exemplar, spoilsOf(exemplar, place));
  }

  static async open(place: Place, drawing: Drawing): Promise<Trial> {
    return new Trial(place, await Oracle.open(place.attacker.sql), drawing);
  }

  /** Every single way to spoil each exemplar, once; a share of them where each would cost too much. */
  async each(how: { whole: boolean }): Promise<void> {
    const all = this.#exemplars.flatMap((exemplar) =>
      (this.#spoils.get(exemplar) ?? [])
        .filter(() => how.whole || this.#chance.happens(1 / (exemplar.costs ?? 1)))
        .map((spoil) => write(exemplar, this.#place, [spoil])),
    );
    await this.#send(all.filter(({ faults }) => faults.size > 0));
  }

  /** Requests drawn by chance, each spoiled in one to three ways, until that many were sent in all. */
  async some(total: number): Promise<void> {
    while (this.sent < total) {
      const drawn = Array.from({ length: perBatch * 4 }, () => this.#draw());
      await this.#send(drawn.filter(({ faults }) => faults.size > 0).slice(0, total - this.sent));
    }
  }

  #draw(): Ask {
    const exemplar = this.#pickExemplar();
    const spoils = this.#spoils.get(exemplar) ?? [];
    const count = this.#chance.happens(0.5) ? 1 : this.#chance.between(2, 3);
    const how = Array.from({ length: count }, () => this.#chance.pick(spoils) as Spoil);
    return write(exemplar, this.#place, how);
  }

  #pickExemplar(): Exemplar {
    const weightOf = ({ weight, costs = 1 }: Exemplar) => weight / costs;
    let at = this.#chance.next() * this.#exemplars.reduce((sum, exemplar) => sum + weightOf(exemplar), 0);
    for (const exemplar of this.#exemplars) {
      at -= weightOf(exemplar);
      if (at < 0) return exemplar;
    }
    return this.#exemplars[0] as Exemplar;
  }

  async #send(asks: readonly Ask[]): Promise<void> {
    const recorded = asks.filter(mayBeRecorded);
    const silent = asks.filter((ask) => !mayBeRecorded(ask));
    for (const lane of [silent, recorded])
      for (let at = 0; at < lane.length; at += perBatch) await this.#batch(lane.slice(at, at + perBatch));
  }

  async #batch(asks: readonly Ask[]): Promise<void> {
    const before = await this.#oracle.digests();
    const found = this.findings.length;
    for (let at = 0; at < asks.length; ) {
      const many = asks.slice(at, at + atOnce).some(({ exemplar }) => exemplar.limited)
        ? triesAtOnce
        : atOnce;
      await this.#together(asks.slice(at, at + many));
      at += many;
    }
    const traces = await this.#tracesSince(before, asks.some(mayBeRecorded));
    // What was taken although it is bad has its traces; it is found already.
    if (traces.length === 0 || this.findings.length > found) return;
    const culprits = await this.#culpritsOf(asks);
    for (const { ask, what } of culprits) this.#note(ask, what);
    if (culprits.length === 0 && asks[0])
      this.#note(asks[0], `one of ${asks.length} in a batch: ${traces.join(', ')}`);
  }

  /** Sends some at once; tries at secrets are forgotten before, so that these are let on. */
  async #together(asks: readonly Ask[]): Promise<void> {
    if (asks.some(({ exemplar }) => exemplar.limited))
      await this.#place.attacker.sql.query('delete from attempt');
    await Promise.all(asks.map((ask) => this.#one(ask)));
  }

  /** What was stored, or noted in the log, that should not have been. */
  async #tracesSince(before: ReadonlyMap<string, string>, recorded: boolean): Promise<readonly string[]> {
    const after = await this.#oracle.digests();
    const tables = [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
    const entries = await this.#oracle.entries();
    const wrong = entries.filter((entry) => !isOfAccess(entry) && (!recorded || !isOfRefusal(entry)));
    const kinds = [...new Set(wrong.map(({ kind, outcome }) => `entry ${kind} ${outcome}`))];
    return [...tables.map((table) => `table ${table} changed`), ...kinds];
  }

  /** The requests of a batch, one after another: which of them leaves a trace. */
  async #culpritsOf(asks: readonly Ask[]): Promise<readonly { ask: Ask; what: string }[]> {
    const found: { ask: Ask; what: string }[] = [];
    for (const ask of asks) {
      const before = await this.#oracle.digests();
      await this.answer(ask);
      const traces = await this.#tracesSince(before, mayBeRecorded(ask));
      if (traces.length > 0) found.push({ ask, what: traces.join(', ') });
    }
    return found;
  }

  /** Sends a request. */
  async answer({ method, url, headers, payload }: Ask): Promise<Answered> {
    this.sent += 1;
    const { server } = this.#place.attacker.world.installation;
    const ask = { method, url, headers: { ...headers }, ...(payload !== undefined && { payload }) };
    const reply = await server.inject(ask as InjectOptions);
    this.statuses.set(reply.statusCode, (this.statuses.get(reply.statusCode) ?? 0) + 1);
    return { status: reply.statusCode, headers: reply.headers, body: reply.body };
  }

  async #one(ask: Ask): Promise<void> {
    const complaints = complaintsOf(ask, await this.answer(ask));
    if (complaints.length > 0) this.#note(await this.#least(ask, complaints), complaints.join('; '));
  }

  /** The same with fewer spoils, if that is answered as badly. */
  async #least(ask: Ask, complaints: readonly string[]): Promise<Ask> {
    if (ask.how.length < 2) return ask;
    for (const spoil of ask.how) {
      const less = write(ask.exemplar, this.#place, [spoil]);
      if (less.faults.size === 0) continue;
      const again = complaintsOf(less, await this.answer(less));
      if (again.length >= complaints.length) return less;
    }
    return ask;
  }

  #note(ask: Ask, what: string): void {
    const how = ask.how.map(({ name }) => name).join(' + ');
    this.findings.push({ exemplar: nameOf(ask.exemplar), how, what, curl: curlOf(ask) });
  }

  /** Everything that must be taken: it is, and what was written can be read again to the letter. */
  async welcome(): Promise<void> {
    for (const exemplar of this.#exemplars.filter(({ effect }) => effect !== 'once')) {
      const good = write(exemplar, this.#place, []);
      const asks = [
        good,
        ...(this.#spoils.get(exemplar) ?? []).map((spoil) => write(exemplar, this.#place, [spoil])),
      ];
      const taken = asks.filter(({ faults, either }) => faults.size === 0 && !either);
      for (const ask of taken.filter((_, at) => at % (exemplar.costs ?? 1) === 0)) await this.#welcomed(ask);
    }
  }

  async #welcomed(ask: Ask): Promise<void> {
    await this.#together([ask]);
    const { back } = ask.exemplar;
    if (!back || ask.payload === undefined) return;
    const sent = new URLSearchParams(ask.payload.toString()).get(back.field) ?? '';
    const shown = await this.answer(write(pageAt(back.url, ask.exemplar), this.#place, []));
    const kept = sent.replaceAll('\r\n', '\n').trim();
    const body = plainOf(shown.body);
    if (!body.includes(kept.normalize('NFC')) && !body.includes(kept))
      this.#note(ask, `${back.field} did not come back`);
  }
}

/** The page at an address, asked for by whoever sent a form. */
function pageAt(url: string, { who }: Exemplar): Exemplar {
  return {
    method: 'GET',
    url,
    params: {},
    who,
    ok: 200,
    refuses: [],
    bears: 1024,
    effect: 'none',
    weight: 0,
  };
}

/** Findings for people: the same fault of one exemplar once, with how often and its shortest request. */
export function report(findings: readonly Finding[]): readonly string[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.exemplar}: ${finding.what}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, group]) => {
    const least = [...group].sort((a, b) => a.curl.length - b.curl.length)[0] as Finding;
    return `${key}\n  ${group.length} × such as: ${least.how.slice(0, 200)}\n  ${least.curl.slice(0, 1200)}`;
  });
}
