import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/base/index.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { verifyLog } from '../../src/ledger/index.ts';
import type { Board, ServiceRecord } from '../../src/system/index.ts';
import { findHalfDoneIn } from '../kill/database.ts';
import { filesOf } from '../world.ts';
import type { Stage } from './acts.ts';
import { type Believed, isStopped, marks } from './believed.ts';
import { send } from './client.ts';
import type { ProgramKey } from './furniture.ts';

/** How many days values of a category are kept at a service, by order of the desk. */
export interface Term {
  readonly category: string;
  readonly days: number;
}

/** What the day brings by itself, as it must be: values whose last day is over, deletions after their day. */
export function passDay(stage: Stage, terms: ReadonlyMap<string, Term>): void {
  const { house, belief } = stage;
  for (const person of belief.people) {
    const term = terms.get(person.service.key);
    const given = term && person.values.get(term.category);
    const over = given && addDays(given.on, term.days) < house.today;
    if (over && !person.gone && !person.blocked && !person.held) person.values.delete(term.category);
  }
}

/** What is stored of everybody at a service, in the words of what is believed. */
async function storedAt({ house }: Stage, { id }: ServiceRecord) {
  const rows = async (query: string) =>
    (await house.sql.query<{ id: string; what: string }>(query, [id])).rows;
  const blocked = await rows(
    `select subject_id::text as id, request_id::text as what from block
      where service_id = $1 and lifted_at is null`,
  );
  const held = await rows(
    `select subject_id::text as id, hold_id::text as what from hold
      where service_id = $1 and lifted_at is null`,
  );
  const owed = await rows(
    `select subject_id::text as id, obligation_id::text as what from obligation
      where service_id = $1 and met_at is null`,
  );
  const base = await rows(
    `select subject_id::text as id, unnest(purposes) as what from consent c
      where service_id = $1 and withdrawn_at is null and recipient_id is null`,
  );
  const off = await rows(
    `select subject_id::text as id, purpose || ' ' || (withdrawn_purposes ? purpose)::text as what
      from consent, unnest(purposes) as purpose where service_id = $1 and withdrawn_at is null
      and withdrawn_purposes ? purpose`,
  );
  const agreed = await rows(
    `select subject_id::text as id, case when abroad then 'over.' else 'to.' end || recipient_id as what
      from consent where service_id = $1 and withdrawn_at is null and recipient_id is not null`,
  );
  const there = await rows(
    `select subject_id::text as id, '' as what from subject where service_id = $1 and kind = 'user'`,
  );
  const leaving = await rows(`select subject_id::text as id, '' as what from deletion where service_id = $1`);
  const mailless = await rows(
    `select subject_id::text as id, purpose as what from opt_out where service_id = $1`,
  );
  return { blocked, held, owed, base, off, agreed, there, leaving, mailless };
}

type Stored = Awaited<ReturnType<typeof storedAt>>;

/** What is stored of one person, out of what is stored of all. */
function ofOne(stored: Stored, person: Believed) {
  const of = (name: keyof Stored) =>
    stored[name].filter(({ id }) => id === person.id).map(({ what }) => what);
  const off = new Set(of('off').map((what) => what.split(' ')[0]));
  const purposes = [...new Set(of('base'))].filter((one) => !off.has(one));
  const own = purposes.filter((one) => ownPurposes.has(one)).sort();
  return {
    gone: of('there').length === 0,
    consents: purposes.some((one) => !ownPurposes.has(one)),
    optional: own.join(' '),
    blocked: of('blocked')[0] ?? '',
    held: of('held')[0] ?? '',
    owed: of('owed').sort().join(' '),
    agreed: [...new Set(of('agreed'))].sort().join(' '),
    leaving: of('leaving').length > 0,
    optedOut: of('mailless').includes('marketing_notices'),
  };
}

/** Purposes of the five policies that have a box of their own. */
const ownPurposes: ReadonlySet<string> = new Set(['marketing_notices', 'personalisation', 'targeted_ads']);

