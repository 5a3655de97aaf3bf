import { type Answer, Caller } from './caller.ts';
import type { Chance } from './chance.ts';
import { base, categories, type Office, purpose, serviceKey } from './office.ts';
import type { Person, Witness } from './witness.ts';

/** What the load is put on. */
export interface Target {
  readonly origin: string;
  readonly office: Office;
  readonly key: string;
  readonly policy: string;
  readonly witness: Witness;
  readonly chance: Chance;
}

/** Work in flight that can be told to end. */
export interface Load {
  /** Lets what is in flight end. Never fails: broken connections are part of it. */
  stop(): Promise<void>;
}

type Act = (target: Target) => Promise<void>;

const workers = 6;

/**
 * Puts registrations to the end, reads, refused reads, corrections, withdrawals and deletions on a server.
 */
export function startLoad(target: Target): Load {
  let going = true;
  const work = async () => {
    while (going) {
      const act = chooseAct(target.chance);
      const failed = await act(target).then(
        () => false,
        () => true,
      );
      if (failed) target.witness.saw('', 'none');
      // A server that is away is asked again, not without pause.
      if (failed) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = Promise.all(Array.from({ length: workers }, work));
  return {
    async stop() {
      going = false;
      await all;
    },
  };
}

function chooseAct(chance: Chance): Act {
  const drawn = chance.next();
  if (drawn < 0.45) return register;
  if (drawn < 0.75) return read;
  if (drawn < 0.83) return readRefused;
  if (drawn < 0.9) return correct;
  return drawn < 0.95 ? withdraw : destroy;
}

/** Registers someone to the end: form, code out of the outbox, confirmation. */
export async function register({ origin, office, policy, witness }: Target): Promise<void> {
  const person = witness.newPerson();
  try {
    const caller = new Caller(origin);
    const json = { fields: person.fields, consent: true, policy };
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

async function read(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    const answer = await askData(target, person.subject, purpose);
    witness.saw('read', answer.status);
    noteRead(witness, person, answer);
    if (answer.status === 403 && person.withdrawn === 'no')
      witness.faults.push('a read was refused for no reason');
    if (answer.status === 200 && person.withdrawn === 'yes') {
      witness.faults.push('a read passed after the consent was withdrawn');
    }
  });
}

async function readRefused(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    const answer = await askData(target, person.subject, 'marketing_notices');
    witness.saw('read for another purpose', answer.status);
    if (answer.status === 403) witness.acknowledged.refusals += 1;
    if (answer.status === 200) witness.faults.push('a read passed for a purpose that was not granted');
  });
}

async function correct(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    const address = {
      value: `Алматы, улица Сынақ, ${target.chance.between(1, 99_999)}`,
      known: 'asked' as const,
    };
    person.addresses.push(address);
    const done = await cabinet(target, person).post(`${base}/me/correct/postal_address`, {
      form: { value: address.value },
    });
    witness.saw('correct', done.status);
    if (done.status === 303) Object.assign(address, { known: 'yes' });
    if (done.status === 303) witness.acknowledged.corrections += 1;
  });
}

async function withdraw(target: Target): Promise<void> {
  const { witness } = target;
  await withSomebody(target, async (person) => {
    if (person.withdrawn === 'yes') return;
    const caller = cabinet(target, person);
    const list = await caller.get(`${base}/me/consents`);
    witness.saw('consents', list.status);
    const consent = /me\/consents\/([0-9a-f-]{36})/.exec(list.body)?.[1];
    if (list.status !== 200 || !consent) return;
    person.withdrawn = 'asked';
    const done = await caller.post(`${base}/me/consents/${consent}/withdraw`, { form: { whole: 'yes' } });
    witness.saw('withdraw', done.status);
    if (done.status !== 303) return;
    person.withdrawn = 'yes';
    witness.acknowledged.withdrawals += 1;
  });
}

async function destroy(target: Target): Promise<void> {
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

async function withSomebody(target: Target, act: (person: Person) => Promise<void>): Promise<void> {
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
