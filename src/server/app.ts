import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { KepilError } from '../base/index.ts';
import { addApi } from './api.ts';
import { type Client, clientSeen, namedProxies, ownEyes, type Proxies } from './client.ts';
import { answerError, answerMalformed, answerUnreadable } from './failure.ts';
import { KnownMethods } from './known-methods.ts';
import { forOneReader } from './language.ts';
import type { ServerParts } from './route.ts';
import { addRoutes } from './serve.ts';

/** The largest body a form or call may have, in bytes. */
const largestBody = 256 * 1024;

/**
 * Requests a minute from one address: pages and calls; routes that guess at secrets have less (see
 * `serve.ts`).
 */
const perMinute = 600;

/**
 * The HTTP server of an installation: pages, API, public log, assets. Does not listen yet.
 *
 * Nothing about a visitor is logged; errors are answered without values.
 */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: largestBody,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerMalformed(error.statusCode ?? 400, { request, reply }),
    clientErrorHandler: answerUnreadable,
  });
  const known = new KnownMethods(app);
  app.decorateRequest('client');
  app.addHook('onRequest', async (request) => {
    request.client = clientOf(request, parts.proxies ?? namedProxies([]));
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    hsts: false,
  });
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: (request: FastifyRequest) => request.client.prefix,
    allowList: (request: FastifyRequest) => parts.unlimited === true || request.client.address === ownEyes,
  });
  await app.register(cookie);
  await app.register(statics, {
    root: parts.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  app.addHook('onRequest', async (request) => refuseForeign(request));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return;
    void reply.headers(forOneReader);
  });
  app.setErrorHandler((error, request, reply) => answerError(parts, error as Error, { request, reply }));
  app.setNotFoundHandler((request, reply) =>
    answerError(parts, new KepilError('ERR_NOT_FOUND', 'not-found'), { request, reply }),
  );
  // A body is read only where a route says what it may be: forms by pages, JSON by the API.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers();
    await pages.register(formbody, { parser: parseForm });
    addRoutes(pages, parts);
  });
  await addApi(app, parts);
  known.refuseOthers();
  return app;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the request truly comes from; known before any route is asked. */
    client: Client;
  }
}

function clientOf({ raw }: FastifyRequest, proxies: Proxies): Client {
  const { socket, headers } = raw;
  return clientSeen({ peer: socket.remoteAddress ?? '', encrypted: 'encrypted' in socket, headers }, proxies);
}

/** Nothing from elsewhere, nothing inline, nowhere to send a form but here. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** A form as a map of every value sent under a name, in order. O(fields). */
function parseForm(text: string): Record<string, unknown> {
  const form = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = form.get(name);
    if (values) values.push(value);
    else form.set(name, [value]);
  }
  return form as unknown as Record<string, unknown>;
}

/**
 * Refuses writes that another site makes a browser send. Browsers say where a request comes from; programs
 * that say nothing carry no cookies of a browser and are let through.
 *
 * @throws KepilError `ERR_FORBIDDEN`
 * @source Fetch Metadata, `Sec-Fetch-Site`
 */
function refuseForeign(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && !ownOrigin(request, origin);
  if (foreign) throw new KepilError('ERR_FORBIDDEN', 'foreign-request');
}

function ownOrigin(request: FastifyRequest, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
