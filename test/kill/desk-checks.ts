import { askControl } from '../../src/cli/ask-control.ts';
import type { KeyState } from '../../src/cli/key-rows.ts';
import { cabinet } from './acts.ts';
import type { Clock } from './clock.ts';
import { withDatabase } from './database.ts';
import type { Mailbox } from './mailbox.ts';
import { addressDays, base, serviceKey } from './office.ts';
import type { Mailing, Person, Witness } from './witness.ts';

const day = 86_400_000;

/**
 * What is checked: a running server, its folder, what was acknowledged, a checkpoint saved before the kill.
 */
export interface Checked {
  readonly data: string;
  readonly origin: string;
  readonly key: string;
  readonly clock: Clock;
  readonly mailbox: Mailbox | undefined;
  readonly witness: Witness;
  readonly saved: string | undefined;
}

/** The requests a person made, and their answers, stand in the cabinet. */
export async function checkRequests(what: Checked, person: Person): Promise<readonly string[]> {
  if (!person.requests.some(({ known }) => known === 'yes')) return [];
  const page = await cabinet(what, person).get(`${base}/me/requests`);
  if (page.status !== 200) return [`the requests of a person answered ${page.status}`];
  const found: string[] = [];
  for (const { known, words, answered, answer } of person.requests) {
    if (known === 'yes' && !page.body.includes(words)) found.push('a request was lost');
    if (answered === 'yes' && !page.body.includes(answer)) found.push('an answer was lost');
  }
  return found;
}

/** What must be so of a postal address, by its term: whichever of these values, or none where `mayBeGone`. */
export function addressOwed(
  person: Person,
  today: string,
): { values: readonly string[]; mayBeGone: boolean } {
  const last = person.addresses.findLastIndex(({ known }) => known === 'yes');
  const possible = person.addresses.slice(Math.max(last, 0));
  const over = (on: string) => lastDayOf(on) < today;
  const alive = possible.filter(({ askedOn, knownOn }) => !over(knownOn || askedOn));
  const ending = possible.some(({ askedOn }) => over(askedOn));
  // A block keeps what is due; one that nobody answered about may or may not.
  const values = (person.blocked === 'no' ? alive : possible).map(({ value }) => value);
  const mayBeGone = last < 0 || (ending && person.blocked !== 'yes');
  return { values, mayBeGone };
}

/** The last day of an address that was stored on a civil date. */
function lastDayOf(on: string): string {
  return new Date(Date.parse(on) + addressDays * day).toISOString().slice(0, 10);
}

/** What was handed on is written down for each person. */
export async function checkDisclosures({ data, witness }: Checked): Promise<readonly string[]> {
  const handed = witness.people.filter((one) => one.handed > 0 && one.destroyed === 'no');
  const rows = await withDatabase(data, async (client) => {
    const query = 'select subject_id, count(*)::int as n from disclosure group by subject_id';
    return (await client.query<{ subject_id: string; n: number }>(query)).rows;
  });
  const stored = new Map(rows.map(({ subject_id, n }) => [subject_id, n]));
  const lost = handed.filter((one) => (stored.get(one.subject) ?? 0) < one.handed);
  return lost.length === 0 ? [] : [`${lost.length} people have fewer disclosures than were acknowledged`];
}

/** A mailing that was acknowledged comes to its end; it was put before everybody who had agreed. */
export async function checkMailings(what: Checked): Promise<readonly string[]> {
  const sent = what.witness.mailings.filter(({ known }) => known === 'yes');
  if (sent.length === 0) return [];
  return withDatabase(what.data, async (client) => {
    const states = await client.query<{ id: string; state: string }>(
      'select campaign_id::text as id, state from campaign',
    );
    const noted = await client.query<{ key: string }>(
      "select campaign_id::text || ' ' || subject_id::text as key from campaign_recipient",
    );
    const stateOf = new Map(states.rows.map(({ id, state }) => [id, state]));
    const keys = new Set(noted.rows.map(({ key }) => key));
    const steady = new Set(what.witness.people.filter(isSteady).map(({ subject }) => subject));
    const found = sent.filter(({ id }) => stateOf.get(id) !== 'done').map(() => 'a mailing did not end');
    const missed = (one: Mailing) => one.owed.filter((id) => steady.has(id) && !keys.has(`${one.id} ${id}`));
    const n = sent.flatMap(missed).length;
    return n === 0 ? found : [...found, `mailings passed ${n} people over`];
  });
}

/** Whoever nothing has happened to since: a mailing that they had agreed to must have come to them. */
function isSteady(one: Person): boolean {
  return [one.destroyed, one.withdrawn, one.optedOut].every((known) => known === 'no');
}

/** Nobody gets a letter twice, or one they had refused. */
export function checkLetters({ witness, mailbox }: Checked): readonly string[] {
  if (!mailbox) return [];
  return witness.mailings.flatMap(({ mark, barred }) => {
    const to = mailbox.letters.filter(({ text }) => text.includes(mark)).map((letter) => letter.to);
    const found = new Set(to).size === to.length ? [] : ['a mailing came to somebody twice'];
    return barred.some((address) => to.includes(address)) ? [...found, 'a refused mailing came'] : found;
  });
}

/** No epoch from before a turn that was acknowledged as through has a key. */
export async function checkEpoch({ data, witness }: Checked): Promise<readonly string[]> {
  if (witness.epoch === 0) return [];
  const state = await askControl<KeyState>(data, 'keys', {});
  const row = state?.services.find(({ service }) => service === serviceKey);
  if (!row) return ['nobody says where the key epochs stand'];
  return row.epoch >= witness.epoch ? [] : ['a turn of the key epoch was lost'];
}
