import type { FastifyInstance, HTTPMethods } from 'fastify';
import { KepilError } from '../base/index.ts';

const all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Notes which methods each address of a server has, so that the others get an answer of their own. */
export class KnownMethods {
  readonly #app: FastifyInstance;
  readonly #known = new Map<string, Set<HTTPMethods>>();

  /** Notes the routes that are added from now on. */
  constructor(app: FastifyInstance) {
    this.#app = app;
    app.addHook('onRoute', ({ url, method }) => {
      const known = this.#known.get(url) ?? new Set();
      for (const one of [method].flat()) known.add(one);
      this.#known.set(url, known);
    });
  }

  /**
   * Answers the other methods of the noted addresses with 405 and `Allow`, whatever their body.
   *
   * @source RFC 9110 §15.5.6
   */
  refuseOthers(): void {
    for (const [url, known] of [...this.#known]) {
      const allow = all.filter((method) => known.has(method)).join(', ');
      this.#app.route({
        method: all.filter((method) => !known.has(method)),
        url,
        onRequest: async (_request, reply) => {
          void reply.header('allow', allow);
          throw new KepilError('ERR_METHOD', 'method-refused');
        },
        handler: () => undefined,
      });
    }
  }
}
