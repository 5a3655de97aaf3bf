import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCrypto } from '../../src/keys/index.ts';
import { decodeBundle, decodeEntry, logPaths, verifyLog } from '../../src/ledger/index.ts';
import { askData, cabinet, noteRead } from './acts.ts';
import { Caller } from './caller.ts';
import { countRowsOf, findHalfDone } from './database.ts';
import {
  addressOwed,
  type Checked,
  checkDisclosures,
  checkEpoch,
  checkLetters,
  checkMailings,
  checkRequests,
} from './desk-checks.ts';
import { base, purpose, serviceKey } from './office.ts';
import { marks, type Person } from './witness.ts';

/** Folder of the example's public log. */
export const logOf = (data: string) => join(data, 'log', serviceKey);

/** Everything that does not hold after a kill; empty is well. */
export async function checkAll(what: Checked): Promise<readonly string[]> {
  const found = [...(await checkPeople(what))];
  found.push(...(await checkDestroyed(what)));
  found.push(...(await settled(() => findHalfDone(what.data, what.clock.ahead))));
  found.push(...(await settled(async () => checkEntries(what))));
  found.push(...(await checkDisclosures(what)));
  found.push(...(await settled(() => checkMailings(what))));
  found.push(...checkLetters(what), ...(await checkEpoch(what)));
  found.push(...checkLog(what.data, what.saved));
  found.push(...what.witness.faults.splice(0));
  return found;
}

const patienceMs = 60_000;

/** What is still found when the server has had time to finish what it owes: sweeps, the sequencer. */
async function settled(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > deadline) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Every acknowledged registration is there and readable, as it was last acknowledged to be. */
async function checkPeople(what: Checked): Promise<readonly string[]> {
  const alive = what.witness.people.filter((one) => one.registered === 'yes' && one.destroyed === 'no');
  const found: string[] = [];
  for (let at = 0; at < alive.length; at += 8) {
    const some = await Promise.all(alive.slice(at, at + 8).map((person) => checkPerson(what, person)));
    found.push(...some.flat());
  }
  return found;
}

async function checkPerson(what: Checked, person: Person): Promise<readonly string[]> {
  let answer = await askData(what, person.subject, purpose);
  // A database that has just come back may be away once more for a moment: nothing is lost by that.
  for (let again = 0; answer.status === 503 && again < 20; again++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    answer = await askData(what, person.subject, purpose);
  }
  noteRead(what.witness, person, answer);
  const found: string[] = [];
  if (answer.status === 200 && person.withdrawn === 'yes') found.push('a withdrawal was lost');
  else if (answer.status === 200 && person.blocked === 'yes') found.push('a block was lost');
  else if (answer.status === 403 && person.withdrawn === 'no' && person.blocked === 'no')
    found.push('a registration was lost');
  else if (answer.status !== 200 && answer.status !== 403) found.push(`a read answered ${answer.status}`);
  const copy = await cabinet(what, person).get(`${base}/me/export.json`);
  if (copy.status !== 200)
    return [...found, `the session of an acknowledged registration answered ${copy.status}`];
  const { data } = JSON.parse(copy.body) as { data: Record<string, { value: string }[]> };
  const { email, phone, full_name: name } = person.fields;
  const kept = data.email?.[0]?.value === email && data.phone?.[0]?.value === phone;
  if (!kept || data.full_name?.[0]?.value !== name)
    found.push('values of a registration are not what was sent');
  found.push(...(await checkAddress(what, person, data.postal_address?.[0]?.value)));
  found.push(...(await checkRequests(what, person)));
  return found;
}

/** The address is the one that was sent, and stays for its term and no longer. */
async function checkAddress(what: Checked, person: Person, first?: string): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs;
  for (let address = first; ; ) {
    const { values, mayBeGone } = addressOwed(person, what.clock.on());
    if (address === undefined) return mayBeGone ? [] : ['a correction was lost'];
    if (values.includes(address)) return [];
    // Its term may be over, and the run that takes it away under way.
    if (!mayBeGone || Date.now() > deadline) return ['an address is not the one sent, or outlived its term'];
    await new Promise((resolve) => setTimeout(resolve, 500));
    const copy = await cabinet(what, person).get(`${base}/me/export.json`);
    if (copy.status !== 200) return [`a copy of the data answered ${copy.status}`];
    const { data } = JSON.parse(copy.body) as { data: Record<string, { value: string }[]> };
    address = data.postal_address?.[0]?.value;
  }
}