function believedOf(person: Believed): ReturnType<typeof ofOne> {
  const gone = {
    consents: false,
    optional: '',
    blocked: '',
    held: '',
    owed: '',
    agreed: '',
    leaving: false,
    optedOut: false,
  };
  if (person.gone) return { gone: true, ...gone };
  return {
    gone: false,
    consents: person.consents,
    optional: [...person.optional].sort().join(' '),
    blocked: person.blocked ?? '',
    held: person.held ?? '',
    owed: [...person.obligations].sort().join(' '),
    agreed: [...person.agreed].sort().join(' '),
    leaving: person.deleting !== undefined,
    optedOut: person.optedOut,
  };
}

/** What is stored of everybody is what must be. */
export async function compareAll(stage: Stage, service: ServiceRecord): Promise<void> {
  const { house, belief } = stage;
  const stored = await storedAt(stage, service);
  const mine = belief.people.filter((one) => one.service === service);
  const byId = groupById(stored);
  for (const person of mine) {
    const is = ofOne(byId.get(person.id) ?? nothing, person);
    const must = believedOf(person);
    for (const key of Object.keys(must) as (keyof typeof must)[])
      if (is[key] !== must[key])
        belief.surprises.push({
          on: house.today,
          what: `${service.key}: ${key} of a person is «${is[key]}», not «${must[key]}»`,
        });
  }
  const known = new Set(mine.map(({ id }) => id));
  const strangers = stored.there.filter(({ id }) => !known.has(id)).length;
  if (strangers > 0)
    belief.surprises.push({ on: house.today, what: `${service.key}: ${strangers} people nobody registered` });
}

const nothing: Stored = {
  ...{ blocked: [], held: [], owed: [], base: [], off: [], agreed: [] },
  ...{ there: [], leaving: [], mailless: [] },
};

function groupById(stored: Stored): ReadonlyMap<string, Stored> {
  const grouped = new Map<string, Stored>();
  for (const [name, rows] of Object.entries(stored) as [keyof Stored, Stored['there']][])
    for (const row of rows) {
      const own = grouped.get(row.id) ?? {
        ...{ blocked: [], held: [], owed: [], base: [], off: [], agreed: [] },
        ...{ there: [], leaving: [], mailless: [] },
      };
      own[name].push(row);
      grouped.set(row.id, own);
    }
  return grouped;
}

/**
 * After a crash: about whom an act broke off is believed what is stored, which is either what was before or
 * what was to be; people whose registration was kept without an answer are taken in.
 */
export async function adopt(stage: Stage): Promise<void> {
  const { house, belief } = stage;
  for (const service of house.services) {
    const stored = await storedAt(stage, service);
    for (const person of [...belief.unsure].filter((one) => one.service === service)) {
      believeStored(person, { is: ofOne(stored, person), now: house.now });
      if (!person.gone) await adoptValues(stage, person);
    }
    const known = new Set(belief.people.map(({ id }) => id));
    for (const { id } of stored.there.filter((row) => !known.has(row.id))) await takeIn(stage, service, id);
    await adoptClaims(stage, service);
  }
  belief.unsure.clear();
}

/** What is stored of somebody is believed from now on. */
function believeStored(person: Believed, { is, now }: { is: ReturnType<typeof ofOne>; now: number }): void {
  Object.assign(person, { gone: is.gone, consents: is.consents, optedOut: is.optedOut });
  refill(person.optional, is.optional);
  refill(person.obligations, is.owed);
  refill(person.agreed, is.agreed);
  if (is.blocked) person.blocked = is.blocked;
  else delete person.blocked;
  if (is.held) person.held = is.held;
  else delete person.held;
  if (!is.leaving) delete person.deleting;
  else person.deleting ??= now;
}

function refill(set: Set<string>, words: string): void {
  set.clear();
  for (const one of words.split(' ').filter(Boolean)) set.add(one);
}

