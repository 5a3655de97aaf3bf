import { addDays, addMonths, type Id } from '../../src/base/index.ts';
import type { Installation } from '../../src/cli/installation.ts';
import { offeredRows, recipientPurposes } from '../../src/disclosure/index.ts';
import { type Policy, purposes } from '../../src/policy/index.ts';
import { inForce, type ServiceRecord } from '../../src/system/index.ts';
import type { Form, Got } from './client.ts';

/** What furnishing needs of a house. */
interface Furnished {
  readonly installation: Installation;
  readonly today: string;
  desk(url: string, form?: Form): Promise<Got>;
  must(url: string, form: Form): Promise<Got>;
  invite(key: string, role: string): Promise<Id>;
}

/** A program's key: it may ask for one category for one purpose. */
export interface ProgramKey {
  readonly purpose: string;
  readonly category: string;
  readonly key: string;
  /** Whether the policy ties the category to the purpose. */
  readonly serves: boolean;
}

/** A recipient in use, as its card stands. */
export interface Card {
  readonly id: Id;
  readonly purpose: string;
  readonly category: string;
  readonly abroad: boolean;
}

/** What a service is furnished with before its first day. */
export interface Furniture {
  readonly keys: readonly ProgramKey[];
  readonly cards: readonly Card[];
  /** Who decides about letters of authorities. */
  readonly approver: Id;
  /** The civil date of the last tests of its measures. */
  testedOn: string;
}

const consoleOf = (service: ServiceRecord) => `/console/s/${service.key}`;

/** What everybody at a service gave: an address of theirs. */
const addressAt = (policy: Policy): string =>
  policy.data.some(({ category }) => category === 'email') ? 'email' : 'phone';

/** Keys for every purpose, cards for every recipient, an approver, a place of storage, tests of measures. */
export async function furnish(house: Furnished, service: ServiceRecord): Promise<Furniture> {
  const { policy } = await inForce(house.installation.world, service);
  const keys: ProgramKey[] = [];
  for (const { purpose } of policy.purposes) keys.push(await keyFor(house, service, { policy, purpose }));
  const cards: Card[] = [];
  for (const row of offeredRows(policy))
    for (const country of row.country ? [row.country] : ['KZ', 'DE'])
      cards.push(await cardOf(house, service, { policy, kind: row.recipient, name: row.name, country }));
  const place = { kind: 'primary', owner: 'ТОО «Придуманный ЦОД»', address: 'Алматы, Примерная, 1' };
  const proof = { country: 'KZ', certificate: 'СТ РК № 77-01', certificateUntil: '2029-11-20' };
  await house.must(`${consoleOf(service)}/places`, { act: 'save', ...place, ...proof });
  await testMeasures(house, service);
  const approver = await house.invite(service.key, 'approver');
  return { keys, cards, approver, testedOn: house.today };
}

async function keyFor(
  house: Furnished,
  service: ServiceRecord,
  { policy, purpose }: { policy: Policy; purpose: string },
): Promise<ProgramKey> {
  const serving = policy.data.find((row) => row.purposes.includes(purpose) && isHeld(row.category));
  const category = serves(policy, { purpose, category: addressAt(policy) })
    ? addressAt(policy)
    : (serving?.category ?? addressAt(policy));
  const form = { name: 'Қойма', purpose, category, days: '365' };
  const issued = await house.desk(`${consoleOf(service)}/keys`, form);
  const key = /kepil_[0-9a-f-]{36}_[A-Za-z0-9_-]+/.exec(issued.body)?.[0];
  if (!key) throw new Error(`keys answered ${issued.status}`);
  return { purpose, category, key, serves: serves(policy, { purpose, category }) && !waits(policy, purpose) };
}

/** Nobody makes contracts here: where a policy identifies their party, nothing is used for one. */
const waits = (policy: Policy, purpose: string) =>
  purpose === 'contract_performance' && policy.purposes.some((row) => row.purpose === 'identify_party');

const isHeld = (category: string) => ['email', 'phone', 'full_name', 'city_region'].includes(category);

const serves = (policy: Policy, { purpose, category }: { purpose: string; category: string }) =>
  policy.data.some((row) => row.category === category && row.purposes.includes(purpose));

async function cardOf(
  house: Furnished,
  service: ServiceRecord,
  is: { policy: Policy; kind: string; name: string | undefined; country: string },
): Promise<Card> {
  const { policy, kind, country } = is;
  const category = addressAt(policy);
  const purpose =
    recipientPurposes(policy).find(
      (one) => purposes[one]?.basis === 'base' && serves(policy, { purpose: one, category }),
    ) ?? 'provide_service';
  const made = await house.must(`${consoleOf(service)}/recipients`, {
    ...{ kind, name: is.name ?? `Получатель ${kind} ${country}`, country, contract: '17' },
    ...{ contractOn: addDays(house.today, -1), undertakingOn: addDays(house.today, -1), category, purpose },
    expiresOn: addMonths(house.today, 24),
  });
  const id = made.location.split('/').at(-1) ?? '';
  return { id, purpose, category, abroad: country !== 'KZ' };
}

/** The measures that people test are tested. */
export async function testMeasures(house: Furnished, service: ServiceRecord): Promise<void> {
  for (const control of ['restore-drill', 'access-review', 'stand-in'])
    await house.must(`${consoleOf(service)}/measures`, { control, testedOn: house.today, passed: 'yes' });
}
