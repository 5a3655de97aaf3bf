import type { Id } from '../base/index.ts';
import type { MessageState, PolicyHeadRecord } from './records.ts';

/** An announced change of a policy: the version it brings, why, and from which instant on it holds. */
export interface PolicyChangeRecord {
  readonly service: Id;
  readonly version: number;
  /** A key of the list of reasons. */
  readonly reason: string;
  /** The operator's words, in the language of the policy. */
  readonly note?: string;
  readonly publishedAt: number;
  readonly effectiveAt: number;
  /** When everybody was last looked through for whom to tell. */
  readonly toldAt?: number;
}

/** How somebody answered a change that asks for their consent. */
export type PolicyAnswer = 'accepted' | 'refused';

/** What became of a change for one person. */
export interface PolicyChoiceRecord {
  readonly service: Id;
  readonly subject: Id;
  readonly version: number;
  /** The version they were under when they were told. */
  readonly fromHash: string;
  /** Whether it widens what they agreed to, so that they are asked. */
  readonly asks: boolean;
  readonly toldAt: number;
  /** The message they were told by; absent where none could be sent and the cabinet alone says it. */
  readonly message?: Id;
  /** How many messages were made for it. */
  readonly tries: number;
  readonly seenAt?: number;
  readonly answer?: PolicyAnswer;
  readonly answeredAt?: number;
}

/** How many people a change has reached, and how they answered. `asked`: of how many a consent is asked. */
export interface ChangeCounts {
  readonly told: number;
  readonly seen: number;
  readonly asked: number;
  readonly accepted: number;
  readonly refused: number;
  /** Messages by where they are; `none`: told by the cabinet alone. */
  readonly delivery: Readonly<Partial<Record<MessageState | 'none', number>>>;
}

/** Announced changes, and what became of them person by person. */
export interface PolicyChanges {
  insert(row: PolicyChangeRecord): Promise<void>;
  get(service: Id, version: number): Promise<PolicyChangeRecord | undefined>;
  /** Versions that wait for their day and whose day has come by `now`. */
  due(now: number): Promise<readonly PolicyHeadRecord[]>;
  /** Changes never looked through whole, or last before `before` where they hold from `since` on or later. */
  toTell(at: { readonly before: number; readonly since: number }): Promise<readonly PolicyChangeRecord[]>;
  markTold(service: Id, version: number, at: number): Promise<void>;
  /** Users under another version than `hash` who were not told of `version`; by id, after `after`. */
  untold(
    service: Id,
    of: { readonly version: number; readonly hash: string; readonly after?: Id; readonly limit: number },
  ): Promise<readonly Id[]>;
  /** @throws KepilError `ERR_STORE_CONFLICT` when they were told before */
  tell(row: PolicyChoiceRecord): Promise<void>;
  /** Another message was made for somebody whom the one before did not reach. */
  tellAgain(row: Pick<PolicyChoiceRecord, 'service' | 'subject' | 'version' | 'message'>): Promise<void>;
  choice(service: Id, subject: Id, version: number): Promise<PolicyChoiceRecord | undefined>;
  /** The newest change somebody was told of. */
  newestChoice(service: Id, subject: Id): Promise<PolicyChoiceRecord | undefined>;
  see(service: Id, subject: Id, what: { readonly version: number; readonly at: number }): Promise<void>;
  answer(
    service: Id,
    subject: Id,
    what: { readonly version: number; readonly answer: PolicyAnswer; readonly at: number },
  ): Promise<void>;
  /** People whose last message, from before `before`, did not arrive and was not the last of `tries`. */
  bounced(
    service: Id,
    of: { readonly version: number; readonly before: number; readonly tries: number; readonly limit: number },
  ): Promise<readonly PolicyChoiceRecord[]>;
  counts(service: Id, version: number): Promise<ChangeCounts>;
  /** Hashes of the versions users are under. */
  hashesInUse(service: Id): Promise<readonly string[]>;
  /** Puts every user under `from` under `to`. @returns how many */
  moveAll(service: Id, from: string, to: string): Promise<number>;
  /** Puts up to `limit` users who accepted `version` and are not under `hash` under it. @returns how many */
  moveAccepted(
    service: Id,
    to: { readonly version: number; readonly hash: string; readonly limit: number },
  ): Promise<number>;
  removeAll(service: Id, subject: Id): Promise<number>;
}