/** Every acknowledged destruction stays destroyed: no read, no row, and the page of the act opens. */
async function checkDestroyed(what: Checked): Promise<readonly string[]> {
  const gone = what.witness.people.filter(({ destroyed }) => destroyed === 'yes');
  if (gone.length === 0) return [];
  const found: string[] = [];
  for (const person of gone) {
    const answer = await askData(what, person.subject, purpose);
    if (answer.status !== 403) found.push(`a read of a destroyed account answered ${answer.status}`);
    if (answer.status === 403) what.witness.acknowledged.refusals += 1;
    const act = await new Caller(what.origin).get(person.act);
    if (act.status !== 200) found.push(`the page of an act answered ${act.status}`);
  }
  const subjects = gone.map(({ subject }) => subject);
  const rows = await settled(async () => {
    const left = await countRowsOf(what.data, subjects);
    return left === 0 ? [] : [`${left} rows of destroyed accounts are left`];
  });
  return [...found, ...rows];
}

/** Each acknowledged act has its entry in the log that lies in the folder. */
function checkEntries({ data, witness }: Checked): readonly string[] {
  const { ids, kinds } = readLog(logOf(data));
  const missing = witness.entries.filter((id) => !ids.has(id)).length;
  const found = missing === 0 ? [] : [`${missing} acknowledged reads have no entry in the log`];
  const { acknowledged } = witness;
  const wanted = {
    collection: acknowledged.registrations,
    consent: acknowledged.registrations,
    refusal: acknowledged.refusals,
    change: acknowledged.corrections,
    withdrawal: acknowledged.withdrawals,
    destruction: acknowledged.destructions,
    disclosure: acknowledged.disclosures,
    block: acknowledged.blocks,
    key: acknowledged.turns,
  };
  for (const [kind, least] of Object.entries(wanted)) {
    const there = kinds.get(kind) ?? 0;
    if (there < least) found.push(`${there} entries of the kind ${kind} for ${least} acknowledged acts`);
  }
  return found;
}

/** Ids and kinds of all entries up to the checkpoint in the folder. */
export function readLog(folder: string): { ids: ReadonlySet<string>; kinds: ReadonlyMap<string, number> } {
  const size = Number(readFileSync(join(folder, 'checkpoint'), 'utf8').split('\n')[1]);
  const ids = new Set<string>();
  const kinds = new Map<string, number>();
  for (const path of logPaths(size).filter((each) => each.startsWith('tile/entries/'))) {
    for (const leaf of decodeBundle(readFileSync(join(folder, path))) ?? []) {
      const entry = decodeEntry(leaf);
      if (!entry) continue;
      ids.add(entry.id);
      kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1);
    }
  }
  return { ids, kinds };
}

/** The log in the folder verifies, offline and against a checkpoint saved before the kill. */
export function checkLog(data: string, saved: string | undefined): readonly string[] {
  const read = (path: string) => {
    const whole = join(logOf(data), path);
    return existsSync(whole) ? readFileSync(whole) : undefined;
  };
  const verifierKey = read('verifier-key')?.toString('utf8').trim();
  const against = saved === undefined ? undefined : readFileSync(saved, 'utf8');
  const asked = { ...(verifierKey && { verifierKey }), ...(against !== undefined && { against }) };
  const { problems, signature } = verifyLog(read, asked, nodeCrypto);
  const found = problems.map(({ code }) => `the log does not verify: ${code}`);
  return signature === 'good' ? found : [...found, `the signature of the log is ${signature}`];
}

/** Files under `folder` in which something stands that somebody gave as theirs. */
export function findReadable(folder: string): readonly string[] {
  const wanted = marks.map((mark) => Buffer.from(mark, 'utf8'));
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((mark) => bytes.includes(mark));
    });
}

/** Whether something a process printed names somebody. */
export function saysTooMuch(said: string): readonly string[] {
  return marks.filter((mark) => said.includes(mark)).map((mark) => `the output holds «${mark}»`);
}
