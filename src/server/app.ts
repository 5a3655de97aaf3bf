import type { IncomingMessage, Server } from 'node:http';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import statics from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { KepilError } from '../base/index.ts';
import { allowances, fileFormBytes } from './allowances.ts';
import { addApi } from './api.ts';
import { answerError, answerMalformed, answerUnreadable } from './failure.ts';
import { addGuards } from './guards.ts';
import { KnownMethods } from './known-methods.ts';
import { addLimits } from './limits.ts';
import { type ListenerParts, makeListener } from './listener.ts';
import { FileForm } from './multipart.ts';
import { thisMachine } from './reach.ts';
import { addRefusedAccess } from './refused-access.ts';
import type { ServerParts } from './route.ts';
import { addRoutes } from './serve.ts';
import { addVisits } from './visits.ts';

/**
 * The HTTP server of an installation: pages, API, public log, assets. Does not listen yet.
 *
 * Of a visitor nothing is recorded but what the policy of the service declares (`visits.ts`); errors are
 * answered without values.
 */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: allowances.page.body,
    trustProxy: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerMalformed(error.statusCode ?? 400, { request, reply }),
    clientErrorHandler: answerUnreadable,
    serverFactory: (handler) => makeListener(handler, listenerOf(parts)) as Server,
  });
  const known = new KnownMethods(app);
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/assets/')) route.config = { ...route.config, kind: 'asset' };
  });
  await app.register(cookie);
  addGuards(app, parts);
  addLimits(app, parts);
  addRefusedAccess(app, parts);
  addVisits(app, parts);
  await app.register(statics, {
    root: parts.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
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
    pages.addContentTypeParser('multipart/form-data', parseFileForm);
    addRoutes(pages, parts);
  });
  await app.register(async (others) => {
    others.removeAllContentTypeParsers();
    others.addContentTypeParser('*', (_request, _body, done) => done(null));
    addRoutes(others, parts, true);
  });
  await addApi(app, parts);
  known.refuseOthers();
  return app;
}

function listenerOf({ reach = thisMachine, certificate }: ServerParts): ListenerParts {
  return { proxies: reach.proxies, ...(certificate && { certificate }) };
}

/** A form with a file, unread, where the route takes one. @throws KepilError `ERR_MEDIA_TYPE` elsewhere */
async function parseFileForm(request: FastifyRequest, body: IncomingMessage): Promise<FileForm> {
  if (!request.routeOptions.config.files) throw new KepilError('ERR_MEDIA_TYPE', 'media-type');
  const length = request.headers['content-length'];
  return new FileForm(body, {
    contentType: request.headers['content-type'] ?? '',
    length: length === undefined ? undefined : Number(length),
    most: fileFormBytes,
  });
}

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
