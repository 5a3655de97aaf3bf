import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** An address of the server with one of its methods. */
export interface ServedRoute {
  readonly method: string;
  readonly url: string;
}

const channel = 'fastify.initialization';

/**
 * Opens something that builds a server, and notes every route that is registered in it, from wherever: pages,
 * calls of programs, files. Left out are the twins for `HEAD`, and those that answer a method with 405.
 */
export async function withRoutes<T>(
  open: () => Promise<T>,
): Promise<{ readonly opened: T; readonly served: readonly ServedRoute[] }> {
  const served: ServedRoute[] = [];
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url, onRequest }) => {
      const refused = onRequest !== undefined;
      for (const one of [method].flat()) if (one !== 'HEAD' && !refused) served.push({ method: one, url });
    });
  };
  subscribe(channel, watch);
  try {
    const opened = await open();
    return { opened, served };
  } finally {
    unsubscribe(channel, watch);
  }
}
