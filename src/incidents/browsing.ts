/** Of so many people at most may data be seen within so many minutes: whoever reaches it is stopped. */
export interface ReadingLimit {
  readonly role: string;
  readonly people: number;
  readonly minutes: number;
}

const hour = 60;

/**
 * How many people's data a member of the staff may open in which time: nobody's work needs more, and who
 * looks through people one after another does. A short window catches haste, a long one patience.
 *
 * API keys have no row: a service reads everybody it serves, in bulk; what bounds a key is its grant, its
 * term and its revocation, and an incident names what it read.
 *
 * @law 94-V Art. 22(1), 94-V Art. 11
 */
export const readingLimits: readonly ReadingLimit[] = [
  { role: 'support', people: 60, minutes: 5 },
  { role: 'support', people: 400, minutes: 8 * hour },
  { role: 'moderator', people: 60, minutes: 5 },
  { role: 'moderator', people: 400, minutes: 8 * hour },
  { role: 'approver', people: 60, minutes: 5 },
  { role: 'approver', people: 400, minutes: 8 * hour },
  { role: 'officer', people: 60, minutes: 5 },
  { role: 'officer', people: 1000, minutes: 8 * hour },
  { role: 'marketer', people: 60, minutes: 5 },
];

/** The windows a role is watched over, in minutes. */
export function windowsOf(role: string): readonly ReadingLimit[] {
  return readingLimits.filter((limit) => limit.role === role);
}

/** The longest window, in minutes: what was read before it counts no more. */
export const longestWindow = Math.max(...readingLimits.map(({ minutes }) => minutes));

/**
 * The limit that one more person reaches; undefined when none is. `others`: how many others were read in the
 * last so many minutes.
 */
export function limitReached(role: string, others: ReadonlyMap<number, number>): ReadingLimit | undefined {
  return windowsOf(role).find(({ people, minutes }) => (others.get(minutes) ?? 0) + 1 >= people);
}
