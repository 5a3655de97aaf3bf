/** Outgoing messages: the port of a channel, and the outbox that stands in while no channel is set up. */
export * from './post.ts';