async function takeIn(stage: Stage, service: ServiceRecord, id: string): Promise<void> {
  const person: Believed = {
    ...{ service, id, address: '', values: new Map(), optional: new Set<string>(), consents: true },
    ...{ optedOut: false, obligations: new Set<string>(), agreed: new Set<string>(), gone: false },
  };
  await adoptValues(stage, person);
  const address = person.values.get('email')?.value ?? person.values.get('phone')?.value ?? '';
  const whole = { ...person, address };
  const is = ofOne(await storedAt(stage, service), whole);
  refill(whole.optional, is.optional);
  refill(whole.agreed, is.agreed);
  stage.belief.people.push(whole);
}

async function adoptValues(stage: Stage, person: Believed): Promise<void> {
  const stored = await valuesOf(stage, person);
  for (const [category, value] of stored)
    if (person.values.get(category)?.value !== value)
      person.values.set(category, { value, on: stage.house.today });
}

/** Requests that were kept without an answer, and answers to requests. */
async function adoptClaims({ house, belief }: Stage, service: ServiceRecord): Promise<void> {
  const { rows } = await house.sql.query<
    Record<'id' | 'subject' | 'about' | 'due' | 'kind', string> & { closed: boolean }
  >(
    `select request_id::text as id, subject_id::text as subject, about_id::text as about, kind,
      due_on::text as due, closed_at is not null as closed from request where service_id = $1
      and kind <> 'withdraw_consent'`,
    [service.id],
  );
  for (const row of rows) {
    const claim = belief.claims.find(({ id }) => id === row.id);
    if (claim && row.closed) claim.closedOn ??= house.today;
    const forChild = row.about !== null;
    const person = belief.people.find(({ id }) => id === (forChild ? row.about : row.subject));
    if (claim || !person || row.closed) continue;
    if (forChild) person.claimRefusedOn ??= house.today;
    belief.claims.push({ service, id: row.id, kind: row.kind, person, dueOn: row.due, forChild });
  }
}

async function valuesOf({ house }: Stage, person: Believed): Promise<ReadonlyMap<string, string>> {
  const copy = await house.own(person.service, person.id, { url: '/me/export.json' });
  if (copy.status !== 200) throw new Error(`a copy of the data answered ${copy.status}`);
  const { data } = JSON.parse(copy.body) as { data: Record<string, { value: string }[]> };
  return new Map(Object.entries(data).flatMap(([key, [first]]) => (first ? [[key, first.value]] : [])));
}

/** Somebody's values are what they gave, and a program reads exactly what it may. */
export async function compareValues(
  stage: Stage,
  service: ServiceRecord,
  keys: readonly ProgramKey[],
): Promise<void> {
  const { house, belief, chance } = stage;
  const person = chance.pick(belief.people.filter((one) => one.service === service));
  const by = keys.find(({ purpose }) => purpose === 'provide_service');
  if (!person || !by) return;
  const json = { subject: person.id, purpose: 'provide_service', categories: [by.category] };
  const url = `/api/v1/s/${service.key}/read`;
  const got = await send(house.installation, { url, json, bearer: by.key });
  const may = !person.gone && person.consents && !person.blocked;
  belief.count(`read ${got.status}`);
  const wrong = (what: string) => belief.surprises.push({ on: house.today, what: `${service.key}: ${what}` });
  if (got.status !== (may ? 200 : 403)) wrong(`a read answered ${got.status}, may: ${may} ${got.body}`);
  if (person.gone) return;
  const stored = await valuesOf(stage, person);
  for (const [category, { value }] of person.values)
    if (stored.get(category) !== value) wrong(`${category} is not what was given`);
  for (const category of stored.keys())
    if (!person.values.has(category)) wrong(`${category} ought not to be there`);
}

