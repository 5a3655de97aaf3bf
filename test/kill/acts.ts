import { type Answer, Caller } from './caller.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { base, categories, type Office, purpose, serviceKey } from './office.ts';
import type { Person, Witness } from './witness.ts';

/** What the load is put on. */
export interface Target {
  readonly data: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly office: Office;
  readonly key: string;
  readonly policy: string;
  readonly witness: Witness;
  readonly chance: Chance;
}

/** Something done to a server under load. */
export type Act = (target: Target) => Promise<void>;

/** Registers someone to the end: form, code out of the outbox, confirmation. */
export async function register({
  origin,
  office,
  policy,
  witness,
}: Omit<Target, 'data' | 'clock'>): Promise<void> {
  const person = witness.newPerson();
  try {
    const caller = new Caller(origin);
    const optional = office.mailbox ? ['marketing_notices'] : [];
    const json = { fields: person.fields, consent: true, optional, policy };
    const started = await caller.post(`/api/v1${base}/registrations`, { json });
    witness.saw('register', started.status);
    if (started.status !== 202) return;
    const { draft } = JSON.parse(started.body) as { draft: string };
    const code = await office.codeFor(person.fields.email);
    person.registered = 'asked';
    const path = `/api/v1${base}/registrations/${draft}/confirm`;
    const done = await caller.post(path, { json: { code } });
    witness.saw('confirm', done.status);
    if (done.status !== 201) return;
    const { subject, session } = JSON.parse(done.body) as { subject: string; session: string };
    Object.assign(person, { subject, session, registered: 'yes' });
    witness.acknowledged.registrations += 1;
  } finally {
    person.busy = false;
  }
}

/** Asks for a person's data by the API key. */
export function askData(
  target: Pick<Target, 'origin' | 'key'>,
  subject: string,
  what: string,
): Promise<Answer> {
  const json = { subject, purpose: what, categories };
  return new Caller(target.origin).post(`/api/v1${base}/read`, { json, bearer: target.key });
}

/** Notes a read by its answer: the entry it names must stand in the log from now on. */
export function noteRead(witness: Witness, person: Person, answer: Answer): void {
  if (answer.status !== 200) return;
  const { entry, values } = JSON.parse(answer.body) as { entry: string; values: Record<string, string> };
  witness.entries.push(entry);
  witness.acknowledged.reads += 1;
  const right = categories.every((category) => values[category] === person.fields[category]);
  if (!right) witness.faults.push('a read gave values that were not stored');
}

/** Reads data of somebody by the API key, and holds the answer against what is known of them. */
export async function read(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    const answer = await askData(target, person.subject, purpose);
    witness.saw('read', answer.status);
    noteRead(witness, person, answer);
    if (answer.status === 403 && person.withdrawn === 'no' && person.blocked === 'no')
      witness.faults.push('a read was refused for no reason');
    if (answer.status === 200 && person.withdrawn === 'yes') {
      witness.faults.push('a read passed after the consent was withdrawn');
    }
    if (answer.status === 200 && person.blocked === 'yes') witness.faults.push('a read passed a block');
  });
}

/** Asks for data for a purpose that the key has not. */
export async function readRefused(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    const answer = await askData(target, person.subject, 'marketing_notices');
    witness.saw('read for another purpose', answer.status);
    if (answer.status === 403) witness.acknowledged.refusals += 1;
    if (answer.status === 200) witness.faults.push('a read passed for a purpose that was not granted');
  });
}

/** A person corrects their address. */
export async function correct(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    const address = {
      value: `Алматы, улица Сынақ, ${target.chance.between(1, 99_999)}`,
      askedOn: target.clock.on(),
      knownOn: '',
      known: 'asked' as const,
    };
    person.addresses.push(address);
    const done = await cabinet(target, person).post(`${base}/me/correct/postal_address`, {
      form: { value: address.value },
    });
    witness.saw('correct', done.status);
    if (done.status === 303) Object.assign(address, { known: 'yes', knownOn: target.clock.on() });
    if (done.status === 303) witness.acknowledged.corrections += 1;
  });
}

/** A person withdraws every consent. */
export async function withdraw(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    if (person.withdrawn === 'yes') return;
    const caller = cabinet(target, person);
    const list = await caller.get(`${base}/me/consents`);
    witness.saw('consents', list.status);
    const consents = new Set(list.body.match(/(?<=me\/consents\/)[0-9a-f-]{36}/g) ?? []);
    if (list.status !== 200 || consents.size === 0) return;
    person.withdrawn = 'asked';
    for (const consent of consents) {
      const done = await caller.post(`${base}/me/consents/${consent}/withdraw`, { form: { whole: 'yes' } });
      witness.saw('withdraw', done.status);
      if (done.status !== 303) return;
    }
    person.withdrawn = 'yes';
    witness.acknowledged.withdrawals += 1;
  });
}

/** A person deletes their account. */
export async function destroy(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    person.destroyed = 'asked';
    const done = await cabinet(target, person).post(`${base}/me/delete`, { form: { confirm: 'yes' } });
    witness.saw('delete', done.status);
    if (done.status !== 303 || !done.location.includes('/act/')) return;
    Object.assign(person, { destroyed: 'yes', act: done.location });
    witness.acknowledged.destructions += 1;
  });
}

/** Does something with somebody whom nobody else works with; registers somebody when there is none. */
export async function withSomebody(target: Target, act: (person: Person) => Promise<void>): Promise<void> {
  const person = target.witness.take((all) => target.chance.pick(all));
  if (!person) return register(target);
  try {
    await act(person);
  } finally {
    person.busy = false;
  }
}

/** A person's own browser, signed in. */
export function cabinet(target: Pick<Target, 'origin'>, person: Person): Caller {
  const caller = new Caller(target.origin);
  caller.cookies.set(`kepil_s_${serviceKey}`, person.session);
  return caller;
}
