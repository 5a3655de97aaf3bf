import { type Id, isCivilDate } from '../base/index.ts';
import { categories as categoryTable, type Policy } from '../policy/index.ts';
import type { DisclosureFault } from './handing.ts';

/** Who asks: a body of the state or a court, or anybody else. */
export type AskedOf = 'state' | 'private';

/**
 * What a letter of a body must have, in the order in which its absence is named.
 *
 * @law 94-V Art. 9, 94-V Art. 10
 */
export const authorityElements = [
  'body',
  'official',
  'norm',
  'case',
  'signature',
  'items',
  'channel',
] as const;

/** One of them. */
export type AuthorityElement = (typeof authorityElements)[number];

/** A letter as the officer enters it. Empty text: the letter does not say it. */
export interface AuthorityLetter {
  readonly body: string;
  readonly official: string;
  readonly position: string;
  readonly norm: string;
  readonly caseNumber: string;
  /** How it is signed. */
  readonly signature: '' | 'hand' | 'eds';
  readonly categories: readonly string[];
  readonly periodFrom: string;
  readonly periodTo: string;
  /** How the answer is delivered; an open way is no secure one and is entered as empty. */
  readonly channel: '' | 'courier' | 'registered-mail' | 'state-system' | 'sealed-file';
  /** The norm that lets this body have data under a secrecy of their own. */
  readonly secrecyNorm: string;
}

const present = (text: string) => text.trim() !== '';

const has: Readonly<Record<AuthorityElement, (letter: AuthorityLetter) => boolean>> = {
  body: ({ body }) => present(body),
  official: ({ official, position }) => present(official) && present(position),
  norm: ({ norm }) => present(norm),
  case: ({ caseNumber }) => present(caseNumber),
  signature: ({ signature }) => signature !== '',
  items: ({ categories, periodFrom, periodTo }) =>
    categories.length > 0 && isCivilDate(periodFrom) && isCivilDate(periodTo) && periodFrom <= periodTo,
  channel: ({ channel }) => channel !== '',
};

/** The code of a refusal for want of an element. */
export const lackCodes: Readonly<Record<AuthorityElement, string>> = {
  body: 'authority-no-body',
  official: 'authority-no-official',
  norm: 'authority-no-norm',
  case: 'authority-no-case',
  signature: 'authority-no-signature',
  items: 'authority-no-items',
  channel: 'authority-no-channel',
};

/** What a letter lacks. */
export function lacking(letter: AuthorityLetter): readonly AuthorityElement[] {
  return authorityElements.filter((element) => !has[element](letter));
}

/** What the gate must know of a letter. Ids are those of staff members. */
export interface AuthorityFact {
  readonly id: Id;
  readonly asker: AskedOf;
  readonly missing: readonly AuthorityElement[];
  readonly categories: readonly string[];
  readonly secrecyNorm: boolean;
  /** Who entered it, changed it or proposed what to release. */
  readonly handledBy: readonly Id[];
}

const isSecret = (key: string) =>
  Object.hasOwn(categoryTable, key) && categoryTable[key]?.access === 'secret';

/**
 * The first thing that keeps data from being released to whoever wrote the letter.
 *
 * @law 94-V Art. 9, 94-V Art. 7(9), 94-V Art. 11
 */
export function authorityFaults(
  ask: {
    readonly letter: AuthorityFact | undefined;
    readonly categories: readonly string[];
    readonly by: string | undefined;
    readonly decision: string | undefined;
  },
  policy: Policy,
): DisclosureFault | undefined {
  const { letter, categories, by, decision } = ask;
  if (!letter) return { code: 'authority-unknown', article: '94-V Art. 9' };
  if (letter.asker === 'private') return { code: 'authority-private', article: '94-V Art. 7(6)' };
  const [missing] = letter.missing;
  if (missing !== undefined) return { code: lackCodes[missing], article: '94-V Art. 9' };
  if (!categories.every((key) => letter.categories.includes(key)))
    return { code: 'authority-beyond', article: '94-V Art. 7(9)' };
  if (!letter.secrecyNorm && categories.some((key) => isSecretIn(policy, key)))
    return { code: 'authority-secret', article: '94-V Art. 11' };
  if (decision === undefined) return { code: 'decision-missing', article: '94-V Art. 9' };
  return by === undefined || letter.handledBy.includes(by)
    ? { code: 'authority-same-person', article: '94-V Art. 22(1)' }
    : undefined;
}

/** Secret by the table of categories, or by the policy, which may only be stricter. */
function isSecretIn(policy: Policy, key: string): boolean {
  return isSecret(key) || policy.data.some((row) => row.category === key && row.access === 'secret');
}

/** An item a letter asks for, and whether it may be released; else why not. */
export interface Proposed {
  readonly category: string;
  readonly may: boolean;
  readonly why?: 'not-held' | 'secret';
}

/**
 * The least that answers a letter: of what it asks for that which is held, without what is under a secrecy
 * that its norm does not lift. In the order of the letter.
 */
export function proposeItems(
  letter: Pick<AuthorityFact, 'categories' | 'secrecyNorm'>,
  held: ReadonlySet<string>,
  policy: Policy,
): readonly Proposed[] {
  return letter.categories.map((category) => {
    if (!letter.secrecyNorm && isSecretIn(policy, category)) return { category, may: false, why: 'secret' };
    return held.has(category) ? { category, may: true } : { category, may: false, why: 'not-held' };
  });
}