/** No clause is broken but while something is late, and what is late is red. */
export async function proveDay(stage: Stage, service: ServiceRecord): Promise<Board> {
  const { house, belief } = stage;
  const board = await house.installation.boards.prove(service);
  const late = belief.open(service).filter(({ dueOn }) => dueOn < house.today);
  const stuck = belief.living(service).some((one) => one.deleting !== undefined && isStopped(one));
  const broken = board.clauses.flatMap(({ pledges }) => pledges.filter(({ state }) => state === 'broken'));
  if (broken.length > 0 && late.length === 0 && !stuck)
    for (const { pledge } of broken)
      belief.surprises.push({
        on: house.today,
        what: `${service.key}: ${pledge.clause} ${pledge.kind} ${pledge.label} is broken`,
      });
  await compareLate(
    stage,
    service,
    late.map(({ id }) => id),
  );
  for (const _ of late) belief.count('a day late');
  return board;
}

/** The desk's list of what is late is what must be late. */
async function compareLate(
  { house, belief }: Stage,
  service: ServiceRecord,
  late: readonly string[],
): Promise<void> {
  const { rows } = await house.sql.query<{ id: string }>(
    `select request_id::text as id from request where service_id = $1 and closed_at is null
      and state <> 'waiting' and due_on < $2`,
    [service.id, house.today],
  );
  const stored = rows.map(({ id }) => id);
  const missing = late.filter((id) => !stored.includes(id)).length;
  const extra = stored.filter((id) => !late.includes(id)).length;
  if (missing + extra > 0)
    belief.surprises.push({
      on: house.today,
      what: `${service.key}: ${missing} requests are late and not said to be, ${extra} the other way`,
    });
  if (late.length === 0) return;
  const page = await house.desk(`/console/s/${service.key}/requests?state=late`);
  if (!late.some((id) => page.body.includes(id)))
    belief.surprises.push({
      on: house.today,
      what: `${service.key}: what is late is not on the desk's list`,
    });
}

/** Looks over everything: nothing readable, nothing half done, no orphan, no fault; every log verifies. */
export async function lookOver(stage: Stage, saved: Map<string, string>): Promise<void> {
  const { house, belief } = stage;
  const wrong = (what: string) => belief.surprises.push({ on: house.today, what });
  for (const place of await readableIn(house)) wrong(`something personal stands readable in ${place}`);
  for (const line of await findHalfDoneIn(house.sql, house.now - Date.now())) wrong(line);
  for (const service of house.services) {
    const orphans = await house.installation.world.store.transaction((tx) =>
      tx.destruction.countOrphans(service.id),
    );
    if (orphans > 0) wrong(`${service.key}: ${orphans} orphans`);
    for (const problem of verify(house.folder, service.key, saved)) wrong(`${service.key}: ${problem}`);
  }
}

/** Tables and folders in which a part of what people gave stands readable. */
async function readableIn({ sql, folder }: Stage['house']): Promise<readonly string[]> {
  const wanted = Object.values(marks).flatMap((mark) => [mark, Buffer.from(mark, 'utf8').toString('hex')]);
  const tables = await sql.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const like = wanted.map((_, n) => `t::text like '%' || $${n + 1} || '%'`).join(' or ');
    const { rows } = await sql.query(`select 1 from "${name}" t where ${like} limit 1`, wanted);
    if (rows.length > 0) found.push(name);
  }
  const files = filesOf(folder);
  return wanted.some((mark) => files.includes(mark)) ? [...found, 'a file'] : found;
}

/** Verifies the log of a service from its files, against the checkpoint it had at the last look. */
function verify(folder: string, key: string, saved: Map<string, string>): readonly string[] {
  const read = (path: string) => {
    const whole = join(folder, 'log', key, path);
    return existsSync(whole) ? readFileSync(whole) : undefined;
  };
  const verifierKey = read('verifier-key')?.toString('utf8').trim();
  const against = saved.get(key);
  const report = verifyLog(
    read,
    { ...(verifierKey && { verifierKey }), ...(against && { against }) },
    nodeCrypto,
  );
  saved.set(key, read('checkpoint')?.toString('utf8') ?? '');
  const found = report.problems.map(({ code }) => `the log does not verify: ${code}`);
  return report.signature === 'good' ? found : [...found, `the signature of the log is ${report.signature}`];
}
