import { expect } from 'vitest';
import type { StaffRole } from '../../src/gate/index.ts';
import type { ServiceRecord } from '../../src/system/index.ts';
import { keepFactor } from '../../src/system/second-factors.ts';
import { openSession } from '../../src/system/sessions.ts';
import { addMember } from '../../src/system/staff-member.ts';
import { houseOf } from '../../src/system/world.ts';
import type { Place } from '../hostile/place.ts';
import { lasting, staffSessionOf } from '../hostile/place-staff.ts';

/** Roles of the staff, written down again by hand. */
export const staffRoles = [
  'analyst',
  'admin',
  'moderator',
  'marketer',
  'support',
  'approver',
  'officer',
] as const satisfies readonly StaffRole[];

/** Roles that are given for the whole house. */
export const houseRoles = ['admin', 'officer'] as const;

/**
 * Everybody who can ask for anything. `owner` and `other` are registered at the first service, `foreign` at
 * the second; `here` is granted at the first, `elsewhere` at the second alone, `house` at both.
 */
export const actors = [
  'guest',
  'owner',
  'other',
  'foreign',
  'signed-out',
  ...staffRoles.map((role) => `${role} here` as const),
  ...staffRoles.map((role) => `${role} elsewhere` as const),
  ...houseRoles.map((role) => `${role} house` as const),
  'access-ended',
  'factor',
  'enrol',
  'key',
  'key-beyond',
  'key-foreign',
  'key-expired',
  'key-revoked',
] as const;

/** Somebody who asks. */
export type Actor = (typeof actors)[number];

type Headers = Readonly<Record<string, string>>;

const cookie = (...pairs: readonly (readonly [name: string, token: string])[]): Headers => ({
  cookie: pairs.map(([name, token]) => `${name}=${token}`).join('; '),
});

/** The people, sessions and keys of the actors, in a place. */
export class Cast {
  readonly #place: Place;
  readonly #staff: ReadonlyMap<Actor, string>;
  #headers = new Map<Actor, Headers>();

  private constructor(place: Place, staff: ReadonlyMap<Actor, string>) {
    this.#place = place;
    this.#staff = staff;
  }

  static async open(place: Place): Promise<Cast> {
    const staff = new Map<Actor, string>();
    for (const [actor, grant] of grantsAt(place)) staff.set(actor, await hire(place, grant));
    const ended = await hire(place, { role: 'officer', at: 'house' });
    await letGo(place, ended);
    staff.set('access-ended', ended);
    const cast = new Cast(place, staff);
    await cast.renew();
    return cast;
  }

  /** Signs everybody in anew: whoever signed out is back. */
  async renew(): Promise<void> {
    const { attacker, sessions, ids, people, draftService } = this.#place;
    const enter = async (subject: string, service = attacker.world.service.id) => {
      const { world } = attacker.world.installation;
      const token = await world.store.transaction((tx) =>
        openSession(tx, world, { service, subject, role: 'subject' }),
      );
      await lasting(attacker, token);
      return token;
    };
    const foreign = await enter(people.foreign, draftService.id);
    const headers = new Map<Actor, Headers>([['guest', {}]]);
    headers.set('owner', cookie(['kepil_s_test', await enter(ids.subject.good[0] ?? '')]));
    headers.set('other', cookie(['kepil_s_test', await enter(ids.subject.good[1] ?? '')]));
    // With the cookie of either service: a session is good at its own alone.
    headers.set('foreign', cookie(['kepil_s_test', foreign], ['kepil_s_other', foreign]));
    headers.set('signed-out', sessions.subject.wrong.ended ?? {});
    for (const [actor, id] of this.#staff)
      headers.set(actor, cookie(['kepil_staff', await staffSessionOf(attacker, id, 'staff')]));
    for (const step of ['factor', 'enrol'] as const) {
      const token = await staffSessionOf(attacker, people[step], `staff-${step}`);
      headers.set(step, cookie(['kepil_staff', token], ['kepil_staff_step', token]));
    }
    for (const [actor, of] of keys) headers.set(actor, sessions.key.wrong[of] ?? sessions.key.right);
    headers.set('key-beyond', { authorization: `Bearer ${people.narrowKey}` });
    this.#headers = headers;
  }

  /** What somebody sends to say who they are. */
  of(actor: Actor): Headers {
    return this.#headers.get(actor) ?? expect.fail(`nobody is ${actor}`);
  }
}

/** Keys by what they are called in the place. */
const keys: readonly (readonly [Actor, string])[] = [
  ['key', 'right'],
  ['key-foreign', 'foreign'],
  ['key-expired', 'expired'],
  ['key-revoked', 'revoked'],
];

interface Hiring {
  readonly role: StaffRole;
  readonly at: ServiceRecord | 'house';
}

function grantsAt({ attacker, draftService }: Place): readonly (readonly [Actor, Hiring])[] {
  const { service } = attacker.world;
  return [
    ...staffRoles.map((role) => [`${role} here`, { role, at: service }] as const),
    ...staffRoles.map((role) => [`${role} elsewhere`, { role, at: draftService }] as const),
    ...houseRoles.map((role) => [`${role} house`, { role, at: 'house' }] as const),
  ];
}

/** Somebody who works here from now on. @returns their id */
async function hire({ attacker }: Place, { role, at }: Hiring): Promise<string> {
  const { world } = attacker.world.installation;
  const email = `${crypto.randomUUID().slice(0, 8)}@kepil.example`;
  return world.store.transaction(async (tx) => {
    const house = await houseOf(tx);
    const grants = [{ service: at === 'house' ? house.id : at.id, role }];
    const { staff } = await addMember(tx, world, {
      ...{ house, name: 'Ерлан Придуманный', email, language: 'ru', state: 'active', grants },
      ...{ by: { actor: { role: 'officer' } }, rule: 'set-up-link-used' },
    });
    await keepFactor(tx, world, { of: staff, mark: 0, held: { secret: '' } });
    return staff.record.id;
  });
}

/** Ends somebody's access, as the administrator does. */
async function letGo({ attacker }: Place, id: string): Promise<void> {
  const admin = await attacker.world.officer();
  const reply = await admin.post(`/console/staff/${id}`, { act: 'end', confirm: 'yes' });
  expect(reply.status, reply.body).toBe(303);
}
