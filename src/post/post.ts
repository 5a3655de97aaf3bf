import type { Id } from '../base/index.ts';

/** The ways a message can go. */
export type Channel = 'email' | 'sms';

/** A message on its way out. Personal data: lives in memory and sealed in the outbox, nowhere else. */
export interface OutgoingMessage {
  readonly channel: Channel;
  /** E-mail address, or phone in E.164. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where whoever gets it refuses more by one POST, for letters that advertise. @source RFC 8058 */
  readonly unsubscribe?: string;
}

/**
 * What became of a message handed to a carrier: it took it · it will never take it · it did not take it now,
 * for a reason that may pass · nobody knows, the connection ended in the middle. A message of the last kind
 * is never handed over again by itself: it might arrive twice.
 *
 * `reason` is a code for the console: `address`, `content`, `account`, `carrier` (it does not answer or
 * answers with a fault). `carrierId` is the carrier's own name of the message, for its reports.
 */
export type Delivery =
  | { readonly state: 'sent'; readonly carrierId?: string }
  | { readonly state: 'failed'; readonly reason: 'address' | 'content' }
  | { readonly state: 'later'; readonly reason: 'account' | 'carrier' }
  | { readonly state: 'unsure' };

/** What a carrier reports of a message it took. */
export type Report = 'under-way' | 'delivered' | 'undelivered';

/** A message that a carrier took, by its name for it and the address it went to. */
export interface Reported {
  readonly carrierId: string;
  readonly to: string;
}

/** Whoever carries messages of one channel. Neither method throws. */
export interface Carrier {
  /** How the console names it: a host. */
  readonly name: string;
  /** Whether somebody else than the operator carries them: then the policy must name the recipient. */
  readonly thirdParty: boolean;
  /** `id` is ours and stays the same at every attempt. */
  deliver(message: OutgoingMessage, id: Id): Promise<Delivery>;
  /** Reports on at most a hundred messages; what it does not know is left out. */
  report?(asked: readonly Reported[]): Promise<ReadonlyMap<string, Report>>;
}

/** The carriers of an installation. A channel without one stays with the officer, who hands messages on. */
export type Post = {
  readonly [channel in Channel]?: Carrier;
} & {
  /** The secret of the address to which the gateway hands SMS that came in; absent: none comes in. */
  readonly replies?: string;
};

/** The post of an installation with no carrier: messages stay sealed until an officer opens them. */
export const byHand: Post = {};
