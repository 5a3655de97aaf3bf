import type { Id } from '../base/index.ts';

/** How a person agreed, by the word of whoever named them. */
export type MentionWay = 'written' | 'electronic' | 'oral';

/** What somebody said of another person. The values lie with that person, who is a subject of their own. */
export interface MentionRecord {
  readonly id: Id;
  readonly giver: Id;
  readonly mentioned: Id;
  readonly categories: readonly string[];
  /** The one purpose they were given for. */
  readonly purpose: string;
  readonly way: MentionWay;
  readonly givenAt: number;
  /** Keyed, of the address the person is known by: who refused is not named again by the same giver. */
  readonly digest: Uint8Array;
  readonly endedAt?: number;
  /** Whether the person ended it. */
  readonly refused: boolean;
  /** What the giver is shown of it: the address, masked, under their own keys; gone once it ended. */
  readonly sealed?: Uint8Array;
}

/** @see Tx */
export interface MentionTable {
  insert(service: Id, row: MentionRecord): Promise<void>;
  /** The newest first. */
  ofGiver(service: Id, giver: Id): Promise<readonly MentionRecord[]>;
  ofMentioned(service: Id, mentioned: Id): Promise<readonly MentionRecord[]>;
  /** Ends what was said of somebody; a refusal stays one, also of what ended. @returns how many changed */
  end(service: Id, mentioned: Id, how: { readonly at: number; readonly refused: boolean }): Promise<number>;
  /** Ends everything somebody said of others. @returns how many had not ended */
  endOf(service: Id, giver: Id, at: number): Promise<number>;
  /** People whom nobody names any more and whose data are still there, not blocked and not held. */
  stray(limit: number): Promise<readonly { readonly service: Id; readonly subject: Id }[]>;
  removeAll(service: Id, giver: Id): Promise<number>;
}
