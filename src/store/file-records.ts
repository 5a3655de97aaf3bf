import type { CivilDate, Id } from '../base/index.ts';

/**
 * A file of a person. `arriving`: not all of it is there, and no key of it in any row. `damaged`: its
 * ciphertext is not what was kept; nobody is given it.
 */
export interface FileRecord {
  readonly id: Id;
  /** What it was handed in for, and the category of data it is. */
  readonly use: string;
  readonly category: string;
  readonly state: 'arriving' | 'kept' | 'damaged';
  /** The request it belongs to. */
  readonly matter?: Id;
  /** Bytes it counts for in the person's quota. */
  readonly reserved: number;
  readonly parts: number;
  /** SHA-256 of the ciphertext. */
  readonly digest?: Uint8Array;
  /** Its key, name, kind and digest, sealed. */
  readonly sealed?: Uint8Array;
  readonly begunAt: number;
  readonly keptAt?: number;
  /** Of the act it was kept in. */
  readonly entry?: Id;
  /** The last day it is kept; absent: it follows what it belongs to. */
  readonly untilOn?: CivilDate;
  /** When its ciphertext was last found whole. */
  readonly checkedAt?: number;
}

/** A file with whose it is. */
export interface OwnedFile extends FileRecord {
  readonly service: Id;
  readonly subject: Id;
}

/** @see Tx */
export interface FileTable {
  /** Begins a file that arrives. Precondition: its subject is locked for update. */
  begin(service: Id, subject: Id, row: FileRecord): Promise<void>;
  /** What a person has here, arriving files with it. */
  usage(service: Id, subject: Id): Promise<{ readonly bytes: number; readonly files: number }>;
  /** Adds a part to a file that arrives. @returns false when it arrives no more */
  addPart(
    service: Id,
    subject: Id,
    what: { readonly id: Id; readonly part: number; readonly bytes: Uint8Array },
  ): Promise<boolean>;
  /** Makes a file that arrived one that is kept. @returns 0 when it arrives no more */
  keep(
    service: Id,
    subject: Id,
    row: Required<Pick<FileRecord, 'id' | 'reserved' | 'parts' | 'digest' | 'sealed' | 'keptAt' | 'entry'>> &
      Pick<FileRecord, 'matter'>,
  ): Promise<number>;
  get(service: Id, subject: Id, id: Id): Promise<FileRecord | undefined>;
  /** Whose file it is, for whoever knows only its id. */
  find(service: Id, id: Id): Promise<OwnedFile | undefined>;
  part(
    service: Id,
    subject: Id,
    at: { readonly id: Id; readonly part: number },
  ): Promise<Uint8Array | undefined>;
  /** Files kept for a matter, the oldest first. */
  ofMatter(service: Id, subject: Id, matter: Id): Promise<readonly FileRecord[]>;
  /** Files that are kept or damaged, the oldest first. */
  ofSubject(service: Id, subject: Id): Promise<readonly FileRecord[]>;
  /** Says until when the files of a matter are kept. @returns how many */
  keepUntil(service: Id, subject: Id, what: { readonly matter: Id; readonly on: CivilDate }): Promise<number>;
  /** Removes a file and its parts. @returns 0 when there was none */
  remove(service: Id, subject: Id, id: Id): Promise<number>;
  /** Removes all files of a person with their parts. @returns how many parts */
  removeAll(service: Id, subject: Id): Promise<number>;
  /** Files of a service whose last day was before `today`; none of whoever is after `after` in this order. */
  due(
    service: Id,
    page: { readonly today: CivilDate; readonly after?: Id; readonly limit: number },
  ): Promise<readonly OwnedFile[]>;
  /** Files whose ciphertext was not looked at since `before`, the longest first. */
  unchecked(before: number, limit: number): Promise<readonly OwnedFile[]>;
  /** Notes that the ciphertext was looked at, and whether it is damaged. */
  checked(
    service: Id,
    subject: Id,
    what: { readonly id: Id; readonly at: number; readonly damaged: boolean },
  ): Promise<number>;
  /** How many files of a service are damaged. */
  damaged(service: Id): Promise<number>;
  /** Removes files that began to arrive before `before` and never did. @returns how many */
  sweepArriving(before: number): Promise<number>;
  /**
   * After a restoration: parts of which no file is known go, and files that lack parts are damaged.
   * @returns how many files are damaged by it
   */
  settle(service: Id): Promise<number>;
}
