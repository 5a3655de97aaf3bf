import { addDays } from '../../src/base/index.ts';
import { purposes } from '../../src/policy/index.ts';
import type { ServiceRecord } from '../../src/system/index.ts';
import { answered, type OwnAct } from './acts.ts';
import { type Believed, marks } from './believed.ts';
import { send } from './client.ts';
import type { DeskAct } from './desk.ts';
import { type ProgramKey, testMeasures } from './furniture.ts';

const consoleOf = (service: ServiceRecord) => `/console/s/${service.key}`;

/** Once in sixty days the measures are tested anew. */
export const testAgain: DeskAct = async ({ house }, service) => {
  const own = house.furnitureOf(service);
  if (addDays(own.testedOn, 60) > house.today || house.isDying) return;
  await testMeasures(house, service);
  own.testedOn = house.today;
};

/** Whether a program may have a value of somebody, by what the person agreed to. */
function may(person: Believed, { purpose, serves }: ProgramKey): boolean {
  if (person.gone || person.blocked || !serves) return false;
  const basis = purposes[purpose]?.basis;
  return (basis === 'base' && person.consents) || (basis === 'own' && person.optional.has(purpose));
}

/** A program asks for a value for one of the purposes of the policy. */
export const askAsProgram: DeskAct = async (stage, service) => {
  const { house, belief, chance } = stage;
  const person = chance.pick(belief.living(service));
  const asks = chance.pick(house.furnitureOf(service).keys);
  if (!person || !asks || !person.values.has(asks.category)) return;
  const { purpose, category, key } = asks;
  const json = { subject: person.id, purpose, categories: [category] };
  const got = await send(house.installation, {
    ...{ url: `/api/v1/s/${service.key}/read`, json, bearer: key },
  });
  const wanted = may(person, asks) ? 200 : 403;
  answered(stage, got, { act: `read for ${purpose}`, wanted: [wanted] });
};

/** They agree that a recipient gets their data, or end every such consent. */
export const agreeToHanding: OwnAct = async (stage, person) => {
  const { house, chance } = stage;
  const url = '/me/recipients';
  const form = async (sent: Record<string, string>, act: string) =>
    answered(stage, await house.own(person.service, person.id, { url, form: sent }), {
      ...{ act, wanted: [303], about: person },
    });
  if (person.agreed.size > 0 && chance.happens(0.15)) {
    if (await form({ stop: 'yes' }, 'stop handing on')) person.agreed.clear();
    return;
  }
  const shown = await house.own(person.service, person.id, { url });
  const boxes = [...shown.body.matchAll(/name="box"[^>]*value="((?:to|over)\.[^"]+)"/g)].map(
    ([, box = '']) => box,
  );
  const box = chance.pick(boxes);
  if (box === undefined) return;
  if (await form({ box, agree: 'yes' }, 'agree to a recipient')) {
    const [kind, id] = box.split('.');
    person.agreed.add(`${kind}.${id}`);
  }
};

/** The desk hands somebody's address to a recipient: it goes where they agreed, and nowhere else. */
export const handOver: DeskAct = async (stage, service) => {
  const { house, belief, chance } = stage;
  const pairs = belief
    .living(service)
    .flatMap((person) => house.furnitureOf(service).cards.map((card) => ({ person, card })))
    .filter(({ person, card }) => person.values.has(card.category));
  const agreeing = pairs.filter(({ person, card }) => person.agreed.has(`to.${card.id}`));
  const pair = chance.pick(agreeing.length > 0 && chance.happens(0.6) ? agreeing : pairs);
  if (!pair) return;
  const { person, card } = pair;
  const { id: recipient, purpose, category } = card;
  const got = await house.desk(`${consoleOf(service)}/subjects/${person.id}/hand-on`, {
    ...{ recipient, purpose, category: [category] },
  });
  const agreed =
    person.consents &&
    person.agreed.has(`to.${recipient}`) &&
    (!card.abroad || person.agreed.has(`over.${recipient}`));
  answered(stage, got, {
    ...{ act: card.abroad ? 'hand on abroad' : 'hand on', about: person },
    wanted: [agreed && !person.blocked ? 200 : 403],
  });
};

/** Orders to stop or destroy are sent to whoever got the data. */
export const sendOrders: DeskAct = async (stage, service) => {
  const { house } = stage;
  if (house.isDying) return;
  const { rows } = await house.sql.query<{ id: string }>(
    'select order_id::text as id from recipient_order where service_id = $1 and sent_at is null',
    [service.id],
  );
  for (const { id } of rows) {
    const got = await house.desk(`${consoleOf(service)}/disclosures/orders/${id}`, { act: 'sent' });
    answered(stage, got, { act: 'send an order', wanted: [303] });
  }
};

/** A letter in due form comes; a second person lets the least of it go. */
export const grantLetter: DeskAct = async (stage, service) => {
  const { house, belief, chance } = stage;
  const category = house.furnitureOf(service).keys[0]?.category ?? 'email';
  const person = chance.pick(
    belief.living(service).filter((one) => !one.blocked && one.values.has(category)),
  );
  if (!person) return;
  const entered = await house.desk(`${consoleOf(service)}/letters`, {
    ...{ asker: 'state', receivedOn: house.today, body: 'Управление', official: `Серік ${marks.surname}` },
    ...{ position: 'следователь', norm: 'статья 185', caseNumber: '26-75', signature: 'eds', category },
    ...{ periodFrom: '2026-01-01', periodTo: '2026-11-01', channel: 'courier', person: person.id },
  });
  if (!answered(stage, entered, { act: 'enter a letter', wanted: [303] })) return;
  const page = entered.location;
  const proposed = await house.desk(page, { act: 'propose', category });
  if (!answered(stage, proposed, { act: 'propose a release', wanted: [303] })) return;
  const alone = await house.desk(page, { act: 'release' });
  answered(stage, alone, { act: 'release alone', wanted: [403] });
  const { approver } = house.furnitureOf(service);
  const released = await house.desk(page, { act: 'release' }, approver);
  answered(stage, released, { act: 'release', wanted: [200], about: person });
};
