import type { ServiceRecord } from '../../src/system/index.ts';
import type { Chance } from '../kill/chance.ts';
import { type Belief, type Believed, marks } from './believed.ts';
import { type Form, type Got, send } from './client.ts';
import { dueOf } from './due.ts';
import { type House, said } from './house.ts';
import { bornFor, correctedValue, type FormField, fillIn } from './people.ts';

/** What an act is done in. */
export interface Stage {
  readonly house: House;
  readonly belief: Belief;
  readonly chance: Chance;
  /** How many of the open requests the desk gets to on a working day, from 0 to 1. */
  readonly diligence: number;
}

/** A form of a service, as a program sees it. */
interface ShownForm {
  readonly policy: string;
  readonly fields: readonly FormField[];
  readonly optional: readonly { readonly purpose: string }[];
  readonly adultsOnly: boolean;
}

/**
 * Compares an answer with what it had to be. While the house is dying a refusal says nothing: whoever it was
 * about is looked up afterwards.
 *
 * @returns whether it was taken
 */
export function answered(
  { house, belief }: Stage,
  got: Got,
  what: { act: string; wanted: readonly number[]; about?: Believed },
): boolean {
  const { act, wanted, about } = what;
  const taken = got.status < 400;
  const failed = house.isDying || (house.isTearing && got.status === 503);
  if (failed && !(taken && wanted.includes(got.status))) {
    if (about) belief.unsure.add(about);
    return false;
  }
  belief.count(`${act} ${got.status}`);
  if (!wanted.includes(got.status))
    belief.surprises.push({
      on: house.today,
      what: `${act} answered ${got.status}, not ${wanted.join(' or ')}: ${said(got)}`,
    });
  return taken;
}

/** Whose registration waits for its code. */
interface Begun {
  readonly draft: string;
  readonly values: Record<string, string>;
  readonly optional: readonly string[];
  readonly address: string;
}

/** People come to a service: some refuse the consent, some are too young, most register to the end. */
export async function registerSome(stage: Stage, service: ServiceRecord, count: number): Promise<void> {
  const { house, belief, chance } = stage;
  const shown = await send(house.installation, { url: `/api/v1/s/${service.key}/form` });
  if (house.isDying || shown.status !== 200) return;
  const form = JSON.parse(shown.body) as ShownForm;
  const begun: Begun[] = [];
  for (let n = 0; n < count; n++) {
    const one = await begin(stage, service, form);
    if (one) begun.push(one);
    house.pass(chance.between(0, 1));
  }
  if (begun.length === 0 || house.isDying) return;
  await house.beat();
  if (!house.isDying) belief.passDeletions(house.now);
  for (const one of begun) await confirm(stage, service, one);
}

async function begin(stage: Stage, service: ServiceRecord, form: ShownForm): Promise<Begun | undefined> {
  const { house, belief, chance } = stage;
  const young = chance.happens(0.06);
  const born = bornFor(young ? chance.between(8, 14) : chance.between(19, 70), house.today, chance);
  const values = fillIn(form.fields, { chance, born, young });
  const consent = !chance.happens(0.08);
  const optional = form.optional.map(({ purpose }) => purpose).filter(() => chance.happens(0.6));
  const json = { fields: values, consent, optional, policy: form.policy };
  const got = await send(house.installation, { url: `/api/v1/s/${service.key}/registrations`, json });
  if (!consent) {
    answered(stage, got, { act: 'register without consent', wanted: [422] });
    return undefined;
  }
  if (young && 'birth_date' in values) {
    // Where the policy is for everybody, whoever speaks for a child has a way of their own.
    if (form.adultsOnly) answered(stage, got, { act: 'register under age', wanted: [422] });
    else belief.count(`register a child ${got.status}`);
    return undefined;
  }
  if (!answered(stage, got, { act: 'register', wanted: [202] })) return undefined;
  const address = values.email ?? values.phone ?? '';
  return { draft: (JSON.parse(got.body) as { draft: string }).draft, values, optional, address };
}

