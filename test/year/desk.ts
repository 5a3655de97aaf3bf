import { addDays, type Id } from '../../src/base/index.ts';
import { inForce, openService, type ServiceRecord } from '../../src/system/index.ts';
import { answered, type Stage } from './acts.ts';
import { type Believed, type Claimed, marks } from './believed.ts';
import { send } from './client.ts';

/** Something the desk does at a service. */
export type DeskAct = (stage: Stage, service: ServiceRecord) => Promise<void>;

const consoleOf = (service: ServiceRecord) => `/console/s/${service.key}`;

/** The desk answers what it gets to; what it blocks, it lifts when it answers. */
export const answerRequests: DeskAct = async (stage, service) => {
  for (const claim of stage.belief.open(service))
    if (stage.chance.happens(stage.diligence)) await answerOne(stage, claim);
};

async function answerOne(stage: Stage, claim: Claimed): Promise<void> {
  const { house, chance } = stage;
  const { person } = claim;
  const page = `${consoleOf(claim.service)}/requests/${claim.id}`;
  if (claim.forChild) return refuseChild(stage, claim);
  if (claim.kind === 'block_restrict' && !person.blocked && chance.happens(0.6)) {
    const got = await house.desk(`${page}/block`, { act: 'block' });
    if (answered(stage, got, { act: 'block', wanted: [303], about: person })) person.blocked = claim.id;
    return;
  }
  if (person.blocked === claim.id) {
    const got = await house.desk(`${page}/block`, { act: 'lift', reason: 'put-right' });
    if (!answered(stage, got, { act: 'lift a block', wanted: [303], about: person })) return;
    delete person.blocked;
  }
  const refused = chance.happens(0.2);
  const form = refused ? { outcome: 'refused', ground: 'unfounded' } : { outcome: 'done' };
  const got = await house.desk(page, { ...form, answer: 'Рассмотрено.' });
  if (answered(stage, got, { act: refused ? 'refuse a request' : 'answer', wanted: [303], about: person }))
    claim.closedOn = house.today;
}

async function refuseChild(stage: Stage, claim: Claimed): Promise<void> {
  const { house } = stage;
  const { person } = claim;
  const form = { outcome: 'refused', ground: 'identity-unproved', answer: 'Документы не представлены.' };
  const got = await house.desk(`${consoleOf(claim.service)}/requests/${claim.id}`, form);
  if (!answered(stage, got, { act: 'refuse a claim for a child', wanted: [303], about: person })) return;
  claim.closedOn = house.today;
  if (person.blocked === claim.id) delete person.blocked;
}

const somebody = ({ belief, chance }: Stage, service: ServiceRecord, fits: (one: Believed) => boolean) =>
  chance.pick(belief.living(service).filter(fits));

/** The newest row about a person in a table, by its id. */
async function newest(stage: Stage, person: Believed, of: { table: string; id: string }): Promise<Id> {
  const { rows } = await stage.house.sql.query<{ id: Id }>(
    `select ${of.id}::text as id from ${of.table} where service_id = $1 and subject_id = $2
      order by ${of.id} desc limit 1`,
    [person.service.id, person.id],
  );
  return rows[0]?.id ?? '';
}

/** Data are ordered to be kept, or an order is lifted. */
export const hold: DeskAct = async (stage, service) => {
  const { house, chance } = stage;
  const url = `${consoleOf(service)}/holds`;
  const held = somebody(stage, service, (one) => one.held !== undefined);
  if (held && chance.happens(0.6)) {
    const got = await house.desk(url, { act: 'lift', hold: held.held ?? '' });
    if (answered(stage, got, { act: 'lift a hold', wanted: [303], about: held })) delete held.held;
    return;
  }
  const person = somebody(stage, service, (one) => one.held === undefined && one.deleting === undefined);
  if (!person) return;
  const form = { act: 'put', subject: person.id, kind: 'dispute', basis: 'Дело о споре' };
  const got = await house.desk(url, form);
  if (answered(stage, got, { act: 'put a hold', wanted: [303], about: person }) && !house.isDying)
    person.held = await newest(stage, person, { table: 'hold', id: 'hold_id' });
};

/** Something owed is written down, or met. */
export const oblige: DeskAct = async (stage, service) => {
  const { house, chance } = stage;
  const owing = somebody(stage, service, (one) => one.obligations.size > 0);
  if (owing && chance.happens(0.6)) {
    const [id = ''] = owing.obligations;
    const got = await house.desk(`${consoleOf(service)}/subjects/${owing.id}/obligations`, {
      act: 'meet',
      id,
    });
    if (answered(stage, got, { act: 'meet an obligation', wanted: [303], about: owing }))
      owing.obligations.delete(id);
    return;
  }
  const person = somebody(stage, service, (one) => one.consents && one.deleting === undefined);
  if (!person) return;
  const category = person.address.includes(marks.host) ? 'email' : 'phone';
  const form = { act: 'record', kind: 'order', about: 'заказ года', category };
  const got = await house.desk(`${consoleOf(service)}/subjects/${person.id}/obligations`, form);
  if (answered(stage, got, { act: 'record an obligation', wanted: [303], about: person }) && !house.isDying)
    person.obligations.add(await newest(stage, person, { table: 'obligation', id: 'obligation_id' }));
};

