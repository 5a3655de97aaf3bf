import { type Id, textOf, utf8 } from '../base/index.ts';
import { maskCardData } from '../moderation/index.ts';
import type { RequestRecord } from '../store/index.ts';
import { openBytes, sealBytes } from '../vault/index.ts';
import { type OpenSubject, sealBroken } from './subjects.ts';
import { isBlank, isCleanText } from './typed.ts';
import type { World } from './world.ts';

/** The longest words of a request or an answer, in UTF-16 code units. */
export const longestWords = 5000;

/** What can be wrong with words. */
export type WordsProblem = 'words-empty' | 'words-too-long' | 'field-characters';

/** Something said between a request and its answer. */
export interface Turn {
  readonly at: number;
  readonly by: 'operator' | 'person';
  readonly words: string;
}

/** Where the answer goes to somebody who has no cabinet. */
export interface Contact {
  readonly name: string;
  /** An e-mail address, a telephone number or a postal address. */
  readonly answerTo: string;
}

/** Who speaks for a child, and by what it can be seen that they may. */
export interface Representing {
  /** The child's name, as told. */
  readonly child: string;
  /** What they are to the child and which document says so, in their words. */
  readonly proof: string;
}

/** A file that was handed in with a request. */
export interface RequestFile {
  readonly id: Id;
  readonly name: string;
  readonly size: number;
}

/** The sealed part of a request: the person's words, what was said since, the answer. */
export interface RequestWords {
  readonly words: string;
  readonly contact?: Contact;
  readonly representing?: Representing;
  /** The value that is asked for in place of the one that stands. */
  readonly change?: { readonly category: string; readonly value: string };
  /** What was handed in with it. */
  readonly files?: readonly RequestFile[];
  readonly turns?: readonly Turn[];
  readonly answer?: string;
}

const contextOf = (id: Id) => `request:${id}`;

/** Words as they may be kept, numbers and codes of payment cards masked, or what is wrong with them. */
export function checkWords(typed: string): { words: string; masked: boolean } | { problem: WordsProblem } {
  const words = typed.replaceAll('\r\n', '\n').trim();
  if (isBlank(words)) return { problem: 'words-empty' };
  if (words.length > longestWords) return { problem: 'words-too-long' };
  if (!isCleanText(words.replaceAll('\t', ' '))) return { problem: 'field-characters' };
  const { text, masked } = maskCardData(words);
  return { words: text, masked: masked > 0 };
}

/** Seals words for their request under the key of whoever made it. */
export function sealWords(
  world: World,
  what: { subject: OpenSubject; id: Id; words: RequestWords },
): Uint8Array {
  const text = utf8(JSON.stringify(what.words));
  return sealBytes(what.subject.keys.subjectKey, contextOf(what.id), text, world.crypto);
}

/**
 * The words of a request and its answer; undefined for requests met at once.
 *
 * @throws KepilError `ERR_VAULT_SEALED`
 */
export function wordsOf(world: World, subject: OpenSubject, row: RequestRecord): RequestWords | undefined {
  if (!row.sealed) return undefined;
  const bytes = openBytes(subject.keys.subjectKey, contextOf(row.id), row.sealed, world.crypto);
  if (!bytes) throw sealBroken(subject, 'request');
  return JSON.parse(textOf(bytes)) as RequestWords;
}