async function confirm(stage: Stage, service: ServiceRecord, begun: Begun): Promise<void> {
  const { house, belief } = stage;
  const { draft, values, address, optional } = begun;
  const letter = house.post.given.findLast(({ to }) => to === address);
  const code = /\b(\d{6})\b/.exec(letter?.text ?? '')?.[1];
  // A letter that the store forgot to hand on does not come.
  if (code === undefined && house.isTearing) return;
  const url = `/api/v1/s/${service.key}/registrations/${draft}/confirm`;
  const got = await send(house.installation, { url, json: { code: code ?? '' } });
  if (!answered(stage, got, { act: 'confirm', wanted: [201] })) return;
  const { subject: id } = JSON.parse(got.body) as { subject: string };
  const on = house.today;
  const given = Object.entries(values).map(([category, value]) => [category, { value, on }] as const);
  belief.people.push({
    ...{ service, id, address, values: new Map(given), optional: new Set(optional) },
    ...{ consents: true, optedOut: false, obligations: new Set(), agreed: new Set(), gone: false },
  });
}

const post = ({ house }: Stage, person: Believed, ask: { url: string; form: Form }) =>
  house.own(person.service, person.id, ask);

/** Something a person does in their cabinet. */
export type OwnAct = (stage: Stage, person: Believed) => Promise<void>;

/** They look around: every page answers. */
export const lookAround: OwnAct = async (stage, person) => {
  for (const url of ['/me', '/me/consents', '/me/requests', '/me/recipients'])
    answered(stage, await stage.house.own(person.service, person.id, { url }), {
      act: 'look',
      wanted: [200],
    });
};

/** They correct a value; a block stops that. */
export const edit: OwnAct = async (stage, person) => {
  const { house, chance } = stage;
  const category = chance.pick([...person.values.keys()]) ?? '';
  const value = correctedValue(category, chance);
  if (value === undefined) return;
  const got = await post(stage, person, { url: `/me/correct/${category}`, form: { value } });
  const wanted = [person.blocked ? 403 : 303];
  if (answered(stage, got, { act: 'correct', wanted, about: person }))
    person.values.set(category, { value, on: house.today });
};

/** They withdraw everything. */
export const withdraw: OwnAct = async (stage, person) => {
  const { house } = stage;
  if (house.isDying) return;
  const { rows } = await house.sql.query<{ id: string }>(
    `select consent_id::text as id from consent where service_id = $1 and subject_id = $2
      and withdrawn_at is null order by consent_id`,
    [person.service.id, person.id],
  );
  for (const { id } of rows) {
    const got = await post(stage, person, { url: `/me/consents/${id}/withdraw`, form: { whole: 'yes' } });
    if (!answered(stage, got, { act: 'withdraw', wanted: [303], about: person })) return;
  }
  person.consents = false;
  person.optional.clear();
  person.agreed.clear();
};

/** They withdraw one of the purposes that have a box of their own. */
export const withdrawPurpose: OwnAct = async (stage, person) => {
  const { house, chance } = stage;
  const purpose = chance.pick([...person.optional]);
  if (purpose === undefined || house.isDying) return;
  const { rows } = await house.sql.query<{ id: string }>(
    `select consent_id::text as id from consent where service_id = $1 and subject_id = $2
      and withdrawn_at is null and recipient_id is null and $3 = any(purposes)
      and not withdrawn_purposes ? $3`,
    [person.service.id, person.id, purpose],
  );
  const [row] = rows;
  if (!row) return;
  const got = await post(stage, person, { url: `/me/consents/${row.id}/withdraw`, form: { purpose } });
  if (answered(stage, got, { act: 'withdraw a purpose', wanted: [303], about: person }))
    person.optional.delete(purpose);
};