/** A letter comes that lacks what the law wants, and is refused. */
export const refuseLetter: DeskAct = async (stage, service) => {
  const { house } = stage;
  const person = somebody(stage, service, () => true);
  if (!person) return;
  const category = person.address.includes(marks.host) ? ['email'] : ['phone'];
  const url = `${consoleOf(service)}/letters`;
  const got = await house.desk(url, {
    ...{ asker: 'state', receivedOn: house.today, body: 'Управление', official: `Серік ${marks.surname}` },
    ...{ position: 'следователь', norm: 'статья 185', caseNumber: '', signature: 'hand', category },
    ...{ periodFrom: '2026-01-01', periodTo: '2026-11-01', channel: 'courier', person: person.id },
  });
  if (!answered(stage, got, { act: 'enter a letter', wanted: [303] })) return;
  const page = got.location;
  const beyond = await house.desk(page, { act: 'propose', category });
  answered(stage, beyond, { act: 'propose what lacks an element', wanted: [422] });
  const done = await house.desk(page, { act: 'refuse', words: '' });
  answered(stage, done, { act: 'refuse a letter', wanted: [303] });
};

let mailed = 0;

/** A mailing goes to everybody who agreed and has not refused since, and to nobody else. */
export const mail: DeskAct = async (stage, service) => {
  const { house, belief } = stage;
  const may = belief
    .living(service)
    .filter((one) => one.optional.has('marketing_notices') && !one.optedOut && !one.blocked)
    // Whoever is about to be gone is asked for nothing any more.
    .filter((one) => one.deleting === undefined)
    .filter((one) => one.address.includes(marks.host));
  if (may.length === 0) return;
  mailed += 1;
  const mark = `Хабар ${mailed} жылдық`;
  const text = `${mark}. Бас тарту: [link]`;
  const got = await house.desk(`${consoleOf(service)}/mailings`, {
    ...{ class: 'marketing', purpose: 'marketing_notices', channel: 'email' },
    ...{ 'text.ru': text, 'text.kk': text, 'subject.ru': 'Новости', 'subject.kk': 'Жаңалық' },
  });
  if (!answered(stage, got, { act: 'write a mailing', wanted: [303] })) return;
  const begun = await house.desk(got.location, { act: 'start' });
  if (!answered(stage, begun, { act: 'start a mailing', wanted: [303] })) return;
  await house.beat();
  await house.beat();
  if (house.isDying) return;
  belief.passDeletions(house.now);
  const to = house.post.given.filter((letter) => letter.text.includes(mark)).map((letter) => letter.to);
  const owed = may.map(({ address }) => address);
  const wrong = [
    ...to
      .filter((address) => !owed.includes(address))
      .map(() => 'a mailing came to somebody who had not agreed'),
    ...owed.filter((address) => !to.includes(address)).map(() => 'a mailing passed somebody over'),
    ...(new Set(to).size < to.length ? ['a mailing came to somebody twice'] : []),
  ];
  belief.surprises.push(...wrong.map((what) => ({ on: house.today, what: `${service.key}: ${what}` })));
};

/** Somebody joins the staff, works, and leaves: from then on nothing opens to them. */
export const joinAndLeave: DeskAct = async (stage, service) => {
  const { house, belief } = stage;
  const who = { name: `Тимур ${marks.surname}`, email: `${crypto.randomUUID().slice(0, 8)}${marks.host}` };
  const got = await house.desk('/console/staff', { ...who, [`grant.${service.key}`]: ['support'] });
  if (!answered(stage, got, { act: 'invite', wanted: [200] }) || house.isDying) return;
  const token = /\/console\/set-up\?token=([\w.-]+)/.exec(got.body)?.[1] ?? '';
  const cookie = await house.arrive({ token, ...who, password: 'девять белых яблонь у реки' });
  const id = (got.body.split('/console/staff/').find((one) => one.includes(who.email)) ?? '').slice(0, 36);
  const url = `${consoleOf(service)}/requests`;
  const works = await send(house.installation, { url, cookie });
  answered(stage, works, { act: 'work as a colleague', wanted: [200] });
  const ended = await house.desk(`/console/staff/${id}`, { act: 'end', confirm: 'yes' });
  answered(stage, ended, { act: 'end access', wanted: [303] });
  const after = await send(house.installation, { url, cookie });
  belief.count(`come back ${after.status}`);
  if (after.status === 200)
    belief.surprises.push({ on: house.today, what: 'the desk opened to somebody who left' });
};

/** The text is changed: announced now, in force in ten days, everybody is told. */
export const changePolicy: DeskAct = async (stage, service) => {
  const { house, belief } = stage;
  const { world } = house.installation;
  const versions = await world.store.transaction((tx) => tx.policies.list(service.id));
  // One change at a time: the next waits until the last holds.
  if (versions.some(({ status }) => status === 'scheduled')) return;
  const { policy } = await inForce(world, service);
  const title = `${policy.title.replace(/ \(\d+\)$/, '')} (${house.now % 1_000_000})`;
  const offered = await openService(world, { key: service.key, policy: { ...policy, title } });
  if (offered.outcome !== 'next-draft') return;
  await house.putInForce(service.key, {
    'c.effectiveOn': addDays(house.today, 10),
    'c.reason': 'wording',
    'c.note': '',
  });
  belief.count('change the policy 303');
};
