import type { StaffRole } from '../../../src/gate/index.ts';
import { type Actor, actors, houseRoles, staffRoles } from '../actors.ts';

/** Who may come, and how they are answered: what the table of routes must come to, said again by hand. */
export interface Row {
  /** How each who may come is answered; whoever is absent must be refused. */
  readonly may: ReadonlyMap<Actor, number>;
  /** How everybody else is answered. */
  readonly refused: (actor: Actor, method: string) => number;
  /** What those who may come send: a form without a field (absent), or the good one. */
  readonly sends?: 'good';
  /** Whether it signs out whoever comes. */
  readonly signsOut?: boolean;
}

/** Answers that differ from the others'. */
export type But = Partial<Record<Actor, number>>;

type More = Pick<Row, 'sends' | 'signsOut'> & { readonly but?: But };

function row(who: readonly Actor[], answer: number, more: More & Pick<Row, 'refused'>): Row {
  const { but = {}, ...rest } = more;
  const may = new Map<Actor, number>(who.map((actor) => [actor, answer]));
  for (const [actor, status] of Object.entries(but)) may.set(actor as Actor, status);
  return { may, ...rest };
}

/** To the way in: a page leads there, a form is answered with it. */
const signInFirst = (method: string) => (method === 'GET' ? 303 : 401);

/** Open to anyone. */
export function open(answer: number, more: More = {}): Row {
  return row(actors, answer, { ...more, refused: () => Number.NaN });
}

/** For whoever is registered at the service, about themselves. */
export function mine(answer: number, more: More = {}): Row {
  return row(['owner', 'other'], answer, { ...more, refused: (_, method) => signInFirst(method) });
}

/** For whom it belongs to: to the others at the service it does not exist. */
export function owners(answer: number, more: More = {}): Row {
  const refused = (actor: Actor, method: string) => (actor === 'other' ? 404 : signInFirst(method));
  return row(['owner'], answer, { ...more, refused });
}

/** Whether somebody is signed in as one of the staff, with whichever role. */
const isStaff = (actor: Actor) => / (?:here|elsewhere|house)$/.test(actor);

/** For the staff with these roles, granted at this service or for the house; others get 403. */
export function desk(roles: readonly StaffRole[], answer: number, more: More = {}): Row {
  const here = roles.map((role) => `${role} here` as const);
  return row([...here, ...ofHouse(roles)], answer, { ...more, refused: refusesStaff });
}

/** For the staff with these roles, wherever they were granted. */
export function anywhere(roles: readonly StaffRole[], answer: number, more: More = {}): Row {
  const granted = roles.flatMap((role) => [`${role} here`, `${role} elsewhere`] as const);
  return row([...granted, ...ofHouse(roles)], answer, { ...more, refused: refusesStaff });
}

/** For the staff with these roles, granted for the house alone. */
export function house(roles: readonly StaffRole[], answer: number, more: More = {}): Row {
  return row(ofHouse(roles), answer, { ...more, refused: refusesStaff });
}

const ofHouse = (roles: readonly StaffRole[]): readonly Actor[] =>
  houseRoles.filter((role) => roles.includes(role)).map((role) => `${role} house` as const);

/** A session that should have gone with somebody's access opens nothing, even if it is still there. */
function refusesStaff(actor: Actor, method: string): number {
  if (actor === 'access-ended') return signInFirst(method);
  return isStaff(actor) ? 403 : signInFirst(method);
}

/** For whoever gave a password and is at this step; everybody else is led away. */
export function step(at: 'factor' | 'enrol', answer: number): Row {
  return row([at], answer, { refused: () => 303 });
}

/** For a key whose grant admits it. */
export function keyed(answer: number): Row {
  const refused = (actor: Actor) => (actor === 'key-beyond' ? 403 : 401);
  return row(['key'], answer, { sends: 'good', refused });
}

/** Every role of the staff. */
export const everyRole: readonly StaffRole[] = staffRoles;