const rights = [
  'block_restrict',
  'object',
  'human_review',
  'compensation',
  'other_by_law',
  'stop_processing',
];

/** They make a request; its clock is counted here as well. */
export const ask: OwnAct = async (stage, person) => {
  const { house, belief, chance } = stage;
  const kind = chance.pick(rights) ?? 'object';
  const got = await post(stage, person, { url: '/me/requests', form: { kind, words: 'Прошу рассмотреть.' } });
  if (!answered(stage, got, { act: 'request', wanted: [303], about: person }) || house.isDying) return;
  const { rows } = await house.sql.query<{ id: string; due: string }>(
    `select request_id::text as id, due_on::text as due from request where service_id = $1
      and subject_id = $2 order by request_id desc limit 1`,
    [person.service.id, person.id],
  );
  const [row] = rows;
  const dueOn = dueOf(kind, house.today);
  if (row?.due !== dueOn)
    belief.surprises.push({ on: house.today, what: `${kind} is due ${row?.due}, not ${dueOn}` });
  if (row) belief.claims.push({ service: person.service, id: row.id, kind, person, dueOn, forChild: false });
};

/** They delete their account, at once or after a day; a block, an order to keep and what is owed stop it. */
export const leave: OwnAct = async (stage, person) => {
  const { house, chance } = stage;
  const later = chance.happens(0.5);
  const form = { when: later ? 'day' : 'now', confirm: 'yes' };
  const got = await post(stage, person, { url: '/me/delete', form });
  const stops = person.blocked ?? person.held ?? [...person.obligations][0];
  const wanted = [stops ? 403 : 303];
  if (!answered(stage, got, { act: later ? 'delete after a day' : 'delete', wanted, about: person })) return;
  if (later) person.deleting ??= house.now;
  else person.gone = true;
};

/** They take a deletion back. */
export const stay: OwnAct = async (stage, person) => {
  if (person.deleting === undefined) return;
  const got = await post(stage, person, { url: '/me/delete', form: { act: 'undo' } });
  if (answered(stage, got, { act: 'undo a deletion', wanted: [303], about: person })) delete person.deleting;
};

/** They turn mailings off. */
export const optOut: OwnAct = async (stage, person) => {
  if (!person.optional.has('marketing_notices') || !person.address.includes(marks.host)) return;
  const form = { wish: 'off', purpose: 'marketing_notices', category: 'email' };
  const got = await post(stage, person, { url: '/me/mailings', form });
  if (answered(stage, got, { act: 'opt out', wanted: [303], about: person })) person.optedOut = true;
};

/** Somebody says that they are a child: whoever is known is protected at once. */
export const claimChild: OwnAct = async (stage, person) => {
  const { house, belief } = stage;
  if (person.blocked || person.claimRefusedOn !== undefined || house.isDying) return;
  const form = {
    ...{ child: 'Алихан Придуманный', proof: 'Мать, свидетельство.', kind: 'delete', language: 'ru' },
    ...{ name: `Салтанат ${marks.surname}а`, answerTo: `parent${marks.host}`, words: 'Прошу удалить.' },
    address: person.address,
  };
  const got = await send(house.installation, { url: `/s/${person.service.key}/child`, form });
  if (!answered(stage, got, { act: 'claim for a child', wanted: [303], about: person }) || house.isDying)
    return;
  const { rows } = await house.sql.query<{ id: string; due: string }>(
    `select request_id::text as id, due_on::text as due from request where service_id = $1
      and about_id = $2 order by request_id desc limit 1`,
    [person.service.id, person.id],
  );
  const [row] = rows;
  if (!row) {
    belief.surprises.push({ on: house.today, what: 'a claim for a child is about nobody' });
    return;
  }
  person.blocked = row.id;
  person.claimRefusedOn = house.today;
  belief.claims.push({
    service: person.service,
    id: row.id,
    kind: 'delete',
    person,
    dueOn: row.due,
    forChild: true,
  });
};
