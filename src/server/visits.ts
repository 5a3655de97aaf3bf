import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServiceRecord, SessionRecord } from '../system/index.ts';
import { ownEyes } from './client.ts';
import { browserNamed } from './device.ts';
import type { Route, ServerParts } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The page of a service that is visited; none elsewhere, and until the service is known. */
    visit: Visiting | undefined;
  }
}

/** A visit to a page while it is answered. */
export interface Visiting {
  readonly service: ServiceRecord;
  /** The page's address as a pattern below the service's own: no value of a path, no query. */
  readonly page: string;
  /** When the request was taken up, in milliseconds since the epoch. */
  readonly at: number;
  subject?: SessionRecord['subject'];
}

const ofService = '/s/:key';

/** Notes that a page of a service is visited; the console and the log of a service are not its pages. */
export function beginVisit(
  request: FastifyRequest,
  route: Pick<Route, 'url'>,
  at: { readonly service: ServiceRecord; readonly now: number },
): void {
  if (!route.url.startsWith(`${ofService}/`)) return;
  request.visit = { service: at.service, page: route.url.slice(ofService.length), at: at.now };
}

/** Notes who is signed in on the page that is visited. */
export function visitBy(request: FastifyRequest, subject: SessionRecord['subject']): void {
  if (request.visit) request.visit.subject = subject;
}

/**
 * Hands each visit on once its answer is sent, so that nobody waits for it. What is recorded of it, if
 * anything, is decided by the policy; nothing else of the request goes further.
 */
export function addVisits(app: FastifyInstance, { visits }: ServerParts): void {
  app.decorateRequest('visit', undefined);
  app.addHook('onResponse', async (request) => {
    const { visit, client } = request;
    if (!visit || !visits || client.address === ownEyes) return;
    const { service, ...seen } = visit;
    const browser = browserNamed(request.headers['user-agent'] ?? '');
    visits.note({
      ...seen,
      service: service.id,
      address: client.address,
      network: client.network,
      ...(browser !== undefined && { client: browser }),
    });
  });
}
