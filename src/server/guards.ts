import type { FastifyInstance, FastifyRequest } from 'fastify';
import { KepilError } from '../base/index.ts';
import { type FacedService, isLive, listFaces, type World } from '../system/index.ts';
import { type Client, clientSeen } from './client.ts';
import { securityHeaders } from './headers.ts';
import {
  isToPublic,
  type Reach,
  refuseForeign,
  refuseMisdirected,
  saferPlace,
  thisMachine,
} from './reach.ts';
import type { ServerParts } from './route.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the request truly comes from; known before any route is asked. */
    client: Client;
  }
}

/** Everything a request passes before its route, in this order, and what every answer carries. */
export function addGuards(app: FastifyInstance, parts: ServerParts): void {
  const reach = parts.reach ?? thisMachine;
  app.decorateRequest('client');
  app.addHook('onRequest', async (request) => knowClient(request, reach));
  app.addHook('onRequest', async (request) => refuseMisdirected(request, reach));
  app.addHook('onRequest', async (request, reply) => {
    const place = saferPlace(request, reach);
    if (place !== undefined) return reply.redirect(place, 308);
  });
  app.addHook('onRequest', async (request) => refuseForeign(request, reach));
  app.addHook('onRequest', async (request) => keepDraftsHere(request, parts));
  app.addHook('onSend', async (request, reply) => {
    const contentType = String(reply.getHeader('content-type') ?? '');
    const immutable = request.url.startsWith('/assets/') && reply.statusCode < 300;
    const publicTls = isToPublic(request, reach) && request.client.scheme === 'https';
    void reply.headers(securityHeaders({ contentType, immutable, publicTls }));
  });
}

/** Finds the client. One whose headers contradict each other is taken for its peer, and refused. */
function knowClient(request: FastifyRequest, { proxies }: Reach): void {
  const { socket, headers } = request.raw;
  const seen = { peer: socket.remoteAddress ?? '', encrypted: 'encrypted' in socket };
  request.client = clientSeen({ ...seen, headers: {} }, proxies);
  request.client = clientSeen({ ...seen, headers }, proxies);
}

/**
 * A draft is shown on this machine only: what it asks for and promises has not been approved. The console is
 * open, since it is there that a draft gets approved.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 */
async function keepDraftsHere(request: FastifyRequest, { world }: ServerParts): Promise<void> {
  const { key } = request.params as { key?: string };
  const inConsole = request.routeOptions.url?.startsWith('/console/');
  if (request.client.local || key === undefined || inConsole) return;
  if (!(await isLive(world, key))) throw new KepilError('ERR_FORBIDDEN', 'draft-elsewhere');
}

/** The services a client may know of: drafts on this machine only. */
export async function facesFor(world: World, client: Client): Promise<readonly FacedService[]> {
  return (await listFaces(world)).filter(({ head }) => client.local || head.status === 'live');
}
