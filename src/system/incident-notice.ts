import { civilDateAt, type Id, KepilError, type Language } from '../base/index.ts';
import { lackingInNotice } from '../incidents/index.ts';
import { type BreachPerson, breachLetter, reasonText } from '../notice/index.ts';
import type { AffectedRecord, IncidentRecord, ServiceRecord } from '../store/index.ts';
import { type Speaker, speakerOf } from '../words/index.ts';
import type { Clerk } from './clerk.ts';
import { asHandling, incidentIn } from './incident-case.ts';
import { isReleased } from './incident-release.ts';
import { nameFor } from './looks.ts';
import { readForStaff } from './read-data.ts';
import { headOf, policyVersion, type World } from './world.ts';

/** The languages in which the authorised body is written to. */
export const breachLanguages: readonly Language[] = ['ru', 'kk'];

/** So many people stand in the annex of the letter; more of them in a file of its own. */
const annexAtMost = 300;
const peopleAtOnce = 500;
/** What the form of the notice wants of each person, as far as it is held. */
const asked = ['full_name', 'iin', 'phone'] as const;

interface At {
  readonly service: ServiceRecord;
  readonly id: string;
}

/**
 * The notice of a breach as a document to sign. The people it touches stand in it once a second person let
 * their names be seen; each is read through the gate in the matter of the incident and has an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND`, also while the notice lacks something
 * @law 94-V Art. 25(2)(8)
 */
export async function printBreach(
  world: World,
  clerk: Clerk,
  at: At & { readonly language: Language },
): Promise<Uint8Array> {
  const by = asHandling(clerk);
  const { row, words, released } = await lookedAt(world, at);
  const people = await affectedOf(world, row);
  const whole = lackingInNotice({ ...words, affected: people.length }).length === 0;
  if (row.countedAt === undefined || !whole || !breachLanguages.includes(at.language))
    throw new KepilError('ERR_NOT_FOUND', 'not-found');
  const speaker = speakerOf(at.language, world.law.zone);
  const { operator, service } = await senderOf(world, { ...at, speaker });
  const listed = released && people.length <= annexAtMost;
  const letter = breachLetter(speaker, {
    ...{ number: row.id, operator, service, kinds: row.kinds, detectedAt: row.detectedAt },
    ...{ from: row.scope.from, to: Math.min(row.scope.to, world.now()) },
    ...{ what: words.what, contact: words.contact, measures: words.measures },
    writtenOn: civilDateAt(world.now(), world.law.zone),
    affected: people.length,
    unnamed: row.unnamed ?? 0,
    ...(listed && { people: await readPeople(world, { by, row, people, speaker, service: at.service }) }),
  });
  return world.print(letter);
}

/** An incident, and whether the names of those it touches may be seen. */
async function lookedAt(world: World, at: At) {
  return world.store.transaction(async (tx) => {
    const found = await incidentIn(tx, world, { ...at, mode: 'look' });
    const steps = await tx.incidents.steps(found.row.service, found.row.id);
    return { ...found, released: isReleased(found.row, steps) };
  });
}

async function senderOf(world: World, { service, speaker }: At & { speaker: Speaker }) {
  return world.store.transaction(async (tx) => {
    const { hash } = await headOf(tx, service.id);
    const { policy } = await policyVersion(tx, world, { service: service.id, hash });
    return { operator: policy.operator, service: await nameFor(tx, world, { service, speaker }) };
  });
}

async function affectedOf(world: World, row: IncidentRecord): Promise<readonly AffectedRecord[]> {
  const all: AffectedRecord[] = [];
  for (let after: Id | undefined; ; ) {
    const page = { limit: peopleAtOnce, ...(after !== undefined && { after }) };
    const some = await world.store.transaction((tx) => tx.incidents.affected(row.service, row.id, page));
    all.push(...some);
    if (some.length < peopleAtOnce) return all;
    after = some.at(-1)?.subject;
  }
}

interface Reading {
  readonly by: Clerk;
  readonly row: IncidentRecord;
  readonly people: readonly AffectedRecord[];
  readonly speaker: Speaker;
  readonly service: ServiceRecord;
}

async function readPeople(world: World, of: Reading): Promise<BreachPerson[]> {
  const listed: BreachPerson[] = [];
  for (const person of of.people) listed.push(await readOne(world, of, person));
  return listed;
}

async function readOne(world: World, of: Reading, { subject }: AffectedRecord): Promise<BreachPerson> {
  const ask = { service: of.service, subject, categories: [...asked], matter: of.row.id };
  const { decision, values } = await readForStaff(world, of.by, { ...ask, purpose: 'breach_response' });
  if (!decision.allowed)
    return { kept: decision.because.map((reason) => reasonText(of.speaker, reason)).join(' ') };
  const { full_name: name, iin, phone } = values;
  return { ...(name && { name }), ...(iin && { iin }), ...(phone && { phone }) };
}

/** A field of a table that programs read: quoted, and nothing that a spreadsheet would take for a formula. */
function cell(text: string): string {
  const safe = /^[=@\t\r]|^[+-](?!\d+$)/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * The people an incident touches as a table: name, identification number, mobile number, how they were told.
 * Each is read through the gate and has an entry.
 *
 * @throws KepilError `ERR_NOT_FOUND`, also while nobody computed whom it touches; `ERR_FORBIDDEN` until a
 * second person let the names be seen
 */
export async function listAffected(
  world: World,
  clerk: Clerk,
  at: At & { readonly speaker: Speaker },
): Promise<string> {
  const by = asHandling(clerk);
  const { row, released } = await lookedAt(world, at);
  if (row.countedAt === undefined) throw new KepilError('ERR_NOT_FOUND', 'not-found');
  if (!released) throw new KepilError('ERR_FORBIDDEN', 'incident-names-second');
  const { speaker } = at;
  const people = await affectedOf(world, row);
  const of = { by, row, people, speaker, service: at.service };
  const header = ['number', 'name', 'iin', 'phone', 'acts', 'told'] as const;
  const lines = [header.map((column) => cell(speaker.say(`notice.breach.column.${column}`))).join(',')];
  for (const [index, person] of people.entries()) {
    const { name = '', iin = '', phone = '', kept } = await readOne(world, of, person);
    const told = speaker.sayCode('incident.told', person.outcome ?? 'waiting');
    const fields = [String(index + 1), kept ?? name, iin, phone, String(person.acts), told];
    lines.push(fields.map(cell).join(','));
  }
  return `\u{feff}${lines.join('\r\n')}\r\n`;
}
