/** A message on its way out. Personal data: lives in memory and sealed in the outbox, nowhere else. */
export interface OutgoingMessage {
  readonly channel: 'email' | 'sms';
  /** E-mail address, or phone in E.164. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a message handed to a channel. */
export type Delivery = { readonly state: 'sent' } | { readonly state: 'by-hand' };

/**
 * A way out. `byHand` tells the console that a person must read the message out, each opening leaving an
 * entry.
 */
export interface Post {
  readonly byHand: boolean;
  deliver(message: OutgoingMessage): Promise<Delivery>;
}

/**
 * The post of an installation with no channel set up: messages stay sealed in the outbox until an officer
 * opens them.
 */
export const outboxPost: Post = {
  byHand: true,
  deliver: async () => ({ state: 'by-hand' }),
};
